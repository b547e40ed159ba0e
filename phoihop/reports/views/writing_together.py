"""Saving as one types, and two people's texts side by side."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.reports import actions
from phoihop.reports.calculations.merging import mark_of
from phoihop.reports.models import ReportVariant
from phoihop.reports.queries.form_page import form_page
from phoihop.reports.queries.forms import form_begun_with
from phoihop.reports.queries.units import fields_of, input_of, only
from phoihop.reports.queries.variants import chosen_unit, variants_page
from phoihop.reports.views.editing import marks_in
from phoihop.reports.views.loading import report_or_404, report_to_edit
from phoihop.reports.views.report_inputs import inputs_of


@changes(OFFICERS)
def autosave(request: HttpRequest, report_id: int) -> HttpResponse:
    """Save the units named (`doan`), say what could not be, and what others changed since the marks.

    Answers JSON. Sent twice it writes once: what is stored already is left alone. A clashing unit keeps its
    old mark, so that saving the whole page later clashes again and overwrites nothing.
    """
    report = report_or_404(request, report_id)
    wanted = frozenset(request.POST.getlist("doan"))
    inputs = inputs_of(report, form_page(report, today=clock.today())[1], request.POST)
    content = only(inputs.content(), wanted)
    problems = {name: words for name, words in inputs.problems().items() if name in wanted}
    marks, now = marks_in(request) or {}, clock.now()
    try:
        saved = actions.merge_report(report=report, content=content, marks=marks, by=acting(request), at=now)
    except Refused as refusal:
        return JsonResponse({"refused": refusal.message})
    form = form_begun_with(report.obligation)
    present = {name: mark_of(unit) for name, unit in saved.units.items()}
    others = [n for n in {*present, *marks} - wanted if present.get(n, "0") != marks.get(n, "0")]
    return JsonResponse(
        {
            "saved": timezone.localtime(now).strftime("%H:%M"),
            "version": saved.report.version,
            "marks": {n: present.get(n, "0") for n in [*wanted, *others] if n not in saved.clashing},
            "problems": problems,
            "clashing": sorted(saved.clashing),
            "others": {n: fields_of(n, saved.units[n], form) for n in others if n in saved.units},
        }
    )


@reads(OFFICERS)
def variants(request: HttpRequest, report_id: int) -> HttpResponse:
    """What two people wrote in one place, side by side."""
    report = report_to_edit(request, report_id)
    if report is None:
        return redirect("reports:report", report_id)
    page = variants_page(report)
    if not page.lines:
        return redirect("reports:edit", report_id)
    return render(
        request, "reports/variants.html", {"page": page, "report": report, "is_sample": report.is_sample}
    )


@changes(OFFICERS)
def settle(request: HttpRequest, report_id: int, variant_id: int) -> HttpResponse:
    """Keep one of the two, or both one after the other."""
    report = report_or_404(request, report_id)
    variant = get_object_or_404(ReportVariant, pk=variant_id, report=report)
    chosen = chosen_unit(report, variant, request.POST.get("chon", ""))
    actions.settle_variant(
        variant=variant,
        content=input_of(variant.unit, chosen),
        seen=request.POST.get("thay", ""),
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, "Đã ghi bản được chọn.")
    return redirect("reports:variants", report.pk)
