"""What a clerk types about an outgoing document. Input only."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.documents.content import OutgoingDetails
from phoihop.documents.forms.registers import type_choices
from phoihop.documents.models import OutgoingEntry
from phoihop.documents.statuses import Urgency

_FILES = ".pdf,.docx,.doc,.odt,.jpg,.jpeg,.png,.tif,.tiff"


class DetailsForm(forms.Form):
    """What the book says beside number, symbol and day."""

    abstract = forms.CharField(label="Trích yếu", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    signer_position = forms.CharField(label="Chức vụ người ký", max_length=100)
    signer_name = forms.CharField(label="Họ và tên người ký", max_length=100)
    recipients = forms.CharField(
        label="Nơi nhận",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi nơi nhận một dòng, như in ở cuối văn bản.",
    )
    pages = forms.IntegerField(label="Số trang", min_value=1, max_value=9999, required=False)
    copies = forms.IntegerField(label="Số bản", min_value=1, max_value=9999, required=False)
    urgency = forms.ChoiceField(label="Mức độ khẩn", choices=Urgency, initial=Urgency.NORMAL, required=False)
    due_on = DayField(label="Hạn trả lời", required=False)
    file_code = forms.CharField(label="Số và ký hiệu hồ sơ", max_length=60, required=False)
    kept_by = forms.CharField(label="Đơn vị, người giữ bản lưu", max_length=100, required=False, initial="VT")
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)

    def details(self) -> OutgoingDetails:
        """The cleaned input as content."""
        given = {name: self.cleaned_data[name] for name in OutgoingDetails.__dataclass_fields__}
        return OutgoingDetails(**given | {"urgency": Urgency(given["urgency"] or Urgency.NORMAL)})


class OutgoingForm(DetailsForm):
    """A document that was signed and gets the next number of its book."""

    document_type = forms.ChoiceField(label="Loại văn bản")
    symbol = forms.CharField(
        label="Ký hiệu",
        max_length=60,
        help_text="Phần sau số: BC-UBND (in ra 05/BC-UBND); thể thức của Đảng: BC/ĐU (in ra 05-BC/ĐU).",
    )
    issued_on = DayField(label="Ngày văn bản")
    file = forms.FileField(
        label="Tệp văn bản đã ký",
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": _FILES}),
        help_text="Bản quét có dấu hoặc bản ký số. Có thể kèm sau.",
    )
    field_order = ("document_type", "symbol", "issued_on", "abstract", "signer_position", "signer_name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["document_type"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = type_choices()


class CorrectOutgoingForm(DetailsForm):
    reason = forms.CharField(label="Lý do sửa", widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "sua_%s"} | kwargs)

    @classmethod
    def of(cls, entry: OutgoingEntry) -> "CorrectOutgoingForm":
        """The row as it stands."""
        names = ["abstract", "version", *OutgoingDetails.__dataclass_fields__]
        return cls(initial={name: getattr(entry, name) for name in names})


class FileForm(forms.Form):
    file = forms.FileField(
        label="Tệp văn bản đã ký", widget=forms.ClearableFileInput(attrs={"accept": _FILES})
    )
