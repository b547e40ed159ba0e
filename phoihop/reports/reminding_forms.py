"""What a lead types about reminders."""

from typing import Any

from django import forms

from phoihop.reports.calculations.reminding import MOST_DAYS, Rule, days_around, days_read

_WRONG = f"Hãy ghi các số ngày từ 1 đến {MOST_DAYS}, cách nhau bằng dấu phẩy, ví dụ: 7, 2."


class DaysField(forms.CharField):
    """Numbers of days: "7, 2"."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return days_read(text)
        except ValueError as wrong:
            raise forms.ValidationError(_WRONG) from wrong


class RuleForm(forms.Form):
    """When people are reminded of one kind of thing."""

    before = DaysField(
        label="Nhắc trước hạn mấy ngày",
        required=False,
        max_length=60,
        help_text="Ví dụ: 7, 2. Để trống: không nhắc trước.",
    )
    on_the_day = forms.BooleanField(label="Nhắc đúng ngày hạn", required=False)
    after = DaysField(
        label="Nhắc khi quá hạn mấy ngày", required=False, max_length=60, help_text="Ví dụ: 1, 5."
    )
    then_every = forms.IntegerField(
        label="Sau đó cứ mấy ngày nhắc một lần", min_value=0, max_value=60, help_text="Ghi 0 để thôi."
    )
    most = forms.IntegerField(label="Nhiều nhất bao nhiêu lần", min_value=1, max_value=50)
    leaders_from = forms.TypedChoiceField(
        label="Nhắc cả lãnh đạo",
        coerce=int,
        choices=[
            (-MOST_DAYS, "từ lần nhắc đầu"), (0, "từ ngày hạn"), (1, "khi đã quá hạn"),
            (5, "khi quá hạn 5 ngày"), (14, "khi quá hạn 14 ngày"),
        ],
    )  # fmt: skip
    is_muted = forms.BooleanField(label="Không tự nhắc loại việc này", required=False)

    @classmethod
    def of(cls, rule: Rule) -> "RuleForm":
        """The form as a rule stands."""
        days = {
            "before": ", ".join(str(-day) for day in rule.days if day < 0),
            "on_the_day": 0 in rule.days,
            "after": ", ".join(str(day) for day in rule.days if day > 0),
        }
        rest = {name: getattr(rule, name) for name in ("then_every", "most", "leaders_from", "is_muted")}
        return cls(initial=days | rest)

    def clean(self) -> dict[str, Any]:
        """At least one day."""
        data = super().clean() or self.cleaned_data
        days = days_around(
            data.get("before") or (), data.get("after") or (), on_the_day=bool(data.get("on_the_day"))
        )
        if not days and not self.errors:
            self.add_error("before", "Hãy ghi ít nhất một ngày nhắc, hoặc chọn không tự nhắc.")
        return data | {"days": days}

    def rule(self) -> Rule:
        """What was typed, of a valid form."""
        said = self.cleaned_data
        return Rule(said["days"], said["then_every"], said["most"], said["leaders_from"], said["is_muted"])
