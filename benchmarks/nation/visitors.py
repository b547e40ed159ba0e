"""The forty people who look at pages: of the nation, of provinces, of communes; each with an open report."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse

from benchmarks.nation.building import Nation
from benchmarks.nation.peopling import Place
from benchmarks.nation.reporting import next_obligations
from phoihop.accounts.acting import SESSION_KEY as ACTING_KEY
from phoihop.accounts.acting import ActingMember, member_by_id
from phoihop.accounts.models import Membership
from phoihop.accounts.sessions import SessionStore
from phoihop.core import clock
from phoihop.people.models import User
from phoihop.programmes.models import Programme
from phoihop.reports.actions import open_report
from phoihop.reports.models import Report

PROVINCES, COMMUNES = 9, 30
_BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@dataclass(frozen=True)
class Visitor:
    """Somebody signed in: the cookie of the session, and the ten main pages as this person has them."""

    member: ActingMember
    session: str
    pages: dict[str, str]


def visitors(nation: Nation) -> list[Visitor]:
    """One of the nation, some of provinces, the rest of communes; signed in without typing a password."""
    places = [*_spread(nation.provinces, PROVINCES), *_spread(nation.communes, COMMUNES)]
    owed = next_obligations(nation.edition, [place.lead_id for place in places])
    top = _visitor(nation.by, nation.edition.programme_id, nation, None)
    return [top, *(_of_place(place, nation, owed.get(place.lead_id)) for place in places)]


def _spread(places: Sequence[Place], count: int) -> list[Place]:
    step = max(1, len(places) // count)
    return list(places[::step])[:count]


def _of_place(place: Place, nation: Nation, owed: object) -> Visitor:
    row = Membership.objects.get(person=place.person_id, body=place.lead_id)
    if not User.objects.filter(person=place.person_id).exists():
        User.objects.create(username=f"do{place.person_id}", person_id=place.person_id, password="!")
    member = member_by_id(row.pk)
    programme = Programme.objects.get(area=place.area_id, adoption__parent=nation.edition.programme_id)
    report = open_report(obligation=owed, by=member, at=clock.now()) if owed else None  # type: ignore[arg-type]
    return _visitor(member, programme.pk, nation, report)


def _visitor(member: ActingMember, programme_id: int, nation: Nation, report: Report | None) -> Visitor:
    target = nation.commune_targets[member.membership_id % len(nation.commune_targets)]
    form = reverse("reports:edit", args=[report.pk]) if report else reverse("reports:mine")
    return Visitor(
        member=member,
        session=_session(member),
        pages={
            "home": reverse("dashboards:home"),
            "programmes": reverse("programmes:list"),
            "programme": reverse("dashboards:programme", args=[programme_id]),
            "targets": reverse("targets:list"),
            "target": reverse("targets:detail", args=[target.pk]),
            "report form": form,
            "report board": reverse("reports:board", args=[programme_id]),
            "calendar": reverse("plans:month"),
            "tasks": reverse("plans:list"),
            "notices": reverse("accounts:notices"),
        },
    )


def _session(member: ActingMember) -> str:
    user = User.objects.get(person_id=member.person_id)
    store = SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(user.pk), _BACKEND
    store[HASH_SESSION_KEY], store[ACTING_KEY] = user.get_session_auth_hash(), member.membership_id
    store.create()
    return str(store.session_key)
