"""Plans as sheets."""

from phoihop.plans.queries.costs import CostYear
from phoihop.writing.sheets import Sheet, SheetColumn


def cost_sheet(year: CostYear) -> Sheet:
    """One row a line of cost; an actual amount not yet known stays empty, which is no zero."""
    rows = [row for group in year.groups for row in group.rows]
    return Sheet(
        name=f"Kinh phí {year.year}",
        title=f"Dự toán và thực chi các công việc năm {year.year} (đồng)",
        columns=(
            SheetColumn(title="STT", width=6),
            SheetColumn(title="Chương trình", width=34),
            SheetColumn(title="Đơn vị", width=28),
            SheetColumn(title="Công việc", width=36),
            SheetColumn(title="Nội dung chi", width=30),
            SheetColumn(title="Nguồn", width=22),
            SheetColumn(title="Tên nguồn", width=22),
            SheetColumn(title="Dự toán", width=16),
            SheetColumn(title="Thực chi", width=16),
        ),
        rows=(
            *(
                (
                    number,
                    row.programme,
                    row.body,
                    row.task,
                    row.content,
                    row.source,
                    row.source_name,
                    row.estimate,
                    row.actual,
                )
                for number, row in enumerate(rows, start=1)
            ),
            *([(None, "Cộng", "", "", "", "", "", year.sums.estimate, year.sums.actual)] if rows else []),
        ),
        has_sample_mark=year.is_sample,
    )
