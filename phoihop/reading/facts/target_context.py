"""What a target takes from the words around it: time, scope, direction, and what it inherits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phoihop.reading.language.dates import Due, due_in, due_year
from phoihop.reading.language.labels import Level
from phoihop.reading.language.lines import LONGEST_SENTENCE, sentences
from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase

from .clauses import Section
from .doers import heading_parties

_SOFT = phrase(
    r"\bph[aáàâấầẩẫậ]n đ[aáàâấầẩẫậ]u\b|\bnỗ lực\b|\bcố gắng\b|\bgóp phần đạt\b|\bhướng tới\b|\bmong muốn\b"
)
_DECREASE = phrase(r"\b(?:giảm|hạ|kéo giảm|giảm thiểu|hạn chế)\b(?! nghèo)")
_INCREASE = phrase(
    r"\b(?:tăng(?: thêm)?|mở rộng|thành lập mới|nâng(?! cao chất lượng)|phát triển (?:mới|thêm|được)"
    r"|kết nạp(?: mới)?"
    r"|thêm|phát triển(?= \d))\b"
)
_REACHED_ANYWAY = phrase(r"\bhiến đất\b|\bgiải phóng\b")
_RECURRENCES: tuple[tuple[str, str], ...] = (
    (r"\b(?:hàng|hằng|mỗi) tháng\b|/ ?tháng\b", "monthly"),
    (r"\b(?:hàng|hằng|mỗi) quý\b|/ ?quý\b", "quarterly"),
    (r"\b(?:6|sáu) tháng(?: một lần| đầu năm)?\b", "half_yearly"),
    (
        r"\b(?:hàng|hằng|mỗi|từng) năm\b|\bthường niên\b|/ ?(?:1 )?năm\b|\bmột năm\b(?= (?:tổ chức|có))",
        "yearly",
    ),
    (r"\b(?:trong|mỗi|cả|toàn|suốt) nhiệm kỳ\b|/ ?nhiệm kỳ\b", "per_term"),
)
_RECURRENCE_PATTERNS = tuple((phrase(words), name) for words, name in _RECURRENCES)
# "triệu đồng/ha/năm" is a rate; "50 triệu đồng/năm" comes again each year.
_INCOME = phrase(r"đồng ?/ ?(?!năm|tháng|quý)\w+.*/ ?(?:năm|tháng)")
# "hằng năm giảm 1% hộ nghèo, đến năm 2030 còn dưới 2%": what is left at one year's end is reached once.
_LEVEL_OF_YEAR = phrase(r"\b(?:đến|tới|hết) (?:cuối |hết )?năm [\d#]{4}")
_CLOSING = phrase(r"\b(?:mỗi|hàng|hằng) (?:năm|quý|tháng)\W*$")
_AIM_TITLE = phrase(r"\b(?:chỉ tiêu|mục tiêu|ph[aáàâấầẩẫậ]n đ[aáàâấầẩẫậ]u)\b")
_EACH = phrase(
    r"(?<!của )\b(?:mỗi|từng) (?P<who>(?!năm\b|tháng\b|quý\b|nhiệm kỳ\b)[^\W\d_]+(?:[ ,/-]+(?!có\b|vận\b"
    r"|nhận\b|tổ chức (?:ít|trên|từ|tối|được|không|\d)|hàng\b"
    r"|hằng\b|huy\b|chủ\b|phải\b|xây\b|lựa\b|đăng\b|thực\b|chọn\b|hỗ\b|trong\b|phấn\b|được\b|đạt\b"
    r"|giúp\b|thành lập\b|duy\b|ít\b|tối\b|trên\b|không\b|đảm\b|giới\b|tuyên\b|phát\b|sinh\b|kết\b|mở\b"
    r"|triển\b|tiết\b|bình\b|sẽ\b|cần\b|giữ\b|nhân\b|trồng\b|ủng\b|đóng\b|tham\b|giám\b|từ\b|cử\b|tự\b"
    r"|hoàn\b|tập huấn\b|viết\b|góp\b|trao\b|tặng\b|sửa\b|đưa\b)[^\W\d_]+){0,8})"
)
_WHERE = phrase(r"\b(?:tại|ở|cho|trong|trên) $")
_ACTS = phrase(
    r" ?(?:,|\bđã\b|\bsẽ\b|\bphải\b)? ?\b(?:chủ trì|tổ chức|vận động|phối hợp|xây dựng|huy động|có|nhận"
    r"|thực hiện|duy trì|tham mưu"
    r"|giúp|hỗ trợ|đăng ký|lựa chọn|chọn|hoạt động|giám sát|thành lập|hoàn thành|triển khai|phấn đấu)\b"
)
_POPULATION = phrase(r"(?:hội viên|đoàn viên|gia đình|cán bộ|thành viên|trưởng ban|ủy viên)[^;.:]{0,24}$")
_FIRST_NUMBER = re.compile(r"(?<!năm )\b\d+(?:[.,]\d+)?\s*(?:%|[^\W\d_])")
_PARTNER = phrase(r"\bphối hợp(?: \w+){0,3}(?: (?:với|cùng))? (?:các )?$")
_PASSIVE = phrase(r"\bđược $")
_SHORT_KDC = 12
_OWNER = phrase(r"\b(?:của|thuộc|do) $")


def direction_of(source: Source, *, start: int, number: int) -> str:
    """increase, decrease or reach, by the verb printed before the number."""
    before = source.folded[start:number]
    if _DECREASE.search(before):
        return "decrease"
    if _INCREASE.search(before) and not _REACHED_ANYWAY.search(before):
        return "increase"
    return "reach"


def recurrence_of(
    source: Source, *, segment: tuple[int, int], sentence: tuple[int, int], unit: str, part_end: int
) -> str:
    """Printed in the target's own words, before them in its sentence, or at its part's end; else once."""
    before = _FIRST_NUMBER.split(source.folded[sentence[0] : segment[0]])[0]
    own = " ".join(source.folded[segment[0] : segment[1]].split())
    if _LEVEL_OF_YEAR.search(own):
        before = ""
    if _INCOME.search(unit.lower()):
        own = own.replace(unit.lower(), " ")
    closing = _CLOSING.search(source.folded, max(segment[1] - 1, part_end - 40), part_end)
    for text in (own, before, closing.group() if closing else ""):
        for pattern, name in _RECURRENCE_PATTERNS:
            if pattern.search(text):
                return name
    return "once"


def scope_of(
    source: Source, *, segment: tuple[int, int], sentence: tuple[int, int], number: int
) -> str | None:
    """ "mỗi …" for each unit of a kind, before the number, or after it as a place ("tại mỗi thôn")."""
    own = _EACH.search(source.folded, segment[0], number)
    after = _EACH.search(source.folded, number, segment[1])
    if not own and after and _WHERE.search(source.folded, number, after.start()):
        own = after
    before = own or _EACH.search(source.folded, sentence[0], segment[0])
    if not before:
        return None
    return f"mỗi {source.line(before.start('who'), before.end('who')).lower()}"


def aspires(source: Source, *, sentence: tuple[int, int], before: int) -> bool:
    """Is the target softened ("phấn đấu") in its own sentence?"""
    return bool(_SOFT.search(source.folded, sentence[0], before))


@dataclass(frozen=True)
class Context:
    """What a clause gives its targets: its lead-in (the sentence that opens its list) and its parties."""

    source: Source
    mentions: Mentions
    section: Section
    place: str | None
    lead: tuple[int, int] | None
    lead_clause: str | None
    outer: "Context | None"

    @property
    def is_aspirational(self) -> bool:
        """Said once for the whole list, in its lead-in or in a heading above."""
        if self.lead and aspires(self.source, sentence=self.lead, before=self.lead[1]):
            return True
        return any(_SOFT.search(self.source.folded, *above.title) for above in self.section.ancestors())

    @property
    def lead_direction(self) -> str:
        """The change the lead-in speaks of: its shares are of the same kind."""
        if not self.lead:
            return "reach"
        return direction_of(self.source, start=self.lead[0], number=self.lead[1])

    def due(
        self, *, segment: tuple[int, int], sentence: tuple[int, int], number: tuple[int, int]
    ) -> tuple[Due | None, str | None]:
        """The target's own day or year, or one that opens its sentence; else the lead-in's."""
        own = due_in(self.source, start=segment[0], end=number[0])
        own = own or due_in(self.source, start=number[1], end=segment[1])
        if own and own.anchor in ("day", "end_of_year"):
            return (own, None)
        head = re.search(r"\d+\s*%|\d+[,.]?\d*\s+\D", self.source.folded[sentence[0] : segment[0]])
        opening = due_year(self.source, start=sentence[0], end=segment[0])
        if opening and not (head and self._belongs_to_earlier(sentence[0], segment[0])):
            return (opening, None)
        return self._inherited_due()

    def _belongs_to_earlier(self, start: int, end: int) -> bool:
        """Does the year stand inside the words of an earlier target of the sentence, not before them?"""
        words = self.source.folded[start:end]
        year = phrase(r"\bnăm 20\d\d\b").search(words)
        opening = phrase(
            r"^[\s-]*(?:và |ph[aáàâấầẩẫậ]n đ[aáàâấầẩẫậ]u |đến |hết |trong |cuối |đến hết |đến cuối "
            r"|, )*năm 20\d\d"
        ).search(words)
        soft = _SOFT.search(words)
        return bool(year) and not opening and not (soft and year and year.start() - soft.end() < 4)

    def _inherited_due(self) -> tuple[Due | None, str | None]:
        if self.lead:
            due = due_year(self.source, start=self.lead[0], end=self.lead[1])
            if due:
                return (due, self.lead_clause)
        if self.outer and self.lead:
            return self.outer._inherited_due()
        for title, clause in self._aim_titles():
            due = due_year(self.source, start=title[0], end=title[1])
            if due:
                return (due, clause)
        return (None, None)

    def _aim_titles(self) -> Iterator[tuple[tuple[int, int], str]]:
        """The headings above that open a list of targets: "II. Chỉ tiêu đến năm 2025"."""
        for above in self.section.ancestors():
            if above.clause.heading and _AIM_TITLE.search(self.source.folded, *above.title):
                yield (above.title, above.clause.id)

    @property
    def recurrence(self) -> tuple[str, str | None]:
        """How often, by the lead-in ("Mỗi năm:") or heading ("Chỉ tiêu hằng năm") of the list; else once."""
        spans = [(self.lead, self.lead_clause)] if self.lead else []
        for span, clause in (*spans, *self._aim_titles()):
            for pattern, name in _RECURRENCE_PATTERNS:
                if span and pattern.search(self.source.folded, *span):
                    return (name, clause)
        return ("once", None)

    def parties(
        self, *, segment: tuple[int, int], sentence: tuple[int, int]
    ) -> tuple[tuple[str, ...], str | None]:
        """Bodies that act in the target's own words; else those of its clause, its lead-in or its heading."""
        own, only_partners = self._actors(*segment)
        if own and not only_partners:
            return (own, None)
        part = max(sentence[0], self.source.plain.rfind(";", sentence[0], segment[0]) + 1)
        subject, is_partner = self._actors(part, segment[0])
        if subject and not own and not is_partner:
            return (subject, None)
        heading, heading_id = self._of_heading()
        if only_partners and heading:
            return (tuple(dict.fromkeys((*heading, *own))), heading_id)
        earlier = self._named(max(self.section.label.body, segment[0] - LONGEST_SENTENCE), segment[0])
        named = tuple(dict.fromkeys((*own, *self._named(*segment), *earlier)))
        if named:
            return (named, None)
        above = tuple(self._named(*self.lead)) if self.lead else ()
        return (above, self.lead_clause) if above else (heading, heading_id)

    def _named(self, start: int, end: int) -> list[str]:
        """Coded bodies of a span, but not those a thing belongs to ("của UBND huyện giao")."""
        return [
            mention.party
            for run in self.mentions.runs_within(start, end)
            if not _OWNER.search(self.source.folded, start, run[0].start)
            for mention in run
            if (mention.code != "KDC" or mention.end - mention.start > _SHORT_KDC)
        ]

    def _actors(self, start: int, end: int) -> tuple[tuple[str, ...], bool]:
        """Bodies followed by a verb of doing, and whether all of them are only coordinated with."""
        found: list[str] = []
        only_partners = True
        for run in self.mentions.runs_within(start, end):
            before = self.source.folded[start : run[0].start]
            passive = bool(_PASSIVE.search(before))
            acts = passive or _ACTS.match(self.source.folded, run[-1].end, end)
            if acts and (passive or not _POPULATION.search(before)) and not _OWNER.search(before):
                found += (mention.party for mention in run)
                only_partners = only_partners and bool(_PARTNER.search(before))
        return (tuple(dict.fromkeys(found)), only_partners and bool(found))

    def _of_heading(self) -> tuple[tuple[str, ...], str | None]:
        for above in (self.section, *self.section.ancestors()):
            named = tuple(dict.fromkeys(self._named(*above.title)))
            if named:
                return (named, above.clause.id)
        run, clause = heading_parties(self.source, self.mentions, self.section)
        return (tuple(dict.fromkeys(m.party for m in run)), clause.clause.id if clause else None)


def lead_of(source: Source, section: Section, *, of_list: bool) -> tuple[int, int] | None:
    """The sentence that opens a list: the last of the clause above it.

    Under a bullet any last sentence opens the list; elsewhere only one that ends in a colon. Numbered clauses
    (not `of_list`) take it from the words below a heading, never from the heading itself.
    """
    start = section.label.body if of_list else section.body
    spans = sentences(source, start=start, end=section.end)
    if not spans:
        return None
    last = spans[-1]
    closes = source.plain[last[0] : last[1]].endswith(":")
    return last if closes or section.label.level is Level.BULLET else None
