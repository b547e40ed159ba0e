"""Consolidated reports as administrative documents: what they say; phoihop.writing knows how they look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from phoihop.documents.issuers import issuer_of
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition
from phoihop.reports.calculations.form_parts import column_of
from phoihop.reports.calculations.tables import TableColumn, cell_words
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
from phoihop.reports.queries.paragraphs import ParagraphGroup, ParagraphLine
from phoihop.reports.statuses import ParagraphPart
from phoihop.writing.document import (
    Align,
    Annex,
    Block,
    Column,
    Paragraph,
    SourcedParagraph,
    StateDocument,
    Table,
)

_MOST_COLUMNS_UPRIGHT = 6
_PETITION_COLUMNS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Đơn vị kiến nghị", width=42),
    Column(title="Nội dung kiến nghị, đề xuất", width=90),
    Column(title="Cơ quan giải quyết", width=30),
)


def consolidation_paper(page: ConsolidationPage, *, today: date) -> StateDocument:
    """The consolidated report: every body's paragraph with its source, totals, coverage and named gaps.

    Paragraphs that are not named stand with their source in an annex; so do the recommendations of all units
    and the joined tables of their forms.
    """
    row = page.consolidation
    edition = row.duty.clause.edition
    subject = Subject(row.programme.name, period_words(page.period))
    paper = framed(
        issuer_of(row.body, today=today, signer_id=_signer(row)),
        subject=subject,
        edition=edition,
        chapters=_chapters(page),
        recipients=_recipients(row, edition, today),
        today=today,
        is_sample=row.is_sample,
        entry=row.outgoing_entry,
    )
    return replace(paper, annexes=tuple(_annexes(page)))


def _signer(row: Consolidation) -> int | None:
    """The person who signed since it was closed."""
    if row.closed_at is None:
        return None
    signed = row.decisions.filter(verb="sign", at__gte=row.closed_at).order_by("-at").first()
    return signed.by_person_id if signed else None


def _chapters(page: ConsolidationPage) -> list[Chapter]:
    sections = [{"clause_id": p.clause_id, "label": p.label, "heading": p.heading} for p in page.parts]
    return [
        Chapter("Đánh giá chung", _state(page)),
        Chapter("Kết quả thực hiện", list(_results(page.parts))),
        Chapter("Nhiệm vụ phát sinh", [*_chapter(page, ParagraphPart.EMERGENT), *_emergent(page.others)]),
        Chapter("Kết quả các chỉ tiêu", figures_table(page.figures, sections, page.period)),
        Chapter(
            "Khó khăn, hạn chế",
            [*_chapter(page, ParagraphPart.SHORTCOMING), *_sourced(page.others, "shortcomings")],
        ),
        Chapter(
            "Kiến nghị, đề xuất của các đơn vị",
            [*_recommended(page), *_sourced(page.others, "recommendations")],
        ),
        Chapter("Kiến nghị, nhiệm vụ kỳ tới", paragraphs(page.consolidation.recommendations)),
    ]


def _state(page: ConsolidationPage) -> list[Block]:
    state = [*paragraphs(page.consolidation.overview), Paragraph(f"Tình hình báo cáo: {page.coverage}.")]
    if page.gaps:
        state.append(Paragraph(f"Đơn vị chưa có báo cáo để tổng hợp: {page.gap_words}."))
    if page.nil:
        state.append(Paragraph(f"Đơn vị báo cáo không phát sinh: {', '.join(page.nil)}."))
    if page.consolidation.replaced_entry is not None:
        entry = page.consolidation.replaced_entry
        day = f"ngày {entry.issued_on.day:02d} tháng {entry.issued_on:%m} năm {entry.issued_on.year}"
        state.append(Paragraph(f"Báo cáo này thay thế Báo cáo số {entry.number:02d}/{entry.symbol} {day}."))
    return state


def _results(groups: Sequence[ParagraphGroup]) -> Iterator[Block]:
    said = [group for group in groups if group.named_paragraphs]
    for number, group in enumerate(said, start=1):
        yield heading(number, {"label": group.label, "heading": group.heading})
        yield from _said(group.named_paragraphs)


def _chapter(page: ConsolidationPage, part: ParagraphPart) -> list[Block]:
    return [block for group in page.chapter(part) for block in _said(group.named_paragraphs)]


def _recommended(page: ConsolidationPage) -> list[Block]:
    """Each line is a recommendation by itself, so each names who made it."""
    return [
        SourcedParagraph(text=text, source=line.source)
        for group in page.recommendations
        for line in group.named_paragraphs
        for text in line.text.splitlines()
        if text.strip()
    ]


def _said(lines: Sequence[ParagraphLine]) -> list[Block]:
    return [SourcedParagraph(text=line.text, source=line.source) for line in lines]


def _sourced(others: Sequence[Json], key: str) -> list[Block]:
    return [SourcedParagraph(text=other[key], source=other["body"]) for other in others if other[key].strip()]


def _emergent(others: Sequence[Json]) -> list[Block]:
    return [
        SourcedParagraph(text=line, source=other["body"])
        for other in others
        for line in other.get("emergent", [])
    ]


def _annexes(page: ConsolidationPage) -> Iterator[Annex]:
    rest = list(_rest(page.groups))
    if rest:
        yield Annex(title="Nội dung báo cáo của các đơn vị không nêu ở phần chính", blocks=tuple(rest))
    rows = petition_rows(page)
    if rows:
        yield Annex(
            title="Kiến nghị, đề xuất của các đơn vị",
            blocks=(Table(columns=_PETITION_COLUMNS, rows=rows),),
        )
    for table in page.tables:
        yield _joined(table)


def _rest(groups: Sequence[ParagraphGroup]) -> Iterator[Block]:
    left = [group for group in groups if group.other_paragraphs]
    for number, group in enumerate(left, start=1):
        yield heading(number, {"label": group.label, "heading": group.heading})
        yield from _said(group.other_paragraphs)


def petition_rows(page: ConsolidationPage) -> tuple[tuple[str, ...], ...]:
    """Every recommendation of every unit, named or not, a line each; the last column is for the office."""
    said = [
        (line.source, text.strip(" -+•"))
        for group in page.recommendations
        for line in group.paragraphs
        for text in line.text.splitlines()
        if text.strip(" -+•")
    ]
    return tuple((str(number), source, text, "") for number, (source, text) in enumerate(said, start=1))


def _joined(table: Mapping[str, Any]) -> Annex:
    """The units' rows with the sums under them; wide ones lie sideways."""
    columns = [column_of(column) for column in table["columns"]]
    rows = [_words(columns, row) for row in table["rows"]]
    if any(table["sums"]):
        sums = _words(columns, table["sums"])
        rows.append(("Cộng", *sums[1:]))
    numbered = tuple(
        ("" if row[0] == "Cộng" else str(number), *row) for number, row in enumerate(rows, start=1)
    )
    made = Table(columns=tuple(_columns(columns)), rows=numbered)
    return Annex(
        title=f"Tổng hợp: {table['title']}", blocks=(made,),
        is_landscape=len(columns) > _MOST_COLUMNS_UPRIGHT,
    )  # fmt: skip


def _columns(columns: Sequence[TableColumn]) -> Iterator[Column]:
    yield Column(title="STT", width=9, align=Align.CENTRE)
    for column in columns:
        is_number = column.kind.is_number
        yield Column(
            title=column.title, width=20 if is_number else 36, align=Align.RIGHT if is_number else Align.LEFT
        )


def _words(columns: Sequence[TableColumn], row: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell_words(column, cell) for column, cell in zip(columns, row, strict=True))


def _recipients(row: Consolidation, edition: Edition, today: date) -> list[str]:
    """Those above it goes to first, then the parties of the programme."""
    above = row.obligation.recipients.values_list("body_id", flat=True) if row.obligation else ()
    parties = [party.body_id for party in edition.parties.order_by("order")]
    ids = [pk for pk in dict.fromkeys([*above, *parties]) if pk != row.body_id]
    labels = body_labels(ids, today)
    return [labels[body_id].name for body_id in ids]
