"""Requests that wait for an answer, for reminders: rounds of consultation, programmes handed down."""

from collections.abc import Collection, Iterator
from datetime import date

from phoihop.core.periods import Period
from phoihop.lifecycle.models import Invitation
from phoihop.programmes.models import Adoption
from phoihop.programmes.statuses import AdoptionStatus
from phoihop.reports.models import ReminderKind
from phoihop.reports.reminders.items import Item, register
from phoihop.reports.reminders.sources import among


@register
class Consultations:
    """A party that has not answered an open round."""

    kind = ReminderKind.CONSULTATION.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterator[Item]:
        """One query."""
        rows = Invitation.objects.filter(
            answered_at=None, consultation__closed_at=None, consultation__due_on__range=(due.start, due.end)
        )
        for row in among(rows, numbers).select_related("consultation__edition__programme"):
            call = row.consultation
            yield Item(
                kind=ReminderKind.CONSULTATION, number=row.pk, programme_id=call.edition.programme_id,
                body_id=row.body_id, due_on=call.due_on, words=f"Góp ý dự thảo, vòng {call.sequence}",
                url_name="lifecycle:consultation", url_id=call.edition.programme_id,
                is_sample=call.is_sample,
            )  # fmt: skip


@register
class Adoptions:
    """A place that has not answered a programme handed down to it."""

    kind = ReminderKind.ADOPTION.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterator[Item]:
        """One query."""
        rows = Adoption.objects.filter(
            status=AdoptionStatus.HANDED, hand_down__undone_at=None,
            hand_down__due_on__range=(due.start, due.end),
        )  # fmt: skip
        for row in among(rows, numbers).select_related("hand_down", "programme", "parent"):
            if row.hand_down is not None:
                yield Item(
                    kind=ReminderKind.ADOPTION, number=row.pk, programme_id=row.programme_id,
                    body_id=row.programme.lead_id, due_on=row.hand_down.due_on,
                    words=f"Trả lời chương trình cấp trên triển khai: {row.parent.name}",
                    url_name="lifecycle:handing_down", url_id=row.programme_id, is_sample=row.is_sample,
                )  # fmt: skip
