"""What is chosen about those who follow clauses."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.plans.statuses import FollowerRole


class FollowersForm(forms.Form):
    """Who follows the ticked clauses, or a whole section, for a body from a day on."""

    body = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    role = forms.ChoiceField(label="Vai trò", choices=FollowerRole)
    person = forms.TypedChoiceField(label="Người", coerce=int, required=False, empty_value=None)
    from_day = DayField(label="Từ ngày")

    def __init__(
        self, *args: Any, bodies: list[tuple[int, str]], people: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        self.fields["person"].choices = [("", "thôi giao (để trống)"), *people]  # type: ignore[attr-defined]


class HandOverForm(forms.Form):
    """Everything of one person goes to another."""

    from_person = forms.TypedChoiceField(label="Người bàn giao", coerce=int)
    to_person = forms.TypedChoiceField(label="Người nhận", coerce=int)
    from_day = DayField(label="Từ ngày")
    note = forms.CharField(label="Ghi chú bàn giao", required=False, max_length=1000)

    def __init__(
        self, *args: Any, leaving: list[tuple[int, str]], people: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_person"].choices = leaving  # type: ignore[attr-defined]
        self.fields["to_person"].choices = people  # type: ignore[attr-defined]
