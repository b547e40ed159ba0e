"""From text to draft: zone first, then each zone by its own rules."""

import unicodedata
from dataclasses import replace

from .checks.warnings import warnings_of
from .draft import Draft, Header, Target
from .facts.assignments import assignments_of
from .facts.bases import bases_of
from .facts.clauses import Section, sections_of
from .facts.duties import duties_of
from .facts.header import header_of, level_mentions, own_level
from .facts.recipients import recipient_lines, recipients_of
from .facts.signatories import signatories_of
from .facts.target_context import Context, lead_of
from .facts.targets import targets_of
from .facts.zones import Zone, blocks_of
from .files import paper_of
from .language.labels import Level
from .language.lines import sentences
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
    zones = {block.zone: block for block in blocks_of(source)}
    head, title, preamble = zones[Zone.HEAD], zones[Zone.TITLE], zones[Zone.PREAMBLE]
    body, tail = zones[Zone.BODY], zones[Zone.TAIL]
    level = own_level(source, title=title, preamble=preamble, head=head)
    mentions = level_mentions(source, level=level)
    header = header_of(source, head=head, title=title, preamble=preamble, mentions=mentions)
    sections = sections_of(source, start=body.start, end=body.end)
    listed = recipient_lines(source, start=tail.start, end=tail.end)
    issuers = codes_of(header)
    draft = Draft(
        text=source.text,
        header=header,
        legal_bases=tuple(bases_of(source, start=preamble.start, end=preamble.end)),
        clauses=tuple(section.clause for section in sections),
        targets=tuple(_targets(source, sections, mentions, place=place_of(header))),
        assignments=tuple(assignments_of(source, sections, mentions, issuers=issuers)),
        duties=tuple(duties_of(source, sections, mentions, issuers=issuers)),
        signatories=tuple(signatories_of(source, start=tail.start, end=tail.end, skip=listed)),
        recipients=tuple(recipients_of(source, listed)),
        warnings=(),
    )
    span = (title.start, max(title.start, source.trimmed(title.start, title.end)[1]))
    return replace(draft, warnings=tuple(warnings_of(source, draft, sections, title=span)))


def codes_of(header: Header) -> tuple[str, ...]:
    """The codes of the bodies that issue the paper."""
    return tuple(name.split()[0] for name in header.issuers)


def place_of(header: Header) -> str | None:
    """The place of the first issuer, where it is named."""
    return header.issuers[0].split(" ", 1)[-1] if header.issuers and " " in header.issuers[0] else None


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
