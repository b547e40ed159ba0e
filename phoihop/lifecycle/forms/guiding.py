"""What is typed and chosen when guidance goes down a line."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField


class GuidanceForm(forms.Form):
    """A guidance: whose, about which clauses, number and day, a text or a file, to whom."""

    body = forms.TypedChoiceField(label="Đơn vị hướng dẫn", coerce=int)
    title = forms.CharField(label="Hướng dẫn về việc", max_length=300)
    number_text = forms.CharField(label="Số, ký hiệu (nếu đã có)", max_length=80, required=False)
    issued_on = DayField(label="Ngày văn bản")
    clauses = forms.TypedMultipleChoiceField(
        label="Về các nội dung", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        label="Nội dung hướng dẫn", required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 8})
    )
    file = forms.FileField(label="Hoặc tệp văn bản", required=False)
    to = forms.TypedMultipleChoiceField(
        label="Chỉ gửi cho",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn đơn vị nào thì gửi cho tất cả đơn vị cấp dưới cùng ngành dọc.",
    )

    def __init__(
        self,
        *args: Any,
        bodies: list[tuple[int, str]],
        clauses: list[tuple[int, str]],
        receivers: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        self.fields["clauses"].choices = clauses  # type: ignore[attr-defined]
        self.fields["to"].choices = receivers  # type: ignore[attr-defined]
        self.fields["file"].widget.attrs["accept"] = ".pdf,.docx,.jpg,.png"
        if not receivers:
            del self.fields["to"]


class MessageForm(forms.Form):
    """A question, or the answer to it."""

    text = forms.CharField(label="Nội dung", max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))


class PassOnForm(forms.Form):
    """A word of one's own above the guidance from above."""

    note = forms.CharField(
        label="Hướng dẫn thêm của đơn vị", required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class WithdrawGuidanceForm(forms.Form):
    """Why it is taken back."""

    reason = forms.CharField(label="Lý do thu lại", max_length=1000)


class ObstacleAmendmentForm(forms.Form):
    """Why the text is to be amended."""

    grounds = forms.CharField(
        label="Lý do sửa đổi", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
