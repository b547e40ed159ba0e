"""Asking for reports: a duty "khi có yêu cầu" called for, and special reports the text does not know."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Body
from phoihop.programmes.calculations import due_rule_of
from phoihop.programmes.calculations.synchronisation import Key
from phoihop.programmes.models import Clause, DutyParty, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import DueAnchor, DutyKind, DutySide, Frequency
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports import permissions, relief_permissions
from phoihop.reports import relief_notices as notices
from phoihop.reports.actions.obligation_rows import address, insert
from phoihop.reports.actions.obligations import stands_on
from phoihop.reports.calculations import due_on
from phoihop.reports.models import Obligation, ReportRequest, RequestDecision
from phoihop.reports.queries.rules import windows_of, working_calendar
from phoihop.reports.statuses import REQUEST, RequestStatus


@dataclass(frozen=True)
class Asked:
    """What is asked for: the period, by when, what about, with which outline.

    `event_on` is the day a duty counts its due day from; `due` is then reckoned and may be None.
    """

    period: Period
    due: date | None
    content: str = ""
    outline: str = ""
    event_on: date | None = None


@transaction.atomic
def request_report(*, duty: DutyRule, asked: Asked, by: Member, at: datetime) -> int:
    """Ask everybody who owes a duty "khi có yêu cầu" for a report on a period by a day.

    A body that receives the reports, or the lead, asks; answers how many obligations are new. Refused for a
    duty with a rhythm of its own.
    """
    if duty.frequency != Frequency.ON_DEMAND:
        raise Refused("Chế độ báo cáo này đã có định kỳ, không cần yêu cầu riêng.")
    if not permissions.can_request(by, duty):
        raise PermissionDenied
    edition = _locked(duty.clause.edition_id)
    due = _due(duty, asked, at=at)
    own = permissions.stands_for(by)
    receiving = (
        duty.parties.exclude(side=DutySide.OWES).filter(body__in=own).values_list("body_id", flat=True)
    )
    body_id = receiving.first() or edition.programme.lead_id
    request, is_new = ReportRequest.objects.get_or_create(
        duty=duty,
        period_start=asked.period.start,
        period_end=asked.period.end,
        status=RequestStatus.ASKED,
        defaults=_columns(edition.programme, asked, due, body_id, by=by, at=at),
    )
    if is_new:
        _decide(request, "ask", by=by, at=at)
    bodies = [p.body for p in duty.parties.select_related("body") if p.side == DutySide.OWES]
    return _owe(request, edition, duty, bodies, at=at)


@transaction.atomic
def ask_special(
    *, clause: Clause, title: str, asked: Asked, bodies: Collection[Body], reviews: bool = True, by: Member,
    at: datetime,
) -> ReportRequest:  # fmt: skip
    """Báo cáo đột xuất, chuyên đề: ask chosen bodies for a report under a clause of an edition in force.

    It has a title, content, outline and due day of its own; no duty of the text stands behind it. The lead,
    or a body that receives reports of the programme, asks and receives; `reviews` False: it takes note only.
    """
    edition = _locked(clause.edition_id)
    body_id = relief_permissions.asks_for(by, edition.programme)
    if body_id is None:
        raise PermissionDenied
    if edition.status != EditionStatus.IN_FORCE:
        raise Refused("Văn bản chưa hoặc không còn hiệu lực nên không yêu cầu báo cáo được.")
    _check_special(title, asked, bodies, body_id, at=at)
    duty = DutyRule.everywhere.create(
        clause=clause, kind=DutyKind.REPORT, frequency=Frequency.ON_DEMAND, name=nfc(title).strip(),
        is_asked=True,
    )  # fmt: skip
    side = DutySide.REVIEWS if reviews else DutySide.TAKES_NOTE
    DutyParty.objects.bulk_create(
        [
            DutyParty(duty=duty, body_id=body_id, side=side),
            *(DutyParty(duty=duty, body=body, side=DutySide.OWES) for body in bodies),
        ]
    )
    columns = _columns(edition.programme, asked, asked.due or clock.day_of(at), body_id, by=by, at=at)
    request = ReportRequest.objects.create(
        duty=duty, period_start=asked.period.start, period_end=asked.period.end, **columns
    )
    _decide(request, "ask", by=by, at=at)
    _owe(request, edition, duty, bodies, at=at)
    return request


def _check_special(title: str, asked: Asked, bodies: Collection[Body], body_id: int, *, at: datetime) -> None:
    if not title.strip():
        raise Refused("Hãy ghi tên báo cáo.")
    if not bodies or any(body.pk == body_id for body in bodies):
        raise Refused("Hãy chọn đơn vị báo cáo, không gồm đơn vị yêu cầu.")
    if asked.due is None:
        raise Refused("Hãy ghi hạn nộp.")
    _check_days(asked.period, asked.due, today=clock.day_of(at))
    ended = [body for body in bodies if not stands_on(body, asked.due)]
    if ended:
        raise Refused("Có đơn vị không còn hoạt động đến hạn nộp.")


def _locked(edition_id: int) -> Edition:
    rows = Edition.objects.select_for_update(of=("self",)).select_related("programme")
    return rows.get(pk=edition_id)


def _due(duty: DutyRule, asked: Asked, *, at: datetime) -> date:
    """The day given, else the day the rule counts from the event."""
    due = asked.due
    if duty.anchor == DueAnchor.AFTER_EVENT and due is None:
        if asked.event_on is None:
            raise Refused("Hãy ghi ngày của việc làm mốc, hoặc ghi hạn nộp.")
        due = due_on(due_rule_of(duty), asked.period, working_calendar(), event_on=asked.event_on)
    if due is None:
        raise Refused("Hãy ghi hạn nộp.")
    _check_days(asked.period, due, today=clock.day_of(at))
    return due


def _check_days(period: Period, due: date, *, today: date) -> None:
    if period.end < period.start or due < today or period.start > today:
        raise Refused("Kỳ báo cáo phải đã bắt đầu, và hạn nộp không được trước hôm nay.")


def _columns(
    programme: Programme, asked: Asked, due: date, body_id: int, *, by: Member, at: datetime
) -> dict[str, object]:
    return {
        "programme": programme,
        "by_body_id": body_id,
        "content": nfc(asked.content).strip(),
        "outline": nfc(asked.outline).strip(),
        "due_on": due,
        "event_on": asked.event_on,
        "asked_by_id": by.person_id,
        "asked_at": at,
        "is_sample": programme.is_sample,
    }


def _owe(
    request: ReportRequest, edition: Edition, duty: DutyRule, bodies: Iterable[Body], *, at: datetime
) -> int:
    """One obligation for each body that stands on the due day, addressed to the duty's recipients."""
    period = Period(request.period_start, request.period_end)
    wanted = {
        Key(duty.key, body.pk, period): request.due_on for body in bodies if stands_on(body, request.due_on)
    }
    again = Obligation.objects.filter(
        programme=edition.programme_id, duty_key=duty.key, period_start=period.start, period_end=period.end,
        body__in=[key.body_id for key in wanted], request__status=RequestStatus.WITHDRAWN,
    ).update(
        ended_on=None, ended_reason="", due_on=request.due_on, first_due_on=None, request=request
    )  # fmt: skip
    windows = windows_of(edition.programme_id)
    made = again + insert(wanted, edition=edition, duties={duty.key: duty}, windows=windows, request=request)
    address(edition, duty_ids=[duty.pk], today=clock.day_of(at))
    if made:
        notices.tell_asked(request, at=at)
    return made


@transaction.atomic
def withdraw_request(
    *, request: ReportRequest, reason: str, version: int, by: Member, at: datetime
) -> ReportRequest:
    """What nobody began is owed no more; a report begun stays, its obligation with it. A reason is given."""
    row = ReportRequest.objects.select_for_update(of=("self",)).select_related("programme").get(pk=request.pk)
    if row.by_body_id not in permissions.stands_for(by):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Yêu cầu báo cáo này")
    if not reason.strip():
        raise Refused("Hãy ghi lý do rút yêu cầu.")
    row.status = RequestStatus(REQUEST.after(row.status, "withdraw"))
    row.version += 1
    row.save(update_fields=["status", "version"])
    _decide(row, "withdraw", note=reason, by=by, at=at)
    notices.tell_withdrawn(row, at=at)
    Obligation.objects.filter(request=row, report_status="", ended_on=None).update(
        ended_on=clock.day_of(at), ended_reason=f"Đơn vị yêu cầu đã rút yêu cầu: {nfc(reason).strip()}"
    )
    return row


def _decide(row: ReportRequest, verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    RequestDecision.objects.create(
        request=row, verb=verb, note=nfc(note).strip(), by_person_id=by.person_id, by_body_id=by.body_id,
        at=at,
    )  # fmt: skip
