"""Input of the pages of consolidated reports: what was typed becomes plain values; nothing is saved here."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from phoihop.core.numbers import whole_number
from phoihop.reports.actions.paragraphs import ParagraphInput
from phoihop.reports.queries.paragraphs import Wanted
from phoihop.reports.statuses import ParagraphPart

_FIELDS = ("doan", "thu-tu", "goc", "co")
_MOST_ORDER = 9999
_STATES = [
    ("", "tất cả"), ("neu", "nêu trong báo cáo"), ("khong", "chỉ để ở phụ lục"), ("sua", "đã sửa"),
]  # fmt: skip


class ConsolidationForm(forms.Form):
    """The texts of a consolidated report itself."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    overview = forms.CharField(
        label="Đánh giá chung", required=False, max_length=40000, widget=forms.Textarea(attrs={"rows": 5})
    )
    recommendations = forms.CharField(
        label="Kiến nghị, nhiệm vụ kỳ tới", required=False, max_length=40000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip


class HandUpForm(forms.Form):
    """Which of the reports owed upward the paper is handed in for."""

    obligation = forms.TypedChoiceField(label="Nộp cho báo cáo phải nộp", coerce=int)

    def __init__(self, data: Any = None, *, choices: list[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["obligation"].choices = choices  # type: ignore[attr-defined]


class ParagraphFilterForm(forms.Form):
    """Which paragraphs to show; the group comes with the address."""

    q = forms.CharField(label="Có chữ", required=False, max_length=100)
    don_vi = forms.TypedChoiceField(label="Đơn vị", required=False, coerce=int, empty_value=None)
    loc = forms.ChoiceField(label="Đoạn", required=False, choices=_STATES)

    def __init__(self, data: Any = None, *, units: list[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["don_vi"].choices = [("", "mọi đơn vị"), *units]  # type: ignore[attr-defined]


def wanted_of(given: QueryDict) -> Wanted:
    """The filter as an address or a form carries it; what makes no sense asks for nothing."""
    part = given.get("phan", "")
    return Wanted(
        part=part if part in ParagraphPart.values else "",
        clause_id=whole_number(given.get("muc")),
        heading=given.get("de", "")[:300],
        body_id=whole_number(given.get("don_vi")),
        state=given.get("loc", ""),
        words=given.get("q", "").strip()[:100],
    )


def paragraphs_in(posted: Mapping[str, str]) -> dict[int, ParagraphInput]:
    """Paragraphs by id: `doan-<id>` texts, `thu-tu-<id>` places; of those with `co-<id>` the box
    `neu-<id>` says whether they are named, and `goc-<id>` what the page showed."""
    ids = {
        number
        for name in posted
        for field, _, digits in [name.rpartition("-")]
        if field in _FIELDS and (number := whole_number(digits)) is not None
    }
    return {pk: _paragraph(posted, pk) for pk in ids}


def _paragraph(posted: Mapping[str, str], pk: int) -> ParagraphInput:
    order = whole_number(posted.get(f"thu-tu-{pk}", "").strip())
    return ParagraphInput(
        text=posted.get(f"doan-{pk}"),
        is_named=f"neu-{pk}" in posted if f"co-{pk}" in posted else None,
        order=min(order, _MOST_ORDER) if order is not None else None,
        has_order=f"thu-tu-{pk}" in posted,
        seen=posted.get(f"goc-{pk}", ""),
    )
