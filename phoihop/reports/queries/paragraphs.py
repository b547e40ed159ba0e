"""The paragraphs of a consolidated report: where each belongs, many of them page by page."""

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from phoihop.core.batches import together
from phoihop.organisations.models import BodyName
from phoihop.organisations.queries import BodyLabel
from phoihop.organisations.queries.labels import labels_from, names_of
from phoihop.programmes.models import Addition, Clause
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.reports.calculations.headings import heading_of
from phoihop.reports.calculations.levels import Words
from phoihop.reports.models import ConsolidatedParagraph, Consolidation
from phoihop.reports.statuses import ParagraphPart

PAGE = 20
_LEVELS = 4


@dataclass(frozen=True)
class ParagraphLine:
    """A body's words under a clause or heading; `via`: the unit below whose paper brought them."""

    id: int
    body: str
    text: str
    is_edited: bool
    report_id: int
    sequence: int
    is_outdated: bool = False
    via: str = ""
    is_named: bool = True
    order: int | None = None

    @property
    def source(self) -> str:
        """ "Hội LHPN xã Hà Lan, qua UBND xã Hà Lan" as papers print it."""
        return f"{self.body}, qua {self.via}" if self.via and self.via != self.body else self.body

    @property
    def seen(self) -> str:
        """What the page showed of it: a change by somebody else in between is told by it."""
        return seen_of(self.text, is_named=self.is_named, order=self.order)


def seen_of(text: str, *, is_named: bool, order: int | None) -> str:
    """A short sign of what a paragraph was when a page showed it."""
    return f"{zlib.crc32(f'{is_named}|{order}|{text}'.encode()):08x}"


@dataclass(frozen=True)
class ParagraphGroup:
    """A clause, a heading of the form, or a chapter: with its paragraphs, or only their numbers."""

    part: str
    label: str
    heading: str
    title: str
    clause_id: int | None = None
    paragraphs: Sequence[ParagraphLine] = ()
    count: int = 0
    named: int = 0
    group_key: str = ""

    @property
    def named_paragraphs(self) -> list[ParagraphLine]:
        return [line for line in self.paragraphs if line.is_named and line.text.strip()]

    @property
    def other_paragraphs(self) -> list[ParagraphLine]:
        return [line for line in self.paragraphs if not line.is_named and line.text.strip()]


def group_titles(part: str, clause: Clause | None, heading: str) -> tuple[str, str, str]:
    """Label, heading as in the text, and the short title of a group."""
    if clause is not None:
        return clause.label, clause.text, heading_of(clause.text)
    words = heading or str(ParagraphPart(part).label).capitalize()
    return "", words, words


def groups_of(
    row: Consolidation, *, today: date, standing: frozenset[int] = frozenset()
) -> list[ParagraphGroup]:
    """All groups with all their paragraphs, in the order of the text; one query.

    `standing`: the rounds reports stand by now; a paragraph that came by another one is outdated.
    """
    rows, names = _rows(row).order_by("clause__order", "heading", "id"), _names(row)
    together(rows, names)
    labels = labels_from(names, min(today, row.period_end))
    groups: dict[tuple[object, ...], list[ConsolidatedParagraph]] = {}
    for found in sorted(rows, key=_place):
        groups.setdefault(_group_key(found), []).append(found)
    return [_group(found, labels, standing) for found in groups.values()]


def _rows(row: Consolidation) -> QuerySet[ConsolidatedParagraph]:
    return row.paragraphs.select_related("clause", "round", "via_round__report__obligation")


def _names(row: Consolidation) -> QuerySet[BodyName]:
    """Of all whose words are in it, and of those whose papers brought them."""
    rows = row.paragraphs.order_by()
    return names_of(rows.values("body")) | names_of(rows.values("via_round__report__obligation__body"))


def _group_key(row: ConsolidatedParagraph) -> tuple[object, ...]:
    return (row.part, row.clause.key if row.clause else None, row.heading)


_PART_ORDER = {part.value: place for place, part in enumerate(ParagraphPart)}


def _place(row: ConsolidatedParagraph) -> tuple[int, int, int]:
    """Results first; in them what stands under no clause before the clauses."""
    return (_PART_ORDER[row.part], row.clause.order if row.clause else -1, row.pk)


def _group(
    rows: Sequence[ConsolidatedParagraph], labels: Mapping[int, BodyLabel], standing: frozenset[int]
) -> ParagraphGroup:
    latest = max(rows, key=lambda row: row.clause_id or 0)
    label, heading, title = group_titles(latest.part, latest.clause, latest.heading)
    ordered = sorted(rows, key=lambda r: (r.order is None, r.order or 0, labels[r.body_id].sort_key, r.pk))
    return ParagraphGroup(
        part=latest.part,
        label=label,
        heading=heading,
        title=title,
        clause_id=latest.clause_id,
        paragraphs=[line_of(row, labels, standing) for row in ordered],
        count=len(rows),
        named=sum(row.is_named for row in rows),
        group_key=latest.heading,
    )


def line_of(
    row: ConsolidatedParagraph, labels: Mapping[int, BodyLabel], standing: frozenset[int]
) -> ParagraphLine:
    """One paragraph as pages show it."""
    brought_by = row.via_round or row.round
    via = row.via_round.report.obligation.body_id if row.via_round else None
    return ParagraphLine(
        id=row.pk,
        body=labels[row.body_id].short_name,
        text=row.text,
        is_edited=row.is_edited,
        report_id=row.round.report_id,
        sequence=row.round.sequence,
        is_outdated=bool(standing) and brought_by.pk not in standing,
        via=labels[via].short_name if via else "",
        is_named=row.is_named,
        order=row.order,
    )


def group_counts(row: Consolidation) -> list[ParagraphGroup]:
    """The groups with their numbers only; one query whatever the number of paragraphs."""
    found = (
        row.paragraphs.order_by()
        .values("part", "clause", "heading")
        .annotate(count=Count("pk"), named=Count("pk", filter=Q(is_named=True)))
    )
    under = Clause.objects.filter(pk__in=row.paragraphs.values("clause"))
    together(found, under)
    clauses = {clause.pk: clause for clause in under}
    groups = []
    for given in found:
        clause = clauses.get(given["clause"])
        label, heading, title = group_titles(given["part"], clause, given["heading"])
        place = (_PART_ORDER[given["part"]], clause.order if clause else -1)
        groups.append((place, ParagraphGroup(
            given["part"], label, heading, title, given["clause"], (), given["count"], given["named"],
            given["heading"]
        )))  # fmt: skip
    return [group for _, group in sorted(groups, key=lambda pair: pair[0])]


@dataclass(frozen=True)
class Wanted:
    """Which paragraphs a page asks for: of one group, one unit, with some words, named or not."""

    part: str = ""
    clause_id: int | None = None
    heading: str = ""
    body_id: int | None = None
    state: str = ""
    words: str = ""


_STATES: dict[str, dict[str, Any]] = {
    "neu": {"is_named": True},
    "khong": {"is_named": False},
    "sua": {"is_edited": True},
}


def paragraphs_wanted(row: Consolidation, wanted: Wanted) -> QuerySet[ConsolidatedParagraph]:
    """The rows a page asks for; a clause by its key, as another edition's rows are the same clause."""
    rows = row.paragraphs.all()
    if wanted.part:
        rows = rows.filter(part=wanted.part, heading=wanted.heading)
    if wanted.clause_id is not None:
        rows = rows.filter(clause__key__in=Clause.objects.filter(pk=wanted.clause_id).values("key"))
    if wanted.body_id is not None:
        rows = rows.filter(body=wanted.body_id)
    if wanted.words:
        rows = rows.filter(text__icontains=wanted.words)
    return rows.filter(**_STATES.get(wanted.state, {}))


@dataclass(frozen=True)
class ParagraphPage:
    """One page of paragraphs (`page` of their ids), each under its title, with the units to choose from."""

    lines: Sequence[ParagraphLine]
    titles: Mapping[int, str]
    page: Page[int]
    units: Sequence[tuple[int, str]]

    @property
    def titled(self) -> list[tuple[str, ParagraphLine]]:
        """Each line with the title of its group, named only where a group begins."""
        shown, last = [], ""
        for line in self.lines:
            title = self.titles[line.id]
            shown.append(("" if title == last else title, line))
            last = title
        return shown


def paragraph_page(
    row: Consolidation, wanted: Wanted, *, number: str | None, today: date
) -> ParagraphPage:  # fmt: skip
    """Twenty paragraphs by group, order and unit; two queries whatever the number of paragraphs."""
    rows_wanted = paragraphs_wanted(row, wanted)
    asked = rows_wanted.values_list("pk", "body_id", "order", "part", "clause__order")
    units, names = row.paragraphs.order_by().values_list("body_id", flat=True).distinct(), _names(row)
    together(asked, units, names)
    labels = labels_from(names, min(today, row.period_end))
    found = sorted(asked, key=lambda r: (
        _PART_ORDER[r[3]], -1 if r[4] is None else r[4], r[2] is None, r[2] or 0, labels[r[1]].sort_key, r[0]
    ))  # fmt: skip
    page = Paginator([r[0] for r in found], PAGE).get_page(number)
    rows = {r.pk: r for r in _rows(row).filter(pk__in=list(page))}
    shown = [rows[pk] for pk in page]
    chosen = sorted((labels[pk] for pk in units), key=lambda label: label.sort_key)
    return ParagraphPage(
        lines=[line_of(found_row, labels, frozenset()) for found_row in shown],
        titles={r.pk: group_titles(r.part, r.clause, r.heading)[2] for r in shown},
        page=page,
        units=[(label.id, label.short_name) for label in chosen],
    )


def placed(row: Consolidation, found: Iterable[Words]) -> list[Words]:
    """Each under the clause of this level's text it belongs to; at most seven queries.

    What a place wrote under a clause of its own stands under the clause from above that one was added to;
    what belongs nowhere here keeps its own clause as heading.
    """
    given = list(found)
    known = _known(row)
    keys = dict(
        Clause.objects.filter(pk__in={w.clause_id for w in given if w.clause_id}).values_list("pk", "key")
    )
    foreign = {pk for pk, key in keys.items() if key not in known}
    above = _clauses_above(foreign, known) if foreign else {}
    return [
        replace(w, clause_id=above[w.clause_id], own_clause_id=w.own_clause_id or w.clause_id)
        if w.clause_id in above
        else w
        for w in given
    ]


def _known(row: Consolidation) -> dict[UUID, int]:
    """The clauses of this level's text: key -> row."""
    editions = {row.duty.clause.edition_id}
    own = row.programme.editions.order_by("-sequence").values_list("pk", flat=True)[:1]
    for edition_id in own:
        editions |= set(editions_in_text(edition_id).values_list("pk", flat=True))
    return dict(Clause.objects.filter(edition__in=editions).order_by("edition").values_list("key", "pk"))


def _clauses_above(foreign: Collection[int], known: Mapping[UUID, int]) -> dict[int, int]:
    """Foreign clause -> the known one its branch was added under, through as many levels as there are."""
    editions = Clause.objects.filter(pk__in=foreign).values("edition")
    rows = Clause.objects.filter(edition__in=editions).values_list("pk", "parent_id", "key")
    parents = {pk: (parent, key) for pk, parent, key in rows}
    roots = {pk: _root(pk, parents) for pk in foreign}
    wanted = dict(roots)
    found: dict[int, int] = {}
    for _ in range(_LEVELS):
        under = dict(Addition.objects.filter(key__in=set(wanted.values())).values_list("key", "under_key"))
        step = {pk: under[key] for pk, key in wanted.items() if key in under}
        found |= {pk: known[key] for pk, key in step.items() if key in known}
        wanted = {pk: key for pk, key in step.items() if key not in known}
        if not wanted:
            break
    return found


def _root(pk: int, parents: Mapping[int, tuple[int | None, UUID]]) -> UUID:
    parent, key = parents[pk]
    while parent is not None:
        parent, key = parents[parent]
    return key
