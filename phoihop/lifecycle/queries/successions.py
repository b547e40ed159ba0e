"""Before an act of succession on a programme: which acts touch it, who ended, what is still open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from phoihop.core.member import Member
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.queries.heirs import bodies_in, heirs_of
from phoihop.organisations.models import Body, Succession, SuccessionLink
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import RegistrationSheet, Task
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.models import Obligation
from phoihop.targets.queries.shares import open_shares


@dataclass(frozen=True)
class OpenShare:
    """A numbered share of a target that an ended body answers for."""

    contribution_id: int
    target: str
    words: str


@dataclass(frozen=True)
class EndedBody:
    """A body of the programme that ended, who came after it, and what it still owes."""

    body_id: int
    name: str
    ended_on: date
    choices: list[tuple[int, str]]
    open_reports: int
    open_tasks: int
    open_sheets: int
    shares: list[OpenShare]


@dataclass(frozen=True)
class Preview:
    """What can be decided and what it would touch; `idle` ended with nobody after and nothing open."""

    acts: list[Succession]
    ended: list[EndedBody]
    idle: list[str]
    open_reports: int
    open_tasks: int
    done: list[ProgrammeSuccession]


def preview(edition: Edition, *, on: date) -> Preview:
    """What an act would do to the programme; a fixed number of queries."""
    programme = edition.programme
    named = list(bodies_in(edition))
    reports, tasks, sheets = _open_reports(programme), _open_tasks(programme), _sheets(programme)
    at_work = {*named, *reports, *tasks, *sheets}
    rows = Body.objects.filter(pk__in=at_work, valid_to__lt=on).order_by("pk")
    heirs = heirs_of([row.pk for row in rows], on=on)
    labels = body_labels({*(row.pk for row in rows), *(i for found in heirs.values() for i in found)}, on)
    shares = _shares(edition, [row.pk for row in rows])
    ended = [
        EndedBody(
            body_id=row.pk,
            name=labels[row.pk].short_name,
            ended_on=row.valid_to or on,
            choices=[(heir, labels[heir].short_name) for heir in heirs[row.pk]],
            open_reports=reports[row.pk],
            open_tasks=tasks[row.pk],
            open_sheets=sheets[row.pk],
            shares=shares.get(row.pk, []),
        )
        for row in rows
    ]
    return Preview(
        acts=acts_on(edition, named),
        idle=[row.name for row in ended if not _matters(row)],
        ended=[row for row in ended if _matters(row)],
        open_reports=reports.total(),
        open_tasks=tasks.total(),
        done=list(ProgrammeSuccession.objects.filter(programme=programme).order_by("pk")),
    )


def _matters(row: EndedBody) -> bool:
    return bool(row.choices or row.open_reports or row.open_tasks or row.open_sheets)


def _open_reports(programme: Programme) -> Counter[int]:
    rows = Obligation.objects.filter(programme=programme, ended_on=None, report=None)
    return Counter(rows.values_list("body_id", flat=True))


def _open_tasks(programme: Programme) -> Counter[int]:
    return Counter(Task.objects.open().filter(programme=programme).values_list("body_id", flat=True))


def _shares(edition: Edition, body_ids: Iterable[int]) -> dict[int, list[OpenShare]]:
    found: dict[int, list[OpenShare]] = {}
    for row in open_shares(edition, list(body_ids)):
        if row.value is not None:
            words = f"{row.value.normalize():f} {row.target.unit}".strip()
            found.setdefault(row.body_id, []).append(OpenShare(row.contribution_id, row.target.name, words))
    return found


def bodies_at_work(programme: Programme) -> set[int]:
    """The bodies with an open report, task or registration sheet of the programme; three queries."""
    return {*_open_reports(programme), *_open_tasks(programme), *_sheets(programme)}


def _sheets(programme: Programme) -> Counter[int]:
    rows = RegistrationSheet.objects.missing().filter(round__programme=programme)
    return Counter(rows.values_list("body_id", flat=True))


def acts_on(edition: Edition, body_ids: Iterable[int]) -> list[Succession]:
    """The acts by which the programme's place or one of its bodies passed to others, not yet applied."""
    applied = ProgrammeSuccession.objects.filter(programme=edition.programme_id, undone_at=None)
    left = Q(from_body__in=list(body_ids)) & ~Q(to_body=F("from_body"))
    left |= Q(from_area=edition.programme.area_id) & ~Q(to_area=F("from_area"))
    links = SuccessionLink.objects.filter(left)
    acts = Succession.objects.filter(pk__in=links.values("succession"))
    return list(acts.exclude(pk__in=applied.values("succession")).order_by("effective_on", "pk"))


@dataclass(frozen=True)
class Waiting:
    """A running programme with something left at bodies that ended."""

    programme_id: int
    name: str
    open_reports: int
    open_tasks: int
    is_sample: bool


def waiting_for_handover(member: Member, *, on: date) -> list[Waiting]:
    """Running programmes the member leads where an ended body still has something open; three queries."""
    ended = Body.objects.filter(valid_to__lt=on).values("pk")
    reports = Obligation.objects.filter(
        ended_on=None, report=None, body__in=ended, due_on__gt=F("body__valid_to")
    )
    tasks = Task.objects.open().filter(body__in=ended)
    running = Edition.objects.filter(status=EditionStatus.IN_FORCE, programme=OuterRef("pk"))
    led = Programme.objects.filter(Exists(running), lead__in=bodies_written_for(member.body_id))
    by_reports, by_tasks = _by_programme(reports, led), _by_programme(tasks, led)
    rows = led.filter(pk__in={*by_reports, *by_tasks}).order_by("name")
    return [Waiting(row.pk, row.name, by_reports[row.pk], by_tasks[row.pk], row.is_sample) for row in rows]


def _by_programme(rows: "QuerySet[Obligation] | QuerySet[Task]", led: QuerySet[Programme]) -> Counter[int]:
    return Counter(rows.filter(programme__in=led.values("pk")).values_list("programme_id", flat=True))
