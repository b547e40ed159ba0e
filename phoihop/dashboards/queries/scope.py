"""What a page of a programme looks at: the programme, its text, and a place inside its own."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import Case, Exists, F, Func, JSONField, OuterRef, Q, QuerySet, Subquery, Value, When

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.dashboards.queries.places import Place, path_of, path_subquery
from phoihop.organisations.models import Level
from phoihop.programmes.models import Adoption, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import DutyKind, Frequency
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.programmes.statuses import SIGNED, EditionStatus

_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.YEARLY: 12}
_USUAL_MONTHS = 3


@dataclass(frozen=True)
class Scope:
    """`path` leads from the programme's own place to the one looked at; `months` is its rhythm of figures.

    `closed` are the periods its lead closed; `is_adopted`: its text is taken from one above.
    """

    programme: Programme
    edition: Edition
    path: tuple[Place, ...]
    months: int
    closed: frozenset[Period]
    is_adopted: bool

    @property
    def place(self) -> Place:
        return self.path[-1]

    @property
    def is_own_place(self) -> bool:
        return len(self.path) == 1

    @property
    def has_places_below(self) -> bool:
        """A nation or province: what lies below are places; below that, bodies."""
        return self.place.level in {Level.NATION, Level.PROVINCE, Level.DISTRICT}

    @property
    def is_nation(self) -> bool:
        return self.place.level == Level.NATION


def scope_of(member: Member, *, programme_id: int, area_id: int | None, today: date) -> Scope:
    """One query; Programme.DoesNotExist: not seen by the member, not signed, or not at this place."""
    seen = Programme.objects.visible_to(member).filter(pk=programme_id)
    rows = standing_editions(seen.values("pk")).select_related("programme")
    adopted = Exists(Adoption.objects.filter(programme=OuterRef("programme")))
    place = OuterRef(OuterRef("programme__area")) if area_id is None else Value(area_id)
    edition = rows.annotate(
        rhythm=_rhythm(), closed=_closed(), is_adopted=adopted, path=path_subquery(place, today)
    ).first()
    if edition is None:
        raise Programme.DoesNotExist
    programme = edition.programme
    path = path_of(edition.path)
    own = next((n for n, place in enumerate(path) if place.id == programme.area_id), None)
    if own is None:
        raise Programme.DoesNotExist
    return Scope(
        programme=programme,
        edition=edition,
        path=tuple(path[own:]),
        months=_MONTHS.get(Frequency(edition.rhythm), _USUAL_MONTHS) if edition.rhythm else _USUAL_MONTHS,
        is_adopted=edition.is_adopted,
        closed=frozenset(Period(*map(date.fromisoformat, days)) for days in edition.closed or []),
    )


def _rhythm() -> Subquery:
    """How often the text, or the one above, asks for a report at the shortest; None: never by the clock."""
    of_edition = Q(clause__edition=OuterRef("pk"))
    of_parent = Q(
        clause__edition__programme__adoptions__programme=OuterRef("programme"),
        clause__edition__status=EditionStatus.IN_FORCE,
    )
    shortest = Case(*(When(frequency=name, then=months) for name, months in _MONTHS.items()), default=99)
    rows = DutyRule.objects.filter(of_edition | of_parent, kind=DutyKind.REPORT, frequency__in=list(_MONTHS))
    return Subquery(rows.order_by(shortest).values("frequency")[:1])


def _closed() -> JSONBAgg:
    """The periods the lead closed and did not open again, as [[from, to], …]."""
    days = Func(F("programme__closed_periods__period_start"), F("programme__closed_periods__period_end"),
                function="jsonb_build_array", output_field=JSONField())  # fmt: skip
    return JSONBAgg(days, filter=Q(programme__closed_periods__reopened_at=None,
                                   programme__closed_periods__isnull=False))  # fmt: skip


def programmes_of(programme_id: int) -> QuerySet[Programme]:
    """The programme and those that took their text from it, over two levels below."""
    return Programme.objects.filter(
        Q(pk=programme_id)
        | Q(adoption__parent=programme_id)
        | Q(adoption__parent__adoption__parent=programme_id)
    )


def signed_programmes(member: Member) -> QuerySet[Programme]:
    """Programmes the member sees that have a signed text, those of its own place first by name."""
    rows = Programme.objects.visible_to(member).filter(editions__status__in=SIGNED)
    return rows.distinct().order_by("name", "pk")
