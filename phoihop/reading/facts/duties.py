"""Duties: who reports, reviews, meets, surveys or holds what, how often, by when and to whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phoihop.reading.draft import Duty
from phoihop.reading.language.dates import Due, due_in
from phoihop.reading.language.lines import parts, sentences
from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase

from .clauses import Section
from .doers import heading_parties

#: How often, as printed. The first that matches the words before or inside a duty wins.
FREQUENCIES: tuple[tuple[str, str], ...] = (
    (r"\b(?:6|sáu|06) tháng(?: một lần| đầu năm| cuối năm)?\b", "half_yearly"),
    (
        r"\b(?:hàng|hằng|mỗi|từng|theo) quý\b|\bđịnh kỳ (?:3|ba|03) tháng\b|\bquý một lần\b"
        r"|\bđịnh kỳ quý\b",
        "quarterly",
    ),
    (r"\b(?:hàng|hằng|mỗi|từng) tháng\b|\bđịnh kỳ tháng\b|\btháng một lần\b", "monthly"),
    (
        r"\b(?:hàng|hằng|mỗi|từng) năm\b|\bđịnh kỳ năm\b|\b(?:và|,) (?:một|1|01) năm\b"
        r"|\bmột năm một lần\b|\bthường niên\b"
        r"|\b(?:định kỳ )(?:một|1|01) năm\b|\bcuối năm\b",
        "yearly",
    ),
    (r"\b(?:sau )?(?:3|ba|03) năm\b", "every_3_years"),
    (r"\b(?:sau )?(?:5|năm|05) năm\b(?! \d)", "every_5_years"),
    (
        r"\bnăm cuối\b|\bkết thúc (?:chương trình|giai đoạn|nhiệm kỳ)\b|\bcuối (?:nhiệm kỳ|giai đoạn)\b"
        r"|\bhết giai đoạn\b|\btổng kết (?:giai đoạn|chương trình|nhiệm kỳ)\b",
        "final",
    ),
)
_FREQUENCIES = tuple((phrase(words), name) for words, name in FREQUENCIES)
_REGULARLY = phrase(r"\bđịnh kỳ\b")
_SUDDEN = phrase(r"\bđột xuất\b|\bkhi (?:có )?yêu cầu\b")

#: The verb that makes a duty of each kind, most telling first.
KINDS: tuple[tuple[str, str], ...] = (
    (
        "report",
        r"\bgửi (?:[^;.,]{0,30}?)?báo cáo\b|\bbáo cáo (?:bằng văn bản|kết quả|tình hình|đánh giá|về|cho"
        r"|định kỳ|ban|ủy ban|ub)"
        r"|\btổng hợp,? báo cáo\b|\bgửi (?:kết quả )?(?:về|cho|đến)\b|(?<!nhân dân )\bphản ánh (?:với"
        r"|đến|về)\b|\bcó báo cáo\b|\bchế độ báo cáo\b",
    ),
    (
        "review",
        r"\bsơ,? (?:kết|tổng kết)\b|\btổng kết\b|\bđánh giá,? (?:kết quả|kiểm điểm|việc|rút)"
        r"|\bkiểm điểm\b|\brút kinh nghiệm\b"
        r"|\bkiểm tra\b|\bđánh giá \d+ năm\b",
    ),
    (
        "meeting",
        r"\bhọp\b|\bgiao ban\b|\bhội nghị\b|\bhội ý\b|\btiếp xúc cử tri\b|\bđối thoại\b|\bgặp mặt\b"
        r"|\bdiễn đàn\b",
    ),
    ("survey", r"\brà soát\b|\bkhảo sát\b|\bthống kê\b|\blấy (?:ý kiến|phiếu)\b|\bđiều tra\b"),
    (
        "event",
        r"\btập huấn\b|\bngày hội\b|\bbiểu dương\b|\bkhen thưởng\b|\btổ chức lễ\b|\bliên hoan\b"
        r"|\bhội thi\b|\btháng cao điểm\b"
        r"|\bxây dựng (?:chương trình|kế hoạch)\b|\bban hành (?:kế hoạch|chương trình)\b|\bphát động\b"
        r"|\bthăm hỏi\b|\bbồi dưỡng\b"
        r"|\bđăng ký\b|\btuần lễ\b|\bký kết\b|\bđối ngoại\b|\bgiám sát\b|\btổ chức (?!đoàn thể|chính trị"
        r"|thành viên|cơ sở|đảng|mình|cá nhân)",
    ),
)
_KINDS = tuple((name, phrase(words)) for name, words in KINDS)
_REVIEW_YEARS = phrase(
    r"(?P<a>\b(?:sau )?(?:3|ba|03) năm)(?:,| và| hoặc|,? tổ chức sơ kết(?: và)?)?(?: sau)? (?P<b>(?:5"
    r"|05) năm)"
    r"|(?P<c>\bsơ kết (?:\d+|ba) năm)"
)
_ROADMAP_YEAR = phrase(r"\W*(?:trong |đến )?năm (?P<year>20\d\d)\b")
_HALF_AND_YEAR = phrase(
    r"\b(?:6|sáu|06) tháng(?: đầu năm)?(?: ?\([^()]*\))? ?(?:và|,|, và) (?P<second>(?:(?:một|1|01|hàng"
    r"|hằng|cả|cuối) )?năm\b)"
)
_YEAR_AND_FINAL = phrase(r"\b(?:hàng|hằng) năm (?:và|,) (?P<second>năm cuối|kết thúc|cuối)\b")
_NAME_OF_MONTH = phrase(r"\btháng cao điểm\b|\btuần lễ\b|\bngày hội\b")
_TO = phrase(r"\b(?:về|cho|đến|tới|(?<!phối hợp )với|gửi|báo cáo)(?: về| cho)? ")
_VIA = phrase(r"\b(?:qua|thông qua) (?=(?:văn phòng|bộ phận|ban|phòng|cơ quan))")
_NOT_A_SENDER = phrase(
    r"(?:\b(?:của|của các|thành lập|theo|đại hội|ở|truyền thống|xây dựng|góp ý|góp ý của)|\b(?:đối với"
    r"|cá nhân)(?: \w+){0,4}) $"
)
_PARTNER = phrase(r"\bphối hợp(?: \w+){0,3} (?:với|cùng) (?:các )?$")
_SHORT_KDC = 12
_SIDES = phrase(r"\bcác bên\b")
_UNITS = phrase(r"\b(?:các đơn vị|các cơ quan)\b")
_BARE_HOLDING = phrase(r"tổ chức|giám sát")
_IN_NAME_OF = phrase(
    r"(?:thực hiện|nội dung|quy định|nghị quyết|kết luận|chức năng|công tác|hiệu quả|kết quả) $"
)
_TOOLS = phrase(r"\bkế hoạch\b[^;,.]{0,30}$")
_SURE, _FAIR, _DOUBTFUL = 0.9, 0.75, 0.5


@dataclass(frozen=True)
class _Piece:
    """A stretch with one frequency and one kind."""

    start: int
    end: int
    kind: str
    frequency: str
    confidence: float
    due_start: int | None = None
    due_end: int | None = None


def duties_of(
    source: Source, sections: list[Section], mentions: Mentions, *, issuers: tuple[str, ...]
) -> list[Duty]:
    """The duties of a body, in reading order. One sentence may give several (half-yearly and yearly)."""
    found: list[Duty] = []
    for section in sections:
        reader = _Reader(source, mentions, section, issuers)
        found += reader.duties()
    return found


class _Reader:
    """Reads one clause; keeps the bodies of the sentence before for one that names nobody."""

    def __init__(
        self, source: Source, mentions: Mentions, section: Section, issuers: tuple[str, ...]
    ) -> None:
        self.source = source
        self.mentions = mentions
        self.section = section
        self.issuers = issuers
        run, above = heading_parties(source, mentions, section, issuers=issuers)
        self.heading = tuple(m.party for m in run) if above else ()
        self.before: tuple[str, ...] = ()

    def duties(self) -> list[Duty]:
        found: list[Duty] = []
        roadmap = self._roadmap_year()
        start = self.section.body if self.section.clause.heading else self.section.label.body
        for left, right in sentences(self.source, start=start, end=self.section.end):
            pieces = self._pieces(left, right, roadmap=roadmap)
            found += (self._duty(piece, sentence=(left, right), roadmap=roadmap) for piece in pieces)
            self.before = self._senders(left, right) or self.before
        return found

    def _roadmap_year(self) -> str | None:
        """The year of a heading "3. Năm 2019: …": reviews under it are due in it."""
        for above in (self.section, *self.section.ancestors()):
            match = _ROADMAP_YEAR.match(self.source.folded, *above.title) if above.clause.heading else None
            if match:
                return match["year"]
        return None

    def _pieces(self, start: int, end: int, *, roadmap: str | None) -> Iterator[_Piece]:
        opened: list[str] = []
        for left, right in parts(self.source, start=start, end=end):
            words = self.source.folded[left:right]
            if _VAGUE.search(words):
                continue
            years = list(self._review_years(left, right))
            if years:
                yield from years
                continue
            frequencies = self._frequencies(left, right)
            opened = frequencies or opened
            yield from self._regular(left, right, frequencies, opened, roadmap=roadmap)

    def _regular(
        self, start: int, end: int, frequencies: list[str], opened: list[str], *, roadmap: str | None
    ) -> Iterator[_Piece]:
        kinds = self._kinds(start, end)
        if roadmap and "review" in kinds:
            yield _Piece(start, end, "review", "once", _FAIR)
        elif frequencies and kinds:
            for index, name in enumerate(frequencies):
                second = self._second_frequency(start, end) if len(frequencies) == 2 else None
                due = (None, None) if second is None else ((start, second), (second, end))[index]
                yield _Piece(start, end, kinds[0], name, _SURE, *due)
            if "report" in kinds[1:]:
                yield from (_Piece(start, end, "report", name, _FAIR) for name in frequencies)
        elif opened and kinds[:1] == ["report"]:
            yield from (_Piece(start, end, "report", name, _FAIR) for name in opened)
        elif kinds and (_REGULARLY.search(self.source.folded, start, end) or kinds[0] == "report"):
            yield _Piece(start, end, kinds[0], "on_demand", _DOUBTFUL)

    def _review_years(self, start: int, end: int) -> Iterator[_Piece]:
        """ "Sau 3 năm, 5 năm tổ chức sơ kết", "sơ kết 3 năm và 5 năm tổng kết"."""
        folded = self.source.folded
        if not re.search(r"sơ\s+kết|tổng\s+kết", folded[start:end]):
            return
        for name in ("every_3_years", "every_5_years"):
            pattern = next(p for p, n in _FREQUENCIES if n == name)
            match = pattern.search(folded, start, end)
            if match and not re.search(r"(?:kết quả|đánh giá|nhiệm kỳ)\s+$", folded[start : match.start()]):
                yield _Piece(start, end, "review", name, _FAIR)

    def _frequencies(self, start: int, end: int) -> list[str]:
        words = self.source.folded[start:end]
        if _HALF_AND_YEAR.search(words):
            return ["half_yearly", "yearly"]
        if _YEAR_AND_FINAL.search(words):
            return ["yearly", "final"]
        for pattern, name in _FREQUENCIES:
            if name.startswith("every"):
                continue
            if pattern.search(words):
                return [name]
        return []

    def _second_frequency(self, start: int, end: int) -> int | None:
        """Where the second of two frequencies begins, if each may have its own day in brackets."""
        match = _HALF_AND_YEAR.search(self.source.folded, start, end)
        return match.start("second") if match and "(" in match.group() else None

    def _kinds(self, start: int, end: int) -> list[str]:
        """The kinds a part speaks of, in the order of their first verbs; bare "tổ chức" yields to others."""
        words = self.source.folded[start:end]
        at: dict[str, int] = {}
        for name, pattern in _KINDS:
            for match in pattern.finditer(words):
                if not _IN_NAME_OF.search(words[: match.start()]):
                    at[name] = match.start()
                    break
        if len(at) > 1 and "event" in at and _BARE_HOLDING.match(words, at["event"]):
            del at["event"]
        return sorted(at, key=lambda name: at[name])

    def _duty(self, piece: _Piece, *, sentence: tuple[int, int], roadmap: str | None) -> Duty:
        receivers, via = self._receivers(piece.start, piece.end) if piece.kind == "report" else ((), None)
        senders = self._senders(piece.start, piece.end) or self._senders(sentence[0], piece.start)
        if not senders and _SIDES.search(self.source.folded, piece.start, piece.end):
            senders = self.issuers
        if not senders and _UNITS.search(self.source.folded, piece.start, piece.end):
            senders = tuple(code for code in self.issuers if code not in receivers)
        if not senders and piece.kind in ("report", "review"):
            senders = tuple(party for party in self.heading or self.before if party not in receivers)
        due = self._due(piece, roadmap)
        return Duty(
            span=(piece.start, piece.end),
            text=self.source.text[piece.start : piece.end],
            clause=self.section.clause.path,
            clause_id=self.section.clause.id,
            kind=piece.kind,
            senders=senders or self.heading,
            receivers=receivers,
            frequency=piece.frequency,
            due=due.text if due else None,
            due_strict=bool(due and due.is_strict),
            via=via,
            anchor=due.anchor if due else None,
            offset=due.offset if due else None,
            confidence=piece.confidence,
        )

    def _due(self, piece: _Piece, roadmap: str | None) -> Due | None:
        if roadmap and piece.frequency == "once":
            return Due(roadmap, "end_of_year", None, is_strict=False)
        start = piece.start if piece.due_start is None else piece.due_start
        due = due_in(self.source, start=start, end=piece.due_end or piece.end)
        return None if due and due.anchor == "day" and piece.frequency != "once" else due

    def _senders(self, start: int, end: int) -> tuple[str, ...]:
        """The bodies that act: those named before the verb of sending or holding, with their partners."""
        folded = self.source.folded
        if _SIDES.match(folded, start, end):
            return self.issuers
        stop = self._first_receiver(start, end)
        named: list[str] = []
        for run in self.mentions.runs_within(start, stop):
            before = folded[max(start, run[0].start - 40) : run[0].start]
            if _NOT_A_SENDER.search(before):
                continue
            if not named and _PARTNER.search(before):
                named += self.heading
            named += (m.party for m in run if m.code != "KDC" or m.end - m.start >= _SHORT_KDC)
        return tuple(dict.fromkeys(named))

    def _first_receiver(self, start: int, end: int) -> int:
        for match in _TO.finditer(self.source.folded, start, end):
            if self.mentions.run_at(match.end(), end) and not match.group().startswith("với"):
                return match.start()
            if _SIDES.match(self.source.folded, match.end(), end):
                return match.start()
        return end

    def _receivers(self, start: int, end: int) -> tuple[tuple[str, ...], str | None]:
        """To whom, and through which office."""
        folded = self.source.folded
        via_at = _VIA.search(folded, start, end)
        office = self.mentions.run_at(via_at.end(), end) if via_at else []
        via = self.source.line(office[0].start, office[0].end) if office else None
        stop = via_at.start() if via_at and via else end
        for match in _TO.finditer(folded, start, stop):
            if _SIDES.match(folded, match.end(), stop):
                return (self.issuers, via)
            run = self.mentions.run_at(match.end(), stop)
            if run:
                return (tuple(dict.fromkeys(m.party for m in run)), via)
        return ((), via)


_VAGUE = phrase(r"\btheo quy định của pháp luật về báo cáo\b")
