"""The lists of a binary Word file: [MS-DOC] PlfLst, PlfLfo and the levels that follow them."""

import struct
from dataclasses import replace

from .doc_file import DocFile
from .doc_looks import Looks
from .lists import DEEPEST, Level, Lists

_DEFINITIONS, _LISTS = 73, 74
_DEFINITION, _LIST, _LEVEL = 28, 16, 28
FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_LEGAL, _NO_RESTART = 0x04, 0x08
_STARTS, _CHANGES_LOOK = 0x10, 0x20


def lists_of(file: DocFile, looks: Looks) -> Lists:
    """The lists by their number in paragraphs; none where the file has none."""
    lists = Lists()
    data = file.place(_DEFINITIONS)
    if len(data) < 2:
        return lists
    definitions = _definitions(data, file.after_place(_DEFINITIONS), looks)
    table = file.place(_LISTS)
    count = struct.unpack_from("<I", table, 0)[0] if len(table) >= 4 else 0
    at = 4 + _LIST * count
    for number in range(count):
        definition, overrides = struct.unpack_from("<i8xB", table, 4 + _LIST * number)
        name = str(number + 1)
        lists.definition_of[name] = str(definition)
        lists.levels[name] = dict(definitions.get(definition, {}))
        at += 4
        for _ in range(overrides):
            at = _override(lists, name, table, at, looks)
    return lists


def _definitions(data: bytes, levels: bytes, looks: Looks) -> dict[int, dict[int, Level]]:
    (count,) = struct.unpack_from("<H", data, 0)
    found: dict[int, dict[int, Level]] = {}
    at = 0
    for number in range(count):
        (name,) = struct.unpack_from("<i", data, 2 + _DEFINITION * number)
        is_simple = data[2 + _DEFINITION * number + 26] & 1
        found[name] = {}
        for depth in range(1 if is_simple else DEEPEST):
            found[name][depth], at = _level(levels, at, looks)
    return found


def _level(data: bytes, at: int, looks: Looks) -> tuple[Level, int]:
    start, form, flags = struct.unpack_from("<iBB", data, at)
    places = data[at + 6 : at + 15]
    character, paragraph, limit = data[at + 24 : at + 27]
    at += _LEVEL
    look = looks.character(data[at + paragraph : at + paragraph + character], style=-1)
    at += paragraph + character
    (length,) = struct.unpack_from("<H", data, at)
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "ignore")
    level = Level(
        start=max(0, min(start, 32767)),
        form=FORMS.get(form, "decimal"),
        text=_marked(text, places) if form != 23 else text,
        is_legal=bool(flags & _LEGAL),
        is_hidden=look.is_hidden,
        font=looks.font(look.font),
        restarts_after=limit if flags & _NO_RESTART else None,
    )
    return level, at + 2 + 2 * length


def _marked(text: str, places: bytes) -> str:
    """The label with "%1" where the format has the number of a level; `places` count characters from 1."""
    counts = {place - 1 for place in places if place}
    return "".join(
        f"%{ord(char) + 1}" if number in counts and ord(char) < DEEPEST else char
        for number, char in enumerate(text)
    )


def _override(lists: Lists, name: str, table: bytes, at: int, looks: Looks) -> int:
    """One level of a list that differs from its definition; returns where the next begins."""
    start, flags = struct.unpack_from("<iB", table, at)
    at += 8
    depth = flags & 0x0F
    if flags & _CHANGES_LOOK:
        lists.levels[name][depth], at = _level(table, at, looks)
    if flags & _STARTS and not flags & _CHANGES_LOOK and depth in lists.levels[name]:
        lists.levels[name][depth] = replace(lists.levels[name][depth], start=start)
    if flags & _STARTS and depth in lists.levels[name]:
        lists.overrides[name, depth] = lists.levels[name][depth].start
    return at
