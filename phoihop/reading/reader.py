"""From text to draft: zone first, then each zone by its own rules."""

import unicodedata

from .draft import Draft, Header, Target
from .facts.assignments import assignments_of
from .facts.clauses import Section
from .facts.duties import duties_of
from .facts.grids import grids_of, source_without
from .facts.structure import structure_of
from .facts.tables import facts_of
from .facts.target_context import Context, lead_of
from .facts.targets import targets_of
from .files import paper_of
from .language.labels import Level
from .language.lines import sentences
from .language.offices import with_offices
from .language.parties import Mentions
from .language.source import Source
from .language.traps import masked
from .paper import Paper


def read_bytes(data: bytes, *, name: str) -> Draft:
    """Read a file; raises only UnreadableDocument (see `files.paper_of`)."""
    return read_paper(paper_of(data, name=name))


def read_text(text: str) -> Draft:
    """Read any text; never raises. What is not there is empty in the draft."""
    return read_paper(Paper(text=unicodedata.normalize("NFC", text)))


def read_paper(paper: Paper) -> Draft:
    """Read an opened file; never raises. `Draft.text` is `paper.text`, so spans of both agree."""
    source = Source.of(paper.text)
    grids = grids_of(source, paper.tables)
    structure = structure_of(source, tables=tuple(grid.span for grid in grids))
    header, sections = structure.header, structure.sections
    mentions = with_offices(source, structure.mentions, start=structure.body[0], end=structure.body[1])
    issuers = codes_of(header)
    tabled = facts_of(source, grids, sections, mentions)
    # Rows are read by their columns, not as sentences.
    running = source_without(source, grids)
    targets = _targets(running, sections, mentions, place=place_of(header))
    roles = assignments_of(running, sections, mentions, issuers=issuers)
    duties = duties_of(running, sections, mentions, issuers=issuers)
    return Draft(
        text=source.text,
        header=header,
        legal_bases=structure.legal_bases,
        clauses=tuple(section.clause for section in sections),
        targets=tuple(sorted((*targets, *tabled.targets), key=lambda row: row.span)),
        assignments=tuple(sorted((*roles, *tabled.assignments), key=lambda row: row.span)),
        duties=tuple(sorted((*duties, *tabled.duties), key=lambda row: row.span)),
        signatories=structure.signatories,
        recipients=structure.recipients,
        registrations=tabled.registrations,
        annexes=tuple(structure.annexes),
    )


def codes_of(header: Header) -> tuple[str, ...]:
    """The codes of the bodies that issue the paper; those without a code by their own words."""
    return tuple(name.split()[0] if name.split()[0].isupper() else name for name in header.issuers)


def place_of(header: Header) -> str | None:
    """The place of the first issuer, where it is named."""
    named = [name.split(" ", 1) for name in header.issuers if " " in name and name.split()[0].isupper()]
    return named[0][1] if named else None


def _targets(
    source: Source, sections: list[Section], mentions: Mentions, *, place: str | None
) -> list[Target]:
    words = masked(source)
    contexts = contexts_of(source, sections, mentions, place=place)
    found: list[Target] = []
    for section in sections:
        spans = sentences(source, start=section.label.body, end=section.end)
        context = contexts[section.clause.id]
        found += targets_of(source, words, section, spans=spans, context=context)
    return found


def contexts_of(
    source: Source, sections: list[Section], mentions: Mentions, *, place: str | None
) -> dict[str, Context]:
    """What each clause gives its targets, by the clause's id: lead-in, parties, the clause outside it."""
    contexts: dict[str, Context] = {}
    for section in sections:
        parent = section.parent
        in_list = section.label.level in (Level.BULLET, Level.LETTER)
        lead = lead_of(source, parent, of_list=in_list) if parent else None
        contexts[section.clause.id] = Context(
            source=source,
            mentions=mentions,
            section=section,
            place=place,
            lead=lead,
            lead_clause=parent.clause.id if parent and lead else None,
            outer=contexts.get(parent.clause.id) if parent else None,
        )
    return contexts
