"""Who sees targets, figures and their evidence: whoever sees the programme."""

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from phoihop.core.member import Member
from phoihop.programmes.models import Adoption, Edition, Party, Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.programmes.statuses import SIGNED, EditionStatus
from phoihop.targets.models import Figure, Target

_RUNNING_FIRST = Case(
    When(status=EditionStatus.IN_FORCE, then=Value(0)),
    When(status__in=SIGNED, then=Value(1)),
    default=Value(2),
)


def visible_editions(member: Member) -> QuerySet[Edition]:
    """Signed editions of the programmes the member sees, with their programme; the running ones first.

    The lead and the parties also see those not signed yet, last.
    """
    programmes = Programme.objects.visible_to(member).values("pk")
    mine = bodies_of(member.body_id).values("pk")
    writes = Q(programme__lead__in=mine) | Q(pk__in=Party.objects.filter(body__in=mine).values("edition"))
    rows = Edition.objects.filter(Q(status__in=SIGNED) | writes, programme__in=programmes)
    return rows.select_related("programme__lead").order_by(_RUNNING_FIRST, "-in_force_from", "-pk")


def _taken_from_above(member: Member) -> QuerySet[Adoption]:
    """How the programmes the member sees came from ones above."""
    return Adoption.objects.filter(programme__in=Programme.objects.visible_to(member).values("pk"))


def visible_target(target_id: int, member: Member) -> Target:
    """Raises Target.DoesNotExist when the member sees neither the edition nor one taken from it."""
    rows = Target.objects.select_related("edition__programme__lead", "clause", "part_of")
    above = _taken_from_above(member).values("parent")
    seen = Q(edition__in=visible_editions(member).values("pk"))
    return rows.get(seen | Q(edition__programme__in=above, edition__status__in=SIGNED), pk=target_id)


def places_seen(target: Target, member: Member) -> frozenset[int] | None:
    """At which places the member sees figures of the target; None: at all, as the programme's own.

    Who sees it through a programme taken from it sees the place of that one alone.
    """
    if visible_editions(member).filter(pk=target.edition_id).exists():
        return None
    rows = _taken_from_above(member).filter(parent=target.edition.programme_id)
    return frozenset(rows.values_list("area_id", flat=True))


def _seen_figures(member: Member) -> Q:
    here = _taken_from_above(member).filter(parent=OuterRef("target__edition__programme"))
    at_place = Exists(here.filter(area=OuterRef("area")))
    return Q(target__edition__in=visible_editions(member).values("pk")) | Q(at_place)


def visible_figure(figure_id: int, member: Member) -> Figure:
    """Raises Figure.DoesNotExist when the member does not see the programme, or the place in it."""
    rows = Figure.objects.select_related("target__edition__programme", "target__clause", "body")
    return rows.get(_seen_figures(member), pk=figure_id)


def opens_evidence(file_id: int, member: Member) -> bool:
    """Whether the file is evidence of a figure the member sees."""
    figures = Figure.objects.filter(_seen_figures(member), evidence__file=file_id)
    return figures.exists()
