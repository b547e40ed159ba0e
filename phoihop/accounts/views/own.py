"""One's own things: the role one acts in, the profile, the notices."""

from http import HTTPStatus

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from phoihop.accounts import notices
from phoihop.accounts.acting import SESSION_KEY, valid_memberships
from phoihop.accounts.forms import ProfileForm
from phoihop.core import clock
from phoihop.core.access import SIGNED_IN, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.people.models import Person, User


def _user(request: HttpRequest) -> User:
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user


@changes(SIGNED_IN)
def switch_role(request: HttpRequest) -> HttpResponse:
    """Act as another of one's own memberships; the home page of that role follows."""
    own = valid_memberships(_user(request).person_id, clock.today())
    wanted = whole_number(request.POST.get("membership"))
    chosen = get_object_or_404(own, pk=wanted)
    request.session[SESSION_KEY] = chosen.pk
    return redirect(settings.LOGIN_REDIRECT_URL)


@reads(SIGNED_IN)
def profile(request: HttpRequest) -> HttpResponse:
    person = _user(request).person
    form = ProfileForm(initial={"phone": person.phone, "email": person.email})
    return _profile_page(request, form, person)


@changes(SIGNED_IN)
def save_profile(request: HttpRequest) -> HttpResponse:
    person, form = _user(request).person, ProfileForm(request.POST)
    if not form.is_valid():
        return _profile_page(request, form, person, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    Person.objects.filter(pk=person.pk).update(**form.cleaned_data)
    messages.success(request, "Đã lưu cách liên hệ.")
    return redirect("accounts:profile")


def _profile_page(
    request: HttpRequest, form: ProfileForm, person: Person, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    has_totp = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP).exists()
    context = {"form": form, "person": person, "has_totp": has_totp}
    context["has_oidc"] = bool(settings.SOCIALACCOUNT_PROVIDERS)
    return render(request, "accounts/profile.html", context, status=status)


@reads(SIGNED_IN)
def notice_list(request: HttpRequest) -> HttpResponse:
    lines, page = notices.latest(_user(request).person_id, page=request.GET.get("trang", "1"))
    return render(request, "accounts/notices.html", {"lines": lines, "page": page})


@changes(SIGNED_IN)
def open_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Mark a notice as read and go where it leads."""
    person_id = _user(request).person_id
    url = notices.address_of(person_id=person_id, notice_id=notice_id)
    notices.mark_read(person_id=person_id, notice_id=notice_id, at=clock.now())
    is_ours = url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    return redirect(url if is_ours else "accounts:notices")


@changes(SIGNED_IN)
def read_all_notices(request: HttpRequest) -> HttpResponse:
    count = notices.mark_read(person_id=_user(request).person_id, at=clock.now())
    messages.success(request, f"Đã đánh dấu đọc {count} thông báo.")
    return redirect("accounts:notices")
