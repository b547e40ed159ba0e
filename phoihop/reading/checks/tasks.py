"""Tasks: those nobody is named for, those two lead, those said twice."""

import re
from collections import defaultdict
from collections.abc import Iterator

from phoihop.reading.draft import Assignment, Clause, Span
from phoihop.reading.language.lines import sentences
from phoihop.reading.language.source import phrase

from .context import Checked
from .finding import Finding

_TOGETHER = phrase(r"(?:[-+*•] ?)?phối hợp (?!với|cùng|giữa)")
_TOGETHER_ANYWHERE = phrase(r"\bphối hợp (?!với|cùng|giữa)")
_NAMES_SOMEBODY = phrase(
    r"\b(?:các bên|các đơn vị|các cơ quan|các ngành|hai bên|lực lượng|công an|trường|nhà trường"
    r"|các tổ chức|các hội|các cấp"
    r"|chính quyền|ban ngành|phòng|sở|chi hội|chi đoàn)\b"
)
_LEADS = phrase(r"\bchủ trì\b")
_EITHER = phrase(r"\b(?:cùng|đồng) chủ trì\b")
_LABELLED = re.compile(r"^[^.;:]{3,60}:\s+")
_LEAST_WORDS = 14


def without_owner(c: Checked) -> Iterator[Finding]:
    """ "Phối hợp tuyên truyền …" where neither the words nor anything above says who with whom."""
    if c.is_of_one_body or c.is_of_two_bodies or not c.draft.clauses:
        return
    led = {row.clause_id for row in c.draft.assignments}
    spans = [
        span
        for clause in c.draft.clauses
        if not led & {clause.id, *(above.id for above in c.above(clause))}
        for span in _nobodys(c, clause)
    ]
    if spans:
        yield c.note(
            "task_without_owner",
            spans,
            text=f"{len(spans)} việc ghi “phối hợp” mà không rõ bên nào làm với bên nào."
            if len(spans) > 1
            else "Ghi “phối hợp” mà không rõ bên nào làm với bên nào.",
            suggestion="Đề nghị ghi rõ bên chủ trì và bên phối hợp.",
        )


def _nobodys(c: Checked, clause: Clause) -> Iterator[Span]:
    start, end = clause.span[0] + len(clause.label), c.own_end(clause)
    if not _TOGETHER_ANYWHERE.search(c.source.folded, start, end):
        return
    for left, right in sentences(c.source, start=start, end=end):
        left = _words_start(c, left, right)
        is_lead_in = c.source.plain[left:right].endswith(":") or (clause.heading and left <= start + 4)
        if is_lead_in or not _TOGETHER.match(c.source.folded, left, right):
            continue
        if _NAMES_SOMEBODY.search(c.source.folded, left, right) or c.names_body(start, right):
            continue
        if not any(c.names_somebody(above) for above in (clause, *c.above(clause)) if above.heading):
            yield (left, right)


def _words_start(c: Checked, left: int, right: int) -> int:
    mark = re.compile(r"[\s.)/:;-]*").match(c.source.plain, left, right)
    return mark.end() if mark else left


def two_leads(c: Checked) -> Iterator[Finding]:
    """Two bodies lead one task, in one sentence."""
    by_place: dict[tuple[str | None, Span], list[Assignment]] = defaultdict(list)
    for row in c.draft.assignments:
        if row.role == "lead" and _LEADS.search(c.source.folded, *row.span):
            by_place[row.clause_id, _sentence(c, row.span)].append(row)
    for (_, span), rows in by_place.items():
        parties = list(dict.fromkeys(row.party for row in rows))
        leads = len(_LEADS.findall(c.source.folded, *span))
        if len(parties) > 1 and leads == 1 and not _EITHER.search(c.source.folded, *span):
            yield c.note(
                "two_leads",
                [span],
                text=f"Cùng một việc có {len(parties)} bên chủ trì.",
                suggestion="Đề nghị ghi một bên chủ trì, các bên khác phối hợp.",
            )


def _sentence(c: Checked, span: Span) -> Span:
    left = max(c.source.plain.rfind(mark, 0, span[0]) for mark in (";", ". ", "\n")) + 1
    stops = [c.source.plain.find(mark, span[0]) for mark in (";", ". ", "\n")]
    right = min([stop for stop in stops if stop >= 0], default=len(c.source.text))
    return c.source.trimmed(left, max(right, span[1]))


def repeated(c: Checked) -> Iterator[Finding]:
    """A whole paragraph printed twice, apart from the name in front of it."""
    seen: dict[str, Span] = {}
    for clause in c.draft.clauses:
        for span in _paragraphs(c, clause):
            words = " ".join(c.source.folded[slice(*span)].split())
            words = _LABELLED.sub("", words).strip(" -.;:")
            if len(words.split()) < _LEAST_WORDS:
                continue
            if words in seen:
                yield c.note(
                    "repeated_clause",
                    [seen[words], span],
                    text=f"Việc “{c.words(span)}” ghi hai lần, ở hai mục.",
                    suggestion="Đề nghị giữ ở một mục, mục kia dẫn lại.",
                )
            seen.setdefault(words, span)


def _paragraphs(c: Checked, clause: Clause) -> Iterator[Span]:
    at, end = clause.span[0] + len(clause.label), c.own_end(clause)
    while at < end:
        stop = c.source.plain.find("\n", at, end)
        stop = end if stop < 0 else stop
        left, right = c.source.trimmed(at, stop)
        if left < right:
            yield (left, right)
        at = stop + 1
