"""What a clerk types about registers. Input only."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.documents.calculations import document_types
from phoihop.documents.models import COMMON_BOOK
from phoihop.documents.statuses import NumberStyle, Span

_NEXT = "Số sẽ cấp cho văn bản tiếp theo. Ví dụ sổ giấy đã ghi đến số 137 thì nhập 138. Sổ mới thì để 1."


def type_choices() -> list[tuple[str, str]]:
    """("CTr", "CTr - Chương trình") in the order of the decree."""
    return [(code, f"{code} - {name}") for code, name in document_types().items()]


class RegisterForm(forms.Form):
    document_type = forms.ChoiceField(
        label="Sổ dùng cho",
        required=False,
        help_text=(
            "Sổ riêng một loại văn bản, hoặc sổ chung cho mọi loại. Đã có sổ riêng của một loại thì loại đó "
            "lấy số ở sổ riêng."
        ),
    )
    span = forms.ChoiceField(
        label="Đánh số",
        choices=[
            (Span.YEAR, "Theo năm (từ 01/01 đến 31/12)"),
            (Span.TERM, "Theo nhiệm kỳ (thể thức của Đảng)"),
        ],
        required=False,
    )
    year = forms.IntegerField(
        label="Năm", min_value=2000, max_value=2100, required=False, help_text="Khi đánh số theo năm."
    )
    label = forms.CharField(
        label="Tên nhiệm kỳ",
        max_length=60,
        required=False,
        help_text="Khi đánh số theo nhiệm kỳ, ví dụ: nhiệm kỳ 2025-2030.",
    )
    first_day = DayField(label="Ngày đầu nhiệm kỳ", required=False)
    last_day = DayField(
        label="Ngày cuối nhiệm kỳ", required=False, help_text="Chưa biết thì để trống, khép sổ sau."
    )
    first_number = forms.IntegerField(
        label="Văn bản tiếp theo mang số", min_value=1, max_value=999_999, initial=1, help_text=_NEXT
    )
    style = forms.ChoiceField(
        label="Cách ghi số, ký hiệu",
        choices=[("", "Theo loại tổ chức"), *NumberStyle.choices],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["document_type"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(COMMON_BOOK, "Mọi loại văn bản (sổ chung)"), *type_choices()]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        is_term = given.get("span") == Span.TERM
        needed = ("label", "first_day") if is_term else ("year",)
        for name in needed:
            if not given.get(name) and name not in self.errors:
                self.add_error(name, "Hãy điền ô này.")
        return given


class IncomingRegisterForm(forms.Form):
    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    first_number = forms.IntegerField(
        label="Văn bản đến tiếp theo mang số đến",
        min_value=1,
        max_value=999_999,
        initial=1,
        help_text="Ví dụ sổ giấy đã ghi đến số 512 thì nhập 513. Sổ mới thì để 1.",
    )


class CloseForm(forms.Form):
    last_day = DayField(label="Ngày cuối của sổ")


class SearchForm(forms.Form):
    q = forms.CharField(label="Tìm theo số, trích yếu, nơi gửi, nơi nhận", max_length=100, required=False)


class AnnulForm(forms.Form):
    reason = forms.CharField(label="Lý do hủy số", widget=forms.Textarea(attrs={"rows": 2}))
