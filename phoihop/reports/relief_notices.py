"""Words and recipients of what people are told about requests, extensions and waivers."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.accounts.notices import send
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.models import BodyKind
from phoihop.organisations.queries.labels import body_labels
from phoihop.reports.models import Extension, Obligation, ObligationRecipient, ReportRequest

_TOLD = ("officer", "leader")


def tell_asked(request: ReportRequest, *, at: datetime) -> None:
    """The bodies asked learn what for, and by when."""
    who = _name(request.by_body_id, at)
    due = f"hạn cuối: hết ngày {request.due_on:%d/%m/%Y}"
    text = f"{who} yêu cầu “{request.duty.name}”, {_period(request)}, {due}."
    url = reverse("reports:special", args=[request.pk])
    _send(_asked(request), text, url, f"request:{request.pk}:ask", at, is_sample=request.is_sample)


def tell_withdrawn(request: ReportRequest, *, at: datetime) -> None:
    """Those who still owed it learn that it is not asked for any more."""
    text = f"{_name(request.by_body_id, at)} đã rút yêu cầu “{request.duty.name}”, {_period(request)}."
    url = reverse("reports:special", args=[request.pk])
    _send(_asked(request), text, url, f"request:{request.pk}:withdraw", at, is_sample=request.is_sample)


def _asked(request: ReportRequest) -> list[int]:
    return list(request.obligations.filter(ended_on=None).values_list("body_id", flat=True))


def _period(request: ReportRequest) -> str:
    return Period(request.period_start, request.period_end).label


def tell_extension_asked(extension: Extension, *, at: datetime) -> None:
    """Those who decide learn that more time is asked for, and why."""
    row = extension.obligation
    deciding = ObligationRecipient.objects.filter(obligation=row, reviews=True)
    bodies = list(deciding.values_list("body_id", flat=True)) or [row.programme.lead_id]
    text = (
        f"{_name(row.body_id, at)} xin gia hạn {_words(row)} đến hết ngày {extension.until:%d/%m/%Y}: "
        f"{extension.reason}"
    )
    _send(bodies, text, _page(row), f"extension:{extension.pk}:ask", at, is_sample=row.is_sample)


def tell_extension_refused(extension: Extension, note: str, *, at: datetime) -> None:
    """The body that asked learns that its day stays."""
    row = extension.obligation
    text = f"Không gia hạn {_words(row)}, hạn cuối vẫn là hết ngày {row.due_on:%d/%m/%Y}. Lý do: {note}"
    _send([row.body_id], text, _page(row), f"extension:{extension.pk}:refuse", at, is_sample=row.is_sample)


def tell_extended(row: Obligation, *, at: datetime) -> None:
    """The owing body learns its new day."""
    text = f"Đã gia hạn {_words(row)}, hạn cuối mới: hết ngày {row.due_on:%d/%m/%Y}."
    _send(
        [row.body_id],
        text,
        _page(row),
        f"obligation:{row.pk}:extend:{row.due_on}",
        at,
        is_sample=row.is_sample,
    )


def tell_waived(row: Obligation, note: str, *, is_waived: bool, day: date, at: datetime) -> None:
    """The owing body learns that it need not report, or that it must after all."""
    what = "được miễn nộp" if is_waived else "phải nộp lại như trước (bỏ miễn)"
    text = f"{_name(row.body_id, at)} {what} {_words(row)}. Lý do: {note}"
    key = f"obligation:{row.pk}:{'waive' if is_waived else 'unwaive'}:{day}:{at.timestamp():.0f}"
    _send([row.body_id], text, _page(row), key, at, is_sample=row.is_sample)


def _words(row: Obligation) -> str:
    return f"“{row.duty.name}”, {Period(row.period_start, row.period_end).label}"


def _page(row: Obligation) -> str:
    return reverse("reports:due", args=[row.pk])


def _send(bodies: Iterable[int], text: str, url: str, key: str, at: datetime, *, is_sample: bool) -> None:
    ids = list(bodies)
    office = Q(body__parent_id__in=ids, body__kind=BodyKind.OFFICE)
    people = Membership.objects.on(clock.day_of(at)).filter(Q(body_id__in=ids) | office, role__in=_TOLD)
    send(
        person_ids=people.values_list("person_id", flat=True), text=text, url=url, dedup_key=key, at=at,
        is_sample=is_sample,
    )  # fmt: skip


def _name(body_id: int, at: datetime) -> str:
    label = body_labels([body_id], clock.day_of(at)).get(body_id)
    return label.short_name if label else "Tổ chức"
