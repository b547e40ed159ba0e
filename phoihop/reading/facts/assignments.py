"""Assignments: which body leads, coordinates, advises, is the contact, implements or supervises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phoihop.reading.draft import Assignment
from phoihop.reading.language.labels import Level
from phoihop.reading.language.lines import parts, sentences
from phoihop.reading.language.parties import Mention, Mentions
from phoihop.reading.language.source import Source, phrase
from phoihop.reading.language.verbs import VERB

from .clauses import Section
from .doers import SIDES, Doers
from .figures import tells_history
from .role_labels import Labelled, labelled_in, role_above
from .roles import CONTACT, JOINS_IN, LEADS, SAYS_LEADS, roles_of

_PURPOSE = phrase(
    r"^\W*(?:mục đích|yêu cầu|quan điểm|mục đích,? yêu cầu|phạm vi|đối tượng|giải thích từ ngữ"
    r"|sự cần thiết|căn cứ)\b"
)
_PRINCIPLES = phrase(r"\W*(?:các )?nguyên tắc\b")
_ORDERS = phrase(
    r"\b(?:giao|đề nghị|yêu cầu|phân công|ủy quyền)"
    r"(?: nhiệm vụ)?(?: cho)?(?=\s)"
)
_GUIDES = phrase(
    r"\b(?:hướng dẫn|chỉ đạo|phân công|giao|đôn đốc|đề nghị|yêu cầu|tham mưu)(?:,? (?:và )?(?:hướng dẫn"
    r"|chỉ đạo|đôn đốc|kiểm tra|giúp|đề xuất))*"
    r"(?: cho| để| với)? (?=\S)"
)
_WITH = phrase(
    r"\b(?:phối hợp|hiệp thương|thống nhất|liên kết|họp liên tịch)\b[^;.:()]{0,60}?\b(?:với"
    r"|cùng)(?: với)? "
    r"|\bchủ trì,? (?:và )?cùng(?: với)? |\b(?:có )?sự (?:phối hợp|tham gia)(?: của| giữa)? "
)
_TOGETHER = phrase(r"[\s,-]*cùng(?: với)? ")
_WITH_NONE = phrase(r"\bphối hợp (?=\S)")
_ENABLES = phrase(r"\bphối hợp[^;.:]{0,40}?\bđể ")
_BETWEEN = phrase(r"\bgiữa ")
_BY = phrase(r"\bdo ")
_PASSIVE = phrase(r"\bđược ")
_WATCHED = phrase(r" ?(?:thực hiện )?giám sát\b")
_EACH = phrase(r"\b(?:mỗi|từng) (?=\S)")
_JOINT = phrase(r"phối hợp|thống nhất|hiệp thương|liên tịch")
_NEAR = 40
_LEADS_ITSELF = phrase(r"(?<!cơ quan )(?<!đơn vị )(?<!ngành )\bchủ trì\b")
_ADVISED = phrase(
    r"\btham mưu(?: (?:với|cho|giúp|để|trình|báo cáo))*(?: lãnh đạo| chủ tịch| thường trực)? ?$"
)


@dataclass(frozen=True)
class _Row:
    party: str
    role: str
    start: int
    end: int
    confidence: float
    inherited_from: str | None = None


def assignments_of(
    source: Source, sections: list[Section], mentions: Mentions, *, issuers: tuple[str, ...]
) -> list[Assignment]:
    """The assignments of a body. Sections of purpose assign nothing; each party and role once a clause."""
    found: list[Assignment] = []
    for section in sections:
        if _assigns_nothing(source, section):
            continue
        seen: set[tuple[str, str]] = set()
        titles = _titles(source, section)
        for row in _Reader(source, mentions, section, issuers).rows():
            if (row.party, row.role) not in seen and not _is_bare(row, titles):
                seen.add((row.party, row.role))
                found.append(_assignment(source, section, row))
    return found


def _is_bare(row: _Row, section_titles: list[str]) -> bool:
    """Under "Nguyên tắc" only a role that is said is one: all sides "implement" a principle."""
    return row.role == "implement" and any(_PRINCIPLES.match(title) for title in section_titles)


def _assigns_nothing(source: Source, section: Section) -> bool:
    return any(_PURPOSE.match(title) or tells_history(title) for title in _titles(source, section))


def _titles(source: Source, section: Section) -> list[str]:
    levels = (section, *section.ancestors())
    return [source.folded[slice(*level.title)] for level in levels if level.clause.heading]


def _assignment(source: Source, section: Section, row: _Row) -> Assignment:
    return Assignment(
        span=(row.start, row.end),
        text=source.text[row.start : row.end],
        clause=section.clause.path,
        clause_id=section.clause.id,
        party=row.party,
        role=row.role,
        confidence=row.confidence,
        inherited_from=row.inherited_from,
    )


class _Reader:
    """The sentences of one clause. A subject goes on to the next part, a label's to the whole clause."""

    def __init__(
        self, source: Source, mentions: Mentions, section: Section, issuers: tuple[str, ...]
    ) -> None:
        self.source = source
        self.mentions = mentions
        self.section = section
        self.issuers = issuers
        self.doers = Doers(source, mentions, section, issuers)
        run, above = self.doers.of_heading()
        self.heading = run if above else []
        self.heading_id = above.clause.id if above and above is not section else None
        self.role = role_above(source, section)
        self.label: list[Mention] = []
        self.leading: set[str] = set()

    def rows(self) -> list[_Row]:
        found: list[_Row] = []
        for start, end in sentences(self.source, start=self._start(), end=self.section.end):
            found += self._sentence(start, end)
        return found

    def _start(self) -> int:
        if any(labelled_in(self.source, start=self.section.label.body, end=self.section.title[1])):
            return self.section.label.body
        is_heading = self.section.clause.heading
        return self.section.body if is_heading and self._is_bare_title() else self.section.label.body

    def _is_bare_title(self) -> bool:
        """A title that only names a theme or a body assigns nothing itself."""
        words = self.source.folded[slice(*self.section.title)]
        return (
            not words.rstrip().endswith(":")
            or self.section.label.level < Level.NUMBER
            or len(words.split()) < 8
        )

    def _sentence(self, start: int, end: int) -> Iterator[_Row]:
        labelled = list(labelled_in(self.source, start=start, end=end))
        for said in labelled:
            yield from self._of_label(said)
        stop = labelled[0].start if labelled else end
        if self.role and not labelled and self._only_names(start, end):
            yield from self._of_label(Labelled(self.role, start, start, end))
        elif start < stop:
            yield from self._plain_sentence(start, stop)

    def _only_names(self, start: int, end: int) -> bool:
        named = self.mentions.within(start, end)
        return bool(named) and not any(self.doers.acts(mention, end) for mention in named)

    def _of_label(self, said: Labelled) -> Iterator[_Row]:
        """Each body after "Đơn vị phối hợp:", or in the list under that heading."""
        for mention in self.mentions.within(said.body, said.end):
            yield _Row(mention.party, said.role, said.start, said.end, self._sureness(mention))

    def _plain_sentence(self, start: int, end: int) -> Iterator[_Row]:
        order = _ORDERS.match(self.source.folded, start, end)
        if order:
            run = self.doers.run(order.end(), end)
            if run:
                yield from self._predicate(run, run[-1].end, end, start=start)
                return
        subject: list[Mention] = []
        for left, right in parts(self.source, start=start, end=end):
            own, verb, is_label = self.doers.subject(left, right)
            self.label = own if is_label else self.label
            goes_on = bool(VERB.match(self.source.folded, left, right))
            if own and not self.source.plain[verb:right].strip(" .:;"):
                continue
            rows = self._part(own or (subject if goes_on else []), verb if own else left, left, right)
            yield from (row for row in rows if own or not self._is_told(row))
            subject = own or (subject if goes_on else [])

    def _is_told(self, row: _Row) -> bool:
        """A body that leads the clause implements it too; that is not said twice."""
        if row.role == "lead":
            self.leading.add(row.party)
        return row.role == "implement" and row.party in self.leading

    def _part(self, own: list[Mention], verb: int, start: int, end: int) -> Iterator[_Row]:
        subject, inherited = own, None
        if not subject and self.label:
            subject = self.label
        elif not subject and self.heading:
            subject, inherited = self.heading, self.heading_id
        named = {mention.party for mention in subject}
        for row in self._predicate(subject, verb, end, start=start):
            if row.role == "lead":
                self.leading.add(row.party)
            yield replace(row, inherited_from=inherited) if row.party in named and inherited else row
        yield from self._elsewhere(start, end)

    def _predicate(self, subject: list[Mention], verb: int, end: int, *, start: int) -> Iterator[_Row]:
        """The roles of a subject and of the bodies its verbs name."""
        partners = list(self._partners(verb, end))
        guided = list(self._guided(verb, end))
        head = min([end, *(run[0].start for run, _ in guided)])
        words = self.source.folded[verb:head]
        for role in roles_of(words, has_partners=bool(partners)):
            for party in self._parties(subject, words, role, verb=verb, end=end):
                sure = min((self._sureness(m) for m in subject if m.party == party), default=0.6)
                yield _Row(party, role, start, end, sure)
        for mention, _ in partners:
            yield _Row(mention.party, "coordinate", start, end, self._sureness(mention))
        for run, after in guided:
            yield from self._of_guided(run, after, end, start=start)

    def _sureness(self, mention: Mention) -> float:
        """A body with a code or a name of its own is sure; "hai bên" or a body in common words less so."""
        is_named = self.source.plain[mention.start].isupper()
        if SIDES.match(self.source.folded, mention.start):
            return 0.75
        return 0.9 if mention.is_coded or is_named else 0.7

    def _parties(self, subject: list[Mention], words: str, role: str, *, verb: int, end: int) -> list[str]:
        if subject:
            return list(dict.fromkeys(mention.party for mention in subject))
        # A programme of one body speaks of itself where it says "chủ trì" or "tham mưu" and names nobody.
        said = (role == "lead" and _LEADS_ITSELF.search(words)) or role == "advise"
        alone = len(self.issuers) == 1 and said
        return list(self.issuers) if alone and not self._is_advised(verb, end) else []

    def _is_advised(self, start: int, end: int) -> bool:
        """ "tham mưu UBND tỉnh …", "Giao Công an tỉnh chủ trì": another than the issuer does it."""
        named = self.mentions.within(start, end)
        if any(
            m.code == self.issuers[0] and _ADVISED.search(self.source.folded, start, m.start) for m in named
        ):
            return True
        return any(SAYS_LEADS.match(self.source.folded, m.end + 1, end) for m in named)

    def _partners(self, start: int, end: int) -> Iterator[tuple[Mention, int]]:
        """The bodies one coordinates with, "với" or not; those of "giữa A với B" after A."""
        folded = self.source.folded
        together = _TOGETHER.match(folded, start, end)
        if together:
            yield from ((m, together.start()) for m in self.mentions.run_at(together.end(), end))
        for pattern in (_WITH, _WITH_NONE, _ENABLES):
            for match in pattern.finditer(folded, start, end):
                yield from ((m, match.start()) for m in self.mentions.run_at(match.end(), end))

    def _guided(self, start: int, end: int) -> Iterator[tuple[list[Mention], int]]:
        """Bodies that are guided, told or advised to do something: "hướng dẫn UBND các xã phối hợp …"."""
        for match in _GUIDES.finditer(self.source.folded, start, end):
            run = self.doers.run(match.end(), end)
            if run and self.doers.acts(run[-1], end) and self.source.plain[run[-1].end] != ",":
                yield (run, run[-1].end)

    def _of_guided(self, run: list[Mention], after: int, end: int, *, start: int) -> Iterator[_Row]:
        partners = any(at >= after for _, at in self._partners(after, end))
        following = self.mentions.within(after, end)
        words = self.source.folded[after : following[0].start if following else end]
        focal = bool(CONTACT.search(words))
        role = "focal" if focal else "lead" if LEADS.search(words[:40]) or partners else "implement"
        for mention in run:
            yield _Row(mention.party, role, start, end, 0.7)

    def _elsewhere(self, start: int, end: int) -> Iterator[_Row]:
        """Bodies named as doers inside a part, wherever they stand."""
        yield from self._passive(start, end)
        yield from self._led_by(start, end)
        yield from self._each(start, end)
        yield from self._contacts(start, end)
        yield from self._between(start, end)
        yield from self._joining(start, end)

    def _joining(self, start: int, end: int) -> Iterator[_Row]:
        """ "X chủ trì, Y và Z phối hợp"."""
        for run in self.mentions.runs_within(start, end):
            if JOINS_IN.match(self.source.folded, run[-1].end, end):
                yield from (_Row(m.party, "coordinate", start, end, 0.8) for m in run)

    def _passive(self, start: int, end: int) -> Iterator[_Row]:
        """ "được X giám sát"."""
        for match in _PASSIVE.finditer(self.source.folded, start, end):
            for mention in self.mentions.run_at(match.end(), end):
                if _WATCHED.match(self.source.folded, mention.end, end):
                    yield _Row(mention.party, "supervise", start, end, 0.8)

    def _led_by(self, start: int, end: int) -> Iterator[_Row]:
        """ "do X chủ trì"."""
        for match in _BY.finditer(self.source.folded, start, end):
            run = self.mentions.run_at(match.end(), end)
            if run and SAYS_LEADS.match(self.source.folded, run[-1].end + 1, end):
                yield from (_Row(m.party, "lead", start, end, 0.8) for m in run)

    def _each(self, start: int, end: int) -> Iterator[_Row]:
        """ "mỗi X vận động"."""
        for match in _EACH.finditer(self.source.folded, start, end):
            run = self.doers.run(match.end(), end)
            if run and self.doers.acts(run[-1], end):
                yield from (_Row(m.party, "implement", start, end, 0.8) for m in run)

    def _contacts(self, start: int, end: int) -> Iterator[_Row]:
        """ "X làm đầu mối"."""
        for match in CONTACT.finditer(self.source.folded, start, end):
            named = self.mentions.within(start, match.start())
            if named and match.start() - named[-1].end < _NEAR:
                yield _Row(named[-1].party, "focal", start, end, 0.7)

    def _between(self, start: int, end: int) -> Iterator[_Row]:
        """ "phối hợp giữa A với B"."""
        for match in _BETWEEN.finditer(self.source.folded, start, end):
            before = self.source.folded[max(start, match.start() - 60) : match.start()]
            run = self.mentions.run_at(match.end(), end)
            if len(run) < 2 or not re.search(_JOINT, before):
                continue
            yield _Row(run[0].party, "lead", start, end, 0.6)
            yield from (_Row(m.party, "coordinate", start, end, 0.7) for m in run[1:])
