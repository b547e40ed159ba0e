"""The list of programmes as a sheet: what stands in which column."""

from phoihop.documents.lists import Field
from phoihop.programmes.queries.listing import ProgrammeLine

PROGRAMMES: tuple[Field[ProgrammeLine], ...] = (
    Field("Tên", lambda row: row.name, 60),
    Field("Loại văn bản", lambda row: row.kind, 24),
    Field("Số, ký hiệu", lambda row: row.number_text or None, 24),
    Field("Thời gian", lambda row: row.period, 24),
    Field("Địa bàn", lambda row: row.area, 28),
    Field("Cơ quan chủ trì", lambda row: row.lead, 36),
    Field("Trạng thái", lambda row: row.status.label, 20),
    Field("Kế hoạch kèm theo", lambda row: "; ".join(plan.name for plan in row.plans) or None, 60),
)
