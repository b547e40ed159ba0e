"""Fields of facts: numbers kept as text, a year or a day, words for parties to tick."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from phoihop.core.fields import DayField, NumberField

LONGEST_PARTY = 120
FIRST_YEAR, LAST_YEAR = 1945, 2100


class PlainNumberField(NumberField):
    """A number kept in a fact's values: as text with a decimal point."""

    def prepare_value(self, value: Any) -> Any:
        try:
            return super().prepare_value(Decimal(value))
        except (ArithmeticError, TypeError, ValueError):
            return value

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        return None if number is None else str(number)


class YearOrDay(forms.MultiWidget):
    """A year in a box of four digits, or a day in the browser's calendar."""

    template_name = "drafting/year_or_day.html"

    def __init__(self) -> None:
        year = forms.NumberInput(
            attrs={"min": FIRST_YEAR, "max": LAST_YEAR, "class": "form-control", "aria-label": "Năm"}
        )
        day = forms.DateInput(
            attrs={"type": "date", "class": "form-control", "aria-label": "hoặc ngày"}, format="%Y-%m-%d"
        )
        super().__init__({"nam": year, "ngay": day})

    def decompress(self, value: Any) -> list[Any]:
        text = str(value or "")
        return [text, None] if len(text) == 4 else [None, text or None]


class YearOrDayField(forms.MultiValueField):
    """ "2026" or "2026-03-19", as a fact keeps a due; None when both are blank, the day where both stand."""

    def __init__(self, **kwargs: Any) -> None:
        parts = (
            forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False),
            DayField(required=False),
        )
        super().__init__(parts, require_all_fields=False, required=False, widget=YearOrDay(), **kwargs)

    def compress(self, data_list: Any) -> str | None:
        year, day = data_list or (None, None)
        if isinstance(day, date):
            return day.isoformat()
        return str(year) if year else None


class PartyPicker(forms.Widget):
    """The words for parties of this paper as boxes to tick, and a box for words that are not among them."""

    template_name = "drafting/party_picker.html"
    use_fieldset = True
    choices: Sequence[tuple[str, str]] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        chosen = list(value or [])
        known = dict(self.choices)
        context["widget"] |= {
            "options": [(code, words, code in chosen) for code, words in known.items()],
            "others": ", ".join(code for code in chosen if code not in known),
        }
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        ticked = data.getlist(name) if hasattr(data, "getlist") else list(data.get(name) or [])
        written = str(data.get(f"{name}-khac") or "").split(",")
        return list(dict.fromkeys(word.strip() for word in [*ticked, *written] if word.strip()))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


class PartiesField(forms.Field):
    """Words for parties as the text has them."""

    widget = PartyPicker

    def clean(self, value: Any) -> list[str]:
        words = list(value or [])
        if any(len(word) > LONGEST_PARTY for word in words):
            raise forms.ValidationError(f"Mỗi bên ghi dài nhất {LONGEST_PARTY} chữ, cách nhau bằng dấu phẩy.")
        return words
