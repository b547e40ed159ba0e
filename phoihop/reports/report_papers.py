"""One body's report as an administrative document."""

from datetime import date

from phoihop.core.periods import Period
from phoihop.documents.issuers import issuer_of
from phoihop.organisations.queries import body_labels
from phoihop.reports.models import Report
from phoihop.reports.paper_parts import (
    Chapter,
    Json,
    Subject,
    figures_table,
    framed,
    heading,
    paragraphs,
    period_words,
)
from phoihop.reports.queries.rounds import content_of
from phoihop.writing.document import Block, Paragraph, StateDocument


def report_paper(report: Report, *, today: date) -> StateDocument:
    """One body's report: its last round, or the working copy before the first."""
    obligation = report.obligation
    last = report.rounds.order_by("-sequence").first()
    content = last.content if last else content_of(report)
    period = Period(obligation.period_start, obligation.period_end)
    issuer = issuer_of(obligation.body, today=today)
    subject = Subject(obligation.programme.name, period_words(period))
    return framed(
        issuer,
        subject=subject,
        edition=obligation.edition,
        chapters=_report_chapters(content, period),
        recipients=_report_recipients(report, today),
        today=today,
        is_sample=report.is_sample,
    )


def _report_chapters(content: Json, period: Period) -> list[Chapter]:
    if content["is_nil"]:
        return [Chapter("Tình hình chung", [Paragraph("Trong kỳ không phát sinh nội dung phải báo cáo.")])]
    results: list[Block] = []
    for number, section in enumerate(content["sections"], start=1):
        if section["text"].strip():
            results += [heading(number, section), *paragraphs(section["text"])]
    return [
        Chapter("Tình hình chung", paragraphs(content["overview"])),
        Chapter("Kết quả thực hiện", results),
        Chapter("Nhiệm vụ phát sinh", [Paragraph(line) for line in content.get("emergent", [])]),
        Chapter("Số liệu", figures_table(content["figures"], content["sections"], period)),
        Chapter("Khó khăn, hạn chế", paragraphs(content["shortcomings"])),
        Chapter("Kiến nghị, đề xuất", paragraphs(content["recommendations"])),
    ]


def _report_recipients(report: Report, today: date) -> list[str]:
    ids = [row.body_id for row in report.obligation.recipients.order_by("-reviews", "id")]
    labels = body_labels(ids, today)
    return [labels[body_id].name for body_id in ids]
