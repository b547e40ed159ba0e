"""Roles a label gives to bodies: "Đơn vị chủ trì: Sở Tư pháp", or "Cơ quan phối hợp" above their list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phoihop.reading.language.source import Source, phrase

from .clauses import Section

_NOUN = r"(?:(?:các )?(?:cơ quan|đơn vị|ngành|bộ phận|cấp|bên|lực lượng|tổ chức|cá nhân)[ ,]+(?:và )?)"
# "Tổ chức thực hiện", "Phân công thực hiện" head whole parts and name no role.
_BODY = r"(?:(?:các )?(?:cơ quan|đơn vị|ngành|bộ phận|lực lượng)[ ,]+(?:và )?)"
_LABEL = rf"(?:{_NOUN}*(?P<role>chủ trì|phối hợp)|{_BODY}+(?P<other>thực hiện|tham mưu|đầu mối|giám sát))"
_MORE = r"(?: (?:chính|chung|thực hiện|tham mưu|tổ chức|triển khai|chủ trì))*"
_BEFORE_COLON = phrase(rf"(?<!\w){_LABEL}{_MORE} ?:")
_TITLE = phrase(rf"\W*{_LABEL}{_MORE}\W*")
_OPENS = re.compile(r"(?:^|[.;:,(\n-])\s*$")
_ROLES = {
    "chủ trì": "lead",
    "phối hợp": "coordinate",
    "thực hiện": "implement",
    "tham mưu": "advise",
    "đầu mối": "focal",
    "giám sát": "supervise",
}


@dataclass(frozen=True)
class Labelled:
    """The words a label stands before: `start` is the label's, `body` where the bodies begin."""

    role: str
    start: int
    body: int
    end: int


def labelled_in(source: Source, *, start: int, end: int) -> Iterator[Labelled]:
    """The labels of a sentence that stand at its beginning or after a mark, each up to the next one."""
    found = [
        match
        for match in _BEFORE_COLON.finditer(source.folded, start, end)
        if _OPENS.search(source.folded[start : match.start()])
    ]
    stops = [*(match.start() for match in found[1:]), end]
    for match, stop in zip(found, stops, strict=False):
        yield Labelled(_role(match), match.start(), match.end(), stop)


def role_above(source: Source, section: Section) -> str | None:
    """The role of the nearest heading, where that heading is such a label: "b) Cơ quan phối hợp"."""
    for above in section.ancestors():
        if above.clause.heading:
            match = _TITLE.fullmatch(source.folded, *above.title)
            return _role(match) if match else None
    return None


def _role(match: re.Match[str]) -> str:
    return _ROLES[" ".join((match["role"] or match["other"]).split())]
