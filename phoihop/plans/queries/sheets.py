"""A registration sheet with its items, their results, its history, and what a member may do with it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from phoihop.core.member import Member
from phoihop.core.numbers import decimal_words
from phoihop.organisations.models import AreaVersion
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.plans import permissions
from phoihop.plans.models import RegistrationItem, RegistrationRound, RegistrationSheet, SheetDecision, Task
from phoihop.plans.queries.tasks import people_of
from phoihop.plans.registration import Placed, SheetState, sheet_state, shortfalls
from phoihop.plans.statuses import REGISTRATION, TaskStatus
from phoihop.programmes.models import Edition
from phoihop.programmes.models.visibility import places_under
from phoihop.programmes.queries import current_edition
from phoihop.programmes.queries.texts import shortened

_MOST_PLACES = 400


@dataclass(frozen=True)
class ItemLine:
    """A row of the sheet in words; the result comes from the task."""

    id: int
    content: str
    kind: str
    clause_path: str
    target: str
    place: str
    starts_on: date | None
    due_on: date
    quantity: str
    quantity_number: Decimal | None
    quantity_unit: str
    person: str
    task_id: int | None
    result: str
    is_done: bool
    is_late: bool

    @property
    def time(self) -> str:
        """ "từ 01/03/2026 đến 31/03/2026", "đến 31/03/2026"."""
        start = f"từ {self.starts_on:%d/%m/%Y} " if self.starts_on else ""
        return f"{start}đến {self.due_on:%d/%m/%Y}"


@dataclass(frozen=True)
class SheetHistoryLine:
    """What somebody did with the sheet, and what the contents were against the time before."""

    words: str
    person: str
    body: str
    note: str
    at: datetime
    changes: tuple[str, ...]


@dataclass(frozen=True)
class SheetPage:
    """The page of one sheet."""

    sheet: RegistrationSheet
    body: str
    state: SheetState
    items: list[ItemLine]
    warnings: list[str]
    history: list[SheetHistoryLine]
    verbs: dict[str, str]
    may_write: bool
    has_last_year: bool


_VERBS = {
    "send": "Gửi bảng đăng ký",
    "take_back": "Rút lại để sửa",
    "return": "Trả lại để bổ sung",
    "accept": "Tiếp nhận, lập công việc",
    "undo_accept": "Hoàn tác tiếp nhận",
    "reopen": "Mở sửa bảng đã tiếp nhận",
}
_UNITS_OWN = {"send", "take_back", "reopen"}
_LEADS_OWN = {"return", "accept", "undo_accept", "reopen"}


def visible_sheet(sheet_id: int, member: Member) -> RegistrationSheet:
    """Raises RegistrationSheet.DoesNotExist when the member does not see it."""
    rows = RegistrationSheet.objects.visible_to(member)
    return rows.select_related("round__programme__lead", "body").get(pk=sheet_id)


def sheet_page(sheet: RegistrationSheet, member: Member, *, today: date) -> SheetPage:
    """A fixed number of queries."""
    items = item_lines(sheet.items.all(), today=today)
    row = sheet.round
    fills = permissions.can_fill_for(member, sheet.body_id)
    return SheetPage(
        sheet=sheet,
        body=body_labels([sheet.body_id], today)[sheet.body_id].short_name,
        state=sheet_state(sheet.status, due_on=row.due_on, today=today, is_ended=sheet.ended_on is not None),
        items=items,
        warnings=shortfalls(
            [Placed(item.area_id, item.due_on) for item in sheet.items.all()],
            year=row.year,
            min_items=row.min_items,
            min_areas=row.min_areas,
        ),
        history=_history(sheet, today),
        verbs=_verbs(sheet, member, fills=fills),
        may_write=fills and sheet.ended_on is None and REGISTRATION.allows(sheet.status, "send"),
        has_last_year=not items and _has_last_year(sheet),
    )


def _verbs(sheet: RegistrationSheet, member: Member, *, fills: bool) -> dict[str, str]:
    leads = permissions.can_register_others(member, sheet.round.programme)
    mine = (_UNITS_OWN if fills else set()) | (_LEADS_OWN if leads else set())
    open_verbs = REGISTRATION.verbs_from(sheet.status)
    return {verb: REGISTRATION.moves[verb].label for verb in open_verbs if verb in mine}


def _has_last_year(sheet: RegistrationSheet) -> bool:
    programme = sheet.round.programme
    ids = [pk for pk in (programme.pk, programme.renews_id) if pk]
    rows = RegistrationItem.objects.filter(sheet__body=sheet.body_id, sheet__round__programme__in=ids)
    return rows.filter(sheet__round__year=sheet.round.year - 1).exists()


def item_lines(items: QuerySet[RegistrationItem], *, today: date) -> list[ItemLine]:
    """Items in words, with the result of their tasks; two queries."""
    rows = list(items.select_related("clause", "target", "person", "task"))
    places = area_labels({row.area_id for row in rows if row.area_id}, today)
    return [_item(row, places[row.area_id].full_name if row.area_id else "", today) for row in rows]


def _item(row: RegistrationItem, place: str, today: date) -> ItemLine:
    task = row.task
    is_done = task is not None and task.status == TaskStatus.DONE
    return ItemLine(
        id=row.pk,
        content=row.content,
        kind=row.get_kind_display(),
        clause_path=row.clause.path,
        target=row.target.name if row.target else "",
        place=place,
        starts_on=row.starts_on,
        due_on=row.due_on,
        quantity=f"{decimal_words(row.quantity)} {row.quantity_unit}".strip(),
        quantity_number=row.quantity,
        quantity_unit=row.quantity_unit,
        person=row.person.full_name if row.person else "",
        task_id=row.task_id,
        result=result_words(task),
        is_done=is_done,
        is_late=not is_done and row.due_on < today,
    )


def result_words(task: Task | None) -> str:
    """What came of it, in the words of the task: never typed into the sheet."""
    if task is None:
        return ""
    if task.status != TaskStatus.DONE:
        return str(task.get_status_display())
    told = [task.result.strip().rstrip(".")]
    if task.quantity is not None:
        told.append(f"{decimal_words(task.quantity)} {task.quantity_unit}".strip())
    if task.attendance is not None:
        told.append(f"{decimal_words(task.attendance)} lượt người")
    said = "; ".join(part for part in told if part)
    return f"{said} (xong {task.finished_on:%d/%m/%Y})"


def _history(sheet: RegistrationSheet, today: date) -> list[SheetHistoryLine]:
    rows = list(SheetDecision.objects.filter(sheet=sheet).select_related("by_person").order_by("at", "pk"))
    names = body_labels({row.by_body_id for row in rows}, today)
    lines, kept = [], None
    for row in rows:
        now = row.data.get("items")
        lines.append(
            SheetHistoryLine(
                words=_VERBS[row.verb],
                person=row.by_person.full_name,
                body=names[row.by_body_id].short_name,
                note=row.note,
                at=row.at,
                changes=_changes(kept, now),
            )
        )
        kept = now if now is not None else kept
    return lines[::-1]


def _changes(before: dict[str, str] | None, after: dict[str, str] | None) -> tuple[str, ...]:
    """What differs between two states of the contents, in sentences."""
    if before is None or after is None:
        return ()
    gone = [f"Bỏ: {text}" for key, text in before.items() if key not in after]
    new = [f"Thêm: {text}" for key, text in after.items() if key not in before]
    other = [
        f"Sửa: {before[key]} → {text}" for key, text in after.items() if key in before and before[key] != text
    ]
    return (*gone, *other, *new)


@dataclass(frozen=True)
class ItemChoices:
    """What the form of an item offers, each as (id, words)."""

    clauses: list[tuple[int, str]]
    targets: list[tuple[int, str]]
    areas: list[tuple[int, str]]
    people: list[tuple[int, str]]


def item_choices(sheet: RegistrationSheet, *, today: date) -> ItemChoices:
    """Clauses and targets of the edition in force, the unit's places, its people; five queries."""
    edition = current_edition(sheet.round.programme)
    return ItemChoices(
        clauses=clause_choices(edition),
        targets=[
            (row.pk, f"{row.clause.path}: {shortened(row.name)}")
            for row in edition.targets.select_related("clause").order_by("order")
        ],
        areas=_areas(sheet, today),
        people=people_of([sheet.body_id], today),
    )


def clause_choices(edition: Edition) -> list[tuple[int, str]]:
    """What may be registered: clauses that are no headings; where there are none, every clause."""
    rows = list(edition.clauses.order_by("order"))
    said = [row for row in rows if not row.is_heading] or rows
    return [(row.pk, f"{row.path}: {_words(row.text, row.label)}") for row in said]


def _words(text: str, label: str) -> str:
    plain = " ".join(text.split()).removeprefix(label).lstrip(" .)/-")
    return shortened(plain)


def _areas(sheet: RegistrationSheet, today: date) -> list[tuple[int, str]]:
    """The unit's own place and those under it, the nearest names first."""
    own = sheet.body.area_id
    under = AreaVersion.objects.on(today) & places_under(own)
    ids = list(under.order_by("sort_key").values_list("area_id", flat=True)[:_MOST_PLACES])
    labels = area_labels({own, *ids}, today)
    return [(pk, labels[pk].full_name) for pk in dict.fromkeys([own, *ids])]


@dataclass(frozen=True)
class UnitRows:
    """One unit's items, for files."""

    body: str
    state: str
    items: list[ItemLine]


def round_rows(row: RegistrationRound, *, today: date) -> list[UnitRows]:
    """Every sheet of a round with its items, by name of the unit; four queries, whatever their number."""
    sheets = list(row.sheets.order_by("pk"))
    items = RegistrationItem.objects.filter(sheet__round=row).order_by("due_on", "pk")
    lines = {line.id: line for line in item_lines(items, today=today)}
    owners = dict(items.values_list("pk", "sheet_id"))
    by_sheet: dict[int, list[ItemLine]] = {sheet.pk: [] for sheet in sheets}
    for pk, sheet_id in owners.items():
        by_sheet[sheet_id].append(lines[pk])
    labels = body_labels({sheet.body_id for sheet in sheets}, today)
    ordered = sorted(sheets, key=lambda sheet: labels[sheet.body_id].sort_key)
    return [
        UnitRows(
            labels[sheet.body_id].short_name,
            sheet_state(
                sheet.status, due_on=row.due_on, today=today, is_ended=sheet.ended_on is not None
            ).label,
            by_sheet[sheet.pk],
        )
        for sheet in ordered
    ]
