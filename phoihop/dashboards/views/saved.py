"""Views kept under a name: the list, keeping, changing, opening; each person sees there what they may."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from phoihop.accounts import saved_views as acts
from phoihop.accounts.models import SavedView
from phoihop.core import clock
from phoihop.core.access import MEMBERS, SIGNED_IN, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number

SAVED_PAGES = {
    "dashboards:place", "dashboards:heat", "dashboards:trend", "dashboards:compare", "dashboards:tiles",
}  # fmt: skip


@reads(MEMBERS)
def views(request: HttpRequest) -> HttpResponse:
    """One's own views, and those of the body."""
    lines = acts.view_lines(acting(request), today=clock.today())
    host = f"{request.scheme}://{request.get_host()}"
    context = {"lines": lines, "host": host, "is_sample": any(line.row.is_sample for line in lines)}
    return render(request, "dashboards/saved/list.html", context)


@changes(MEMBERS)
def save(request: HttpRequest) -> HttpResponse:
    """Keep the page it was sent from; back to it, or to the list when the name will not do."""
    path, query = request.POST.get("path", ""), request.POST.get("query", "").removeprefix("?")
    try:
        _refuse_other_pages(path)
        kept = acts.save_view(
            name=request.POST.get("name", ""), path=path, query=query, by=acting(request), at=clock.now()
        )
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("dashboards:views")
    messages.success(request, f"Đã lưu góc nhìn “{kept.name}”.")
    return redirect("dashboards:views")


def _refuse_other_pages(path: str) -> None:
    try:
        name = resolve(path).view_name
    except Resolver404:
        name = ""
    if name not in SAVED_PAGES:
        raise Refused("Trang này không lưu thành góc nhìn được.")


@changes(MEMBERS)
def change(request: HttpRequest, view_id: int) -> HttpResponse:
    """Rename one's own view, share it, take the sharing back, open it first."""
    member, given = acting(request), request.POST
    view = get_object_or_404(acts.own_views(member), pk=view_id)
    version = whole_number(given.get("version")) or 0
    is_on = given.get("on") == "1"
    try:
        match given.get("what"):
            case "name":
                acts.rename_view(view=view, name=given.get("name", ""), version=version, by=member)
            case "body":
                acts.share_with_body(view=view, is_shared=is_on, version=version, by=member)
            case "link":
                acts.share_by_link(view=view, is_shared=is_on, version=version, by=member)
            case "start":
                acts.make_start(view=view, is_start=is_on, version=version, by=member)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, f"Đã đổi góc nhìn “{view.name}”.")
    return redirect("dashboards:views")


@changes(MEMBERS)
def delete(request: HttpRequest, view_id: int) -> HttpResponse:
    """Take one's own view away."""
    member = acting(request)
    view = get_object_or_404(acts.own_views(member), pk=view_id)
    acts.delete_view(view=view, by=member)
    messages.success(request, f"Đã xóa góc nhìn “{view.name}”.")
    return redirect("dashboards:views")


@reads(MEMBERS)
def open_view(request: HttpRequest, view_id: int) -> HttpResponse:
    """The page of one's own view, or of one the body shares."""
    return _to(get_object_or_404(acts.visible_views(acting(request)), pk=view_id))


@reads(SIGNED_IN)
def open_link(request: HttpRequest, link: uuid.UUID) -> HttpResponse:
    """The page of a view shared by link; it shows whoever is signed in only what they may see."""
    try:
        return _to(acts.view_by_link(link))
    except SavedView.DoesNotExist as missing:
        raise Http404 from missing


def _to(view: SavedView) -> HttpResponse:
    address = f"{view.path}?{view.query}" if view.query else view.path
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        raise Http404
    return redirect(address)
