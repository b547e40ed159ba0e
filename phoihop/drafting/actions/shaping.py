"""Where one fact ends and another begins: split one into two, merge two into one."""

from datetime import datetime

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.drafting.actions.facts import new_fact
from phoihop.drafting.actions.records import (
    CHANGED,
    Json,
    checked,
    locked,
    name_new_parties,
    opened,
    remember,
    span_of,
    state_of,
)
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.proposals import reread
from phoihop.drafting.statuses import SHAPED, FactKind, FactStatus

LONGEST_MERGED = 3_000
"""Characters between the first and the last word of a merged fact; more is no sentence of a paper."""

type Span = tuple[int, int]


def split_fact(
    *, fact: DraftFact, cut: int, version: int, by: Member, at: datetime
) -> tuple[DraftFact, DraftFact]:
    """Cut a fact at the character `cut` of the text; both halves are read anew and wait to be looked at.

    Conflict when `version` is stale; Refused when a half would be without words, or its kind has no halves.
    """
    draft = opened(fact.draft, by)
    first = checked(locked(draft).get(pk=fact.pk), version=version)
    left, right = _halves(first, cut)
    second = new_fact(draft, kind=first.kind, values=first.values)
    second.span_start, second.span_end = right
    second.status = FactStatus.GONE
    second.save()
    before = state_of([first, second])
    _read_anew(first, left, "Vừa tách từ một mục: hãy xem lại.")
    _read_anew(second, right, "Vừa tách từ một mục: hãy xem lại.")
    DraftFact.objects.bulk_update([first, second], CHANGED)
    name_new_parties(draft, at)
    remember(draft, verb="split", before=before, after=state_of([first, second]), by=by, at=at)
    return first, second


def _halves(row: DraftFact, cut: int) -> tuple[Span, Span]:
    span = span_of(row)
    if row.kind not in SHAPED or span is None or row.status == FactStatus.GONE:
        raise Refused("Mục này không tách được.")
    text = row.draft.text
    left, right = trimmed(text, span[0], cut), trimmed(text, cut, span[1])
    if not span[0] < cut < span[1] or left[0] >= left[1] or right[0] >= right[1]:
        raise Refused("Chỗ tách phải ở giữa câu, mỗi bên còn chữ.")
    return left, right


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks and list marks at its edges."""
    words = text[start:end]
    return (
        start + len(words) - len(words.lstrip(" \t\n\xa0,;.")),
        start + len(words.rstrip(" \t\n\xa0,;")),
    )


def merge_facts(
    *, fact: DraftFact, other: DraftFact, version: int, other_version: int, by: Member, at: datetime
) -> DraftFact:
    """Make one fact of two of the same kind; it spans both, is read anew and waits to be looked at.

    Parts of the one that goes become parts of the one that stays. Conflict when a version is stale;
    Refused when the two do not belong together.
    """
    draft = opened(fact.draft, by)
    rows = {row.pk: row for row in locked(draft).filter(pk__in=[fact.pk, other.pk])}
    first, second = checked(rows[fact.pk], version=version), checked(rows[other.pk], version=other_version)
    span = _joined(first, second)
    parts = _parts_of(draft, second)
    before = state_of([first, second, *parts])
    _read_anew(first, span, "Vừa gộp từ hai mục: hãy xem lại.")
    second.status = FactStatus.GONE
    second.version += 1
    for part in parts:
        part.values = {**part.values, "part_of": first.values.get("position")}
        part.version += 1
    DraftFact.objects.bulk_update([first, second, *parts], CHANGED)
    remember(draft, verb="merge", before=before, after=state_of([first, second, *parts]), by=by, at=at)
    return first


def _joined(first: DraftFact, second: DraftFact) -> Span:
    spans = span_of(first), span_of(second)
    if first.pk == second.pk or first.kind != second.kind or first.kind not in SHAPED:
        raise Refused("Chỉ gộp được hai mục cùng loại.")
    if spans[0] is None or spans[1] is None or FactStatus.GONE in {first.status, second.status}:
        raise Refused("Hai mục này không gộp được.")
    start, end = min(spans[0][0], spans[1][0]), max(spans[0][1], spans[1][1])
    if end - start > LONGEST_MERGED:
        raise Refused("Hai mục này cách nhau quá xa, không gộp được.")
    return start, end


def _parts_of(draft: Draft, whole: DraftFact) -> list[DraftFact]:
    position = whole.values.get("position")
    if whole.kind != FactKind.TARGET or position is None:
        return []
    return list(locked(draft).filter(kind=FactKind.TARGET, values__part_of=position).exclude(pk=whole.pk))


def _read_anew(row: DraftFact, span: Span, doubt: str) -> None:
    """The fact at `span` with what the grammar makes of it; what it does not find is kept."""
    row.span_start, row.span_end = span
    found = reread(row.draft.text, kind=row.kind, span=span)
    quote = row.draft.text[span[0] : span[1]]
    values = _own(row.values, found[0].values) if found else _named(row, quote)
    row.values = {**row.values, **values, "text": quote}
    row.doubts = [doubt, *(found[0].doubts if found else ())]
    row.status = FactStatus.PENDING
    row.version += 1


def _own(known: Json, found: Json) -> Json:
    """What was found, without what a person or the whole paper decided: place among targets, whole."""
    kept = {"position", "part_of"} & set(known)
    return {name: value for name, value in found.items() if name not in kept}


def _named(row: DraftFact, quote: str) -> Json:
    """A target the grammar finds no number for is called by its words."""
    return {"name": " ".join(quote.split())} if row.kind == FactKind.TARGET else {}
