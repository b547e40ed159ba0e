"""What is typed about signatures and numbers."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models.editions import Capacity

_PROOF_HELP = "Ảnh hoặc PDF trang có chữ ký và dấu, hoặc tệp PDF đã ký số."


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
    principal = forms.CharField(
        label="Ký thay, theo lệnh, theo ủy quyền của",
        max_length=100,
        required=False,
        help_text="Chỉ ghi khi ký KT., TL. hoặc TUQ.: chức vụ của người được ký thay, ví dụ Chủ tịch.",
    )
    position = forms.CharField(label="Chức vụ", max_length=100)
    signed_on = DayField(label="Ngày ký")
    proof = forms.FileField(label="Bản chụp trang ký (nếu có)", required=False, help_text=_PROOF_HELP)

    def content(self, body_id: int, proof_id: int | None = None) -> SignatureContent:
        """The cleaned input as content."""
        given = self.cleaned_data
        return SignatureContent(
            body_id=body_id, capacity=Capacity(given["capacity"]), authority=given["authority"],
            principal=given["principal"], position=given["position"], name=given.get("name", ""),
            signed_on=given.get("signed_on"), proof_id=proof_id,
        )  # fmt: skip


class LinkForm(SignForm):
    """How a signature made by an agent will be entered; its day is the day it comes back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["proof"], self.fields["signed_on"]


class EnterSignatureForm(SignForm):
    """Nhập hộ: a paper signature of a party without accounts."""

    name = forms.CharField(label="Họ và tên người ký", max_length=100)
    proof = forms.FileField(label="Bản chụp trang ký", help_text=_PROOF_HELP)
    field_order = ("name", "capacity", "authority", "principal", "position", "signed_on", "proof")


class PrintedSignatureForm(SignForm):
    """A signature as printed on a recorded paper: what is not printed stays blank."""

    name = forms.CharField(label="Họ và tên người ký", max_length=100, required=False)
    position = forms.CharField(label="Chức vụ", max_length=100, required=False)
    signed_on = DayField(label="Ngày ký", required=False)
    field_order = ("authority", "capacity", "principal", "position", "name", "signed_on")

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
        label="Sổ năm nay chưa mở: bắt đầu từ số", min_value=1,
        help_text="Số của chính văn bản này. Ví dụ sổ giấy đã ghi đến số 137 thì nhập 138.",
    )  # fmt: skip

    def __init__(self, *args: Any, needs_register: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not needs_register:
            del self.fields["first_number"]


class TakeBackForm(forms.Form):
    reason = forms.CharField(
        label="Lý do rút", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bắt buộc khi đã có bên khác ký. Mọi bên đều được báo.",
    )  # fmt: skip
