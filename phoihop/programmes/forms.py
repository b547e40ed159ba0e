"""What people type about a programme. Input only."""

from datetime import date
from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.organisations.models import Body
from phoihop.programmes.calculations import due_problem
from phoihop.programmes.content import DutySpec, HeaderContent
from phoihop.programmes.models.editions import AGREEMENTS
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, Frequency, Shift

MOST_PARTIES = 10
type Choices = list[tuple[int, str]]


class FilterForm(forms.Form):
    tim = forms.CharField(label="Tìm theo tên, số", required=False)
    trang_thai = forms.CharField(required=False)
    nam = forms.IntegerField(required=False, min_value=1990, max_value=2100)
    dia_ban = forms.IntegerField(required=False)


class HeaderForm(forms.Form):
    title = forms.CharField(label="Tên văn bản", widget=forms.Textarea(attrs={"rows": 3}))
    place = forms.CharField(label="Nơi ban hành", required=False, max_length=100)
    period_start = DayField(label="Thực hiện từ ngày", required=False)
    period_end = DayField(label="Đến hết ngày", required=False)
    opening = forms.CharField(
        label="Lời dẫn (trước mục I)", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def header(self) -> HeaderContent:
        """The cleaned input as content."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return HeaderContent(**given)


class BlankForm(forms.Form):
    kind = forms.ChoiceField(label="Loại", choices=AGREEMENTS)
    name = forms.CharField(
        label="Tên gọi tắt",
        max_length=200,
        help_text="Ngắn, để nhận ra trong danh sách. Ví dụ: Phối hợp năm 2026.",
    )
    title = forms.CharField(label="Tên văn bản", widget=forms.Textarea(attrs={"rows": 3}))
    lead = forms.TypedChoiceField(
        label="Cơ quan đầu mối", coerce=int, help_text="Nơi nhận báo cáo, trình ký và cấp số văn bản."
    )
    period_start = DayField(label="Thực hiện từ ngày")
    period_end = DayField(label="Đến hết ngày")

    def __init__(self, *args: Any, leads: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].choices = leads  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("period_start"), given.get("period_end")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            self.add_error("period_end", "Ngày cuối phải sau ngày đầu.")
        return given


class ClauseForm(forms.Form):
    text = forms.CharField(
        label="Nội dung",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Bắt đầu bằng số thứ tự, như khi in.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class NewClauseForm(ClauseForm):
    label = forms.CharField(label="Số thứ tự", max_length=30, help_text="Ví dụ: VI, 2, 2.1, a, -")
    parent = forms.TypedChoiceField(
        label="Thuộc mục",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="Để trống nếu là mục lớn mới.",
    )
    field_order = ("parent", "label", "text", "version")

    def __init__(self, *args: Any, parents: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", "Không thuộc mục nào"), *parents]  # type: ignore[attr-defined]


class PartiesForm(forms.Form):
    """One line a party, in the order of the signature grid; empty lines are left out."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place in range(1, MOST_PARTIES + 1):
            self.fields[f"party_{place}"] = forms.TypedChoiceField(
                label=f"Bên thứ {place}", coerce=int, required=False, empty_value=None,
                choices=[("", "Không có"), *bodies],
            )  # fmt: skip

    def chosen(self) -> list[int]:
        """The chosen bodies in order."""
        places = range(1, MOST_PARTIES + 1)
        return [body for place in places if (body := self.cleaned_data[f"party_{place}"]) is not None]


class ReasonForm(forms.Form):
    """The reason of a mending; not asked while the text is a draft."""

    reason = forms.CharField(label="Lý do sửa", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, is_draft: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_draft:
            del self.fields["reason"]

    @property
    def why(self) -> str:
        """The reason given, empty in a draft."""
        return str(self.cleaned_data.get("reason", ""))


class AssignmentForm(ReasonForm):
    body = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    role = forms.ChoiceField(label="Vai trò", choices=AssignmentRole)
    field_order = ("body", "role", "reason")

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]


class DutyForm(ReasonForm):
    kind = forms.ChoiceField(label="Việc", choices=DutyKind)
    name = forms.CharField(label="Tên gọi", max_length=200, help_text="Ví dụ: Báo cáo quý.")
    frequency = forms.ChoiceField(label="Định kỳ", choices=Frequency)
    anchor = forms.ChoiceField(label="Mốc tính hạn", choices=DueAnchor)
    due_day = forms.IntegerField(label="Ngày", required=False, min_value=1, max_value=31)
    due_month = forms.IntegerField(
        label="Tháng",
        required=False,
        min_value=1,
        max_value=12,
        help_text="Chỉ ghi khi hạn là ngày, tháng cố định.",
    )
    due_strict = forms.BooleanField(label="“Trước ngày”: không tính chính ngày đó", required=False)
    offset_days = forms.IntegerField(
        label="Số ngày",
        required=False,
        min_value=-366,
        max_value=366,
        help_text="Chỉ ghi khi hạn đếm từ hết kỳ hoặc từ một việc. Số âm là trước đó, ví dụ -15.",
    )
    offset_working = forms.BooleanField(label="Chỉ đếm ngày làm việc", required=False)
    event_name = forms.CharField(
        label="Việc làm mốc",
        required=False,
        max_length=120,
        help_text="Ví dụ: ngày khai mạc kỳ họp. Ngày của việc ghi khi yêu cầu báo cáo.",
    )
    shift = forms.ChoiceField(label="Khi gặp ngày nghỉ", choices=Shift)
    owes = forms.TypedMultipleChoiceField(
        label="Đơn vị thực hiện", coerce=int, widget=forms.CheckboxSelectMultiple
    )
    reviews = forms.TypedMultipleChoiceField(
        label="Nơi nhận và duyệt (được trả lại)",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    takes_note = forms.TypedMultipleChoiceField(
        label="Nơi nhận để biết", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    via_text = forms.CharField(label="Qua đầu mối", required=False, max_length=200)
    field_order = (
        "kind", "name", "frequency", "anchor", "due_day", "due_month", "due_strict", "offset_days",
        "offset_working", "event_name", "shift",
    )  # fmt: skip

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("owes", "reviews", "takes_note"):
            self.fields[name].choices = bodies  # type: ignore[attr-defined]
        self.order_fields([*self.field_order, "owes", "reviews", "takes_note", "via_text", "reason"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        problem = due_problem(
            given.get("anchor", ""), given.get("frequency", ""), due_day=given.get("due_day"),
            offset_days=given.get("offset_days"),
        )  # fmt: skip
        if problem and problem[0] not in self.errors:
            self.add_error(*problem)
        return given

    def sides(self) -> dict[str, list[Body]]:
        """The bodies chosen for each side."""
        given = {name: self.cleaned_data[name] for name in ("owes", "reviews", "takes_note")}
        bodies = Body.objects.in_bulk({body for chosen in given.values() for body in chosen})
        return {name: [bodies[body] for body in chosen] for name, chosen in given.items()}

    def spec(self) -> DutySpec:
        """The cleaned input as a rule; a day typed here counts as printed."""
        given = self.cleaned_data
        return DutySpec(
            kind=DutyKind(given["kind"]), frequency=Frequency(given["frequency"]), name=given["name"],
            anchor=DueAnchor(given["anchor"]), due_day=given["due_day"], due_month=given["due_month"],
            due_strict=given["due_strict"], shift=Shift(given["shift"]), via_text=given["via_text"],
            offset_days=given["offset_days"], offset_working=given["offset_working"],
            event_name=given["event_name"],
            is_due_printed=given["due_day"] is not None or given["offset_days"] is not None,
        )  # fmt: skip
