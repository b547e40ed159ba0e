"""The parts of a document that its print shows: zones, header, bases, clauses, signatures, recipients."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phoihop.reading.draft import Annex, Header, LegalBasis, Period, Recipient, Signatory, Span
from phoihop.reading.language.dates import years
from phoihop.reading.language.parties import Mentions
from phoihop.reading.language.source import Source, phrase

from .annexes import annexes_of
from .bases import bases_of
from .clauses import Section, sections_of
from .header import header_of, level_mentions, level_of
from .recipients import recipient_cells, recipients_of
from .signatories import signatories_of
from .zones import Block, Zone, blocks_of

_TERM = phrase(
    r"\s*(?:về )?(?:thời gian|thời hạn)(?: thực hiện| hiệu lực| phối hợp)"
    r"(?: chương trình| kế hoạch| quy chế)?(?: phối hợp)?[ :.]"
)
_LONGEST_TERM = 200


@dataclass(frozen=True)
class Structure:
    """What one document, or a decision and the programme it puts into force, is made of."""

    blocks: tuple[Block, ...]
    title: Block
    header: Header
    mentions: Mentions
    legal_bases: tuple[LegalBasis, ...]
    sections: list[Section]
    signatories: tuple[Signatory, ...]
    recipients: tuple[Recipient, ...]
    annexes: tuple[Annex, ...]

    @property
    def body(self) -> Span:
        """From the first clause to the last; between them stands at most a decision's own tail."""
        bodies = self.of(Zone.BODY)
        return (bodies[0].start, bodies[-1].end)

    def of(self, zone: Zone) -> list[Block]:
        """The blocks of a zone, in reading order."""
        return [block for block in self.blocks if block.zone is zone]


def _with_parties(header: Header, signed: list[Signatory]) -> list[Signatory]:
    """ "TM. BAN THƯỜNG VỤ" alone, or a bare "GIÁM ĐỐC", signs for the one issuer nobody else signs for."""
    codes = [name.split()[0] if name.split()[0].isupper() else name for name in header.issuers]
    signed = [_of_side(row, codes) for row in signed]
    unnamed = [row for row in signed if row.party in ("", row.body) or _by_standing_alone(row, codes)]
    named = {row.party for row in signed if row not in unnamed}
    left = [code for code in codes if not any(code.startswith(party) for party in named if party)]
    ministry = [code for code in left if code.startswith("Bộ ")]
    chosen: dict[int, str] = {}
    for row in unnamed:
        if len(ministry) == 1 and row.position in ("BỘ TRƯỞNG", "THỨ TRƯỞNG"):
            chosen[id(row)] = ministry[0]
            left.remove(ministry[0])
    rest = [row for row in unnamed if id(row) not in chosen]
    if len(left) == 1 and len(rest) == 1:
        chosen[id(rest[0])] = left[0]
    return [replace(row, party=chosen[id(row)]) if id(row) in chosen else row for row in signed]


def _with_period(source: Source, header: Header, sections: list[Section]) -> Header:
    """ "Thời gian thực hiện: từ năm 2022 đến năm 2026": a clause may say what title and opening do not."""
    if header.period.end is not None:
        return header
    for section in sections:
        start, end = section.label.body, section.end
        if _TERM.match(source.folded, start, end):
            found = years(source.folded[start : min(end, start + _LONGEST_TERM)])
            return replace(header, period=Period(*found)) if found else header
    return header


def _of_side(row: Signatory, codes: list[str]) -> Signatory:
    """ "ĐẠI DIỆN BÊN B" signs for the second of the sides."""
    side = re.fullmatch(r"BÊN ([A-D])", row.body)
    index = ord(side[1]) - ord("A") if side else len(codes)
    return replace(row, party=codes[index]) if index < len(codes) else row


def _bases(source: Source, preambles: list[Block]) -> Iterator[LegalBasis]:
    """A decision and the programme it puts into force may rest on the same instrument: it is said once."""
    known: set[tuple[str, str | None, str | None]] = set()
    for block in preambles:
        rows = bases_of(source, start=block.start, end=block.end)
        yield from (row for row in rows if not row.number or _key(row) not in known)
        known |= {_key(row) for row in rows}


def _key(row: LegalBasis) -> tuple[str, str | None, str | None]:
    return (row.kind, row.number, row.date)


def _annexes(source: Source, by_zone: dict[Zone, list[Block]], tables: tuple[Span, ...]) -> list[Annex]:
    """Where nothing is headed as an annex, a table below the last signature is one."""
    last = by_zone[Zone.ANNEX][-1]
    spans = [(block.start, block.end) for zone in (Zone.PREAMBLE, Zone.BODY) for block in by_zone[zone]]
    below = [table for table in tables if table[0] >= by_zone[Zone.TAIL][-1].start]
    return annexes_of(source, spans=sorted(spans), annex=(last.start, last.end), is_tabled=bool(below))


def _by_standing_alone(row: Signatory, codes: list[str]) -> bool:
    """ "TM. ĐOÀN CHỦ TỊCH" names no body; it is the Front's only where the Front issues."""
    return row.party == "MTTQ" and "MTTQ" not in codes and "MTTQ" not in row.body and "MẶT" not in row.body


def structure_of(source: Source, *, tables: tuple[Span, ...] = ()) -> Structure:
    """Read what stands where; labels inside `tables` (spans of data tables) number rows, not clauses."""
    blocks = tuple(blocks_of(source))
    by_zone = {zone: [block for block in blocks if block.zone is zone] for zone in Zone}
    # A decision's own title says only that it puts the second one into force.
    head, title, preamble = by_zone[Zone.HEAD][0], by_zone[Zone.TITLE][-1], by_zone[Zone.PREAMBLE][-1]
    tails = tuple(by_zone[Zone.TAIL])
    mentions = level_mentions(source, level=level_of(source, title=title, preamble=preamble, head=head))
    signatories: list[Signatory] = []
    recipients: list[Recipient] = []
    for tail in tails:
        listed = recipient_cells(source, start=tail.start, end=tail.end)
        signatories += signatories_of(source, start=tail.start, end=tail.end, skip=listed)
        recipients += recipients_of(source, listed)
    header = header_of(source, head=head, title=title, preamble=preamble, mentions=mentions, tails=tails)
    sections = [
        section
        for block in by_zone[Zone.BODY]
        for section in sections_of(source, start=block.start, end=block.end, tables=tables)
    ]
    header = _with_period(source, header, sections)
    return Structure(
        blocks=blocks,
        title=title,
        header=header,
        mentions=mentions,
        legal_bases=tuple(_bases(source, by_zone[Zone.PREAMBLE])),
        sections=sections,
        signatories=tuple(_with_parties(header, signatories)),
        recipients=tuple(recipients),
        annexes=tuple(_annexes(source, by_zone, tables)),
    )
