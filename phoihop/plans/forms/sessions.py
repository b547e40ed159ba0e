"""Forms of sessions."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.plans.forms.hours import HourField
from phoihop.plans.models import Session
from phoihop.plans.occasions import Attended, SessionContent

_MOST = 10_000_000


class SessionForm(forms.Form):
    """A session to be planned or changed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    held_on = DayField(label="Ngày")
    starts_at = HourField(label="Từ giờ", required=False)
    ends_at = HourField(label="Đến giờ", required=False)
    topic = forms.CharField(label="Nội dung", max_length=300)
    audience = forms.CharField(
        label="Đối tượng dự", max_length=200, required=False, help_text="Ví dụ hội viên phụ nữ thôn 3."
    )
    speaker = forms.TypedChoiceField(label="Báo cáo viên", coerce=int, required=False, empty_value=None)
    speaker_name = forms.CharField(label="Hoặc báo cáo viên mời ngoài", max_length=160, required=False)
    venue = forms.CharField(label="Địa điểm", max_length=200)
    planned_attendance = forms.IntegerField(
        label="Số lượt người dự kiến", required=False, min_value=0, max_value=_MOST
    )

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["speaker"].choices = [("", "không chọn"), *people]  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, session: Session, *, people: list[tuple[int, str]]) -> "SessionForm":
        names = [name for name in cls.base_fields if name != "speaker"]
        values = {name: getattr(session, name) for name in names}
        return cls(initial=values | {"speaker": session.speaker_id}, people=people)

    @property
    def content(self) -> SessionContent:
        data = dict(self.cleaned_data)
        del data["version"]
        return SessionContent(speaker_id=data.pop("speaker"), **data)


class AttendedForm(forms.Form):
    """How many came to a session, in counts alone."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    attendance = forms.IntegerField(
        label="Số lượt người dự", min_value=0, max_value=_MOST,
        help_text="Chỉ ghi số lượng, không ghi danh sách, nhất là với trẻ em.",
    )  # fmt: skip
    women = forms.IntegerField(label="Trong đó nữ", min_value=0, max_value=_MOST, required=False)
    members = forms.IntegerField(
        label="Trong đó đoàn viên, hội viên", min_value=0, max_value=_MOST, required=False
    )

    @property
    def attended(self) -> Attended:
        data = self.cleaned_data
        return Attended(attendance=data["attendance"], women=data["women"], members=data["members"])
