"""How long a hundred reports take as documents."""

from itertools import cycle, islice

from benchmarks.measuring import Raw, once, show
from benchmarks.nation.building import Nation
from phoihop.core import clock
from phoihop.reports.models import Report
from phoihop.reports.report_papers import report_paper
from phoihop.writing.packing import zipped
from phoihop.writing.pdf import write_pdfs
from phoihop.writing.word import write_docx

REPORTS = 100
SECONDS = 4


def main(nation: Nation) -> None:
    """From the rows to the bytes: the reports with forty figures that were handed in, in turn."""
    below = Report.objects.filter(obligation__programme__adoption__parent=nation.edition.programme_id)
    written = list(below.filter(figures__isnull=False, submitted_at__isnull=False).distinct().order_by("pk"))
    if not written:
        raise RuntimeError("no report with figures was handed in: measure owing before")
    reports = list(islice(cycle(written), REPORTS))
    today = clock.today()
    papers = [report_paper(report, today=today) for report in reports]
    files = [write_docx(paper) for paper in papers]
    raw = Raw("raw zip of the same bytes", once(lambda: [zipped({"word/document.xml": f}) for f in files]))
    seconds = once(lambda: [write_docx(report_paper(report, today=today)) for report in reports])
    show(f"{len(reports)} reports to .docx", seconds, promised=SECONDS, raw=raw)
    seconds = once(lambda: write_pdfs([report_paper(report, today=today) for report in reports]))
    show(f"{len(reports)} reports to PDF", seconds, promised=SECONDS, raw=raw)
