"""What is typed when units are reminded."""

from datetime import date, timedelta

from django import forms

from phoihop.core.fields import DayField

_DAYS = 5


class ChaseForm(forms.Form):
    """The new day, and a word for all."""

    requested_by = DayField(label="Yêu cầu xong trước khi hết ngày")
    note = forms.CharField(label="Yêu cầu thêm", required=False, max_length=1000)

    @classmethod
    def starting(cls, today: date) -> "ChaseForm":
        return cls(initial={"requested_by": today + timedelta(days=_DAYS)})


class NumberLetterForm(forms.Form):
    """What the clerk writes beside the number."""

    symbol = forms.CharField(label="Ký hiệu", max_length=60)
    issued_on = DayField(label="Ngày văn bản")


class UndoChaseForm(forms.Form):
    """Why it is taken back."""

    reason = forms.CharField(label="Lý do hoàn tác", max_length=1000)
