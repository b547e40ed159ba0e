"""Lists of reports as sheets: what stands in which column."""

from phoihop.documents.lists import Field
from phoihop.reports.queries.chasing import Due, UnitDue
from phoihop.reports.queries.owed import OwedRow

OWED: tuple[Field[OwedRow], ...] = (
    Field("Báo cáo", lambda row: row.name, 40),
    Field("Kỳ", lambda row: row.period.label, 20),
    Field("Chương trình", lambda row: row.programme, 50),
    Field("Đơn vị", lambda row: row.body, 30),
    Field("Hạn cuối: hết ngày", lambda row: row.due_on, 14),
    Field("Tình hình", lambda row: row.standing.value, 20),
    Field("Trạng thái", lambda row: row.status_label, 22),
)
DUES: tuple[Field[tuple[UnitDue, Due]], ...] = (
    Field("Đơn vị", lambda row: row[0].name, 36),
    Field("Việc còn nợ", lambda row: row[1].words, 60),
    Field("Hạn", lambda row: row[1].due_on, 12),
    Field("Số ngày quá hạn", lambda row: row[1].days_late, 12),
    Field("Số lần đã nhắc", lambda row: row[1].times, 12),
    Field("Nhắc lần cuối", lambda row: row[1].last_on, 14),
)
