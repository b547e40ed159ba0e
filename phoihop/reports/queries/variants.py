"""What two people wrote in one place of a report, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from phoihop.core.errors import Refused
from phoihop.programmes.calculations.wording import Part, difference
from phoihop.reports.calculations.merging import Unit, mark_of
from phoihop.reports.models import Report, ReportVariant
from phoihop.reports.queries.forms import form_begun_with
from phoihop.reports.queries.units import stored_units, unit_label, unit_words
from phoihop.targets.models import Target

STORED, OTHER, BOTH = "da-luu", "ban-kia", "ca-hai"


@dataclass(frozen=True)
class VariantLine:
    """The text stored and the one that came too late, with what differs; `seen` is the stored one's mark."""

    id: int
    label: str
    stored: str
    other: str
    parts: Sequence[Part]
    person: str
    at: datetime
    seen: str
    may_join: bool


@dataclass(frozen=True)
class VariantsPage:
    """All that waits to be chosen from in a report."""

    lines: Sequence[VariantLine]


def variants_page(report: Report) -> VariantsPage:
    """The open ones, oldest first; a constant number of queries."""
    form = form_begun_with(report.obligation)
    stored = stored_units(report)
    rows = list(report.variants.filter(settled_at=None).select_related("by_person").order_by("at", "pk"))
    titles = _titles(report, rows)
    lines = []
    for row in rows:
        now = unit_words(row.unit, stored.get(row.unit), form)
        other = unit_words(row.unit, row.value, form)
        lines.append(
            VariantLine(
                id=row.pk,
                label=unit_label(row.unit, form, titles),
                stored=now,
                other=other,
                parts=difference(now, other),
                person=row.by_person.full_name,
                at=row.at,
                seen=mark_of(stored.get(row.unit)),
                may_join=_is_text(row.unit),
            )
        )
    return VariantsPage(lines)


def _titles(report: Report, rows: Sequence[ReportVariant]) -> dict[str, str]:
    clauses = report.sections.select_related("clause")
    sections = {f"muc-{row.clause_id}": f"Mục {row.clause.path}" for row in clauses}
    ids = [int(row.unit.removeprefix("so-")) for row in rows if row.unit.startswith("so-")]
    names = Target.objects.filter(pk__in=ids).values_list("pk", "name")
    return sections | {f"so-{pk}": f"Chỉ tiêu: {name}" for pk, name in names}


def _is_text(unit: str) -> bool:
    return unit.startswith(("muc-", "phan-", "chung-")) and unit != "chung-is_nil"


def chosen_unit(report: Report, variant: ReportVariant, choice: str) -> Unit:
    """The unit as somebody chose it: what is stored, the other one, or (texts) one after the other."""
    stored = stored_units(report).get(variant.unit)
    if choice == STORED:
        return stored if stored is not None else dict.fromkeys(variant.value, "")
    if choice == OTHER:
        return dict(variant.value)
    if choice == BOTH and _is_text(variant.unit):
        texts = [(stored or {}).get("text", ""), variant.value.get("text", "")]
        return {"text": "\n".join(text for text in texts if text)}
    raise Refused("Hãy chọn bản giữ lại.")
