"""Forms of milestones, pilots and personal plans."""

from typing import Any

from django import forms

from phoihop.core.fields import EVIDENCE_TYPES, DayField, NumberField
from phoihop.plans.actions.milestones import MilestoneContent
from phoihop.plans.actions.personal import CommitmentContent
from phoihop.plans.actions.pilots import PilotContent
from phoihop.plans.models import Milestone, PersonalCommitment
from phoihop.plans.statuses import PilotRating

type Choices = list[tuple[int, str]]
_FILE = {"attrs": {"accept": EVIDENCE_TYPES}}


def _text(label: str, *, rows: int = 2, most: int = 400, required: bool = True) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, widget=widget)


class MilestoneForm(forms.Form):
    """What must be reached by when, by whom."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = _text("Phải đạt")
    due_on = DayField(label="Hạn", help_text="Năm của hạn là năm của mốc trên lộ trình.")
    bodies = forms.TypedMultipleChoiceField(
        label="Đơn vị chịu trách nhiệm", coerce=int, widget=forms.CheckboxSelectMultiple
    )
    target = forms.TypedChoiceField(
        label="Theo chỉ tiêu", coerce=int, required=False, empty_value=None,
        help_text="Có chỉ tiêu thì mốc tự đạt khi số liệu đã duyệt đủ.",
    )  # fmt: skip
    value = NumberField(label="Mức của năm", help_text="Tính bằng đơn vị của chỉ tiêu.")

    def __init__(self, *args: Any, bodies: Choices, targets: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].choices = bodies  # type: ignore[attr-defined]
        no_target = [("", "không, xác nhận bằng tay")]
        self.fields["target"].choices = [*no_target, *targets]  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, row: Milestone, *, bodies: Choices, targets: Choices) -> "MilestoneForm":
        initial = {name: getattr(row, name) for name in ("text", "due_on", "value", "version")}
        initial |= {"target": row.target_id, "bodies": [body.pk for body in row.bodies.all()]}
        return cls(initial=initial, bodies=bodies, targets=targets)

    @property
    def content(self) -> MilestoneContent:
        data = self.cleaned_data
        return MilestoneContent(
            text=data["text"],
            due_on=data["due_on"],
            body_ids=data["bodies"],
            target_id=data["target"],
            value=data["value"],
        )


class ProofForm(forms.Form):
    """That a milestone was reached, and what shows it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(label="Đạt ngày")
    proof_text = _text("Căn cứ xác nhận", most=1000, required=False)
    proof = forms.FileField(label="Tệp minh chứng", required=False, widget=forms.ClearableFileInput(**_FILE))


class CarryForm(forms.Form):
    """To which year, and into which programme, a milestone goes on."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    into = forms.TypedChoiceField(label="Chuyển vào", coerce=int)
    due_on = DayField(label="Hạn mới")

    def __init__(self, *args: Any, programmes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].choices = programmes  # type: ignore[attr-defined]


class PilotForm(forms.Form):
    """A place chosen to try a model in."""

    name = forms.CharField(label="Mô hình", max_length=200)
    clause = forms.TypedChoiceField(label="Thuộc mục nào của chương trình", coerce=int)
    area = forms.TypedChoiceField(label="Nơi làm điểm", coerce=int)
    body = forms.TypedChoiceField(label="Đơn vị làm", coerce=int, required=False, empty_value=None)
    since = DayField(label="Từ ngày")
    decision_text = forms.CharField(
        label="Chọn theo văn bản",
        max_length=300,
        help_text="Ví dụ: Quyết định 12/QĐ-UBND ngày 05/02/2026.",
    )

    def __init__(self, *args: Any, clauses: Choices, areas: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["clause"].choices = [("", "chọn mục"), *clauses]
        fields["area"].choices = [("", "chọn nơi"), *areas]
        fields["body"].choices = [("", "chưa rõ"), *bodies]

    @property
    def content(self) -> PilotContent:
        data = self.cleaned_data
        return PilotContent(
            name=data["name"],
            clause_id=data["clause"],
            area_id=data["area"],
            since=data["since"],
            decision_text=data["decision_text"],
            body_id=data["body"],
        )


class AssessmentForm(forms.Form):
    """How a pilot goes."""

    on = DayField(label="Ngày đánh giá")
    rating = forms.ChoiceField(label="Đánh giá", choices=PilotRating, widget=forms.RadioSelect)
    text = _text("Nhận xét", rows=3, most=2000)
    file = forms.FileField(
        label="Ảnh, tệp kèm theo", required=False, widget=forms.ClearableFileInput(**_FILE)
    )


class ReplicateForm(forms.Form):
    """Where a proven model is done again."""

    since = DayField(label="Từ ngày")
    decision_text = forms.CharField(label="Nhân rộng theo văn bản", max_length=300)
    areas = forms.TypedMultipleChoiceField(
        label="Nhân rộng đến", coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, areas: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = areas  # type: ignore[attr-defined]


class CommitmentForm(forms.Form):
    """One commitment of a person."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    clause = forms.TypedChoiceField(label="Thuộc mục nào của chương trình", coerce=int)
    content = _text("Việc tôi nhận", most=300)
    due_on = DayField(label="Thời hạn")
    expected = forms.CharField(label="Kết quả dự kiến", max_length=300, required=False)

    def __init__(self, *args: Any, clauses: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].choices = [("", "chọn mục"), *clauses]  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, row: PersonalCommitment, *, clauses: Choices, version: int) -> "CommitmentForm":
        values = {name: getattr(row, name) for name in ("content", "due_on", "expected")}
        return cls(initial=values | {"clause": row.clause_id, "version": version}, clauses=clauses)

    @property
    def content_given(self) -> CommitmentContent:
        data = self.cleaned_data
        return CommitmentContent(
            content=data["content"],
            clause_id=data["clause"],
            due_on=data["due_on"],
            expected=data["expected"],
        )
