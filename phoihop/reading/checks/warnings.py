"""What the person who reviews a draft should look at: silences, repeated labels, sums that do not hold."""

import re
from collections.abc import Iterator
from decimal import Decimal

from phoihop.reading.draft import Draft, DraftWarning, Span, Target, number
from phoihop.reading.facts.clauses import Section
from phoihop.reading.language.source import Source, phrase

_TARGETS_HEADING = phrase(r"\bchỉ tiêu\b")
_PRINTED_PERCENT = re.compile(r"=\s*(\d+(?:[.,]\d+)?)\s*%")
_REVIEW_YEARS = {"every_3_years": 3, "every_5_years": 5}


def warnings_of(source: Source, draft: Draft, sections: list[Section], *, title: Span) -> list[DraftWarning]:
    """The warnings of a draft that has everything else, in reading order."""
    found = [
        *_silences(draft, title),
        *_labels(draft),
        *_bounds(draft),
        *_allocations(draft),
        *_duties(source, draft),
        *_without_number(source, draft, sections),
        *_signatures(draft),
    ]
    return sorted(found, key=lambda warning: warning.span)


def _silences(draft: Draft, title: Span) -> Iterator[DraftWarning]:
    header = draft.header
    missing = (
        (header.number, "number_not_stated", "Văn bản không ghi số, ký hiệu."),
        (header.date, "date_not_stated", "Văn bản không ghi ngày ban hành."),
        (header.period.start, "period_not_stated", "Văn bản không ghi thời gian thực hiện."),
        (header.issuers, "issuers_not_stated", "Không đọc được tên các bên ban hành."),
        (draft.clauses, "no_clauses", "Văn bản không có mục nào được đánh số."),
        (draft.targets, "no_targets", "Văn bản không có chỉ tiêu bằng số."),
        (draft.signatories, "no_signatories", "Văn bản không có phần ký."),
        (draft.recipients, "no_recipients", "Văn bản không có phần Nơi nhận."),
        (
            any(duty.kind == "report" for duty in draft.duties),
            "no_report_duty",
            "Văn bản không quy định chế độ báo cáo.",
        ),
    )
    for value, code, text in missing:
        if not value:
            yield DraftWarning(title, code, text)


def _labels(draft: Draft) -> Iterator[DraftWarning]:
    for clause in draft.clauses:
        if "~" in clause.id.rsplit(".", 1)[-1] and "/" not in clause.id:
            start = clause.span[0]
            text = f"Nhãn “{clause.label}” in lặp lại; hệ thống giữ nguyên và đặt mã riêng."
            yield DraftWarning((start, start + len(clause.label)), "repeated_label", text)


def _bounds(draft: Draft) -> Iterator[DraftWarning]:
    for target in draft.targets:
        if target.unit == "%" and target.value >= 100 and target.comparator in (">=", ">"):
            yield DraftWarning(target.span, "above_whole", "Tỷ lệ không thể vượt 100%; coi như đúng 100%.")
        if target.of is not None and target.value > target.of:
            yield DraftWarning(target.span, "ratio_above_whole", "Phân số lớn hơn tổng số.")
        yield from _printed_ratio(target)


def _printed_ratio(target: Target) -> Iterator[DraftWarning]:
    """ "17/17 … = 100%": the two must say the same."""
    printed = _PRINTED_PERCENT.search(target.text)
    if printed and target.of:
        percent = Decimal(printed[1].replace(",", "."))
        if abs(target.value / target.of * 100 - percent) >= 1:
            text = f"{number(target.value)}/{number(target.of)} không bằng {printed[1]}% như văn bản ghi."
            yield DraftWarning(target.span, "ratio_mismatch", text)


def _allocations(draft: Draft) -> Iterator[DraftWarning]:
    """A whole divided in the bullets below it must be the sum of its shares (10 = 6 + 4 × 1)."""
    for whole in draft.targets:
        if whole.unit == "%" or "/" in (whole.clause_id or "/"):
            continue
        shares = [share for share in draft.targets if _is_share(share, whole)]
        total = sum((share.value for share in shares), Decimal(0))
        if len(shares) > 1 and total != whole.value:
            text = f"Các phần cộng lại được {number(total)}, khác với {number(whole.value)} {whole.unit}."
            yield DraftWarning(whole.span, "allocation_mismatch", text)


def _is_share(share: Target, whole: Target) -> bool:
    is_below = (share.clause_id or "").startswith(f"{whole.clause_id}/")
    is_each = (share.scope or "").startswith("mỗi ")
    return is_below and not is_each and share.unit.lower() == whole.unit.lower()


def _duties(source: Source, draft: Draft) -> Iterator[DraftWarning]:
    start, end = draft.header.period.start, draft.header.period.end
    for duty in draft.duties:
        years = _REVIEW_YEARS.get(duty.frequency)
        if years and start and end and start + years > end + 1:
            text = f"Lần tổng kết, sơ kết sau {years} năm nằm ngoài thời gian {start}-{end}."
            yield DraftWarning(duty.span, "review_outside_period", text)
        if years and not start:
            yield DraftWarning(
                duty.span, "review_without_start", f"Cần chọn năm bắt đầu để tính mốc {years} năm."
            )
        if duty.frequency == "on_demand" and "định kỳ" in source.folded[slice(*duty.span)]:
            yield DraftWarning(duty.span, "no_interval", "Ghi “định kỳ” nhưng không ghi bao lâu một lần.")
        if not duty.senders:
            yield DraftWarning(duty.span, "no_sender", "Không ghi bên nào phải làm việc này.")


def _without_number(source: Source, draft: Draft, sections: list[Section]) -> Iterator[DraftWarning]:
    """A line under a heading of targets that prints no number: kept as words for a person to decide."""
    with_targets = {target.clause_id for target in draft.targets}
    for section in sections:
        parent = section.parent
        under_heading = parent is not None and _TARGETS_HEADING.search(source.folded, *parent.title)
        if under_heading and not section.clause.heading and section.clause.id not in with_targets:
            text = "Chỉ tiêu bằng lời, không có số; cần người rà soát quyết định."
            yield DraftWarning(section.clause.span, "target_without_number", text)


def _signatures(draft: Draft) -> Iterator[DraftWarning]:
    for signatory in draft.signatories:
        if not signatory.name:
            yield DraftWarning(signatory.span, "signatory_without_name", "Chữ ký không in tên người ký.")
