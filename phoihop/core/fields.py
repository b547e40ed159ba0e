"""Form fields as people here fill them in."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from phoihop.core.numbers import decimal_words, read_decimal

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
EVIDENCE_TYPES = ".jpg,.jpeg,.png,.pdf,.docx,.xlsx"


class NumberField(forms.CharField):
    """A number as typed here: 85,3 or 1.234,5; cleaned to a Decimal, None when left blank."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "maxlength": 24}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return decimal_words(value) if isinstance(value, Decimal | int) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_decimal(text)
        except ValueError as error:
            raise forms.ValidationError("Hãy ghi một số, ví dụ 12 hoặc 85,3.") from error


class DayField(forms.DateField):
    """A day, chosen in the browser's calendar or typed as 19/03/2026.

    A year nobody means (0206, 9999) is refused: days are counted on from it, before and after.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y"], **kwargs)

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(f"Năm phải từ {FIRST_DAY.year} đến {LAST_DAY.year}.")
        return day

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class _ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; cleaned to a list."""

    def __init__(self, *, accept: str = EVIDENCE_TYPES, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _ManyFiles(attrs={"accept": accept, "multiple": True}))
        super().__init__(required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given if one]


def contents_of(files: "Iterable[UploadedFile[Any]]") -> list[tuple[bytes, str, str]]:
    """Bytes, name and declared media type of each uploaded file."""
    return [(file.read(), file.name or "", file.content_type or "") for file in files]
