"""Before an act of succession on a programme: which acts touch it, who ended, what is still open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.queries.heirs import bodies_in, heirs_of
from phoihop.organisations.models import Body, Succession, SuccessionLink
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import Task
from phoihop.programmes.models import Edition
from phoihop.reports.models import Obligation


@dataclass(frozen=True)
class EndedBody:
    """A body of the programme that ended, who came after it, and what it still owes."""

    body_id: int
    name: str
    ended_on: date
    choices: list[tuple[int, str]]
    open_reports: int
    open_tasks: int


@dataclass(frozen=True)
class Preview:
    """What can be decided, and what each outcome would touch; `idle` ended without owing anything."""

    acts: list[Succession]
    ended: list[EndedBody]
    idle: list[str]
    open_reports: int
    open_tasks: int
    done: list[ProgrammeSuccession]


def preview(edition: Edition, *, on: date) -> Preview:
    """What an act would do to the programme; a fixed number of queries."""
    named = list(bodies_in(edition))
    reports = _open_reports(edition)
    tasks = Counter(
        Task.objects.open().filter(programme=edition.programme_id).values_list("body_id", flat=True)
    )
    rows = Body.objects.filter(pk__in=named, valid_to__lt=on).order_by("pk")
    heirs = heirs_of([row.pk for row in rows], on=on)
    labels = body_labels({*(row.pk for row in rows), *(i for found in heirs.values() for i in found)}, on)
    return Preview(
        acts=acts_on(edition, named),
        idle=[labels[row.pk].short_name for row in rows if not reports[row.pk] + tasks[row.pk]],
        ended=[
            EndedBody(
                body_id=row.pk,
                name=labels[row.pk].short_name,
                ended_on=row.valid_to or on,
                choices=[(heir, labels[heir].short_name) for heir in heirs[row.pk]],
                open_reports=reports[row.pk],
                open_tasks=tasks[row.pk],
            )
            for row in rows
            if reports[row.pk] + tasks[row.pk]
        ],
        open_reports=reports.total(),
        open_tasks=tasks.total(),
        done=list(ProgrammeSuccession.objects.filter(programme=edition.programme_id).order_by("pk")),
    )


def _open_reports(edition: Edition) -> Counter[int]:
    rows = Obligation.objects.filter(programme=edition.programme_id, ended_on=None, report=None)
    return Counter(rows.values_list("body_id", flat=True))


def acts_on(edition: Edition, body_ids: Iterable[int]) -> list[Succession]:
    """The acts by which the programme's place or one of its bodies passed to others, not yet applied."""
    applied = ProgrammeSuccession.objects.filter(programme=edition.programme_id, undone_at=None)
    left = Q(from_body__in=list(body_ids)) & ~Q(to_body=F("from_body"))
    left |= Q(from_area=edition.programme.area_id) & ~Q(to_area=F("from_area"))
    links = SuccessionLink.objects.filter(left)
    acts = Succession.objects.filter(pk__in=links.values("succession"))
    return list(acts.exclude(pk__in=applied.values("succession")).order_by("effective_on", "pk"))
