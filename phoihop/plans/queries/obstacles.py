"""What pages and reports read about obstacles; query counts do not grow with the rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.models import Obstacle, ObstacleDecision, ObstacleFile
from phoihop.plans.statuses import OBSTACLE, ObstacleStatus
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.pages import ClauseNote
from phoihop.programmes.queries import assignable_bodies, current_edition, named
from phoihop.programmes.statuses import EditionStatus

PER_PAGE = 30
_COLOURS = {
    ObstacleStatus.OPEN: "yellow",
    ObstacleStatus.ANSWERED: "blue",
    ObstacleStatus.AMENDING: "purple",
    ObstacleStatus.CLOSED: "green",
    ObstacleStatus.WITHDRAWN: "secondary",
}
_VERBS = {
    "raise": "Nêu vướng mắc",
    "answer": "Trả lời",
    "ask_again": "Hỏi lại",
    "forward": "Chuyển nơi giải quyết",
    "amend": "Đưa vào bản sửa đổi",
    "close": "Khép lại",
    "reopen": "Mở lại",
    "withdraw": "Rút lại",
}


@dataclass(frozen=True)
class ObstacleCard:
    """An obstacle in a list."""

    id: int
    programme: str
    programme_id: int
    clause_path: str
    kind: str
    text: str
    proposal: str
    raised_by: str
    addressed_to: str
    since_on: date
    answer_due_on: date
    status: str
    status_label: str
    colour: str
    is_late: bool
    is_sample: bool


@dataclass(frozen=True)
class Turn:
    """What somebody said or did about it."""

    words: str
    person: str
    body: str
    note: str
    at: datetime


@dataclass(frozen=True)
class ObstaclePage:
    """An obstacle with all its turns (oldest first), its files and the verbs open to the member."""

    obstacle: Obstacle
    card: ObstacleCard
    turns: list[Turn]
    files: list[tuple[int, str]]
    verbs: list[str]
    may_see_programme: bool


@dataclass(frozen=True)
class ObstacleCounts:
    """How many wait for an answer, of them how many past the day asked for, and how many are not solved."""

    open: int
    late: int
    unsolved: int


def obstacle_counts(programme: Programme, today: date) -> ObstacleCounts:
    """One programme; one query."""
    rows = Obstacle.objects.filter(programme=programme).unsolved().values_list("status", "answer_due_on")
    found = list(rows)
    waiting = [due_on for status, due_on in found if status == ObstacleStatus.OPEN]
    return ObstacleCounts(len(waiting), sum(due_on < today for due_on in waiting), len(found))


def programme_obstacles(
    programme: Programme, member: Member, *, status: str = "", clause_key: UUID | None = None
) -> QuerySet[Obstacle]:
    """Those of one programme the member sees; `status` "mo" is what is not solved."""
    rows = Obstacle.objects.visible_to(member).filter(programme=programme)
    if clause_key is not None:
        rows = rows.filter(clause__key=clause_key)
    if status == "mo":
        rows = rows.unsolved()
    elif status in ObstacleStatus.values:
        rows = rows.filter(status=status)
    return rows.order_by("-raised_at", "-pk")


def obstacles_to_answer(member: Member) -> QuerySet[Obstacle]:
    """What waits for the word of the member's body, the earliest day first."""
    own = bodies_written_for(member.body_id).values("pk")
    return Obstacle.objects.unanswered().filter(addressed_to__in=own).order_by("answer_due_on", "pk")


def obstacles_paged(
    rows: QuerySet[Obstacle], number: str | None, today: date
) -> tuple[Page[Obstacle], list[ObstacleCard]]:
    """A page of the list and its cards; three queries."""
    page = Paginator(rows, PER_PAGE).get_page(number)
    start = (page.number - 1) * PER_PAGE
    return page, obstacle_cards(rows[start : start + PER_PAGE], today)


def obstacle_cards(rows: QuerySet[Obstacle], today: date) -> list[ObstacleCard]:
    """Rows as list lines; two queries."""
    found = list(rows.select_related("programme", "clause"))
    ids = {row.raised_by_body_id for row in found} | {row.addressed_to_id for row in found}
    names = {pk: label.short_name for pk, label in body_labels(ids, today).items()}
    return [_card(row, names, today) for row in found]


def _card(row: Obstacle, names: dict[int, str], today: date) -> ObstacleCard:
    status = ObstacleStatus(row.status)
    return ObstacleCard(
        id=row.pk,
        programme=row.programme.name,
        programme_id=row.programme_id,
        clause_path=row.clause.path,
        kind=str(row.get_kind_display()),
        text=row.text,
        proposal=row.proposal,
        raised_by=names[row.raised_by_body_id],
        addressed_to=names[row.addressed_to_id],
        since_on=row.since_on,
        answer_due_on=row.answer_due_on,
        status=status,
        status_label=str(status.label),
        colour=_COLOURS[status],
        is_late=status == ObstacleStatus.OPEN and row.answer_due_on < today,
        is_sample=row.is_sample,
    )


def obstacle_page(obstacle_id: int, member: Member, today: date) -> ObstaclePage:
    """Raises Obstacle.DoesNotExist when the member does not see it; a fixed number of queries."""
    rows = Obstacle.objects.visible_to(member).filter(pk=obstacle_id)
    decisions = ObstacleDecision.objects.select_related("by_person").order_by("at", "pk")
    row = rows.select_related("programme", "clause", "raised_by_body", "amended_by").prefetch_related(
        Prefetch("decisions", decisions),
        Prefetch("files", ObstacleFile.objects.select_related("file").order_by("pk")),
    ).get()  # fmt: skip
    turns = list(row.decisions.all())
    ids = {row.raised_by_body_id, row.addressed_to_id, *(turn.by_body_id for turn in turns)}
    names = {pk: label.short_name for pk, label in body_labels(ids, today).items()}
    return ObstaclePage(
        obstacle=row,
        card=_card(row, names, today),
        turns=[Turn(_VERBS[t.verb], t.by_person.full_name, names[t.by_body_id], t.note, t.at) for t in turns],
        files=[(link.file_id, link.file.name) for link in row.files.all()],
        verbs=_verbs(row, member, has_answer=any(turn.verb == "answer" for turn in turns)),
        may_see_programme=Programme.objects.visible_to(member).filter(pk=row.programme_id).exists(),
    )


def _verbs(row: Obstacle, member: Member, *, has_answer: bool) -> list[str]:
    """What this member may do now, in the order of the workflow."""
    raises = permissions.can_raise(member, row.raised_by_body, row.programme)
    answers, leads = permissions.can_answer(member, row), permissions.can_lead(member, row.programme)
    allowed = {
        "answer": answers,
        "ask_again": raises,
        "forward": answers or leads,
        "amend": leads,
        "close": raises or leads,
        "reopen": raises or leads,
        "withdraw": raises and not has_answer,
    }
    return [verb for verb in OBSTACLE.verbs_from(row.status) if allowed[verb]]


@dataclass(frozen=True)
class ObstacleChoices:
    """What the form of a new obstacle offers."""

    clauses: list[tuple[int, str]]
    raisers: list[tuple[int, str]]
    addressees: list[tuple[int, str]]


def obstacle_choices(programme: Programme, member: Member, today: date) -> ObstacleChoices:
    """Clauses in force, who the member may raise it for, and who may be asked; seven queries."""
    edition = current_edition(programme)
    clauses = edition.clauses.order_by("order")
    own = bodies_written_for(member.body_id).values("pk")
    mine = permissions.takes_part(programme).filter(pk__in=own).values_list("pk", flat=True)
    return ObstacleChoices(
        clauses=[(row.pk, f"{row.path}: {_first_words(row.text)}") for row in clauses],
        raisers=named(list(mine), on=today),
        addressees=addressees(programme, today),
    )


def addressees(programme: Programme, today: date) -> list[tuple[int, str]]:
    """The lead first, then the bodies of the programme and its place, as of today; four queries."""
    found = assignable_bodies(current_edition(programme), on=today)
    standing = set(Body.objects.on(today).filter(pk__in=[pk for pk, _ in found]).values_list("pk", flat=True))
    kept = [(pk, name) for pk, name in found if pk in standing]
    return sorted(kept, key=lambda row: row[0] != programme.lead_id)


def _first_words(text: str, most: int = 80) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]}…"


def unsolved_by_clause(programme_id: int, member: Member, today: date) -> dict[UUID, list[ObstacleCard]]:
    """For the pages of the text: what is not solved yet, by the clause's key; three queries."""
    rows = Obstacle.objects.visible_to(member).filter(programme=programme_id).unsolved().order_by("pk")
    keys = dict(rows.values_list("pk", "clause__key"))
    found: dict[UUID, list[ObstacleCard]] = defaultdict(list)
    for card in obstacle_cards(rows, today):
        found[keys[card.id]].append(card)
    return found


def notes_under_clauses(programme_id: int, member: Member, today: date) -> dict[UUID, list[ClauseNote]]:
    """What the pages of the text say under a clause: its obstacles not solved yet; three queries."""
    return {
        key: [
            ClauseNote(
                text=f"{card.raised_by}: {_first_words(card.text, 110)}",
                label="vướng mắc, quá hạn trả lời" if card.is_late else f"vướng mắc, {card.status_label}",
                colour="red" if card.is_late else card.colour,
                address=reverse("plans:obstacle", args=[card.id]),
            )
            for card in cards
        ]
        for key, cards in unsolved_by_clause(programme_id, member, today).items()
    }


def obstacles_of_period(body: Body, programme_id: int, period: Period) -> list[Obstacle]:
    """What the body raised and was not solved before the period, up to its end; oldest first; one query."""
    return list(raised_in(body, programme_id, period))


def raised_in(body: Body, programme_id: int, period: Period) -> QuerySet[Obstacle]:
    """`obstacles_of_period`, not asked yet."""
    closed_before = ObstacleDecision.objects.filter(verb="close", at__date__lt=period.start)
    rows = Obstacle.objects.filter(programme=programme_id, raised_by_body=body)
    rows = rows.filter(since_on__lte=period.end).exclude(status=ObstacleStatus.WITHDRAWN)
    solved = Q(status=ObstacleStatus.CLOSED, pk__in=closed_before.values("obstacle"))
    return rows.exclude(solved).select_related("clause").order_by("clause__order", "pk")


def obstacle_sentences(rows: Iterable[Obstacle]) -> list[str]:
    """Obstacles in the words they were raised in, each with the clause it stands at and what became of it."""
    return [_sentence(row) for row in rows]


def _sentence(row: Obstacle) -> str:
    words = " ".join(row.text.split()).rstrip(".; ")
    asked = f" Đề xuất: {' '.join(row.proposal.split()).rstrip('.; ')}." if row.proposal.strip() else ""
    state = str(ObstacleStatus(row.status).label)
    return f"Mục {row.clause.path} ({row.get_kind_display()}, {state}): {words}.{asked}"


def opens_obstacle_file(file_id: int, member: Member) -> bool:
    """Whether the file goes with an obstacle the member sees."""
    return Obstacle.objects.visible_to(member).filter(files__file=file_id).exists()


def draft_amendment(programme: Programme) -> Edition | None:
    """The draft in which the programme's text in force is being amended, if there is one."""
    return programme.editions.filter(status=EditionStatus.DRAFT, sequence__gt=1).first()
