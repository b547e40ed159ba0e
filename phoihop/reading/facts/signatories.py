"""Who signs, for which body and in what capacity, from one column or from several side by side."""

import re
from dataclasses import dataclass, field

from phoihop.reading.draft import Signatory
from phoihop.reading.language.lines import Line, lines_of
from phoihop.reading.language.parties import Mentions, mentions_of
from phoihop.reading.language.source import Source, phrase

_CAPACITY = re.compile(r"(?P<mark>TM|T/M|KT|TL|TUQ|Q)\s*(?P<dot>[./:])\s*(?=[^\W\d_])")
_FOR = re.compile(r"(?:ĐẠI DIỆN|THAY MẶT)\b\s*")
_POSITION = phrase(
    r"(?:quyền )?(?:(?:phó|thứ) |ủy viên )?(?:chủ tịch|bí thư|trưởng ban|giám đốc|chánh văn phòng"
    r"|trưởng phòng"
    r"|trưởng công an"
    r"|chỉ huy trưởng|chính trị viên|thường trực|hiệu trưởng|tổng thư ký|chủ nhiệm|cục trưởng|viện trưởng"
    r"|bộ trưởng|trưởng"
    r"|trưởng thôn|tổ trưởng|khu phố trưởng|ủy viên)(?: thường trực| kiêm [\w ]+| ubnd| ubmttq"
    r"| công an [\w ]+)?"
)
_SPEAKS_FOR = ("TM", "T/M")
_RANK = re.compile(
    r"^(?:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|(?:pgs|gs|ts|ths|bs|ks|cn|luật sư|đ/c|ông"
    r"|bà)\b\.?)[ .,]*",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\(?(?:đã ký|ký tên|ký, đóng dấu|ký|signed)[^)]*\)?", re.IGNORECASE)
_COLUMN_GAP = re.compile(r" {3,}|\t+| {2,}(?=(?:TM|T/M|KT|TL|TUQ)[./:])")
_NAME = re.compile(r"[^\W\d_][\w'.’ -]{3,40}$")
_BODY_WORDS = phrase(
    r"\b(?:ban|ủy ban|ub|hội|đoàn|liên đoàn|mttq|mặt trận|ubnd|tỉnh|huyện|thị xã|thị trấn|thành phố|quận"
    r"|xã|phường"
    r"|việt nam|tncs|phòng|sở|công an|đảng ủy|thường vụ|chấp hành|nhân dân|tổ quốc|liên hiệp|hội đồng)\b"
)


type Cell = tuple[int, int]


@dataclass
class _Block:
    """One signature being read: its lines in the order they were printed."""

    column: int
    start: int
    capacity: str | None = None
    body: list[Cell] = field(default_factory=list)
    position: str | None = None
    name: str | None = None
    end: int = 0


def signatories_of(source: Source, *, start: int, end: int, skip: list[Line]) -> list[Signatory]:
    """The signatures of a tail; `skip` are the lines of Nơi nhận printed among them."""
    skipped = {line.start for line in skip}
    open_blocks: list[_Block] = []
    blocks: list[_Block] = []
    for line in lines_of(source, start=start, end=end):
        if line.is_blank or line.start in skipped:
            continue
        cells = _cells(source, line)
        opened = _opened_by(source, cells, open_blocks)
        if opened:
            open_blocks = opened
            blocks += opened
        else:
            waiting = [block for block in blocks if not block.name][-len(cells) :]
            _add_cells(source, cells, waiting if len(cells) > len(open_blocks) else open_blocks)
    return [_signatory(source, block) for block in blocks if block.body or block.name]


def _opened_by(source: Source, cells: list[Cell], open_blocks: list[_Block]) -> list[_Block]:
    """The signatures a line begins: by "TM." in one of its cells, or by a body in capitals after a name."""
    marks = [_CAPACITY.match(source.plain, *cell) for cell in cells]
    speaks_for = any(mark and mark["mark"] in _SPEAKS_FOR for mark in marks)
    free = not open_blocks or all(block.name for block in open_blocks)
    names_body = free and all(_is_body(source, cell) for cell in cells)
    deputises = free and any(marks)
    if not (speaks_for or names_body or deputises or any(_FOR.match(source.plain, *cell) for cell in cells)):
        return []
    return [block for cell in cells if (block := _opened(source, cell))]


def _cells(source: Source, line: Line) -> list[Cell]:
    """The columns of a line: text set apart by tabs or wide gaps."""
    cells, at = [], line.start
    raw = source.text[line.start : line.end]
    for gap in _COLUMN_GAP.finditer(raw):
        cells.append((at, line.start + gap.start()))
        at = line.start + gap.end()
    cells.append((at, line.end))
    return [source.trimmed(*cell) for cell in cells if source.plain[slice(*cell)].strip()]


def _opened(source: Source, cell: Cell) -> _Block | None:
    """The signature that begins in this cell, by its mark or by the name of a body."""
    mark = _CAPACITY.match(source.plain, *cell)
    stands_for = None if mark else _FOR.match(source.plain, *cell)
    if not mark and not stands_for and not _is_body(source, cell):
        return None
    at = mark.end() if mark else stands_for.end() if stands_for else cell[0]
    block = _Block(_column(source, cell), cell[0], _capacity(mark) if mark else None, end=cell[1])
    if at < cell[1]:
        block.body.append((at, cell[1]))
    return block


def _column(source: Source, cell: Cell) -> int:
    return cell[0] - (source.plain.rfind("\n", 0, cell[0]) + 1)


def _capacity(mark: re.Match[str]) -> str:
    return "TM." if mark["mark"] in _SPEAKS_FOR else f"{mark['mark']}."


def _nearest(source: Source, cell: Cell, index: int, count: int, blocks: list[_Block]) -> _Block:
    """The signature a cell goes on with: in order where the columns are as many, else the nearest column."""
    if count == len(blocks):
        return blocks[index]
    column = _column(source, cell)
    if "\t" in source.text[cell[0] - column : cell[0]]:
        return blocks[-1]
    return min(blocks, key=lambda block: abs(block.column - column))


def _add_cells(source: Source, cells: list[Cell], blocks: list[_Block]) -> None:
    for index, cell in enumerate(cells):
        if blocks:
            _add(source, cell, _nearest(source, cell, index, len(cells), blocks))


def _add(source: Source, cell: Cell, block: _Block) -> None:
    words = source.line(*cell)
    mark = _CAPACITY.match(source.plain, *cell)
    if mark:
        # "KT. CHỦ TỊCH" below "TM. …": the same signature, by a deputy.
        block.capacity, block.position = _capacity(mark), None
    elif _STAMP.fullmatch(words) or not any(c.isalpha() for c in words):
        return
    elif _POSITION.fullmatch(source.folded, *cell):
        block.position = block.position or words
    elif _is_body(source, cell) and not block.position and not block.name:
        block.body.append(cell)
    elif block.name is None and _NAME.match(words):
        block.name = _RANK.sub("", words)
    else:
        return
    block.end = cell[1]


def _is_body(source: Source, cell: Cell) -> bool:
    words = source.plain[slice(*cell)]
    return words == words.upper() and bool(_BODY_WORDS.search(source.folded, *cell))


def _signatory(source: Source, block: _Block) -> Signatory:
    body = " ".join(source.line(*piece) for piece in block.body)
    span = (block.start, max([block.end, *(end for _, end in block.body)]))
    return Signatory(
        party=_party(source, block, body),
        capacity=block.capacity,
        position=block.position,
        name=block.name,
        body=body,
        span=span,
    )


def _party(source: Source, block: _Block, body: str) -> str:
    if not block.body:
        return body
    found: Mentions = mentions_of(source, start=block.body[0][0], end=block.body[-1][1] + 1, own_level=None)
    mentions = found.within(block.body[0][0], block.body[-1][1])
    if mentions:
        return mentions[0].code
    # Only the Front is led by a "Ban Thường trực".
    if "thường trực" in source.folded[block.body[0][0] : block.body[-1][1]]:
        return "MTTQ"
    return "" if _POSITION.fullmatch(source.folded, *block.body[0]) else body
