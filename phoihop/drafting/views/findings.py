"""Soát văn bản: the list of findings, passing one over, the paper for the clerk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.documents.views.downloads import word_answer
from phoihop.drafting import actions, queries
from phoihop.drafting.findings_paper import findings_paper
from phoihop.drafting.models import Draft
from phoihop.drafting.views.papers import draft_of
from phoihop.organisations.models import Body


@reads(OFFICERS)
def findings(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    context = {"draft": draft, "page": queries.findings_page(draft), "is_sample": draft.is_sample}
    return render(request, "drafting/findings.html", context)


@reads(OFFICERS)
def word(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The findings as a Word file."""
    draft = draft_of(request, draft_id)
    body = Body.objects.get(pk=acting(request).body_id)
    paper = findings_paper(draft, queries.findings_page(draft), body=body, today=clock.today())
    return word_answer(paper, name=f"phieu-soat-van-ban-{draft.pk}")


@changes(OFFICERS)
def dismiss(request: HttpRequest, draft_id: int, finding_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    finding = get_object_or_404(draft.findings, pk=finding_id)
    actions.dismiss(
        finding=finding, reason=request.POST.get("reason", ""), by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã bỏ qua, có ghi lý do. Có thể lấy lại ở cuối danh sách.")
    return _back_to(draft)


@changes(OFFICERS)
def take_up(request: HttpRequest, draft_id: int, finding_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    finding = get_object_or_404(draft.findings, pk=finding_id)
    actions.take_up(finding=finding, by=acting(request), at=clock.now())
    return _back_to(draft, anchor=f"d{finding.pk}")


@changes(OFFICERS)
def check_again(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    actions.check_again(draft=draft, by=acting(request))
    messages.success(request, "Đã soát lại toàn văn bản.")
    return _back_to(draft)


def _back_to(draft: Draft, *, anchor: str = "") -> HttpResponse:
    response = redirect("drafting:findings", draft.pk)
    if anchor:
        response["Location"] += f"#{anchor}"
    return response
