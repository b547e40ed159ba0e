"""Recording an act of succession: form, preview, confirmation; and taking the newest back."""

from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import ADMINISTRATORS, acting, by_method, changes, reads
from phoihop.core.errors import Refused
from phoihop.organisations import actions
from phoihop.organisations.actions import Decree, NewArea, NewBody
from phoihop.organisations.calculations import kind_and_name
from phoihop.organisations.forms import ActForm, AreaActForm, BodyActForm
from phoihop.organisations.models import Area, AreaVersion, Body, BodyKind, Level, Succession, SuccessionKind
from phoihop.organisations.queries.labels import area_labels, body_labels
from phoihop.organisations.queries.named import area_named, body_named, residential_areas_named
from phoihop.organisations.queries.pages import ActLine, act_lines
from phoihop.organisations.views.founding import managed_area

type Thing = Area | Body


def _thing(request: HttpRequest, *, area_id: int | None, body_id: int | None) -> Thing:
    if area_id is not None:
        return managed_area(request, area_id)
    body = get_object_or_404(Body.objects.select_related("area"), pk=body_id)
    managed_area(request, body.area_id)
    return body


def _form(thing: Thing, data: Any = None) -> ActForm:
    if isinstance(thing, Area):
        return AreaActForm(data, is_province=thing.level == Level.PROVINCE)
    return BodyActForm(data)


def _name(thing: Thing) -> str:
    if isinstance(thing, Area):
        return area_labels([thing.pk], clock.today())[thing.pk].full_name
    return body_labels([thing.pk], clock.today())[thing.pk].name


def _page_of(thing: Thing) -> str:
    return reverse(f"organisations:{'area' if isinstance(thing, Area) else 'body'}", args=[thing.pk])


def _form_page(request: HttpRequest, thing: Thing, form: ActForm) -> HttpResponse:
    context = {"form": form, "title": "Ghi việc kế thừa", "place": _name(thing), "back": _page_of(thing)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "organisations/act.html", context, status=status)


@reads(ADMINISTRATORS)
def _act_page(request: HttpRequest, area_id: int | None = None, body_id: int | None = None) -> HttpResponse:
    thing = _thing(request, area_id=area_id, body_id=body_id)
    return _form_page(request, thing, _form(thing))


@changes(ADMINISTRATORS)
def _record(request: HttpRequest, area_id: int | None = None, body_id: int | None = None) -> HttpResponse:
    """The first sending shows what would be; only the confirmed one is kept."""
    thing = _thing(request, area_id=area_id, body_id=body_id)
    form = _form(thing, request.POST)
    if not form.is_valid():
        return _form_page(request, thing, form)
    try:
        if "confirmed" in request.POST:
            _done(request, thing, form)
            messages.success(request, "Đã ghi việc kế thừa.")
            return redirect(_page_of(thing))
        line = _tried(request, thing, form)
    except Refused as refused:
        form.add_error(None, refused.message)
        return _form_page(request, thing, form)
    context = {"form": form, "line": line, "place": _name(thing), "back": _page_of(thing)}
    return render(request, "organisations/act_preview.html", context)


record_act = by_method(get=_act_page, post=_record)


def _tried(request: HttpRequest, thing: Thing, form: ActForm) -> ActLine:
    """The very act, told and taken back."""
    with transaction.atomic():
        act = _done(request, thing, form)
        (line,) = act_lines([act], "area" if isinstance(thing, Area) else "body")
        transaction.set_rollback(True)
    return line


def _done(request: HttpRequest, thing: Thing, form: ActForm) -> Succession:
    data = form.cleaned_data
    decree = Decree(data["effective_on"], data["legal_document"], data["note"])
    how: dict[str, Any] = {"decree": decree, "by": acting(request), "at": clock.now()}
    if isinstance(thing, Area):
        return _area_act(thing, data, how)
    return _body_act(thing, data, how)


def _area_act(area: Area, data: dict[str, Any], how: dict[str, Any]) -> Succession:
    kind, name, _ = data["successors"][0]
    match data["kind"]:
        case SuccessionKind.RENAME:
            return actions.rename(thing=area, name=name, **how)
        case SuccessionKind.TYPE_CHANGE:
            return actions.change_type(thing=area, kind=kind, name=name, **how)
        case SuccessionKind.MERGE:
            others = [_other_area(area, line, how["decree"].effective_on) for line in data["others"]]
            successor = _next_area(area, kind, name, [area, *others], how["decree"].effective_on)
            return actions.merge(predecessors=[area, *others], successor=successor, **how)
    day = how["decree"].effective_on
    inside: dict[int, int] = {}
    for index, (_, _, villages) in enumerate(data["successors"]):
        inside |= dict.fromkeys(residential_areas_named(area, villages, day), index)
    successors = [_next_area(area, kind, name, [area], day) for kind, name, _ in data["successors"]]
    return actions.split(
        predecessor=area, successors=successors, predecessor_ends=not data["goes_on"], inside=inside, **how
    )


def _other_area(area: Area, line: str, day: date) -> Area:
    parts = kind_and_name(line, is_province=area.level == Level.PROVINCE)
    found = area_named(*parts, beside=area, day=day - timedelta(1)) if parts else None
    if found is None:
        raise Refused(f"Không tìm thấy “{line}” cùng cấp trên vào ngày trước khi có hiệu lực.")
    return found


def _next_area(area: Area, kind: Any, name: str, olds: list[Area], day: date) -> Area | NewArea:
    """The place that stands under this name and goes on, else a new one beside the old."""
    standing = area_named(kind, name, beside=area, day=day)
    if standing is not None and standing not in olds:
        return standing
    parent = AreaVersion.objects.on(day - timedelta(1)).get(area=area).parent
    assert parent
    return NewArea(name, kind, parent)


def _body_act(body: Body, data: dict[str, Any], how: dict[str, Any]) -> Succession:
    (name, short_name), day = data["successors"][0], how["decree"].effective_on
    match data["kind"]:
        case SuccessionKind.RENAME:
            return actions.rename(thing=body, name=name, short_name=short_name, **how)
        case SuccessionKind.TYPE_CHANGE:
            kind = BodyKind(data["new_kind"] or body.kind)
            return actions.change_type(thing=body, kind=kind, name=name, short_name=short_name, **how)
        case SuccessionKind.MERGE:
            olds = [body, *(_other_body(body, line, day) for line in data["others"])]
            successor = _next_body(body, name, short_name, olds, day)
            return actions.merge(predecessors=olds, successor=successor, **how)
    successors = [_next_body(body, name, short_name, [body], day) for name, short_name in data["successors"]]
    return actions.split(predecessor=body, successors=successors, predecessor_ends=not data["goes_on"], **how)


def _other_body(body: Body, line: str, day: date) -> Body:
    found = body_named(line, area=body.area, day=day - timedelta(1))
    if found is None:
        raise Refused(f"Không tìm thấy tổ chức “{line}” tại địa bàn này vào ngày trước khi có hiệu lực.")
    return found


def _next_body(body: Body, name: str, short_name: str, olds: list[Body], day: date) -> Body | NewBody:
    standing = body_named(name, area=body.area, day=day)
    if standing is not None and standing not in olds:
        return standing
    return NewBody(BodyKind(body.kind), body.area, name, short_name, parent=body.parent)


@changes(ADMINISTRATORS)
def undo(request: HttpRequest, act_id: int) -> HttpResponse:
    act = get_object_or_404(Succession, pk=act_id)
    link = act.links.select_related("from_area", "from_body").first()
    thing = link and (link.from_area or link.from_body)
    actions.undo(succession=act, by=acting(request), at=clock.now())
    messages.success(request, "Đã hoàn tác việc kế thừa.")
    return redirect(_page_of(thing)) if thing else redirect("organisations:areas")


@reads(ADMINISTRATORS)
def confirm_undo(request: HttpRequest, act_id: int) -> HttpResponse:
    act = get_object_or_404(Succession.objects.prefetch_related("links"), pk=act_id)
    link = act.links.all()[0]
    thing = link.from_area or link.from_body
    assert thing
    managed_area(request, thing.pk if isinstance(thing, Area) else thing.area_id)
    (line,) = act_lines([act], "area" if isinstance(thing, Area) else "body")
    context = {"line": line, "back": _page_of(thing), "act_id": act_id}
    return render(request, "organisations/undo.html", context)


take_back = by_method(get=confirm_undo, post=undo)
