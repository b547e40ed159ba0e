"""What 1 July 2025 did to the five: their bodies were followed by others, some programmes were running."""

from datetime import datetime
from typing import Any

from phoihop.accounts.models import Role
from phoihop.core.member import Member
from phoihop.lifecycle.actions import close_programme, publish_succession, succeed_programme
from phoihop.lifecycle.actions.succeeding import Handover
from phoihop.lifecycle.queries.heirs import bodies_in
from phoihop.lifecycle.queries.successions import bodies_at_work
from phoihop.organisations.actions import Decree, create_standard_bodies, merge, split
from phoihop.organisations.models import Area, Body, BodyKind, Succession
from phoihop.people.models import Person
from phoihop.plans.actions import end_tasks
from phoihop.programmes import actions as programmes
from phoihop.programmes.models import Edition
from phoihop.reports.actions import end_obligations
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
    programme, lead = edition.programme, edition.programme.lead
    by = in_role(recorder, lead, Role.OFFICER, since=None)
    succession = Succession.objects.get(links__from_body=lead, links__to_body=_one_heir(lead))
    common: dict[str, Any] = {
        "programme": programme,
        "succession": succession,
        "by": by,
        "at": moment(TWO_LEVELS),
    }
    going_on = [heirs[code] for code in paper.heir.carried_on_in]
    if not going_on:
        row = close_programme(**common)
    else:
        row = succeed_programme(handover=Handover(_successors(edition, going_on)), **common)
    publish_succession(row=row, by=by, at=moment(TWO_LEVELS))
    if paper.heir.is_finished:
        _finish(paper, edition, by)


def _one_heir(body: Body) -> Body:
    link = body.successor_links.select_related("to_body").order_by("pk")[0]
    assert link.to_body
    return link.to_body


def _successors(edition: Edition, going_on: list[dict[BodyKind, Body]]) -> dict[int, list[Body]]:
    """Each body's heirs of the same kind; what stood under the Front by name alone goes to the Front."""
    programme = edition.programme
    named = {*bodies_in(edition), *bodies_at_work(programme)}
    bodies = Body.objects.filter(pk__in=named, area=programme.area)
    front = BodyKind.FRONT_COMMITTEE
    return {body.pk: [heir.get(BodyKind(body.kind), heir[front]) for heir in going_on] for body in bodies}


def _finish(paper: Paper, edition: Edition, by: Member) -> None:
    """The year is over and its reports lie on paper: nothing of it is asked for here."""
    assert paper.period_end
    reason, at = "Hết thời hạn; báo cáo trên giấy không nhập lại (minh họa).", moment(paper.period_end)
    end_obligations(edition=edition, on=TWO_LEVELS, reason=reason, by=by, at=at)
    end_tasks(programme=edition.programme, on=TWO_LEVELS, reason=reason, by=by, at=at)
    programmes.end(edition=edition, on=paper.period_end, reason=reason, by=by, at=at)
