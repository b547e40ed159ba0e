"""What is typed about an obstacle."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField, FilesField
from phoihop.documents.models import StoredFile
from phoihop.plans.inputs import ObstacleContent
from phoihop.plans.queries.obstacles import ObstacleChoices
from phoihop.plans.statuses import ObstacleKind


def _words(label: str, *, required: bool = True, rows: int = 3, help_text: str = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=required, max_length=4000, widget=widget, help_text=help_text
    )


class ObstacleForm(forms.Form):
    """A new obstacle: at which clause, what, since when, who is to answer by when."""

    clause = forms.TypedChoiceField(label="Vướng ở nội dung", coerce=int)
    body = forms.TypedChoiceField(label="Đơn vị nêu", coerce=int)
    kind = forms.ChoiceField(label="Loại vướng mắc", choices=ObstacleKind)
    text = _words("Vướng mắc là gì", rows=4)
    since_on = DayField(label="Có từ ngày")
    proposal = _words("Đề xuất cách giải quyết", required=False)
    addressed_to = forms.TypedChoiceField(label="Gửi nơi giải quyết", coerce=int)
    answer_due_on = DayField(label="Đề nghị trả lời trước khi hết ngày")
    attached = FilesField(label="Ảnh, tệp kèm theo", help_text="JPG, PNG, PDF, Word, Excel.")

    def __init__(self, *args: Any, choices: ObstacleChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].choices = [("", "chọn nội dung"), *choices.clauses]  # type: ignore[attr-defined]
        self.fields["body"].choices = choices.raisers  # type: ignore[attr-defined]
        self.fields["addressed_to"].choices = choices.addressees  # type: ignore[attr-defined]

    def content(self, files: list[StoredFile]) -> ObstacleContent:
        data = self.cleaned_data
        return ObstacleContent(
            kind=ObstacleKind(data["kind"]),
            text=data["text"],
            since_on=data["since_on"],
            addressed_to=data["addressed_to"],
            answer_due_on=data["answer_due_on"],
            proposal=data["proposal"],
            files=files,
        )


class AnswerObstacleForm(forms.Form):
    """The word of the body addressed."""

    text = _words("Trả lời: đã hoặc sẽ giải quyết thế nào", rows=4)
    attached = FilesField(label="Tệp kèm câu trả lời")


class AskAgainForm(forms.Form):
    """Why the answer does not solve it."""

    text = _words("Còn vướng ở đâu")
    answer_due_on = DayField(label="Đề nghị trả lời trước khi hết ngày")


class ForwardForm(forms.Form):
    """Who can solve it."""

    to = forms.TypedChoiceField(label="Chuyển đến", coerce=int)
    answer_due_on = DayField(label="Đề nghị trả lời trước khi hết ngày")
    note = forms.CharField(label="Ghi chú", required=False, max_length=1000)

    def __init__(self, *args: Any, bodies: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = bodies  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """Solved; the lead says why."""

    note = forms.CharField(label="Đã giải quyết thế nào", required=False, max_length=1000)


class ReopenForm(forms.Form):
    """Not solved after all."""

    note = forms.CharField(label="Lý do mở lại", max_length=1000)
