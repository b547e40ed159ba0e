"""The forms of django-allauth with Vietnamese words and nothing else changed."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as MFAReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.forms import Form

CODE = "Mã 6 chữ số trên điện thoại"


def _say(form: Form, **labels: str) -> None:
    for name, label in labels.items():
        if name in form.fields:
            form.fields[name].label = label
            form.fields[name].widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, login="Tên đăng nhập", password="Mật khẩu", remember="Nhớ trên máy này")
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.fields["password"].help_text = ""
        self.fields["remember"].help_text = "Không chọn nếu nhiều người dùng chung máy."


class NewPasswordForm(ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self,
            oldpassword="Mật khẩu hiện tại",
            password1="Mật khẩu mới",
            password2="Nhập lại mật khẩu mới",
        )
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = "Ít nhất 10 ký tự, khác tên đăng nhập, không dễ đoán."


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, password="Mật khẩu")
        self.fields["password"].help_text = ""


class CodeForm(AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=f"{CODE}, hoặc một mã dự phòng")


class CodeAgainForm(MFAReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=CODE)


class FirstCodeForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=CODE)
