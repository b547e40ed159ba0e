"""The pictures of dashboards as sheets: numbers stay numbers, the kinds of nothing stay words."""

from datetime import date
from decimal import Decimal

from phoihop.dashboards.queries.compare import Comparison
from phoihop.dashboards.queries.heat import Heat, HeatRow
from phoihop.dashboards.queries.place import PlaceTargets, Told
from phoihop.dashboards.queries.progress import TargetLine
from phoihop.dashboards.queries.scope import Scope
from phoihop.dashboards.queries.tiles import TileMap
from phoihop.dashboards.queries.trend import Trend, TrendRow
from phoihop.targets.calculations import Outcome
from phoihop.writing.sheets import NoFigure, Sheet, SheetColumn, Value

_BLANKS = {
    Outcome.NO_FIGURES: NoFigure.NOT_REPORTED,
    Outcome.MISSING: NoFigure.MISSING,
    Outcome.NOT_APPLICABLE: NoFigure.NOT_APPLICABLE,
}


def _columns(*titles: tuple[str, float]) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(title=title, width=width) for title, width in titles)


def _title(words: str, scope: Scope) -> str:
    return f"{words}: {scope.programme.name}, {scope.place.full_name}"


def _covered(line: TargetLine) -> str:
    return line.coverage.words if line.coverage.due else ""


def _percent(line: TargetLine) -> Value:
    return _BLANKS.get(line.progress.outcome, line.progress.percent)


def place_sheet(found: PlaceTargets, scope: Scope, *, on: date) -> Sheet:
    """One row a target: what is asked, what is there, its pace, its forecast, and why it is behind."""
    return Sheet(
        name="Nhịp",
        title=f"{_title('Chỉ tiêu và nhịp', scope)}, tính đến {on:%d/%m/%Y}",
        columns=_columns(
            ("Mục", 8), ("Chỉ tiêu", 30), ("Phải đạt", 18), ("Đã đạt (đã duyệt)", 16), ("% phải đạt", 10),
            ("Đơn vị có số liệu", 11), ("Đánh giá", 13), ("Tính nhịp đến", 12), ("Nên đạt (%)", 10),
            ("So với nhịp", 18), ("Dự báo đến hết kỳ", 18), ("Vì sao", 30),
        ),
        rows=tuple(_place_row(one) for one in found.told),
        has_sample_mark=scope.programme.is_sample,
    )  # fmt: skip


def _place_row(one: Told) -> tuple[Value, ...]:
    line, pace = one.line, one.line.pace
    return (
        line.clause_path, line.name, line.goal, line.value, _percent(line), _covered(line),
        line.progress.label, pace.on if pace else None, pace.expected if pace else None, line.pace_words,
        line.forecast_words, "; ".join(one.reasons),
    )  # fmt: skip


def heat_sheet(found: Heat, scope: Scope, *, year: int) -> Sheet:
    """One row a unit, one column a period, words in every cell."""
    labels = [(period.label, 22.0) for period in found.periods]
    return Sheet(
        name=f"Ai báo cáo {year}",
        title=f"{_title('Ai báo cáo khi nào', scope)}, năm {year}",
        columns=_columns(
            ("Đơn vị", 32), *labels, ("Đến hạn", 10), ("Đã báo cáo", 12), ("Tỷ lệ (%)", 10), ("Đúng hạn", 10)
        ),
        rows=(
            *(_heat_row(row) for row in found.rows),
            _heat_row(HeatRow("Cộng", "", None, found.foot, found.total)),
        ),
        has_sample_mark=found.is_sample or scope.programme.is_sample,
    )


def _heat_row(row: HeatRow) -> tuple[Value, ...]:
    words = [cell.mark.value if cell.is_single or not cell.due else cell.words for cell in row.cells]
    total = row.total
    return (row.name, *words, total.due, total.received, total.percent, total.on_time)


def trend_sheet(found: Trend, scope: Scope) -> Sheet:
    """Two rows a chart: what each period brought, and the percent of the goal so far."""
    return Sheet(
        name="Xu hướng",
        title=_title("Xu hướng", scope) + (f", {found.target.name}" if found.target else ""),
        columns=_columns(
            ("Nơi, chỉ tiêu", 40), ("Phải đạt", 24), ("Số nào", 22), *((p.label, 16) for p in found.periods)
        ),
        rows=tuple(cells for row in found.rows for cells in _trend_rows(row)),
        has_sample_mark=found.is_sample or scope.programme.is_sample,
    )


def _trend_rows(row: TrendRow) -> tuple[tuple[Value, ...], ...]:
    points = [NoFigure.NOT_REPORTED if p is None or p.number is None else p.number for p in row.points]
    words = [
        p.words if p is not None and p.number is None else n for p, n in zip(row.points, points, strict=True)
    ]
    percents: list[Decimal | None] = list(row.percents)
    return (
        (row.title, row.line.goal, f"trong kỳ ({row.line.unit})" if row.line.unit else "trong kỳ", *words),
        (row.title, row.line.goal, "% phải đạt, đến kỳ đó", *percents),
    )


def compare_sheet(found: Comparison, scope: Scope) -> Sheet:
    """One row a place with its group, so that who sorts the sheet still sees what may be compared."""
    return Sheet(
        name="So các nơi",
        title=f"{_title('So các nơi cùng loại', scope)}, {found.target.name}",
        columns=_columns(
            ("Nơi", 30), ("Nhóm cùng loại", 40), ("Phải đạt", 24), ("Đã đạt (đã duyệt)", 20),
            ("% phải đạt", 12), ("Đơn vị có số liệu", 16), ("So với nhịp", 26), ("Thứ trong nhóm", 30),
        ),
        rows=tuple(
            (
                row.place.full_name, row.rank.group, row.line.goal, row.line.value, _percent(row.line),
                _covered(row.line), row.line.pace_words, row.rank.words,
            )
            for row in found.rows
        ),
        has_sample_mark=scope.programme.is_sample,
    )  # fmt: skip


def tiles_sheet(found: TileMap, scope: Scope) -> Sheet:
    """One row a province."""
    what = found.target.name if found.target else "Báo cáo đã nộp"
    return Sheet(
        name="Các tỉnh",
        title=f"{_title('Các tỉnh, thành phố', scope)}, {what}",
        columns=_columns(("Tỉnh, thành phố", 28), ("Tỷ lệ (%)", 12), ("Diễn giải", 90)),
        rows=tuple((row.place.full_name, row.value.percent, row.value.words) for row in found.lines),
        has_sample_mark=scope.programme.is_sample,
    )
