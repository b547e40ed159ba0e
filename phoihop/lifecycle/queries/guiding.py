"""What the pages of guidance read; their query counts do not grow with the receivers."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, QuerySet

from phoihop.core.member import Member
from phoihop.lifecycle.models import Guidance, GuidanceMessage, GuidanceReceipt
from phoihop.lifecycle.queries.lines_below import bodies_below
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.permissions import can_write_for

PER_PAGE = 50
_WRITES = {"officer", "leader"}


@dataclass(frozen=True)
class GuidanceCard:
    """A guidance in a list, with how many have read it; `is_own`: issued by the member's body."""

    id: int
    title: str
    number: str
    issued_on: date
    body: str
    sent_at: datetime
    receivers: int
    acknowledged: int
    is_own: bool
    is_withdrawn: bool


@dataclass(frozen=True)
class MessageLine:
    """A word in the thread between two bodies."""

    body: str
    person: str
    at: datetime
    text: str


@dataclass(frozen=True)
class ReceiptLine:
    """A receiving body: whether it has read it and passed it on, and what was asked and answered."""

    id: int
    body: str
    acknowledged_at: datetime | None
    is_passed_on: bool
    messages: list[MessageLine]


@dataclass(frozen=True)
class GuidanceCounts:
    """How many received it, and of them how many have read it."""

    receivers: int
    acknowledged: int

    @property
    def silent(self) -> int:
        return self.receivers - self.acknowledged


@dataclass(frozen=True)
class GuidancePage:
    """A guidance: for the issuing body the board of all receivers, for a receiver its own line."""

    guidance: Guidance
    body: str
    clauses: list[str]
    counts: GuidanceCounts
    page: Page[GuidanceReceipt]
    lines: list[ReceiptLine]
    own: list[ReceiptLine]
    is_issuer: bool
    can_write: bool
    can_withdraw: bool
    may_see_programme: bool


def programme_guidance(programme: Programme, member: Member, today: date) -> list[GuidanceCard]:
    """Those of one programme the member's body issued or received, the latest first; three queries."""
    rows = Guidance.objects.visible_to(member).filter(programme=programme)
    return _cards(rows, member, today)


def _cards(rows: QuerySet[Guidance], member: Member, today: date) -> list[GuidanceCard]:
    found = list(rows.order_by("-sent_at", "-pk").distinct())
    counted = GuidanceReceipt.objects.filter(guidance__in=[row.pk for row in found]).values("guidance")
    counts = {
        row["guidance"]: (row["all"], row["read"])
        for row in counted.annotate(all=Count("pk"), read=Count("acknowledged_at"))
    }
    names = body_labels({row.body_id for row in found}, today)
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    return [
        GuidanceCard(
            id=row.pk,
            title=row.title,
            number=row.number_text,
            issued_on=row.issued_on,
            body=names[row.body_id].short_name,
            sent_at=row.sent_at,
            receivers=counts.get(row.pk, (0, 0))[0],
            acknowledged=counts.get(row.pk, (0, 0))[1],
            is_own=row.body_id in own,
            is_withdrawn=row.withdrawn_at is not None,
        )
        for row in found
    ]


def guidance_page(
    guidance_id: int, member: Member, today: date, *, number: str | None, silent_only: bool = False
) -> GuidancePage:
    """Raises Guidance.DoesNotExist when the member does not see it; a fixed number of queries."""
    rows = Guidance.objects.visible_to(member).filter(pk=guidance_id).distinct()
    row = rows.select_related("body", "programme", "file", "passes_on", "sent_by").get()
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    is_issuer = row.body_id in own or row.body_id == member.body_id
    counted = row.receipts.aggregate(all=Count("pk"), read=Count("acknowledged_at"))
    shown = row.receipts.filter(acknowledged_at=None) if silent_only else row.receipts.all()
    page = Paginator(_receipts(shown if is_issuer else shown.none()), PER_PAGE).get_page(number)
    mine = list(_receipts(row.receipts.filter(body__in=own)))
    may = member.role in _WRITES
    return GuidancePage(
        guidance=row,
        body=body_labels([row.body_id], today)[row.body_id].name,
        clauses=[f"{c.path}: {c.text[:80]}" for c in row.clauses.order_by("order")],
        counts=GuidanceCounts(counted["all"], counted["read"]),
        page=page,
        lines=_lines(list(page.object_list), row, today),
        own=_lines(mine, row, today),
        is_issuer=is_issuer,
        can_write=may,
        can_withdraw=may and row.body_id in own and row.withdrawn_at is None and not counted["read"],
        may_see_programme=Programme.objects.visible_to(member).filter(pk=row.programme_id).exists(),
    )


def _receipts(rows: QuerySet[GuidanceReceipt]) -> QuerySet[GuidanceReceipt]:
    """Those who asked something first, then those who have not read it."""
    asked = Exists(GuidanceMessage.objects.filter(receipt=OuterRef("pk")))
    return rows.annotate(has_asked=asked).order_by("-has_asked", "-acknowledged_at", "pk")


def _lines(receipts: list[GuidanceReceipt], row: Guidance, today: date) -> list[ReceiptLine]:
    passed = Guidance.objects.filter(
        passes_on=row, withdrawn_at=None, body__in=[receipt.body_id for receipt in receipts]
    )
    passing = set(passed.values_list("body_id", flat=True))
    messages: dict[int, list[GuidanceMessage]] = defaultdict(list)
    for message in GuidanceMessage.objects.filter(receipt__in=receipts).select_related("person"):
        messages[message.receipt_id].append(message)
    ids = {receipt.body_id for receipt in receipts} | {
        m.body_id for found in messages.values() for m in found
    }
    names = {pk: label.short_name for pk, label in body_labels(ids, today).items()}
    return [
        ReceiptLine(
            id=receipt.pk,
            body=names[receipt.body_id],
            acknowledged_at=receipt.acknowledged_at,
            is_passed_on=receipt.body_id in passing,
            messages=[
                MessageLine(names[m.body_id], m.person.full_name, m.at, m.text) for m in messages[receipt.pk]
            ],
        )
        for receipt in receipts
    ]


def unread_receipts(member: Member) -> QuerySet[GuidanceReceipt]:
    """Guidance the member's body has not acknowledged, the oldest first."""
    own = bodies_written_for(member.body_id).values("pk")
    rows = GuidanceReceipt.objects.filter(body__in=own, acknowledged_at=None, guidance__withdrawn_at=None)
    return rows.order_by("guidance__sent_at", "pk")


def issuing_bodies(member: Member, today: date) -> list[Body]:
    """The bodies the member issues guidance for: its own, or the one its office serves; one query."""
    rows = Body.objects.on(today).filter(pk__in=bodies_written_for(member.body_id).values("pk"))
    return [body for body in rows.order_by("pk") if can_write_for(member, body.pk)]


def receivers(body: Body, today: date, *, most: int = 400) -> list[tuple[int, str]]:
    """The bodies of the line below, with their names, in the order of a dictionary; two queries."""
    ids = list(bodies_below(body, on=today).values_list("pk", flat=True))
    labels = sorted(body_labels(ids, today).values(), key=lambda label: label.sort_key)
    return [(label.id, label.name) for label in labels[:most]]


def count_below(bodies: Collection[Body], today: date) -> dict[int, int]:
    """How many stand below each body in its line; one query a body, of which a member has one or two."""
    return {body.pk: bodies_below(body, on=today).count() for body in bodies}


def opens_guidance_file(file_id: int, member: Member) -> bool:
    """Whether the file is a guidance the member's body issued or received."""
    return Guidance.objects.visible_to(member).filter(file=file_id).exists()
