"""The shape of a clause's label, decided by its tokens and never by indentation or bold."""

import re
from dataclasses import dataclass
from enum import IntEnum

from .lines import Line


class Level(IntEnum):
    """Kinds of label, outermost first."""

    PART = 1
    CHAPTER = 2
    SECTION = 3
    CAPITAL = 4
    ROMAN = 5
    ARTICLE = 6
    NUMBER = 7
    LETTER = 12
    BULLET = 13


@dataclass(frozen=True)
class Label:
    """`text` as printed without its closing mark; `rank` orders nesting; `body` is where the words begin."""

    level: Level
    text: str
    rank: int
    body: int


_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_NAMED = re.compile(
    rf"(?P<name>(?i:phần|chương|mục|điều)) +(?P<number>\d{{1,3}}|{_ROMAN}|(?i:thứ +\w+))\b[.:)]?(?= |$)"
)
_NAMED_LEVELS = {
    "phần": Level.PART,
    "chương": Level.CHAPTER,
    "mục": Level.SECTION,
    "điều": Level.ARTICLE,
}
_ROMAN_LABEL = re.compile(rf"(?P<number>{_ROMAN})(?:[.):/]|-| -)(?= |$|\w)")
_CAPITAL_LABEL = re.compile(r"(?P<number>[A-HĐ])[.)/](?= )")
_NUMBER_LABEL = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:(?P<closed>\.|\)|/|\.-|:)(?=[ \w\"'(]|$)|(?= ))"
)
_LETTER_LABEL = re.compile(r"(?P<number>[a-zđ]{1,2})(?:\)|\.(?= ))")
_BULLET_LABEL = re.compile(r"(?P<number>[-+*•▪●○◦‣·–])(?=[ \w\"'(]|$)")


def label_of(line: Line) -> Label | None:
    """The label a line opens with, or None."""
    for read in (_named, _roman, _capital, _number, _letter, _bullet):
        label = read(line)
        if label:
            return label
    return None


def _named(line: Line) -> Label | None:
    match = _NAMED.match(line.plain)
    if not match:
        return None
    level = _NAMED_LEVELS[match["name"].lower()]
    rest = line.plain[match.end() :].lstrip()
    # "Điều 5 của Luật …" in running text opens with a small letter.
    if rest[:1].islower():
        return None
    text = " ".join(match.group().rstrip(".:)").split())
    return Label(level, text, int(level), line.start + match.end())


def _roman(line: Line) -> Label | None:
    match = _ROMAN_LABEL.match(line.plain)
    return _label(line, match, Level.ROMAN) if match and match["number"] else None


def _capital(line: Line) -> Label | None:
    match = _CAPITAL_LABEL.match(line.plain)
    return _label(line, match, Level.CAPITAL) if match else None


def _number(line: Line) -> Label | None:
    match = _NUMBER_LABEL.match(line.plain)
    if not match:
        return None
    rest = line.plain[match.end() :]
    if not rest.strip() or not _opens_a_title(match, rest):
        return None
    label = _label(line, match, Level.NUMBER)
    return Label(label.level, label.text, label.rank + label.text.count("."), label.body)


def _opens_a_title(match: re.Match[str], rest: str) -> bool:
    """A bare number is a label only where its mark, or its own dots and a capital, say so."""
    if match["closed"]:
        # "1.234 hộ": digits straight after the mark are one number; after a space they are the words.
        return not rest[:1].isdigit()
    return "." in match["number"] and rest.lstrip()[:1].isupper()


def _letter(line: Line) -> Label | None:
    match = _LETTER_LABEL.match(line.plain)
    if not match or (len(match["number"]) > 1 and not re.match(r"(.)\1$", match["number"])):
        return None
    return _label(line, match, Level.LETTER)


def _bullet(line: Line) -> Label | None:
    match = _BULLET_LABEL.match(line.plain)
    return _label(line, match, Level.BULLET) if match else None


def _label(line: Line, match: re.Match[str], level: Level) -> Label:
    return Label(level, match["number"], int(level), line.start + match.end())
