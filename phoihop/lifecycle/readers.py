"""Who opens the PDFs of digital signing: whoever sees the programme."""

from django.db.models import Q

from phoihop.core.member import Member
from phoihop.lifecycle.models import EditionSeal, SigningPaper
from phoihop.programmes.models import Programme


def may_read_signing_file(file_id: int, member: Member) -> bool:
    """The paper as sent for signature, as signed so far, and the sealed one with what it was made from."""
    papers = SigningPaper.objects.filter(Q(file=file_id) | Q(head=file_id))
    seals = EditionSeal.objects.filter(Q(file=file_id) | Q(file__signed_pdf__original=file_id))
    wanted = Q(editions__signing_papers__in=papers) | Q(editions__seals__in=seals)
    return Programme.objects.visible_to(member).filter(wanted).exists()
