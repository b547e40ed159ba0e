"""Reports and reviews: by when, how often, to whom, by whom, and inside the programme's period."""

from collections.abc import Iterator

from phoihop.reading.draft import Duty, Span
from phoihop.reading.language.source import phrase

from .context import Checked, listed
from .finding import Finding

_CYCLES = {
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "half_yearly": "6 tháng",
    "yearly": "hằng năm",
}
_REVIEW_YEARS = {"every_3_years": 3, "every_5_years": 5}
_OF_THE_WHOLE = ("report", "review")
_REGULARLY = phrase(r"\bđịnh kỳ\b")
_INTERVAL = phrase(
    r"\b(?:hàng|hằng|mỗi|từng|theo) (?:tuần|tháng|quý|năm|kỳ)\b|\bđịnh kỳ (?:tuần|tháng|quý|năm)\b"
    r"|\d+ (?:tuần|tháng|năm)"
    r"\b|\bsáu tháng\b|\bthường niên\b|\bnăm (?:một|1) lần\b|\bcuối năm\b"
)
_RULED = phrase(
    r"\btheo quy định\b|\bbáo cáo định kỳ\b|\bđịnh kỳ (?:và|hoặc|hay) đột xuất theo\b|\btheo định kỳ\b"
)
_TO_SOMEBODY = phrase(
    r"\b[Bb]áo cáo (?:[A-ZĐ]|(?:ban|ủy ban|thường trực|chi bộ|đảng ủy)\b)|"
    r"\b(?:về|cho|đến|tới|lên|gửi|với) (?:[A-ZĐ]|(?:các )?(?:ban|ủy ban|ub|cơ quan|cấp|bên|thường trực"
    r"|phòng|sở|văn phòng|mặt trận"
    r"|hội|đoàn|bộ|tỉnh|huyện|thành|xã|đảng)\b)"
)
_TOGETHER = phrase(r"\b(?:hai|ba|bốn|các|mỗi|từng|bốn) (?:bên|ngành|đơn vị|cơ quan|tổ chức)\b|\bliên ngành\b")
# Figures handed over every month are no report that can be late.
_REPORTS = phrase(r"\bbáo cáo\b|\bgửi về\b")
_PASSED_ON = phrase(
    r"\btheo quy định\b|\bbáo cáo (?:cấp trên|cấp ủy|cấp có thẩm quyền|theo)\b|\bđể (?:tổng hợp|biết)\b"
)


def missing_days(c: Checked) -> Iterator[Finding]:
    """Reports with a cycle and no day: nobody can say when one is late."""
    rows = [
        duty
        for duty in c.draft.duties
        if duty.kind == "report"
        and duty.frequency in _CYCLES
        and not duty.due
        and _REPORTS.search(c.source.folded, *duty.span)
    ]
    if rows:
        cycles = listed([_CYCLES[duty.frequency] for duty in rows])
        yield c.note(
            "duty_without_day",
            _spans(rows),
            text=f"Báo cáo {cycles} nhưng không ghi ngày nào phải gửi.",
            suggestion="Đề nghị ghi rõ hạn, ví dụ “trước ngày 20 tháng cuối quý”.",
        )


def missing_cycles(c: Checked) -> Iterator[Finding]:
    """ "Định kỳ tổ chức sơ kết" without saying how often."""
    spans = []
    for duty in c.draft.duties:
        words = c.source.folded[slice(*duty.span)]
        says_when = _INTERVAL.search(words) or duty.due or duty.frequency != "on_demand"
        if _REGULARLY.search(words) and not says_when and not _RULED.search(words):
            spans.append(duty.span)
    if spans:
        yield c.note(
            "duty_without_cycle",
            spans,
            text="Ghi “định kỳ” nhưng không ghi bao lâu một lần" + _count(spans),
            suggestion="Đề nghị ghi rõ: hằng quý, 6 tháng hay hằng năm.",
        )


def missing_addressees(c: Checked) -> Iterator[Finding]:
    """Reports with a cycle that go to nobody."""
    rows = [
        duty
        for duty in c.draft.duties
        if duty.kind == "report"
        and duty.frequency in _CYCLES
        and not duty.receivers
        and not _PASSED_ON.search(c.source.folded, *duty.span)
        and not _TO_SOMEBODY.search(c.source.plain, *duty.span)
    ]
    if rows:
        yield c.note(
            "duty_without_addressee",
            _spans(rows),
            text="Có quy định báo cáo nhưng không ghi gửi cho ai.",
            suggestion="Đề nghị ghi rõ nơi nhận báo cáo.",
        )


def missing_doers(c: Checked) -> Iterator[Finding]:
    """Reports and reviews of the programme that nobody is named to make."""
    if c.is_of_one_body:
        return
    rows = [
        duty
        for duty in c.draft.duties
        if duty.kind in _OF_THE_WHOLE and not duty.senders and not _has_doer(c, duty)
    ]
    if rows:
        yield c.note(
            "duty_without_doer",
            _spans(rows),
            text="Không ghi bên nào phải tổ chức hoặc báo cáo" + _count(_spans(rows)),
            suggestion="Đề nghị ghi rõ bên chủ trì, ví dụ “Ban Thường trực Ủy ban MTTQ chủ trì …”.",
        )


def _has_doer(c: Checked, duty: Duty) -> bool:
    """Is somebody named in its words ("hai bên"), or in a clause it hangs under?"""
    if _TOGETHER.search(c.source.folded, *duty.span):
        return True
    clause = c.clauses.get(duty.clause_id or "")
    return any(c.names_somebody(above) for above in c.above(clause) if above.heading) if clause else False


def no_reports(c: Checked) -> Iterator[Finding]:
    """No word on reports in the whole document."""
    if c.draft.clauses and not any(duty.kind == "report" for duty in c.draft.duties):
        yield c.silence(
            "no_report_duty",
            text="Văn bản không quy định chế độ báo cáo.",
            suggestion="Đề nghị thêm: ai báo cáo, gửi ai, bao lâu một lần, trước ngày nào.",
        )


def reviews(c: Checked) -> Iterator[Finding]:
    """Reviews after 3 or 5 years: inside the period, and with a year to count from."""
    start, end = c.draft.header.period.start, c.draft.header.period.end
    rows = [
        (duty, _REVIEW_YEARS[duty.frequency]) for duty in c.draft.duties if duty.frequency in _REVIEW_YEARS
    ]
    if rows and not start and not c.day:
        printed = " và ".join(sorted({str(years) for _, years in rows}))
        yield c.note(
            "review_without_start",
            _spans([duty for duty, _ in rows]),
            text=f"Sơ kết, tổng kết sau {printed} năm nhưng văn bản không ghi bắt đầu từ năm nào.",
            suggestion="Đề nghị ghi thời gian thực hiện hoặc năm phải sơ kết, tổng kết.",
        )
    for duty, years in rows:
        if start and end and start + years > end + 1:
            yield c.note(
                "review_outside_period",
                [duty.span],
                text=f"Sau {years} năm kể từ {start} là năm {start + years}, ngoài thời gian thực hiện "
                f"{start} - {end}.",
                suggestion=f"Đề nghị sửa mốc cho nằm trong {start} - {end}, hoặc kéo dài thời gian thực "
                f"hiện.",
            )


def _spans(rows: list[Duty]) -> list[Span]:
    return sorted({duty.span for duty in rows})


def _count(spans: list[Span]) -> str:
    return f" ({len(spans)} chỗ)." if len(spans) > 1 else "."
