"""Phiếu soát văn bản: the findings of a draft as a paper for the clerk."""

from datetime import date

from phoihop.documents.issuers import issuer_of
from phoihop.drafting.models import Draft
from phoihop.drafting.queries import FindingRow, FindingsPage
from phoihop.organisations.models import Body
from phoihop.writing.document import (
    Align,
    Block,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    Point,
    Recipient,
    Signature,
    StateDocument,
    Table,
)

_COLUMNS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Dòng", width=16, align=Align.CENTRE),
    Column(title="Chữ trong văn bản", width=44),
    Column(title="Điều thấy được", width=50),
    Column(title="Đề nghị", width=45),
)
_LINES_SHOWN = 4


def findings_paper(draft: Draft, page: FindingsPage, *, body: Body, today: date) -> StateDocument:
    """What waits, what was passed over and why, and the state of each legal basis; number and day blank."""
    issuer = issuer_of(body, today=today)
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=f"PS-{issuer.symbol}",
        place=issuer.place,
        year=today.year,
        kind="Phiếu soát văn bản",
        abstract=f"Về tệp {draft.file.name}",
        opening="Kết quả soát văn bản bằng phần mềm, để người soạn thảo và văn thư xem lại, như sau:",
        blocks=(*_waiting(page), *_passed_over(page), *_bases(page)),
        closing="Phiếu nêu những điểm phần mềm thấy được, không thay cho việc đọc soát của con người.",
        signatures=(Signature(authority=(), position="Người soát văn bản"),),
        recipients=(Recipient("Người soạn thảo"),),
        archive="VT",
        has_sample_mark=draft.is_sample,
    )


def _waiting(page: FindingsPage) -> list[Block]:
    heading = Heading(level=1, label="I.", text="Những điểm cần xem lại")
    if not page.waiting:
        return [heading, Paragraph("Không còn điểm nào.")]
    rows: list[tuple[str, ...] | GroupRow] = []
    number = 0
    for group in page.groups:
        rows.append(GroupRow(f"{group.label.capitalize()} ({len(group.rows)})"))
        for row in group.rows:
            number += 1
            rows.append((str(number), _lines(row), row.quote, row.text, row.suggestion))
    return [heading, Table(columns=_COLUMNS, rows=tuple(rows))]


def _lines(row: FindingRow) -> str:
    lines = sorted({place.line for place in row.places})
    shown = ", ".join(map(str, lines[:_LINES_SHOWN]))
    return shown + (" …" if len(lines) > _LINES_SHOWN else "")


def _passed_over(page: FindingsPage) -> list[Block]:
    if not page.passed_over:
        return []
    points: list[Block] = [
        Point(f"{row.text} Bỏ qua vì: {row.passed_over.reason} ({row.passed_over.who})")
        for row in page.passed_over
        if row.passed_over
    ]
    return [Heading(level=1, label="II.", text="Những điểm đã xem và bỏ qua"), *points]


def _bases(page: FindingsPage) -> list[Block]:
    if not page.bases:
        return []
    label = "III." if page.passed_over else "II."
    return [
        Heading(level=1, label=label, text="Hiệu lực của các căn cứ, theo bảng kèm phần mềm"),
        *(Point(f"{' '.join(row.basis.text.split())}: {row.words}") for row in page.bases),
    ]
