"""Consolidated reports: made from a board, edited, closed, signed, numbered, downloaded."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, LEADERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.core.periods import Period
from phoihop.documents.issuers import issuer_of
from phoihop.documents.views.downloads import pdf_answer, word_answer
from phoihop.organisations.models import Body
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.reports import actions, permissions
from phoihop.reports.forms import ConsolidationForm, NumberForm, edited_paragraphs
from phoihop.reports.models import Consolidation, ObligationRecipient
from phoihop.reports.papers import consolidation_paper
from phoihop.reports.queries.consolidations import consolidation_lines, consolidation_page, history_of
from phoihop.reports.statuses import ConsolidationStatus
from phoihop.writing.document import StateDocument


@reads(MEMBERS)
def consolidations(request: HttpRequest) -> HttpResponse:
    """The consolidated reports of the member's body."""
    own = list(bodies_of(acting(request).body_id).values_list("pk", flat=True))
    lines = consolidation_lines(own, today=clock.today())
    context = {"lines": lines, "is_sample": any(line.is_sample for line in lines)}
    return render(request, "reports/consolidations.html", context)


@changes(OFFICERS)
def consolidate(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Make (or open) the consolidated report of a duty and period in the name of the receiving body."""
    member = acting(request)
    duties = DutyRule.objects.filter(clause__edition__programme__in=Programme.objects.visible_to(member))
    duty = get_object_or_404(duties.select_related("clause__edition__programme__lead"), pk=duty_id)
    period = _period(request.POST.get("tu", ""), request.POST.get("den", ""))
    made = actions.consolidate(
        duty=duty, body=_own_body(request, duty, period), period=period, by=member, at=clock.now()
    )
    return redirect("reports:consolidation", made.pk)


def _period(start: str, end: str) -> Period:
    try:
        return Period(date.fromisoformat(start), date.fromisoformat(end))
    except ValueError as error:
        raise Http404 from error


def _own_body(request: HttpRequest, duty: DutyRule, period: Period) -> Body:
    """The receiving body the member stands for, reviewing ones first; else the lead."""
    own = permissions.stands_for(acting(request))
    rows = ObligationRecipient.objects.filter(
        obligation__duty_key=duty.key, obligation__period_start=period.start, body__in=own
    )
    first = rows.select_related("body").order_by("-reviews", "body_id").first()
    return first.body if first else duty.clause.edition.programme.lead


def _row(request: HttpRequest, pk: int) -> Consolidation:
    """Its own body's; a closed one also for those who see the programme."""
    member = acting(request)
    rows = Consolidation.objects.select_related(
        "duty__clause__edition__programme", "body", "programme", "outgoing_entry__register"
    )
    row = get_object_or_404(rows.filter(programme__in=Programme.objects.visible_to(member)), pk=pk)
    if (
        row.status == ConsolidationStatus.DRAFT
        and not bodies_of(member.body_id).filter(pk=row.body_id).exists()
    ):
        raise Http404
    return row


@reads(MEMBERS)
def consolidation(request: HttpRequest, pk: int) -> HttpResponse:
    row = _row(request, pk)
    initial = {"version": row.version, "overview": row.overview, "recommendations": row.recommendations}
    return render(
        request, "reports/consolidation.html", _context(request, row, ConsolidationForm(initial=initial))
    )


def _context(request: HttpRequest, row: Consolidation, form: ConsolidationForm) -> dict[str, object]:
    member, today = acting(request), clock.today()
    edits = permissions.can_edit_consolidation(member, row)
    closed = row.status == ConsolidationStatus.CLOSED
    decisions = history_of(row)
    signed = any(d.verb == "sign" and row.closed_at and d.at >= row.closed_at for d in decisions)
    numbered = row.outgoing_entry is not None
    return {
        "page": consolidation_page(row, today=today),
        "form": form,
        "row": row,
        "decisions": decisions,
        "can_edit": edits and not closed,
        "can_reopen": edits and closed and not numbered,
        "can_sign": edits and closed and not signed and member.role == "leader",
        "can_number": permissions.can_number(member, row) and closed and signed and not numbered,
        "number_form": NumberForm(initial=_number_initial(row, today)),
        "is_sample": row.is_sample,
    }


def _number_initial(row: Consolidation, today: date) -> dict[str, object]:
    return {"symbol": f"BC-{issuer_of(row.body, today=today).symbol}", "issued_on": today}


@changes(OFFICERS)
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the edited texts; then stay, take in new reports, or close."""
    row = _row(request, pk)
    form = ConsolidationForm(request.POST)
    if not form.is_valid():
        raise Refused("Nội dung quá dài hoặc trang đã cũ: hãy tải lại trang rồi thử lại.")
    member, now = acting(request), clock.now()
    saved = actions.save_consolidation(
        consolidation=row,
        overview=form.cleaned_data["overview"],
        recommendations=form.cleaned_data["recommendations"],
        paragraphs=edited_paragraphs(request.POST),
        version=form.cleaned_data["version"],
        by=member,
        at=now,
    )
    _then(request, saved)
    return redirect("reports:consolidation", row.pk)


def _then(request: HttpRequest, row: Consolidation) -> None:
    member, now = acting(request), clock.now()
    wanted = request.POST.get("tiep")
    if wanted == "cap-nhat":
        actions.refresh(consolidation=row, by=member, at=now)
        messages.success(request, "Đã lấy nội dung mới nhất; đoạn đã sửa được giữ nguyên.")
    elif wanted == "chot":
        actions.close(consolidation=row, by=member, at=now)
        messages.success(request, "Đã chốt báo cáo tổng hợp.")
    else:
        messages.success(request, "Đã lưu báo cáo tổng hợp.")


@changes(OFFICERS)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    row = _row(request, pk)
    reason = request.POST.get("note", "")
    actions.reopen_consolidation(consolidation=row, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã mở lại bản tổng hợp.")
    return redirect("reports:consolidation", row.pk)


@changes(LEADERS)
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    row = _row(request, pk)
    seen = whole_number(request.POST.get("version"))
    actions.sign_consolidation(consolidation=row, version=seen, by=acting(request), at=clock.now())
    messages.success(request, "Đã ký báo cáo. Văn thư cấp số.")
    return redirect("reports:consolidation", row.pk)


@changes(CLERKS)
def number(request: HttpRequest, pk: int) -> HttpResponse:
    row = _row(request, pk)
    form = NumberForm(request.POST)
    if not form.is_valid():
        raise Refused("Hãy ghi ký hiệu và ngày văn bản.")
    actions.number_consolidation(
        consolidation=row,
        symbol=form.cleaned_data["symbol"],
        issued_on=form.cleaned_data["issued_on"],
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, "Đã cấp số báo cáo.")
    return redirect("reports:consolidation", row.pk)


@reads(MEMBERS)
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The consolidated report as .docx."""
    row = _row(request, pk)
    return word_answer(_paper(row), name=_file_name(row))


@reads(MEMBERS)
def printed(request: HttpRequest, pk: int) -> HttpResponse:
    """The consolidated report as PDF/A."""
    row = _row(request, pk)
    return pdf_answer(_paper(row), name=_file_name(row))


def _paper(row: Consolidation) -> StateDocument:
    today = clock.today()
    return consolidation_paper(consolidation_page(row, today=today), today=today)


def _file_name(row: Consolidation) -> str:
    return f"bao-cao-tong-hop-{row.pk}"
