"""Who sees targets, figures and their evidence: whoever sees the programme."""

from django.db.models import Case, QuerySet, Value, When

from phoihop.core.member import Member
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.statuses import SIGNED, EditionStatus
from phoihop.targets.models import Figure, FigureEvidence, Target


def visible_editions(member: Member) -> QuerySet[Edition]:
    """Signed editions of the programmes the member sees, with their programme; the running ones first."""
    programmes = Programme.objects.visible_to(member).values("pk")
    running = Case(When(status=EditionStatus.IN_FORCE, then=Value(0)), default=Value(1))
    rows = Edition.objects.filter(programme__in=programmes, status__in=SIGNED)
    return rows.select_related("programme__lead").order_by(running, "-in_force_from", "-pk")


def visible_target(target_id: int, member: Member) -> Target:
    """Raises Target.DoesNotExist when the member does not see the programme, or it is not signed yet."""
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
