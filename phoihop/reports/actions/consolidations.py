"""A consolidated report: built from the rounds that stand, closed with named gaps, signed, numbered."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.actions import give_number
from phoihop.organisations.models import Body
from phoihop.programmes.models import DutyRule, Programme
from phoihop.reports import notices, permissions
from phoihop.reports.actions.consolidating import decided, locked_consolidation, open_consolidation, touched
from phoihop.reports.actions.paragraphs import take_in
from phoihop.reports.models import Consolidation, Obligation, ObligationRecipient
from phoihop.reports.queries.consolidations import content_now
from phoihop.reports.queries.sources import sources_of
from phoihop.reports.statuses import CONSOLIDATION, ConsolidationStatus

DOCUMENT_TYPE = "BC"


@transaction.atomic
def consolidate(*, duty: DutyRule, body: Body, period: Period, by: Member, at: datetime) -> Consolidation:
    """The consolidated report of `body` on a duty and period, made when there is none, then refreshed.

    The body receives the reports or leads a programme the duty binds. Refused when nobody owes a report for
    the period.
    """
    top = Programme.objects.select_for_update(of=("self",)).get(pk=duty.clause.edition.programme_id)
    owed = Obligation.objects.filter(duty_key=duty.key, period_start=period.start, period_end=period.end)
    newest = owed.select_related("duty").order_by("-duty_id").first()
    if newest is None:
        raise Refused("Không đơn vị nào phải báo cáo cho kỳ này.")
    receives = ObligationRecipient.objects.filter(obligation__in=owed, body=body).exists()
    led = Programme.objects.filter(pk__in=owed.values("programme"), lead=body).order_by("pk").first()
    programme = led if led is not None and top.lead_id != body.pk else top
    if body.pk not in permissions.stands_for(by) or not (receives or programme.lead_id == body.pk):
        raise PermissionDenied
    row, is_new = Consolidation.objects.get_or_create(
        duty__key=duty.key,
        body=body,
        period_start=period.start,
        period_end=period.end,
        defaults={
            "duty": newest.duty, "programme": programme, "created_at": at, "is_sample": programme.is_sample,
        },
    )  # fmt: skip
    if is_new:
        decided(row, "create", by=by, at=at)
        refresh(consolidation=row, by=by, at=at)
    return row


@transaction.atomic
def refresh(*, consolidation: Consolidation, by: Member, at: datetime) -> Consolidation:
    """Take in what was handed in since; edited paragraphs stay, others of reports sent back go."""
    row = open_consolidation(consolidation, by)
    take_in(row, sources_of(row, today=clock.day_of(at)))
    touched(row)
    return row


@transaction.atomic
def close(
    *, consolidation: Consolidation, version: int | None = None, by: Member, at: datetime
) -> Consolidation:
    """Freeze words, totals, tables, coverage and the named gaps, all of the same rounds.

    What was handed in by now is taken in; what comes later no longer changes this paper and is shown as late.
    """
    row = locked_consolidation(consolidation, by, version=version)
    status = CONSOLIDATION.after(row.status, "close")
    today = clock.day_of(at)
    sources = sources_of(row, today=today)
    take_in(row, sources)
    row.content = content_now(row, sources, today=today)
    row.due_count, row.received_count = row.content["due"], row.content["received"]
    row.gaps = row.content["gaps"]
    row.status, row.closed_at = ConsolidationStatus(status), at
    touched(row, "status", "closed_at", "due_count", "received_count", "gaps", "content")
    decided(row, "close", by=by, at=at)
    return row


@transaction.atomic
def reopen_consolidation(
    *, consolidation: Consolidation, reason: str, by: Member, at: datetime
) -> Consolidation:
    """Open a closed one again, with a reason; those above that used it are told.

    Of one issued already the number stays in the register: the paper made next replaces it under a number of
    its own (Nghị định 30/2020, Điều 18).
    """
    row = locked_consolidation(consolidation, by)
    status = CONSOLIDATION.after(row.status, "reopen")
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    row.status = ConsolidationStatus(status)
    verb = "reopen"
    if row.outgoing_entry_id is not None:
        row.replaced_entry_id, row.outgoing_entry_id, verb = row.outgoing_entry_id, None, "replace"
    touched(row, "status", "outgoing_entry", "replaced_entry")
    decided(row, verb, by=by, at=at, note=reason)
    notices.tell_reopened(row, reason=reason, at=at)
    return row


@transaction.atomic
def sign_consolidation(
    *, consolidation: Consolidation, version: int | None = None, by: Member, at: datetime
) -> Consolidation:
    """A leader of the body signs the closed report (on paper or here); its number follows.

    Conflict when it was opened and closed again since `version` was looked at.
    """
    row = locked_consolidation(consolidation, by, version=version)
    if by.role != "leader":
        raise PermissionDenied
    if row.status != ConsolidationStatus.CLOSED:
        raise Refused("Hãy chốt bản tổng hợp trước khi ký.")
    if _signed_since_closing(row):
        raise Refused("Báo cáo đã ký.")
    decided(row, "sign", by=by, at=at)
    return row


def _signed_since_closing(row: Consolidation) -> bool:
    return row.decisions.filter(verb="sign", at__gte=row.closed_at).exists() if row.closed_at else False


@transaction.atomic
def number_consolidation(
    *, consolidation: Consolidation, symbol: str, issued_on: date, by: Member, at: datetime
) -> Consolidation:
    """The clerk gives the number after the signature (Nghị định 30/2020, Điều 15)."""
    row = (
        Consolidation.objects.select_for_update(of=("self",))
        .select_related("body", "duty", "programme")
        .get(pk=consolidation.pk)
    )
    if row.outgoing_entry_id is not None:
        raise Refused("Báo cáo đã có số.")
    if row.status != ConsolidationStatus.CLOSED or not _signed_since_closing(row):
        raise Refused("Phải cấp số sau khi lãnh đạo đã ký.")
    label = Period(row.period_start, row.period_end).label
    row.outgoing_entry = give_number(
        body=row.body,
        document_type=DOCUMENT_TYPE,
        symbol=symbol,
        abstract=f"Kết quả thực hiện {row.programme.name} {label}",
        issued_on=issued_on,
        by=by,
        at=at,
    )
    touched(row, "outgoing_entry")
    decided(row, "number", by=by, at=at)
    return row
