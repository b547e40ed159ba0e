"""Duties: who reports, reviews, meets, surveys or holds what, how often, by when and to whom."""

from phoihop.reading.draft import Duty
from phoihop.reading.language.lines import sentences
from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase

from .clauses import Section
from .duty_parties import DutyParties
from .duty_pieces import Piece, pieces_of
from .figures import tells_history

_ROADMAP_YEAR = phrase(r"\W*(?:trong |đến )?năm (?P<year>20\d\d)\b")


def duties_of(
    source: Source, sections: list[Section], mentions: Mentions, *, issuers: tuple[str, ...]
) -> list[Duty]:
    """The duties of a body, in reading order. One sentence may give several (half-yearly and yearly)."""
    found: list[Duty] = []
    for section in sections:
        titles = (above.title for above in (section, *section.ancestors()) if above.clause.heading)
        if not any(tells_history(source.folded[slice(*title)]) for title in titles):
            found += _of_section(source, section, mentions, issuers=issuers)
    return found


def _of_section(
    source: Source, section: Section, mentions: Mentions, *, issuers: tuple[str, ...]
) -> list[Duty]:
    found: list[Duty] = []
    parties = DutyParties(source, mentions, section, issuers)
    roadmap = _roadmap_year(source, section)
    start = section.body if section.clause.heading else section.label.body
    for left, right in sentences(source, start=start, end=section.end):
        pieces = pieces_of(source, left, right, roadmap=roadmap)
        found += (_duty(source, section, piece, parties, sentence=(left, right)) for piece in pieces)
        parties.remember(left, right)
    return found


def _roadmap_year(source: Source, section: Section) -> str | None:
    """The year of a heading "3. Năm 2019: …": reviews under it are due in it."""
    for above in (section, *section.ancestors()):
        match = _ROADMAP_YEAR.match(source.folded, *above.title) if above.clause.heading else None
        if match:
            return match["year"]
    return None


def _duty(
    source: Source,
    section: Section,
    piece: Piece,
    parties: DutyParties,
    *,
    sentence: tuple[int, int],
) -> Duty:
    receivers, via = _receivers(source, piece, parties, end=sentence[1])
    senders = parties.senders(
        piece.start, piece.end, sentence=sentence[0], kind=piece.kind, receivers=receivers
    )
    due = piece.due
    return Duty(
        span=(piece.start, piece.end),
        text=source.text[piece.start : piece.end],
        clause=section.clause.path,
        clause_id=section.clause.id,
        kind=piece.kind,
        senders=senders,
        receivers=receivers,
        frequency=piece.frequency,
        due=due.text if due else None,
        due_strict=bool(due and due.is_strict),
        via=via,
        anchor=due.anchor if due else None,
        offset=due.offset if due else None,
        confidence=_sureness(piece, senders=senders, receivers=receivers),
    )


def _sureness(piece: Piece, *, senders: tuple[str, ...], receivers: tuple[str, ...]) -> float:
    """An event is often only part of the work; a duty nobody answers for, or sent to nobody, is a doubt."""
    if piece.kind == "event":
        return min(piece.confidence, 0.7)
    is_open = not senders or (piece.kind == "report" and not receivers)
    return min(piece.confidence, 0.75) if is_open else piece.confidence


def _receivers(
    source: Source, piece: Piece, parties: DutyParties, *, end: int
) -> tuple[tuple[str, ...], str | None]:
    """Whom a report goes to: named in its own words, or once at the end of the part it shares with others."""
    if piece.kind != "report":
        return ((), None)
    receivers, via = parties.receivers(piece.start, piece.end)
    part_end = source.plain.find(";", piece.end, end)
    return (receivers, via) if receivers else parties.receivers(piece.end, end if part_end < 0 else part_end)
