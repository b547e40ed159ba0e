"""Which stored files the books let somebody read."""

from django.db.models import Q

from phoihop.core.member import Member
from phoihop.documents.models import Delivery, IncomingEntry, OutgoingEntry
from phoihop.documents.permissions import books_open_to


def lies_in_an_open_book(file_id: int, member: Member) -> bool:
    """The file of a document, of a sending or of an arrival that the member may see; at most five queries."""
    own = OutgoingEntry.objects.filter(file_id=file_id, register__body_id__in=books_open_to(member))
    sent = Delivery.objects.visible_to(member).filter(Q(sending__file_id=file_id) | Q(proof_id=file_id))
    came = IncomingEntry.objects.visible_to(member).filter(file_id=file_id)
    return own.exists() or sent.exists() or came.exists()
