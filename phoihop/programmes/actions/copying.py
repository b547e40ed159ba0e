"""A text written again under the same keys: what an amendment, and a recording taken back, begin from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from phoihop.programmes.models import (
    Assignment,
    Clause,
    DutyParty,
    DutyRule,
    Edition,
    LegalBasis,
    Party,
    Programme,
    Recipient,
)


@dataclass(frozen=True)
class Begun:
    """The draft, the edition it was copied from, and its clauses by the ids they have there."""

    edition: Edition
    source: Edition
    clauses: dict[int, Clause]


def next_sequence(programme: Programme) -> int:
    """The number of the programme's next edition; its row is locked by the caller."""
    last = Edition.objects.filter(programme=programme).aggregate(last=models.Max("sequence"))["last"]
    return int(last or 0) + 1


def _values(row: models.Model, **changed: Any) -> dict[str, Any]:
    """The columns of a row for a copy of it."""
    columns = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.primary_key}
    return columns | changed


_NO_SPAN: dict[str, Any] = {"span_start": None, "span_end": None}


def copy_text(source: Edition, made: Edition, *, keeps_spans: bool = False) -> dict[int, Clause]:
    """Clauses (parents first, one insert a level), bases, recipients and parties; copies by the old ids.

    `keeps_spans` where the copy has the very same source text.
    """
    spans: dict[str, Any] = {} if keeps_spans else _NO_SPAN
    copies: dict[int, Clause] = {}
    waiting = list(Clause.objects.filter(edition=source).order_by("order"))
    while waiting:
        ready = [row for row in waiting if row.parent_id is None or row.parent_id in copies]
        new = Clause.objects.bulk_create(
            Clause(**_values(row, edition_id=made.pk, parent_id=_of(copies, row.parent_id), **spans))
            for row in ready
        )
        copies.update({row.pk: copy for row, copy in zip(ready, new, strict=True)})
        waiting = [row for row in waiting if row.pk not in copies]
    tables: tuple[type[models.Model], ...] = (LegalBasis, Recipient, Party)
    for table in tables:
        rows = table._default_manager.filter(edition=source).order_by("order")
        table._default_manager.bulk_create(table(**_values(row, edition_id=made.pk)) for row in rows)
    return copies


def _of(copies: dict[int, Clause], clause_id: int | None) -> int | None:
    return None if clause_id is None else copies[clause_id].pk


def copy_facts(clauses: dict[int, Clause], *, keeps_spans: bool = False) -> None:
    """Assignments and duties, the duties under their keys; a fixed number of queries."""
    spans: dict[str, Any] = {} if keeps_spans else _NO_SPAN
    assignments = Assignment.objects.filter(clause__in=list(clauses)).order_by("pk")
    Assignment.objects.bulk_create(
        Assignment(**_values(row, clause_id=clauses[row.clause_id].pk, **spans)) for row in assignments
    )
    duties = list(DutyRule.objects.filter(clause__in=list(clauses)).order_by("pk"))
    new = DutyRule.objects.bulk_create(
        DutyRule(**_values(row, clause_id=clauses[row.clause_id].pk, **spans)) for row in duties
    )
    copies = {row.pk: copy.pk for row, copy in zip(duties, new, strict=True)}
    DutyParty.objects.bulk_create(_copied_sides(copies))


def _copied_sides(copies: dict[int, int]) -> Iterable[DutyParty]:
    for row in DutyParty.objects.filter(duty__in=list(copies)).order_by("pk"):
        yield DutyParty(**_values(row, duty_id=copies[row.duty_id]))
