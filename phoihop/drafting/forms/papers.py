"""Putting a paper in, and making it a programme. Input only."""

from typing import Any, ClassVar

from django import forms

from phoihop.core.fields import DayField, FilesField

type Json = dict[str, Any]


MOST_FILES = 60
PAPER_TYPES = ".docx,.doc,.odt,.rtf,.pdf,.txt,.png,.jpg,.jpeg,.webp,.tif,.tiff"


class UploadForm(forms.Form):
    file = FilesField(
        label="Tệp văn bản, bản quét hoặc ảnh chụp",
        accept=PAPER_TYPES,
        help_text=(
            "Word (.docx, .doc), .odt, .rtf, PDF, .txt hoặc ảnh. Ảnh chụp nhiều trang của một văn bản: "
            "chọn tất cả cùng lúc, theo thứ tự trang."
        ),
    )
    pasted = forms.CharField(
        label="hoặc dán toàn văn vào đây", required=False, widget=forms.Textarea(attrs={"rows": 6})
    )

    def clean(self) -> Json:
        data = super().clean() or {}
        if not data.get("file") and not (data.get("pasted") or "").strip():
            raise forms.ValidationError("Chọn một tệp hoặc dán nội dung văn bản.")
        if len(data.get("file") or []) > MOST_FILES:
            self.add_error("file", f"Mỗi lần đưa vào không quá {MOST_FILES} tệp.")
        return data


class ConfirmForm(forms.Form):
    WAYS: ClassVar[list[tuple[str, str]]] = [
        (
            "recorded",
            "Ghi nhận văn bản giấy đã ký (giữ nguyên số, ngày, người ký như in; chỗ trống ghi “không ghi”)",
        ),
        ("signed_here", "Bản mới, sẽ ký trên hệ thống"),
    ]
    name = forms.CharField(label="Tên gọi tắt của chương trình", max_length=200)
    lead = forms.ChoiceField(label="Cơ quan đầu mối")
    way = forms.ChoiceField(
        label="Đưa vào bằng cách", choices=WAYS, widget=forms.RadioSelect, initial="recorded"
    )
    period_start = DayField(label="Thực hiện từ ngày")
    period_end = DayField(
        label="Đến hết ngày",
        required=False,
        help_text="Để trống nếu văn bản không ghi thời hạn.",
    )
    in_force_from = DayField(
        label="Có hiệu lực từ ngày",
        required=False,
        help_text="Văn bản đã ký mà không ghi ngày: chọn ngày các bên xác nhận.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def offer_leads(self, choices: list[tuple[int, str]]) -> None:
        """The signing bodies one of which is the contact of the programme."""
        self.fields["lead"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> Json:
        data = super().clean() or {}
        start, end = data.get("period_start"), data.get("period_end")
        if start and end and end < start:
            self.add_error("period_end", "Ngày kết thúc phải sau ngày bắt đầu.")
        if (
            data.get("way") == "recorded"
            and not data.get("in_force_from")
            and "in_force_from" not in self.errors
        ):
            self.add_error("in_force_from", "Văn bản đã ký cần ngày có hiệu lực.")
        return data
