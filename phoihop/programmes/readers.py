"""Who opens the files of a programme: whoever sees the programme."""

from django.db.models import Q

from phoihop.core.member import Member
from phoihop.programmes.models import Edition, Programme


def may_read_file(file_id: int, member: Member) -> bool:
    """The paper an edition was read from, and the proofs of its signatures."""
    editions = Edition.objects.filter(Q(source_file=file_id) | Q(parties__signature__proof=file_id))
    return Programme.objects.visible_to(member).filter(editions__in=editions).exists()
