"""All that waits for somebody in one query: each source gives the same columns, the database joins them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    Count,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat, Left, TruncDate

from phoihop.core.member import Member
from phoihop.documents.queries import deliveries_to_file, unread_by
from phoihop.drafting.models import Draft
from phoihop.drafting.statuses import DraftStatus, FactStatus
from phoihop.lifecycle.queries.guiding import unread_receipts
from phoihop.plans.queries.emergent import emergents_to_answer
from phoihop.plans.queries.inspections import findings_to_mend
from phoihop.plans.queries.obstacles import obstacles_to_answer
from phoihop.plans.queries.registered import plans_to_note, sheets_to_receive, sheets_to_send
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.reports.models import Chase
from phoihop.reports.statuses import ChaseStatus

WRITES = frozenset({"officer", "leader"})
FILLS = WRITES | {"area_head"}
_MOST = 50
_LETTERS = {"clerk": ChaseStatus.SIGNED, "leader": ChaseStatus.MADE}
"""Letters that wait for the clerk to number, or for the leader to sign."""


class Waiting(NamedTuple):
    """A row of any source; `day` orders it, `body_id` is whose it is, the texts mean what the source says."""

    source: str
    id: int
    title: str
    programme: str
    day: date
    extra: str
    more: str
    body_id: int
    is_marked: bool
    is_sample: bool


def waiting_rows(member: Member, today: date) -> list[Waiting]:
    """Every source that concerns the role; one query."""
    first, *others = _sources(member, today)
    return [Waiting(*row) for row in first.union(*others, all=True)]


def _sources(member: Member, today: date) -> list[QuerySet[Any]]:
    own = bodies_written_for(member.body_id).values("pk")
    found = [_arrivals(member), _to_file(member, today)]
    if member.role in FILLS:
        found += [_findings(member), _to_send(member)]
    if member.role in WRITES:
        found += [
            _obstacles(member), _emergents(member), _guidance(member), _to_receive(member, today),
            _to_note(member, today), _drafts(member),
        ]  # fmt: skip
    if member.role in _LETTERS:
        found.append(_letters(own, _LETTERS[member.role]))
    return found


def _columns(rows: QuerySet[Any], source: str, **columns: Any) -> QuerySet[Any]:
    """The rows as Waiting; what a source does not say is empty."""
    blank = Cast(Value(""), TextField())
    given = {
        "title": blank, "programme": blank, "day": None, "extra": blank, "more": blank, "body": Value(0),
        "is_marked": Value(value=False), "is_sample": F("is_sample"),
    } | columns  # fmt: skip
    texts = {name: Cast(given[name], TextField()) for name in ("title", "programme", "extra", "more")}
    made = rows.annotate(
        w_source=Cast(Value(source), TextField()),
        **{f"w_{name}": text for name, text in texts.items()},
        w_day=given["day"],
        w_body=Coalesce(Cast(given["body"], IntegerField()), Value(0)),
        w_marked=Cast(given["is_marked"], BooleanField()),
        w_sample=given["is_sample"],
    )
    names = ("source", "pk", "title", "programme", "day", "extra", "more", "body", "marked", "sample")
    shown: QuerySet[Any] = made.values_list(*("pk" if name == "pk" else f"w_{name}" for name in names))
    return shown


def _obstacles(member: Member) -> QuerySet[Any]:
    rows = obstacles_to_answer(member).order_by()
    title = Concat(Value("Mục "), F("clause__path"), Value(": "), Left("text", 120))
    return _columns(
        rows, "obstacle", title=title, programme=F("programme__name"), day=F("answer_due_on"),
        extra=F("status"), body=F("raised_by_body"),
    )  # fmt: skip


def _emergents(member: Member) -> QuerySet[Any]:
    rows = emergents_to_answer(member).order_by()
    return _columns(
        rows, "emergent", title=F("title"), programme=F("programme__name"), day=TruncDate("proposed_at"),
        body=F("proposed_by_body"),
    )  # fmt: skip


def _guidance(member: Member) -> QuerySet[Any]:
    rows = unread_receipts(member).order_by()
    return _columns(
        rows, "guidance", title=F("guidance__title"), programme=F("guidance__programme__name"),
        day=TruncDate("guidance__sent_at"), more=F("guidance_id"), is_sample=F("guidance__is_sample"),
    )  # fmt: skip


def _letters(own: Any, status: ChaseStatus) -> QuerySet[Any]:
    rows = Chase.objects.filter(status=status, body__in=own).order_by()
    return _columns(rows, "letter", programme=F("programme__name"), day=F("chased_on"), extra=F("status"))


def _to_send(member: Member) -> QuerySet[Any]:
    rows = _columns(
        sheets_to_send(member), "sheet_to_send", title=F("round__year"),
        programme=F("round__programme__name"), day=F("round__due_on"), extra=F("status"),
    )  # fmt: skip
    return rows[:_MOST]


def _to_receive(member: Member, today: date) -> QuerySet[Any]:
    sent = Coalesce(TruncDate("sent_at"), Value(today))
    rows = _columns(
        sheets_to_receive(member), "sheet_to_receive", title=F("round__year"),
        programme=F("round__programme__name"), day=sent, body=F("body"),
    )  # fmt: skip
    return rows[:_MOST]


def _to_note(member: Member, today: date) -> QuerySet[Any]:
    sent = Coalesce(TruncDate("sent_at"), Value(today))
    rows = _columns(
        plans_to_note(member), "plan_to_note", title=F("person__full_name"), programme=F("programme__name"),
        day=sent, extra=F("year"),
    )  # fmt: skip
    return rows[:_MOST]


def _findings(member: Member) -> QuerySet[Any]:
    task = "visit__inspection__task"
    return _columns(
        findings_to_mend(member).order_by(), "finding", title=Left("remedy", 200),
        programme=F(f"{task}__programme__name"), day=F("due_on"), extra=F(f"{task}__title"),
        is_sample=F("visit__inspection__is_sample"),
    )  # fmt: skip


def _drafts(member: Member) -> QuerySet[Any]:
    pending = Count("facts", filter=Q(facts__status=FactStatus.PENDING))
    rows = Draft.objects.visible_to(member).filter(status=DraftStatus.OPEN).order_by()
    return _columns(
        rows.annotate(w_pending=pending), "draft", title=F("file__name"), day=TruncDate("created_at"),
        extra=F("w_pending"),
    )  # fmt: skip


def _arrivals(member: Member) -> QuerySet[Any]:
    rows = _columns(
        unread_by(member), "arrival", title=F("abstract"), programme=F("sender"), extra=F("number_text"),
        day=Coalesce("due_on", "arrived_on"), is_marked=Q(due_on__isnull=False),
    )  # fmt: skip
    return rows[:_MOST]


def _to_file(member: Member, today: date) -> QuerySet[Any]:
    rows = deliveries_to_file(member, today=today).order_by("sending__sent_at", "pk")
    shown = _columns(
        rows, "delivery", title=F("entry__abstract"), programme=F("entry__symbol"), extra=F("entry__number"),
        more=F("entry__urgency"), day=TruncDate("sending__sent_at"), body=F("entry__register__body"),
    )  # fmt: skip
    return shown[:_MOST]


def bodies_in(rows: Iterable[Waiting]) -> Sequence[int]:
    """The bodies whose names the rows need."""
    return sorted({row.body_id for row in rows} - {0})
