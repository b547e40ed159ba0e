"""What a reviewing person may type for each kind of fact. Input only."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from phoihop.core.fields import DayField
from phoihop.drafting.forms.fields import LONGEST_PARTY, PartiesField, PlainNumberField, YearOrDayField
from phoihop.drafting.statuses import FactKind
from phoihop.programmes.models.editions import AGREEMENTS, Capacity
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, Frequency, Shift
from phoihop.targets.statuses import Comparator, Direction, Recurrence, ScopeKind, TargetKind

type Json = dict[str, Any]
type Span = tuple[int, int]
type Choices = Sequence[tuple[str, str]]


class FactForm(forms.Form):
    """Base: knows how to start from a fact's values and to give values back.

    `FURTHER`: fields seldom changed, folded away at first unless one of the `TELLING` is filled.
    """

    FURTHER: ClassVar[frozenset[str]] = frozenset()
    TELLING: ClassVar[frozenset[str]] = frozenset()
    ABOUT: ClassVar[frozenset[str]] = frozenset({"version", "span_start", "span_end"})

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    span_start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    span_end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @classmethod
    def starting(
        cls, values: Json, *, version: int | None = None, span: Span | None = None, name: str = "id"
    ) -> "FactForm":
        """The form filled with a fact's present values; `name` begins the ids of its inputs."""
        start, end = span or (None, None)
        about = {"version": version, "span_start": start, "span_end": end}
        return cls(initial={**values, **about}, auto_id=f"{name}-%s")

    def values(self) -> Json:
        """The cleaned input as fact values."""
        return {name: value for name, value in self.cleaned_data.items() if name not in self.ABOUT}

    def span(self) -> Span | None:
        """The words of the text the fact stands at, where it stands at any."""
        start, end = self.cleaned_data.get("span_start"), self.cleaned_data.get("span_end")
        return None if start is None or end is None else (start, end)

    def offer(self, *, clauses: Choices, parties: Choices) -> None:
        """The clauses and the words for parties of the draft, to choose from."""
        for field in self.fields.values():
            if isinstance(field, PartiesField):
                field.widget.choices = parties
        for name in ("clause", "parent"):
            if name in self.fields:
                self.fields[name].choices = self.clause_choices(clauses)  # type: ignore[attr-defined]

    def clause_choices(self, clauses: Choices) -> Choices:
        """Which clauses the form's clause may be."""
        return clauses

    @property
    def first_fields(self) -> list[BoundField]:
        """What is asked at once."""
        return [field for field in self.visible_fields() if field.name not in self.FURTHER]

    @property
    def further_fields(self) -> list[BoundField]:
        """What is folded away."""
        return [field for field in self.visible_fields() if field.name in self.FURTHER]

    @property
    def is_further_open(self) -> bool:
        """Whether what is folded away is to be seen at once: an error stands there, or what says how much."""
        telling = [field for field in self.further_fields if field.name in self.TELLING]
        return any(field.errors for field in self.further_fields) or any(
            field.value() not in (None, "") for field in telling
        )


class PlacedForm(FactForm):
    """A fact that hangs under a clause of the draft."""

    clause = forms.ChoiceField(label="Thuộc nội dung")


class HeaderForm(FactForm):
    kind = forms.ChoiceField(label="Loại văn bản", choices=AGREEMENTS)
    title = forms.CharField(label="Tên văn bản", widget=forms.Textarea(attrs={"rows": 3}))
    number = forms.CharField(
        label="Số, ký hiệu", required=False, max_length=80, help_text="Để trống nếu văn bản không ghi."
    )
    place = forms.CharField(label="Nơi ban hành", required=False, max_length=100)
    date = DayField(
        label="Ngày ban hành",
        required=False,
    )
    start = forms.IntegerField(label="Thực hiện từ năm", required=False, min_value=1945, max_value=2100)
    end = forms.IntegerField(label="Đến năm", required=False, min_value=1945, max_value=2100)

    @classmethod
    def starting(
        cls, values: Json, *, version: int | None = None, span: Span | None = None, name: str = "id"
    ) -> "FactForm":
        return super().starting({**values, **values["period"]}, version=version, span=span, name=name)

    def clean(self) -> Json:
        data = super().clean() or {}
        if data.get("start") and data.get("end") and data["end"] < data["start"]:
            self.add_error("end", "Năm kết thúc phải từ năm bắt đầu trở đi.")
        return data

    def values(self) -> Json:
        data = super().values()
        period = {"start": data.pop("start"), "end": data.pop("end")}
        day = data["date"]
        blanks = {name: data[name] or None for name in ("number", "place")}
        return {**data, **blanks, "date": day.isoformat() if day else None, "period": period}


class LegalBasisForm(FactForm):
    text = forms.CharField(label="Căn cứ", widget=forms.Textarea(attrs={"rows": 2}))
    number = forms.CharField(label="Số, ký hiệu", required=False, max_length=80)
    date = DayField(
        label="Ngày",
        required=False,
    )

    def values(self) -> Json:
        data = super().values()
        return {
            **data,
            "number": data["number"] or None,
            "date": data["date"].isoformat() if data["date"] else None,
        }


class ClauseForm(FactForm):
    label = forms.CharField(label="Số thứ tự in trong văn bản", max_length=30)
    heading = forms.BooleanField(label="Là tiêu đề", required=False)
    parent = forms.ChoiceField(label="Nằm trong", required=False)

    def clause_choices(self, clauses: Choices) -> Choices:
        return [("", "không nằm trong mục nào"), *clauses]

    def values(self) -> Json:
        data = super().values()
        return {**data, "parent": data["parent"] or None}


class TargetForm(PlacedForm):
    FURTHER = frozenset(
        {
            "kind", "value_max", "base", "level", "direction", "baseline", "scope_kind", "scope_text",
            "is_aspirational", "clause",
        }
    )  # fmt: skip
    TELLING = frozenset({"value_max", "base", "level", "baseline"})
    field_order = ["name", "comparator", "value", "unit", "recurrence", "due", "parties"]

    name = forms.CharField(label="Chỉ tiêu", widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label="Kiểu", choices=TargetKind)
    comparator = forms.ChoiceField(label="So sánh", choices=Comparator)
    value = PlainNumberField(label="Giá trị")
    value_max = PlainNumberField(label="Đến (nếu là khoảng)")
    base = PlainNumberField(label="Trên tổng số (nếu kiểu là số đạt trên tổng số)")
    level = forms.CharField(label="Mức xếp loại", required=False, max_length=60)
    unit = forms.CharField(
        label="Đơn vị tính",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"list": "don-vi", "autocomplete": "off"}),
    )
    direction = forms.ChoiceField(label="Chiều", choices=Direction)
    baseline = PlainNumberField(label="Mức đầu kỳ")
    recurrence = forms.ChoiceField(label="Tính theo", choices=Recurrence)
    due = YearOrDayField(label="Hạn: năm, hoặc ngày")
    scope_kind = forms.ChoiceField(label="Phạm vi", choices=ScopeKind)
    scope_text = forms.CharField(label="Phạm vi như văn bản ghi", required=False, max_length=200)
    is_aspirational = forms.BooleanField(label="Có chữ “phấn đấu”", required=False)
    parties = PartiesField(label="Bên chịu trách nhiệm", required=False)

    VALUELESS: ClassVar[set[str]] = {"existence", "later", "milestone", "level"}

    def clean(self) -> Json:
        data = super().clean() or {}
        if (
            data.get("value") is None
            and data.get("kind") not in self.VALUELESS
            and "value" not in self.errors
        ):
            self.add_error("value", "Kiểu chỉ tiêu này cần một giá trị.")
        if (data.get("comparator") == Comparator.RANGE) != (data.get("value_max") is not None):
            self.add_error("value_max", "Chỉ ghi, và phải ghi, khi so sánh là “trong khoảng”.")
        if data.get("kind") == "k_of_n" and data.get("base") is None and "base" not in self.errors:
            self.add_error("base", "Ghi tổng số.")
        return data


class AssignmentForm(PlacedForm):
    party = forms.CharField(
        label="Bên, như văn bản ghi",
        max_length=LONGEST_PARTY,
        widget=forms.TextInput(attrs={"list": "cac-ben", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(label="Vai trò", choices=AssignmentRole)


class DutyForm(PlacedForm):
    FURTHER = frozenset({"via_text", "shift", "clause"})

    kind = forms.ChoiceField(label="Việc", choices=DutyKind)
    name = forms.CharField(label="Tên gọi", max_length=200)
    frequency = forms.ChoiceField(label="Định kỳ", choices=Frequency)
    owes = PartiesField(label="Ai làm", required=False)
    reviews = PartiesField(label="Gửi cho ai duyệt", required=False)
    takes_note = PartiesField(label="Gửi cho ai để biết", required=False)
    via_text = forms.CharField(label="Qua đầu mối", required=False, max_length=200)
    anchor = forms.ChoiceField(label="Mốc tính hạn", choices=DueAnchor)
    due_day = forms.IntegerField(label="Ngày", required=False, min_value=1, max_value=31)
    due_month = forms.IntegerField(label="Tháng", required=False, min_value=1, max_value=12)
    due_strict = forms.BooleanField(label="“trước ngày” (không gồm ngày đó)", required=False)
    shift = forms.ChoiceField(label="Gặp ngày nghỉ", choices=Shift)

    def clean(self) -> Json:
        data = super().clean() or {}
        if data.get("anchor") != DueAnchor.PERIOD_END and not data.get("due_day"):
            self.add_error("due_day", "Mốc này cần ghi ngày.")
        if data.get("anchor") == DueAnchor.FIXED_DATE and not data.get("due_month"):
            self.add_error("due_month", "Mốc này cần ghi tháng.")
        return data


class SignatoryForm(FactForm):
    party = forms.CharField(
        label="Bên ký, như văn bản ghi",
        max_length=LONGEST_PARTY,
        widget=forms.TextInput(attrs={"list": "cac-ben", "autocomplete": "off"}),
    )
    capacity = forms.ChoiceField(
        label="Thể thức",
        choices=[("", "không ghi"), *((c.label, c.label) for c in Capacity if c != Capacity.HEAD)],
        required=False,
    )
    position = forms.CharField(label="Chức vụ", required=False, max_length=100)
    name = forms.CharField(label="Họ và tên", required=False, max_length=100)


class RecipientForm(FactForm):
    name = forms.CharField(label="Nơi nhận", max_length=300)
    purpose = forms.CharField(label="Để", required=False, max_length=100)


FORMS: dict[str, type[FactForm]] = {
    FactKind.HEADER: HeaderForm,
    FactKind.LEGAL_BASIS: LegalBasisForm,
    FactKind.CLAUSE: ClauseForm,
    FactKind.TARGET: TargetForm,
    FactKind.ASSIGNMENT: AssignmentForm,
    FactKind.DUTY: DutyForm,
    FactKind.SIGNATORY: SignatoryForm,
    FactKind.RECIPIENT: RecipientForm,
}
