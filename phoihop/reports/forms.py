"""Input of reporting pages: what was typed becomes plain values; nothing is saved here."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from phoihop.core.fields import DayField, NumberField
from phoihop.core.numbers import whole_number
from phoihop.reports.calculations.figures import problem_of
from phoihop.reports.calculations.form_parts import FormPart, PartKind, is_key
from phoihop.reports.content import FigureInput, ReportInput, ReturnItem
from phoihop.reports.queries.units import COMMON
from phoihop.reports.table_input import TableInput
from phoihop.targets.calculations import LEVELS, asked_words, is_yes_no, takes_denominator, yes_no_words
from phoihop.targets.content import TargetSpec
from phoihop.targets.statuses import FigureState, TargetKind

_STATES = [("", "chưa ghi"), *[(s.value, s.label) for s in FigureState]]
_LEVELS = [("", "chưa ghi"), *[(str(rank), words) for rank, words in enumerate(LEVELS, start=1)]]
_FILES = ".jpg,.jpeg,.png,.pdf,.docx,.xlsx"


class FigureForm(forms.Form):
    """One line of the table of figures; a number alone is enough, its state then follows."""

    numerator = NumberField(label="Kỳ này")
    denominator = NumberField(label="trên tổng số")
    state = forms.ChoiceField(label="Trạng thái", choices=_STATES, required=False)
    note = forms.CharField(label="Ghi chú, lý do", required=False, max_length=1000)
    file = forms.FileField(label="Ảnh, tệp minh chứng", required=False)

    def __init__(
        self, data: Any = None, files: Any = None, *, target_id: int, spec: TargetSpec, initial: Any = None
    ) -> None:
        super().__init__(data, files, prefix=f"so-{target_id}", initial=initial)
        self.target_id = target_id
        self.spec = spec
        self.asked = asked_words(spec)
        self.fields["file"].widget.attrs["accept"] = _FILES
        if not takes_denominator(spec):
            del self.fields["denominator"]
        if is_yes_no(spec):
            self.fields["numerator"] = _choice("Kỳ này", _yes_no(spec))
        elif spec.kind == TargetKind.LEVEL:
            self.fields["numerator"] = _choice("Kỳ này", _LEVELS)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            problem = problem_of(self.figure(), self.spec)
            if problem:
                raise forms.ValidationError(problem)
        return cleaned

    def figure(self) -> FigureInput:
        """The line as typed; "chưa ghi" with a number means the number counts."""
        given = self.cleaned_data
        numerator = given.get("numerator")
        number = None if numerator in {None, ""} else Decimal(numerator)
        state = given.get("state") or (FigureState.REPORTED if number is not None else "")
        return FigureInput(self.target_id, state, number, given.get("denominator"), given.get("note", ""))


def _yes_no(spec: TargetSpec) -> list[tuple[str, str]]:
    no, yes = yes_no_words(spec)
    return [("", "chưa ghi"), ("1", yes), ("0", no)]


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)


class SectionForm(forms.Form):
    """What the body writes under one clause."""

    text = forms.CharField(
        label="Kết quả thực hiện", required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, data: Any = None, *, clause_id: int, initial: Any = None) -> None:
        super().__init__(data, prefix=f"muc-{clause_id}", initial=initial)
        self.clause_id = clause_id


class TextForm(forms.Form):
    """What the body writes under a free heading of its form."""

    text = forms.CharField(required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data: Any = None, *, part: FormPart, initial: Any = None) -> None:
        super().__init__(data, prefix=f"phan-{part.key}", initial=initial)
        self.key = part.key
        self.fields["text"].label = part.title
        self.fields["text"].help_text = part.hint


class ReportForm(forms.Form):
    """The parts of a report that belong to no clause, and the version of the row the page was made from.

    Those its form does not ask for are not there.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    is_nil = forms.BooleanField(label="Không phát sinh (trong kỳ không có gì để báo cáo)", required=False)
    overview = forms.CharField(
        label="Tình hình chung", required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 4})
    )
    shortcomings = forms.CharField(
        label="Khó khăn, hạn chế, nguyên nhân", required=False, max_length=20000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    recommendations = forms.CharField(
        label="Kiến nghị, đề xuất", required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 3})
    )
    file = forms.FileField(label="Tệp kèm báo cáo", required=False)
    paper_scan = forms.FileField(label="Bản chụp báo cáo giấy", required=False)

    def __init__(
        self, data: Any = None, files: Any = None, *, parts: Iterable[FormPart] = (), initial: Any = None
    ) -> None:
        super().__init__(data, files, initial=initial)
        asked = {part.kind.value: part for part in parts}
        for name in COMMON:
            if name in asked:
                self.fields[name].label = asked[name].title
                self.fields[name].help_text = asked[name].hint
            else:
                del self.fields[name]
        if PartKind.ATTACHMENTS.value not in asked:
            del self.fields["file"]

    def content(
        self, sections: Iterable[SectionForm], figures: Iterable[FigureForm], texts: Iterable[TextForm] = (),
        tables: Iterable[TableInput] = (),
    ) -> ReportInput:  # fmt: skip
        """All forms of the page that are in order, as one working copy."""
        given = getattr(self, "cleaned_data", {})
        return ReportInput(
            sections={form.clause_id: form.cleaned_data["text"] for form in sections},
            figures=[form.figure() for form in figures],
            overview=given.get("overview"),
            shortcomings=given.get("shortcomings"),
            recommendations=given.get("recommendations"),
            is_nil=given.get("is_nil"),
            texts={form.key: form.cleaned_data["text"] for form in texts},
            tables={table.key: table.rows() for table in tables},
        )


class ReasonForm(forms.Form):
    """A word on a decision; where one is asked for, the action says so."""

    note = forms.CharField(
        label="Ý kiến", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


class RequestForm(forms.Form):
    """A report asked for outside any rhythm."""

    start = DayField(label="Báo cáo về kỳ từ ngày")
    end = DayField(label="đến hết ngày")
    due = DayField(label="Hạn nộp: hết ngày")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "start" in given and "end" in given and given["end"] < given["start"]:
            self.add_error("end", "Ngày cuối kỳ không được trước ngày đầu kỳ.")
        return given


class NumberForm(forms.Form):
    """What the clerk writes beside the number."""

    symbol = forms.CharField(label="Ký hiệu", max_length=60)
    issued_on = DayField(label="Ngày văn bản")


def return_items(posted: Mapping[str, str]) -> list[ReturnItem]:
    """The ticked lines of the return form, notes beside them: `chon-muc-<clause>`, `chon-so-<target>`,
    `chon-phan-<part of the form>`."""
    items = []
    for name in posted:
        kind, _, rest = name.removeprefix("chon-").partition("-")
        if not name.startswith("chon-") or kind not in {"muc", "so", "phan"}:
            continue
        note, number = posted.get(f"can-{kind}-{rest}", ""), whole_number(rest)
        if kind == "phan" and is_key(rest):
            items.append(ReturnItem(note, part=rest))
        elif number is not None and kind == "muc":
            items.append(ReturnItem(note, clause_id=number))
        elif number is not None and kind == "so":
            items.append(ReturnItem(note, target_id=number))
    return items
