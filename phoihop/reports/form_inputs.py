"""Input of composing a report form: what was typed becomes parts; nothing is saved here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.core.numbers import whole_number
from phoihop.reports.calculations.form_parts import FormPart, PartKind, free_key
from phoihop.reports.calculations.tables import MOST_COLUMNS, ColumnKind, TableColumn
from phoihop.reports.form_choices import form_choice, form_choices

MORE_COLUMNS = 3
_KIND = "loai:"


def addition_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be put into a form: a part of a kind, or ready-made parts."""
    kinds = [(f"{_KIND}{kind.value}", kind.label) for kind in PartKind]
    ready = [(choice.code, choice.name) for choice in form_choices()]
    return [("Một phần mới", kinds), ("Phần soạn sẵn", ready)]


class AdditionForm(forms.Form):
    """What to put at the end of the form."""

    what = forms.ChoiceField(label="Thêm vào cuối biểu mẫu", choices=addition_choices)
    replaces = forms.BooleanField(label="Thay toàn bộ các phần đang có", required=False)

    def parts(self) -> list[FormPart]:
        """The chosen parts; a new one begins with the name of its kind."""
        what = self.cleaned_data["what"]
        if what.startswith(_KIND):
            kind = PartKind(what.removeprefix(_KIND))
            columns = (TableColumn("c1", "Nội dung"),) if kind == PartKind.TABLE else ()
            return [FormPart("p1", kind, kind.label.capitalize(), columns=columns)]
        choice = form_choice(what)
        return list(choice.parts) if choice else []


class PartForm(forms.Form):
    """A part's name, hint, place and whether it must be written; rows the form gives, for a table."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label="Tên phần", max_length=200)
    hint = forms.CharField(
        label="Hướng dẫn cho người viết", required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    level = forms.ChoiceField(
        label="Cấp đề mục", choices=[("1", "mục lớn (I, II, III)"), ("2", "mục nhỏ, dưới mục lớn liền trước")]
    )
    is_required = forms.BooleanField(label="Bắt buộc phải ghi", required=False)
    fixed_rows = forms.CharField(
        label="Các dòng ghi sẵn, mỗi dòng một hàng (để trống: người viết tự thêm dòng)", required=False,
        max_length=8000, widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    targets = forms.MultipleChoiceField(
        label="Chỉ tiêu (không chọn: mọi chỉ tiêu của đơn vị)", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(
        self, data: Any = None, *, part: FormPart, version: int, targets: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(
            data,
            initial={
                "version": version,
                "title": part.title,
                "hint": part.hint,
                "level": str(part.level),
                "is_required": part.is_required,
                "fixed_rows": "\n".join(part.fixed_rows),
                "targets": list(part.targets or ()),
            },
        )
        self.part = part
        if part.kind != PartKind.TABLE:
            del self.fields["fixed_rows"]
        if part.kind == PartKind.FIGURES:
            self.fields["targets"].choices = targets  # type: ignore[attr-defined]
        else:
            del self.fields["targets"]

    def changed_part(self, columns: Sequence[TableColumn]) -> FormPart:
        """The part as it was filled in."""
        given = self.cleaned_data
        rows = [line.strip() for line in given.get("fixed_rows", "").splitlines() if line.strip()]
        return FormPart(
            key=self.part.key,
            kind=self.part.kind,
            title=given["title"].strip(),
            hint=given["hint"].strip(),
            is_required=given["is_required"],
            level=int(given["level"]),
            columns=tuple(columns),
            fixed_rows=tuple(rows),
            targets=tuple(given.get("targets", ())) or None,
        )


@dataclass(frozen=True)
class ColumnLine:
    """The fields of one column; `number` is its place on the page."""

    number: int
    key: str
    title: str
    kind: str
    choices: str


class ColumnsInput:
    """The columns of a table, as stored or typed, with some empty lines at the end."""

    kinds: Sequence[tuple[str, str]] = [(kind.value, kind.label) for kind in ColumnKind]

    def __init__(self, part: FormPart, data: Any = None) -> None:
        self.lines = self._typed(data) if data is not None else self._shown(part)

    def _shown(self, part: FormPart) -> list[ColumnLine]:
        lines = [
            ColumnLine(number, column.key, column.title, column.kind.value, "; ".join(column.choices))
            for number, column in enumerate(part.columns, start=1)
        ]
        more = min(MORE_COLUMNS, MOST_COLUMNS - len(lines))
        first = len(lines) + 1
        return lines + [ColumnLine(first + place, "", "", ColumnKind.TEXT.value, "") for place in range(more)]

    def _typed(self, data: Any) -> list[ColumnLine]:
        count = min(whole_number(data.get("so-cot", "")) or 0, MOST_COLUMNS)
        return [
            ColumnLine(
                number,
                data.get(f"cot-{number}-khoa", "").strip(),
                data.get(f"cot-{number}-ten", "").strip(),
                data.get(f"cot-{number}-loai", ""),
                data.get(f"cot-{number}-chon", "").strip(),
            )
            for number in range(1, count + 1)
        ]

    def columns(self) -> list[TableColumn]:
        """Those with a name, in order; a new one gets a key of its own, one whose name was emptied goes."""
        known = {value for value, _ in self.kinds}
        found: list[TableColumn] = []
        taken = {line.key for line in self.lines if line.key}
        for line in self.lines:
            if not line.title:
                continue
            key = line.key or free_key(taken, stem="c")
            taken.add(key)
            kind = ColumnKind(line.kind) if line.kind in known else ColumnKind.TEXT
            choices = tuple(part.strip() for part in line.choices.split(";") if part.strip())
            found.append(TableColumn(key, line.title, kind, choices if kind == ColumnKind.CHOICE else ()))
        return found


class PublishForm(forms.Form):
    """From which day a form counts, and what changed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    counts_from = DayField(label="Dùng cho kỳ báo cáo bắt đầu từ ngày")
    note = forms.CharField(label="Ghi chú về lần này", required=False, max_length=500)


def positions_in(posted: Any) -> dict[int, int]:
    """Steps by body from `buoc-<body>` fields; a blank one has none."""
    found = {}
    for name in posted:
        body, step = whole_number(name.removeprefix("buoc-")), whole_number(posted.get(name, "").strip())
        if name.startswith("buoc-") and body is not None and step:
            found[body] = step
    return found
