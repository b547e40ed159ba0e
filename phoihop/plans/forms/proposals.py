"""What is typed about proposals for the joint plan."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from phoihop.core.fields import DayField, NumberField
from phoihop.core.periods import Period, calendar_period
from phoihop.plans.content import ProposalContent
from phoihop.plans.models import Proposal
from phoihop.plans.queries.proposals import Choices, ProposalChoices
from phoihop.plans.statuses import CostSource, TaskKind
from phoihop.programmes.models import Clause

_DAYS = "ngay"


def _times(year: int) -> list[tuple[str, Period]]:
    """The whole year, its halves, quarters and months by the value their option has."""
    found = [("nam", calendar_period(date(year, 1, 1), 12))]
    found += [(f"nua-{n}", calendar_period(date(year, 6 * n, 1), 6)) for n in (1, 2)]
    found += [(f"quy-{n}", calendar_period(date(year, 3 * n, 1), 3)) for n in (1, 2, 3, 4)]
    return found + [(f"thang-{n}", calendar_period(date(year, n, 1), 1)) for n in range(1, 13)]


def time_choices(year: int) -> list[tuple[str, str]]:
    """Days of one's own, or a usual part of the year."""
    return [(_DAYS, "Từ ngày … đến ngày …"), *((value, span.label) for value, span in _times(year))]


class RoundForm(forms.Form):
    """The call for proposals: until when, with which words."""

    due_on = DayField(label="Gửi đề xuất trước khi hết ngày")
    note = forms.CharField(label="Lời mời", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class ChangeRoundForm(RoundForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class ProposalForm(forms.Form):
    """A content a party would lead."""

    body = forms.TypedChoiceField(label="Đơn vị chủ trì", coerce=int)
    clause = forms.TypedChoiceField(label="Thực hiện mục nào của chương trình", coerce=int)
    content = forms.CharField(
        label="Nội dung", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Làm việc gì, cho ai. Ví dụ: Tuyên truyền Luật Đất đai cho hội viên các chi hội.",
    )  # fmt: skip
    kind = forms.ChoiceField(label="Loại việc", choices=TaskKind)
    coordinators = forms.TypedMultipleChoiceField(
        label="Đơn vị phối hợp", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    when = forms.ChoiceField(label="Thời gian")
    starts_on = DayField(label="Từ ngày", required=False, help_text="Chỉ ghi khi chọn từ ngày đến ngày.")
    ends_on = DayField(label="Đến ngày", required=False)
    place = forms.CharField(label="Địa điểm", max_length=200, required=False)
    target_value = NumberField(label="Chỉ tiêu (số)", help_text="Ví dụ 4. Để trống nếu chỉ ghi bằng lời.")
    target_unit = forms.CharField(
        label="Đơn vị tính", max_length=60, required=False, help_text="Ví dụ: buổi, hộ, km."
    )
    target_words = forms.CharField(label="Chỉ tiêu bằng lời", max_length=300, required=False)
    expected_result = forms.CharField(label="Kết quả dự kiến", max_length=500, required=False)
    cost = forms.IntegerField(
        label="Kinh phí dự kiến (đồng)", required=False, min_value=0, max_value=10**15,
        help_text="Chỉ ghi số, không ghi dấu chấm.",
    )  # fmt: skip
    cost_source = forms.ChoiceField(
        label="Nguồn kinh phí", required=False, choices=[("", "không ghi"), *CostSource.choices]
    )
    cost_source_name = forms.CharField(label="Tên nguồn, tên quỹ", max_length=200, required=False)
    person = forms.TypedChoiceField(label="Người phụ trách", coerce=int, required=False, empty_value=None)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, choices: ProposalChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._times = dict(_times(choices.year))
        offered: dict[str, Sequence[Any]] = {
            "body": choices.bodies,
            "clause": [("", "chọn mục"), *choices.clauses],
            "coordinators": choices.parties,
            "when": time_choices(choices.year),
            "person": [("", "chưa giao cho ai"), *choices.people],
        }
        for name, options in offered.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, row: Proposal, *, choices: ProposalChoices, clause_id: int) -> "ProposalForm":
        """The form with what the proposal says; its body does not change."""
        times = {span: value for value, span in _times(choices.year)}
        when = times.get(Period(row.starts_on, row.ends_on), _DAYS)
        names = (
            "content", "kind", "place", "target_value", "target_unit", "target_words", "expected_result",
            "cost", "cost_source", "cost_source_name", "starts_on", "ends_on", "version",
        )  # fmt: skip
        initial = {name: getattr(row, name) for name in names} | {
            "body": row.body_id,
            "clause": clause_id,
            "coordinators": [body.pk for body in row.coordinators.all()],
            "person": row.person_id,
            "when": when,
        }
        return cls(initial=initial, choices=choices)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        span = self._times.get(str(given.get("when")))
        if span is not None:
            given["starts_on"], given["ends_on"] = span.start, span.end
        elif not (given.get("starts_on") and given.get("ends_on")):
            self.add_error("starts_on", "Hãy ghi cả ngày bắt đầu và ngày kết thúc, hoặc chọn tháng, quý.")
        return given

    def proposal(self) -> ProposalContent:
        """The cleaned input as content."""
        data = self.cleaned_data
        names = (
            "content", "starts_on", "ends_on", "place", "target_value", "target_unit", "target_words",
            "expected_result", "cost", "cost_source", "cost_source_name",
        )  # fmt: skip
        return ProposalContent(
            clause=Clause.objects.select_related("edition").get(pk=data["clause"]),
            kind=TaskKind(data["kind"]),
            coordinator_ids=data["coordinators"],
            person_id=data["person"],
            **{name: data[name] for name in names},
        )


class JudgeForm(forms.Form):
    """The lead's word on a proposal."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(label="Cần sửa điều gì", required=False, max_length=1000)
    into = forms.IntegerField(required=False)


class CarryForm(forms.Form):
    """Which contents of earlier years are proposed again."""

    items = forms.TypedMultipleChoiceField(coerce=int, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, items: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = items  # type: ignore[attr-defined]
