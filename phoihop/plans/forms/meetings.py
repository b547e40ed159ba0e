"""Forms of meetings."""

from typing import Any

from django import forms
from django.http import QueryDict

from phoihop.core.fields import DayField
from phoihop.core.numbers import whole_number
from phoihop.plans.forms.hours import HourField
from phoihop.plans.models import AgendaItem, Conclusion, Meeting
from phoihop.plans.occasions import ConclusionContent, ItemContent, Mark, MeetingContent
from phoihop.plans.queries.meetings import InviteeLine, MeetingChoices
from phoihop.plans.statuses import Attendance

_MOST_PEOPLE = 5000


class MeetingForm(forms.Form):
    """When, where, about what, who chairs and who writes: people of the system, or names."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    subject = forms.CharField(
        label="Họp về", max_length=300, help_text="Ví dụ: liên tịch đánh giá kết quả phối hợp năm 2026."
    )
    held_on = DayField(label="Ngày họp")
    starts_at = HourField(label="Giờ bắt đầu")
    place = forms.CharField(label="Địa điểm", max_length=200)
    chair = forms.TypedChoiceField(label="Chủ tọa", coerce=int, required=False, empty_value=None)
    chair_name = forms.CharField(label="Hoặc tên chủ tọa mời ngoài", max_length=160, required=False)
    chair_capacity = forms.CharField(
        label="Chức vụ của chủ tọa", max_length=200, required=False, help_text="Bỏ trống để lấy theo vai trò."
    )
    secretary = forms.TypedChoiceField(label="Thư ký", coerce=int, required=False, empty_value=None)
    secretary_name = forms.CharField(label="Hoặc tên thư ký mời ngoài", max_length=160, required=False)
    secretary_capacity = forms.CharField(label="Chức vụ của thư ký", max_length=200, required=False)
    is_numbered = forms.BooleanField(label="Biên bản có số, ký hiệu", required=False, initial=True)

    def __init__(self, *args: Any, choices: MeetingChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = dict(choices.people)
        for field in ("chair", "secretary"):
            self.fields[field].choices = [("", "không chọn"), *choices.people]  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, meeting: Meeting, *, choices: MeetingChoices) -> "MeetingForm":
        """A name stands in its field only where no person of the system was chosen."""
        values = {name: getattr(meeting, name) for name in cls.base_fields}
        for field in ("chair", "secretary"):
            person_id = getattr(meeting, f"{field}_id")
            values[field] = person_id
            values[f"{field}_name"] = "" if person_id else values[f"{field}_name"]
        return cls(initial=values, choices=choices)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for field, words in (("chair", "chủ tọa"), ("secretary", "thư ký")):
            if not (data.get(field) or data.get(f"{field}_name")):
                self.add_error(field, f"Hãy chọn {words} hoặc ghi tên.")
        return data

    def content(self, capacities: dict[int, str]) -> MeetingContent:
        """`capacities` are the positions of people chosen, for those left blank."""
        data = self.cleaned_data
        named: dict[str, Any] = {}
        for field in ("chair", "secretary"):
            person_id = data[field]
            named[f"{field}_id"] = person_id
            named[f"{field}_name"] = self._names[person_id] if person_id else data[f"{field}_name"]
            named[f"{field}_capacity"] = data[f"{field}_capacity"] or capacities.get(person_id or 0, "")
        plain = {name: data[name] for name in ("subject", "held_on", "starts_at", "place", "is_numbered")}
        return MeetingContent(**plain, **named)


class InviteForm(forms.Form):
    """Whom to add to those invited."""

    bodies = forms.TypedMultipleChoiceField(
        label="Đơn vị", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    people = forms.TypedMultipleChoiceField(
        label="Cá nhân", coerce=int, required=False, widget=forms.SelectMultiple(attrs={"size": 6})
    )
    outside = forms.CharField(
        label="Khách mời ngoài hệ thống",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một đơn vị hoặc một người.",
    )

    def __init__(self, *args: Any, choices: MeetingChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].choices = choices.bodies  # type: ignore[attr-defined]
        self.fields["people"].choices = choices.people  # type: ignore[attr-defined]


class ItemForm(forms.Form):
    """A point of the agenda with its minutes."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    content = forms.CharField(label="Nội dung", max_length=500)
    presenter = forms.CharField(label="Người trình bày", max_length=200, required=False)
    order = forms.IntegerField(label="Thứ tự", min_value=1, max_value=500, required=False)
    minutes = forms.CharField(
        label="Diễn biến (ghi biên bản)",
        required=False,
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Ai phát biểu gì, ý kiến thế nào. Mỗi ý một dòng.",
    )

    @classmethod
    def starting(cls, item: AgendaItem) -> "ItemForm":
        return cls(initial={name: getattr(item, name) for name in cls.base_fields})

    @property
    def item(self) -> ItemContent:
        data = self.cleaned_data
        return ItemContent(
            content=data["content"],
            presenter=data["presenter"],
            minutes=data["minutes"],
            order=data["order"],
        )


class ConclusionForm(forms.Form):
    """A conclusion, for whom and by when."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label="Kết luận", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    body = forms.TypedChoiceField(label="Đơn vị làm", coerce=int, required=False, empty_value=None)
    person = forms.TypedChoiceField(label="Người làm", coerce=int, required=False, empty_value=None)
    due_on = DayField(label="Hạn", required=False)

    def __init__(self, *args: Any, choices: MeetingChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", "chưa giao"), *choices.bodies]  # type: ignore[attr-defined]
        self.fields["person"].choices = [("", "chưa giao"), *choices.people]  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, row: Conclusion, *, choices: MeetingChoices) -> "ConclusionForm":
        values = {"version": row.version, "text": row.text, "due_on": row.due_on}
        return cls(initial=values | {"body": row.body_id, "person": row.person_id}, choices=choices)

    @property
    def content(self) -> ConclusionContent:
        data = self.cleaned_data
        return ConclusionContent(
            text=data["text"], body_id=data["body"], person_id=data["person"], due_on=data["due_on"]
        )


class ConfirmForm(forms.Form):
    """The chair's word on the minutes."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    ended_at = HourField(label="Cuộc họp kết thúc lúc")


def marks_of(data: QueryDict, lines: list[InviteeLine]) -> list[Mark]:
    """What a sent attendance sheet says of each row; a row it does not name stays as it is."""
    return [mark for line in lines if (mark := _mark(data, line)) is not None]


def _mark(data: QueryDict, line: InviteeLine) -> Mark | None:
    key = line.invitee.pk
    status, version = data.get(f"attendance-{key}", ""), whole_number(data.get(f"version-{key}"))
    if status not in Attendance.values or version is None:
        return None
    people = whole_number(data.get(f"people-{key}")) or 0
    return Mark(
        invitee_id=key,
        version=version,
        attendance=Attendance(status),
        people=min(people, _MOST_PEOPLE),
        by_whom=data.get(f"by_whom-{key}", "")[:200],
        reason=data.get(f"reason-{key}", "")[:300],
    )
