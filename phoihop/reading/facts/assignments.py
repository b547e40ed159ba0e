"""Assignments: which body leads, coordinates, advises, is the contact, implements or supervises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phoihop.reading.draft import Assignment
from phoihop.reading.language.labels import Level
from phoihop.reading.language.lines import parts, sentences
from phoihop.reading.language.parties import Mention, Mentions
from phoihop.reading.language.source import Source, phrase

from .clauses import Section

_PURPOSE = phrase(r"^\W*(?:mục đích|yêu cầu|quan điểm|mục đích,? yêu cầu|phạm vi|đối tượng)\b")
_TIME = (
    r"(?:định kỳ )?(?:(?:hàng|hằng|mỗi) (?:năm|quý|tháng|tuần)|\d+ tháng(?: và (?:một|\d+) năm)?)?"
    r"(?: hoặc đột xuất)?"
)
_ADJUNCT = phrase(
    rf"(?:{_TIME} ?,? ?)?(?:(?:căn cứ|trên cơ sở|với|sau|trong|nhân|thông qua|tại|theo|từ|để|ngoài|khi"
    rf"|nếu|ở|định kỳ|hàng|hằng"
    r"|nhằm|đến|giữa)\b[^;:]*?,? ?)?"
)
_INTRODUCES = phrase(
    r"(?:[\s,*-]|(?:đồng thời|đối với|về phía|riêng|các|mỗi|từng|tất cả|toàn thể|tất cả các|\d+ ?%"
    r"|trên \d+ ?%|các vị"
    r"|đồng chí|trong|chủ tịch|trưởng|lãnh đạo|thủ trưởng|người đứng đầu|cơ quan|phấn đấu|có|hàng năm"
    r"|hằng năm|thực hiện)(?=\W))*"
)
_ORDERS = phrase(r"\b(?:giao|đề nghị|yêu cầu|phân công)(?: cho| nhiệm vụ cho)?(?=\s)")
_GUIDES = phrase(
    r"\b(?:hướng dẫn|chỉ đạo|phân công|giao|đôn đốc|đề nghị|yêu cầu|tham mưu)(?:,? (?:và )?(?:hướng dẫn"
    r"|chỉ đạo|đôn đốc|kiểm tra))*"
    r"(?: cho| để)? (?=\S)"
)
_ADVISES = phrase(r"\btham mưu(?:,? (?:giúp|đề xuất))*\b(?! giúp việc)")
_LEADS = phrase(r"(?<!do )\bchủ trì\b")
_SELF_STARTED = phrase(r"\bchủ động\b[^;.]{0,60}?\bphối hợp\b[^;.,]{0,30}?\b(?:với|cùng)\b")
_COORDINATES = phrase(r"\bphối hợp\b")
_WITH = phrase(r"\b(?:phối hợp|hiệp thương|thống nhất)\b(?P<way>[^;.:()]{0,60}?)\b(?:với|cùng)(?: với)? ")
_WITH_NONE = phrase(r"\bphối hợp (?=\S)")
_ENABLES = phrase(r"\bphối hợp[^;.:]{0,40}?\bđể ")
_BETWEEN = phrase(r"\bgiữa ")
_AND_WITH = phrase(r" ?(?:với|và) ")
_FOLLOWS = phrase(
    r"^[\s,]*(?:(?:tổ chức|thường xuyên|tiếp tục|định kỳ|tăng cường|chịu trách nhiệm|có trách nhiệm"
    r"|chủ trì|việc|công tác"
    r"|(?:hàng|hằng) \w+|thực hiện|tập trung),? )*(?:theo dõi|giám sát|đôn đốc|kiểm tra)\b"
)
_WATCHES = phrase(r"\b(?:theo dõi, ?(?:đôn đốc|kiểm tra|giám sát)|thực hiện giám sát|theo dõi, ?tham mưu)\b")
_REPORTS = phrase(
    r"[\s,]*(?:(?:định kỳ|hàng \w+|hằng \w+|\d+ tháng),? )*(?:gửi|báo cáo|tổng hợp,? báo cáo)\b"
)
_CONTACT = phrase(r"\b(?:đầu mối|đấu mối)\b")
_BY = phrase(r"\bdo ")
_PASSIVE = phrase(r"\bđược ")
_WATCHED = phrase(r" ?(?:thực hiện )?giám sát\b")
_EACH = phrase(r"\b(?:mỗi|từng) (?=\S)")
_VERB = phrase(
    r"[\s,]*(?:cũng |đã |sẽ |đều )?(?:chủ trì|chủ động|phối hợp|tổ chức|xây dựng|tiếp tục|tăng cường"
    r"|hướng dẫn|chỉ đạo|triển khai|thực hiện"
    r"|vận động|tuyên truyền|theo dõi|đôn đốc|giám sát|kiểm tra|tham mưu|chịu trách nhiệm|có|phải|nhận"
    r"|báo cáo|gửi|làm|là|đăng ký"
    r"|lựa chọn|tích cực|đảm nhận|trực tiếp|hiệp thương|thống nhất|phân công|huy động|thường xuyên"
    r"|kịp thời|duy trì|hoàn thành(?! (?:tốt|xuất sắc) nhiệm vụ)"
    r"|đề xuất|cần|nâng cao|phát huy|rà soát|lập|quan tâm|bố trí|cung cấp|cử|đánh giá|giúp|hỗ trợ|căn cứ"
    r"|ban hành|phát động|tập trung"
    r"|đẩy mạnh|tham gia|phổ biến|quán triệt|ký kết|định kỳ|hàng|hằng|trên|theo|tổng hợp|phụ trách|cùng"
    r"|tiến hành|công khai|kết hợp"
    r"|hoạt động|tập hợp|nắm bắt|quản lý|xác định|chuẩn bị|đảm bảo|bảo đảm|chỉ định|thành lập|kiện toàn"
    r"|ưu tiên|lồng ghép|khuyến khích"
    r"|được|xét|tự|phấn đấu|trong|biểu dương|mở|tạo|thăm|nghiên cứu|cụ thể|và đảm bảo|bám sát|củng cố"
    r"|tổng dọn|dọn|trồng|trao|tặng|khảo sát|thống kê|in ấn|vào cuộc|đăng tải|xem xét)\b"
)
_DOES_NOT_ACT = phrase(r"[\s,]*(?:được|đạt|có (?:trách nhiệm|uy tín)|trong(?! việc))\b")
_NOISE = phrase(r"(?:chương trình|kế hoạch|quy chế|nội dung|các nội dung|công tác) $")
_NEAR = 40
_LONGEST_THEME = 120


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
        if _is_purpose(source, section):
            continue
        rows = _Reader(source, mentions, section, issuers).rows()
        seen: set[tuple[str, str]] = set()
        for row in rows:
            if (row.party, row.role) not in seen:
                seen.add((row.party, row.role))
                found.append(_assignment(source, section, row))
    return found


def _is_purpose(source: Source, section: Section) -> bool:
    return any(
        level.clause.heading and _PURPOSE.match(source.folded[slice(*level.title)])
        for level in (section, *section.ancestors())
    )


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


def heading_parties(
    source: Source, mentions: Mentions, section: Section
) -> tuple[list[Mention], Section | None]:
    """The bodies a heading consists of ("1.1. Phòng Tư pháp"), from the nearest heading that names any."""
    for above in (section, *section.ancestors()):
        if not above.clause.heading:
            continue
        start, end = above.title
        run = mentions.run_at(_skip(_INTRODUCES, source, start, end), end)
        if run and not re.search(r"\w", source.folded[run[-1].end : end]):
            return (run, above)
    return ([], None)


def _skip(pattern: re.Pattern[str], source: Source, start: int, end: int) -> int:
    match = pattern.match(source.folded, start, end)
    return match.end() if match else start


class _Reader:
    """The sentences of one clause. A subject goes on to the next part, a label's to the whole clause."""

    def __init__(
        self, source: Source, mentions: Mentions, section: Section, issuers: tuple[str, ...]
    ) -> None:
        self.source = source
        self.mentions = mentions
        self.section = section
        self.issuers = issuers
        run, above = heading_parties(source, mentions, section)
        self.heading = run if above else []
        self.heading_id = above.clause.id if above and above is not section else None
        self.label: list[Mention] = []

    def rows(self) -> list[_Row]:
        found: list[_Row] = []
        for start, end in sentences(self.source, start=self._start(), end=self.section.end):
            found += self._sentence(start, end)
        return found

    def _start(self) -> int:
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
        order = _ORDERS.match(self.source.folded, start, end)
        if order:
            run = self._run(order.end(), end)
            if run:
                yield from self._predicate(run, run[-1].end, end, start=start)
                return
        subject: list[Mention] = []
        for left, right in parts(self.source, start=start, end=end):
            own, verb = self._subject(left, right)
            goes_on = bool(_VERB.match(self.source.folded, left, right))
            subject = own or (subject if goes_on else [])
            yield from self._part(subject, verb if own else left, left, right)

    def _subject(self, start: int, end: int) -> tuple[list[Mention], int]:
        """The list of bodies a part opens with, and where its verb begins."""
        for at in self._openings(start, end):
            run = self._run(at, end)
            if not run:
                continue
            after = run[-1].end
            colon = re.compile(r"\s*:").match(self.source.folded, after, end)
            if colon:
                self.label = run
                return (run, colon.end())
            if _VERB.match(self.source.folded, after, end) or self.source.text[after : after + 1] == "\t":
                return (run, after)
        return ([], start)

    def _openings(self, start: int, end: int) -> Iterator[int]:
        yield start
        colon = self.source.plain.find(":", start, min(end, start + _LONGEST_THEME))
        if colon > 0:
            yield colon + 1
        adjunct = _ADJUNCT.match(self.source.folded, start, end)
        if adjunct and re.match(
            _TIME
            + r"\s*,|căn cứ|trên cơ sở|với|sau|trong|nhân|thông qua|theo|định kỳ|hàng|hằng|để|từ|đến|giữa",
            self.source.folded[start:end],
        ):
            commas = [
                m.end()
                for m in re.compile(r",|\bhàng năm\b|\bhằng năm\b|\)").finditer(
                    self.source.folded, start, min(end, start + 260)
                )
            ]
            yield from commas[:6]
            time = phrase(_TIME).match(self.source.folded, start, end)
            if time and time.end() > start:
                yield time.end()

    def _run(self, start: int, end: int) -> list[Mention]:
        skipped = _skip(_INTRODUCES, self.source, start, end)
        run = self.mentions.run_at(start, end) or self.mentions.run_at(skipped, end)
        return [m for m in run if m.code != "KDC" or m.end - m.start > 12 or self._acts(m, end)]

    def _acts(self, mention: Mention, end: int) -> bool:
        return bool(_VERB.match(self.source.folded, mention.end, end)) and not _DOES_NOT_ACT.match(
            self.source.folded, mention.end, end
        )

    def _part(self, own: list[Mention], verb: int, start: int, end: int) -> Iterator[_Row]:
        subject, inherited = own, None
        if not subject and self.label:
            subject = self.label
        elif not subject and self.heading:
            subject, inherited = self.heading, self.heading_id
        for row in self._predicate(subject, verb, end, start=start):
            is_subject = row.party in {m.party for m in subject}
            yield replace(row, inherited_from=inherited) if is_subject and inherited else row
        yield from self._elsewhere(start, end)

    def _predicate(self, subject: list[Mention], verb: int, end: int, *, start: int) -> Iterator[_Row]:
        """The roles of a subject and of the bodies its verbs name."""
        partners = list(self._partners(verb, end))
        guided = list(self._guided(verb, end))
        head = min([end, *(run[0].start for run, _ in guided)])
        words = self.source.folded[verb:head]
        for role in self._roles(words, has_partners=bool(partners)):
            for party in self._parties(subject, words, role):
                yield _Row(party, role, start, end, 0.9 if subject else 0.6)
        for mention, at in partners:
            yield _Row(mention.party, "coordinate", start, end, 0.9 if at >= verb else 0.8)
        for run, after in guided:
            yield from self._of_guided(run, after, end, start=start)

    def _parties(self, subject: list[Mention], words: str, role: str) -> list[str]:
        if subject:
            return list(dict.fromkeys(mention.party for mention in subject))
        # A programme of one body speaks of itself where it says "chủ trì" or "tham mưu" and names nobody.
        said = (role == "lead" and _LEADS.search(words)) or role == "advise"
        return list(self.issuers) if len(self.issuers) == 1 and said else []

    def _roles(self, words: str, *, has_partners: bool) -> list[str]:
        """The roles a predicate gives its subject. A report to send is a duty, not a role."""
        if _REPORTS.match(words):
            return []
        roles = []
        if (
            _LEADS.search(words)
            or _SELF_STARTED.search(words)
            or (
                has_partners
                and _COORDINATES.search(words)
                and not _NOISE.search(words[: words.find("phối hợp")])
            )
        ):
            roles.append("lead")
        elif re.match(r"[\s,]*(?:chủ động |tích cực )?phối hợp", words):
            roles.append("coordinate")
        if _ADVISES.search(words):
            roles.append("advise")
        if _CONTACT.search(words):
            roles.append("focal")
        if _FOLLOWS.search(words) or _WATCHES.search(words):
            roles.append("supervise")
        return roles or ["implement"]

    def _partners(self, start: int, end: int) -> Iterator[tuple[Mention, int]]:
        """The bodies one coordinates with, "với" or not; those of "giữa A với B" after A."""
        folded = self.source.folded
        for match in _WITH.finditer(folded, start, end):
            yield from ((m, match.start()) for m in self.mentions.run_at(match.end(), end))
        for match in (*_WITH_NONE.finditer(folded, start, end), *_ENABLES.finditer(folded, start, end)):
            yield from ((m, match.start()) for m in self.mentions.run_at(match.end(), end))

    def _guided(self, start: int, end: int) -> Iterator[tuple[list[Mention], int]]:
        """Bodies that are guided, told or advised to do something: "hướng dẫn UBND các xã phối hợp …"."""
        for match in _GUIDES.finditer(self.source.folded, start, end):
            run = self._run(match.end(), end)
            if run and self._acts(run[-1], end) and self.source.plain[run[-1].end] != ",":
                yield (run, run[-1].end)

    def _of_guided(self, run: list[Mention], after: int, end: int, *, start: int) -> Iterator[_Row]:
        partners = any(at >= after for _, at in self._partners(after, end))
        following = self.mentions.within(after, end)
        words = self.source.folded[after : following[0].start if following else end]
        focal = bool(_CONTACT.search(words))
        role = "focal" if focal else "lead" if _LEADS.search(words[:40]) or partners else "implement"
        for mention in run:
            yield _Row(mention.party, role, start, end, 0.7)

    def _elsewhere(self, start: int, end: int) -> Iterator[_Row]:
        """Bodies named as doers inside a part, wherever they stand."""
        yield from self._passive(start, end)
        yield from self._led_by(start, end)
        yield from self._each(start, end)
        yield from self._contacts(start, end)
        yield from self._between(start, end)

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
            if run and _LEADS.match(self.source.folded, run[-1].end + 1, end):
                yield from (_Row(m.party, "lead", start, end, 0.8) for m in run)

    def _each(self, start: int, end: int) -> Iterator[_Row]:
        """ "mỗi X vận động"."""
        for match in _EACH.finditer(self.source.folded, start, end):
            run = self._run(match.end(), end)
            if run and self._acts(run[-1], end):
                yield from (_Row(m.party, "implement", start, end, 0.8) for m in run)

    def _contacts(self, start: int, end: int) -> Iterator[_Row]:
        """ "X làm đầu mối"."""
        for match in _CONTACT.finditer(self.source.folded, start, end):
            named = self.mentions.within(start, match.start())
            if named and match.start() - named[-1].end < _NEAR:
                yield _Row(named[-1].party, "focal", start, end, 0.7)

    def _between(self, start: int, end: int) -> Iterator[_Row]:
        """ "phối hợp giữa A với B"."""
        for match in _BETWEEN.finditer(self.source.folded, start, end):
            before = self.source.folded[max(start, match.start() - 60) : match.start()]
            run = self.mentions.run_at(match.end(), end)
            if len(run) < 2 or not re.search(r"phối hợp|thống nhất|hiệp thương|liên tịch", before):
                continue
            yield _Row(run[0].party, "lead", start, end, 0.6)
            yield from (_Row(m.party, "coordinate", start, end, 0.7) for m in run[1:])
