"""An hour of the day as a field."""

from typing import Any

from django import forms


class HourField(forms.TimeField):
    """An hour, chosen in the browser or typed as 08:30."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
        super().__init__(input_formats=["%H:%M", "%H:%M:%S"], **kwargs)
