"""What a clerk types about a document that arrived. Input only."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.documents.content import IncomingContent
from phoihop.documents.forms.outgoing import FileForm
from phoihop.documents.forms.registers import type_choices
from phoihop.documents.models import IncomingEntry
from phoihop.documents.queries import Option
from phoihop.documents.statuses import Urgency


class IncomingForm(forms.Form):
    """A row of the book of arrivals, before its number."""

    arrived_on = DayField(label="Ngày đến")
    sender = forms.CharField(
        label="Nơi gửi (tác giả)",
        max_length=200,
        help_text="Cơ quan, tổ chức hoặc người gửi. Tên một tổ chức của hệ thống được nối với tổ chức đó.",
    )
    number_text = forms.CharField(label="Số, ký hiệu văn bản", max_length=80, required=False)
    issued_on = DayField(label="Ngày văn bản", required=False)
    document_type = forms.ChoiceField(label="Loại văn bản", required=False)
    abstract = forms.CharField(label="Trích yếu", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    signer_position = forms.CharField(label="Chức vụ người ký", max_length=100, required=False)
    signer_name = forms.CharField(label="Họ và tên người ký", max_length=100, required=False)
    pages = forms.IntegerField(label="Số trang", min_value=1, max_value=9999, required=False)
    urgency = forms.ChoiceField(label="Mức độ khẩn", choices=Urgency, initial=Urgency.NORMAL, required=False)
    due_on = DayField(label="Hạn giải quyết", required=False)
    file_code = forms.CharField(label="Số và ký hiệu hồ sơ", max_length=60, required=False)
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["document_type"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Không ghi"), *type_choices()]

    def content(self, sender_id: int | None) -> IncomingContent:
        """The cleaned input as content."""
        names = set(IncomingContent.__dataclass_fields__) - {"sender_id"}
        given = {name: self.cleaned_data[name] for name in names}
        given["urgency"] = Urgency(given["urgency"] or Urgency.NORMAL)
        return IncomingContent(**given, sender_id=sender_id)


class NewIncomingForm(IncomingForm):
    file = forms.FileField(
        label="Tệp (bản quét hoặc bản điện tử)", required=False, widget=FileForm.base_fields["file"].widget
    )


class CorrectIncomingForm(IncomingForm):
    reason = forms.CharField(label="Lý do sửa", widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "sua_%s"} | kwargs)

    @classmethod
    def of(cls, entry: IncomingEntry) -> "CorrectIncomingForm":
        """The row as it stands."""
        names = {"version", *IncomingContent.__dataclass_fields__} - {"sender_id"}
        return cls(initial={name: getattr(entry, name) for name in names})


class ForwardForm(forms.Form):
    bodies = forms.TypedMultipleChoiceField(
        label="Đơn vị", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    people = forms.TypedMultipleChoiceField(
        label="Người", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label="Ý kiến phân phối, chỉ đạo", max_length=500, required=False)

    def __init__(self, *args: Any, bodies: list[Option], people: list[Option], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, options in (("bodies", bodies), ("people", people)):
            field = self.fields[name]
            assert isinstance(field, forms.TypedMultipleChoiceField)
            field.choices = [(option.id, option.label) for option in options]
            if not options:
                del self.fields[name]
