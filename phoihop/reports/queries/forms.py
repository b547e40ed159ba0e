"""By which form an obligation is reported on: the version its report was begun with, or that counts now."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from phoihop.reports.calculations.form_parts import (
    USUAL,
    USUAL_NUMBER,
    FormPart,
    PartKind,
    part_of,
    parts_of,
)
from phoihop.reports.models import FormVersion, Obligation
from phoihop.reports.queries.answering import AnsweredTarget


@dataclass(frozen=True)
class Form:
    """A version of a form: its number (1: the usual form) and its parts in their order."""

    number: int
    parts: Sequence[FormPart]

    def has(self, kind: PartKind) -> bool:
        """Whether the form asks for such a part."""
        return any(part.kind == kind for part in self.parts)

    def of_kind(self, kind: PartKind) -> list[FormPart]:
        """Its parts of a kind, in order."""
        return [part for part in self.parts if part.kind == kind]

    def asked(self, answered: Iterable[AnsweredTarget]) -> list[AnsweredTarget]:
        """Those of the body's targets the form has a line for."""
        found = self.of_kind(PartKind.FIGURES)
        if not found:
            return []
        chosen = found[0].targets
        return [row for row in answered if chosen is None or str(row.target.key) in chosen]


USUAL_FORM = Form(USUAL_NUMBER, USUAL)


def counting_form(duty_key: uuid.UUID, period_start: date) -> Form:
    """The version that counts for a period beginning that day; one query."""
    rows = FormVersion.objects.filter(form__duty_key=duty_key, counts_from__lte=period_start)
    found = rows.order_by("-number").first()
    return Form(found.number, parts_of(found.parts)) if found else USUAL_FORM


def form_begun_with(obligation: Obligation) -> Form:
    """The version the obligation's report was begun with; at most one query."""
    return begun_with(obligation, versions_of(obligation))


def versions_of(obligation: Obligation) -> QuerySet[FormVersion]:
    """The row of that version, not asked yet; none for the usual form."""
    if obligation.form_version == USUAL_NUMBER:
        return FormVersion.objects.none()
    return FormVersion.objects.filter(form__duty_key=obligation.duty_key, number=obligation.form_version)


def begun_with(obligation: Obligation, versions: Iterable[FormVersion]) -> Form:
    """`form_begun_with` of the answered `versions_of`."""
    if obligation.form_version == USUAL_NUMBER:
        return USUAL_FORM
    (kept,) = versions
    return Form(kept.number, [part_of(part) for part in kept.parts])
