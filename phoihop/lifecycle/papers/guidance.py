"""A guidance written here as a document (hướng dẫn)."""

import re
from datetime import date

from phoihop.documents.issuers import issuer_of
from phoihop.lifecycle.models import Guidance
from phoihop.writing.document import Block, Paragraph, Point, Recipient, StateDocument

_NUMBER = re.compile(r"(\d+)\s*[/-]\s*(\S+)")


def guidance_paper(row: Guidance, *, today: date) -> StateDocument:
    """The number and day as given; before there is a number its place is blank for the clerk."""
    issuer = issuer_of(row.body, today=today)
    given = _NUMBER.fullmatch(row.number_text.strip())
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=given[2] if given else f"HD-{issuer.symbol}",
        number=int(given[1]) or None if given else None,
        place=issuer.place,
        year=row.issued_on.year,
        issued_on=row.issued_on if given else None,
        kind="Hướng dẫn",
        abstract=row.title,
        opening=_about(row),
        blocks=tuple(_blocks(row.text)),
        closing=f"{issuer.name} đề nghị các đơn vị triển khai thực hiện; nếu có vướng mắc thì hỏi lại",
        signatures=(issuer.signature,),
        recipients=(Recipient("Các đơn vị cấp dưới", "để thực hiện"),),
        archive="VT",
        has_sample_mark=row.is_sample,
    )


def _about(row: Guidance) -> str:
    paths = ", ".join(row.clauses.order_by("order").values_list("path", flat=True))
    return f"Thực hiện {row.programme.name}{f' (mục {paths})' if paths else ''}, hướng dẫn như sau:"


def _blocks(text: str) -> list[Block]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [
        Point(line.removeprefix("-").strip()) if line.startswith("-") else Paragraph(line) for line in lines
    ] or [Paragraph("Nội dung tại tệp kèm theo.")]
