"""What a reviewing person may type for each kind of fact. Input only."""

from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from phoihop.core.fields import DayField, NumberField
from phoihop.drafting.statuses import FactKind
from phoihop.programmes.models.editions import Capacity, ProgrammeKind
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, Frequency, Shift
from phoihop.targets.statuses import Comparator, Direction, Recurrence, ScopeKind, TargetKind

type Json = dict[str, Any]
LONGEST_PARTY = 120


class PlainNumberField(NumberField):
    """A number kept in a fact's values: as text with a decimal point."""

    def prepare_value(self, value: Any) -> Any:
        try:
            return super().prepare_value(Decimal(value))
        except (ArithmeticError, TypeError, ValueError):
            return value

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        return None if number is None else str(number)


class CodesField(forms.Field):
    """Words for parties as the text has them, separated by commas."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        words = [word.strip() for word in (value or "").split(",") if word.strip()]
        if any(len(word) > LONGEST_PARTY for word in words):
            raise forms.ValidationError(f"Mỗi bên ghi dài nhất {LONGEST_PARTY} chữ, cách nhau bằng dấu phẩy.")
        return words


class FactForm(forms.Form):
    """Base: knows how to start from a fact's values and to give values back."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @classmethod
    def starting(cls, values: Json, *, version: int) -> "FactForm":
        """The form filled with a fact's present values."""
        return cls(initial={**values, "version": version})

    def values(self) -> Json:
        """The cleaned input as fact values."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class PlacedForm(FactForm):
    """A fact that hangs under a clause of the draft."""

    clause = forms.ChoiceField(label="Thuộc nội dung")

    def offer_clauses(self, choices: list[tuple[str, str]]) -> None:
        """The clauses of the draft this fact may hang under: (reader's id, words)."""
        self.fields["clause"].choices = choices  # type: ignore[attr-defined]


class HeaderForm(FactForm):
    kind = forms.ChoiceField(label="Loại văn bản", choices=ProgrammeKind)
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
    def starting(cls, values: Json, *, version: int) -> "FactForm":
        return super().starting({**values, **values["period"]}, version=version)

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


class TargetForm(PlacedForm):
    name = forms.CharField(label="Chỉ tiêu", widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label="Kiểu", choices=TargetKind)
    comparator = forms.ChoiceField(label="So sánh", choices=Comparator)
    value = PlainNumberField(label="Giá trị")
    value_max = PlainNumberField(label="Đến (nếu là khoảng)")
    base = PlainNumberField(label="Trên tổng số (nếu kiểu là số đạt trên tổng số)")
    level = forms.CharField(label="Mức xếp loại", required=False, max_length=60)
    unit = forms.CharField(label="Đơn vị tính", required=False, max_length=60)
    direction = forms.ChoiceField(label="Chiều", choices=Direction)
    baseline = PlainNumberField(label="Mức đầu kỳ")
    recurrence = forms.ChoiceField(label="Tính theo", choices=Recurrence)
    due = forms.CharField(label="Hạn (năm hoặc ngày)", required=False)
    scope_kind = forms.ChoiceField(label="Phạm vi", choices=ScopeKind)
    scope_text = forms.CharField(label="Phạm vi như văn bản ghi", required=False, max_length=200)
    is_aspirational = forms.BooleanField(label="Có chữ “phấn đấu”", required=False)
    parties = CodesField(
        label="Bên chịu trách nhiệm", required=False, help_text="Như trong văn bản, cách nhau bằng dấu phẩy."
    )

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
    party = forms.CharField(label="Bên, như văn bản ghi", max_length=LONGEST_PARTY)
    role = forms.ChoiceField(label="Vai trò", choices=AssignmentRole)


class DutyForm(PlacedForm):
    kind = forms.ChoiceField(label="Việc", choices=DutyKind)
    name = forms.CharField(label="Tên gọi", max_length=200)
    frequency = forms.ChoiceField(label="Định kỳ", choices=Frequency)
    owes = CodesField(label="Ai làm", required=False)
    reviews = CodesField(label="Gửi cho ai duyệt", required=False)
    takes_note = CodesField(label="Gửi cho ai để biết", required=False)
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
    party = forms.CharField(label="Bên ký, như văn bản ghi", max_length=LONGEST_PARTY)
    capacity = forms.ChoiceField(
        label="Thể thức", choices=[(c.label, c.label) for c in Capacity if c != Capacity.HEAD], required=False
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


class UploadForm(forms.Form):
    file = forms.FileField(label="Tệp văn bản (.docx hoặc .txt)", required=False)
    pasted = forms.CharField(
        label="hoặc dán toàn văn vào đây", required=False, widget=forms.Textarea(attrs={"rows": 6})
    )

    def clean(self) -> Json:
        data = super().clean() or {}
        if not data.get("file") and not (data.get("pasted") or "").strip():
            raise forms.ValidationError("Chọn một tệp hoặc dán nội dung văn bản.")
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
