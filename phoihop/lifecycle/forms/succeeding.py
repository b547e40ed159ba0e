"""What an act of succession asks."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms

from phoihop.lifecycle.queries.successions import EndedBody, OpenShare, Preview

CLOSE, CARRY_ON = "closed", "carry_on"


class SuccessionForm(forms.Form):
    """Close, or carry on; then who goes on for each body that ended, and which part of its shares."""

    succession = forms.TypedChoiceField(label="Theo việc kế thừa", coerce=int)
    outcome = forms.ChoiceField(
        label="Chương trình",
        choices=[(CLOSE, "Kết thúc"), (CARRY_ON, "Đơn vị kế thừa làm tiếp")],
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
            self.fields[f"body_{row.body_id}"] = _heirs_field(row)
            for share, heir, name in _parts(row):
                self.fields[_part(share, heir)] = _part_field(share, name)

    def chosen(self) -> dict[int, list[int]]:
        """Who goes on for each ended body; those nobody goes on for are left out."""
        given = {row.body_id: self.cleaned_data[f"body_{row.body_id}"] for row in self.ended}
        return {ended: heirs for ended, heirs in given.items() if heirs}

    def parts(self) -> dict[tuple[int, int], Decimal]:
        """(contribution id, heir id) -> part, of the parts given."""
        given = {
            (share.contribution_id, heir): self.cleaned_data.get(_part(share, heir))
            for row in self.ended
            for share, heir, _ in _parts(row)
        }
        return {key: value for key, value in given.items() if value is not None}


def _heirs_field(row: EndedBody) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=f"Làm tiếp cho {row.name}",
        coerce=int,
        required=False,
        choices=row.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[heir for heir, _ in row.choices],
        help_text=f"Còn {row.open_reports} báo cáo, {row.open_tasks} việc. Không chọn ai: thôi phải làm.",
    )


def _parts(row: EndedBody) -> Iterator[tuple[OpenShare, int, str]]:
    """The parts to ask for: each numbered share of a body with several possible heirs."""
    if len(row.choices) > 1:
        for share in row.shares:
            for heir, name in row.choices:
                yield share, heir, name


def _part(share: OpenShare, heir: int) -> str:
    return f"part_{share.contribution_id}_{heir}"


def _part_field(share: OpenShare, name: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=f"{share.target} ({share.words}): phần của {name}",
        required=False,
        min_value=Decimal(0),
        max_digits=18,
        decimal_places=4,
        localize=True,
        help_text="Các phần cộng lại bằng phần cũ. Để trống cả: cùng làm, chưa chia số.",
    )
