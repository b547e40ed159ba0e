"""From text to draft: zone first, then each zone by its own rules."""

from dataclasses import replace

from .assignments import assignments_of
from .bases import bases_of
from .clauses import Section, sections_of
from .draft import Draft, Target
from .duties import duties_of
from .files import text_of
from .header import header_of, level_mentions, own_level
from .labels import Level
from .lines import sentences
from .numbers import masked
from .parties import Mentions
from .recipients import recipient_lines, recipients_of
from .signatories import signatories_of
from .source import Source
from .target_context import Context, lead_of
from .targets import targets_of
from .warnings import warnings_of
from .zones import Zone, blocks_of


def read_bytes(data: bytes, *, name: str) -> Draft:
    """Read a .txt (UTF-8) or .docx file; raises only UnreadableDocument (see `files.text_of`)."""
    return read_text(text_of(data, name=name))


def read_text(text: str) -> Draft:
    """Read any text; never raises. What is not there is empty in the draft."""
    source = Source.of(text)
    zones = {block.zone: block for block in blocks_of(source)}
    head, title, preamble = zones[Zone.HEAD], zones[Zone.TITLE], zones[Zone.PREAMBLE]
    body, tail = zones[Zone.BODY], zones[Zone.TAIL]
    level = own_level(source, title=title, preamble=preamble, head=head)
    mentions = level_mentions(source, level=level)
    header = header_of(source, head=head, title=title, preamble=preamble, mentions=mentions)
    sections = sections_of(source, start=body.start, end=body.end)
    listed = recipient_lines(source, start=tail.start, end=tail.end)
    issuers = tuple(name.split()[0] for name in header.issuers)
    place = header.issuers[0].split(" ", 1)[-1] if header.issuers and " " in header.issuers[0] else None
    draft = Draft(
        text=source.text,
        header=header,
        legal_bases=tuple(bases_of(source, start=preamble.start, end=preamble.end)),
        clauses=tuple(section.clause for section in sections),
        targets=tuple(_targets(source, sections, mentions, place=place)),
        assignments=tuple(assignments_of(source, sections, mentions, issuers=issuers)),
        duties=tuple(duties_of(source, sections, mentions, issuers=issuers)),
        signatories=tuple(signatories_of(source, start=tail.start, end=tail.end, skip=listed)),
        recipients=tuple(recipients_of(source, listed)),
        warnings=(),
    )
    span = (title.start, max(title.start, source.trimmed(title.start, title.end)[1]))
    return replace(draft, warnings=tuple(warnings_of(source, draft, sections, title=span)))


def _targets(
    source: Source, sections: list[Section], mentions: Mentions, *, place: str | None
) -> list[Target]:
    words = masked(source)
    contexts: dict[str, Context] = {}
    found: list[Target] = []
    for section in sections:
        parent = section.parent
        in_list = section.label.level in (Level.BULLET, Level.LETTER)
        lead = lead_of(source, parent, of_list=in_list) if parent else None
        context = Context(
            source=source,
            mentions=mentions,
            section=section,
            place=place,
            lead=lead,
            lead_clause=parent.clause.id if parent and lead else None,
            outer=contexts.get(parent.clause.id) if parent else None,
        )
        contexts[section.clause.id] = context
        spans = sentences(source, start=section.label.body, end=section.end)
        found += targets_of(source, words, section, spans=spans, context=context)
    return found
