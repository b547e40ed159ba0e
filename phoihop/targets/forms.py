"""What people fill in about targets and figures: input only."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from phoihop.core.fields import DayField, FilesField, NumberField
from phoihop.core.periods import Period
from phoihop.programmes.forms import ReasonForm
from phoihop.targets.calculations import LEVELS, asked_words, is_yes_no, takes_denominator, yes_no_words
from phoihop.targets.content import ContributionContent, Rules, TargetSpec, usual_rules
from phoihop.targets.queries import RecordChoices
from phoihop.targets.statuses import (
    BodyRule,
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    Recurrence,
    ScopeKind,
    TargetKind,
    TimeRule,
)

_GRADES = [(str(rank), words) for rank, words in enumerate(LEVELS, start=1)]


class PeriodField(forms.TypedChoiceField):
    """A period out of groups; its value is its two days."""

    def __init__(self, groups: list[tuple[str, list[Period]]], **kwargs: Any) -> None:
        choices = [(name, [(period_key(p), p.label) for p in periods]) for name, periods in groups]
        super().__init__(choices=choices, coerce=period_of, empty_value=None, **kwargs)


def period_key(period: Period) -> str:
    """ "2026-01-01_2026-03-31"."""
    return f"{period.start.isoformat()}_{period.end.isoformat()}"


def period_of(text: str) -> Period:
    """The period of a key; ValueError for anything else."""
    start, _, end = text.partition("_")
    return Period(date.fromisoformat(start), date.fromisoformat(end))


class AmountForm(forms.Form):
    """The number of a figure with its state; which boxes there are depends on the target."""

    state = forms.ChoiceField(
        label="Trạng thái", choices=FigureState, widget=forms.RadioSelect, initial=FigureState.REPORTED
    )
    numerator = NumberField(label="Số đạt được")
    denominator = NumberField(label="Trên tổng số")
    note = forms.CharField(
        label="Ghi chú, lý do", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    evidence = FilesField(
        label="Ảnh, tệp minh chứng", help_text="Chụp ảnh hoặc chọn tệp: JPG, PNG, PDF, Word, Excel."
    )

    def __init__(self, *args: Any, spec: TargetSpec, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["numerator"] = _number_field(spec)
        if not takes_denominator(spec):
            del self.fields["denominator"]
        elif spec.kind == TargetKind.K_OF_N:
            self.fields["denominator"].help_text = "Để trống nếu tổng số vẫn như văn bản."

    def clean_numerator(self) -> Decimal | None:
        value = self.cleaned_data["numerator"]
        return Decimal(value) if value not in {None, ""} else None

    @property
    def values(self) -> dict[str, Any]:
        """State, numerator and denominator for the actions."""
        data = self.cleaned_data
        return {
            "state": FigureState(data["state"]),
            "numerator": data["numerator"],
            "denominator": data.get("denominator"),
        }


def _number_field(spec: TargetSpec) -> forms.Field:
    if is_yes_no(spec):
        no, yes = yes_no_words(spec)
        choices = [("1", yes), ("0", no)]
        return forms.ChoiceField(label="Kết quả", choices=choices, required=False, widget=forms.RadioSelect)
    if spec.kind == TargetKind.LEVEL:
        return forms.ChoiceField(label="Mức xếp loại", choices=[("", "chưa chọn"), *_GRADES], required=False)
    plain = "Số đạt được" if takes_denominator(spec) else "Số liệu"
    label = asked_words(spec).capitalize() or plain
    return NumberField(label=f"{label} ({spec.unit})" if spec.unit and spec.unit != "%" else label)


class RecordForm(AmountForm):
    """A new figure: whose, of which period."""

    body = forms.TypedChoiceField(label="Tổ chức", coerce=int)
    field_order = ("body", "area", "period", "state", "numerator", "denominator", "note", "evidence")

    def __init__(self, *args: Any, spec: TargetSpec, choices: RecordChoices, **kwargs: Any) -> None:
        super().__init__(*args, spec=spec, **kwargs)
        self.fields["body"].choices = choices.bodies  # type: ignore[attr-defined]
        if len(choices.bodies) == 1:
            self.fields["body"].initial = choices.bodies[0][0]
        self.fields["period"] = PeriodField(choices.periods, label="Kỳ số liệu")
        if choices.areas:
            self.fields["area"] = forms.TypedChoiceField(
                label="Địa bàn", choices=choices.areas, coerce=int, empty_value=None
            )
        self.order_fields(self.field_order)


class CorrectForm(AmountForm):
    """Another number for a figure already recorded, with the reason."""

    note = forms.CharField(label="Lý do sửa", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("state", "numerator", "denominator", "note", "evidence")


@dataclass(frozen=True)
class ShareLine:
    """A body's share as the form shows it; one the text gives no share yet has nothing but its name."""

    content: ContributionContent
    name: str
    has_share: bool

    @property
    def key(self) -> str:
        return f"share_{self.content.body_id}_{self.content.area_id or 0}"


class TargetForm(ReasonForm):
    """A target as read from its text, with the share of each body; a reason once the text is signed."""

    name = forms.CharField(label="Tên chỉ tiêu", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label="Kiểu", choices=TargetKind)
    direction = forms.ChoiceField(label="Chiều", choices=Direction)
    comparator = forms.ChoiceField(label="So sánh", choices=Comparator)
    value = NumberField(label="Giá trị")
    value_max = NumberField(label="Đến (nếu là khoảng)")
    base = NumberField(label="Trên tổng số (nếu kiểu là số đạt trên tổng số)")
    unit = forms.CharField(
        label="Đơn vị tính", required=False, max_length=60, help_text="Ví dụ: hộ, mô hình, %, triệu đồng/ha."
    )
    level = forms.CharField(
        label="Mức xếp loại", required=False, max_length=60, help_text="Ví dụ: hoàn thành tốt."
    )
    baseline = NumberField(label="Mức đầu kỳ")
    recurrence = forms.ChoiceField(label="Tính theo", choices=Recurrence)
    due_on = DayField(label="Hạn", required=False)
    scope_kind = forms.ChoiceField(label="Phạm vi", choices=ScopeKind)
    scope_text = forms.CharField(
        label="Phạm vi như văn bản ghi", required=False, max_length=200, help_text="Ví dụ: mỗi khu dân cư."
    )
    given_later = forms.CharField(label="Ai giao giá trị, khi nào", required=False, max_length=200)
    is_aspirational = forms.BooleanField(label="Văn bản ghi “phấn đấu”", required=False)
    time_rule = forms.ChoiceField(label="Cộng theo thời gian", choices=TimeRule)
    place_rule = forms.ChoiceField(label="Cộng theo địa bàn", choices=PlaceRule)
    body_rule = forms.ChoiceField(label="Cộng theo tổ chức", choices=BodyRule)

    def __init__(self, *args: Any, shares: list[ShareLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shares = shares
        for line in shares:
            self.fields[f"{line.key}_in"] = forms.BooleanField(
                label=f"{line.name} tham gia", required=False, initial=line.has_share
            )
            self.fields[line.key] = NumberField(label=f"Phần của {line.name}", initial=line.content.value)
        leads = [("", "không ghi"), *((line.key, line.name) for line in shares)]
        lead = next((line.key for line in shares if line.content.is_lead), "")
        self.fields["lead"] = forms.ChoiceField(
            label="Bên chủ trì chỉ tiêu", choices=leads, required=False, initial=lead
        )

    @property
    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields one fills in first, by heading."""
        return [(title, self._bound(*names)) for title, names in _PARTS]

    @property
    def rules(self) -> list[forms.BoundField]:
        """How figures are added up: seldom changed."""
        return self._bound("time_rule", "place_rule", "body_rule")

    @property
    def share_rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each body with its box to tick and its number."""
        return [(line.name, self[f"{line.key}_in"], self[line.key]) for line in self.shares]

    def _bound(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    @property
    def contributions(self) -> list[ContributionContent]:
        """The ticked bodies, and those given a number, with their shares."""
        data = self.cleaned_data
        return [
            replace(line.content, value=data[line.key], is_lead=data["lead"] == line.key)
            for line in self.shares
            if data[f"{line.key}_in"] or data[line.key] is not None or data["lead"] == line.key
        ]

    @property
    def spec(self) -> TargetSpec:
        """The target as filled in; a way of adding up left blank is the usual one of its kind."""
        data = self.cleaned_data
        kind, scope_kind = TargetKind(data["kind"]), ScopeKind(data["scope_kind"])
        usual = usual_rules(kind, scope_kind=scope_kind)
        rules = Rules(
            TimeRule(data["time_rule"] or usual.time),
            PlaceRule(data["place_rule"] or usual.place),
            BodyRule(data["body_rule"] or usual.body),
        )
        plain = {name: data[name] for name in _PLAIN}
        return TargetSpec(
            kind=kind,
            rules=rules,
            comparator=Comparator(data["comparator"]),
            direction=Direction(data["direction"]),
            recurrence=Recurrence(data["recurrence"]),
            scope_kind=scope_kind,
            **plain,
        )


_PLAIN = (
    "name", "value", "value_max", "base", "level", "unit", "baseline", "due_on", "scope_text",
    "is_aspirational", "given_later",
)  # fmt: skip
_PARTS = [
    ("Chỉ tiêu", ["clause", "name"]),
    (
        "Phải đạt",
        ["kind", "direction", "comparator", "unit", "value", "value_max", "base", "level", "baseline",
         "given_later", "is_aspirational"],
    ),
    ("Thời hạn, phạm vi", ["recurrence", "due_on", "scope_kind", "scope_text"]),
]  # fmt: skip


class NewTargetForm(TargetForm):
    """A target of a clause: written into a draft, or one that the reading of a signed text missed."""

    clause = forms.TypedChoiceField(label="Điều khoản", coerce=int)

    def __init__(self, *args: Any, clauses: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].choices = [("", "chưa chọn"), *clauses]  # type: ignore[attr-defined]
        for name in ("time_rule", "place_rule", "body_rule"):
            field = self.fields[name]
            field.required = False
            field.choices = [("", "như thường lệ của kiểu"), *field.choices]  # type: ignore[attr-defined]


class MendForm(TargetForm):
    """A target already there, to be changed; `version` tells whether somebody else changed it meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def starting(
        cls, spec: TargetSpec, *, shares: list[ShareLine], version: int, is_draft: bool
    ) -> "MendForm":
        """The form as the target stands."""
        rules = {f"{name}_rule": rule for name, rule in vars(spec.rules).items()}
        initial = vars(spec) | rules | {"version": version}
        return cls(initial=initial, shares=shares, is_draft=is_draft)

    def spec_like(self, old: TargetSpec) -> TargetSpec:
        """The target as filled in; where it stands in the text stays as it was."""
        return replace(self.spec, text=old.text, span=old.span)


class PartForm(forms.Form):
    """A part asked of a body, or offered by it, in the target's unit."""

    body = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    value = NumberField(label="Phần nhận", required=True)
    note = forms.CharField(label="Lời nhắn", max_length=500, required=False)

    def __init__(self, *args: Any, bodies: list[tuple[int, str]], unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        self.fields["value"].help_text = f"Tính bằng {unit}." if unit else ""


class RefusalForm(forms.Form):
    """Why a part is not taken on."""

    reason = forms.CharField(label="Lý do", max_length=500)


class WorkbookForm(forms.Form):
    """The filled-in workbook of the grid."""

    file = forms.FileField(
        label="Tệp Excel đã điền", widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"})
    )
