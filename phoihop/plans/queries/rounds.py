"""Who is asked to register, who has sent, who is late: the board of a round, for any number of units."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.core.vietnamese import fold
from phoihop.organisations.models import AreaVersion, Body, BodyName, Level
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import RegistrationRound, RegistrationSheet
from phoihop.plans.registration import Asked, SheetState, percent_of, sheet_state
from phoihop.plans.statuses import RegistrationStatus
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_written_for, places_under
from phoihop.programmes.queries import current_edition, named

PER_PAGE = 50
_MOST_FOUND = 30
_S = RegistrationStatus


@dataclass(frozen=True)
class StateCount:
    """How many sheets stand so; `percent` of all."""

    state: SheetState
    count: int
    percent: float


@dataclass(frozen=True)
class RoundCounts:
    """The coverage of a round."""

    asked: int
    states: tuple[StateCount, ...]
    received: int
    sent_late: int

    @property
    def words(self) -> str:
        """ "12/15 đơn vị đã gửi"."""
        return f"{self.received}/{self.asked} đơn vị đã gửi"


@dataclass(frozen=True)
class SheetLine:
    """A unit on the board."""

    id: int
    body: str
    state: SheetState
    items: int
    sent_at: datetime | None
    is_sent_late: bool
    reminded_on: date | None


@dataclass(frozen=True)
class RoundBoard:
    """A page of the board."""

    round: RegistrationRound
    counts: RoundCounts
    page: Page[RegistrationSheet]
    lines: list[SheetLine]


def rounds_of(programme: Programme, today: date) -> list[tuple[RegistrationRound, RoundCounts]]:
    """The rounds of a programme, latest first, each with its coverage; two queries for all."""
    rows = list(RegistrationRound.objects.filter(programme=programme).order_by("-year"))
    found = _counts({row.pk: row for row in rows}, today)
    return [(row, found[row.pk]) for row in rows]


def _counts(rounds: dict[int, RegistrationRound], today: date) -> dict[int, RoundCounts]:
    """One query, whatever the number of rounds and units."""
    late = Q(sent_at__date__gt=F("round__due_on"))
    asked = RegistrationSheet.objects.filter(round__in=rounds, ended_on=None)
    grouped = asked.order_by().values("round_id", "status")
    sums = grouped.annotate(number=Count("id"), sent_late=Count("id", filter=late))
    by_round: dict[int, list[Any]] = {pk: [] for pk in rounds}
    for row in sums:
        by_round[row["round_id"]].append(row)
    return {pk: _folded(rounds[pk], rows, today) for pk, rows in by_round.items()}


def _folded(row: RegistrationRound, sums: list[Any], today: date) -> RoundCounts:
    numbers = dict.fromkeys(SheetState, 0)
    received = {_S.SENT, _S.ACCEPTED}
    for line in sums:
        state = sheet_state(str(line["status"]), due_on=row.due_on, today=today)
        numbers[state] += int(line["number"])
    asked = sum(numbers.values())
    shown = (SheetState.ACCEPTED, SheetState.SENT, SheetState.RETURNED, SheetState.MISSING, SheetState.LATE)
    states = tuple(
        StateCount(state, numbers[state], float(percent_of(numbers[state], asked))) for state in shown
    )
    return RoundCounts(
        asked=asked,
        states=states,
        received=sum(int(line["number"]) for line in sums if line["status"] in received),
        sent_late=sum(int(line["sent_late"]) for line in sums if line["status"] in received),
    )


def round_board(
    row: RegistrationRound, *, today: date, state: str = "", words: str = "", page: str | None = None
) -> RoundBoard:
    """One page of the units asked, by name; four queries, whatever their number."""
    sheets = _narrowed(row, state=state, words=words, today=today)
    found = Paginator(sheets, PER_PAGE).get_page(page)
    rows = list(found.object_list)
    names = body_labels({sheet.body_id for sheet in rows}, today)
    return RoundBoard(
        round=row,
        counts=_counts({row.pk: row}, today)[row.pk],
        page=found,
        lines=[_line(row, sheet, names[sheet.body_id].short_name, today) for sheet in rows],
    )


def _narrowed(row: RegistrationRound, *, state: str, words: str, today: date) -> QuerySet[RegistrationSheet]:
    names = BodyName.objects.on(today).filter(body=OuterRef("body"))
    rows = RegistrationSheet.objects.filter(round=row).annotate(
        items_number=Count("items"), name_key=Subquery(names.values("sort_key")[:1])
    )
    for word in fold(words).split():
        rows = rows.filter(body__in=BodyName.objects.on(today).filter(folded__contains=word).values("body"))
    return _in_state(rows, row, state, today).order_by("name_key", "pk")


def _in_state[Q_: QuerySet[RegistrationSheet]](
    rows: Q_, row: RegistrationRound, state: str, today: date
) -> Q_:
    """The chase list is "chua-gui": everybody who has not handed in, late or not."""
    is_over = row.due_on < today
    rows = rows.filter(ended_on=None) if state else rows
    if state == "chua-gui":
        return rows.filter(status__in=[_S.DRAFT, _S.RETURNED])
    if state == SheetState.LATE:
        return rows.filter(status__in=[_S.DRAFT, _S.RETURNED]) if is_over else rows.none()
    if state in {SheetState.MISSING, SheetState.RETURNED}:
        status = _S.DRAFT if state == SheetState.MISSING else _S.RETURNED
        return rows.none() if is_over else rows.filter(status=status)
    return rows.filter(status=state) if state in {_S.SENT, _S.ACCEPTED} else rows


def _line(row: RegistrationRound, sheet: RegistrationSheet, name: str, today: date) -> SheetLine:
    sent = sheet.sent_at
    return SheetLine(
        id=sheet.pk,
        body=name,
        state=sheet_state(sheet.status, due_on=row.due_on, today=today, is_ended=sheet.ended_on is not None),
        items=getattr(sheet, "items_number", 0),
        sent_at=sent,
        is_sent_late=sent is not None and clock.day_of(sent) > row.due_on,
        reminded_on=sheet.reminded_on,
    )


def my_sheets(member: Member, today: date) -> list[tuple[RegistrationSheet, SheetState]]:
    """The sheets the member's body is asked for, the newest round first; those not sent lead."""
    bodies = bodies_written_for(member.body_id).values("pk")
    rows = RegistrationSheet.objects.filter(body__in=bodies).select_related("round__programme")
    found = [
        (
            row,
            sheet_state(row.status, due_on=row.round.due_on, today=today, is_ended=row.ended_on is not None),
        )
        for row in rows.order_by("-round__year", "round__due_on", "pk")[:200]
    ]
    return sorted(found, key=lambda pair: pair[0].sent_at is not None)


def asked_groups(programme: Programme, *, on: date) -> dict[Asked, list[int]]:
    """The units of each group on a day, without doubles; five queries."""
    edition = current_edition(programme)
    parties = list(edition.parties.order_by("order").values_list("body_id", "body__kind"))
    ids, kinds = [pk for pk, _ in parties], {kind for _, kind in parties}
    there = Body.objects.on(on)
    below = AreaVersion.objects.on(on) & places_under(programme.area_id)
    under = there.filter(area__in=below.exclude(area__level=Level.RESIDENTIAL_AREA).values("area"))
    boards = there.filter(area__in=below.filter(area__level=Level.RESIDENTIAL_AREA).values("area"))
    return {
        Asked.PARTIES: list(there.filter(pk__in=ids).values_list("pk", flat=True)),
        Asked.OFFICES: list(
            there.filter(parent__in=ids, area=programme.area_id).values_list("pk", flat=True)
        ),
        Asked.UNDER: list(under.filter(kind__in=kinds).values_list("pk", flat=True)),
        Asked.BOARDS: list(boards.values_list("pk", flat=True)),
    }


def found_bodies(words: str, *, on: date) -> list[tuple[int, str]]:
    """Bodies anywhere whose name holds all the words, a few; two queries."""
    if not words.strip():
        return []
    rows = BodyName.objects.on(on)
    for word in fold(words).split():
        rows = rows.filter(folded__contains=word)
    return named(list(rows.order_by("sort_key").values_list("body_id", flat=True)[:_MOST_FOUND]), on=on)


def names_of(body_ids: Collection[int], *, on: date) -> list[str]:
    """Short names in the order of a dictionary; one query."""
    return [name for _, name in named(body_ids, on=on)]


def usual_due_day(year: int, today: date) -> date:
    """What the form proposes: the end of January of the year, or in two weeks when that is past."""
    return max(date(year, 1, 31), today + timedelta(days=14))
