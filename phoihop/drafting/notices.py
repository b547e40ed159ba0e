"""What people are told about papers that were read while they did something else."""

from datetime import datetime

from django.urls import reverse

from phoihop.accounts.notices import send
from phoihop.drafting.models import Reading


def tell_done(reading: Reading, *, at: datetime) -> None:
    """Who put the paper in learns that its draft is there."""
    url = reverse("drafting:review", args=[reading.draft_id])
    _tell(reading, f"Đã đọc xong “{reading.name}”. Mời rà soát bản đọc.", "done", url, at)


def tell_failed(reading: Reading, *, at: datetime) -> None:
    """Who put the paper in learns that it could not be read, and why."""
    url = reverse("drafting:reading", args=[reading.pk])
    _tell(reading, f"Không đọc được “{reading.name}”. {reading.problem}", "failed", url, at)


def _tell(reading: Reading, text: str, what: str, url: str, at: datetime) -> None:
    send(
        person_ids=[reading.created_by_id],
        text=text,
        url=url,
        dedup_key=f"reading:{reading.pk}:{what}:{at:%Y%m%d%H%M%S}",
        at=at,
        body_id=reading.body_id,
        is_sample=reading.is_sample,
    )
