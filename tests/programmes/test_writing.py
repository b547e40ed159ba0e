from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.organisations.models import BodyKind, Succession, SuccessionLink
from phoihop.programmes import actions, queries
from phoihop.programmes.content import HeaderContent, PartyContent
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import Origin
from tests.programmes import factories
from tests.programmes.factories import AT, clause_content

pytestmark = pytest.mark.django_db


def _paths(edition: Edition) -> list[str]:
    return list(edition.clauses.order_by("order").values_list("path", flat=True))


def test_an_edition_keeps_the_tree_in_reading_order() -> None:
    edition = factories.edition()
    assert _paths(edition) == ["I", "II", "II.1", "II.2", "III"]
    assert factories.clause(edition, "II.2").parent == factories.clause(edition, "II")
    assert edition.recipients.count() == 2
    assert [party.order for party in edition.parties.order_by("order")] == [0, 1]


def test_a_clause_is_found_by_the_name_it_had_in_the_content() -> None:
    lead = factories.body()
    content = factories.content([lead])
    edition = actions.write_edition(
        programme=factories.programme(lead=lead),
        content=content,
        origin=Origin.RECORDED,
        by=factories.member(lead),
        at=AT,
    )
    assert queries.clauses_by_ref(edition, content)["II.1"].path == "II.1"


def test_a_draft_is_replaced_whole_and_stays_one_edition() -> None:
    edition = factories.edition()
    lead = edition.programme.lead
    content = factories.content([lead], clauses=[clause_content("I")], title="Tên mới")
    again = actions.write_edition(
        programme=edition.programme, content=content, origin=Origin.RECORDED, by=factories.member(lead), at=AT
    )
    assert again.pk == edition.pk
    assert _paths(again) == ["I"]
    assert again.version == edition.version + 1
    assert again.parties.count() == 1


def test_a_signed_programme_is_not_written_over() -> None:
    edition = factories.in_force(factories.edition())
    lead = edition.programme.lead
    with pytest.raises(Refused, match="đã ký"):
        actions.write_edition(
            programme=edition.programme, content=factories.content([lead]), origin=Origin.RECORDED,
            by=factories.member(lead), at=AT,
        )  # fmt: skip


def test_a_clause_under_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="Cây điều khoản"):
        factories.edition(clauses=[clause_content("II.1", parent="II")])


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Refused, match="ngày cuối"):
        factories.edition(period_start=date(2026, 2, 1), period_end=date(2026, 1, 1))


def test_a_period_of_more_than_twenty_years_is_taken_for_a_slip() -> None:
    with pytest.raises(Refused, match="xem lại năm"):
        factories.edition(period_start=date(2026, 1, 1), period_end=date(2126, 12, 31))


def _version(edition: Edition) -> int:
    return Edition.objects.values_list("version", flat=True).get(pk=edition.pk)


def test_a_clause_goes_to_the_end_of_its_branch() -> None:
    edition = factories.edition()
    by = factories.member(edition.programme.lead)
    for parent, label, text in [
        ("II", "3", "3. Môi trường"),
        ("II.1", "-", "- Treo băng rôn"),
        (None, "IV", "IV. KHÁC"),
    ]:
        actions.add_clause(
            edition=edition, parent=factories.clause(edition, parent) if parent else None, label=label,
            text=text, version=_version(edition), by=by, at=AT,
        )  # fmt: skip
    assert _paths(edition) == ["I", "II", "II.1", "II.1", "II.2", "II.3", "III", "IV"]


def test_a_changed_clause_keeps_its_key_and_assignments() -> None:
    edition = factories.edition()
    clause = factories.clause(edition)
    factories.assignment(clause, edition.programme.lead)
    by = factories.member(edition.programme.lead)
    changed = actions.change_clause(clause=clause, text="1. Khác", version=_version(edition), by=by, at=AT)
    assert (changed.key, changed.assignments.count()) == (clause.key, 1)


def test_a_removed_clause_takes_what_is_under_it() -> None:
    edition = factories.edition()
    by = factories.member(edition.programme.lead)
    actions.remove_clause(clause=factories.clause(edition, "II"), version=_version(edition), by=by, at=AT)
    assert _paths(edition) == ["I", "III"]


def test_two_people_writing_at_once_meet_a_conflict_instead_of_losing_words() -> None:
    edition = factories.edition()
    clause = factories.clause(edition)
    by = factories.member(edition.programme.lead)
    seen = _version(edition)
    actions.change_clause(clause=clause, text="1. Một", version=seen, by=by, at=AT)
    with pytest.raises(Conflict):
        actions.change_clause(clause=clause, text="1. Hai", version=seen, by=by, at=AT)


def test_the_header_and_the_parties_are_chosen_while_a_draft() -> None:
    edition = factories.edition()
    by = factories.member(edition.programme.lead)
    header = HeaderContent("Chương trình giảm nghèo", place="Lam Sơn", period_start=date(2026, 1, 1))
    actions.change_header(edition=edition, content=header, version=_version(edition), by=by, at=AT)
    union = factories.body(BodyKind.WOMENS_UNION)
    parties = [PartyContent(union.pk, "Hội LHPN", 0)]
    actions.choose_parties(edition=edition, parties=parties, version=_version(edition), by=by, at=AT)
    edition.refresh_from_db()
    assert edition.title == "Chương trình giảm nghèo"
    assert edition.period_end is None
    assert "giam ngheo" in edition.programme.__class__.objects.get(pk=edition.programme_id).folded
    assert [party.body for party in edition.parties.all()] == [union]
    with pytest.raises(Refused, match="một lần"):
        actions.choose_parties(edition=edition, parties=parties * 2, version=_version(edition), by=by, at=AT)


def test_who_may_make_a_programme() -> None:
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    factories.programme(lead=lead, by=factories.member(front))
    factories.programme(lead=lead, by=factories.member(lead, "leader"))
    for by in [
        factories.member(lead, "clerk"),
        factories.member(lead, "viewer"),
        factories.member(factories.body()),
    ]:
        with pytest.raises(PermissionDenied):
            factories.programme(lead=lead, by=by)


def test_a_successor_records_the_paper_of_its_predecessor() -> None:
    old, new = factories.body(), factories.body()
    with pytest.raises(PermissionDenied):
        factories.programme(lead=old, by=factories.member(new))
    act = Succession.objects.create(kind="merge", effective_on=date(2025, 7, 1), legal_document="NQ 1686")
    SuccessionLink.objects.create(succession=act, from_body=old, to_body=new)
    factories.programme(lead=old, by=factories.member(new))


def test_an_office_writes_for_the_committee_it_serves_a_department_does_not() -> None:
    lead = factories.body()
    elsewhere = factories.place()
    office = factories.body(BodyKind.OFFICE, elsewhere, parent=lead)
    department = factories.body(BodyKind.DEPARTMENT, elsewhere, parent=lead)
    factories.programme(lead=lead, by=factories.member(office))
    with pytest.raises(PermissionDenied):
        factories.programme(lead=lead, by=factories.member(department))
