"""Taking back the newest act of succession."""

from datetime import date, datetime

from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError, Q

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.actions.checks import allow, area_of
from phoihop.organisations.actions.following import places_of, tell_places_changed
from phoihop.organisations.models import BodyFunction, Succession, SuccessionLink


@transaction.atomic
def undo(*, succession: Succession, by: Member | None, at: datetime) -> None:
    """Remove an act: what it began goes, what it ended stands again.

    Refused for acts of the official lists, when a later act touches the same places or bodies, and when
    something was entered on what the act began. The trail of the table keeps the removed act.
    """
    act = Succession.objects.select_for_update(of=("self",)).get(pk=succession.pk)
    if not act.undo:
        raise Refused("Việc này nạp từ danh mục chính thức, không hoàn tác được.")
    links = list(act.links.select_related("from_area", "to_area", "from_body__area", "to_body__area"))
    ends = [end for x in links for end in (x.from_area or x.from_body, x.to_area or x.to_body) if end]
    allow(by, [area_of(end) for end in ends], act.effective_on)
    if _touched_later(act, links):
        raise Refused("Đã có việc kế thừa sau việc này; cần hoàn tác việc sau trước.")
    made = {(model, pk) for model, pk in act.undo["made"]}
    functions = BodyFunction.objects.filter(body__in=[pk for model, pk in made if model == "body"])
    if any(("bodyfunction", function.pk) not in made for function in functions):
        raise Refused("Tổ chức mới đã được giao chức năng; cần bỏ trước khi hoàn tác.")
    try:
        _remove(act)
    except ProtectedError as error:
        raise Refused("Đã có dữ liệu nhập cho đơn vị mới, không hoàn tác được nữa.") from error


def _touched_later(act: Succession, links: list[SuccessionLink]) -> bool:
    areas = {i for x in links for i in (x.from_area_id, x.to_area_id) if i}
    bodies = {i for x in links for i in (x.from_body_id, x.to_body_id) if i}
    touching = Q(from_area__in=areas) | Q(to_area__in=areas) | Q(from_body__in=bodies) | Q(to_body__in=bodies)
    later = Q(succession__pk__gt=act.pk) | Q(succession__effective_on__gt=act.effective_on)
    return SuccessionLink.objects.filter(touching, later).exists()


def _remove(act: Succession) -> None:
    made, ended = act.undo["made"], act.undo["ended"]
    places = places_of([*made, *ended])
    act.delete()
    for model, pk in reversed(made):
        apps.get_model("organisations", model)._default_manager.get(pk=pk).delete()
    for model, pk, former in ended:
        rows = apps.get_model("organisations", model)._default_manager.filter(pk=pk)
        rows.update(valid_to=date.fromisoformat(former) if former else None)
    tell_places_changed(places)
