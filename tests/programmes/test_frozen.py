"""The database itself keeps signed text: through the ORM, in bulk and in raw SQL."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from phoihop.programmes.models import Clause, Edition, LegalBasis, Party, Recipient, Signature
from tests.programmes import factories

pytestmark = pytest.mark.django_db


def _sql(statement: str) -> Callable[[Edition], object]:
    def run(edition: Edition) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, {"id": edition.pk})

    return run


WRITES: dict[str, Callable[[Edition], object]] = {
    "save a clause": lambda e: Clause(
        pk=e.clauses.first().pk, edition=e, order=0, depth=1, label="I", path="I", text="x"
    ).save(),
    "update clauses in bulk": lambda e: e.clauses.update(text="x"),
    "bulk_update clauses": lambda e: Clause.objects.bulk_update(_with_text(e), ["text"]),
    "add a clause": lambda e: Clause.objects.create(
        edition=e, order=99, depth=1, label="IX", path="IX", text="x"
    ),
    "add clauses in bulk": lambda e: Clause.objects.bulk_create(
        [Clause(edition=e, order=98, depth=1, label="IX", path="IX", text="x")]
    ),
    "delete clauses": lambda e: e.clauses.all().delete(),
    "raw update of a clause": _sql("UPDATE programmes_clause SET text = 'x' WHERE edition_id = %(id)s"),
    "raw delete of a clause": _sql("DELETE FROM programmes_clause WHERE edition_id = %(id)s"),
    "raw insert of a clause": _sql(
        'INSERT INTO programmes_clause (edition_id, key, "order", depth, label, path, is_heading, text)'
        " VALUES (%(id)s, gen_random_uuid(), 97, 1, 'X', 'X', false, 'x')"
    ),
    "move a clause into another draft": lambda e: e.clauses.filter(path="I").update(
        edition=factories.edition()
    ),
    "change the title": lambda e: Edition.objects.filter(pk=e.pk).update(title="x"),
    "raw change of the source text": _sql(
        "UPDATE programmes_edition SET source_text = 'x' WHERE id = %(id)s"
    ),
    "change the period": lambda e: Edition.objects.filter(pk=e.pk).update(period_end=date(2030, 1, 1)),
    "back to draft": lambda e: Edition.objects.filter(pk=e.pk).update(status="draft"),
    "another number": lambda e: Edition.objects.filter(pk=e.pk).update(number_text="2/X"),
    "no number": lambda e: Edition.objects.filter(pk=e.pk).update(number_text=""),
    "another day in force": lambda e: Edition.objects.filter(pk=e.pk).update(in_force_from=date(2020, 1, 1)),
    "raw delete of the edition": _sql("DELETE FROM programmes_edition WHERE id = %(id)s"),
    "add a party": lambda e: Party.objects.create(edition=e, body=factories.body(), order=9),
    "delete a party": lambda e: e.parties.all().delete(),
    "add a recipient": lambda e: Recipient.objects.create(edition=e, order=9, name="x"),
    "change a recipient": lambda e: e.recipients.update(name="x"),
    "add a legal basis": lambda e: LegalBasis.objects.create(edition=e, order=9, text="x", kind="law"),
    "change a signature": lambda e: Signature.objects.filter(party__edition=e).update(name="x"),
    "raw delete of a signature": _sql(
        "DELETE FROM programmes_signature WHERE party_id IN"
        " (SELECT id FROM programmes_party WHERE edition_id = %(id)s)"
    ),
}


def _with_text(edition: Edition) -> list[Clause]:
    rows = list(edition.clauses.all())
    for row in rows:
        row.text = "x"
    return rows


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_a_signed_edition_refuses_to(write: Callable[[Edition], object]) -> None:
    edition = factories.in_force(factories.edition(), number_text="05/CTrPH")
    with pytest.raises(DatabaseError), transaction.atomic():
        write(edition)


def test_a_draft_may_change() -> None:
    edition = factories.edition()
    edition.clauses.update(text="x")
    Edition.objects.filter(pk=edition.pk).update(title="khác")
    edition.clauses.all().delete()
    edition.delete()


def test_only_a_sample_may_be_removed_and_only_on_purpose() -> None:
    lead = factories.body()
    edition = factories.in_force(factories.edition())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL phoihop.removing_sample = 'on'")
    with pytest.raises(DatabaseError), transaction.atomic():
        edition.clauses.all().delete()
    sample = factories.programme(lead=lead, is_sample=True)
    by = factories.member(lead)
    shown = factories.actions.write_edition(
        programme=sample, content=factories.content([lead]), origin="recorded", by=by, at=factories.AT
    )
    factories.in_force(shown)
    shown.delete()
