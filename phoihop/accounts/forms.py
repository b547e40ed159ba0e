"""What people type into the pages of accounts."""

from typing import Any

from django import forms

from phoihop.accounts.models import Role
from phoihop.core.fields import DayField


class RoleForm(forms.Form):
    """A role at a body from a day on."""

    role = forms.ChoiceField(label="Vai trò", choices=Role)
    position = forms.CharField(
        label="Chức vụ",
        max_length=100,
        required=False,
        help_text="Như in trên văn bản, ví dụ: Phó Chủ tịch. Để trống nếu không có.",
    )
    valid_from = DayField(label="Từ ngày")


class NewPersonForm(RoleForm):
    """A new person with an account and a first role."""

    full_name = forms.CharField(label="Họ và tên", max_length=100)
    username = forms.RegexField(
        label="Tên đăng nhập",
        regex=r"^[a-z0-9][a-z0-9._-]{2,59}$",
        help_text="Chữ thường không dấu, số, dấu chấm hoặc gạch nối; ít nhất 3 ký tự. Ví dụ: lan.nguyen",
        error_messages={"invalid": "Chỉ dùng chữ thường không dấu, số, dấu chấm, gạch nối; ít nhất 3 ký tự."},
    )
    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)

    field_order = ("full_name", "username", "phone", "role", "position", "valid_from")


class KnownPersonForm(RoleForm):
    """A further role for somebody who has an account already."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        help_text="Người này đã có tài khoản, ví dụ ở tổ chức khác.",
    )

    field_order = ("username", "role", "position", "valid_from")


class EndForm(forms.Form):
    """The last day of a role."""

    last_day = DayField(
        label="Ngày làm việc cuối cùng",
        help_text="Hết ngày này người đó không dùng được vai trò nữa. Muốn dừng ngay: chọn ngày hôm qua.",
    )
    note = forms.CharField(label="Lý do", max_length=300, required=False)


class ForgottenPasswordForm(forms.Form):
    """A one-time code from the administrator and the new password."""

    username = forms.CharField(
        label="Tên đăng nhập", max_length=60, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    code = forms.CharField(
        label="Mã dùng một lần",
        max_length=40,
        help_text="Mười hai chữ và số do quản trị cung cấp. Viết hoa, dấu cách hay gạch nối đều được.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label="Mật khẩu mới",
        strip=False,
        help_text="Ít nhất 10 ký tự, khác tên đăng nhập, không phải mật khẩu dễ đoán.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Nhập lại mật khẩu mới",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """The two passwords are the same."""
        data = super().clean() or self.cleaned_data
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error("again", "Hai lần nhập mật khẩu không giống nhau.")
        return data


class ProfileForm(forms.Form):
    """How to reach a person; the name is not the person's own to change."""

    phone = forms.CharField(label="Điện thoại", max_length=20, required=False)
    email = forms.EmailField(label="Thư điện tử", required=False)
