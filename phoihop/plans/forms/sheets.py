"""Forms of registration: a round, an item of a sheet, a note, a workbook."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField, NumberField
from phoihop.plans.models import RegistrationItem, RegistrationRound
from phoihop.plans.queries.sheets import ItemChoices
from phoihop.plans.registration import Asked, ItemContent, RoundContent
from phoihop.plans.statuses import TaskKind


class RoundForm(forms.Form):
    """A year's round: until when, which rules, which groups of units and which others."""

    year = forms.IntegerField(label="Năm đăng ký", min_value=1900, max_value=2199)
    due_on = DayField(label="Hạn gửi")
    groups = forms.MultipleChoiceField(
        label="Đơn vị được yêu cầu đăng ký", widget=forms.CheckboxSelectMultiple, required=False
    )
    search = forms.CharField(
        label="Tìm thêm đơn vị",
        required=False,
        max_length=100,
        help_text="Gõ tên, ví dụ “hội nông dân”, rồi bấm Xem trước để chọn.",
    )
    bodies = forms.TypedMultipleChoiceField(
        label="Đơn vị chọn thêm", coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )
    min_items = forms.IntegerField(
        label="Mỗi đơn vị ít nhất bao nhiêu nội dung", min_value=0, max_value=99, initial=1
    )
    min_areas = forms.IntegerField(
        label="Mỗi đơn vị ít nhất bao nhiêu địa bàn cụ thể", min_value=0, max_value=99, initial=0
    )
    rule_text = forms.CharField(
        label="Câu trong văn bản nêu yêu cầu này",
        max_length=300,
        required=False,
        help_text="Đơn vị đăng ký thấy câu này; thiếu thì được nhắc chứ không bị chặn.",
    )
    note = forms.CharField(
        label="Lời nhắn", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self,
        *args: Any,
        groups: dict[Asked, list[int]],
        bodies: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        counted = [(group.value, f"{group.label} ({len(ids)})") for group, ids in groups.items() if ids]
        self.fields["groups"].choices = counted  # type: ignore[attr-defined]
        self.fields["bodies"].choices = bodies  # type: ignore[attr-defined]
        if not bodies:
            self.fields["bodies"].widget = forms.MultipleHiddenInput()
        self._ids = groups

    @property
    def content(self) -> RoundContent:
        data = self.cleaned_data
        names = ("year", "due_on", "note", "min_items", "min_areas", "rule_text")
        return RoundContent(**{name: data[name] for name in names})

    @property
    def body_ids(self) -> list[int]:
        """Everybody chosen, by group or alone, once."""
        grouped = (pk for group in self.cleaned_data["groups"] for pk in self._ids[Asked(group)])
        return list(dict.fromkeys([*grouped, *self.cleaned_data["bodies"]]))


class RoundChangeForm(forms.Form):
    """Another due day, rules and note of a round already open."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    due_on = DayField(label="Hạn gửi")
    min_items = forms.IntegerField(label="Ít nhất bao nhiêu nội dung", min_value=0, max_value=99)
    min_areas = forms.IntegerField(label="Ít nhất bao nhiêu địa bàn cụ thể", min_value=0, max_value=99)
    rule_text = forms.CharField(label="Câu trong văn bản nêu yêu cầu này", max_length=300, required=False)
    note = forms.CharField(
        label="Lời nhắn", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    @classmethod
    def starting(cls, row: RegistrationRound) -> "RoundChangeForm":
        return cls(initial={name: getattr(row, name) for name in cls.base_fields})

    def content(self, year: int) -> RoundContent:
        data = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return RoundContent(year=year, **data)


class ItemForm(forms.Form):
    """One content of a sheet."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    content = forms.CharField(
        label="Nội dung đăng ký", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    clause = forms.TypedChoiceField(label="Thuộc mục nào của chương trình", coerce=int)
    kind = forms.ChoiceField(label="Loại việc", choices=TaskKind, initial=TaskKind.WORK)
    area = forms.TypedChoiceField(label="Địa bàn", coerce=int, required=False, empty_value=None)
    starts_on = DayField(label="Từ ngày", required=False)
    due_on = DayField(label="Đến ngày")
    quantity = NumberField(label="Chỉ tiêu", help_text="Ví dụ 2, 15, 1,2.")
    quantity_unit = forms.CharField(
        label="Đơn vị tính", required=False, max_length=60, help_text="Ví dụ buổi, hộ, km."
    )
    target = forms.TypedChoiceField(
        label="Tính vào chỉ tiêu của chương trình", coerce=int, required=False, empty_value=None
    )
    person = forms.TypedChoiceField(label="Người phụ trách", coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, choices: ItemChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        blank = {"area": "toàn địa bàn của đơn vị", "target": "không tính", "person": "chưa giao cho ai"}
        given = {"area": choices.areas, "target": choices.targets, "person": choices.people}
        for name, words in blank.items():
            self.fields[name].choices = [("", words), *given[name]]  # type: ignore[attr-defined]
        clauses = [("", "chọn mục"), *choices.clauses]
        self.fields["clause"].choices = clauses  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, item: RegistrationItem, *, choices: ItemChoices, version: int) -> "ItemForm":
        same = ("content", "kind", "starts_on", "due_on", "quantity", "quantity_unit")
        links = {name: getattr(item, f"{name}_id") for name in ("clause", "target", "area", "person")}
        initial = {name: getattr(item, name) for name in same} | links | {"version": version}
        return cls(initial=initial, choices=choices)

    @property
    def content_given(self) -> ItemContent:
        data = self.cleaned_data
        return ItemContent(
            content=data["content"],
            clause_id=data["clause"],
            due_on=data["due_on"],
            kind=TaskKind(data["kind"]),
            target_id=data["target"],
            area_id=data["area"],
            starts_on=data["starts_on"],
            quantity=data["quantity"],
            quantity_unit=data["quantity_unit"],
            person_id=data["person"],
        )


class NoteForm(forms.Form):
    """What is to be mended, or why something is changed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    note = forms.CharField(label="Ghi rõ", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class WorkbookForm(forms.Form):
    """The filled-in workbook of a sheet."""

    file = forms.FileField(label="Tệp Excel", widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}))
