"""What people type into the pages of places and bodies."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.organisations.actions.founding import RESIDENTIAL_KINDS
from phoihop.organisations.calculations import kind_and_name
from phoihop.organisations.models import AreaKind, BodyKind, SuccessionKind

FEW_LINES = forms.Textarea(attrs={"rows": 3})
LONGEST_NAME = 200
ACTS = (SuccessionKind.RENAME, SuccessionKind.TYPE_CHANGE, SuccessionKind.MERGE, SuccessionKind.SPLIT)


class DayForm(forms.Form):
    """The day a page looks at."""

    ngay = DayField(label="Tại ngày", required=False)


class ResidentialAreaForm(forms.Form):
    """A residential area from a day on."""

    kind = forms.ChoiceField(label="Loại", choices=[(kind.value, kind.label) for kind in RESIDENTIAL_KINDS])
    name = forms.CharField(label="Tên", max_length=100, help_text="Không ghi loại: Đông Thôn, 3, Điền Lư.")
    valid_from = DayField(label="Từ ngày")
    legal_document = forms.CharField(
        label="Văn bản", max_length=300, required=False, help_text="Nghị quyết thành lập, nếu có."
    )


class BodyForm(forms.Form):
    """A body at a place; names may stay empty where the kind has a usual one."""

    kind = forms.ChoiceField(
        label="Loại", choices=[(k.value, k.label) for k in BodyKind if k != BodyKind.OPERATOR]
    )
    name = forms.CharField(
        label="Tên đầy đủ",
        max_length=200,
        required=False,
        help_text="Để trống để dùng tên thường gọi theo loại.",
    )
    short_name = forms.CharField(label="Tên ngắn", max_length=120, required=False)
    symbol = forms.CharField(label="Viết tắt trong ký hiệu", max_length=30, required=False)
    parent = forms.TypedChoiceField(label="Trực thuộc", coerce=int, empty_value=None, required=False)
    valid_from = DayField(label="Từ ngày")
    aliases = forms.CharField(
        label="Cách gọi khác",
        widget=FEW_LINES,
        required=False,
        help_text="Mỗi dòng một cách gọi trong văn bản.",
    )

    def __init__(self, *args: Any, parents: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "không trực thuộc"), *parents]

    def clean_aliases(self) -> list[str]:
        aliases = _lines(self.cleaned_data["aliases"])
        if any(len(alias) > LONGEST_NAME for alias in aliases):
            raise forms.ValidationError(f"Mỗi cách gọi dài nhất {LONGEST_NAME} chữ.")
        return aliases


class ActForm(forms.Form):
    """An act of succession: what happened, from which day, by which document, and who follows."""

    kind = forms.ChoiceField(label="Hình thức", choices=[(kind.value, kind.label) for kind in ACTS])
    effective_on = DayField(label="Có hiệu lực từ ngày")
    legal_document = forms.CharField(label="Văn bản quyết định", max_length=500)
    others = forms.CharField(label="Các đơn vị cũ khác", widget=FEW_LINES, required=False)
    successors = forms.CharField(label="Tên mới hoặc các đơn vị mới", widget=FEW_LINES)
    goes_on = forms.BooleanField(label="Đơn vị cũ vẫn hoạt động (chỉ tách một phần)", required=False)
    note = forms.CharField(label="Ghi chú", max_length=500, required=False)

    def clean_others(self) -> list[str]:
        return _lines(self.cleaned_data["others"])

    def clean_successors(self) -> list[Any]:
        """The lines, each read as the kind of thing asks."""
        return [self.read_line(line) for line in _lines(self.cleaned_data["successors"])]

    def read_line(self, line: str) -> Any:
        raise NotImplementedError


class AreaActForm(ActForm):
    """For places, each named with its type, one a line; villages after a colon when a commune is split."""

    field_order = ("kind", "effective_on", "legal_document", "others", "successors", "goes_on", "note")

    def __init__(self, *args: Any, is_province: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_province = is_province
        self.fields[
            "others"
        ].help_text = "Khi nhập, hợp nhất: mỗi dòng một địa bàn, ghi cả loại, ví dụ: xã Xuân Bái."
        self.fields["successors"].help_text = (
            "Mỗi dòng một địa bàn, ghi cả loại, ví dụ: xã Lam Sơn. Khi chia, ghi khu dân cư của từng địa bàn "
            "mới sau dấu hai chấm, ví dụ: xã Đông: thôn 1, thôn 2."
        )

    def read_line(self, line: str) -> tuple[AreaKind, str, list[str]]:
        """Type, name and the residential areas that go along."""
        place, _, inside = line.partition(":")
        parts = kind_and_name(place, is_province=self.is_province)
        if parts is None:
            raise forms.ValidationError(f"“{place}”: cần ghi cả loại và tên, ví dụ: xã Lam Sơn.")
        return *parts, [part.strip() for part in inside.split(",") if part.strip()]


class BodyActForm(ActForm):
    """For bodies: full and short name with a vertical bar between, one a line."""

    new_kind = forms.ChoiceField(
        label="Loại mới (khi đổi loại hình)",
        choices=[(k.value, k.label) for k in BodyKind if k != BodyKind.OPERATOR],
        required=False,
    )
    field_order = (
        "kind", "effective_on", "legal_document", "others", "successors", "new_kind", "goes_on", "note",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "others"
        ].help_text = "Khi nhập, hợp nhất: mỗi dòng tên đầy đủ của một tổ chức cùng địa bàn."
        self.fields[
            "successors"
        ].help_text = (
            "Mỗi dòng một tổ chức: tên đầy đủ | tên ngắn. Tổ chức đang có cùng địa bàn: ghi đúng tên đầy đủ."
        )

    def read_line(self, line: str) -> tuple[str, str]:
        """Full and short name; the short one is the full one when left out."""
        name, _, short_name = line.partition("|")
        return name.strip(), short_name.strip() or name.strip()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
