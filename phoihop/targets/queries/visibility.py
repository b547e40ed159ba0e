"""Who sees targets, figures and their evidence: whoever sees the programme."""

from django.db.models import Case, Q, QuerySet, Value, When

from phoihop.core.member import Member
from phoihop.programmes.models import Edition, Party, Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.programmes.statuses import SIGNED, EditionStatus
from phoihop.targets.models import Figure, FigureEvidence, Target

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


def visible_target(target_id: int, member: Member) -> Target:
    """Raises Target.DoesNotExist when the member does not see the edition."""
    rows = Target.objects.select_related("edition__programme__lead", "clause", "part_of")
    return rows.get(pk=target_id, edition__in=visible_editions(member).values("pk"))


def visible_figure(figure_id: int, member: Member) -> Figure:
    """Raises Figure.DoesNotExist when the member does not see the programme."""
    rows = Figure.objects.select_related("target__edition__programme", "target__clause", "body")
    return rows.get(pk=figure_id, target__edition__in=visible_editions(member).values("pk"))


def opens_evidence(file_id: int, member: Member) -> bool:
    """Whether the file is evidence of a figure the member sees."""
    rows = FigureEvidence.objects.filter(file=file_id)
    return rows.filter(figure__target__edition__in=visible_editions(member).values("pk")).exists()
