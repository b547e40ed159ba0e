"""Annexes a document announces, and whether they stand in it."""

import re

from phoihop.reading.draft import Annex, Span
from phoihop.reading.language.source import Source, phrase

_THING = r"(?:phụ lục|biểu mẫu|biểu|mẫu|bảng|danh sách|danh mục|bản đăng ký|phiếu đăng ký)"
_NUMBER = r"(?:(?: số)? (?P<{0}>\d{{1,2}}[a-z]?|[ivx]{{1,4}})(?![\w%/.,]*\d))?"
_ANNOUNCED = phrase(
    rf"(?P<what>{_THING}){_NUMBER.format('a')}(?P<between>[^.;:\n()]{{0,60}}?)"
    r" (?:kèm theo|đính kèm|gửi kèm|ban hành kèm theo)(?! (?:quyết|nghị|công|thông|chương|kế|tờ|chỉ)\b)"
    rf"|(?:tại|theo|ở|có|xem|nêu trong"
    rf"|chi tiết tại) (?:các )?(?P<named>phụ lục){_NUMBER.format('b')}(?=[ ,.;:)]|$)"
    rf"|\((?:có |theo |kèm theo |đính kèm )?(?P<bracketed>{_THING}){_NUMBER.format('c')}"
    r"(?: kèm theo| đính kèm)?\)"
)
_HEAD = phrase(rf"(?P<what>{_THING}|kèm theo){_NUMBER.format('n')}")


def annexes_of(source: Source, *, spans: list[Span], annex: Span, is_tabled: bool) -> list[Annex]:
    """The annexes named in `spans` (preamble, body), each told present or missing by the words of `annex`.

    `is_tabled`: a table stands at the end, headed or not.
    """
    heads = _heads(source, annex) or ({""} if is_tabled else set())
    found: list[Annex] = []
    for start, end in spans:
        for match in _ANNOUNCED.finditer(source.folded, start, end):
            if annex[0] <= match.start() < annex[1]:
                continue
            number = match["a"] or match["b"] or match["c"]
            label = source.line(*_label(match))
            is_present = number.upper() in heads if number and heads != {""} else bool(heads)
            span = source.trimmed(_label(match)[0], match.end())
            found.append(Annex(span, source.text[slice(*span)], label, is_present or _below(match)))
    return found


def _label(match: re.Match[str]) -> Span:
    """ "Phụ lục I": its kind and number."""
    for kind, number in (("what", "a"), ("named", "b"), ("bracketed", "c")):
        if match[kind]:
            return (match.start(kind), match.end(number) if match[number] else match.end(kind))
    return match.span()


def _heads(source: Source, annex: Span) -> set[str]:
    """The numbers of the annexes that stand at the end; "" for one without a number."""
    numbers: set[str] = set()
    at = annex[0]
    while at < annex[1]:
        stop = source.plain.find("\n", at, annex[1])
        stop = stop if stop >= 0 else annex[1]
        left, right = source.trimmed(at, stop)
        head = _HEAD.match(source.folded, left, right)
        if head and (right - left < 80 or source.plain[left:right].isupper()):
            numbers.add((head["n"] or "").upper())
        at = stop + 1
    return numbers


def _below(match: re.Match[str]) -> bool:
    """ "bảng sau", "dưới đây": what follows at once is no annex."""
    return bool(phrase(r"\b(?:sau|dưới đây|trên)\b").search(match["between"] or ""))
