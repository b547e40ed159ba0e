"""What the pages of a round of proposals read; query counts do not grow with the proposals."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from phoihop.core.member import Member
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.likeness import Compared, alike
from phoihop.plans.models import Proposal, ProposalRound, Task
from phoihop.plans.proposal_words import cost_in_words, target_in_words, when_words
from phoihop.plans.queries.tasks import people_of
from phoihop.plans.statuses import ProposalStatus, TaskStatus
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import current_edition
from phoihop.programmes.queries.texts import shortened

type Choices = list[tuple[int, str]]

_COLOURS = {
    ProposalStatus.PROPOSED: "orange",
    ProposalStatus.ACCEPTED: "green",
    ProposalStatus.MERGED: "blue",
    ProposalStatus.RETURNED: "red",
    ProposalStatus.WITHDRAWN: "secondary",
}


@dataclass(frozen=True)
class CallLine:
    """A party asked: how many contents it proposed, whether it said that they are complete."""

    body_id: int
    body: str
    count: int
    answered_at: datetime | None
    is_late: bool
    is_own: bool


@dataclass(frozen=True)
class ProposalLine:
    """A proposal in words. `alike` names standing ones that may be the same; `sources` what was merged in."""

    id: int
    version: int
    content: str
    kind: str
    body: str
    coordinators: str
    when: str
    place: str
    target: str
    result: str
    cost: str
    person: str
    status: str
    status_label: str
    colour: str
    note: str
    is_own: bool
    carried_from: int | None
    sources: list[str]
    alike: list[str]


@dataclass(frozen=True)
class ProposalGroup:
    """The proposals under one clause of the programme."""

    path: str
    words: str
    lines: list[ProposalLine]


@dataclass(frozen=True)
class RoundPage:
    """A round with its proposals by clause, who answered, and what this member may do."""

    round: ProposalRound
    groups: list[ProposalGroup]
    calls: list[CallLine]
    is_open: bool
    leads: bool
    own: Choices
    accepted: int
    waiting: int
    has_earlier: bool

    @property
    def answered(self) -> int:
        return sum(1 for call in self.calls if call.answered_at)

    @property
    def mergeable(self) -> Choices:
        """What another may be merged into."""
        return [
            (line.id, f"{line.body}: {line.content}")
            for group in self.groups
            for line in group.lines
            if line.status in {ProposalStatus.PROPOSED, ProposalStatus.ACCEPTED}
        ]


def visible_rounds(member: Member) -> QuerySet[ProposalRound]:
    """The rounds of programmes the member sees."""
    seen = Programme.objects.visible_to(member).values("pk")
    return ProposalRound.objects.filter(programme__in=seen).select_related("programme__lead", "plan")


def round_page(round_: ProposalRound, member: Member, today: date) -> RoundPage:
    """Everything on the table, in the order of the programme's clauses; ten queries."""
    rows = _rows(round_)
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    calls = list(round_.calls.order_by("pk"))
    bodies = {call.body_id for call in calls} | _bodies(rows)
    names = {pk: label.short_name for pk, label in body_labels(bodies, today).items()}
    counts = Counter(row.body_id for row in rows if row.status != ProposalStatus.WITHDRAWN)
    is_open = round_.closed_at is None
    writes = member.role in permissions.WRITES
    leads = permissions.can_plan(member, round_.programme)
    mine = [(call.body_id, names[call.body_id]) for call in calls if writes and call.body_id in own]
    earlier = ProposalRound.objects.filter(
        programme=round_.programme_id, year__lt=round_.year, closed_at__isnull=False
    )
    return RoundPage(
        round=round_,
        groups=_groups(rows, names, own, round_),
        calls=[
            CallLine(
                body_id=call.body_id,
                body=names[call.body_id],
                count=counts[call.body_id],
                answered_at=call.answered_at,
                is_late=is_open and call.answered_at is None and round_.due_on < today,
                is_own=call.body_id in own,
            )
            for call in calls
        ],
        is_open=is_open,
        leads=leads,
        own=mine,
        accepted=sum(1 for row in rows if row.status == ProposalStatus.ACCEPTED),
        waiting=sum(1 for row in rows if row.status == ProposalStatus.PROPOSED),
        has_earlier=is_open and (bool(mine) or leads) and earlier.exists(),
    )


def _rows(round_: ProposalRound) -> list[Proposal]:
    rows = round_.proposals.select_related("clause", "person", "carried_from__round")
    return list(rows.prefetch_related("coordinators").order_by("order", "pk"))


def _bodies(rows: Iterable[Proposal]) -> set[int]:
    return {row.body_id for row in rows} | {body.pk for row in rows for body in row.coordinators.all()}


def _groups(
    rows: list[Proposal], names: dict[int, str], own: set[int], round_: ProposalRound
) -> list[ProposalGroup]:
    places = {clause.key: clause for clause in current_edition(round_.programme).clauses.order_by("order")}
    standing = [row for row in rows if row.status not in {ProposalStatus.MERGED, ProposalStatus.WITHDRAWN}]
    like = _alike(standing, names)
    sources: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        if row.merged_into_id is not None:
            sources[row.merged_into_id].append(f"{names[row.body_id]}: {row.content}")
    grouped: dict[object, list[Proposal]] = defaultdict(list)
    for row in rows:
        grouped[row.clause.key].append(row)
    ordered = sorted(grouped.values(), key=lambda rows: places.get(rows[0].clause.key, rows[0].clause).order)
    return [
        ProposalGroup(
            path=(clause := places.get(group[0].clause.key, group[0].clause)).path,
            words=shortened(clause.text.strip().removeprefix(clause.label).lstrip(" .)/-\t\xa0")),
            lines=[_line(row, names, own, sources[row.pk], like[row.pk]) for row in group],
        )
        for group in ordered
    ]


def _alike(rows: list[Proposal], names: dict[int, str]) -> dict[int, list[str]]:
    by_id = {row.pk: row for row in rows}
    found: dict[int, list[str]] = defaultdict(list)
    compared = [Compared(row.pk, row.clause.key, row.content, row.starts_on, row.ends_on) for row in rows]
    for one, other in alike(compared):
        for here, there in ((one, other), (other, one)):
            found[here].append(f"{names[by_id[there].body_id]}: {by_id[there].content}")
    return found


def _line(
    row: Proposal, names: dict[int, str], own: set[int], sources: list[str], like: list[str]
) -> ProposalLine:
    status = ProposalStatus(row.status)
    return ProposalLine(
        id=row.pk,
        version=row.version,
        content=row.content,
        kind=row.get_kind_display(),
        body=names[row.body_id],
        coordinators=", ".join(names[body.pk] for body in row.coordinators.all()),
        when=when_words(row.starts_on, row.ends_on),
        place=row.place,
        target=target_in_words(row.target_value, row.target_unit, row.target_words),
        result=row.expected_result,
        cost=cost_in_words(row.cost, row.get_cost_source_display(), row.cost_source_name),
        person=row.person.full_name if row.person else "",
        status=status,
        status_label=status.label,
        colour=_COLOURS[status],
        note=row.note,
        is_own=row.body_id in own,
        carried_from=row.carried_from.round.year if row.carried_from else None,
        sources=sources,
        alike=like,
    )


@dataclass(frozen=True)
class ProposalChoices:
    """What the form of a proposal offers; `bodies` those the member may propose for."""

    clauses: Choices
    bodies: Choices
    parties: Choices
    people: Choices
    year: int


def proposal_choices(round_: ProposalRound, member: Member, today: date) -> ProposalChoices:
    """Clauses of the programme as in force, parties, and the people of the own body; seven queries."""
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    asked = list(round_.calls.order_by("pk").values_list("body_id", flat=True))
    names = {pk: label.short_name for pk, label in body_labels(asked, today).items()}
    parties = [(pk, names[pk]) for pk in asked]
    mine = [line for line in parties if line[0] in own]
    leads = permissions.can_plan(member, round_.programme)
    clauses = current_edition(round_.programme).clauses.order_by("order")
    return ProposalChoices(
        clauses=[(clause.pk, f"{clause.path}: {shortened(clause.text)}") for clause in clauses],
        bodies=mine + [line for line in parties if leads and line[0] not in own],
        parties=parties,
        people=people_of([pk for pk, _ in mine], today),
        year=round_.year,
    )


@dataclass(frozen=True)
class EarlierLine:
    """A content of an earlier year's plan; `state` of its task. `is_taken`: proposed again already."""

    id: int
    year: int
    content: str
    body: str
    when: str
    state: str
    is_done: bool
    is_taken: bool


def earlier_items(round_: ProposalRound, member: Member, today: date) -> list[EarlierLine]:
    """What stood in the plans of earlier years, of the bodies this member proposes for; seven queries."""
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    rows = Proposal.objects.accepted().filter(
        round__programme=round_.programme_id, round__year__lt=round_.year, round__closed_at__isnull=False
    )
    if not permissions.can_plan(member, round_.programme):
        rows = rows.filter(body__in=own)
    found = list(rows.select_related("round").order_by("-round__year", "order", "pk"))
    tasks = {
        (task.plan_key, task.body_id): task
        for task in Task.objects.filter(plan_key__in=[row.key for row in found], continues=None)
    }
    taken = set(round_.proposals.exclude(carried_from=None).values_list("carried_from_id", flat=True))
    names = body_labels({row.body_id for row in found}, today)
    return [
        _earlier(
            row, tasks.get((row.key, row.body_id)), names[row.body_id].short_name, is_taken=row.pk in taken
        )
        for row in found
    ]


def _earlier(row: Proposal, task: Task | None, body: str, *, is_taken: bool) -> EarlierLine:
    return EarlierLine(
        id=row.pk,
        year=row.round.year,
        content=row.content,
        body=body,
        when=when_words(row.starts_on, row.ends_on),
        state=task.get_status_display() if task else "chưa lập công việc",
        is_done=task is not None and task.status == TaskStatus.DONE,
        is_taken=is_taken,
    )
