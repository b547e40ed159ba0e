"""Background work on stored files."""

from procrastinate.contrib.django import app

from phoihop.documents import quarantine


@app.periodic(cron="* * * * *")
@app.task(
    name="documents.scan_waiting", queueing_lock="documents.scan_waiting", lock="documents.scan_waiting"
)
def scan_waiting(timestamp: int) -> None:
    """Each minute: files put in while the virus scanner did not answer."""
    quarantine.scan_waiting()
