"""What is typed about amendments, errata and withdrawals."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.programmes.content import AmendmentTerms, ErratumContent
from phoihop.programmes.statuses import EditionKind

_KINDS = [(kind.value, kind.label) for kind in EditionKind if kind != EditionKind.ORIGINAL]
_TWO_ROWS = {"rows": 2}


class AmendmentForm(forms.Form):
    """The terms of an amendment; `like` offers undone ones to begin from."""

    kind = forms.ChoiceField(label="Tính chất", choices=_KINDS)
    grounds = forms.CharField(
        label="Căn cứ, lý do",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In ở lời dẫn của văn bản sửa đổi, ví dụ: Theo thống nhất tại cuộc họp liên tịch.",
    )
    effective_on = DayField(
        label="Có hiệu lực từ ngày",
        required=False,
        help_text="Để trống thì từ ngày bên cuối cùng ký. Có thể sau ngày ký; đến ngày đó vẫn theo bản cũ.",
    )
    paper = forms.FileField(
        label="Bản chụp văn bản sửa đổi (nếu đã ký trên giấy)",
        required=False,
        help_text="Sửa dự thảo cho khớp bản giấy, rồi chọn “Ghi nhận văn bản đã ký”.",
    )
    like = forms.TypedChoiceField(label="Bắt đầu từ", coerce=int, required=False, empty_value=None)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, undone: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if undone:
            self.fields["like"].choices = [("", "Bản đang thực hiện"), *undone]  # type: ignore[attr-defined]
        else:
            del self.fields["like"]

    def terms(self, source_file_id: int | None) -> AmendmentTerms:
        """The cleaned input as terms."""
        given = self.cleaned_data
        return AmendmentTerms(
            EditionKind(given["kind"]), given["grounds"], given["effective_on"], source_file_id
        )


class ErratumForm(forms.Form):
    clause = forms.TypedChoiceField(label="Mục", coerce=int, required=False, empty_value=None)
    wrong = forms.CharField(label="Đã in", widget=forms.Textarea(attrs=_TWO_ROWS))
    right = forms.CharField(label="Đính chính thành", widget=forms.Textarea(attrs=_TWO_ROWS))
    number_text = forms.CharField(label="Số, ký hiệu công văn đính chính", max_length=80)
    issued_on = DayField(label="Ngày công văn")
    letter = forms.FileField(label="Bản chụp công văn (nếu có)", required=False)

    def __init__(self, *args: Any, clauses: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Phần đầu hoặc toàn văn bản"), *clauses]
        self.fields["clause"].choices = choices  # type: ignore[attr-defined]

    def content(self, file_id: int | None) -> ErratumContent:
        """The cleaned input as content."""
        given = self.cleaned_data
        return ErratumContent(
            number_text=given["number_text"], issued_on=given["issued_on"], wrong=given["wrong"],
            right=given["right"], clause_id=given["clause"], file_id=file_id,
        )  # fmt: skip


class WithdrawalForm(forms.Form):
    on = DayField(label="Hết hiệu lực từ ngày")
    document = forms.CharField(
        label="Văn bản thu hồi", max_length=300, help_text="Ví dụ: Quyết định số 12/QĐ-UBND ngày 01/9/2026."
    )
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs=_TWO_ROWS))


class ReasonForm(forms.Form):
    reason = forms.CharField(label="Lý do", widget=forms.Textarea(attrs=_TWO_ROWS))
