"""What people type about signing, recording, renewing and succession. Input only."""

from datetime import date
from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.queries.heirs import BodyProposal
from phoihop.lifecycle.queries.successions import Preview
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models.editions import Capacity

_PROOF_HELP = "Ảnh hoặc PDF trang có chữ ký và dấu."


class OpenConsultationForm(forms.Form):
    """A new round."""

    due_on = DayField(label="Trả lời trước khi hết ngày")
    note = forms.CharField(label="Lời mời góp ý", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class CommentForm(forms.Form):
    """A party's comment on a clause, or on the whole text."""

    clause = forms.TypedChoiceField(label="Về mục", coerce=int, empty_value=None, required=False)
    text = forms.CharField(label="Ý kiến", widget=forms.Textarea(attrs={"rows": 3}))
    proposed_text = forms.CharField(
        label="Đề nghị viết lại mục này thành",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Để trống nếu chỉ góp ý. Ghi cả số thứ tự của mục.",
    )

    def __init__(self, *args: Any, clauses: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["clause"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "Toàn văn bản"), *clauses]


class AnswerCommentForm(forms.Form):
    """The lead's answer to a comment."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reply = forms.CharField(label="Giải trình", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class PaperForm(forms.Form):
    """Which annexes go with the document."""

    annexes = forms.MultipleChoiceField(
        label="Phụ lục kèm theo",
        required=False,
        choices=[
            ("targets", "Bảng chỉ tiêu"),
            ("roles", "Bảng phân công"),
            ("sheet", "Bảng đăng ký (để trống cho các đơn vị ghi)"),
        ],
        widget=forms.CheckboxSelectMultiple,
    )


class SignForm(forms.Form):
    """One's own signature, under the text as it was when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    capacity = forms.ChoiceField(label="Thể thức ký", choices=Capacity)
    authority = forms.CharField(
        label="Thay mặt",
        max_length=200,
        required=False,
        help_text="Ví dụ: TM. BAN THƯỜNG TRỰC, TM. ỦY BAN NHÂN DÂN.",
    )
    position = forms.CharField(label="Chức vụ", max_length=100)
    signed_on = DayField(label="Ngày ký")
    proof = forms.FileField(label="Bản chụp trang ký (nếu có)", required=False, help_text=_PROOF_HELP)

    def content(self, body_id: int, proof_id: int | None = None) -> SignatureContent:
        """The cleaned input as content."""
        given = self.cleaned_data
        return SignatureContent(
            body_id=body_id, capacity=Capacity(given["capacity"]), authority=given["authority"],
            position=given["position"], name=given.get("name", ""), signed_on=given["signed_on"],
            proof_id=proof_id,
        )  # fmt: skip


class EnterSignatureForm(SignForm):
    """Nhập hộ: a paper signature of a party without accounts."""

    name = forms.CharField(label="Họ và tên người ký", max_length=100)
    proof = forms.FileField(label="Bản chụp trang ký", help_text=_PROOF_HELP)
    field_order = ("name", "capacity", "authority", "position", "signed_on", "proof")


class PrintedSignatureForm(SignForm):
    """A signature as printed on a recorded paper: what is not printed stays blank."""

    name = forms.CharField(label="Họ và tên người ký", max_length=100, required=False)
    position = forms.CharField(label="Chức vụ", max_length=100, required=False)
    signed_on = DayField(label="Ngày ký", required=False)
    field_order = ("authority", "capacity", "position", "name", "signed_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["proof"], self.fields["version"]


class RecordForm(forms.Form):
    number_text = forms.CharField(
        label="Số, ký hiệu đã in",
        max_length=80,
        required=False,
        help_text="Để trống nếu văn bản không ghi số.",
    )
    in_force_from = DayField(
        label="Có hiệu lực từ ngày",
        help_text="Ngày in trên văn bản; văn bản không ghi thì ngày các bên xác nhận.",
    )


class NumberForm(forms.Form):
    symbol = forms.CharField(label="Ký hiệu (phần sau dấu /)", max_length=60)
    issued_on = DayField(label="Ngày văn bản")
    first_number = forms.IntegerField(
        label="Sổ năm nay chưa mở: bắt đầu từ số", min_value=1, help_text="Ghi số tiếp theo của sổ giấy."
    )

    def __init__(self, *args: Any, needs_register: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_register:
            del self.fields["first_number"]


class TakeBackForm(forms.Form):
    reason = forms.CharField(
        label="Lý do rút", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bắt buộc khi đã có bên khác ký. Mọi bên đều được báo.",
    )  # fmt: skip


class RenewForm(forms.Form):
    """The new programme, then one line for each body of the old one."""

    name = forms.CharField(label="Tên gọi tắt", max_length=200)
    title = forms.CharField(label="Tên văn bản", widget=forms.Textarea(attrs={"rows": 3}))
    lead = forms.TypedChoiceField(label="Cơ quan đầu mối", coerce=int)
    period_start = DayField(label="Thực hiện từ ngày")
    period_end = DayField(label="Đến hết ngày")

    def __init__(
        self, *args: Any, proposals: list[BodyProposal], leads: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        self.fields["lead"].choices = leads  # type: ignore[attr-defined]
        for row in proposals:
            self.fields[f"body_{row.body_id}"] = forms.TypedChoiceField(
                label=f"{row.name}{' (bên ký)' if row.is_party else ''}", coerce=int, required=False,
                empty_value=None, choices=[("", "Không giao tiếp"), *row.choices], initial=row.proposed,
                help_text=row.why,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("period_start"), given.get("period_end")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            self.add_error("period_end", "Ngày cuối phải sau ngày đầu.")
        return given

    def chosen(self) -> dict[int, int | None]:
        """Who takes the place of each old body."""
        return {row.body_id: self.cleaned_data[f"body_{row.body_id}"] for row in self.proposals}


class SuccessionForm(forms.Form):
    """Close, or hand over; then who goes on for each body that ended."""

    succession = forms.TypedChoiceField(label="Theo việc kế thừa", coerce=int)
    outcome = forms.ChoiceField(
        label="Chương trình",
        choices=[(value, label.capitalize()) for value, label in ProgrammeSuccession.Outcome.choices],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, preview: Preview, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["succession"].choices = [  # type: ignore[attr-defined]
            (act.pk, f"{act.legal_document}, từ {act.effective_on:%d/%m/%Y}") for act in preview.acts
        ]
        self.ended = preview.ended
        for row in preview.ended:
            self.fields[f"body_{row.body_id}"] = forms.TypedChoiceField(
                label=f"Làm tiếp cho {row.name}", coerce=int, required=False, empty_value=None,
                choices=[("", "Không ai"), *row.choices],
                initial=row.choices[0][0] if len(row.choices) == 1 else None,
                help_text=f"Còn {row.open_reports} báo cáo, {row.open_tasks} việc. Chỉ dùng khi chuyển.",
            )  # fmt: skip

    def chosen(self) -> dict[int, int]:
        """Who goes on for each ended body; those nobody goes on for are left out."""
        given = {row.body_id: self.cleaned_data[f"body_{row.body_id}"] for row in self.ended}
        return {ended: heir for ended, heir in given.items() if heir}
