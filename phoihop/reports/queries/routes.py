"""The order of reviewing: who may be in it, what stands for a report, whose turn it is and since when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes.models import DutyRule
from phoihop.programmes.models.facts import DutySide
from phoihop.reports.calculations.decisions import (
    ACCEPT,
    NOTE,
    RETURN,
    Step,
    after_return,
    in_turn,
    is_done,
    route_from,
    route_of,
    turn_of,
    with_kept,
)
from phoihop.reports.models import (
    Obligation,
    ObligationRecipient,
    Report,
    ReviewRoute,
    Round,
    RoundDecision,
)
from phoihop.reports.statuses import ReportStatus

_DECIDED = (ACCEPT, NOTE, RETURN)


def may_review(duty: DutyRule) -> list[Body]:
    """The bodies the text lets review, and the offices their papers go through; one query."""
    reviews = Q(duty_rows__duty=duty, duty_rows__side=DutySide.REVIEWS)
    office = Q(kind=BodyKind.OFFICE, parent__duty_rows__duty=duty, parent__duty_rows__side=DutySide.REVIEWS)
    return list(Body.objects.filter(reviews | office).distinct().order_by("pk"))


def route_for(obligation: Obligation) -> tuple[list[Step], bool]:
    """The steps a report handed in now goes through, and whether review begins again after a return.

    At most four queries. Bodies of the order that have no part in this obligation are left out.
    """
    reviewers = [row.body_id for row in obligation.recipients.all() if row.reviews]
    route = ReviewRoute.objects.filter(duty_key=obligation.duty_key).first()
    if route is None or not reviewers:
        return route_of(reviewers, {}), True
    positions = dict(route.steps.values_list("body_id", "position"))
    offices = Body.objects.filter(pk__in=set(positions) - set(reviewers), parent__in=reviewers)
    bodies = [*offices.order_by("pk").values_list("pk", flat=True), *reviewers]
    return route_of(bodies, {body: positions[body] for body in bodies if body in positions}), route.restarts


def next_route(obligation: Obligation, before: Round | None) -> list[Step]:
    """The steps of the next round: those accepted before a return stand where the order says so."""
    steps, restarts = route_for(obligation)
    if before is None or restarts:
        return steps
    decided = said_on(before)
    earlier = route_from(before.route)
    if RETURN not in decided.values() or [s.bodies for s in earlier] != [s.bodies for s in steps]:
        return steps
    return with_kept(steps, after_return(earlier, decided, restarts=restarts))


def said_on(round_: Round) -> dict[int, str]:
    """What each body decided on a round (accept, note, return); one query, none when loaded before."""
    return {row.by_body_id: row.verb for row in round_.decisions.all() if row.verb in _DECIDED}


def with_turn(rows: QuerySet[Report], own: QuerySet[Any]) -> QuerySet[Report]:
    """Reports with what `waits` asks of them, in the same query; `own`: ids of the bodies that look."""
    last = Round.objects.filter(report=OuterRef("pk")).order_by("-sequence")
    said = RoundDecision.objects.filter(round__report=OuterRef("pk"), verb__in=_DECIDED)
    of_last = said.filter(round__sequence=OuterRef("last_sequence"))
    recipients = ObligationRecipient.objects.filter(obligation=OuterRef("obligation")).order_by("pk")
    return rows.annotate(
        last_sequence=Subquery(last.values("sequence")[:1]),
        route=Subquery(last.values("route")[:1]),
        said=ArraySubquery(of_last.values(pair=JSONObject(body="by_body", verb="verb"))),
        named=ArraySubquery(recipients.values(pair=JSONObject(body="body", reviews="reviews"))),
        own=ArraySubquery(own),
    )


def waits(report: Report) -> bool:
    """Whether a report `with_turn` waits for one of the looking bodies now: its turn, or to take note."""
    row: Any = report
    said = {pair["body"]: pair["verb"] for pair in row.said}
    reviewers = [pair["body"] for pair in row.named if pair["reviews"]]
    steps = route_from(row.route) if row.route else route_of(reviewers, {})
    takers = [pair["body"] for pair in row.named if not pair["reviews"]]
    if not row.named:
        takers = [report.obligation.programme.lead_id]
    awaited = {*in_turn(steps, said), *(body for body in takers if body not in said)}
    return bool(awaited.intersection(row.own))


def steps_of(round_: Round, obligation: Obligation) -> list[Step]:
    """The steps as the round was handed in; rounds from before there was an order: all at once."""
    if round_.route:
        return route_from(round_.route)
    return route_of([row.body_id for row in obligation.recipients.all() if row.reviews], {})


@dataclass(frozen=True)
class StepBody:
    """A body of a step and its word."""

    name: str
    said: str
    at: datetime | None = None
    person: str = ""


@dataclass(frozen=True)
class StepLine:
    """A step as the line is drawn: `state` is done, now, returned or later; `since` its turn began."""

    number: int
    state: str
    bodies: Sequence[StepBody]
    since: datetime | None = None
    is_kept: bool = False


_SAID = {ACCEPT: "đã duyệt", RETURN: "trả lại để bổ sung"}


def step_lines(
    round_: Round, obligation: Obligation, status: str, names: Mapping[int, str]
) -> list[StepLine]:
    """The drawn line of a round loaded with its decisions; no query of its own."""
    steps = steps_of(round_, obligation)
    decisions = {row.by_body_id: row for row in round_.decisions.all() if row.verb in _SAID}
    decided = {body: row.verb for body, row in decisions.items()}
    turn = turn_of(steps, decided)
    lines = []
    for place, step in enumerate(steps):
        bodies = [_body(names[body], decisions.get(body), is_kept=step.is_kept) for body in step.bodies]
        state = _state(step, decided, is_turn=place == turn and status == ReportStatus.SUBMITTED)
        since = _since(steps[:place], decisions, round_.at) if state == "now" else None
        lines.append(StepLine(place + 1, state, bodies, since, step.is_kept))
    return lines


def _state(step: Step, decided: Mapping[int, str], *, is_turn: bool) -> str:
    if is_done(step, decided):
        return "done"
    if any(decided.get(body) == RETURN for body in step.bodies):
        return "returned"
    return "now" if is_turn else "later"


def _body(name: str, decision: RoundDecision | None, *, is_kept: bool) -> StepBody:
    if decision is None:
        return StepBody(name, "giữ ý kiến duyệt lần trước" if is_kept else "")
    return StepBody(name, _SAID[decision.verb], decision.at, decision.by_person.full_name)


def _since(before: Sequence[Step], decisions: Mapping[int, RoundDecision], handed_in: datetime) -> datetime:
    """When the step's turn began: with the last word of the steps before it, else with the handing in."""
    words = [decisions[body].at for step in before for body in step.bodies if body in decisions]
    return max(words, default=handed_in)
