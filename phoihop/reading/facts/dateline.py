"""The line of place and day: "Sông Mây, ngày 05 tháng 3 năm 2022"."""

import re

from phoihop.reading.language.dates import iso
from phoihop.reading.language.source import Source

_PLACE_AND_DAY = re.compile(
    r"(?<![/\w-])(?P<place>[^\W\d_][\w'.]*(?:[^\S\n]*(?: |-|\n)[^\S\n]*[^\W\d_][\w'.]*){0,5})\s*,"
    r"\s*(?i:ngày)\s*"
    r"(?:(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})"
    r"|(?P<day>[\s._…]*\d{0,2})[\s._…]*(?i:tháng)(?P<month>[\s._…]*\d{0,2})[\s._…]*(?i:năm)\s*(?P<year>\d{4})?)"
)

_DAY_ALONE = re.compile(
    r"(?<![^\n])[ \t]*ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})[ \t]*(?=\n|$)"
)
_ARRIVED = re.compile(r"\bđến\s*(?:số|ngày|:|$)[^\n]*\s*$")


def place_and_day(source: Source, start: int, end: int) -> tuple[str | None, str | None] | None:
    """The first such line of a span; the day is None where a part of it is blank, the place where none is."""
    for match in _PLACE_AND_DAY.finditer(source.plain, start, end):
        place = _place(source, match.start("place"), match.end("place"))
        if place:
            return (place, _day(match))
    alone = _DAY_ALONE.search(source.folded, start, end)
    if alone and not _ARRIVED.search(source.folded, start, alone.start()):
        return (None, iso(alone["d"], alone["m"], alone["y"]))
    return None


def _day(match: re.Match[str]) -> str | None:
    if match["y"]:
        return iso(match["d"], match["m"], match["y"])
    parts = [re.sub(r"\D", "", match[key] or "") for key in ("day", "month", "year")]
    return iso(*parts) if all(parts) else None


def _place(source: Source, start: int, end: int) -> str:
    """Only the capitalised words that end before the comma, and nothing of the column to their left."""
    words = re.split(r"\t|\|| {2,}", source.text[start:end])[-1]
    kept: list[str] = []
    lines = words.split("\n")
    for index in range(len(lines) - 1, -1, -1):
        names = _names_at_end(lines[index])
        is_rest = index < len(lines) - 1
        if is_rest and (len(names) != len(lines[index].split()) or len(names) + len(kept) > 4):
            break
        kept = names + kept
        if len(names) < len(lines[index].split()):
            break
    return " ".join(kept)


def _names_at_end(line: str) -> list[str]:
    kept: list[str] = []
    for word in reversed(line.split()):
        is_name = word[0].isupper() and (len(word) == 1 or not word.isupper() or word.upper() == "TP.")
        is_name = is_name and bool(re.fullmatch(r"[^\W\d_']+(?:'[^\W\d_]+)?\.?", word))
        if not is_name and word != "-":
            break
        kept.insert(0, word)
    return kept
