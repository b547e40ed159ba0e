"""What a renewal asks."""

from datetime import date
from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.lifecycle.queries.heirs import BodyProposal


class RenewForm(forms.Form):
    """The new programme, then one line for each body of the old one."""

    name = forms.CharField(label="Tên gọi tắt", max_length=200)
    title = forms.CharField(label="Tên văn bản", widget=forms.Textarea(attrs={"rows": 3}))
    lead = forms.TypedChoiceField(label="Cơ quan đầu mối", coerce=int)
    period_start = DayField(label="Thực hiện từ ngày")
    period_end = DayField(label="Đến hết ngày")

    def __init__(
        self, *args: Any, proposals: list[BodyProposal], leads: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        self.fields["lead"].choices = leads  # type: ignore[attr-defined]
        for row in proposals:
            self.fields[f"body_{row.body_id}"] = forms.TypedChoiceField(
                label=f"{row.name}{' (bên ký)' if row.is_party else ''}", coerce=int, required=False,
                empty_value=None, choices=[("", "Không giao tiếp"), *row.choices], initial=row.proposed,
                help_text=row.why,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("period_start"), given.get("period_end")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            self.add_error("period_end", "Ngày cuối phải sau ngày đầu.")
        return given

    def chosen(self) -> dict[int, int | None]:
        """Who takes the place of each old body."""
        return {row.body_id: self.cleaned_data[f"body_{row.body_id}"] for row in self.proposals}
