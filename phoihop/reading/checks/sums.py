"""A whole its parts do not add up to: shares in bullets or a sentence, parts of 100 %, totals of tables."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from phoihop.reading.draft import Span, Target, number
from phoihop.reading.language.numbers import decimal
from phoihop.reading.language.source import phrase
from phoihop.reading.language.units import THINGS
from phoihop.reading.paper import Table

from .context import Checked
from .finding import Finding

_SHARED_OUT = phrase(
    r"\b(?:cụ thể|trong đó|gồm|bao gồm|phân bổ|chia ra|như sau|giao chỉ tiêu|phân công)\b|:\s*$"
)
_OF_IT = phrase(r"\btrong đó\b|\bgồm\b|\bbao gồm\b|\bchia ra\b")
_OR_MORE = (">=", ">")
_THING = (
    "(?:" + "|".join(sorted(map(re.escape, THINGS), key=len, reverse=True)).replace(r"\ ", r"\s+") + r")\b"
)
_WHOLE_IN_LINE = phrase(
    rf"(?<![\d/.,])(?P<value>\d{{1,4}}) (?P<unit>{_THING})[^.;:\n]{{0,120}}?"
    rf"[,;(:]? ?\b(?:gồm|bao gồm|cụ thể(?: là)?|chia ra"
    rf"|trong đó ?:)(?: có)? ?:? ?(?P<parts>[^.\n]{{5,400}})"
)
_EACH_NAMED = phrase(
    rf"\bmỗi (?:đơn vị|tổ chức|bên|đoàn thể|xã|phường|thôn|khu phố|chi hội"
    rf"|hội)\b[^.;:\n]{{0,80}}?(?P<value>\d+) (?P<unit>{_THING})"
)
_TOTAL_ROW = phrase(r"^ ?(?:tổng(?: cộng| số| toàn [\w ]{2,20})?|cộng)(?: cộng)?\b")
_CELL_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+(?:[.,]\d+)?$")
_ORDINAL_HEAD = phrase(r"^ ?(?:stt|tt|số tt|số thứ tự)\b")

type Row = tuple[Span, ...]


def allocations(c: Checked) -> Iterator[Finding]:
    """A number of things shared out in the bullets below it: 10 = 6 + 4 × 1."""
    for whole in c.draft.targets:
        clause = c.clauses.get(whole.clause_id or "")
        if whole.unit == "%" or whole.of is not None or clause is None or not _shares_out(c, whole):
            continue
        shares = _shares(c, whole)
        total = sum((share.value for share in shares), Decimal(0)) + _each(c, whole, shares)
        if len(shares) > 1 and _differs(whole, shares, total):
            parts = " + ".join(str(number(share.value)) for share in shares)
            yield _unequal(c, whole.span, whole=whole.value, total=total, parts=parts, unit=whole.unit)


def _shares_out(c: Checked, whole: Target) -> bool:
    """Does the clause go on to share the number out, right after it?"""
    clause = c.clauses[whole.clause_id or ""]
    stop = c.own_end(clause)
    return whole.span[0] < stop and bool(_SHARED_OUT.search(c.source.folded[whole.span[0] : stop].rstrip()))


def _shares(c: Checked, whole: Target) -> list[Target]:
    below = c.targets_below.get(whole.clause_id or "", [])
    return [t for t in below if _same_unit(t, whole) and not (t.scope or "").startswith("mỗi ")]


def _same_unit(one: Target, other: Target) -> bool:
    """One thing counted, whatever follows it in a list ("cơ quan, đơn vị")."""
    return one.unit.lower().split(",")[0].strip() == other.unit.lower().split(",")[0].strip()


def _each(c: Checked, whole: Target, shares: Sequence[Target]) -> Decimal:
    """ "mỗi tổ chức 01 doanh nghiệp": times the organisations the same clause names in a list of bodies.

    Where each of them has its own share below, those were counted.
    """
    for target in c.targets_below.get(whole.clause_id or "", []):
        if (target.scope or "").startswith("mỗi ") and _same_unit(target, whole):
            inside = c.targets_below.get(target.clause_id or "", [])
            counted = any(share in inside for share in shares)
            return Decimal(0) if counted else target.value * len(_named_units(c, target))
    return Decimal(0)


def _named_units(c: Checked, target: Target) -> list[str]:
    """The names in brackets after "mỗi …": "mỗi tổ chức (Đoàn Thanh niên, Hội Nông dân)"."""
    inside = re.search(r"\(([^()]+)\)", c.source.plain[target.span[0] : target.span[1] + 120])
    return re.split(r",| và ", inside[1]) if inside else []


def _differs(whole: Target, shares: Sequence[Target], total: Decimal) -> bool:
    if whole.comparator in _OR_MORE:
        return total < whole.value
    return total != whole.value


def _unequal(c: Checked, span: Span, *, whole: Decimal, total: Decimal, parts: str, unit: str) -> Finding:
    return c.note(
        "parts_do_not_add_up",
        [span],
        text=f"Các phần {parts} cộng lại được {number(total)}, khác với {number(whole)} {unit}.",
        suggestion=f"Đề nghị sửa tổng thành {number(total)} {unit} hoặc sửa lại các phần.".replace(" %", "%"),
    )


def sentence_parts(c: Checked) -> Iterator[Finding]:
    """ "10 mô hình, gồm: 4 mô hình …, 5 mô hình …": all parts of the same thing in one sentence."""
    for match in _WHOLE_IN_LINE.finditer(c.source.folded):
        unit = " ".join(match["unit"].split())
        found = re.findall(
            rf"(?<![\d/.,])(\d{{1,4}})\s+{re.escape(unit)}\b", " ".join(match["parts"].split())
        )
        whole, parts = Decimal(match["value"]), [Decimal(part) for part in found]
        if len(parts) > 1 and sum(parts) != whole:
            yield _unequal(
                c,
                (match.start("value"), c.source.trimmed(match.start(), match.end())[1]),
                whole=whole,
                total=sum(parts, Decimal(0)),
                parts=" + ".join(str(number(part)) for part in parts),
                unit=unit,
            )


def percent_parts(c: Checked) -> Iterator[Finding]:
    """100 % "trong đó" 56 % and 44 %: exact shares that follow each other must make the whole."""
    targets = c.draft.targets
    for at, whole in enumerate(targets):
        if whole.unit != "%" or whole.value != 100:
            continue
        parts = []
        for part in targets[at + 1 :]:
            if (
                part.unit != "%"
                or part.value >= 100
                or part.comparator != "="
                or part.clause_id != whole.clause_id
            ):
                break
            parts.append(part)
        if len(parts) < 2 or not _OF_IT.search(c.source.folded, whole.span[1], parts[0].span[1]):
            continue
        total = sum((part.value for part in parts), Decimal(0))
        if total != 100:
            words = " + ".join(f"{number(part.value)}%" for part in parts)
            span = (whole.span[0], parts[-1].span[1])
            yield _unequal(c, span, whole=Decimal(100), total=total, parts=words, unit="%")


def table_totals(c: Checked) -> Iterator[Finding]:
    """The rows above "Tổng cộng" must make each of its numbers."""
    for rows in _tables(c):
        for at, row in enumerate(rows):
            if at > 1 and any(_TOTAL_ROW.match(c.source.folded[slice(*cell)]) for cell in row[:2]):
                yield from _wrong_totals(c, rows, at)
                break


def _tables(c: Checked) -> Iterator[list[Row]]:
    """The tables of the file; failing these, lines cut by tabs that follow each other."""
    if c.paper is not None and c.paper.tables:
        yield from (list(table.rows) for table in c.paper.tables)
        return
    yield from (list(table.rows) for table in _tabbed(c))


def _tabbed(c: Checked) -> Iterator[Table]:
    rows: list[Row] = []
    at = 0
    for line in c.source.text.split("\n"):
        cells, start = [], at
        for cell in line.split("\t"):
            cells.append((start, start + len(cell)))
            start += len(cell) + 1
        at += len(line) + 1
        if len(cells) > 2:
            rows.append(tuple(cells))
        elif rows:
            yield Table(tuple(rows))
            rows = []
    if rows:
        yield Table(tuple(rows))


def _wrong_totals(c: Checked, rows: list[Row], at: int) -> Iterator[Finding]:
    total_row = rows[at]
    for column, cell in enumerate(total_row):
        printed = _cell(c, cell)
        above = [_cell(c, row[column]) for row in rows[:at] if len(row) == len(total_row)]
        numbers = [value for value in above if value is not None]
        is_count = (
            bool(rows[0])
            and len(rows[0]) > column
            and _ORDINAL_HEAD.match(c.source.folded[slice(*rows[0][column])])
        )
        if printed is None or len(numbers) < 2 or is_count:
            continue
        total = sum(numbers, Decimal(0))
        if total != printed and not _has_subtotals(numbers, printed):
            yield c.note(
                "table_total",
                [c.source.trimmed(total_row[0][0], total_row[-1][1])],
                text=f"Cột {column + 1}: các dòng cộng lại được {number(total)}, dòng tổng ghi "
                f"{number(printed)}.",
                suggestion="Đề nghị kiểm tra lại từng dòng và dòng tổng cộng.",
            )


def _has_subtotals(numbers: list[Decimal], printed: Decimal) -> bool:
    """Groups with totals of their own count each number twice."""
    return sum(numbers) == 2 * printed


def _cell(c: Checked, cell: Span) -> Decimal | None:
    words = c.source.line(*cell).rstrip("%").strip()
    return decimal(words) if _CELL_NUMBER.match(words) else None
