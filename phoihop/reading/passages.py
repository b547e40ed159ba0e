"""A few words of a paper read anew, in the place where they stand: what the grammar makes of just them."""

import unicodedata
from dataclasses import dataclass, replace

from .draft import Assignment, Duty, LegalBasis, Target
from .facts.assignments import assignments_of
from .facts.bases import bases_of
from .facts.clauses import Section
from .facts.duties import duties_of
from .facts.structure import structure_of
from .facts.targets import targets_of
from .language.offices import with_offices
from .language.source import Source
from .language.traps import masked
from .reader import codes_of, contexts_of, place_of


@dataclass(frozen=True)
class Passage:
    """What the words of one span say; spans are offsets in the whole text, as in a draft."""

    legal_bases: tuple[LegalBasis, ...] = ()
    targets: tuple[Target, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    duties: tuple[Duty, ...] = ()


def read_span(text: str, *, start: int, end: int) -> Passage:
    """Run the grammar on `text[start:end]` alone, under the clause it stands in; never raises.

    What a clause inherits (deadline, parties, softener, issuers) comes from the whole text. Above the first
    clause the words are read as legal bases; a span without words, or outside the text, says nothing.
    """
    source = Source.of(unicodedata.normalize("NFC", text))
    start, end = max(0, start), min(end, len(source.text))
    if not source.text[start:end].strip():
        return Passage()
    structure = structure_of(source)
    header, sections = structure.header, structure.sections
    mentions = with_offices(source, structure.mentions, start=structure.body[0], end=structure.body[1])
    own = _section_at(sections, start)
    if own is None:
        return Passage(legal_bases=_bases(source, start=start, end=end))
    context = contexts_of(source, sections, mentions, place=place_of(header))[own.clause.id]
    narrow = _narrowed(own, start=start, end=end)
    found = targets_of(source, masked(source), own, spans=[(start, end)], context=context)
    issuers = codes_of(header)
    return Passage(
        targets=tuple(found),
        assignments=tuple(assignments_of(source, [narrow], mentions, issuers=issuers)),
        duties=tuple(duties_of(source, [narrow], mentions, issuers=issuers)),
    )


def _bases(source: Source, *, start: int, end: int) -> tuple[LegalBasis, ...]:
    """The instruments named in the words; the "Căn cứ" they hang on may stand before them in the line."""
    line = source.plain.rfind("\n", 0, start) + 1
    found = bases_of(source, start=line, end=end)
    return tuple(row for row in found if row.span[1] > start)


def _section_at(sections: list[Section], start: int) -> Section | None:
    """The clause in whose own words `start` lies: the last that begins before it."""
    own = None
    for section in sections:
        if section.clause.span[0] <= start:
            own = section
    return own


def _narrowed(section: Section, *, start: int, end: int) -> Section:
    """The clause as if only these words stood in it; its own heading, if it is one, is then above them."""
    is_heading = section.clause.heading
    return replace(
        section,
        clause=replace(section.clause, heading=False),
        label=replace(section.label, body=start),
        body=start,
        end=end,
        parent=section if is_heading else section.parent,
    )
