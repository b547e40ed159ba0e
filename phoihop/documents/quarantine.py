"""Files that wait for their virus scan: their bytes lie apart until a scan decides."""

import logging

from django.db import transaction

from phoihop.documents import scanning, storage
from phoihop.documents.models import StoredFile
from phoihop.documents.statuses import ScanStatus

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 20


def scan_waiting() -> int:
    """Scan files that wait, at most MOST_AT_ONCE; how many were decided.

    Ends early when the scanner still does not answer. With the scanner given up (no PHOIHOP_CLAMD) the
    files are let in unscanned, as all others then are.
    """
    waiting = StoredFile.objects.filter(scan=ScanStatus.WAITING).order_by("?")
    decided = 0
    for sha256 in list(waiting.values_list("sha256", flat=True)[:MOST_AT_ONCE]):
        try:
            verdict = scanning.scan(storage.bytes_apart(sha256))
        except storage.BytesMissing:
            logger.warning("the bytes of a waiting file are gone: %s", sha256)
            continue
        if verdict.status == ScanStatus.WAITING:
            break
        decided += 1
        _decide(sha256, verdict)
    return decided


@transaction.atomic
def _decide(sha256: str, verdict: scanning.Verdict) -> None:
    """Every waiting row of these bytes gets the verdict; the bytes move only when the rows are written."""
    rows = StoredFile.objects.select_for_update(of=("self",)).filter(sha256=sha256, scan=ScanStatus.WAITING)
    ids = list(rows.values_list("pk", flat=True))
    StoredFile.objects.filter(pk__in=ids).update(scan=verdict.status, virus=verdict.virus)
    if verdict.status == ScanStatus.INFECTED:
        logger.warning("an infected file was thrown out: %s, sha256 %s", verdict.virus, sha256)
        transaction.on_commit(lambda: storage.drop_apart(sha256))
    else:
        storage.let_in(sha256)
