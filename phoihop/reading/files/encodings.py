"""Plain text in whatever encoding: known by whether its words are Vietnamese, line by line if need be."""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from phoihop.reading.paper import Note, Paper
from phoihop.reading.unreadable import UnreadableDocument

from .legacy import Script, unicode_of
from .spelling import is_flawless, is_well_spelled, score

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_UTF8 = "UTF-8"
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_LATIN_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_CONTROLS = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.001
# Beyond the letters and signs of a Vietnamese text: two bytes taken for one character land there.
_FAR = re.compile("[^\t-\u036f\u1e00-\u22ff\u2500-\u27bf\uf000-\uf0ff\ufeff]")
_MOST_FAR = 0.02
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_SAMPLED = 200_000
_CONVERTED = "Tệp chữ dùng bảng mã {names}; đã chuyển sang Unicode, xin đối chiếu với bản gốc."
_MIXED = "Tệp chữ lẫn nhiều bảng mã ({names}); đã chuyển từng dòng sang Unicode, xin đối chiếu với bản gốc."
_NOT_TEXT = "Tệp “{name}” không phải là văn bản (Word, OpenDocument, PDF, ảnh) hay tệp chữ."
_NOT_KNOWN = "Không nhận ra bảng mã của tệp chữ “{name}”; hãy lưu lại với mã UTF-8 rồi tải lên."


@dataclass(frozen=True)
class Decoded:
    """A text in NFC and the encodings its lines were found in."""

    text: str
    names: tuple[str, ...]


def text_paper(data: bytes, name: str) -> Paper:
    """The paper of a text file; a Note names every encoding that is not UTF-8.

    Raises UnreadableDocument for bytes that are no text, or whose encoding makes no Vietnamese words.
    """
    decoded = _marked(data) or _unmarked(data, name=name)
    text = unicodedata.normalize("NFC", decoded.text)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableDocument(_NOT_TEXT.format(name=name))
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadableDocument(f"Tệp “{name}” trống, không có chữ nào để đọc.")
    return Paper(text=text, notes=_notes(decoded.names))


def _marked(data: bytes) -> Decoded | None:
    """By the mark at its start, or by the zero bytes of UTF-16."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(codec, "strict" if name == _UTF8 else "replace"), (name,))
    if b"\x00" not in data:
        return None
    zeros = [data[side : side + _MOST_SAMPLED : 2].count(0) for side in (0, 1)]
    codec = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = data[: len(data) // 2 * 2].decode(codec, "replace")
    return Decoded(text, ("UTF-16",)) if len(_FAR.findall(text)) <= _MOST_FAR * len(text) else None


def _unmarked(data: bytes, *, name: str) -> Decoded:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_lines(data, name=name)
    return _respelled(text)


def _respelled(text: str) -> Decoded:
    """Text pasted from an old font and saved as UTF-8: its Latin letters are the old bytes."""
    lines = _LATIN_LINE.findall(text)
    marked = "".join(line for line in lines if not line.isascii())[:_MOST_SAMPLED]
    usual, is_old = _old_one(marked)
    found: Counter[str] = Counter()
    pieces: list[str] = []
    for line in lines:
        name, piece = (_UTF8, line) if line.isascii() else _line_respelled(line, usual, is_usual=is_old)
        pieces.append(piece)
        found[name] += not line.isascii()
    return Decoded("".join(pieces), tuple(key for key, _ in found.most_common() if found[key]))


def _old_one(marked: str) -> tuple[str, bool]:
    """The old encoding that makes most sense of a text, and whether it makes more than the text itself."""
    if is_well_spelled(marked):
        return next(iter(_OLD)), False
    usual = max(_OLD, key=lambda name: score(_OLD[name](marked)))
    return usual, score(_OLD[usual](marked)) > score(marked)


def _line_respelled(line: str, usual: str, *, is_usual: bool) -> tuple[str, str]:
    """A line as it is, or spelled anew: where only that makes it Vietnamese, or the file is old."""
    as_it_is = score(line)
    if not is_usual and as_it_is >= 0:
        return _UTF8, line
    best = max((usual, *_OLD), key=lambda name: score(_OLD[name](line)))
    spelled = _OLD[best](line)
    better = score(spelled) >= as_it_is if is_usual else score(spelled) > 0
    return (best, spelled) if better else (_UTF8, line)


def _by_lines(data: bytes, *, name: str) -> Decoded:
    """Each line in the encoding that makes it Vietnamese; in the file's own where two do as well."""
    lines = _LINE.findall(data)
    usual = _usual(data)
    found: Counter[str] = Counter()
    pieces: list[str] = []
    total = 0
    for line in lines:
        if line.isascii():
            pieces.append(line.decode("ascii"))
            continue
        encoding, piece, points = _best(line, usual)
        found[encoding] += 1
        pieces.append(piece)
        total += points
    if total <= 0:
        raise UnreadableDocument(_NOT_KNOWN.format(name=name))
    return Decoded("".join(pieces), tuple(key for key, _ in found.most_common()))


def _usual(data: bytes) -> str:
    """The encoding that makes most sense of the whole."""
    sample = b"\n".join(line for line in data[:_MOST_SAMPLED].splitlines() if not line.isascii())
    return max(_VIETNAMESE, key=lambda name: score(_DECODERS[name](sample) or "\ufffd" * 1000))


def _best(line: bytes, usual: str) -> tuple[str, str, int]:
    own = _DECODERS[usual](line)
    if own is not None and is_flawless(own):
        return usual, own, score(own)
    names = [_UTF8, usual, *(key for key in _DECODERS if key != usual)]
    tried = [(key, text, score(text)) for key in names if (text := _DECODERS[key](line)) is not None]
    return max(tried, key=lambda row: row[2])


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _cp1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def _cp1252(data: bytes) -> str:
    return "".join(_latin(byte) for byte in data)


def _latin(byte: int) -> str:
    """Code page 1252, with the five codes it leaves open as Latin-1 has them: no byte is lost."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def _tcvn3(text: str) -> str:
    """TCVN3 has no marked capitals outside its fonts of capitals: "VIệT" was printed "VIỆT"."""
    lines = (_WORD.sub(_capitalised, line) for line in _LATIN_LINE.findall(unicode_of(text, Script.TCVN3)))
    return "".join(line.upper() if _is_in_capitals(line) else line for line in lines)


def _capitalised(match: re.Match[str]) -> str:
    word = match.group()
    return word.upper() if _is_in_capitals(word) else word


def _is_in_capitals(words: str) -> bool:
    """Whether all letters that can be told apart are capitals, and not only the one a word begins with."""
    bare = [char for char in words if char.isascii() and char.isalpha()]
    first = words[:1].isascii() and len(words.split()) == 1
    return len(bare) > first and all(map(str.isupper, bare))


def _vni(text: str) -> str:
    return unicode_of(text, Script.VNI)


def _twice(text: str) -> str:
    """UTF-8 that was once taken for the Western code page: "á»§y" is "ủy"."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


_OLD: dict[str, Callable[[str], str]] = {"TCVN3 (ABC)": _tcvn3, "VNI": _vni, "UTF-8 chồng hai lần": _twice}
_DECODERS: dict[str, Callable[[bytes], str | None]] = {
    _UTF8: _utf8,
    "Windows-1258": _cp1258,
    "TCVN3 (ABC)": lambda data: _tcvn3(data.decode("latin-1")),
    "VNI": lambda data: _vni(_cp1252(data)),
    "Windows-1252": _cp1252,
}

_VIETNAMESE = [name for name in _DECODERS if name != "Windows-1252"]


def _notes(names: tuple[str, ...]) -> tuple[Note, ...]:
    if not set(names) - {_UTF8}:
        return ()
    sentence = _MIXED if len(names) > 1 else _CONVERTED
    return (Note("encoding", sentence.format(names=", ".join(names))),)
