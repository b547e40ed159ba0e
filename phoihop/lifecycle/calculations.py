"""Pure rules of acts that span apps: how long duties are laid out, how years move in a new text."""

import re
from datetime import date
from decimal import Decimal

from phoihop.core.periods import add_months
from phoihop.core.vietnamese import fold

_MONTHS_AFTER_THE_END = 12
_MONTHS_WITHOUT_AN_END = 24
_YEAR = r"(?:19|20)\d{2}"
_YEARS_IN_TEXT = re.compile(
    rf"(?<![\d/])(?P<from>{_YEAR})(?P<dash>\s*[-\u2013]\s*)(?P<to>{_YEAR})(?![\d/])"
    rf"|(?P<before>\b(?:năm|nhiệm kỳ|giai đoạn|từ|đến|đầu|cuối)\s+)(?P<year>{_YEAR})"
    rf"(?![\d/]|\s*[-\u2013]\s*{_YEAR})",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"(?:tháng\s+\d{1,2}|\d{1,2}/\d{1,2})\s+năm\s*$", re.IGNORECASE)


def duties_from(in_force_from: date, today: date) -> date:
    """Duties are laid out from the day the text runs, never for days before it was entered here.

    What fell due earlier was handed in on paper; it must not show as missing.
    """
    return max(in_force_from, today)


def duties_until(period_end: date | None, today: date) -> date:
    """A year past the printed end, for what is owed after it; with no end printed, the two coming years."""
    if period_end is None:
        return add_months(today, _MONTHS_WITHOUT_AN_END)
    return add_months(period_end, _MONTHS_AFTER_THE_END)


def proposed_symbol(party_symbols: list[str], *, prefix: str = "CTrPH") -> str:
    """ "CTrPH-UBND-MTTQ": the type, then the two first parties as their own symbols name them."""
    known = [symbol for symbol in party_symbols if symbol]
    return "-".join([prefix, *known[:2]])


def names_agree(full_name: str, certificate_name: str) -> bool:
    """Whether a certificate bears the person's name, whatever its case, marks and further words."""
    own = fold(full_name)
    return bool(own) and f" {own} " in f" {fold(certificate_name)} "


def shifted_day(day: date | None, years: int) -> date | None:
    """The same day `years` later; 29 February becomes 28; none stays none."""
    return add_months(day, 12 * years) if day else None


def shifted_years(text: str, *, first: int, last: int, years: int) -> str:
    """The text with the years of its old period (`first` … `last`) moved by `years`.

    Only years said as such move ("năm 2020", "đến 2019"), and spans wholly in the period ("2017 - 2020").
    Those of full dates, of numbers of documents and of other spans stay: they name something else.
    """

    def within(year: str) -> bool:
        return first <= int(year) <= last

    def moved(found: re.Match[str]) -> str:
        if found["from"]:
            is_ours = within(found["from"]) and within(found["to"])
            to = f"{int(found['from']) + years}{found['dash']}{int(found['to']) + years}"
            return to if is_ours else found[0]
        is_of_a_date = _FULL_DATE.search(text[: found.start("year")])
        is_ours = within(found["year"]) and not is_of_a_date
        return f"{found['before']}{int(found['year']) + years}" if is_ours else found[0]

    return _YEARS_IN_TEXT.sub(moved, text)


def moved_to(text: str, *, old: str, new: str) -> str:
    """The text with the place it names in full by its name of today, in small letters and in capitals."""
    for written in (str, str.upper, _begun):
        text = text.replace(written(old), written(new))
    return text


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def merged_shares(
    shares: list[tuple[int, int | None, Decimal | None, bool]],
) -> dict[tuple[int, int | None], tuple[Decimal | None, bool]]:
    """Shares (body, place, value, is lead) with those of one body and place added up."""
    merged: dict[tuple[int, int | None], tuple[Decimal | None, bool]] = {}
    for body_id, area_id, value, is_lead in shares:
        known, leads = merged.get((body_id, area_id), (None, False))
        total = value if known is None else known + (value or 0)
        merged[body_id, area_id] = (total, leads or is_lead)
    return merged
