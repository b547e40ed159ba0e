"""Numbers of clauses that repeat or skip, and references to clauses that are not there."""

import re
from collections import defaultdict
from collections.abc import Iterator

from phoihop.reading.draft import Clause
from phoihop.reading.language.source import phrase

from .context import Checked
from .finding import Finding

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_NAMED = re.compile(r"(?P<name>phần|chương|mục|điều) (?:thứ )?(?P<number>\w+)$", re.IGNORECASE)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_OUTER = re.compile(r"[IVXL]+$|(?:phần|chương|mục|điều)\b", re.IGNORECASE)

type Place = tuple[str, int]


def numbering(c: Checked) -> Iterator[Finding]:
    """One finding for each place where the count of its level breaks; then the count goes on as printed."""
    for siblings in _series(c).values():
        before: int | None = None
        for at, (clause, number) in enumerate(siblings):
            following = siblings[at + 1][1] if at + 1 < len(siblings) else None
            if before is None or _follows(clause, number, before) or _restarts(clause, number, before):
                before = number
                continue
            yield _broken(c, clause, number=number, before=before)
            before = before + 1 if following == before + 2 else number


def _series(c: Checked) -> dict[Place | str, list[tuple[Clause, int]]]:
    """The numbered clauses that count together: those of one parent and form; articles over the whole."""
    found: dict[Place | str, list[tuple[Clause, int]]] = defaultdict(list)
    for clause in c.draft.clauses:
        read = _number_of(clause.label)
        if read is None:
            continue
        form, number = read
        key: Place | str = "điều" if form == "điều" else (f"{clause.parent} {form}", clause.label.count("."))
        found[key].append((clause, number))
    return found


def _number_of(label: str) -> tuple[str, int] | None:
    """The form of a label and its place in the count: "II" is a Roman 2, "2.5" a 5, "đ" a letter 5."""
    named = _NAMED.match(label)
    if named:
        number = _plain_number(named["number"])
        return (named["name"].lower(), number) if number else None
    if re.fullmatch(r"[\d.]+", label):
        return (f"number {label.rpartition('.')[0]}", int(label.rpartition(".")[2] or 0))
    if re.fullmatch(r"[IVXL]+", label):
        return ("roman", _roman(label))
    if re.fullmatch(r"[A-HĐ]", label):
        return ("capital", "ABCDĐEGH".find(label) + 1 or 6)
    return ("letter", _LETTERS.find(label) + 1) if len(label) == 1 and label in _LETTERS else None


def _plain_number(words: str) -> int | None:
    if words.isdecimal():
        return int(words)
    if re.fullmatch(r"[IVXL]+", words):
        return _roman(words)
    return _ORDINALS.index(words.lower()) + 1 if words.lower() in _ORDINALS else None


def _roman(label: str) -> int:
    values = [_ROMAN[char] for char in label]
    return sum(-value if value < max(values[at:], default=0) else value for at, value in enumerate(values))


def _follows(clause: Clause, number: int, before: int) -> bool:
    """The next number; a list may leave out "đ" as a typewriter's alphabet does."""
    return number == before + 1 or (clause.label == "e" and before == _LETTERS.index("d") + 1)


def _restarts(clause: Clause, number: int, before: int) -> bool:
    """A list that begins again is another list, below a heading without a number; outer levels do not."""
    return number == 1 and before > 1 and not _OUTER.match(clause.label)


def _broken(c: Checked, clause: Clause, *, number: int, before: int) -> Finding:
    span = c.first_line(clause)
    wanted = _label_like(clause.label, before + 1)
    if number == before:
        text = f"Mục “{clause.label}” in hai lần: ngay trước đó đã có “{clause.label}”."
    elif number > before:
        text = f"Đánh số nhảy từ “{_label_like(clause.label, before)}” đến “{clause.label}”."
    else:
        text = f"Sau “{_label_like(clause.label, before)}” lại là “{clause.label}”."
    return c.note(
        "numbering",
        [span],
        text=text,
        suggestion=f"Đề nghị sửa thành “{wanted}”, hoặc xem có mục nào bị thiếu; nhớ sửa các mục sau.",
    )


def _label_like(label: str, number: int) -> str:
    """The label in the same form with another number."""
    named = _NAMED.match(label)
    if named:
        shown = _as_roman(number) if re.fullmatch(r"[IVXL]+", named["number"]) else str(number)
        return f"{label[: named.end('name')]} {shown}"
    if re.fullmatch(r"[\d.]+", label):
        return f"{label.rpartition('.')[0]}.{number}".lstrip(".")
    if re.fullmatch(r"[IVXL]+", label):
        return _as_roman(number)
    letters = "ABCDĐEGHIK" if label.isupper() else _LETTERS
    return letters[number - 1] if number <= len(letters) else label


def _as_roman(number: int) -> str:
    shown = ""
    for value, mark in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            shown, number = shown + mark, number - value
    return shown


_REFERENCE = phrase(
    r"(?:(?P<letter>điểm) (?P<a>[a-zđ]|\d+(?:\.\d+)*)(?:,| và)? ?)?(?:(?P<item>khoản) (?P<b>\d+)(?:,"
    r"| và)? ?)?"
    r"(?P<kind>điều|mục|phần) (?P<c>\d+(?:\.\d+)*|[ivxl]+(?:\.\d+)*)\b"
    r"(?! ?(?:,|và|đến|-) ?(?:điều|khoản|mục)? ?\d)"
)
_OTHERS = phrase(
    r"^[^.;:\n]{0,120}?\b(?:luật|bộ luật|nghị định|nghị quyết|thông tư|quyết định|chỉ thị|pháp lệnh|điều lệ"
    r"|hiến pháp|quy định số|hướng dẫn|kế hoạch số|kết luận|công văn|tiêu chí|đề án)\b"
)
_OWN = phrase(
    r"^ ?(?:của |tại |trong |ở )?(?:văn bản|chương trình(?: phối hợp| hành động)?|quy chế(?: phối hợp)?"
    r"|kế hoạch) này\b"
)
_BEFORE = phrase(
    r"(?:luật|nghị định|thông tư|nghị quyết|quyết định|điều lệ|hiến pháp|pháp lệnh)[^.;\n]{0,80}$"
)


def cross_references(c: Checked) -> Iterator[Finding]:
    """References to clauses of this document ("khoản 3 Điều 9 Quy chế này") that it does not have."""
    if not c.draft.clauses:
        return
    articles = any(clause.label.lower().startswith("điều") for clause in c.draft.clauses)
    starts = {clause.span[0] for clause in c.draft.clauses}
    missing = []
    for match in _REFERENCE.finditer(c.source.folded):
        if (
            match.start("kind") in starts
            or match.start() in starts
            or not _is_own(c, match, articles=articles)
        ):
            continue
        if not _exists(c, match):
            missing.append(c.source.trimmed(match.start(), match.end()))
    if missing:
        quoted = "; ".join(f"“{c.words(span)}”" for span in missing[:4])
        yield c.note(
            "cross_reference",
            missing,
            text=f"Văn bản dẫn tới {quoted} nhưng không có mục đó.",
            suggestion="Đề nghị kiểm tra lại số điều, khoản, mục được dẫn.",
        )


def _is_own(c: Checked, match: re.Match[str], *, articles: bool) -> bool:
    """Is another clause of this very document meant? Said so, or an article where articles are its form."""
    after = c.source.folded[match.end() : match.end() + 160]
    if _OWN.match(after):
        return True
    before = c.source.folded[max(0, match.start() - 120) : match.start()]
    if _OTHERS.match(after) or _BEFORE.search(before):
        return False
    return articles and match["kind"] == "điều"


def _exists(c: Checked, match: re.Match[str]) -> bool:
    """Is there a clause of that number, with the item and the letter asked for below it?"""
    wanted = match["c"]
    for clause in c.draft.clauses:
        if _same_label(clause, kind=match["kind"], wanted=wanted):
            asked_below = {match[letter] for letter in "ab" if match[letter]}
            if asked_below <= c.labels_below.get(clause.id, set()):
                return True
    return False


def _same_label(clause: Clause, *, kind: str, wanted: str) -> bool:
    label, path = clause.label.lower(), clause.path.lower()
    if kind == "điều":
        return label == f"điều {wanted}"
    return wanted in (label, path) or label == f"{kind} {wanted}" or path.endswith(f".{wanted}")
