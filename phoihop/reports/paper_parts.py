"""What single and consolidated reports share as administrative documents: chapters, the table, the frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from phoihop.core.numbers import decimal_words, read_decimal
from phoihop.core.periods import Period
from phoihop.documents.issuers import Issuer
from phoihop.documents.models import OutgoingEntry
from phoihop.programmes.models import Edition
from phoihop.reports.models import Obligation
from phoihop.writing.document import (
    Align,
    Block,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    Recipient,
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
class Chapter:
    """A part under a Roman number; left out when it has nothing to say."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Subject:
    """What a paper reports on."""

    programme: str
    period: str
    covered: str = ""

    @property
    def words(self) -> str:
        return f"kết quả thực hiện {self.programme}, {self.period}"

    @property
    def period_lines(self) -> str:
        """The period, and under it the days its figures are about where a decree has them counted apart."""
        return "\n".join(filter(None, [self.period, self.covered]))


def framed(
    issuer: Issuer, *, subject: Subject, edition: Edition, chapters: Sequence[Chapter],
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
        abstract=f"Kết quả thực hiện {subject.programme}\n{subject.period_lines}",
        legal_bases=(_basis(edition),),
        opening=f"{issuer.name} báo cáo {subject.words} như sau:",
        blocks=tuple(_numbered(chapters)),
        closing=f"Trên đây là báo cáo {subject.words} của {issuer.name}.",
        signatures=(issuer.signature,),
        recipients=tuple(Recipient(name) for name in recipients),
        archive="VT",
        has_sample_mark=is_sample,
    )


def _numbered(chapters: Sequence[Chapter]) -> Iterator[Block]:
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


def heading(number: int, section: Json) -> Heading:
    """The numbered title of a clause's part."""
    return Heading(level=2, label=f"{number}.", text=title_of(section))


def title_of(section: Json) -> str:
    """A clause's beginning without its own label and closing mark, cut between words."""
    first = str(section["heading"]).strip().split("\n", maxsplit=1)[0]
    bare = first.removeprefix(section["label"]).lstrip(".) -").rstrip(" .:;")
    if len(bare) <= _LONGEST_HEADING:
        return bare or first
    return bare[:_LONGEST_HEADING].rsplit(" ", 1)[0] + "…"


def paragraphs(text: str) -> list[Block]:
    """Each line that says something, as a paragraph."""
    return [Paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def figures_table(figures: Sequence[Json], sections: Sequence[Json], period: Period) -> list[Block]:
    """The table of figures, grouped by clause where there are several."""
    if not figures:
        return []
    titles = {section["clause_id"]: title_of(section) for section in sections}
    groups = {figure["clause_id"] for figure in figures} if titles else set()
    rows: list[tuple[str, ...] | GroupRow] = []
    current = None
    for number, figure in enumerate(figures, start=1):
        if len(groups) > 1 and figure["clause_id"] != current:
            current = figure["clause_id"]
            rows.append(GroupRow(titles.get(current, "Nội dung khác")))
        rows.append(_figure_row(number, figure))
    caption = f"Bảng số liệu {period_words(period)}"
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


def covered_words(row: Obligation) -> str:
    """ "(số liệu tính từ ngày 15/12/2025 đến hết ngày 14/06/2026)"; empty where that is the period itself."""
    if row.covers_start is None or row.covers_end is None:
        return ""
    return f"(số liệu tính từ ngày {row.covers_start:%d/%m/%Y} đến hết ngày {row.covers_end:%d/%m/%Y})"


def period_words(period: Period) -> str:
    """ "quý I năm 2026" as papers write it; days stay as they are."""
    return period.label if period.label.startswith("từ") else period.label.replace("/", " năm ")
