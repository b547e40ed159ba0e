"""What is typed about an emergent task."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.plans.inputs import EmergentContent
from phoihop.plans.queries.emergent import EmergentChoices
from phoihop.plans.statuses import TaskKind


class EmergentForm(forms.Form):
    """A proposal: what, why, who leads and coordinates, by when, whose word is needed."""

    body = forms.TypedChoiceField(label="Bên đề xuất", coerce=int)
    title = forms.CharField(label="Nhiệm vụ", max_length=300)
    kind = forms.ChoiceField(label="Loại việc", choices=TaskKind)
    content = forms.CharField(
        label="Nội dung cần làm", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = forms.CharField(
        label="Lý do phát sinh", max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    lead = forms.TypedChoiceField(label="Đơn vị chủ trì", coerce=int)
    due_on = DayField(label="Hoàn thành trước khi hết ngày")
    coordinators = forms.TypedMultipleChoiceField(
        label="Đơn vị phối hợp", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    asked = forms.TypedMultipleChoiceField(
        label="Bên cần đồng ý",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn bên nào thì hỏi tất cả các bên. Đơn vị chủ trì, phối hợp luôn được hỏi.",
    )

    def __init__(self, *args: Any, choices: EmergentChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = choices.proposers  # type: ignore[attr-defined]
        self.fields["lead"].choices = choices.bodies  # type: ignore[attr-defined]
        self.fields["coordinators"].choices = choices.bodies  # type: ignore[attr-defined]
        self.fields["asked"].choices = choices.parties  # type: ignore[attr-defined]

    @property
    def given(self) -> EmergentContent:
        data = self.cleaned_data
        return EmergentContent(
            kind=TaskKind(data["kind"]),
            title=data["title"],
            reason=data["reason"],
            lead=data["lead"],
            due_on=data["due_on"],
            content=data["content"],
            coordinators=data["coordinators"],
            asked=data["asked"],
        )


class EmergentAnswerForm(forms.Form):
    """A body's word on a proposal; the reason is asked for when it declines."""

    body = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label="Ý kiến, lý do", required=False, max_length=2000)
