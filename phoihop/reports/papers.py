"""Consolidated reports as administrative documents: what they say; phoihop.writing knows how they look."""

from collections.abc import Sequence
from datetime import date

from phoihop.documents.issuers import issuer_of
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition
from phoihop.reports.models import Consolidation
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
from phoihop.reports.queries.consolidations import ConsolidationPage
from phoihop.writing.document import Block, Paragraph, SourcedParagraph, StateDocument


def consolidation_paper(page: ConsolidationPage, *, today: date) -> StateDocument:
    """The consolidated report: every body's paragraph with its source, totals, coverage and named gaps."""
    row = page.consolidation
    edition = row.duty.clause.edition
    subject = Subject(row.programme.name, period_words(page.period))
    return framed(
        issuer_of(row.body, today=today, signer_id=_signer(row)),
        subject=subject,
        edition=edition,
        chapters=_consolidation_chapters(page),
        recipients=_party_names(edition, row.body, today),
        today=today,
        is_sample=row.is_sample,
        entry=row.outgoing_entry,
    )


def _signer(row: Consolidation) -> int | None:
    """The person who signed since it was closed."""
    if row.closed_at is None:
        return None
    signed = row.decisions.filter(verb="sign", at__gte=row.closed_at).order_by("-at").first()
    return signed.by_person_id if signed else None


def _consolidation_chapters(page: ConsolidationPage) -> list[Chapter]:
    state = [*paragraphs(page.consolidation.overview), Paragraph(f"Tình hình báo cáo: {page.coverage}.")]
    if page.gaps:
        state.append(Paragraph(f"Đơn vị chưa có báo cáo để tổng hợp: {page.gap_words}."))
    results: list[Block] = []
    for number, part in enumerate(page.parts, start=1):
        results.append(heading(number, {"label": part.label, "heading": part.heading}))
        results += [
            SourcedParagraph(text=line.text, source=line.body)
            for line in part.paragraphs
            if line.text.strip()
        ]
    sections = [{"clause_id": p.clause_id, "label": p.label, "heading": p.heading} for p in page.parts]
    return [
        Chapter("Đánh giá chung", state),
        Chapter("Kết quả thực hiện", results),
        Chapter("Nhiệm vụ phát sinh", _emergent(page.others)),
        Chapter("Kết quả các chỉ tiêu", figures_table(page.figures, sections, page.period)),
        Chapter("Khó khăn, hạn chế", _sourced(page.others, "shortcomings")),
        Chapter("Kiến nghị, đề xuất của các đơn vị", _sourced(page.others, "recommendations")),
        Chapter("Kiến nghị, nhiệm vụ kỳ tới", paragraphs(page.consolidation.recommendations)),
    ]


def _sourced(others: Sequence[Json], key: str) -> list[Block]:
    return [SourcedParagraph(text=other[key], source=other["body"]) for other in others if other[key].strip()]


def _emergent(others: Sequence[Json]) -> list[Block]:
    return [
        SourcedParagraph(text=line, source=other["body"])
        for other in others
        for line in other.get("emergent", [])
    ]


def _party_names(edition: Edition, own: Body, today: date) -> list[str]:
    ids = [party.body_id for party in edition.parties.order_by("order") if party.body_id != own.pk]
    labels = body_labels(ids, today)
    return [labels[body_id].name for body_id in ids]
