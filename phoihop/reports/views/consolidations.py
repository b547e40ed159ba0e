"""Consolidated reports: made from a board, edited, closed, handed up, signed, numbered."""

from datetime import date

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, LEADERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.batches import together
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.core.periods import Period
from phoihop.documents.issuers import issuer_of
from phoihop.documents.views.downloads import sheet_answer
from phoihop.organisations.models import Body
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.reports import actions, permissions
from phoihop.reports.consolidation_forms import ConsolidationForm, HandUpForm, paragraphs_in
from phoihop.reports.forms import NumberForm
from phoihop.reports.models import Consolidation, ObligationRecipient
from phoihop.reports.queries.consolidations import (
    MOST_ON_A_PAGE,
    ConsolidationLine,
    consolidation_lines,
    consolidation_page,
    decisions_on,
    history_from,
    waiting_lines,
)
from phoihop.reports.queries.handing_up import upward_lines, upward_obligations
from phoihop.reports.sheets import consolidations_sheet
from phoihop.reports.statuses import ConsolidationStatus
from phoihop.reports.views.loading import consolidation_or_404


@reads(MEMBERS)
def consolidations(request: HttpRequest) -> HttpResponse:
    """The consolidated reports of the member's body."""
    lines, today = _lines(request), clock.today()
    own = permissions.stands_for(acting(request))
    waiting = waiting_lines(sorted(own), today=today) if own else []
    context = {"lines": lines, "waiting": waiting, "is_sample": any(line.is_sample for line in lines)}
    return render(request, "reports/consolidations.html", context)


@reads(MEMBERS)
def consolidations_file(request: HttpRequest) -> HttpResponse:
    """The same list as .xlsx."""
    return sheet_answer(consolidations_sheet(_lines(request)), name="bao-cao-tong-hop")


def _lines(request: HttpRequest) -> list[ConsolidationLine]:
    own = list(bodies_of(acting(request).body_id).values_list("pk", flat=True))
    return consolidation_lines(own, today=clock.today())


@changes(OFFICERS)
def consolidate(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Make (or open) the consolidated report of a duty and period in the name of the receiving body."""
    member = acting(request)
    own = permissions.stands_for(member)
    seen = Q(clause__edition__programme__in=Programme.objects.visible_to(member))
    received = ObligationRecipient.objects.filter(obligation__duty=OuterRef("pk"), body__in=own)
    duties = DutyRule.everywhere.filter(seen | Exists(received))
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
    """The receiving body the member stands for, reviewing ones first; else the lead.

    Of a duty that binds places below too, the lead of the member's own programme there.
    """
    own = permissions.stands_for(acting(request))
    rows = ObligationRecipient.objects.filter(
        obligation__duty_key=duty.key, obligation__period_start=period.start, body__in=own
    )
    first = rows.select_related("body").order_by("-reviews", "body_id").first()
    if first:
        return first.body
    below = Programme.objects.filter(
        obligations__duty_key=duty.key, obligations__period_start=period.start, lead__in=own
    )
    led = below.select_related("lead").first()
    return led.lead if led else duty.clause.edition.programme.lead


@reads(MEMBERS)
def consolidation(request: HttpRequest, pk: int) -> HttpResponse:
    row = consolidation_or_404(request, pk)
    initial = {"version": row.version, "overview": row.overview, "recommendations": row.recommendations}
    return render(
        request, "reports/consolidation.html", _context(request, row, ConsolidationForm(initial=initial))
    )


def _context(request: HttpRequest, row: Consolidation, form: ConsolidationForm) -> dict[str, object]:
    member, today = acting(request), clock.today()
    own, done = permissions.bodies_stood_for(member), decisions_on(row)
    together(own, done)
    edits = row.body_id in own
    numbers = permissions.can_number(member, row)
    closed = row.status == ConsolidationStatus.CLOSED
    decisions = history_from(done)
    signed = any(d.verb == "sign" and row.closed_at and d.at >= row.closed_at for d in decisions)
    numbered = row.outgoing_entry is not None
    upward = upward_lines(row, today=today) if edits and closed else []
    return {
        "page": consolidation_page(row, today=today, most=MOST_ON_A_PAGE),
        "form": form,
        "row": row,
        "decisions": decisions,
        "can_edit": edits and not closed,
        "can_reopen": edits and closed,
        "can_sign": edits and closed and not signed and member.role == "leader",
        "can_number": numbers and closed and signed and not numbered,
        "number_form": NumberForm(initial=_number_initial(row, today)) if numbers else None,
        "upward": upward,
        "hand_up_form": HandUpForm(choices=[(line.id, line.words) for line in upward if line.is_open]),
        "is_sample": row.is_sample,
    }


def _number_initial(row: Consolidation, today: date) -> dict[str, object]:
    return {"symbol": f"BC-{issuer_of(row.body, today=today).symbol}", "issued_on": today}


@changes(OFFICERS)
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the edited texts; then stay, take in new reports, or close."""
    row = consolidation_or_404(request, pk)
    form = ConsolidationForm(request.POST)
    if not form.is_valid():
        raise Refused("Nội dung quá dài hoặc trang đã cũ: hãy tải lại trang rồi thử lại.")
    member, now = acting(request), clock.now()
    saved = actions.save_consolidation(
        consolidation=row,
        overview=form.cleaned_data["overview"],
        recommendations=form.cleaned_data["recommendations"],
        paragraphs=paragraphs_in(request.POST),
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
    row = consolidation_or_404(request, pk)
    reason = request.POST.get("note", "")
    actions.reopen_consolidation(consolidation=row, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã mở lại bản tổng hợp.")
    return redirect("reports:consolidation", row.pk)


@changes(LEADERS)
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    row = consolidation_or_404(request, pk)
    seen = whole_number(request.POST.get("version"))
    actions.sign_consolidation(consolidation=row, version=seen, by=acting(request), at=clock.now())
    messages.success(request, "Đã ký báo cáo. Văn thư cấp số.")
    return redirect("reports:consolidation", row.pk)


@changes(CLERKS)
def number(request: HttpRequest, pk: int) -> HttpResponse:
    row = consolidation_or_404(request, pk)
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


@changes(OFFICERS)
def hand_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the closed report in for one the body owes upward."""
    row = consolidation_or_404(request, pk)
    wanted = whole_number(request.POST.get("obligation"))
    obligation = get_object_or_404(upward_obligations(row), pk=wanted)
    actions.hand_up(
        consolidation=row, obligation=obligation, version=whole_number(request.POST.get("version")),
        by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã nộp bản tổng hợp lên cấp trên.")
    return redirect("reports:consolidation", row.pk)
