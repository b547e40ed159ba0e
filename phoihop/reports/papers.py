"""Reports as administrative documents: what they say; phoihop.writing knows how they look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from phoihop.core.numbers import decimal_words, read_decimal
from phoihop.core.periods import Period
from phoihop.documents.issuers import Issuer, issuer_of
from phoihop.documents.models import OutgoingEntry
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition
from phoihop.reports.models import Consolidation, Report
from phoihop.reports.queries.consolidations import ConsolidationPage
from phoihop.reports.queries.rounds import content_of
from phoihop.writing.document import (
    Align,
    Block,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    Recipient,
    SourcedParagraph,
    StateDocument,
    Table,
)
from phoihop.writing.wording import roman

type Json = dict[str, Any]
_COLUMNS = (
    Column(title="STT", width=11, align=Align.CENTRE),
    Column(title="Chỉ tiêu", width=34),
    Column(title="ĐVT", width=17, align=Align.CENTRE),
    Column(title="Kế hoạch", width=21, align=Align.CENTRE),
    Column(title="Kỳ này", width=26, align=Align.CENTRE),
    Column(title="Lũy kế", width=26, align=Align.CENTRE),
    Column(title="% KH", width=13, align=Align.RIGHT),
    Column(title="Cùng kỳ", width=13, align=Align.CENTRE),
    Column(title="Ghi chú", width=19),
)
_LONGEST_HEADING = 160


@dataclass(frozen=True)
class _Chapter:
    """A part under a Roman number; left out when it has nothing to say."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class _Subject:
    """What a paper reports on."""

    programme: str
    period: str

    @property
    def words(self) -> str:
        return f"kết quả thực hiện {self.programme}, {self.period}"


def report_paper(report: Report, *, today: date) -> StateDocument:
    """One body's report: its last round, or the working copy before the first."""
    obligation = report.obligation
    last = report.rounds.order_by("-sequence").first()
    content = last.content if last else content_of(report)
    period = Period(obligation.period_start, obligation.period_end)
    issuer = issuer_of(obligation.body, today=today)
    subject = _Subject(obligation.programme.name, _period_words(period))
    return _document(
        issuer,
        subject=subject,
        edition=obligation.edition,
        chapters=_report_chapters(content, period),
        recipients=_report_recipients(report, today),
        today=today,
        is_sample=report.is_sample,
    )


def _report_chapters(content: Json, period: Period) -> list[_Chapter]:
    if content["is_nil"]:
        return [_Chapter("Tình hình chung", [Paragraph("Trong kỳ không phát sinh nội dung phải báo cáo.")])]
    results: list[Block] = []
    for number, section in enumerate(content["sections"], start=1):
        if section["text"].strip():
            results += [_heading(number, section), *_paragraphs(section["text"])]
    return [
        _Chapter("Tình hình chung", _paragraphs(content["overview"])),
        _Chapter("Kết quả thực hiện", results),
        _Chapter("Nhiệm vụ phát sinh", [Paragraph(line) for line in content.get("emergent", [])]),
        _Chapter("Số liệu", _figures(content["figures"], content["sections"], period)),
        _Chapter("Khó khăn, hạn chế", _paragraphs(content["shortcomings"])),
        _Chapter("Kiến nghị, đề xuất", _paragraphs(content["recommendations"])),
    ]


def _report_recipients(report: Report, today: date) -> list[str]:
    ids = [row.body_id for row in report.obligation.recipients.order_by("-reviews", "id")]
    labels = body_labels(ids, today)
    return [labels[body_id].name for body_id in ids]


def consolidation_paper(page: ConsolidationPage, *, today: date) -> StateDocument:
    """The consolidated report: every body's paragraph with its source, totals, coverage and named gaps."""
    row = page.consolidation
    edition = row.duty.clause.edition
    subject = _Subject(row.programme.name, _period_words(page.period))
    return _document(
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


def _consolidation_chapters(page: ConsolidationPage) -> list[_Chapter]:
    state = [*_paragraphs(page.consolidation.overview), Paragraph(f"Tình hình báo cáo: {page.coverage}.")]
    if page.gaps:
        state.append(Paragraph(f"Đơn vị chưa có báo cáo để tổng hợp: {page.gap_words}."))
    results: list[Block] = []
    for number, part in enumerate(page.parts, start=1):
        heading = {"label": part.label, "heading": part.heading}
        results.append(_heading(number, heading))
        results += [
            SourcedParagraph(text=line.text, source=line.body)
            for line in part.paragraphs
            if line.text.strip()
        ]
    sections = [{"clause_id": p.clause_id, "label": p.label, "heading": p.heading} for p in page.parts]
    return [
        _Chapter("Đánh giá chung", state),
        _Chapter("Kết quả thực hiện", results),
        _Chapter("Nhiệm vụ phát sinh", _emergent(page.others)),
        _Chapter("Kết quả các chỉ tiêu", _figures(page.figures, sections, page.period)),
        _Chapter("Khó khăn, hạn chế", _sourced(page.others, "shortcomings")),
        _Chapter("Kiến nghị, đề xuất của các đơn vị", _sourced(page.others, "recommendations")),
        _Chapter("Kiến nghị, nhiệm vụ kỳ tới", _paragraphs(page.consolidation.recommendations)),
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


def _document(
    issuer: Issuer, *, subject: _Subject, edition: Edition, chapters: Sequence[_Chapter],
    recipients: Sequence[str], today: date, is_sample: bool, entry: OutgoingEntry | None = None,
) -> StateDocument:  # fmt: skip
    """Number and day stay blank until the clerk has entered them in the register."""
    issued_on = entry.issued_on if entry else None
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=entry.symbol if entry else f"BC-{issuer.symbol}",
        number=entry.number if entry else None,
        place=issuer.place,
        year=(issued_on or today).year,
        issued_on=issued_on,
        kind="Báo cáo",
        abstract=f"Kết quả thực hiện {subject.programme}\n{subject.period}",
        legal_bases=(_basis(edition),),
        opening=f"{issuer.name} báo cáo {subject.words} như sau:",
        blocks=tuple(_numbered(chapters)),
        closing=f"Trên đây là báo cáo {subject.words} của {issuer.name}.",
        signatures=(issuer.signature,),
        recipients=tuple(Recipient(name) for name in recipients),
        archive="VT",
        has_sample_mark=is_sample,
    )


def _numbered(chapters: Sequence[_Chapter]) -> Iterator[Block]:
    said = [chapter for chapter in chapters if chapter.blocks]
    for number, chapter in enumerate(said, start=1):
        yield Heading(level=1, label=f"{roman(number)}.", text=chapter.title)
        yield from chapter.blocks


def _basis(edition: Edition) -> str:
    """The programme with its number and day as printed; what the paper leaves blank is left out."""
    name = " ".join(edition.title.split())
    number = f" số {edition.number_text}" if edition.number_text else ""
    day = edition.issued_on
    dated = f" ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day else ""
    kind = edition.programme.get_kind_display()
    if name.lower().startswith(kind):
        return (
            f"Căn cứ {kind.capitalize()}{number}{dated} {_lowered(name[len(kind) :].strip(' ,:-'))}".strip()
        )
    return f"Căn cứ {name}{number}{dated}"


def _lowered(text: str) -> str:
    """ "Giữa Ủy ban …" inside a sentence: "giữa Ủy ban …"."""
    return text[:1].lower() + text[1:] if text[:4].lower() in {"giữa", "của", "về"} else text


def _heading(number: int, section: Json) -> Heading:
    return Heading(level=2, label=f"{number}.", text=_title(section))


def _title(section: Json) -> str:
    """A clause's beginning without its own label and closing mark, cut between words."""
    first = str(section["heading"]).strip().split("\n", maxsplit=1)[0]
    bare = first.removeprefix(section["label"]).lstrip(".) -").rstrip(" .:;")
    if len(bare) <= _LONGEST_HEADING:
        return bare or first
    return bare[:_LONGEST_HEADING].rsplit(" ", 1)[0] + "…"


def _paragraphs(text: str) -> list[Block]:
    return [Paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def _figures(figures: Sequence[Json], sections: Sequence[Json], period: Period) -> list[Block]:
    """The table of figures, grouped by clause where there are several."""
    if not figures:
        return []
    titles = {section["clause_id"]: _title(section) for section in sections}
    groups = {figure["clause_id"] for figure in figures}
    rows: list[tuple[str, ...] | GroupRow] = []
    current = None
    for number, figure in enumerate(figures, start=1):
        if len(groups) > 1 and figure["clause_id"] != current:
            current = figure["clause_id"]
            rows.append(GroupRow(titles.get(current, "Nội dung khác")))
        rows.append(_figure_row(number, figure))
    caption = f"Bảng số liệu {_period_words(period)}"
    return [
        Paragraph(f"Kết quả {len(figures)} chỉ tiêu được ghi tại bảng dưới đây."),
        Table(columns=_COLUMNS, rows=tuple(rows), caption=caption),
    ]


def _figure_row(number: int, figure: Json) -> tuple[str, ...]:
    percent = decimal_words(read_decimal(figure["percent"].replace(".", ","))) if figure["percent"] else ""
    return (
        str(number),
        figure["name"],
        figure["unit"],
        figure["plan"] or "không ghi",
        figure["this_period"],
        figure["to_date"],
        percent,
        figure["last_year"],
        figure["note"],
    )


def _period_words(period: Period) -> str:
    """ "quý I năm 2026" as papers write it; days stay as they are."""
    return period.label if period.label.startswith("từ") else period.label.replace("/", " năm ")
