"""What the pages of targets load first."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from phoihop.core.access import acting
from phoihop.core.member import Member
from phoihop.programmes.models import Edition
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.targets import queries
from phoihop.targets.models import Figure, Target


def opened_edition(request: HttpRequest, edition_id: int | None) -> Edition:
    """The edition under this id, or 404 for those who do not see its targets."""
    return get_object_or_404(queries.visible_editions(acting(request)), pk=edition_id)


def opened_target(request: HttpRequest, target_id: int) -> Target:
    """The target under this id, or 404 for those who do not see it."""
    try:
        return queries.visible_target(target_id, acting(request))
    except Target.DoesNotExist as error:
        raise Http404 from error


def opened_figure(request: HttpRequest, figure_id: int) -> Figure:
    """The figure under this id, or 404 for those who do not see it."""
    try:
        return queries.visible_figure(figure_id, acting(request))
    except Figure.DoesNotExist as error:
        raise Http404 from error


def own_bodies(member: Member) -> list[int]:
    """The bodies whose figures this member sees before they are accepted."""
    return list(bodies_written_for(member.body_id).values_list("pk", flat=True))
