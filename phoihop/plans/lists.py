"""The lists of plans as sheets: what stands in which column."""

from phoihop.documents.lists import Field
from phoihop.plans.queries import TaskCard
from phoihop.plans.queries.emergent import EmergentCard
from phoihop.plans.queries.inspections import FindingLine
from phoihop.plans.queries.milestones import MilestoneLine
from phoihop.plans.queries.obstacles import ObstacleCard
from phoihop.plans.queries.personal import MemberLine
from phoihop.plans.queries.proposals import ProposalGroup, ProposalLine

TASKS: tuple[Field[TaskCard], ...] = (
    Field("Công việc", lambda row: row.title, 50),
    Field("Loại", lambda row: row.kind, 16),
    Field("Chương trình", lambda row: row.programme, 40),
    Field("Mục", lambda row: row.clause_path or "phát sinh", 12),
    Field("Đơn vị", lambda row: row.body, 28),
    Field("Người làm", lambda row: row.person or None, 24),
    Field("Bắt đầu", lambda row: row.starts_on, 12),
    Field("Hạn", lambda row: row.due_on, 12),
    Field("Xong ngày", lambda row: row.finished_on, 12),
    Field("Trạng thái", lambda row: row.status_label, 18),
    Field("Quá hạn", lambda row: "quá hạn" if row.is_late else None, 10),
)
FINDINGS: tuple[Field[FindingLine], ...] = (
    Field("Tồn tại, hạn chế", lambda row: row.finding.text, 60),
    Field("Mức độ", lambda row: row.finding.get_severity_display(), 14),
    Field("Đơn vị được kiểm tra", lambda row: row.unit, 28),
    Field("Đơn vị phải khắc phục", lambda row: row.body, 28),
    Field("Việc phải khắc phục", lambda row: row.finding.remedy, 50),
    Field("Hạn", lambda row: row.finding.due_on, 12),
    Field("Trạng thái", lambda row: row.finding.get_status_display(), 20),
    Field("Quá hạn", lambda row: "quá hạn" if row.is_late else None, 10),
    Field("Về", lambda row: row.about or None, 30),
    Field("Cuộc kiểm tra", lambda row: row.task, 40),
    Field("Chương trình", lambda row: row.programme, 40),
)
OBSTACLES: tuple[Field[ObstacleCard], ...] = (
    Field("Vướng mắc", lambda row: row.text, 60),
    Field("Loại", lambda row: row.kind, 18),
    Field("Mục", lambda row: row.clause_path or None, 12),
    Field("Đề xuất", lambda row: row.proposal or None, 50),
    Field("Đơn vị nêu", lambda row: row.raised_by, 28),
    Field("Gửi đến", lambda row: row.addressed_to, 28),
    Field("Từ ngày", lambda row: row.since_on, 12),
    Field("Hạn trả lời", lambda row: row.answer_due_on, 12),
    Field("Trạng thái", lambda row: row.status_label, 20),
    Field("Quá hạn", lambda row: "quá hạn" if row.is_late else None, 10),
)
EMERGENTS: tuple[Field[EmergentCard], ...] = (
    Field("Nhiệm vụ", lambda row: row.title, 50),
    Field("Nội dung", lambda row: row.content, 60),
    Field("Lý do", lambda row: row.reason, 40),
    Field("Chủ trì", lambda row: row.lead, 28),
    Field("Đơn vị đề xuất", lambda row: row.proposed_by, 28),
    Field("Hạn", lambda row: row.due_on, 12),
    Field("Trạng thái", lambda row: row.status_label, 20),
    Field("Ý kiến các bên", lambda row: "; ".join(f"{p.body}: {p.answer_label}" for p in row.parts), 60),
    Field("Kết quả", lambda row: row.result or None, 40),
)
MILESTONES: tuple[Field[MilestoneLine], ...] = (
    Field("Mốc", lambda row: row.text, 60),
    Field("Năm", lambda row: row.due_on.year, 8),
    Field("Hạn", lambda row: row.due_on, 12),
    Field("Đơn vị", lambda row: row.bodies, 36),
    Field("Phải đạt", lambda row: row.goal or None, 24),
    Field("Đã đạt", lambda row: row.value or None, 24),
    Field("Trạng thái", lambda row: row.state.label, 18),
    Field("Đạt ngày", lambda row: row.reached_on, 12),
    Field("Minh chứng", lambda row: row.proof_text or None, 40),
    Field("Chuyển sang", lambda row: row.goes_to, 12),
)
PROPOSALS: tuple[Field[tuple[ProposalGroup, ProposalLine]], ...] = (
    Field("Mục", lambda row: row[0].path, 12),
    Field("Nội dung", lambda row: row[1].content, 60),
    Field("Loại", lambda row: row[1].kind, 16),
    Field("Chủ trì", lambda row: row[1].body, 28),
    Field("Phối hợp", lambda row: row[1].coordinators or None, 36),
    Field("Thời gian", lambda row: row[1].when, 20),
    Field("Địa điểm", lambda row: row[1].place or None, 24),
    Field("Chỉ tiêu", lambda row: row[1].target or None, 36),
    Field("Kết quả dự kiến", lambda row: row[1].result or None, 36),
    Field("Kinh phí", lambda row: row[1].cost or None, 24),
    Field("Trạng thái", lambda row: row[1].status_label, 18),
    Field("Ghi chú", lambda row: row[1].note or None, 30),
)
PERSONAL_PLANS: tuple[Field[MemberLine], ...] = (
    Field("Họ và tên", lambda row: row.name, 30),
    Field("Chức vụ", lambda row: row.position or None, 30),
    Field("Chương trình hành động", lambda row: row.status_label, 24),
    Field("Số việc cam kết", lambda row: row.commitments if row.plan_id else None, 14),
    Field("Đã xong", lambda row: row.done if row.plan_id else None, 12),
)
