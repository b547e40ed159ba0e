"""What is typed when more time is asked for or given, a report let off, or a special one asked for."""

from datetime import date
from typing import Any

from django import forms

from phoihop.core.fields import DayField
from phoihop.core.periods import Period
from phoihop.reports.actions.requests import Asked
from phoihop.reports.calculations.calendar_lines import HOLIDAY, WORKING, DayLine, lines_of

type Choices = list[tuple[int, str]]


class ExtensionForm(forms.Form):
    """A later day, and why."""

    until = DayField(label="Nộp đến hết ngày")
    reason = forms.CharField(label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class GrantForm(forms.Form):
    """The day granted; blank takes the day asked for."""

    until = DayField(label="Cho nộp đến hết ngày", required=False)
    note = forms.CharField(label="Ghi chú", required=False, max_length=1000)


class WhyForm(forms.Form):
    """Why."""

    reason = forms.CharField(label="Lý do", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class RequestForm(forms.Form):
    """A report asked for outside any rhythm; the due day may be counted from an event."""

    start = DayField(label="Báo cáo về kỳ từ ngày")
    end = DayField(label="đến hết ngày")
    due = DayField(label="Hạn nộp: hết ngày", required=False)
    event_on = DayField(label="Ngày của việc làm mốc", required=False)
    content = forms.CharField(
        label="Nội dung yêu cầu báo cáo", required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    outline = forms.CharField(
        label="Đề cương, biểu mẫu",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một mục. Mẫu có bảng, số liệu thì đặt ở “Mẫu báo cáo” sau khi gửi yêu cầu.",
    )

    def __init__(
        self, *args: Any, event_name: str = "", counts_from_event: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if counts_from_event:
            self.fields["event_on"].label = (
                f"Ngày của việc làm mốc ({event_name})" if event_name else "Ngày mốc"
            )
            self.fields["due"].help_text = "Để trống thì hạn được đếm từ việc làm mốc theo chế độ báo cáo."
        else:
            del self.fields["event_on"]
            self.fields["due"].required = True

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "start" in given and "end" in given and given["end"] < given["start"]:
            self.add_error("end", "Ngày cuối kỳ không được trước ngày đầu kỳ.")
        if "event_on" in self.fields and not given.get("due") and not given.get("event_on"):
            self.add_error("event_on", "Hãy ghi ngày của việc làm mốc, hoặc ghi hạn nộp.")
        return given

    def asked(self) -> Asked:
        """The cleaned input as what is asked for."""
        given = self.cleaned_data
        return Asked(
            period=Period(given["start"], given["end"]),
            due=given["due"],
            content=given["content"],
            outline=given["outline"],
            event_on=given.get("event_on"),
        )


class SpecialForm(RequestForm):
    """A report the text does not know: its name, under which clause, of whom."""

    title = forms.CharField(
        label="Tên báo cáo", max_length=200, help_text="Ví dụ: Báo cáo chuyên đề phòng chống bão lũ."
    )
    clause = forms.TypedChoiceField(label="Thuộc nội dung nào của chương trình", coerce=int)
    bodies = forms.TypedMultipleChoiceField(
        label="Đơn vị báo cáo", coerce=int, widget=forms.CheckboxSelectMultiple
    )
    reviews = forms.ChoiceField(
        label="Khi nhận báo cáo",
        choices=[("1", "xem xét: duyệt hoặc trả lại"), ("", "chỉ tiếp nhận")],
        required=False,
        widget=forms.RadioSelect,
        initial="1",
    )
    field_order = ("title", "clause", "bodies", "start", "end", "due", "content", "outline", "reviews")

    def __init__(self, *args: Any, clauses: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].choices = clauses  # type: ignore[attr-defined]
        self.fields["bodies"].choices = bodies  # type: ignore[attr-defined]

    @classmethod
    def starting(cls, today: date, *, clauses: Choices, bodies: Choices) -> "SpecialForm":
        initial = {"start": today.replace(day=1), "end": today, "reviews": "1"}
        return cls(initial=initial, clauses=clauses, bodies=bodies)


class CalendarForm(forms.Form):
    """Days off and worked: many pasted, one a line, or (`single`) one typed."""

    text = forms.CharField(
        label="Danh sách ngày",
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Mỗi dòng: ngày; loại (nghỉ hoặc làm bù); tên; nguồn. Ví dụ: "
        "30/04/2028; nghỉ; Ngày Chiến thắng; Bộ luật Lao động 2019, Điều 112.",
    )
    day = DayField(label="Ngày")
    kind = forms.ChoiceField(label="Loại", choices=[(HOLIDAY, "nghỉ lễ"), (WORKING, "làm bù")])
    name = forms.CharField(label="Tên", max_length=120)
    source = forms.CharField(label="Nguồn (văn bản)", max_length=1000)

    def __init__(self, data: Any = None, *, single: bool = False) -> None:
        super().__init__(data, auto_id="mot-%s" if single else "nhieu-%s")
        for name in ("text",) if single else ("day", "kind", "name", "source"):
            del self.fields[name]

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        lines, problems = lines_of(text)
        if problems:
            raise forms.ValidationError(problems[:10])
        if not lines:
            raise forms.ValidationError("Chưa có ngày nào.")
        return text

    def lines(self) -> list[DayLine]:
        """The days given."""
        given = self.cleaned_data
        if "text" in given:
            return lines_of(given["text"])[0]
        return [DayLine(given["day"], given["kind"], given["name"].strip(), given["source"].strip())]
