"""Who owes a duty to whom, and through which office."""

from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase
from phoihop.reading.language.verbs import VERB

from .clauses import Section
from .doers import SIDES, heading_parties

_TO = phrase(
    r"\b(?:về|cho|đến|tới|(?<!phối hợp )với|gửi|báo cáo|báo cáo kết quả)(?: về| cho| đến| lên)?"
    r"(?: (?:cơ quan|đơn vị|bộ phận)(?: thường trực| đầu mối| chủ trì)?(?: là)?)? \(?"
)
_VIA = phrase(r"\b(?:qua|thông qua) (?=(?:văn phòng|bộ phận|ban|phòng|cơ quan|sở|hội|ủy ban|ubnd))")
_NOT_A_SENDER = phrase(
    r"(?:\b(?:của|của các|thành lập|theo|đại hội|ở|tại|truyền thống|xây dựng|góp ý|góp ý của|quy chế)"
    r"|\b(?:đối với|cá nhân)(?: \w+){0,4}) $"
)
_PARTNER = phrase(r"\bphối hợp(?: \w+){0,3} (?:với|cùng) (?:các )?$")
_UNITS = phrase(r"\b(?:các đơn vị|các cơ quan)\b")
_SHORT_KDC = 12
_NEAR = 40


class DutyParties:
    """Senders and receivers of one clause; keeps the bodies of the sentence before for one naming none."""

    def __init__(
        self, source: Source, mentions: Mentions, section: Section, issuers: tuple[str, ...]
    ) -> None:
        self.source = source
        self.mentions = mentions
        self.issuers = issuers
        run, above = heading_parties(source, mentions, section, issuers=issuers)
        self.heading = tuple(m.party for m in run) if above else ()
        self.before: tuple[str, ...] = ()

    def remember(self, start: int, end: int) -> None:
        """Keep who acts in a sentence, for the next."""
        self.before = self._senders(start, end) or self.before

    def senders(
        self, start: int, end: int, *, sentence: int, kind: str, receivers: tuple[str, ...]
    ) -> tuple[str, ...]:
        """The bodies named before the verb; else both sides; else the heading's or the sentence before's."""
        found = self._senders(start, end, reports=kind == "report") or self._senders(
            sentence, start, only_subjects=True
        )
        if not found and SIDES.search(self.source.folded, start, self._first_receiver(start, end)):
            found = self.issuers
        if not found and _UNITS.search(self.source.folded, start, end):
            found = tuple(code for code in self.issuers if code not in receivers)
        if not found and kind in ("report", "review"):
            found = tuple(party for party in self.heading or self.before if party not in receivers)
        return found or self.heading

    def receivers(self, start: int, end: int) -> tuple[tuple[str, ...], str | None]:
        """To whom, and through which office."""
        folded = self.source.folded
        via_at = _VIA.search(folded, start, end)
        office = self.mentions.run_at(via_at.end(), end) if via_at else []
        via = self.source.line(office[0].start, office[0].end) if office else None
        stop = via_at.start() if via_at and via else end
        for match in _TO.finditer(folded, start, stop):
            if SIDES.match(folded, match.end(), stop):
                return (self.issuers, via)
            run = self.mentions.run_at(match.end(), stop)
            if run:
                return (tuple(dict.fromkeys(m.party for m in run)), via)
        return ((), via)

    def _senders(
        self, start: int, end: int, *, only_subjects: bool = False, reports: bool = False
    ) -> tuple[str, ...]:
        """The bodies that act: those named before the verb of sending or holding, with their partners."""
        folded = self.source.folded
        if SIDES.match(folded, start, end):
            return self.issuers
        stop = self._first_receiver(start, end, reports=reports)
        named: list[str] = []
        for run in self.mentions.runs_within(start, stop):
            before = folded[max(start, run[0].start - _NEAR) : run[0].start]
            if _NOT_A_SENDER.search(before) or (only_subjects and not VERB.match(folded, run[-1].end, end)):
                continue
            if not named and _PARTNER.search(before):
                named += self.heading
            named += (m.party for m in run if m.code != "KDC" or m.end - m.start >= _SHORT_KDC)
        return tuple(dict.fromkeys(named))

    def _first_receiver(self, start: int, end: int, *, reports: bool = False) -> int:
        """Where those who receive are named; "với" names a receiver only of a report, else a partner."""
        for match in _TO.finditer(self.source.folded, start, end):
            if self.mentions.run_at(match.end(), end) and (reports or not match.group().startswith("với")):
                return match.start()
            if SIDES.match(self.source.folded, match.end(), end):
                return match.start()
        return end
