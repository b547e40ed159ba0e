"""A proposal's time, target and cost in words. Pure."""

from datetime import date
from decimal import Decimal

from phoihop.core.numbers import decimal_words
from phoihop.core.periods import Period


def when_words(starts_on: date, ends_on: date) -> str:
    """ "quý II/2027", "tháng 05/2027", "ngày 10/05/2027", else from and to."""
    return f"ngày {starts_on:%d/%m/%Y}" if starts_on == ends_on else Period(starts_on, ends_on).label


def target_in_words(value: Decimal | None, unit: str, words: str) -> str:
    """ "4 buổi", or the words where no number is given."""
    return f"{decimal_words(value)} {unit}" if value is not None else words


def cost_in_words(cost: int | None, source: str, name: str) -> str:
    """ "12.000.000 đồng, quỹ (Quỹ Vì người nghèo)"; empty without a cost. `cost` is in đồng."""
    if cost is None:
        return ""
    return f"{decimal_words(cost)} đồng, {source}{f' ({name})' if name else ''}"
