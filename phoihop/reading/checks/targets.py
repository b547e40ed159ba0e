"""Targets: the same one with two numbers, and those nobody answers for."""

import re
from collections import defaultdict
from collections.abc import Iterator

from phoihop.reading.draft import Clause, Target, number
from phoihop.reading.language.source import phrase

from .context import Checked, listed
from .finding import Finding

_SIGNS = {">=": "ít nhất ", ">": "trên ", "<=": "không quá ", "<": "dưới "}
_DOES_IT_ITSELF = phrase(
    r"^(?:mỗi|từng) (?:xã|phường|thị trấn|đặc khu|huyện|thôn|xóm|bản|làng|ấp|buôn|khu|khối|tổ"
    r"|địa phương|đơn vị|cơ quan"
    r"|tổ chức|đoàn thể|hội|chi|ban|công đoàn|trường|ủy ban|đoàn|cơ sở|liên đoàn|câu lạc bộ|ubmttq|mttq"
    r"|cấp|ngành|bên)\b"
)
_TERRITORIES = (phrase(r"\bnông thôn\b|\bxã\b"), phrase(r"\bđô thị\b|\bphường\b|\bthị trấn\b"))
_YEARS = re.compile(r"(?:19|20)\d\d")
_LEAST_WORDS = 3
_TABLED = re.compile(r"\t")


def contradictions(c: Checked) -> Iterator[Finding]:
    """The same measure, scope, parties and due day with different numbers."""
    groups: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    for target in c.draft.targets:
        words = _measure(target)
        if len(words.split()) >= _LEAST_WORDS and not _TABLED.search(target.text):
            groups[_sameness(c, target, words)].append(target)
    for rows in groups.values():
        for first, other in zip(rows, rows[1:], strict=False):
            if _value(first) != _value(other) and _same_ground(c, first, other):
                yield _contradiction(c, first, other)


def _measure(target: Target) -> str:
    words = re.sub(r"[^\w\s]", " ", target.measure.lower())
    return " ".join(words.split())


def _sameness(c: Checked, target: Target, words: str) -> tuple[object, ...]:
    return (
        words,
        target.unit.lower(),
        target.scope,
        frozenset(target.parties),
        target.due,
        target.recurrence,
        target.direction,
        frozenset(_YEARS.findall(target.text)),
    )


def _same_ground(c: Checked, first: Target, other: Target) -> bool:
    """In one heading, or far apart in the document; headings side by side speak of different grounds."""
    one, two = _heading(c, first), _heading(c, other)
    if one is None or two is None or one.id == two.id:
        return True
    if one.parent == two.parent and one.parent is not None:
        return False
    grounds = (_territories(c, one), _territories(c, two))
    return not all(grounds) or bool(grounds[0] & grounds[1])


def _territories(c: Checked, heading: Clause) -> frozenset[int]:
    """Of the country, of the town, of both or of neither, by the titles above."""
    titles = _titles(c, heading)
    return frozenset(at for at, pattern in enumerate(_TERRITORIES) if pattern.search(titles))


def _heading(c: Checked, target: Target) -> Clause | None:
    clause = c.clauses.get(target.clause_id or "")
    around = [clause, *c.above(clause)] if clause else []
    return next((found for found in around if found.heading), None)


def _titles(c: Checked, clause: Clause) -> str:
    return " ".join(c.title_of(found) for found in (clause, *c.above(clause)))


def _value(target: Target) -> tuple[object, ...]:
    return (target.comparator, target.value, target.value_max, target.of)


def _shown(target: Target) -> str:
    value = (
        f"{number(target.value)}/{number(target.of)}" if target.of is not None else str(number(target.value))
    )
    high = f" đến {number(target.value_max)}" if target.value_max is not None else ""
    unit = "%" if target.unit == "%" else f" {target.unit}"
    return f"{_SIGNS.get(target.comparator, '')}{value}{high}{unit}"


def _contradiction(c: Checked, first: Target, other: Target) -> Finding:
    return c.note(
        "target_contradiction",
        [first.span, other.span],
        text=f"“{c.words(first.span)}” ghi {_shown(first)}, chỗ khác của cùng chỉ tiêu ghi {_shown(other)}.",
        suggestion="Đề nghị chọn một con số, hoặc ghi rõ hai chỗ khác nhau ở phạm vi hay thời gian nào.",
    )


def without_owner(c: Checked) -> Iterator[Finding]:
    """Targets that no body answers for, one finding for each main part of the document."""
    if c.is_of_one_body:
        return
    parts: dict[str | None, list[Target]] = defaultdict(list)
    for target in c.draft.targets:
        if not target.parties and not _DOES_IT_ITSELF.match(_scope(target)) and not _answered(c, target):
            top = c.top(target.clause_id)
            parts[top.id if top else None].append(target)
    for rows in parts.values():
        where = listed([c.where(row.clause_id) for row in rows])
        yield c.note(
            "target_without_owner",
            [row.span for row in rows],
            text=f"{len(rows)} chỉ tiêu ở {where} không ghi bên nào chịu trách nhiệm."
            if len(rows) > 1
            else f"Chỉ tiêu “{c.words(rows[0].span)}” không ghi bên nào chịu trách nhiệm.",
            suggestion="Đề nghị ghi rõ bên chủ trì từng chỉ tiêu, hoặc một câu giao chung ở đầu mục.",
        )


def _scope(target: Target) -> str:
    return " ".join((target.scope or "").lower().split())


def _answered(c: Checked, target: Target) -> bool:
    """Is a body charged with the very clause of the target, or with one it hangs under?"""
    clause = c.clauses.get(target.clause_id or "")
    around = {found.id for found in (clause, *c.above(clause))} if clause else set()
    return any(
        row.clause_id in around and row.role in ("lead", "implement") and row.span[0] <= target.span[0]
        for row in c.draft.assignments
    )
