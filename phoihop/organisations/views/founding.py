"""Forms that add a residential area or a body."""

from http import HTTPStatus
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import ADMINISTRATORS, acting, by_method, changes, reads
from phoihop.core.errors import Refused
from phoihop.organisations import actions
from phoihop.organisations.forms import BodyForm, ResidentialAreaForm
from phoihop.organisations.models import Area, AreaKind, Body, BodyKind
from phoihop.organisations.queries.labels import area_labels, body_labels
from phoihop.organisations.views.reading import manages


def managed_area(request: HttpRequest, area_id: int) -> Area:
    """The place when the acting member manages it; PermissionDenied otherwise."""
    area = get_object_or_404(Area, pk=area_id)
    if not manages(request, area, area.valid_to or clock.today()):
        raise PermissionDenied
    return area


def _page(request: HttpRequest, area: Area, form: django_forms.Form, *, title: str) -> HttpResponse:
    name = area_labels([area.pk], clock.today())[area.pk].full_name
    context = {"form": form, "title": title, "place": name, "area_id": area.pk}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "organisations/add.html", context, status=status)


@reads(ADMINISTRATORS)
def _residential_area_page(request: HttpRequest, area_id: int) -> HttpResponse:
    form = ResidentialAreaForm(initial={"valid_from": clock.today()})
    return _page(request, managed_area(request, area_id), form, title="Thêm khu dân cư")


@changes(ADMINISTRATORS)
def _create_residential_area(request: HttpRequest, area_id: int) -> HttpResponse:
    area, form = managed_area(request, area_id), ResidentialAreaForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data | {"kind": AreaKind(form.cleaned_data["kind"])}
        try:
            new = actions.create_residential_area(
                commune=area,
                **values,
                is_sample=acting(request).is_sample,
                by=acting(request),
                at=clock.now(),
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, "Đã thêm khu dân cư.")
            return redirect("organisations:area", area_id=new.pk)
    return _page(request, area, form, title="Thêm khu dân cư")


add_residential_area = by_method(get=_residential_area_page, post=_create_residential_area)


def _body_form(area: Area, data: Any = None) -> BodyForm:
    standing = Body.objects.on(clock.today()).filter(area=area).values_list("pk", flat=True)
    labels = sorted(body_labels(list(standing), clock.today()).values(), key=lambda label: label.sort_key)
    return BodyForm(
        data,
        parents=[(label.id, label.short_name) for label in labels],
        initial={"valid_from": clock.today()},
    )


@reads(ADMINISTRATORS)
def _body_page(request: HttpRequest, area_id: int) -> HttpResponse:
    area = managed_area(request, area_id)
    return _page(request, area, _body_form(area), title="Thêm tổ chức")


@changes(ADMINISTRATORS)
def _create_body(request: HttpRequest, area_id: int) -> HttpResponse:
    area = managed_area(request, area_id)
    form = _body_form(area, request.POST)
    if form.is_valid():
        try:
            new = _body_of(form, area, request)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, "Đã thêm tổ chức.")
            return redirect("organisations:body", body_id=new.pk)
    return _page(request, area, form, title="Thêm tổ chức")


def _body_of(form: BodyForm, area: Area, request: HttpRequest) -> Body:
    data, kind = form.cleaned_data, BodyKind(form.cleaned_data["kind"])
    usual = actions.standard_name_at(kind, area, data["valid_from"])
    name = data["name"] or (usual.name if usual else "")
    short_name = data["short_name"] or (usual.short_name if usual and not data["name"] else name)
    return actions.create_body(
        kind=kind,
        area=area,
        name=name,
        short_name=short_name,
        symbol=data["symbol"] or (usual.symbol if usual else ""),
        valid_from=data["valid_from"],
        parent=Body.objects.get(pk=data["parent"]) if data["parent"] else None,
        aliases=data["aliases"],
        is_sample=acting(request).is_sample,
        by=acting(request),
        at=clock.now(),
    )


add_body = by_method(get=_body_page, post=_create_body)
