"""What an act of succession asks."""

from typing import Any

from django import forms

from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.queries.successions import Preview


class SuccessionForm(forms.Form):
    """Close, or hand over; then who goes on for each body that ended."""

    succession = forms.TypedChoiceField(label="Theo việc kế thừa", coerce=int)
    outcome = forms.ChoiceField(
        label="Chương trình",
        choices=[(value, label.capitalize()) for value, label in ProgrammeSuccession.Outcome.choices],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, preview: Preview, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["succession"].choices = [  # type: ignore[attr-defined]
            (act.pk, f"{act.legal_document}, từ {act.effective_on:%d/%m/%Y}") for act in preview.acts
        ]
        self.ended = preview.ended
        for row in preview.ended:
            self.fields[f"body_{row.body_id}"] = forms.TypedChoiceField(
                label=f"Làm tiếp cho {row.name}", coerce=int, required=False, empty_value=None,
                choices=[("", "Không ai"), *row.choices],
                initial=row.choices[0][0] if len(row.choices) == 1 else None,
                help_text=f"Còn {row.open_reports} báo cáo, {row.open_tasks} việc. Chỉ dùng khi chuyển.",
            )  # fmt: skip

    def chosen(self) -> dict[int, int]:
        """Who goes on for each ended body; those nobody goes on for are left out."""
        given = {row.body_id: self.cleaned_data[f"body_{row.body_id}"] for row in self.ended}
        return {ended: heir for ended, heir in given.items() if heir}
