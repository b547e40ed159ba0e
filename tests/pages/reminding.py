"""A reminder that did not arrive, for the tests that walk all pages."""

from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import Delivery
from phoihop.core import clock
from phoihop.reports.models import Obligation, Reminder


def of_reminders(office: ActingMember, *, obligation: Obligation) -> dict[str, int | str]:
    """Ids by the names their addresses call them."""
    at, key = clock.now(), "digest-2026-01-05"
    Reminder.objects.create(
        programme=obligation.programme, kind="report", number=obligation.pk, body=obligation.body,
        person_id=office.person_id, due_on=obligation.due_on, step=1, words=obligation.duty.name,
        url=f"/bao-cao/phai-nop/{obligation.pk}/", key=key, at=at, is_sample=True,
    )  # fmt: skip
    common = {"person_id": office.person_id, "key": key, "purpose": "reminder", "created_at": at}
    Delivery.objects.create(
        channel="app", state="sent", next_try_at=at, ended_at=at, is_sample=True, **common
    )
    failed = Delivery.objects.create(
        channel="email", state="failed", next_try_at=at, ended_at=at, tries=7, is_sample=True,
        reason="Không nối được máy chủ thư.", **common,
    )  # fmt: skip
    return {"failed_delivery_id": failed.pk, "channel": "email", "reminder_kind": "report"}
