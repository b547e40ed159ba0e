"""Forms of a task."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField, FilesField, NumberField
from phoihop.plans.content import Outcome, TaskContent
from phoihop.plans.models import Task
from phoihop.plans.queries import TaskChoices
from phoihop.plans.statuses import TaskKind


class TaskForm(forms.Form):
    """What is to be done, by whom and by when."""

    kind = forms.ChoiceField(label="Loại việc", choices=TaskKind)
    title = forms.CharField(label="Việc", max_length=300)
    person = forms.TypedChoiceField(label="Người phụ trách", coerce=int, required=False, empty_value=None)
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    starts_on = DayField(label="Từ ngày", required=False)
    due_on = DayField(label="Hạn")

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "chưa giao cho ai"), *people]  # type: ignore[attr-defined]

    @property
    def content(self) -> TaskContent:
        data = self.cleaned_data
        return TaskContent(
            kind=TaskKind(data["kind"]),
            title=data["title"],
            due_on=data["due_on"],
            starts_on=data["starts_on"],
            person_id=data["person"],
            place=data["place"],
        )


class NewTaskForm(TaskForm):
    """A new task: for which body, under which clause."""

    body = forms.TypedChoiceField(label="Đơn vị làm", coerce=int)
    clause = forms.TypedChoiceField(label="Nội dung của chương trình", coerce=int)
    field_order = ("clause", "body", "kind", "title", "person", "place", "starts_on", "due_on")

    def __init__(self, *args: Any, choices: TaskChoices, **kwargs: Any) -> None:
        super().__init__(*args, people=choices.people, **kwargs)
        self.fields["body"].choices = choices.bodies  # type: ignore[attr-defined]
        self.fields["clause"].choices = [("", "chọn nội dung"), *choices.clauses]  # type: ignore[attr-defined]
        self.order_fields(self.field_order)


class ChangeForm(TaskForm):
    """The same for a task already there, with the version that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def starting(cls, task: Task, *, people: list[tuple[int, str]]) -> "ChangeForm":
        names = ("kind", "title", "place", "starts_on", "due_on", "version")
        values = {name: getattr(task, name) for name in names}
        return cls(initial=values | {"person": task.person_id}, people=people)


class FinishForm(forms.Form):
    """What came of a task."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    finished_on = DayField(label="Hoàn thành ngày")
    result = forms.CharField(
        label="Kết quả", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    quantity = NumberField(label="Số lượng", help_text="Ví dụ 2 buổi, 15 hộ, 1,2 km.")
    quantity_unit = forms.CharField(label="Đơn vị tính", required=False, max_length=60)
    attendance = forms.IntegerField(
        label="Số lượt người tham dự", required=False, min_value=0, max_value=10_000_000,
        help_text="Đếm theo lượt: một người dự hai buổi là hai lượt.",
    )  # fmt: skip
    evidence = FilesField(
        label="Ảnh, tệp minh chứng", help_text="Chụp ảnh hoặc chọn tệp: JPG, PNG, PDF, Word, Excel."
    )

    def outcome(self, evidence: list[Any]) -> Outcome:
        data = self.cleaned_data
        return Outcome(
            finished_on=data["finished_on"],
            result=data["result"],
            quantity=data["quantity"],
            quantity_unit=data["quantity_unit"],
            attendance=data.get("attendance"),
            evidence=evidence,
        )


class ReasonForm(forms.Form):
    """Why a task is dropped or opened again."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Lý do", max_length=1000)
