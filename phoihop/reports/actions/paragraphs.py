"""The paragraphs of a consolidated report: taken in from rounds, edited, chosen, put in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.programmes.models import Clause
from phoihop.reports.actions.consolidating import open_consolidation, touched
from phoihop.reports.calculations.levels import Words
from phoihop.reports.models import ConsolidatedParagraph, Consolidation
from phoihop.reports.queries.paragraphs import Wanted, paragraphs_wanted, placed, seen_of
from phoihop.reports.queries.sources import Source, words_of

type Key = tuple[int, str, UUID | None, str]
_BATCH = 5000
LONGEST = 20_000


def take_in(row: Consolidation, sources: Iterable[Source]) -> None:
    """Bring the paragraphs in line with the rounds; edited ones stay as they are. Fixed number of queries."""
    given = placed(row, words_of(sources).values())
    keys = dict(
        Clause.objects.filter(pk__in={pk for w in given for pk in (w.clause_id, w.own_clause_id) if pk})
        .values_list("pk", "key")
    )  # fmt: skip
    wanted = {_key_of_words(words, keys): words for words in given}
    rows = row.paragraphs.select_related("clause", "own_clause")
    existing = {_key_of_row(found): found for found in rows}
    gone = [p.pk for key, p in existing.items() if key not in wanted and not p.is_edited]
    ConsolidatedParagraph.objects.filter(pk__in=gone).delete()
    ConsolidatedParagraph.objects.bulk_create(
        [_made(row, words) for key, words in wanted.items() if key not in existing], batch_size=_BATCH
    )
    _follow(existing, wanted)


def _key_of_words(words: Words, keys: Mapping[int, UUID]) -> Key:
    clause = words.own_clause_id or words.clause_id
    return (words.body_id, words.part, keys[clause] if clause else None, words.heading)


def _key_of_row(row: ConsolidatedParagraph) -> Key:
    clause = row.own_clause or row.clause
    return (row.body_id, row.part, clause.key if clause else None, row.heading)


def _made(row: Consolidation, words: Words) -> ConsolidatedParagraph:
    return ConsolidatedParagraph(
        consolidation=row,
        part=words.part,
        clause_id=words.clause_id,
        own_clause_id=words.own_clause_id,
        heading=words.heading,
        round_id=words.round_id,
        via_round_id=words.via_round_id,
        body_id=words.body_id,
        text=words.text,
        is_named=words.is_named,
    )


def _follow(existing: Mapping[Key, ConsolidatedParagraph], wanted: Mapping[Key, Words]) -> None:
    changed = []
    for key, paragraph in existing.items():
        words = wanted.get(key)
        if words is None or paragraph.is_edited:
            continue
        if (paragraph.round_id, paragraph.via_round_id) != (words.round_id, words.via_round_id):
            paragraph.round_id, paragraph.via_round_id = words.round_id, words.via_round_id
            paragraph.text = words.text
            changed.append(paragraph)
    fields = ["round", "via_round", "text"]
    ConsolidatedParagraph.objects.bulk_update(changed, fields, batch_size=_BATCH)


@dataclass(frozen=True)
class ParagraphInput:
    """A paragraph as a form sent it; None: the form did not have that field. `seen`: what its page showed."""

    text: str | None = None
    is_named: bool | None = None
    order: int | None = None
    has_order: bool = False
    seen: str = ""


@transaction.atomic
def save_consolidation(
    *, consolidation: Consolidation, overview: str, recommendations: str,
    paragraphs: Mapping[int, ParagraphInput], version: int, by: Member, at: datetime,
) -> Consolidation:  # fmt: skip
    """Keep the texts of the whole paper, paragraphs by id; Conflict when somebody saved meanwhile."""
    row = open_consolidation(consolidation, by, version=version)
    row.overview, row.recommendations = overview.strip(), recommendations.strip()
    _save(row, paragraphs)
    touched(row, "overview", "recommendations")
    return row


@transaction.atomic
def save_paragraphs(
    *, consolidation: Consolidation, paragraphs: Mapping[int, ParagraphInput], by: Member, at: datetime
) -> int:
    """Keep one page of paragraphs, and answer how many changed.

    Several people work on several pages: Conflict only when one of these paragraphs is no longer as shown.
    """
    row = open_consolidation(consolidation, by)
    count = _save(row, paragraphs)
    touched(row)
    return count


def _save(row: Consolidation, given: Mapping[int, ParagraphInput]) -> int:
    changed = []
    for paragraph in row.paragraphs.filter(pk__in=given):
        wanted = given[paragraph.pk]
        before = seen_of(paragraph.text, is_named=paragraph.is_named, order=paragraph.order)
        _take(paragraph, wanted)
        after = seen_of(paragraph.text, is_named=paragraph.is_named, order=paragraph.order)
        if after == before:
            continue
        if wanted.seen and wanted.seen != before:
            raise Conflict("Đoạn tổng hợp")
        changed.append(paragraph)
    fields = ["text", "is_edited", "is_named", "order"]
    ConsolidatedParagraph.objects.bulk_update(changed, fields, batch_size=_BATCH)
    return len(changed)


def _take(paragraph: ConsolidatedParagraph, wanted: ParagraphInput) -> None:
    if wanted.text is not None:
        text = wanted.text.replace("\r\n", "\n").strip()
        if len(text) > LONGEST:
            raise Refused(f"Mỗi đoạn không dài quá {LONGEST} chữ.")
        if text != paragraph.text.strip():
            paragraph.text, paragraph.is_edited = text, True
    if wanted.is_named is not None:
        paragraph.is_named = wanted.is_named
    if wanted.has_order:
        paragraph.order = wanted.order


@transaction.atomic
def name_all(
    *, consolidation: Consolidation, wanted: Wanted, is_named: bool, by: Member, at: datetime
) -> int:
    """Put every paragraph a filter finds into the paper, or leave them to the annex; answers how many."""
    row = open_consolidation(consolidation, by)
    count = paragraphs_wanted(row, wanted).exclude(is_named=is_named).update(is_named=is_named)
    touched(row)
    return count
