"""A consolidated report: built from the rounds that stand, closed with named gaps, signed, numbered."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.actions import give_number
from phoihop.organisations.models import Body
from phoihop.programmes.models import DutyRule, Programme
from phoihop.reports import permissions
from phoihop.reports.models import (
    ConsolidatedParagraph,
    Consolidation,
    ConsolidationDecision,
    Obligation,
    ObligationRecipient,
)
from phoihop.reports.queries.consolidations import (
    Source,
    coverage,
    gaps_of,
    others_of,
    sources_of,
    totals_of,
)
from phoihop.reports.statuses import CONSOLIDATION, ConsolidationStatus

DOCUMENT_TYPE = "BC"


@transaction.atomic
def consolidate(*, duty: DutyRule, body: Body, period: Period, by: Member, at: datetime) -> Consolidation:
    """The consolidated report of `body` on a duty and period, made when there is none, then refreshed.

    The body receives the reports or leads the programme. Refused when nobody owes a report for the period.
    """
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=duty.clause.edition.programme_id)
    owed = Obligation.objects.filter(duty_key=duty.key, period_start=period.start, period_end=period.end)
    newest = owed.select_related("duty").order_by("-duty_id").first()
    if newest is None:
        raise Refused("Không đơn vị nào phải báo cáo cho kỳ này.")
    receives = ObligationRecipient.objects.filter(obligation__in=owed, body=body).exists()
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
        _decided(row, "create", by=by, at=at)
        refresh(consolidation=row, by=by, at=at)
    return row


def _locked(consolidation: Consolidation, by: Member, *, version: int | None = None) -> Consolidation:
    row = (
        Consolidation.objects.select_for_update(of=("self",))
        .select_related("duty__clause__edition__programme", "body", "programme")
        .get(pk=consolidation.pk)
    )
    if not permissions.can_edit_consolidation(by, row):
        raise PermissionDenied
    if version is not None and row.version != version:
        raise Conflict("Báo cáo tổng hợp")
    return row


def _open(consolidation: Consolidation, by: Member, *, version: int | None = None) -> Consolidation:
    row = _locked(consolidation, by, version=version)
    if row.status != ConsolidationStatus.DRAFT:
        raise Refused("Bản tổng hợp đã chốt: hãy mở lại, có ghi lý do, rồi mới sửa.")
    return row


def _decided(row: Consolidation, verb: str, *, by: Member, at: datetime, note: str = "") -> None:
    ConsolidationDecision.objects.create(
        consolidation=row,
        verb=verb,
        note=note.strip(),
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        at=at,
    )


def _touched(row: Consolidation, *fields: str) -> None:
    row.version += 1
    row.save(update_fields=[*fields, "version"])


@transaction.atomic
def refresh(*, consolidation: Consolidation, by: Member, at: datetime) -> Consolidation:
    """Take in what was handed in since; edited paragraphs stay, others of reports sent back go."""
    row = _open(consolidation, by)
    period = Period(row.period_start, row.period_end)
    wanted = _wanted(row, sources_of(row.duty, period, today=clock.day_of(at)))
    existing = {(p.clause_id, p.body_id): p for p in row.paragraphs.all()}
    stale = [p.pk for key, p in existing.items() if key not in wanted and not p.is_edited]
    ConsolidatedParagraph.objects.filter(pk__in=stale).delete()
    ConsolidatedParagraph.objects.bulk_create(p for key, p in wanted.items() if key not in existing)
    changed = [p for key, p in existing.items() if key in wanted and not p.is_edited]
    for paragraph in changed:
        newest = wanted[paragraph.clause_id, paragraph.body_id]
        paragraph.round_id, paragraph.text = newest.round_id, newest.text
    ConsolidatedParagraph.objects.bulk_update(changed, ["round", "text"], batch_size=5000)
    _touched(row)
    return row


def _wanted(row: Consolidation, sources: Sequence[Source]) -> dict[tuple[int, int], ConsolidatedParagraph]:
    return {
        (section["clause_id"], source.held.row.body_id): ConsolidatedParagraph(
            consolidation=row,
            clause_id=section["clause_id"],
            round=source.round,
            body_id=source.held.row.body_id,
            text=section["text"],
        )
        for source in sources
        if source.round is not None
        for section in source.round.content["sections"]
        if section["text"].strip()
    }


@transaction.atomic
def save_consolidation(
    *, consolidation: Consolidation, overview: str, recommendations: str, paragraphs: Mapping[int, str],
    version: int, by: Member, at: datetime,
) -> Consolidation:  # fmt: skip
    """Keep the edited texts, paragraphs by id; Conflict when somebody saved meanwhile."""
    row = _open(consolidation, by, version=version)
    row.overview, row.recommendations = overview.strip(), recommendations.strip()
    changed = []
    for paragraph in row.paragraphs.filter(pk__in=paragraphs):
        text = paragraphs[paragraph.pk].replace("\r\n", "\n").strip()
        if text != paragraph.text.strip():
            paragraph.text, paragraph.is_edited = text, True
            changed.append(paragraph)
    ConsolidatedParagraph.objects.bulk_update(changed, ["text", "is_edited"], batch_size=5000)
    _touched(row, "overview", "recommendations")
    return row


@transaction.atomic
def close(
    *, consolidation: Consolidation, version: int | None = None, by: Member, at: datetime
) -> Consolidation:
    """Freeze totals, coverage and the named gaps; what is handed in later no longer changes this paper."""
    row = _locked(consolidation, by, version=version)
    status = CONSOLIDATION.after(row.status, "close")
    today = clock.day_of(at)
    sources = sources_of(row.duty, Period(row.period_start, row.period_end), today=today)
    covered = coverage(sources, today=today)
    row.due_count, row.received_count = covered.due, covered.received
    row.gaps = gaps_of(sources)
    row.content = {
        "figures": totals_of(row, sources),
        "others": others_of(sources),
        "coverage": covered.words,
    }
    row.status, row.closed_at = ConsolidationStatus(status), at
    _touched(row, "status", "closed_at", "due_count", "received_count", "gaps", "content")
    _decided(row, "close", by=by, at=at)
    return row


@transaction.atomic
def reopen_consolidation(
    *, consolidation: Consolidation, reason: str, by: Member, at: datetime
) -> Consolidation:
    """Open a closed one again, with a reason; Refused once it has a number."""
    row = _locked(consolidation, by)
    status = CONSOLIDATION.after(row.status, "reopen")
    if row.outgoing_entry_id is not None:
        raise Refused("Báo cáo đã cấp số và ban hành nên không mở lại được.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    row.status = ConsolidationStatus(status)
    _touched(row, "status")
    _decided(row, "reopen", by=by, at=at, note=reason)
    return row


@transaction.atomic
def sign_consolidation(
    *, consolidation: Consolidation, version: int | None = None, by: Member, at: datetime
) -> Consolidation:
    """A leader of the body signs the closed report (on paper or here); its number follows.

    Conflict when it was opened and closed again since `version` was looked at.
    """
    row = _locked(consolidation, by, version=version)
    if by.role != "leader":
        raise PermissionDenied
    if row.status != ConsolidationStatus.CLOSED:
        raise Refused("Hãy chốt bản tổng hợp trước khi ký.")
    if _signed_since_closing(row):
        raise Refused("Báo cáo đã ký.")
    _decided(row, "sign", by=by, at=at)
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
    _touched(row, "outgoing_entry")
    _decided(row, "number", by=by, at=at)
    return row
