"""Forms of inspections and findings."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField, FilesField
from phoihop.documents.models import StoredFile
from phoihop.plans.forms.hours import HourField
from phoihop.plans.models import Finding, Inspection, Visit
from phoihop.plans.occasions import FindingContent, InspectionContent, TeamMemberContent, VisitContent
from phoihop.plans.queries.meetings import MeetingChoices
from phoihop.plans.statuses import InspectionRound, Severity, TeamRole

_WORDS = {"rows": 4}


class InspectionForm(forms.Form):
    """What is looked at, on which decision or plan."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    round = forms.ChoiceField(label="Kỳ kiểm tra", choices=InspectionRound)
    basis = forms.CharField(
        label="Quyết định, kế hoạch kiểm tra", max_length=300, required=False,
        help_text="Số, ký hiệu, ngày, ví dụ Kế hoạch số 12/KH-UBND ngày 05/03/2026.",
    )  # fmt: skip
    basis_file = FilesField(label="Tệp quyết định, kế hoạch", accept=".pdf,.docx,.jpg,.jpeg,.png")
    content = forms.CharField(label="Nội dung kiểm tra", max_length=8000, widget=forms.Textarea(_WORDS))
    assessment = forms.CharField(
        label="Đánh giá chung", max_length=8000, required=False, widget=forms.Textarea(_WORDS)
    )

    @classmethod
    def starting(cls, row: Inspection) -> "InspectionForm":
        names = ("version", "round", "basis", "content", "assessment")
        return cls(initial={name: getattr(row, name) for name in names})

    def inspection(self, files: list[StoredFile]) -> InspectionContent:
        data = self.cleaned_data
        return InspectionContent(
            round=InspectionRound(data["round"]),
            content=data["content"],
            basis=data["basis"],
            basis_file=files[0] if files else None,
        )


class TeamForm(forms.Form):
    """A member of the team."""

    body = forms.TypedChoiceField(label="Đơn vị cử", coerce=int)
    person = forms.TypedChoiceField(label="Người", coerce=int, required=False, empty_value=None)
    name = forms.CharField(label="Hoặc họ và tên", max_length=160, required=False)
    role = forms.ChoiceField(label="Vai trò", choices=TeamRole, initial=TeamRole.MEMBER)

    def __init__(self, *args: Any, choices: MeetingChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = dict(choices.people)
        self.fields["body"].choices = choices.bodies  # type: ignore[attr-defined]
        self.fields["person"].choices = [("", "không chọn"), *choices.people]  # type: ignore[attr-defined]

    @property
    def content(self) -> TeamMemberContent:
        data = self.cleaned_data
        person_id = data["person"]
        name = self._names[person_id] if person_id else data["name"]
        return TeamMemberContent(
            body_id=data["body"], person_id=person_id, name=name, role=TeamRole(data["role"])
        )


class VisitForm(forms.Form):
    """A unit to visit."""

    body = forms.TypedChoiceField(label="Đơn vị được kiểm tra", coerce=int)
    visit_on = DayField(label="Ngày kiểm tra")
    starts_at = HourField(label="Giờ", required=False)
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)

    def __init__(self, *args: Any, choices: MeetingChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = choices.bodies  # type: ignore[attr-defined]

    @property
    def content(self) -> VisitContent:
        data = self.cleaned_data
        return VisitContent(
            body_id=data["body"],
            visit_on=data["visit_on"],
            starts_at=data["starts_at"],
            place=data["place"],
        )


class VisitResultForm(forms.Form):
    """What was seen at a unit."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    visit_on = DayField(label="Ngày kiểm tra")
    starts_at = HourField(label="Giờ", required=False)
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    result = forms.CharField(
        label="Kết quả kiểm tra",
        max_length=20_000,
        required=False,
        widget=forms.Textarea({"rows": 8}),
        help_text="Việc đã làm được, số liệu; tồn tại ghi riêng từng mục ở dưới trang kiểm tra.",
    )
    is_done = forms.BooleanField(label="Đã kiểm tra xong đơn vị này", required=False)

    @classmethod
    def starting(cls, row: Visit) -> "VisitResultForm":
        return cls(initial={name: getattr(row, name) for name in cls.base_fields})

    def content(self, body_id: int) -> VisitContent:
        data = self.cleaned_data
        return VisitContent(
            body_id=body_id, visit_on=data["visit_on"], starts_at=data["starts_at"], place=data["place"]
        )


class FindingForm(forms.Form):
    """What is wrong and must be mended."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label="Tồn tại, hạn chế", max_length=4000, widget=forms.Textarea(_WORDS))
    clause = forms.TypedChoiceField(label="Về nội dung", coerce=int, required=False, empty_value=None)
    target = forms.TypedChoiceField(label="Về chỉ tiêu", coerce=int, required=False, empty_value=None)
    severity = forms.ChoiceField(label="Mức độ", choices=Severity, initial=Severity.MAJOR)
    remedy = forms.CharField(label="Việc phải khắc phục", max_length=4000, widget=forms.Textarea(_WORDS))
    body = forms.TypedChoiceField(label="Đơn vị phải khắc phục", coerce=int)
    due_on = DayField(label="Hạn khắc phục")
    evidence = FilesField(label="Ảnh, tệp minh chứng")

    def __init__(
        self,
        *args: Any,
        clauses: list[tuple[int, str]],
        targets: list[tuple[int, str]],
        bodies: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        blank = ("", "không chọn")
        self.fields["clause"].choices = [blank, *clauses]  # type: ignore[attr-defined]
        self.fields["target"].choices = [blank, *targets]  # type: ignore[attr-defined]
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]

    @staticmethod
    def values_of(row: Finding) -> dict[str, Any]:
        names = ("version", "text", "severity", "remedy", "due_on")
        found = {name: getattr(row, name) for name in names}
        return found | {"clause": row.clause_id, "target": row.target_id, "body": row.body_id}

    def content(self, evidence: list[StoredFile]) -> FindingContent:
        data = self.cleaned_data
        return FindingContent(
            text=data["text"],
            severity=Severity(data["severity"]),
            remedy=data["remedy"],
            body_id=data["body"],
            due_on=data["due_on"],
            clause_id=data["clause"],
            target_id=data["target"],
            evidence=evidence,
        )


class AnswerForm(forms.Form):
    """How something was mended."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(label="Đã khắc phục thế nào", max_length=4000, widget=forms.Textarea(_WORDS))
    evidence = FilesField(label="Ảnh, tệp minh chứng")


class AssessmentForm(forms.Form):
    """The assessment that ends an inspection."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    assessment = forms.CharField(label="Đánh giá chung", max_length=8000, widget=forms.Textarea(_WORDS))
