"""The people of a body, for its administrators."""

from http import HTTPStatus

from django import forms as django_forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.accounts import actions, permissions, queries
from phoihop.accounts.forms import EndForm, KnownPersonForm, NewPersonForm, RoleForm
from phoihop.accounts.models import BodySecurity, Membership
from phoihop.core import clock
from phoihop.core.access import ADMINISTRATORS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.people.codes import readable_code
from phoihop.people.models import Person

SHOWN_ONCE = "shown_once"


def _managed_body(member: Member, body_id: int) -> Body:
    body = get_object_or_404(Body, pk=body_id)
    if not permissions.can_manage(member, body):
        raise Http404
    return body


def _managed_membership(member: Member, membership_id: int) -> Membership:
    rows = Membership.objects.select_related("person__user", "body")
    membership = get_object_or_404(rows, pk=membership_id)
    if not permissions.can_manage(member, membership.body):
        raise Http404
    return membership


@reads(ADMINISTRATORS)
def own_people(request: HttpRequest) -> HttpResponse:
    return redirect("accounts:people", body_id=acting(request).body_id)


@reads(ADMINISTRATORS)
def people(request: HttpRequest, body_id: int) -> HttpResponse:
    member, today = acting(request), clock.today()
    body = _managed_body(member, body_id)
    words = request.GET.get("tim", "").strip()
    present, former = queries.people_of(body, today=today, seen_by=member)
    context = {
        "body_id": body_id,
        "body_name": queries.body_name(body_id, today),
        "present": present,
        "former": former,
        "bodies": queries.manageable_bodies(member, words=words, today=today),
        "words": words,
        "may_search": permissions.is_operator(member),
        "requires_totp": BodySecurity.objects.filter(body=body, requires_totp=True).exists(),
    }
    return render(request, "accounts/people.html", context)


@reads(ADMINISTRATORS)
def new_person(request: HttpRequest, body_id: int) -> HttpResponse:
    _managed_body(acting(request), body_id)
    return _add_page(
        request, body_id, NewPersonForm(initial={"valid_from": clock.today(), "role": "officer"})
    )


@changes(ADMINISTRATORS)
def create_person(request: HttpRequest, body_id: int) -> HttpResponse:
    """An account with a first password shown once, and its first role."""
    member, at = acting(request), clock.now()
    body, form = _managed_body(member, body_id), NewPersonForm(request.POST)
    if not form.is_valid():
        return _add_page(request, body_id, form)
    data, password = form.cleaned_data, readable_code()
    try:
        user = actions.create_account(
            full_name=data["full_name"],
            username=data["username"],
            password=password,
            phone=data["phone"],
            by=member,
            at=at,
        )
        membership = _grant(form, user.person, body, by=member)
    except Refused as refused:
        form.add_error(None, refused.message)
        return _add_page(request, body_id, form)
    _show_once(request, membership, "Mật khẩu lần đầu (phải đổi khi đăng nhập)", password)
    return redirect("accounts:membership", membership_id=membership.pk)


def _add_page(request: HttpRequest, body_id: int, form: django_forms.Form) -> HttpResponse:
    return _form_page(request, "accounts/add_person.html", body_id, form)


@reads(ADMINISTRATORS)
def known_person(request: HttpRequest, body_id: int) -> HttpResponse:
    _managed_body(acting(request), body_id)
    form = KnownPersonForm(initial={"valid_from": clock.today(), "role": "officer"})
    return _form_page(request, "accounts/add_known_person.html", body_id, form)


@changes(ADMINISTRATORS)
def add_known_person(request: HttpRequest, body_id: int) -> HttpResponse:
    """A role at this body for somebody who has an account already."""
    member = acting(request)
    body, form = _managed_body(member, body_id), KnownPersonForm(request.POST)
    if form.is_valid():
        username = form.cleaned_data["username"].strip().lower()
        person = Person.objects.filter(user__username=username).first()
        try:
            if person is None:
                raise Refused(f"Không có tài khoản “{username}”.")
            membership = _grant(form, person, body, by=member)
            return redirect("accounts:membership", membership_id=membership.pk)
        except Refused as refused:
            form.add_error(None, refused.message)
        except PermissionDenied:
            form.add_error(None, "Không ai tự giao vai trò cho chính mình.")
    return _form_page(request, "accounts/add_known_person.html", body_id, form)


def _grant(form: RoleForm, person: Person, body: Body, *, by: Member) -> Membership:
    data = form.cleaned_data
    return actions.grant_membership(
        person=person,
        body=body,
        role=data["role"],
        position=data["position"],
        valid_from=data["valid_from"],
        by=by,
        at=clock.now(),
    )


def _form_page(request: HttpRequest, template: str, body_id: int, form: django_forms.Form) -> HttpResponse:
    context = {"body_id": body_id, "body_name": queries.body_name(body_id, clock.today()), "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, template, context, status=status)


@reads(ADMINISTRATORS)
def membership(request: HttpRequest, membership_id: int) -> HttpResponse:
    row = _managed_membership(acting(request), membership_id)
    return _membership_page(request, row)


@changes(ADMINISTRATORS)
def change_role(request: HttpRequest, membership_id: int) -> HttpResponse:
    row, form = _managed_membership(acting(request), membership_id), RoleForm(request.POST)
    if not form.is_valid():
        return _membership_page(request, row, role_form=form)
    data = form.cleaned_data
    new = actions.change_role(
        membership=row,
        role=data["role"],
        position=data["position"],
        from_day=data["valid_from"],
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, "Đã đổi vai trò; vai trò cũ được giữ trong lịch sử.")
    return redirect("accounts:membership", membership_id=new.pk)


@changes(ADMINISTRATORS)
def end_membership(request: HttpRequest, membership_id: int) -> HttpResponse:
    row, form = _managed_membership(acting(request), membership_id), EndForm(request.POST)
    if not form.is_valid():
        return _membership_page(request, row, end_form=form)
    actions.end_membership(
        membership=row,
        last_day=form.cleaned_data["last_day"],
        note=form.cleaned_data["note"],
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, "Đã ghi ngày kết thúc.")
    return redirect("accounts:people", body_id=row.body_id)


@changes(ADMINISTRATORS)
def make_code(request: HttpRequest, membership_id: int) -> HttpResponse:
    row = _managed_membership(acting(request), membership_id)
    code = actions.make_one_time_code(membership=row, by=acting(request), at=clock.now())
    _show_once(request, row, "Mã dùng một lần (trong 24 giờ)", code)
    return redirect("accounts:membership", membership_id=row.pk)


@changes(ADMINISTRATORS)
def remove_second_factor(request: HttpRequest, membership_id: int) -> HttpResponse:
    row = _managed_membership(acting(request), membership_id)
    reason = request.POST.get("reason", "")
    actions.remove_second_factor(membership=row, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã gỡ xác thực hai lớp của người này.")
    return redirect("accounts:membership", membership_id=row.pk)


@changes(ADMINISTRATORS)
def require_totp(request: HttpRequest, body_id: int) -> HttpResponse:
    member = acting(request)
    actions.require_totp(
        body=_managed_body(member, body_id),
        is_required=request.POST.get("requires_totp") == "yes",
        by=member,
        at=clock.now(),
    )
    messages.success(request, "Đã lưu yêu cầu đăng nhập hai lớp.")
    return redirect("accounts:people", body_id=body_id)


def _show_once(request: HttpRequest, row: Membership, label: str, secret: str) -> None:
    """Keep a secret for the next page only: it is in no address, message or table of ours."""
    request.session[SHOWN_ONCE] = {"membership": row.pk, "label": label, "secret": secret}


def _membership_page(
    request: HttpRequest,
    row: Membership,
    *,
    role_form: RoleForm | None = None,
    end_form: EndForm | None = None,
) -> HttpResponse:
    member, today = acting(request), clock.today()
    shown = request.session.pop(SHOWN_ONCE, None)
    role = {"role": row.role, "position": row.position, "valid_from": today}
    context = {
        "row": row,
        "body_name": queries.body_name(row.body_id, today),
        "is_open": row.valid_to is None or row.valid_to >= today,
        "shown": shown if shown and shown["membership"] == row.pk else None,
        "may_end": permissions.can_end(member, row),
        "has_second_factor": queries.has_second_factor(row.person_id),
        "may_make_code": permissions.can_reset_password(member, person_id=row.person_id),
        "role_form": role_form or RoleForm(initial=role),
        "end_form": end_form or EndForm(initial={"last_day": today}),
        "decisions": queries.decisions_of(row),
    }
    wrong = role_form or end_form
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "accounts/membership.html", context, status=status)
