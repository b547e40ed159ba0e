"""The editions of a programme: which one counts, which one is being made, what each is called."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from phoihop.core.member import Member
from phoihop.organisations.queries import body_labels
from phoihop.programmes.calculations.words import (
    NOT_PRINTED,
    StatusShown,
    amending_abstract,
    edition_label,
    status_shown,
)
from phoihop.programmes.models import Edition, Erratum, Party, Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.programmes.statuses import SIGNED, UNDER_WAY, EditionKind, EditionStatus, Origin

MOST_TELLING_FIRST = Case(
    When(status=EditionStatus.IN_FORCE, then=Value(0)),
    When(status__in=SIGNED, then=Value(1)),
    When(status__in=sorted(UNDER_WAY), then=Value(2)),
    default=Value(3),
    output_field=IntegerField(),
)
"""The edition in force, then those that were, then one under way, then those undone."""


def current_editions(programmes: QuerySet[Programme]) -> QuerySet[Edition]:
    """The edition each programme stands by: the one in force, else the latest that was, else its draft."""
    chosen = (
        Edition.objects.filter(programme__in=programmes.values("pk"))
        .order_by("programme", MOST_TELLING_FIRST, "-sequence")
        .distinct("programme")
    )
    return Edition.objects.filter(pk__in=chosen.values("pk"))


def current_edition(programme: Programme) -> Edition:
    """As `current_editions`; Edition.DoesNotExist before anything was written."""
    row: Edition | None = first_telling(Edition.objects.filter(programme=programme))
    if row is None:
        raise Edition.DoesNotExist
    return row


def first_telling(rows: QuerySet[Any]) -> Any:
    """Of a programme's editions the one it stands by, or None; with its programme and number."""
    known = rows.select_related("programme", "outgoing_entry")
    return known.order_by(MOST_TELLING_FIRST, "-sequence").first()


def edition_under_way(programme: Programme) -> Edition | None:
    """The draft, the text being signed, or the amendment waiting for its day."""
    rows = Edition.objects.filter(programme=programme, status__in=sorted(UNDER_WAY))
    return rows.select_related("programme", "outgoing_entry").first()


def visible_editions(member: Member) -> QuerySet[Edition]:
    """Signed editions of the programmes the member sees; lead and parties also see those not signed yet.

    Order is the caller's.
    """
    programmes = Programme.objects.visible_to(member).values("pk")
    mine = bodies_of(member.body_id).values("pk")
    writes = Q(programme__lead__in=mine) | Q(pk__in=Party.objects.filter(body__in=mine).values("edition"))
    return Edition.objects.filter(Q(status__in=SIGNED) | writes, programme__in=programmes)


def labels_of(editions: list[Edition]) -> dict[int, str]:
    """What each of a programme's editions (all of them, any order) is called; undone ones do not count."""
    labels, number = {}, 0
    for row in sorted(editions, key=lambda edition: edition.sequence):
        is_undone = row.status == EditionStatus.UNDONE
        number += row.amends_id is not None and not is_undone
        labels[row.pk] = edition_label(number, is_undone=is_undone, is_first=row.amends_id is None)
    return labels


def label_of(edition: Edition) -> str:
    """What an edition is called; one query."""
    return labels_of(list(Edition.objects.filter(programme=edition.programme_id)))[edition.pk]


def first_edition(programme_id: int) -> Edition:
    """The programme's first text; a recording taken back does not count once there is another."""
    rows = Edition.objects.filter(programme=programme_id, amends=None)
    found = rows.order_by(MOST_TELLING_FIRST, "sequence").first()
    if found is None:
        raise Edition.DoesNotExist
    return found


def abstract_of(edition: Edition) -> str:
    """The edition's document in the register: its title, or what it amends; one query at most."""
    if edition.amends_id is None:
        return edition.title
    first = first_edition(edition.programme_id)
    return amending_abstract(
        edition.kind,
        programme=str(edition.programme.get_kind_display()),
        title=edition.title if edition.kind == EditionKind.REPLACE else first.title,
        number_text=first.number_text,
    )


@dataclass(frozen=True)
class EditionLine:
    """An edition in the list of a programme's editions."""

    id: int
    sequence: int
    label: str
    kind: str
    number_words: str
    issued_on: date | None
    in_force_from: date | None
    effective_on: date | None
    ended_on: date | None
    grounds: str
    status: StatusShown
    status_value: str
    amends_id: int | None
    source_file_id: int | None
    is_recorded: bool
    errata: int

    @property
    def is_draft(self) -> bool:
        return self.status_value == EditionStatus.DRAFT

    @property
    def is_under_way(self) -> bool:
        return self.status_value in UNDER_WAY

    @property
    def is_in_force(self) -> bool:
        return self.status_value == EditionStatus.IN_FORCE

    @property
    def is_withdrawn(self) -> bool:
        return self.status_value == EditionStatus.WITHDRAWN

    @property
    def is_undone(self) -> bool:
        return self.status_value == EditionStatus.UNDONE

    @property
    def is_signed(self) -> bool:
        return self.status_value in SIGNED


def edition_lines(programme: Programme, member: Member, *, today: date) -> list[EditionLine]:
    """The editions this member sees, newest first; three queries."""
    rows = list(Edition.objects.filter(programme=programme).order_by("-sequence"))
    labels = labels_of(rows)
    seen = set(visible_editions(member).filter(programme=programme).values_list("pk", flat=True))
    errata = _errata_counts(programme)
    return [
        EditionLine(
            id=row.pk,
            sequence=row.sequence,
            label=labels[row.pk],
            kind=row.get_kind_display(),
            number_words=row.number_text or ("chưa có số" if row.status in UNDER_WAY else NOT_PRINTED),
            issued_on=row.issued_on,
            in_force_from=row.in_force_from,
            effective_on=row.effective_on,
            ended_on=row.ended_on,
            grounds=row.grounds,
            status=status_shown(row.status, period_end=row.period_end, today=today),
            status_value=row.status,
            amends_id=row.amends_id,
            source_file_id=row.source_file_id,
            is_recorded=row.amends_id is None and row.origin == Origin.RECORDED,
            errata=errata[row.pk],
        )
        for row in rows
        if row.pk in seen
    ]


def _errata_counts(programme: Programme) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    rows = Erratum.objects.filter(edition__programme=programme, cancels=None, cancelled_by=None)
    for edition_id in rows.values_list("edition_id", flat=True):
        counts[edition_id] += 1
    return counts


@dataclass(frozen=True)
class ErratumLine:
    """An erratum as it stands beside its clause."""

    id: int
    clause_id: int | None
    path: str
    number_text: str
    issued_on: date
    wrong: str
    right: str
    file_id: int | None
    by: str
    body: str
    at: datetime
    cancelled: str

    @property
    def holds(self) -> bool:
        return not self.cancelled


def errata(edition: Edition, *, today: date) -> list[ErratumLine]:
    """The errata of an edition in the order of its text; those taken back carry the reason; two queries."""
    rows = list(
        Erratum.objects.filter(edition=edition, cancels=None)
        .select_related("clause", "by_person", "cancelled_by")
        .order_by("clause__order", "pk")
    )
    names = body_labels({row.by_body_id for row in rows}, today)
    return [
        ErratumLine(
            id=row.pk,
            clause_id=row.clause_id,
            path=row.clause.path if row.clause else "Toàn văn bản",
            number_text=row.number_text,
            issued_on=row.issued_on,
            wrong=row.wrong,
            right=row.right,
            file_id=row.file_id,
            by=row.by_person.full_name,
            body=names[row.by_body_id].short_name,
            at=row.at,
            cancelled=_cancelled(row),
        )
        for row in rows
    ]


def _cancelled(row: Erratum) -> str:
    taken_back: Erratum | None = getattr(row, "cancelled_by", None)
    return taken_back.note if taken_back is not None else ""
