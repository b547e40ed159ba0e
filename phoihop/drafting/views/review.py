"""The review: each fact beside the text."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.drafting import actions, queries
from phoihop.drafting.models import Draft
from phoihop.drafting.statuses import DraftStatus, FactKind
from phoihop.drafting.views.papers import draft_of


@reads(OFFICERS)
def review(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    kind = request.GET.get("muc", FactKind.TARGET)
    if kind not in FactKind.values:
        kind = FactKind.TARGET
    context = {
        "draft": draft,
        "kind": kind,
        "kind_label": FactKind(kind).label,
        "review": queries.review(draft, kind),
        "history": queries.history(draft, most=8),
        "is_open": draft.status == DraftStatus.OPEN,
        "is_sample": draft.is_sample,
    }
    return render(request, "drafting/review.html", context)


@changes(OFFICERS)
def decide(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One button of the review: `<verb>` names the fact, or `certain` the kind to accept without doubts."""
    draft = draft_of(request, draft_id)
    member, now = acting(request), clock.now()
    kind = request.POST.get("kind", "")
    if request.POST.get("certain") in FactKind.values:
        count = actions.accept_certain(draft=draft, kind=request.POST["certain"], by=member, at=now)
        messages.success(request, f"Đã chấp nhận {count} mục không có nghi vấn.")
        return back_to(draft, kind)
    for verb in ("accept", "reject", "reopen"):
        chosen = whole_number(request.POST.get(verb))
        if chosen is not None:
            actions.decide(draft=draft, facts=[chosen], verb=verb, by=member, at=now)
            return back_to(draft, kind, anchor=str(chosen))
    return back_to(draft, kind)


def back_to(draft: Draft, kind: str, anchor: str = "") -> HttpResponse:
    response = redirect("drafting:review", draft.pk)
    query = f"?muc={kind}" if kind in FactKind.values else ""
    response["Location"] += query + (f"#f{anchor}" if anchor else "")
    return response


@changes(OFFICERS)
def undo(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    actions.undo(draft=draft, by=acting(request), at=clock.now())
    messages.success(request, "Đã hoàn tác bước vừa làm.")
    return back_to(draft, request.POST.get("kind", ""))
