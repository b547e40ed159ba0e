"""What pages and reports read about emergent tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.calculations import task_sentences
from phoihop.plans.models import EmergentPart, EmergentTask, Task
from phoihop.plans.queries.done import done_task
from phoihop.plans.queries.obstacles import addressees
from phoihop.plans.statuses import EMERGENT, Answer, EmergentStatus
from phoihop.programmes.models import Party, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import current_edition, named
from phoihop.programmes.statuses import EditionStatus

_COLOURS = {
    EmergentStatus.PROPOSED: "yellow",
    EmergentStatus.REFUSED: "red",
    EmergentStatus.AGREED: "green",
    EmergentStatus.WITHDRAWN: "secondary",
}


@dataclass(frozen=True)
class PartLine:
    """A body asked, and its answer."""

    body_id: int
    body: str
    is_lead: bool
    is_coordinator: bool
    answer: str
    answer_label: str
    reason: str
    at: datetime | None


@dataclass(frozen=True)
class EmergentCard:
    """An emergent task with everybody's answer, and its task once it stands."""

    id: int
    version: int
    programme: str
    programme_id: int
    title: str
    content: str
    kind: str
    reason: str
    lead: str
    proposed_by: str
    proposed_at: datetime
    due_on: date
    status: str
    status_label: str
    colour: str
    parts: list[PartLine]
    task_id: int | None
    task_status: str
    result: str
    is_sample: bool

    @property
    def agreed(self) -> int:
        return sum(part.answer == Answer.AGREED for part in self.parts)


@dataclass(frozen=True)
class EmergentPage:
    """One emergent task and what the member may do: answer for these bodies, withdraw."""

    emergent: EmergentTask
    card: EmergentCard
    answers_for: list[tuple[int, str]]
    can_withdraw: bool


def emergent_cards(rows: QuerySet[EmergentTask], today: date) -> list[EmergentCard]:
    """Rows with their answers and tasks; four queries."""
    tasks = Task.objects.order_by("pk")
    found = list(
        rows.select_related("programme").prefetch_related(
            Prefetch("parts", EmergentPart.objects.order_by("pk")), Prefetch("tasks", tasks)
        )
    )
    ids = {part.body_id for row in found for part in row.parts.all()}
    ids |= {row.lead_id for row in found} | {row.proposed_by_body_id for row in found}
    names = {pk: label.short_name for pk, label in body_labels(ids, today).items()}
    return [_card(row, names) for row in found]


def _card(row: EmergentTask, names: dict[int, str]) -> EmergentCard:
    status = EmergentStatus(row.status)
    task = next(iter(row.tasks.all()), None)
    return EmergentCard(
        id=row.pk,
        version=row.version,
        programme=row.programme.name,
        programme_id=row.programme_id,
        title=row.title,
        content=row.content,
        kind=str(row.get_kind_display()),
        reason=row.reason,
        lead=names[row.lead_id],
        proposed_by=names[row.proposed_by_body_id],
        proposed_at=row.proposed_at,
        due_on=row.due_on,
        status=status,
        status_label=str(status.label),
        colour=_COLOURS[status],
        parts=[_part(part, row, names) for part in row.parts.all()],
        task_id=task.pk if task else None,
        task_status=str(task.get_status_display()) if task else "",
        result=task.result if task else "",
        is_sample=row.is_sample,
    )


def _part(part: EmergentPart, row: EmergentTask, names: dict[int, str]) -> PartLine:
    return PartLine(
        body_id=part.body_id,
        body=names[part.body_id],
        is_lead=part.body_id == row.lead_id,
        is_coordinator=part.is_coordinator,
        answer=part.answer,
        answer_label=str(Answer(part.answer).label),
        reason=part.reason,
        at=part.answered_at,
    )


def programme_emergents(programme: Programme, member: Member) -> QuerySet[EmergentTask]:
    """Those of one programme, the latest first."""
    return EmergentTask.objects.visible_to(member).filter(programme=programme).order_by("-proposed_at", "-pk")


def emergent_page(emergent_id: int, member: Member, today: date) -> EmergentPage:
    """Raises EmergentTask.DoesNotExist when the member does not see it; a fixed number of queries."""
    rows = EmergentTask.objects.visible_to(member).filter(pk=emergent_id)
    row, card = rows.get(), emergent_cards(rows, today)[0]
    is_open = row.status in {EmergentStatus.PROPOSED, EmergentStatus.REFUSED}
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    may = member.role in permissions.WRITES and is_open
    return EmergentPage(
        emergent=row,
        card=card,
        answers_for=[(part.body_id, part.body) for part in card.parts if may and part.body_id in own],
        can_withdraw=may and row.proposed_by_body_id in own and EMERGENT.allows(row.status, "withdraw"),
    )


def emergents_to_answer(member: Member) -> QuerySet[EmergentTask]:
    """Proposals that wait for the word of the member's body, the oldest first."""
    own = bodies_written_for(member.body_id).values("pk")
    waiting = EmergentPart.objects.filter(
        emergent=OuterRef("pk"), body__in=own, is_asked=True, answer=Answer.WAITING
    )
    rows = EmergentTask.objects.filter(
        Exists(waiting), status__in=[EmergentStatus.PROPOSED, EmergentStatus.REFUSED]
    )
    return rows.order_by("proposed_at", "pk")


@dataclass(frozen=True)
class EmergentChoices:
    """What the form of a proposal offers."""

    proposers: list[tuple[int, str]]
    parties: list[tuple[int, str]]
    bodies: list[tuple[int, str]]


def emergent_choices(programme: Programme, member: Member, today: date) -> EmergentChoices:
    """The parties the member may propose for, all parties, and who may lead or coordinate; eight queries."""
    edition = current_edition(programme)
    parties = set(Party.objects.filter(edition=edition).values_list("body_id", flat=True))
    parties.add(programme.lead_id)
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    standing = Body.objects.on(today).filter(pk__in=parties).values_list("pk", flat=True)
    return EmergentChoices(
        proposers=named(own & parties, on=today),
        parties=named(list(standing), on=today),
        bodies=addressees(programme, today),
    )


def is_running(programme: Programme) -> bool:
    """Whether a text of it is in force: only then something is added to it."""
    return programme.editions.filter(status=EditionStatus.IN_FORCE).exists()


def emergent_results(body: Body, programme_id: int, period: Period) -> list[str]:
    """What a report says of emergent tasks: those finished in the period, as sentences; one query."""
    return sentences_of(emergent_done(body, programme_id, period))


def emergent_done(body: Body, programme_id: int, period: Period) -> QuerySet[Task]:
    """The emergent tasks of the body finished in the period, oldest first, not asked yet."""
    rows = Task.objects.finished_in(period).filter(body=body, programme=programme_id, emergent__isnull=False)
    return rows.order_by("finished_on", "pk")


def sentences_of(tasks: Iterable[Task]) -> list[str]:
    """Finished tasks as reports say them."""
    return task_sentences([done_task(task) for task in tasks])
