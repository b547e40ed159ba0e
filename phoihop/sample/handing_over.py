"""What 1 July 2025 did to the five: their bodies were followed by others, some programmes were running."""

from datetime import datetime

from phoihop.accounts.models import Role
from phoihop.lifecycle.actions import succeed_programme
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.organisations.actions import Decree, create_standard_bodies, merge, split
from phoihop.organisations.models import Area, Body, BodyKind, Succession
from phoihop.people.models import Person
from phoihop.programmes.models import Edition, Programme
from phoihop.reports.models import Obligation
from phoihop.sample.acting import in_role, moment
from phoihop.sample.papers import NEW_LIST, OLD_LIST, Paper
from phoihop.sample.places import STANDARD, TWO_LEVELS, place


def hand_over(paper: Paper, edition: Edition, *, recorder: Person, at: datetime) -> None:
    """The bodies of the ended place go to those of its heirs; a running programme is closed or carried on."""
    old = place(paper.place, OLD_LIST)
    heirs = {code: _heirs(place(code, NEW_LIST), at) for code in paper.heir.places}
    decree = Decree(TWO_LEVELS, paper.heir.legal_document)
    for body in Body.objects.filter(area=old, kind__in=STANDARD, successor_links=None).order_by("pk"):
        _follow(body, [heir[BodyKind(body.kind)] for heir in heirs.values()], decree, at)
    if paper.period_end is None or paper.period_end >= TWO_LEVELS:
        _settle(paper, edition, heirs, recorder)


def _heirs(area: Area, at: datetime) -> dict[BodyKind, Body]:
    return create_standard_bodies(
        area=area, valid_from=TWO_LEVELS, kinds=STANDARD, is_sample=True, by=None, at=at
    )


def _follow(body: Body, followers: list[Body], decree: Decree, at: datetime) -> None:
    if len(followers) == 1:
        merge(predecessors=[body], successor=followers[0], decree=decree, by=None, at=at)
    else:
        split(predecessor=body, successors=followers, decree=decree, by=None, at=at)


def _settle(paper: Paper, edition: Edition, heirs: dict[str, dict[BodyKind, Body]], recorder: Person) -> None:
    lead = edition.programme.lead
    heir = heirs.get(paper.heir.carried_on_in)
    outcome = ProgrammeSuccession.Outcome.TRANSFERRED if heir else ProgrammeSuccession.Outcome.CLOSED
    succeed_programme(
        programme=edition.programme,
        succession=Succession.objects.get(links__from_body=lead, links__to_body=_one_heir(lead)),
        outcome=outcome,
        successors=_successors(edition.programme, heir) if heir else {},
        by=in_role(recorder, lead, Role.OFFICER, since=None),
        at=moment(TWO_LEVELS),
    )


def _one_heir(body: Body) -> Body:
    link = body.successor_links.select_related("to_body").order_by("pk")[0]
    assert link.to_body
    return link.to_body


def _successors(programme: Programme, heir: dict[BodyKind, Body]) -> dict[int, Body]:
    """Each owing body's heir of the same kind; what stood under the Front by name alone goes to the Front."""
    owing = Obligation.objects.filter(programme=programme).values("body")
    front = heir[BodyKind.FRONT_COMMITTEE]
    bodies = Body.objects.filter(pk__in=owing) | Body.objects.filter(tasks__programme=programme)
    return {body.pk: heir.get(BodyKind(body.kind), front) for body in bodies.distinct()}
