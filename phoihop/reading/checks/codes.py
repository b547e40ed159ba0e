"""Every kind of fault the checks know, with its weight. docs/reference/checks.md describes each."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: a fault, something to look at, advice."""

    FAULT = "fault"
    LOOK = "look"
    ADVICE = "advice"

    @property
    def label(self) -> str:
        """In Vietnamese."""
        return _LABELS[self]


_LABELS = {Severity.FAULT: "lỗi", Severity.LOOK: "cần xem", Severity.ADVICE: "gợi ý"}


@dataclass(frozen=True)
class Check:
    """The name of a kind of fault, and how much it matters."""

    title: str
    severity: Severity


_F, _L, _A = Severity.FAULT, Severity.LOOK, Severity.ADVICE

CHECKS: dict[str, Check] = {
    # numbering and references inside the document
    "numbering": Check("Đánh số mục lặp hoặc nhảy cóc", _F),
    "cross_reference": Check("Dẫn tới mục không có", _F),
    "annex_missing": Check("Thiếu phụ lục đã nói đến", _F),
    # sums, shares and bounds
    "parts_do_not_add_up": Check("Các phần cộng lại không bằng tổng", _F),
    "ratio_mismatch": Check("Phân số và tỷ lệ không khớp", _F),
    "table_total": Check("Dòng tổng cộng không khớp", _F),
    "impossible_bound": Check("Mức không thể có", _F),
    "ratio_above_whole": Check("Phần lớn hơn tổng", _F),
    "range_reversed": Check("Khoảng ghi ngược", _F),
    "double_comparator": Check("Hai từ so sánh cho một số", _A),
    # targets and tasks
    "target_contradiction": Check("Cùng một chỉ tiêu, hai con số", _F),
    "target_without_owner": Check("Chỉ tiêu không có bên chịu trách nhiệm", _L),
    "task_without_owner": Check("Việc không có bên thực hiện", _L),
    "two_leads": Check("Hai bên cùng chủ trì một việc", _L),
    "repeated_clause": Check("Một việc ghi hai lần", _A),
    "no_targets": Check("Không có chỉ tiêu bằng số", _A),
    # reports, reviews and days
    "no_report_duty": Check("Không có chế độ báo cáo", _L),
    "duty_without_day": Check("Báo cáo không ghi ngày", _L),
    "duty_without_cycle": Check("Định kỳ nhưng không ghi bao lâu", _L),
    "duty_without_addressee": Check("Báo cáo không ghi gửi ai", _L),
    "duty_without_doer": Check("Việc định kỳ không ghi ai làm", _L),
    "review_outside_period": Check("Sơ kết, tổng kết ngoài thời gian thực hiện", _F),
    "review_without_start": Check("Không có mốc để tính sơ kết, tổng kết", _L),
    "deadline_outside_period": Check("Hạn ngoài thời gian thực hiện", _F),
    "impossible_date": Check("Ngày không có trong lịch", _F),
    "wrong_weekday": Check("Thứ và ngày không khớp", _F),
    # legal bases
    "signed_before_basis": Check("Ký trước ngày của căn cứ", _F),
    "basis_twice": Check("Căn cứ nêu hai lần", _F),
    "basis_without_number": Check("Căn cứ không ghi rõ văn bản nào", _A),
    "basis_without_date": Check("Căn cứ không ghi ngày", _A),
    "basis_expired": Check("Căn cứ đã hết hiệu lực", _F),
    "basis_not_yet": Check("Căn cứ chưa có hiệu lực", _F),
    "basis_in_doubt": Check("Căn cứ có thể đã hết hiệu lực", _L),
    "reference_expired": Check("Nhắc đến văn bản đã bị thay thế", _L),
    "malformed_reference": Check("Số, ký hiệu văn bản ghi sai", _L),
    # places and bodies
    "place_not_there": Check("Địa danh không có vào ngày văn bản", _L),
    "place_ends": Check("Địa bàn thôi tồn tại trong thời gian thực hiện", _A),
    "body_not_there": Check("Cơ quan không còn vào ngày văn bản", _F),
    # the parts of a document
    "not_stated": Check("Thể thức còn để trống", _A),
    "period_not_stated": Check("Không ghi thời gian thực hiện", _L),
    "issuers_not_stated": Check("Không rõ các bên ban hành", _L),
    "no_clauses": Check("Không có mục nào được đánh số", _L),
    "no_signatories": Check("Không có phần ký", _F),
    "signatory_without_name": Check("Chữ ký không in tên", _L),
    "position_missing": Check("Chữ ký không ghi chức vụ", _A),
    "deputy_without_capacity": Check("Cấp phó ký không ghi KT.", _A),
    "party_not_signing": Check("Bên tham gia không ký", _L),
    "signing_not_named": Check("Bên ký không được giao việc nào", _L),
    "no_recipients": Check("Không có Nơi nhận", _F),
    "no_archive": Check("Nơi nhận không có dòng Lưu", _L),
    # wording
    "fixed_words": Check("Sai chữ trong cụm từ cố định", _F),
    "repeated_words": Check("Chữ lặp", _A),
}
