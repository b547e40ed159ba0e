"""The official letter of a reminder (công văn đôn đốc)."""

from datetime import date

from phoihop.documents.issuers import Issuer, issuer_of
from phoihop.reports.models import Chase
from phoihop.reports.queries.chasing import UnitLines, unit_lines
from phoihop.writing.document import Align, Annex, Column, Paragraph, Recipient, StateDocument, Table

_MOST_ADDRESSEES = 8
_COLUMNS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Đơn vị", width=50),
    Column(title="Việc còn thiếu", width=80),
    Column(title="Hạn", width=25, align=Align.CENTRE),
)


def chase_letter(chase: Chase, *, today: date) -> StateDocument:
    """To every unit by name, or to a list in an annex when there are many; number and day once given."""
    entry = chase.outgoing_entry
    units = unit_lines(chase.items.order_by("pk"), today)
    issuer = issuer_of(chase.body, today=today, signer_id=chase.signed_by_id)
    has_annex = len(units) > _MOST_ADDRESSEES
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=entry.symbol if entry else letter_symbol(issuer),
        number=entry.number if entry else None,
        place=issuer.place,
        year=(entry.issued_on if entry else chase.chased_on).year,
        issued_on=entry.issued_on if entry else None,
        kind="",
        abstract=f"đôn đốc thực hiện {chase.programme.name}",
        addressees=("Các đơn vị có tên tại Phụ lục",) if has_annex else tuple(u.full_name for u in units),
        opening=_opening(chase, units, has_annex=has_annex),
        blocks=_blocks(chase, units, has_annex=has_annex),
        closing=f"{issuer.name} đề nghị các đơn vị quan tâm thực hiện",
        signatures=(issuer.signature,),
        recipients=(Recipient("Như trên"),),
        archive="VT",
        annexes=_annexes(units) if has_annex else (),
        has_sample_mark=chase.is_sample,
    )


def letter_symbol(issuer: Issuer) -> str:
    """A letter bears who issues it and who drew it up (Phụ lục I của Nghị định 30/2020): UBND-VP."""
    return issuer.symbol if "-" in issuer.symbol else f"{issuer.symbol}-VP"


def _opening(chase: Chase, units: list[UnitLines], *, has_annex: bool) -> str:
    where = "tại Phụ lục kèm theo" if has_annex else "tại bảng dưới đây"
    return (
        f"Thực hiện {chase.programme.name}, đến ngày {chase.chased_on:%d/%m/%Y} còn {len(units)} đơn vị "
        f"chưa hoàn thành {sum(len(unit.items) for unit in units)} việc đã quá hạn, ghi {where}."
    )


def _blocks(chase: Chase, units: list[UnitLines], *, has_annex: bool) -> tuple[Paragraph | Table, ...]:
    asked = Paragraph(
        "Đề nghị các đơn vị khẩn trương hoàn thành các việc nêu trên, "
        f"chậm nhất là hết ngày {chase.requested_by:%d/%m/%Y}; "
        "nếu có khó khăn, vướng mắc thì nêu rõ lý do và đề xuất cách giải quyết."
    )
    more = (Paragraph(chase.note),) if chase.note else ()
    table = _table(units, caption="Các việc đã quá hạn")
    return (asked, *more) if has_annex else (table, asked, *more)


def _annexes(units: list[UnitLines]) -> tuple[Annex, ...]:
    return (Annex(title="Danh sách đơn vị và việc đã quá hạn", blocks=(_table(units),)),)


def _table(units: list[UnitLines], *, caption: str = "") -> Table:
    lines = [(unit, item) for unit in units for item in unit.items]
    return Table(
        caption=caption,
        columns=_COLUMNS,
        rows=tuple(
            (str(number), unit.name, item.words, f"{item.due_on:%d/%m/%Y}")
            for number, (unit, item) in enumerate(lines, start=1)
        ),
    )
