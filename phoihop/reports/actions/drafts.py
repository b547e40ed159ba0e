"""The working copy of a report: opened with what is known, with files for its targets."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents.models import StoredFile
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.reports import permissions
from phoihop.reports.actions.locking import check_editable, locked
from phoihop.reports.calculations.form_parts import PartKind
from phoihop.reports.models import Obligation, Report, ReportAttachment, ReportFigure, ReportSection
from phoihop.reports.queries.answering import clauses_of, targets_of
from phoihop.reports.queries.forms import Form, counting_form
from phoihop.reports.queries.prefill import known_figures, prefilled_shortcomings, prefilled_texts
from phoihop.targets.models import Target


@transaction.atomic
def open_report(*, obligation: Obligation, by: Member, at: datetime) -> Report:
    """The working copy for an obligation, made when there is none; what is there is never overwritten.

    A new one is laid out by the form that counts for its period, for good: a section for each clause the body
    answers for, begun with its finished tasks; the obstacles it raised and the figures already recorded. The
    lead or a reviewing body may open it for a body without accounts (nhập hộ). Refused once the obligation
    has ended.
    """
    row = (
        Obligation.objects.select_for_update(of=("self",))
        .select_related("programme", "body", "duty", "edition")
        .get(pk=obligation.pk)
    )
    entering = row.body_id not in permissions.stands_for(by)
    if entering and not permissions.can_enter_for(by, row, on=clock.day_of(at)):
        raise PermissionDenied
    existing = Report.objects.filter(obligation=row).first()
    if existing is not None:
        return existing
    if row.ended_on is not None and row.ended_on <= row.due_on:
        raise Refused(f"Báo cáo này thôi phải nộp: {row.ended_reason}")
    if row.period_start > clock.day_of(at):
        raise Refused("Kỳ báo cáo chưa bắt đầu.")
    form = counting_form(row.duty_key, row.period_start)
    row.form_version = form.number
    row.save(update_fields=["form_version"])
    report = Report.objects.create(
        obligation=row,
        entered_by_body_id=by.body_id if entering else row.body_id,
        shortcomings=prefilled_shortcomings(row) if form.has(PartKind.SHORTCOMINGS) else "",
        created_at=at,
        updated_at=at,
        is_sample=row.is_sample,
    )
    _prefill(report, form)
    return report


def _prefill(report: Report, form: Form) -> None:
    obligation = report.obligation
    if form.has(PartKind.CLAUSES):
        clauses = clauses_of(obligation.edition_id, obligation.body_id)
        texts = prefilled_texts(obligation, clauses)
        ReportSection.objects.bulk_create(
            ReportSection(report=report, clause=clause, text=texts.get(clause.pk, "")) for clause in clauses
        )
    targets = form.asked(targets_of(obligation.edition_id, obligation.body_id))
    known = known_figures(obligation, [row.target.pk for row in targets])
    ReportFigure.objects.bulk_create(
        ReportFigure(
            report=report, target_id=target_id, state=figure.state, numerator=figure.numerator,
            denominator=figure.denominator, note=figure.note,
        )
        for target_id, figure in known.items()
    )  # fmt: skip


@transaction.atomic
def attach(
    *, report: Report, file: StoredFile, target: Target | None = None, by: Member, at: datetime
) -> ReportAttachment:
    """Add a file or photo to the working copy, as evidence for `target` when given; the same file once."""
    row = locked(report)
    check_editable(row, by)
    editions = editions_in_text(row.obligation.edition_id)
    if target is not None and not editions.filter(pk=target.edition_id).exists():
        raise Refused("Chỉ tiêu không thuộc chương trình này.")
    made, is_new = ReportAttachment.objects.get_or_create(report=row, file=file, target=target)
    if is_new:
        row.updated_at = at
        row.save(update_fields=["updated_at"])
    return made


@transaction.atomic
def detach(*, attachment: ReportAttachment, by: Member, at: datetime) -> None:
    """Take a file off the working copy; rounds handed in keep naming it and the file stays stored."""
    row = locked(attachment.report)
    check_editable(row, by)
    attachment.delete()


@transaction.atomic
def add_paper_scan(*, report: Report, file: StoredFile, by: Member, at: datetime) -> Report:
    """The scan of the paper report that is entered for a body without accounts."""
    row = locked(report)
    check_editable(row, by)
    row.paper_scan = file
    row.updated_at = at
    row.save(update_fields=["paper_scan", "updated_at"])
    return row
