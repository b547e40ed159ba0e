"""Targets as read from their text: added, changed and taken out, with a reason once it is signed."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.numbers import whole_number
from phoihop.programmes.forms import ReasonForm
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets import actions, permissions, queries
from phoihop.targets.forms import MendForm, NewTargetForm, ShareLine, TargetForm
from phoihop.targets.models import Target
from phoihop.targets.views.loading import opened_edition, opened_target


def _is_draft(edition: Edition) -> bool:
    return edition.status == EditionStatus.DRAFT


def _check_writes(request: HttpRequest, edition: Edition) -> None:
    if not permissions.can_write_targets(acting(request), edition):
        raise PermissionDenied


def _written_edition(request: HttpRequest, edition_id: int) -> Edition:
    edition = opened_edition(request, edition_id)
    _check_writes(request, edition)
    return edition


def _written_target(request: HttpRequest, target_id: int) -> Target:
    target = opened_target(request, target_id)
    _check_writes(request, target.edition)
    return target


def _share_lines(edition: Edition, target: Target | None = None) -> list[ShareLine]:
    rows = queries.share_choices(edition, clock.today(), target=target)
    return [ShareLine(content, name, has_share) for content, name, has_share in rows]


def _list_address(edition: Edition) -> str:
    return f"{reverse('targets:list')}?chuong-trinh={edition.pk}"


def _page(
    request: HttpRequest, template: str, edition: Edition, form: Form, *, status: int, **more: Any
) -> HttpResponse:
    context = {
        "edition": edition,
        "is_draft": _is_draft(edition),
        "form": form,
        "list_address": _list_address(edition),
        "is_sample": edition.is_sample,
    }
    return render(request, template, context | more, status=status)


def _new_form(edition: Edition, data: Any = None, *, clause_id: int | None = None) -> NewTargetForm:
    return NewTargetForm(
        data,
        initial={"clause": clause_id},
        clauses=queries.clause_choices(edition),
        shares=_share_lines(edition),
        is_draft=_is_draft(edition),
    )


def _new_page(
    request: HttpRequest, edition: Edition, form: NewTargetForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    known, has_clauses = edition.targets.count(), edition.clauses.exists()
    return _page(
        request, "targets/new.html", edition, form, status=status, known=known, has_clauses=has_clauses
    )


@reads(OFFICERS)
def new(request: HttpRequest, edition_id: int) -> HttpResponse:
    edition = _written_edition(request, edition_id)
    form = _new_form(edition, clause_id=whole_number(request.GET.get("dieu-khoan")))
    return _new_page(request, edition, form)


@changes(OFFICERS)
def create(request: HttpRequest, edition_id: int) -> HttpResponse:
    edition = _written_edition(request, edition_id)
    form = _new_form(edition, request.POST)
    if not form.is_valid():
        return _new_page(request, edition, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        made = _add(form, edition, acting(request))
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _new_page(request, edition, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"Đã thêm chỉ tiêu “{made.name}”.")
    return redirect(_list_address(edition))


def _add(form: NewTargetForm, edition: Edition, member: Member) -> Target:
    clause = get_object_or_404(edition.clauses.select_related("edition"), pk=form.cleaned_data["clause"])
    given: dict[str, Any] = {
        "clause": clause,
        "spec": form.spec,
        "contributions": form.contributions,
        "by": member,
        "at": clock.now(),
    }
    if _is_draft(edition):
        return actions.add_target(edition=edition, **given)
    return actions.mend_missed_target(reason=form.why, **given)


def _mend_page(
    request: HttpRequest, target: Target, form: TargetForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    return _page(request, "targets/mend.html", target.edition, form, status=status, target=target)


@reads(OFFICERS)
def mend_page(request: HttpRequest, target_id: int) -> HttpResponse:
    target = _written_target(request, target_id)
    form = MendForm.starting(
        target.spec,
        shares=_share_lines(target.edition, target),
        version=target.version,
        is_draft=_is_draft(target.edition),
    )
    return _mend_page(request, target, form)


@changes(OFFICERS)
def mend(request: HttpRequest, target_id: int) -> HttpResponse:
    target = _written_target(request, target_id)
    shares = _share_lines(target.edition, target)
    form = MendForm(request.POST, shares=shares, is_draft=_is_draft(target.edition))
    if not form.is_valid():
        return _mend_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        said = _change(form, target, acting(request))
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _mend_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, said)
    return redirect("targets:detail", target.pk)


def _change(form: MendForm, target: Target, member: Member) -> str:
    given: dict[str, Any] = {
        "target": target,
        "spec": form.spec_like(target.spec),
        "contributions": form.contributions,
        "version": form.cleaned_data["version"],
        "by": member,
        "at": clock.now(),
    }
    if _is_draft(target.edition):
        actions.change_target(**given)
        return "Đã lưu chỉ tiêu."
    actions.mend_target(reason=form.why, **given)
    return "Đã sửa lỗi nhập. Văn bản đã ký không thay đổi."


def _drop_page(
    request: HttpRequest, target: Target, form: ReasonForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    parts = target.parts.count()
    return _page(
        request, "targets/drop.html", target.edition, form, status=status, target=target, parts=parts
    )


@reads(OFFICERS)
def drop_page(request: HttpRequest, target_id: int) -> HttpResponse:
    target = _written_target(request, target_id)
    return _drop_page(request, target, ReasonForm(is_draft=_is_draft(target.edition)))


@changes(OFFICERS)
def drop(request: HttpRequest, target_id: int) -> HttpResponse:
    target = _written_target(request, target_id)
    form = ReasonForm(request.POST, is_draft=_is_draft(target.edition))
    if not form.is_valid():
        return _drop_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _take_out(form, target, acting(request))
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _drop_page(request, target, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"Đã bỏ chỉ tiêu “{target.name}”.")
    return redirect(_list_address(target.edition))


def _take_out(form: ReasonForm, target: Target, member: Member) -> None:
    if _is_draft(target.edition):
        actions.drop_target(target=target, by=member, at=clock.now())
    else:
        actions.mend_wrong_target(target=target, reason=form.why, by=member, at=clock.now())
