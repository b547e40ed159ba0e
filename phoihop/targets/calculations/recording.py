"""What keeps a figure from being recorded, whoever enters it and in whichever way: one at a time or many."""

from datetime import date

from phoihop.core.periods import Period
from phoihop.targets.calculations.checks import problem_of_amount
from phoihop.targets.calculations.comparison import is_yes_no
from phoihop.targets.content import Amount, TargetSpec


def problem_of_period(
    period: Period, *, is_signed: bool, span: Period, today: date, body_ends: date | None
) -> str | None:
    """Why no figure of this period can be recorded for a programme of `span` and a body; None: it can."""
    if not is_signed:
        return "Chương trình chưa có hiệu lực nên chưa ghi số liệu."
    if period.end < period.start:
        return "Kỳ số liệu có ngày cuối trước ngày đầu."
    if period.start > today:
        return f"Kỳ {period.label} chưa bắt đầu."
    if period.end < span.start or period.start > span.end:
        return "Kỳ số liệu nằm ngoài thời gian của chương trình."
    if body_ends is not None and body_ends < period.start:
        return "Tổ chức này đã kết thúc hoạt động trước kỳ số liệu."
    return None


def problem_of_figure(spec: TargetSpec, amount: Amount, *, note: str, has_evidence: bool) -> str | None:
    """The first thing wrong with a (normalised) figure and what goes with it, or None."""
    problem = problem_of_amount(spec, amount, note=note)
    if problem is None and is_yes_no(spec) and amount.numerator and not (note.strip() or has_evidence):
        return "Ghi “có” thì cần nêu kết quả bằng lời hoặc gửi kèm minh chứng."
    return problem
