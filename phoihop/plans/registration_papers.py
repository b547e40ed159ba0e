"""Registration sheets as administrative documents: a unit's own, and the lead's of a whole round."""

from collections.abc import Sequence
from datetime import date

from phoihop.documents.issuers import issuer_of
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import RegistrationRound, RegistrationSheet
from phoihop.plans.queries.sheets import ItemLine, UnitRows, item_lines, round_rows
from phoihop.writing.document import (
    Align,
    Annex,
    Block,
    Column,
    GroupRow,
    Paragraph,
    Recipient,
    StateDocument,
    Table,
)

_COLUMNS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Nội dung đăng ký", width=72),
    Column(title="Địa bàn", width=36),
    Column(title="Thời gian", width=30),
    Column(title="Chỉ tiêu", width=30),
    Column(title="Người phụ trách", width=39),
    Column(title="Kết quả", width=30),
)
_EMPTY_ROWS = 8
type Rows = Sequence[tuple[str, ...] | GroupRow]


def registration_annex(rows: Rows = (), *, title: str = "Bảng đăng ký thực hiện") -> Annex:
    """The table of a registration sheet; without rows the empty form a unit fills in by hand."""
    empty = [(str(number), *[""] * (len(_COLUMNS) - 1)) for number in range(1, _EMPTY_ROWS + 1)]
    table = Table(columns=_COLUMNS, rows=tuple(rows or empty))
    return Annex(title=title, blocks=(table,), is_landscape=True)


def sheet_paper(sheet: RegistrationSheet, *, today: date) -> StateDocument:
    """A unit's sheet with its contents and their results, issued by the unit; number and day stay blank."""
    items = item_lines(sheet.items.all(), today=today)
    lead = body_labels([sheet.round.programme.lead_id], today)[sheet.round.programme.lead_id]
    said = f"{len(items)} nội dung" if items else "chưa có nội dung nào"
    return _paper(
        sheet.round,
        sheet.body,
        blocks=[Paragraph(f"Đơn vị đăng ký {said} thực hiện trong năm {sheet.round.year}, ghi tại Phụ lục.")],
        annex=registration_annex(_numbered(items), title=f"Bảng đăng ký năm {sheet.round.year}"),
        recipients=[lead.short_name],
        today=today,
    )


def round_paper(row: RegistrationRound, *, today: date) -> StateDocument:
    """Every unit's contents, unit by unit, issued by the lead."""
    units = round_rows(row, today=today)
    given = [unit for unit in units if unit.items]
    count = sum(len(unit.items) for unit in given)
    blocks: list[Block] = [
        Paragraph(
            f"Có {len(given)}/{len(units)} đơn vị đăng ký {count} nội dung năm {row.year}, tại Phụ lục."
        )
    ]
    silent = [unit.body for unit in units if not unit.items]
    if silent:
        blocks.append(Paragraph(f"Chưa đăng ký: {'; '.join(silent)}."))
    return _paper(
        row,
        row.programme.lead,
        blocks=blocks,
        annex=registration_annex(_grouped(given), title=f"Tổng hợp đăng ký năm {row.year}"),
        recipients=["Các đơn vị đăng ký"],
        today=today,
    )


def _paper(
    row: RegistrationRound,
    body: Body,
    *,
    blocks: list[Block],
    annex: Annex,
    recipients: list[str],
    today: date,
) -> StateDocument:
    issuer = issuer_of(body, today=today)
    name = row.programme.name
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=f"ĐK-{issuer.symbol}",
        place=issuer.place,
        year=today.year,
        kind="Bảng đăng ký",
        abstract=f"Đăng ký năm {row.year} thực hiện {name}",
        opening=f"Thực hiện {name}, {issuer.name} lập bảng đăng ký như sau:",
        blocks=tuple(blocks),
        closing=f"Trên đây là bảng đăng ký của {issuer.name}.",
        signatures=(issuer.signature,),
        recipients=tuple(Recipient(name) for name in recipients),
        archive="VT",
        annexes=(annex,),
        has_sample_mark=row.is_sample,
    )


def _numbered(items: Sequence[ItemLine], *, first: int = 1) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            item.content,
            item.place or "toàn địa bàn",
            item.time,
            item.quantity,
            item.person,
            item.result,
        )
        for number, item in enumerate(items, start=first)
    ]


def _grouped(units: Sequence[UnitRows]) -> list[tuple[str, ...] | GroupRow]:
    rows: list[tuple[str, ...] | GroupRow] = []
    number = 1
    for unit in units:
        rows.append(GroupRow(unit.body))
        rows.extend(_numbered(unit.items, first=number))
        number += len(unit.items)
    return rows
