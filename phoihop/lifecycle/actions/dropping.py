"""A programme begun by mistake goes, as long as nobody built on its draft."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle.models import Comment
from phoihop.programmes import permissions
from phoihop.programmes.models import Adoption, Edition, Programme
from phoihop.programmes.statuses import EditionStatus


@transaction.atomic
def drop_draft(*, edition: Edition, by: Member, at: datetime) -> None:
    """Undo the beginning of a programme, however it began: the programme and its only text go.

    Refused once it left draft or somebody commented on it, and for one that rests on a paper that was read,
    on another's plan, or on a text handed down from above.
    """
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=edition.programme_id)
    if not permissions.can_lead(by, programme):
        raise PermissionDenied
    rows = list(programme.editions.select_for_update(of=("self",)))
    if [row.status for row in rows] != [EditionStatus.DRAFT]:
        raise Refused("Chỉ bỏ được chương trình còn là dự thảo và chưa có văn bản nào được ký.")
    if Comment.objects.filter(consultation__edition=rows[0]).exists():
        raise Refused("Các bên đã góp ý dự thảo này nên không bỏ được.")
    if Adoption.objects.filter(programme=programme, hand_down__isnull=False).exists():
        raise Refused("Chương trình do cấp trên triển khai: hãy trả lời ở trang Triển khai.")
    try:
        rows[0].delete()
        programme.delete()
    except ProtectedError as built_on:
        raise Refused(
            "Chương trình gắn với văn bản đã đọc hoặc kế hoạch khác nên không bỏ được."
        ) from built_on
