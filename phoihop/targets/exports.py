"""The targets of an edition as a sheet: numbers stay numbers, the kinds of nothing stay words."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from phoihop.programmes.models import Edition
from phoihop.targets.calculations import Outcome
from phoihop.targets.models import Target
from phoihop.targets.queries import Standing, TargetCard
from phoihop.targets.queries.places import PlaceLine, PlacePage
from phoihop.writing.sheets import NoFigure, Sheet, SheetColumn

_COLUMNS = (
    SheetColumn(title="STT", width=6),
    SheetColumn(title="Mục", width=12),
    SheetColumn(title="Chỉ tiêu", width=48),
    SheetColumn(title="Đơn vị", width=28),
    SheetColumn(title="Phải đạt", width=26),
    SheetColumn(title="Đã đạt", width=16),
    SheetColumn(title="Giá trị", width=12),
    SheetColumn(title="% chỉ tiêu", width=12),
    SheetColumn(title="Đánh giá", width=18),
    SheetColumn(title="Số đơn vị có số liệu", width=14),
    SheetColumn(title="Số liệu chưa duyệt", width=12),
)
_NO_FIGURE = {
    Outcome.NO_FIGURES: NoFigure.NOT_REPORTED,
    Outcome.MISSING: NoFigure.MISSING,
    Outcome.NOT_APPLICABLE: NoFigure.NOT_APPLICABLE,
}
_ESTIMATED = "(ước)"
type Cell = str | int | Decimal | NoFigure | None


def edition_sheet(edition: Edition, cards: Iterable[TargetCard], *, on: date) -> Sheet:
    """One row for each target, then one for each body's share of it."""
    rows = [row for number, card in enumerate(cards, start=1) for row in _rows(number, card)]
    return Sheet(
        name="Chỉ tiêu",
        title=f"Chỉ tiêu: {edition.programme.name}, tính đến {on:%d/%m/%Y}",
        columns=_COLUMNS,
        rows=tuple(rows),
        has_sample_mark=edition.is_sample,
    )


def matrix_sheet(edition: Edition, cards: Sequence[TargetCard], *, on: date) -> Sheet:
    """Units against targets: the whole programme and its coverage first; an empty cell is no share of it."""
    names = {share.body_id: share.body for card in cards for share in card.shares}
    cells = {(card.id, share.body_id): _cell(share.standing) for card in cards for share in card.shares}
    return Sheet(
        name="Đơn vị và chỉ tiêu",
        title=f"Đơn vị và chỉ tiêu: {edition.programme.name}, tính đến {on:%d/%m/%Y}",
        columns=(
            SheetColumn(title="Đơn vị", width=32),
            *(SheetColumn(title=_headed(card), width=18) for card in cards),
        ),
        rows=(
            ("Toàn chương trình", *(_cell(card.total) for card in cards)),
            ("Số đơn vị có số liệu", *(_covered(card) for card in cards)),
            *((name, *(cells.get((card.id, pk)) for card in cards)) for pk, name in names.items()),
        ),
        has_sample_mark=edition.is_sample,
    )


def _headed(card: TargetCard) -> str:
    return f"{card.name} ({card.unit})" if card.unit else card.name


def _covered(card: TargetCard) -> Cell:
    return card.total.coverage.words if card.total.coverage.due else None


def _cell(standing: Standing) -> Cell:
    """A number; words where none says all, where it is estimated, and why where there is none."""
    blank = _NO_FIGURE.get(standing.progress.outcome)
    if blank is not None or standing.number is None:
        return blank or standing.value
    return standing.value if standing.value.endswith(_ESTIMATED) else standing.number


def _rows(number: int, card: TargetCard) -> Iterable[tuple[Cell, ...]]:
    head = (number, card.clause_path, card.name)
    yield (*head, "Toàn chương trình", *_standing(card.total, card.total.goal), card.pending)
    for share in card.shares:
        pending = "có" if share.is_pending else ""
        yield (*head, share.body, *_standing(share.standing, share.share), pending)


def _standing(standing: Standing, goal: str) -> tuple[Cell, ...]:
    shown = standing.progress
    coverage = standing.coverage.words if standing.coverage.due else ""
    value = _cell(standing)
    return (goal, standing.value, value, shown.percent, shown.label, coverage)


_PLACE_COLUMNS = (
    SheetColumn(title="Địa bàn", width=36),
    SheetColumn(title="Phải đạt", width=24),
    SheetColumn(title="Đã đạt", width=18),
    SheetColumn(title="Giá trị", width=12),
    SheetColumn(title="Đánh giá", width=16),
    SheetColumn(title="Số đơn vị có số liệu", width=14),
    SheetColumn(title="Có số", width=9),
    SheetColumn(title="Ước tính", width=9),
    SheetColumn(title="Bằng 0", width=9),
    SheetColumn(title="Không áp dụng", width=9),
    SheetColumn(title="Không có số liệu", width=9),
    SheetColumn(title="Chưa báo cáo", width=9),
    SheetColumn(title="Ghi chú", width=24),
)


def place_sheet(target: Target, page: PlacePage, *, is_today: bool, on: date) -> Sheet:
    """A target at a place and the places below it, every state in its own column."""
    by = "theo địa bàn hiện nay" if is_today else "theo địa bàn lúc báo cáo"
    return Sheet(
        name="Theo địa bàn",
        title=f"{target.name}, {page.place.name}, {page.window.label}, {by}; lập {on:%d/%m/%Y}",
        columns=_PLACE_COLUMNS,
        rows=tuple(_place_row(line) for line in (page.place, *page.below)),
        has_sample_mark=target.edition.is_sample,
    )


def _place_row(line: PlaceLine) -> tuple[Cell, ...]:
    shown, total = line.standing, line.total
    word = shown.progress.label if line.has_goal and line.is_asked else ""
    return (
        line.name, shown.goal if line.has_goal else "tính chung", line.value,
        _cell(shown) if line.is_asked else line.value, word, shown.coverage.words, total.reported,
        total.estimated, total.zero, total.not_applicable, total.missing, line.silent,
        "tên cũ, đã chia tách" if line.is_former else "",
    )  # fmt: skip
