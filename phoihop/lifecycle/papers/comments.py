"""The table of comments on a draft with their answers, as the lead sends it with the draft."""

from datetime import date

from phoihop.documents.issuers import issuer_of
from phoihop.lifecycle.queries.consulting import CommentLine, Round
from phoihop.programmes.models import Edition
from phoihop.writing.document import (
    Align,
    Annex,
    Block,
    Column,
    Heading,
    Paragraph,
    Recipient,
    StateDocument,
    Table,
)

_COLUMNS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Mục", width=22, align=Align.CENTRE),
    Column(title="Đơn vị góp ý", width=40),
    Column(title="Ý kiến, đề nghị viết lại", width=100),
    Column(title="Xử lý, giải trình", width=75),
)


def comments_paper(edition: Edition, said: Round, *, today: date) -> StateDocument:
    """A report of the lead with the whole table as its annex; number and day stay blank."""
    issuer = issuer_of(edition.programme.lead, today=today)
    name = edition.programme.name
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=f"BC-{issuer.symbol}",
        place=issuer.place,
        year=today.year,
        kind="Báo cáo",
        abstract=f"Tiếp thu, giải trình ý kiến góp ý dự thảo {name}",
        opening=f"{issuer.name} báo cáo kết quả lấy ý kiến dự thảo {name}, vòng {said.sequence}, như sau:",
        blocks=tuple(_blocks(said)),
        closing=f"Trên đây là báo cáo tiếp thu, giải trình ý kiến góp ý của {issuer.name}.",
        signatures=(issuer.signature,),
        recipients=tuple(Recipient(line.body) for line in said.invited),
        archive="VT",
        annexes=(_annex(said),) if said.comments else (),
        has_sample_mark=edition.is_sample,
    )


def _blocks(said: Round) -> list[Block]:
    silent = [line.body for line in said.invited if line.answered_at is None]
    counted = f"{said.answered}/{len(said.invited)} đơn vị đã trả lời"
    blocks: list[Block] = [
        Heading(level=1, label="I.", text="Việc lấy ý kiến"),
        Paragraph(f"Dự thảo được gửi ngày {said.opened_at:%d/%m/%Y}; {counted}."),
    ]
    if silent:
        blocks.append(Paragraph(f"Chưa trả lời: {', '.join(silent)}."))
    blocks.append(Heading(level=1, label="II.", text="Kết quả xử lý"))
    if not said.comments:
        return [*blocks, Paragraph("Không có ý kiến nào.")]
    counts: dict[str, int] = {}
    for line in said.comments:
        counts[line.status_label] = counts.get(line.status_label, 0) + 1
    words = "; ".join(f"{label}: {count}" for label, count in counts.items())
    return [*blocks, Paragraph(f"Có {len(said.comments)} ý kiến ({words}), ghi tại Phụ lục.")]


def _annex(said: Round) -> Annex:
    rows = tuple(_row(number, line) for number, line in enumerate(said.comments, start=1))
    table = Table(columns=_COLUMNS, rows=rows)
    return Annex(title="Tổng hợp ý kiến góp ý và giải trình", blocks=(table,), is_landscape=True)


def _row(number: int, line: CommentLine) -> tuple[str, ...]:
    proposed = f"\nĐề nghị viết lại: {line.proposed_text}" if line.proposed_text else ""
    answer = line.status_label.capitalize() + (f": {line.reply}" if line.reply else "")
    return (str(number), line.path, line.body, line.text + proposed, answer)
