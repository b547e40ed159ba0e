"""Each minute: readings that can go on, go on."""

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from phoihop.documents.statuses import ScanStatus
from phoihop.drafting.actions.jobs import JOIN, OPEN, PAGE, queue_opening
from phoihop.drafting.actions.readings import fail, locked_reading
from phoihop.drafting.models import Reading
from phoihop.drafting.statuses import READING, ReadingStatus


def release_scanned(*, at: datetime) -> None:
    """Papers whose files were all scanned meanwhile are read, or fail by the virus that was found."""
    waiting = Reading.objects.filter(status=ReadingStatus.QUARANTINED)
    for reading_id in waiting.exclude(files__file__scan=ScanStatus.WAITING).values_list("pk", flat=True):
        _release(reading_id, at)


def take_up_forgotten() -> None:
    """Readings under way that no job stands for any more (a job lost with its worker) are queued again."""
    jobs = ProcrastinateJob.objects.filter(task_name__in=(OPEN, PAGE, JOIN), status__in=("todo", "doing"))
    cared_for = set(jobs.values_list("args__reading_id", flat=True))
    under_way = Reading.objects.filter(status__in=(ReadingStatus.WAITING, ReadingStatus.READING))
    for reading_id in under_way.exclude(pk__in=cared_for).values_list("pk", flat=True):
        queue_opening(reading_id)


@transaction.atomic
def _release(reading_id: int, at: datetime) -> None:
    row = locked_reading(reading_id)
    if not READING.allows(row.status, "release"):
        return
    files = [part.file for part in row.files.select_related("file").order_by("order")]
    infected = next((file for file in files if not file.may_be_opened), None)
    if infected is not None:
        problem = f"Tệp “{infected.name}” có mã độc ({infected.virus}) nên không được đọc và đã bị loại bỏ."
        fail(row, problem=problem, at=at, tell=True)
        return
    row.status = READING.after(row.status, "release")
    row.save(update_fields=["status"])
    queue_opening(row.pk)
