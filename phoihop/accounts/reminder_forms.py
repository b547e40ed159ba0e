"""What people type about reminders: when, and where to."""

from django import forms

from phoihop.accounts.models import Rhythm

_DAYS = [(1, "thứ Hai"), (2, "thứ Ba"), (3, "thứ Tư"), (4, "thứ Năm"), (5, "thứ Sáu")]


def _hour(label: str, help_text: str = "") -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(
        label=label, help_text=help_text, widget=widget, input_formats=["%H:%M", "%H:%M:%S"]
    )


class HabitForm(forms.Form):
    """When a person wants to be reminded."""

    rhythm = forms.ChoiceField(label="Nhận nhắc việc", choices=Rhythm, widget=forms.RadioSelect)
    weekday = forms.TypedChoiceField(
        label="Ngày nhận trong tuần",
        choices=_DAYS,
        coerce=int,
        help_text="Chỉ dùng khi nhận mỗi tuần một tin.",
    )
    send_from = _hour("Gửi từ lúc", "Chỉ dùng khi nhận mỗi ngày hoặc mỗi tuần một tin.")
    quiet_from = _hour("Không nhắc từ", "Giờ nghỉ: không tin nào được gửi.")
    quiet_to = _hour("Đến", "Bằng giờ bắt đầu nghĩa là không có giờ nghỉ.")
    is_quiet_on_days_off = forms.BooleanField(
        label="Không nhắc vào thứ Bảy, Chủ nhật, ngày lễ; để sang ngày làm việc", required=False
    )


class AddressForm(forms.Form):
    """Where a channel reaches a person."""

    value = forms.CharField(label="Địa chỉ", max_length=254)
