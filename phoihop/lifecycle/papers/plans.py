"""The annex of a joint plan: its items in one table."""

from datetime import date

from phoihop.lifecycle.queries.plan_items import PlanItem, plan_items
from phoihop.organisations.queries import body_labels
from phoihop.plans.proposal_words import cost_in_words, target_in_words, when_words
from phoihop.programmes.models import Edition
from phoihop.writing.document import Align, Annex, Column, Table

_ITEMS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Nội dung", width=66),
    Column(title="Chủ trì", width=30),
    Column(title="Phối hợp", width=34),
    Column(title="Thời gian", width=26, align=Align.CENTRE),
    Column(title="Địa điểm", width=26),
    Column(title="Chỉ tiêu", width=25, align=Align.CENTRE),
    Column(title="Kinh phí, nguồn", width=30),
)


def items_annex(edition: Edition, *, on: date) -> Annex | None:
    """Every item with who leads it, when, where, how much and who pays; None when there is none.

    What an amendment changed is said by its clause; what was not proposed has no days or money of its own.
    """
    items = plan_items(edition, on=on)
    if not items:
        return None
    bodies = {body for item in items for body in (*item.lead_ids, *item.coordinator_ids)}
    names = {pk: label.short_name for pk, label in body_labels(bodies, on).items()}
    rows = tuple(_row(number, item, names) for number, item in enumerate(items, start=1))
    table = Table(columns=_ITEMS, rows=rows)
    return Annex(title="Nội dung, phân công thực hiện", blocks=(table,), is_landscape=True)


def _row(number: int, item: PlanItem, names: dict[int, str]) -> tuple[str, ...]:
    given = item.proposal
    leads, others = ("; ".join(names[pk] for pk in ids) for ids in (item.lead_ids, item.coordinator_ids))
    if given is None:
        return (str(number), item.text, leads, others, "", "", "", "")
    source = given.get_cost_source_display()
    return (
        str(number),
        given.content,
        leads,
        others,
        when_words(given.starts_on, given.ends_on),
        given.place,
        target_in_words(given.target_value, given.target_unit, given.target_words),
        cost_in_words(given.cost, source, given.cost_source_name),
    )
