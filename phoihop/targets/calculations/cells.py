"""What a cell of a grid or a workbook says: a number, 0, "KAD", "KSL: lý do", "ước 12"; a note after ":".

A blank cell says nothing at all, so it never takes a figure away. Words are read without their marks, as
people type them in a hurry.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from phoihop.core.numbers import decimal_words, read_decimal
from phoihop.core.vietnamese import fold
from phoihop.targets.calculations.checks import normalised
from phoihop.targets.calculations.comparison import LEVELS, is_yes_no, level_rank, takes_denominator
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import FigureState, TargetKind

type Typed = str | float | None
"""A cell as a browser or a workbook gives it."""

NOT_APPLICABLE, MISSING, ESTIMATED = "KAD", "KSL", "ước"
_NOT_APPLICABLE = {"kad", "khong ap dung", "k a d"}
_MISSING = {"ksl", "khong co so lieu", "khong so lieu", "k s l"}
_ESTIMATED = re.compile(r"(?:~|≈|ước(?:\s+tính)?|uoc(?:\s+tinh)?|khoảng)\s*(?=\d)", re.IGNORECASE)
_ESTIMATED_AFTER = re.compile(r"\s*\((?:ước|ước tính|uoc)\)$", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[0-9][0-9.,]*")
"""What most cells are: no word to look for."""
_YES = {"co", "dat", "roi", "xong", "da xong", "hoan thanh", "da hoan thanh", "x", "1"}
_NO = {"chua", "chua xong", "chua hoan thanh", "khong", "0"}
_DIGITS = 15
"""As many as Excel keeps: 0.1 + 0.2 comes back as 0.3."""


class Unreadable(Exception):
    """A cell that says nothing a figure can be; the text is a plain Vietnamese sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Read:
    """What a cell says: an amount, normalised, and the words after it."""

    amount: Amount
    note: str = ""


def read_cell(spec: TargetSpec, typed: Typed, whole: Typed = None) -> Read | None:
    """The figure in a cell (`whole`: its second box, the denominator); None where both are blank.

    Unreadable, in plain words, for text that is no figure. Whether the figure fits the target is asked after.
    """
    text, base = _text(typed), _text(whole)
    if not text and not base:
        return None
    value, _, note = (part.strip() for part in text.partition(":"))
    if _BARE_NUMBER.fullmatch(value):
        return Read(normalised(Amount(FigureState.REPORTED, *_numbers(spec, value, base))), note)
    state = _state_of(value)
    if state is not None:
        return Read(Amount(state, None, _number(base) if base else None), note)
    if not value:
        raise Unreadable("Thiếu số đạt được.")
    is_estimate = bool(_ESTIMATED.match(value) or _ESTIMATED_AFTER.search(value))
    plain = _ESTIMATED_AFTER.sub("", _ESTIMATED.sub("", value))
    number, denominator = _numbers(spec, plain, base)
    found = FigureState.ESTIMATED if is_estimate else FigureState.REPORTED
    return Read(normalised(Amount(found, number, denominator)), note)


def _text(typed: Typed) -> str:
    if typed is None:
        return ""
    return decimal_words(Decimal(f"{typed:.{_DIGITS}g}")) if isinstance(typed, float) else typed.strip()


def _state_of(value: str) -> FigureState | None:
    words = fold(value)
    if words in _NOT_APPLICABLE:
        return FigureState.NOT_APPLICABLE
    return FigureState.MISSING if words in _MISSING else None


def _numbers(spec: TargetSpec, value: str, base: str) -> tuple[Decimal, Decimal | None]:
    if is_yes_no(spec):
        return _yes_no(value), None
    if spec.kind == TargetKind.LEVEL:
        return _level(value), None
    if takes_denominator(spec) and not base and value.count("/") == 1:
        value, base = value.split("/")
    return _number(value), _number(base) if base else None


def _yes_no(value: str) -> Decimal:
    words = fold(value)
    if words not in _YES | _NO:
        raise Unreadable("Hãy ghi “có” hoặc “chưa”.")
    return Decimal(words in _YES)


def _level(value: str) -> Decimal:
    rank = int(value) if value in {"1", "2", "3", "4"} else level_rank(value)
    if rank is None:
        raise Unreadable(f"Hãy ghi một mức: {', '.join(LEVELS)}.")
    return Decimal(rank)


def _number(text: str) -> Decimal:
    try:
        return read_decimal(text)
    except ValueError as error:
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        raise Unreadable(
            f"Không hiểu “{shown}”: hãy ghi số (1.234,5), KAD nếu không áp dụng, hoặc KSL: lý do."
        ) from error


@dataclass(frozen=True)
class Cell:
    """A figure as its cell shows it: the boxes a person may type over."""

    value: str = ""
    whole: str = ""


def cell_of(spec: TargetSpec, amount: Amount | None, *, note: str = "") -> Cell:
    """The boxes for a figure already known, which `read_cell` reads back as the same figure."""
    if amount is None:
        return Cell()
    if amount.state == FigureState.MISSING:
        return Cell(f"{MISSING}: {note}")
    if amount.numerator is None:
        return Cell(NOT_APPLICABLE)
    words = _value_words(spec, amount.numerator)
    value = f"{ESTIMATED} {words}" if amount.state == FigureState.ESTIMATED else words
    return Cell(value, decimal_words(amount.denominator))


def _value_words(spec: TargetSpec, number: Decimal) -> str:
    if is_yes_no(spec):
        return "có" if number else "chưa"
    if spec.kind == TargetKind.LEVEL and number in {1, 2, 3, 4}:
        return LEVELS[int(number) - 1]
    return decimal_words(number)


def says_the_same(read: Read, amount: Amount | None, *, note: str) -> bool:
    """Whether a cell leaves the figure as it is: the same amount, and no other words after it."""
    return amount is not None and read.amount == amount and read.note in {"", note.strip()}
