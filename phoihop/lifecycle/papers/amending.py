"""The document of an amendment: clause by clause what it changes; a replacement carries its whole text."""

import uuid
from dataclasses import replace
from datetime import date

from phoihop.lifecycle.papers.issuing import issuers_of
from phoihop.lifecycle.papers.programme import Annexes, programme_paper
from phoihop.lifecycle.queries.differences import Difference, difference_of
from phoihop.programmes.calculations.differences import Change, ClauseChange, Fact, FactChange, TextClause
from phoihop.programmes.models import Edition
from phoihop.programmes.queries import abstract_of, first_edition, label_of
from phoihop.programmes.statuses import EditionKind
from phoihop.writing.document import Align, Annex, Block, Column, Heading, Paragraph, StateDocument, Table

_LABELS = ("I.", "II.", "III.")
_DAY = "{day:%d} tháng {day:%m} năm {day:%Y}"
_COLUMNS = (
    Column(title="Mục", width=20, align=Align.CENTRE),
    Column(title="Bản trước", width=92),
    Column(title="Bản sau", width=92),
    Column(title="Thay đổi", width=33),
)


def edition_paper(edition: Edition, *, annexes: Annexes, today: date) -> StateDocument:
    """The document of an edition as it is signed: its own text, or what an amendment changes."""
    whole = programme_paper(edition, annexes=annexes, today=today)
    if edition.kind in (EditionKind.ORIGINAL, EditionKind.REPLACE) or edition.amends is None:
        return whole
    on = edition.issued_on or edition.in_force_from or today
    blocks, closing = _articles(edition, difference_of(edition.amends, edition, on=on))
    return replace(
        whole,
        abstract=abstract_of(edition),
        opening=_opening(edition, on=on),
        blocks=blocks,
        closing=closing,
        legal_bases=(*whole.legal_bases, *_amended_basis(edition)),
    )


def _amended_basis(edition: Edition) -> tuple[str, ...]:
    first = first_edition(edition.programme_id)
    if not first.number_text:
        return ()
    day = f" {_DAY.format(day=first.issued_on)}" if first.issued_on else ""
    day = day.replace(" ", " ngày ", 1) if day else ""
    return (f"Căn cứ {edition.programme.get_kind_display()} số {first.number_text}{day}",)


def _opening(edition: Edition, *, on: date) -> str:
    name = issuers_of(edition, on=on).name
    return f"{edition.grounds.rstrip('.')}, {name} thống nhất {_what(edition)} như sau:"


def _what(edition: Edition) -> str:
    return f"{edition.get_kind_display()} một số nội dung của chương trình"


def _articles(edition: Edition, found: Difference) -> tuple[tuple[Block, ...], str]:
    """First the clauses in the order of the text, then targets and duties, last since when it holds.

    The difference, not what somebody types, decides what is listed: nothing changed is left out.
    """
    changes = found.only_changes()
    said = [block for change in _outermost(changes.clauses) for block in _clause(change)]
    facts: list[Block] = [
        Paragraph(words) for row in (*changes.targets, *changes.duties) for words in _fact(row)
    ]
    unchanged: list[Block] = [Paragraph("Các nội dung khác của chương trình không thay đổi.")]
    sections: list[tuple[str, list[Block]]] = [
        (_title(edition), said),
        ("Chỉ tiêu, chế độ báo cáo và việc định kỳ", facts),
        ("Hiệu lực thi hành", unchanged),
    ]
    kept = [(title, blocks) for title, blocks in sections if blocks]
    blocks: list[Block] = []
    for label, (title, own) in zip(_LABELS, kept, strict=False):
        blocks += [Heading(level=1, label=label, text=title), *own]
    day = edition.in_force_from or edition.effective_on
    since = f"kể từ ngày {_DAY.format(day=day)}" if day else "kể từ ngày ký"
    return tuple(blocks), f"Văn bản này có hiệu lực {since}"


def _title(edition: Edition) -> str:
    words = str(edition.get_kind_display())
    return f"{words[:1].upper()}{words[1:]} một số nội dung của chương trình"


def _outermost(changes: list[ClauseChange]) -> list[ClauseChange]:
    """Those under a removed clause are told with it."""
    whole = {row.key: row.changes for row in changes}
    return [row for row in changes if not _told_with_parent(row, whole)]


def _told_with_parent(row: ClauseChange, whole: dict[uuid.UUID, tuple[Change, ...]]) -> bool:
    """A removed clause goes with its parent; an added one is quoted for itself, as its words are its own."""
    parent = row.clause.parent
    return Change.REMOVED in row.changes and parent is not None and whole.get(parent) == row.changes


def _clause(row: ClauseChange) -> list[Block]:
    """ "Sửa đổi mục II.1 như sau:" and the new words in quotation marks."""
    old, new = row.before, row.after
    if new is None:
        return [Paragraph(f"Bãi bỏ mục {row.clause.path}.")]
    if old is None:
        return [Paragraph(f"Bổ sung mục {new.path} như sau:"), Paragraph(_quoted(new))]
    if Change.CHANGED in row.changes:
        return [Paragraph(f"Sửa đổi mục {old.path}{_now(old, new)} như sau:"), Paragraph(_quoted(new))]
    verb = "Chuyển" if Change.MOVED in row.changes else "Đánh số lại"
    return [Paragraph(f"{verb} mục {old.path} thành mục {new.path}.")]


def _now(old: TextClause, new: TextClause) -> str:
    return f" (nay là mục {new.path})" if old.path != new.path else ""


def _quoted(clause: TextClause) -> str:
    return f"“{' '.join(clause.text.split())}”"


def _fact(row: FactChange) -> list[str]:
    where = f" tại mục {row.fact.path}"
    if row.change == Change.REMOVED:
        return [f"Bãi bỏ “{row.fact.name}”{where}."]
    fields = "; ".join(
        f"{field.label.lower()}: {_from_to(field.before, field.after)}" for field in row.fields
    )
    verb = "Bổ sung" if row.change == Change.ADDED else "Sửa đổi"
    return [f"{verb} “{row.fact.name}”{where}: {fields}."]


def _from_to(before: str, after: str) -> str:
    if not before:
        return after
    return f"“{before}” sửa thành “{after}”" if after else f"bỏ “{before}”"


def difference_paper(before: Edition, after: Edition, *, only_changes: bool, today: date) -> StateDocument:
    """The comparison as a table on pages of its own, under the head of the later edition's parties."""
    found = difference_of(before, after, on=today)
    shown = found.only_changes() if only_changes else found
    whole = programme_paper(after, annexes=Annexes(), today=today)
    return replace(
        whole,
        number=None,
        issued_on=None,
        kind="Bảng so sánh",
        abstract=f"{label_of(before)} và {label_of(after)} của {after.programme.name}",
        legal_bases=(),
        opening="",
        blocks=(Paragraph(f"Có {found.count} chỗ thay đổi, ghi tại Phụ lục."),),
        closing="Bảng này lập để các bên đối chiếu",
        annexes=(_table(shown),),
    )


def _table(found: Difference) -> Annex:
    rows = [(row.clause.path, _text(row.before), _text(row.after), row.words) for row in found.clauses]
    rows += [_fact_row(row) for row in (*found.targets, *found.duties, *found.roles)]
    table = Table(columns=_COLUMNS, rows=tuple(rows) or (("", "Hai bản giống nhau", "", ""),))
    return Annex(title="So sánh hai bản", blocks=(table,), is_landscape=True)


def _text(clause: TextClause | None) -> str:
    return clause.text if clause else ""


def _fact_row(row: FactChange) -> tuple[str, str, str, str]:
    before, after = (_said(fact) for fact in (row.before, row.after))
    return row.fact.path, before, after, row.words


def _said(fact: Fact | None) -> str:
    if fact is None:
        return ""
    return "\n".join([fact.name, *(f"{label}: {words}" for label, words in fact.fields.items())])
