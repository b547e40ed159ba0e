"""The shape of a clause's label, decided by its tokens and never by indentation or bold."""

import re
from dataclasses import dataclass
from enum import IntEnum

from .lines import Line


class Level(IntEnum):
    """Kinds of label, outermost first. "1.1" is a NUMBER one rank deeper than "1"."""

    PART = 1
    CHAPTER = 2
    SECTION = 3
    CAPITAL = 4
    ROMAN = 5
    ARTICLE = 7
    NUMBER = 8
    HALF_CLOSED = 14
    LETTER = 15
    ENCLOSED = 17
    SMALL_ROMAN = 18
    BULLET = 20


@dataclass(frozen=True)
class Label:
    """`text` as printed without its closing mark; `rank` orders nesting; `body` is where the words begin.

    `order` is its place in its own count (None for a bullet). `is_sure` is False where the shape alone
    does not tell ("Điều 5 Luật …", "V CÔNG TÁC"): such a label must follow the one before it.
    """

    level: Level
    text: str
    rank: int
    body: int
    order: int | None = None
    is_sure: bool = True


_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
#: A recogniser of print reads "II" as "Il" or "lI".
_MISREAD_ROMAN = r"(?=[Il]*l)[Il]{2,3}"
_ORDINALS = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
)  # fmt: skip
_NAMED = re.compile(
    rf"(?P<name>(?i:phần|chương|mục|điều)) +(?P<number>\d{{1,3}}[a-zđ]?|{_ROMAN}|[A-HĐ]"
    r"|(?i:thứ +[^\W\d]+))(?:(?P<closed> ?[.:)/](?!\d)| ?-(?= |$))|(?![\w,;]))"
)
_CITES = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Quy định|Quy chế|Điều lệ)"
    r" (?:[^.;:]{0,60} )?(?:số|này|của|ban hành)\b"
)
_NAMED_LEVELS = {
    "phần": Level.PART,
    "chương": Level.CHAPTER,
    "mục": Level.SECTION,
    "điều": Level.ARTICLE,
}
_ROMAN_LABEL = re.compile(rf"(?P<number>{_ROMAN}|{_MISREAD_ROMAN})(?P<closed> ?[.):/]| ?-)(?=\s|$|\w)")
_BARE_ROMAN = re.compile(rf"(?P<number>{_ROMAN})(?= [^\W\d_])")
_CAPITAL_LABEL = re.compile(r"(?P<number>[A-HĐ])(?: ?[.)/]| ?-)(?=\s|$|[^\W\d_]{2})")
_ROMAN_PATH = re.compile(
    rf"(?P<number>(?:{_ROMAN}|[A-HĐ])(?:\.\d{{1,2}}){{1,3}})(?P<closed>[.)/:])?(?=\s|\w)"
)
_NUMBER_LABEL = re.compile(
    r"(?P<number>(?:\d{1,2}|l(?=\.))(?:\.(?:\d{1,2}|l(?=\.))){0,4})"
    r"(?P<closed>\.-|[.):]|/(?=\s)| ?-(?= *[^\W\d_])| ?\.(?=\s)|)"
)
_LETTERED_LABEL = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*\.(?P<letter>[a-zđ]))[.)](?=\s)")
_ENCLOSED_LABEL = re.compile(r"\((?P<number>\d{1,2}|[ivx]{1,4}|[a-zđ])\)(?=\s|[^\W_])")
_SMALL_ROMAN_LABEL = re.compile(r"(?P<number>i{1,3}|iv|vi{0,3}|ix|x)\)(?=\s|[^\W\d_])")
_LETTER_LABEL = re.compile(r"(?P<number>(?P<letter>[a-zđ])(?P=letter)?)(?:\)|[.](?=\s|[A-ZĐÀ-Ỹ])|[/-](?= ))")
_BULLET_LABEL = re.compile(
    r"(?P<number>[-+*•▪●○◦‣·■□❖➢►✓√→\uf02d\uf0a7\uf0b7\uf0d8]|o(?=\t))(?=\s*[\w\"'(<]|$)"
)
_SYMBOL = re.compile(r"[A-ZĐ][\wĐ]*[/-][A-ZĐ]")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def label_of(line: Line) -> Label | None:
    """The label a line opens with, or None."""
    first = line.plain[:1]
    if not first or (first.isalpha() and not first.isascii() and first not in "Đđ"):
        return None
    if "\uff01" <= first < "\uff5f" or "\uff01" <= line.plain[1:2] < "\uff5f":
        line = Line(line.start, line.end, line.plain.translate(_WIDE))
    for read in _READERS.get(line.plain[0], _OTHERS):
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
    # "Điều 5 của Luật …", "Điều 4 Nghị định số …" are running text.
    if rest[:1].islower() or (not match["closed"] and _CITES.match(rest)):
        return None
    text = " ".join(f"{match['name']} {match['number']}".split())
    is_sure = bool(match["closed"]) or not rest or rest == rest.upper()
    return Label(level, text, int(level), line.start + match.end(), _order(match["number"]), is_sure)


def _roman(line: Line) -> Label | None:
    match = _ROMAN_LABEL.match(line.plain)
    if match and match["number"]:
        rest = line.plain[match.end() :]
        # "V.I. Lênin" is a name; "V/v" says what a letter is about.
        if re.match(r"\w\.|v\b", rest) or (match["closed"].strip() == "-" and not rest.strip()):
            return None
        return _label(line, match, Level.ROMAN, order=_roman_value(match["number"]))
    match = _BARE_ROMAN.match(line.plain)
    rest = line.plain[match.end() :].strip() if match else ""
    if match and match["number"] and rest == rest.upper() and len(rest.split()) > 1:
        return _label(line, match, Level.ROMAN, order=_roman_value(match["number"]), is_sure=False)
    return None


def _roman_path(line: Line) -> Label | None:
    """ "II.1.", "A.2": a path is a label as deep as its dots."""
    match = _ROMAN_PATH.match(line.plain)
    if not match:
        return None
    rest = line.plain[match.end() :].lstrip()
    if not rest or not (match["closed"] or rest[0].isupper()):
        return None
    dots = match["number"].count(".")
    order = int(match["number"].rsplit(".", 1)[1])
    return Label(Level.NUMBER, match["number"], Level.NUMBER + dots - 1, line.start + match.end(), order)


def _capital(line: Line) -> Label | None:
    match = _CAPITAL_LABEL.match(line.plain)
    if not match:
        return None
    rest = line.plain[match.end() :]
    # "C.Mác" is a name; "A.MỤC TIÊU" a heading that lost its space.
    if rest[:1].isalpha() and rest != rest.upper():
        return None
    return _label(line, match, Level.CAPITAL, order="ABCDĐEGH".find(match["number"]) + 1)


def _number(line: Line) -> Label | None:
    lettered = _LETTERED_LABEL.match(line.plain)
    if lettered:
        order = _LETTERS.find(lettered["letter"]) + 1
        return _label(line, lettered, Level.LETTER, order=order)
    match = _NUMBER_LABEL.match(line.plain)
    if not match:
        return None
    rest = line.plain[match.end() :]
    if not rest.strip() or not _opens_a_title(match, rest):
        return None
    parts = match["number"].split(".")
    order = 1 if parts[-1] == "l" else int(parts[-1])
    if match["closed"] == ")" and len(parts) == 1:
        return _label(line, match, Level.HALF_CLOSED, order=order)
    if "l" in parts and not rest.lstrip()[:1].isupper():
        return None
    is_sure = match["closed"].strip() != "-"
    rank = Level.NUMBER + len(parts) - 1
    return Label(Level.NUMBER, match["number"], rank, line.start + match.end(), order, is_sure)


def _opens_a_title(match: re.Match[str], rest: str) -> bool:
    """A bare number is a label only where its mark, or its own dots and a capital, say so."""
    if match["closed"]:
        # "… số" / "02-KL/TU": a number and its symbol, broken over two lines.
        if _SYMBOL.match(rest):
            return False
        # "1.234 hộ", "8/3": digits straight after the mark are one number; after a space they are the words.
        return not rest[:1].isdigit() and bool(rest[:1].isspace() or rest[0].isalpha() or rest[0] in "\"'(<")
    return "." in match["number"] and rest.lstrip()[:1].isupper() and not rest[0].isdigit()


def _enclosed(line: Line) -> Label | None:
    match = _ENCLOSED_LABEL.match(line.plain)
    if not match:
        return None
    number = match["number"]
    label = _label(line, match, Level.ENCLOSED, order=int(number) if number.isdigit() else None)
    return label if line.plain[match.end() :].strip() else None


def _letter(line: Line) -> Label | None:
    match = _LETTER_LABEL.match(line.plain)
    if not match or not line.plain[match.end() :].strip():
        return None
    return _label(line, match, Level.LETTER, order=_LETTERS.find(match["letter"]) + 1)


def _small_roman(line: Line) -> Label | None:
    match = _SMALL_ROMAN_LABEL.match(line.plain)
    if not match:
        return None
    return _label(line, match, Level.SMALL_ROMAN, order=_roman_value(match["number"].upper()))


def _bullet(line: Line) -> Label | None:
    match = _BULLET_LABEL.match(line.plain)
    if not match or (len(line.plain) > 1 and not re.search(r"\w", line.plain)):
        return None
    return _label(line, match, Level.BULLET)


def _label(
    line: Line, match: re.Match[str], level: Level, *, order: int | None = None, is_sure: bool = True
) -> Label:
    return Label(level, match["number"], int(level), line.start + match.end(), order, is_sure)


def _order(number: str) -> int | None:
    """The place of "2", "II", "B" or "thứ hai" in its count."""
    if number[0].isdigit():
        return int(re.sub(r"\D", "", number))
    word = number.lower().split()[-1]
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    if re.fullmatch(_ROMAN, number):
        return _roman_value(number)
    return "ABCDĐEGH".find(number) + 1 or None


def _roman_value(number: str) -> int:
    values = [{"I": 1, "l": 1, "V": 5, "X": 10}.get(char, 0) for char in number]
    return sum(
        -value if value < max(values[index:], default=0) else value for index, value in enumerate(values)
    )


_READERS = {
    **dict.fromkeys("PpCcMmĐđ", (_named, _capital, _letter)),
    **dict.fromkeys("IVX", (_roman_path, _roman)),
    **dict.fromkeys("ABDEGH", (_roman_path, _capital)),
    **dict.fromkeys("0123456789", (_number,)),
    "(": (_enclosed,),
    **dict.fromkeys("abdeghkmnopqrstuxy", (_letter,)),
    "l": (_roman, _number, _letter),
    **dict.fromkeys("iv", (_small_roman, _letter)),
    "x": (_small_roman, _letter),
    "o": (_bullet, _letter),
}
_READERS["C"] = (_named, _roman_path, _capital)
_OTHERS = (_bullet,)
