"""One's own reminders: when, and by which channels; for administrators how the channels do."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.accounts import addresses, channel_queries, channels, permissions
from phoihop.accounts.reminder_forms import AddressForm, HabitForm
from phoihop.core import clock
from phoihop.core.access import ADMINISTRATORS, SIGNED_IN, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number

HABITS = "accounts:reminder_habits"


def _person_id(request: HttpRequest) -> int:
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user.person_id


@reads(SIGNED_IN)
def habits(request: HttpRequest) -> HttpResponse:
    """When and where one is reminded."""
    choice = addresses.choice_of(_person_id(request))
    form = HabitForm(initial={name: getattr(choice, name) for name in HabitForm.base_fields})
    return _habits(request, form, version=choice.version)


def _habits(
    request: HttpRequest, form: HabitForm, *, version: int, status: int = HTTPStatus.OK
) -> HttpResponse:
    person_id = _person_id(request)
    lines = channel_queries.addresses_of(person_id, at=clock.now())
    context = {"form": form, "version": version, "lines": lines}
    return render(request, "accounts/reminder_habits.html", context, status=status)


@changes(SIGNED_IN)
def save_habits(request: HttpRequest) -> HttpResponse:
    form, version = HabitForm(request.POST), whole_number(request.POST.get("version")) or 0
    if not form.is_valid():
        return _habits(request, form, version=version, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    addresses.choose(person_id=_person_id(request), version=version, **form.cleaned_data)
    messages.success(request, "Đã lưu cách nhận nhắc việc.")
    return redirect(HABITS)


def _known(channel: str) -> str:
    if channels.find(channel) is None:
        raise Http404
    return channel


def _told(request: HttpRequest, act: Any, done: str) -> HttpResponse:
    """Do it and say so, or say why not; what was written before a refusal stays (a try of a code counts)."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, done)
    return redirect(HABITS)


@changes(SIGNED_IN)
def ask_address(request: HttpRequest, channel: str) -> HttpResponse:
    """Keep an address and send a code to it."""
    person_id, name, form = _person_id(request), _known(channel), AddressForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Hãy ghi địa chỉ muốn nhận nhắc việc.")
        return redirect(HABITS)
    return _told(
        request,
        lambda: addresses.ask_address(
            person_id=person_id, channel=name, typed=form.cleaned_data["value"], at=clock.now()
        ),
        "Mã xác nhận sẽ đến trong ít phút. Hãy nhập mã để bắt đầu nhận nhắc việc ở địa chỉ này.",
    )


@changes(SIGNED_IN)
def confirm_address(request: HttpRequest, channel: str) -> HttpResponse:
    """The code typed back."""
    person_id, name = _person_id(request), _known(channel)

    def confirm() -> None:
        code = request.POST.get("code", "")
        if not addresses.confirm_address(person_id=person_id, channel=name, code=code, at=clock.now()):
            raise Refused("Mã chưa đúng. Hãy xem lại tin vừa nhận.")

    return _told(request, confirm, "Đã xác nhận. Từ nay nhắc việc cũng được gửi đến đây.")


@changes(SIGNED_IN)
def use_address(request: HttpRequest, channel: str) -> HttpResponse:
    """Receive reminders there, or not for a while."""
    is_used = request.POST.get("use") == "yes"
    addresses.use_address(person_id=_person_id(request), channel=_known(channel), is_used=is_used)
    messages.success(request, "Đã bật lại kênh này." if is_used else "Đã tạm tắt kênh này.")
    return redirect(HABITS)


@changes(SIGNED_IN)
def forget_address(request: HttpRequest, channel: str) -> HttpResponse:
    addresses.forget_address(person_id=_person_id(request), channel=_known(channel))
    messages.success(request, "Đã xóa địa chỉ.")
    return redirect(HABITS)


@reads(ADMINISTRATORS)
def channel_list(request: HttpRequest) -> HttpResponse:
    """Every channel, whether it sends, what failed and why; no secret, no address, no text."""
    if not permissions.is_operator(acting(request)):
        raise PermissionDenied
    context = {"lines": channel_queries.health(at=clock.now())}
    return render(request, "accounts/channels.html", context)


@changes(ADMINISTRATORS)
def try_channel(request: HttpRequest, channel: str) -> HttpResponse:
    """A trial message to one's own address."""
    if not permissions.is_operator(acting(request)):
        raise PermissionDenied
    try:
        addresses.try_channel(person_id=_person_id(request), channel=_known(channel), at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Tin thử đang được gửi đến địa chỉ của bạn; tải lại trang sau một phút.")
    return redirect("accounts:channels")
