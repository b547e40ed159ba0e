"""What "Việc của tôi" reads: a fixed number of queries, whatever the number of rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from phoihop.core.member import Member
from phoihop.dashboards import home_lines as lines
from phoihop.dashboards.home_chart import WORDS, Bar, bars
from phoihop.dashboards.home_items import Group, WorkItem, grouped
from phoihop.dashboards.home_sources import WRITES, bodies_in, waiting_rows
from phoihop.dashboards.home_waiting import reminder_items, waiting_item
from phoihop.organisations.queries import BodyLabel, body_labels
from phoihop.plans.queries import my_tasks
from phoihop.programmes.calculations import StatusShown, status_shown
from phoihop.programmes.models import Edition, Party, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import visible_editions
from phoihop.programmes.statuses import UNDER_WAY, EditionStatus, Origin
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Obligation, ReturnedItem
from phoihop.reports.queries.owed import DAYS_AHEAD, DAYS_BACK, waiting_for
from phoihop.reports.queries.standing import Held, held

_CHART_DAYS_BACK = 300
_MOST_PROGRAMMES = 60
_STILL_OWED = {Standing.RETURNED, Standing.MISSING, Standing.DUE_SOON, Standing.NOT_DUE}


@dataclass(frozen=True)
class ProgrammeLine:
    """A programme of the body."""

    id: int
    name: str
    status: StatusShown
    is_sample: bool


@dataclass(frozen=True)
class Home:
    """What is to be done, in groups by date; the body's programmes; how the last periods were reported."""

    groups: list[Group]
    programmes: list[ProgrammeLine]
    bars: list[Bar]

    @property
    def count(self) -> int:
        return sum(len(group.items) for group in self.groups)

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The names and words of the parts that the bars really show."""
        shown = {part.name for bar in self.bars for part in bar.segments}
        return [(name, words) for name, words in WORDS.items() if name in shown]

    @property
    def is_sample(self) -> bool:
        items = any(item.is_sample for group in self.groups for item in group.items)
        return items or any(line.is_sample for line in self.programmes)


def home(member: Member, *, today: date) -> Home:
    """Everything `member` has to do; nine queries at most."""
    obligations = held(_obligations(member, today))
    own = [row for row in obligations if _is_own(row) and row.standing(today) in _STILL_OWED]
    editions = list(_editions(member))
    waiting = waiting_rows(member, today)
    names = body_labels({row.row.body_id for row in own} - {member.body_id} | {*bodies_in(waiting)}, today)
    items = [
        *_owed(member, own, names, today),
        *_to_decide(member, today),
        *(lines.task(card, today) for card in my_tasks(member, today)),
        *(item for edition in editions for item in _on_edition(edition, member, today)),
        *(waiting_item(row, names, today) for row in waiting),
        *(reminder_items(member, today) if member.role in WRITES else []),
    ]
    return Home(
        groups=grouped(items, today=today),
        programmes=[_line(edition, today) for edition in editions if not _is_beside(edition)],
        bars=bars([(row.period, row.kept) for row in obligations], today=today),
    )


def _obligations(member: Member, today: date) -> QuerySet[Obligation]:
    """What the body owes, and for the chart what others owe where it leads, signed or receives."""
    own = bodies_written_for(member.body_id).values("pk")
    soon = today + timedelta(days=DAYS_AHEAD)
    shown_back, chart_back = today - timedelta(days=DAYS_BACK), today - timedelta(days=_CHART_DAYS_BACK)
    shared = (
        Q(programme__lead__in=own)
        | Exists(Party.objects.filter(edition=OuterRef("edition"), body__in=own))
        | Q(pk__in=Obligation.objects.filter(recipients__body__in=own).values("pk"))
    )
    is_own = ExpressionWrapper(Q(body__in=own), output_field=BooleanField())
    return Obligation.objects.filter(
        Q(body__in=own, due_on__range=(shown_back, soon)) | (shared & Q(due_on__range=(chart_back, soon)))
    ).annotate(is_own=is_own, to_mend=_items_to_mend())


def _owed(member: Member, own: list[Held], names: Mapping[int, BodyLabel], today: date) -> list[WorkItem]:
    return [
        lines.owed(
            row,
            today,
            body=names[row.row.body_id].short_name if row.row.body_id in names else "",
            to_mend=getattr(row.row, "to_mend", 0) if row.kept.is_returned else 0,
            may_write=member.role in WRITES,
        )
        for row in own
    ]


def _is_own(row: Held) -> bool:
    return bool(getattr(row.row, "is_own", False))


def _items_to_mend() -> Coalesce:
    """How many items the last return of an obligation's report names."""
    items = ReturnedItem.objects.filter(decision__round__report__obligation=OuterRef("pk")).order_by()
    by_return = items.values("decision").annotate(rows=Count("pk")).order_by("-decision").values("rows")
    return Coalesce(Subquery(by_return[:1], output_field=IntegerField()), Value(0))


def _to_decide(member: Member, today: date) -> list[WorkItem]:
    """Reports that wait for the body's word."""
    if member.role not in WRITES:
        return []
    return [lines.waiting(row, today) for row in waiting_for(member, today=today)]


def _editions(member: Member) -> QuerySet[Any]:
    """The programmes the body leads, signs or has a part in, those that wait for it first."""
    own = bodies_written_for(member.body_id).values("pk")
    unsigned = Party.objects.filter(edition=OuterRef("pk"), body=member.body_id, signature=None)
    return (
        Edition.objects.filter(
            Q(amends=None) | Q(pk__in=visible_editions(member).values("pk")),
            programme__in=Programme.objects.visible_to(member).values("pk"),
            status__in=[*UNDER_WAY, EditionStatus.IN_FORCE],
        )
        .annotate(
            is_unsigned=Exists(unsigned),
            is_led=ExpressionWrapper(Q(programme__lead__in=own), output_field=BooleanField()),
        )
        .select_related("programme")
        .order_by("-is_unsigned", F("period_end").desc(nulls_last=True), "-pk")[:_MOST_PROGRAMMES]
    )


def _on_edition(edition: Any, member: Member, today: date) -> list[WorkItem]:
    """What the member has to do about a programme's own text: go on drafting, sign, give the number."""
    if edition.status == EditionStatus.DRAFT and edition.is_led and member.role in WRITES:
        return [lines.unfinished(edition, today)]
    if edition.status == EditionStatus.SIGNING and edition.is_unsigned and member.role == "leader":
        return [lines.to_sign(edition, today)]
    if _awaits_number(edition) and edition.is_led and member.role == "clerk":
        return [lines.to_number(edition, today)]
    return []


def _is_beside(edition: Edition) -> bool:
    """An amendment under way: the programme stands in the list by its edition in force."""
    return edition.amends_id is not None and edition.status in UNDER_WAY


def _awaits_number(edition: Edition) -> bool:
    signed = {EditionStatus.IN_FORCE, EditionStatus.WAITING}
    is_signed_here = edition.origin == Origin.SIGNED_HERE and edition.status in signed
    return is_signed_here and not edition.number_text


def _line(edition: Edition, today: date) -> ProgrammeLine:
    return ProgrammeLine(
        id=edition.programme_id,
        name=edition.programme.name,
        status=status_shown(edition.status, period_end=edition.period_end, today=today),
        is_sample=edition.is_sample,
    )
