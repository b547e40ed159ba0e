"""Words and recipients of what people are told about reports."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.accounts.notices import send
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.models import BodyKind
from phoihop.organisations.queries.labels import body_labels
from phoihop.reports.models import Consolidation, Report, Round

_TOLD = ("officer", "leader")
_WORDS = {
    "return": "{who} trả lại {what} để bổ sung. Hãy xem các mục cần sửa.",
    "accept": "{who} đã duyệt {what}.",
    "note": "{who} đã tiếp nhận {what}.",
    "reopen": "{who} mở lại {what} để sửa.",
}


def tell_recipients(
    report: Report, round_: Round, *, bodies: Sequence[int], at: datetime, taken_back: bool = False,
    step: int | None = None,
) -> None:  # fmt: skip
    """These bodies (and their offices) learn that a report was handed in, taken back or has come to them."""
    if step is not None:
        text = f"Đến bước xem xét của đơn vị: {_name(report, at)} đã nộp {report_words(report)}."
        _tell(bodies, {text: f"report:{report.pk}:{round_.sequence}:step:{step}"}, report, at)
        return
    act = "rút lại" if taken_back else ("đã nộp lại" if round_.sequence > 1 else "đã nộp")
    text = f"{_name(report, at)} {act} {report_words(report)}."
    key = f"report:{report.pk}:{round_.sequence}:{'back' if taken_back else 'in'}"
    _tell(bodies, {text: key}, report, at)


def tell_authors(
    report: Report, round_: Round, verb: str, *, body_ids: Sequence[int], at: datetime
) -> None:  # fmt: skip
    """The body that owes the report, and the one that entered it, learn what recipients decided."""
    what = report_words(report)
    texts = {
        _WORDS[verb].format(who=name, what=what): f"report:{report.pk}:{round_.sequence}:{verb}:{body_id}"
        for body_id, name in zip(body_ids, names_of(body_ids, at), strict=True)
    }
    _tell({report.obligation.body_id, report.entered_by_body_id}, texts, report, at)


def names_of(body_ids: Sequence[int], at: datetime) -> list[str]:
    """The bodies as sentences name them; one query."""
    labels = body_labels(body_ids, clock.day_of(at))
    return [labels[pk].short_name if pk in labels else "Tổ chức" for pk in body_ids]


def tell_reopened(row: Consolidation, *, reason: str, at: datetime) -> None:
    """Those above who were handed this consolidated report learn that it is being changed, and why."""
    report = Report.objects.filter(obligation=row.obligation_id).first() if row.obligation_id else None
    if report is None or not report.rounds.exists():
        return
    bodies = [given.body_id for given in report.obligation.recipients.all()]
    (name,) = names_of([row.body_id], at)
    text = (
        f"{name} mở lại bản tổng hợp đã nộp, {report_words(report)}: {reason.strip()} "
        "Số liệu, nội dung đã lấy từ bản trước có thể thay đổi."
    )
    _tell(bodies, {text: f"consolidation:{row.pk}:{row.version}:reopen"}, report, at)


def report_words(report: Report) -> str:
    """ "báo cáo hằng quý, quý I/2026" as sentences name it."""
    obligation = report.obligation
    period = Period(obligation.period_start, obligation.period_end)
    return f"“{obligation.duty.name}”, {period.label}"


def _tell(bodies: Iterable[int], texts: Mapping[str, str], report: Report, at: datetime) -> None:
    """Each text (with its key) to the people of these bodies; a query for the people, one for each text."""
    ids = list(bodies)
    office = Q(body__parent_id__in=ids, body__kind=BodyKind.OFFICE)
    people = Membership.objects.on(clock.day_of(at)).filter(Q(body_id__in=ids) | office, role__in=_TOLD)
    told = list(people.values_list("person_id", flat=True))
    for text, key in texts.items():
        send(
            person_ids=told,
            text=text,
            url=reverse("reports:report", args=[report.pk]),
            dedup_key=key,
            at=at,
            is_sample=report.is_sample,
        )


def _name(report: Report, at: datetime) -> str:
    return names_of([report.obligation.body_id], at)[0]
