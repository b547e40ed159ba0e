"""A filled-in workbook back into cells, by the ids it carries."""

from collections.abc import Collection, Iterator
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell

from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.core.periods import Period
from phoihop.documents.workbooks import Cell, Limits, Rows, named_sheets
from phoihop.programmes.models import Edition
from phoihop.targets.entries import Key
from phoihop.targets.sheets import FIGURES, FORM, HIDDEN, IDS, MARK
from phoihop.targets.typed import TypedCell

LIMITS = Limits(most_bytes=20_000_000, rows=12_000, columns=400, seconds=40, megabytes=1_500)
_NOT_OURS = (
    "Tệp này không phải bảng số liệu tải từ hệ thống. Hãy tải bảng Excel ở trang này, điền rồi gửi lại."
)
_WIDENED = "Bảng đã bị thêm, bớt cột nên không đọc được. Hãy tải bảng mới rồi chép số sang."


def cells_of(
    content: bytes, *, edition: Edition, period: Period, target_ids: Collection[int]
) -> list[TypedCell]:
    """Every box of the workbook with the figure it showed when it was made.

    Refused, in plain words: no workbook of ours, of another programme or period, columns moved about.
    """
    sheets = named_sheets(content, (FIGURES, HIDDEN), limits=LIMITS)
    hidden, shown = sheets.get(HIDDEN), sheets.get(FIGURES)
    if not hidden or not shown or hidden[0][:2] != [MARK, str(FORM)]:
        raise Refused(_NOT_OURS)
    _check_same(hidden[0], edition, period)
    seen = _seen(hidden)
    head = next((place for place, row in enumerate(shown) if row and row[0] == IDS), None)
    if head is None:
        raise Refused(_WIDENED)
    columns = _columns(shown[head], target_ids)
    return list(_cells(shown, head + 1, columns, seen))


def _check_same(head: list[Cell], edition: Edition, period: Period) -> None:
    """The workbook says for which edition and period it was made."""
    try:
        edition_id = whole_number(str(head[2]))
        made_for = Period(date.fromisoformat(str(head[3])), date.fromisoformat(str(head[4])))
    except (IndexError, ValueError) as error:
        raise Refused(_NOT_OURS) from error
    if edition_id != edition.pk:
        raise Refused(
            "Tệp này là bảng của chương trình khác, hoặc của bản trước khi sửa đổi. Hãy tải bảng mới."
        )
    if made_for != period:
        told = f"Tệp này là bảng {made_for.label}, còn trang này nhập {period.label}."
        raise Refused(f"{told} Hãy chọn đúng kỳ rồi gửi lại.")


def _seen(hidden: Rows) -> dict[Key, int]:
    """The figures the cells showed, by target, body and place."""
    if len(hidden) < 2 or hidden[1][0] != IDS:
        raise Refused(_NOT_OURS)
    targets = [whole_number(str(cell)) for cell in hidden[1][1:]]
    found: dict[Key, int] = {}
    for row in hidden[2:]:
        unit = _unit(row[0])
        for target_id, cell in zip(targets, row[1:], strict=False):
            pk = whole_number(str(cell)) if cell is not None else None
            if unit and target_id and pk:
                found[target_id, *unit] = pk
    return found


def _unit(cell: Cell) -> tuple[int, int] | None:
    body, _, area = str(cell or "").partition("-")
    pair = whole_number(body), whole_number(area)
    return (pair[0], pair[1]) if pair[0] and pair[1] else None


def _columns(head: list[Cell], target_ids: Collection[int]) -> list[tuple[int, int, int | None]]:
    """Target, its column, the column of its whole."""
    places = {str(cell): place for place, cell in enumerate(head) if cell is not None and place > 0}
    found = []
    for name, place in places.items():
        if name.endswith("m"):
            continue
        target_id = whole_number(name)
        if target_id not in target_ids or target_id is None:
            raise Refused(_WIDENED)
        found.append((target_id, place, places.get(f"{name}m")))
    if not found:
        raise Refused(_WIDENED)
    return found


def _cells(
    rows: Rows, first: int, columns: list[tuple[int, int, int | None]], seen: dict[Key, int]
) -> Iterator[TypedCell]:
    for number, row in enumerate(rows[first:], start=first):
        unit = _unit(row[0]) if row else None
        if unit is None:
            continue
        for target_id, place, whole in columns:
            value, base = _at(row, place), _at(row, whole)
            if value is not None or base is not None:
                key = (target_id, *unit)
                address = xl_rowcol_to_cell(number, place)
                yield TypedCell(key, value, base, seen.get(key), address)


def _at(row: list[Cell], place: int | None) -> str | float | None:
    cell = row[place] if place is not None and place < len(row) else None
    return cell[:500] if isinstance(cell, str) else cell
