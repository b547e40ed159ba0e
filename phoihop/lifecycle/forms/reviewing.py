"""What is typed in a sơ kết, tổng kết."""

from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.core.periods import Period
from phoihop.lifecycle.actions.reviewing import Said, Words
from phoihop.lifecycle.models import Review, ReviewKind
from phoihop.lifecycle.queries.reviews import ClauseResult

_WHOLE = (
    ("overview", "Tình hình chung"),
    ("strengths", "Ưu điểm"),
    ("weaknesses", "Hạn chế"),
    ("causes", "Nguyên nhân"),
    ("lessons", "Bài học kinh nghiệm"),
    ("directions", "Phương hướng, kiến nghị"),
)


class BeginReviewForm(forms.Form):
    """Which review, over which days."""

    kind = forms.ChoiceField(
        label="Loại", choices=[(value, label.capitalize()) for value, label in ReviewKind.choices]
    )
    period_start = DayField(label="Từ ngày")
    period_end = DayField(label="Đến hết ngày")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        start, end = given.get("period_start"), given.get("period_end")
        if start and end and end < start:
            self.add_error("period_end", "Ngày cuối trước ngày đầu.")
        return given

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["period_start"], self.cleaned_data["period_end"])


class ReviewForm(forms.Form):
    """The words of the whole, then of each clause with "goes on into the next period"."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, review: Review, results: list[ClauseResult], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.results = results
        self.initial.setdefault("version", review.version)
        for name, label in _WHOLE:
            self.fields[name] = _text(label, getattr(review, name))
        for row in results:
            self.fields[f"text_{row.id}"] = _text(f"Đánh giá mục {row.row['path']}", row.text, rows=2)
            self.fields[f"carry_{row.id}"] = forms.BooleanField(
                label="Chuyển sang kỳ sau", required=False, initial=row.is_carried_over
            )

    @property
    def whole(self) -> list[forms.BoundField]:
        return [self[name] for name, _ in _WHOLE]

    @property
    def by_clause(self) -> list[tuple[ClauseResult, forms.BoundField, forms.BoundField]]:
        return [(row, self[f"text_{row.id}"], self[f"carry_{row.id}"]) for row in self.results]

    @property
    def words(self) -> Words:
        return Words(**{name: self.cleaned_data[name] for name, _ in _WHOLE})

    @property
    def said(self) -> dict[int, Said]:
        given = self.cleaned_data
        return {row.id: Said(given[f"text_{row.id}"], given[f"carry_{row.id}"]) for row in self.results}


def _text(label: str, initial: str, *, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=20_000,
        initial=initial,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
