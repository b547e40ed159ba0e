"""What is typed in a consultation."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField


class OpenConsultationForm(forms.Form):
    """A new round."""

    due_on = DayField(label="Trả lời trước khi hết ngày")
    note = forms.CharField(label="Lời mời góp ý", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class CommentForm(forms.Form):
    """A party's comment on a clause, a target, or on the whole text: "muc-5", "chi-tieu-7", or nothing."""

    subject = forms.ChoiceField(label="Về mục, chỉ tiêu", required=False)
    text = forms.CharField(label="Ý kiến", widget=forms.Textarea(attrs={"rows": 3}))
    proposed_text = forms.CharField(
        label="Đề nghị viết lại thành",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Để trống nếu chỉ góp ý. Ghi cả số thứ tự của mục.",
    )

    def __init__(self, *args: Any, subjects: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["subject"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Toàn văn bản"), *subjects]

    def chosen(self, prefix: str) -> int | None:
        """The id of the clause ("muc") or target ("chi-tieu") chosen."""
        kind, _, number = self.cleaned_data["subject"].rpartition("-")
        return int(number) if kind == prefix else None


class AnswerCommentForm(forms.Form):
    """The lead's answer to a comment."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reply = forms.CharField(label="Giải trình", required=False, widget=forms.Textarea(attrs={"rows": 2}))
