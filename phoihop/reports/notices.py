"""Words and recipients of what people are told about reports."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.accounts.notices import send
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.models import BodyKind
from phoihop.organisations.queries.labels import body_labels
from phoihop.reports.models import Report, Round

_TOLD = ("officer", "leader")
_WORDS = {
    "return": "{who} trả lại {what} để bổ sung. Hãy xem các mục cần sửa.",
    "accept": "{who} đã duyệt {what}.",
    "note": "{who} đã tiếp nhận {what}.",
    "reopen": "{who} mở lại {what} để sửa.",
}


def tell_recipients(report: Report, round_: Round, *, at: datetime, taken_back: bool = False) -> None:
    """The receiving bodies (and their offices) learn that a report was handed in or taken back."""
    obligation = report.obligation
    bodies = [row.body_id for row in obligation.recipients.all()] or [obligation.programme.lead_id]
    act = "rút lại" if taken_back else ("đã nộp lại" if round_.sequence > 1 else "đã nộp")
    text = f"{_name(obligation.body_id, at)} {act} {report_words(report)}."
    _tell(bodies, text, f"report:{report.pk}:{round_.sequence}:{'back' if taken_back else 'in'}", report, at)


def tell_authors(report: Report, round_: Round, verb: str, *, body_id: int, at: datetime) -> None:
    """The body that owes the report, and the one that entered it, learn what a recipient decided."""
    text = _WORDS[verb].format(who=_name(body_id, at), what=report_words(report))
    bodies = {report.obligation.body_id, report.entered_by_body_id}
    _tell(bodies, text, f"report:{report.pk}:{round_.sequence}:{verb}:{body_id}", report, at)


def report_words(report: Report) -> str:
    """ "báo cáo hằng quý, quý I/2026" as sentences name it."""
    obligation = report.obligation
    period = Period(obligation.period_start, obligation.period_end)
    return f"“{obligation.duty.name}”, {period.label}"


def _tell(bodies: Iterable[int], text: str, key: str, report: Report, at: datetime) -> None:
    ids = list(bodies)
    office = Q(body__parent_id__in=ids, body__kind=BodyKind.OFFICE)
    people = Membership.objects.on(clock.day_of(at)).filter(Q(body_id__in=ids) | office, role__in=_TOLD)
    send(
        person_ids=people.values_list("person_id", flat=True),
        text=text,
        url=reverse("reports:report", args=[report.pk]),
        dedup_key=key,
        at=at,
        is_sample=report.is_sample,
    )


def _name(body_id: int, at: datetime) -> str:
    label = body_labels([body_id], clock.day_of(at)).get(body_id)
    return label.short_name if label else "Tổ chức"
