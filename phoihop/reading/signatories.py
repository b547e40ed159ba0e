"""Who signs, for which body and in what capacity, from one column or from several side by side."""

import re
from dataclasses import dataclass, field

from .draft import Signatory
from .lines import Line, lines_of
from .parties import Mentions, mentions_of
from .source import Source, phrase

_CAPACITY = re.compile(r"(?P<mark>TM|T/M|KT|TL|TUQ|Q)\s*(?P<dot>[./:])\s*(?=[^\W\d_])")
_FOR = re.compile(r"(?:ĐẠI DIỆN|THAY MẶT)\b\s*")
_POSITION = phrase(
    r"(?:quyền )?(?:phó |ủy viên )?(?:chủ tịch|bí thư|trưởng ban|giám đốc|chánh văn phòng|trưởng phòng"
    r"|trưởng công an"
    r"|chỉ huy trưởng|chính trị viên|thường trực|hiệu trưởng|tổng thư ký|chủ nhiệm|cục trưởng|viện trưởng"
    r"|trưởng thôn|tổ trưởng|khu phố trưởng|ủy viên)(?: thường trực| kiêm [\w ]+| ubnd| ubmttq)?"
)
_STAMP = re.compile(r"\(?(?:đã ký|ký tên|ký, đóng dấu|ký|signed)[^)]*\)?", re.IGNORECASE)
_COLUMN_GAP = re.compile(r" {3,}|\t+| {2,}(?=(?:TM|T/M|KT|TL|TUQ)[./:])")
_NAME = re.compile(r"[^\W\d_][\w'.’ -]{3,40}$")
_BODY_WORDS = phrase(
    r"\b(?:ban|ủy ban|ub|hội|đoàn|liên đoàn|mttq|mặt trận|ubnd|tỉnh|huyện|thị xã|thị trấn|thành phố|quận"
    r"|xã|phường"
    r"|việt nam|tncs|phòng|sở|công an|đảng ủy|thường vụ|chấp hành|nhân dân|tổ quốc|liên hiệp|hội đồng)\b"
)


@dataclass
class _Block:
    """One signature being read: its lines in the order they were printed."""

    column: int
    start: int
    capacity: str | None = None
    body: list[tuple[int, int]] = field(default_factory=list)
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
        new = [_opened(source, cell) for cell in cells]
        if any(new) and not (open_blocks and _only_deputises(source, cells, open_blocks)):
            open_blocks = [block for block in new if block]
            blocks += open_blocks
        elif not open_blocks and _is_body(source, cells[0]):
            open_blocks = [_Block(cells[0][0] - line.start, cells[0][0], None, [cells[0]], end=cells[0][1])]
            blocks += open_blocks
        else:
            _add_cells(source, cells, open_blocks)
            open_blocks = _restart(source, cells, open_blocks, blocks)
    return [_signatory(source, block) for block in blocks if block.body or block.name]


def _cells(source: Source, line: Line) -> list[tuple[int, int]]:
    """The columns of a line: text set apart by tabs or wide gaps."""
    cells, at = [], line.start
    raw = source.text[line.start : line.end]
    for gap in _COLUMN_GAP.finditer(raw):
        cells.append((at, line.start + gap.start()))
        at = line.start + gap.end()
    cells.append((at, line.end))
    return [source.trimmed(*cell) for cell in cells if source.plain[slice(*cell)].strip()]


def _opened(source: Source, cell: tuple[int, int]) -> _Block | None:
    """A signature that begins in this cell, by its mark."""
    mark = _CAPACITY.match(source.plain, *cell)
    stands_for = None if mark else _FOR.match(source.plain, *cell)
    if not mark and not stands_for:
        return None
    at = mark.end() if mark else stands_for.end() if stands_for else cell[0]
    column = cell[0] - (source.plain.rfind("\n", 0, cell[0]) + 1)
    capacity = _capacity(mark) if mark else None
    body = [(at, cell[1])] if at < cell[1] else []
    return _Block(column, cell[0], capacity, body, end=cell[1])


def _capacity(mark: re.Match[str]) -> str:
    return "TM." if mark["mark"] in ("TM", "T/M") else f"{mark['mark']}."


def _only_deputises(source: Source, cells: list[tuple[int, int]], blocks: list[_Block]) -> bool:
    """ "KT. CHỦ TỊCH" below "TM. …" goes on with the same signature in another capacity."""
    marks = [_CAPACITY.match(source.plain, *cell) for cell in cells]
    if any(block.name for block in blocks) or not all(
        mark and mark["mark"] in ("KT", "TL", "Q", "TUQ") for mark in marks
    ):
        return False
    for index, mark in enumerate(marks):
        block = _nearest(cells[index], index, len(cells), blocks, source)
        block.capacity = _capacity(mark) if mark else block.capacity
        block.position = None
    return True


def _nearest(cell: tuple[int, int], index: int, count: int, blocks: list[_Block], source: Source) -> _Block:
    if count == len(blocks):
        return blocks[index]
    column = cell[0] - (source.plain.rfind("\n", 0, cell[0]) + 1)
    return min(blocks, key=lambda block: (block.name is not None, abs(block.column - column)))


def _add_cells(source: Source, cells: list[tuple[int, int]], blocks: list[_Block]) -> None:
    for index, cell in enumerate(cells):
        if blocks:
            _add(source, cell, _nearest(cell, index, len(cells), blocks, source))


def _add(source: Source, cell: tuple[int, int], block: _Block) -> None:
    words = source.line(*cell)
    if _STAMP.fullmatch(words) or not any(c.isalpha() for c in words):
        return
    if _POSITION.fullmatch(source.folded, *cell):
        block.position = block.position or words
    elif _is_body(source, cell) and not block.position and not block.name:
        block.body.append(cell)
    elif block.name is None and _NAME.match(words):
        block.name = words
    else:
        return
    block.end = cell[1]


def _is_body(source: Source, cell: tuple[int, int]) -> bool:
    words = source.plain[slice(*cell)]
    return words == words.upper() and bool(_BODY_WORDS.search(source.folded, *cell))


def _restart(
    source: Source, cells: list[tuple[int, int]], open_blocks: list[_Block], blocks: list[_Block]
) -> list[_Block]:
    """After a name, a body in capitals without a mark begins the next signature."""
    closed = open_blocks and all(block.name for block in open_blocks)
    if not closed or any(block.end >= cells[0][0] for block in open_blocks) or not _is_body(source, cells[0]):
        return open_blocks
    started = [_Block(0, cell[0], None, [cell], end=cell[1]) for cell in cells if _is_body(source, cell)]
    blocks += started
    return started


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
    return "MTTQ" if "thường trực" in source.folded[block.body[0][0] : block.body[-1][1]] else body
