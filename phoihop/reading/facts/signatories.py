"""Who signs, for which body and in what capacity, from one column or from several side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from phoihop.reading.draft import Signatory
from phoihop.reading.language.cells import Cell, column_of, rows_of
from phoihop.reading.language.parties import mentions_of
from phoihop.reading.language.source import Source, phrase

from .issuers import printed_name
from .signing_words import (
    BODY_WORDS,
    CAPACITY,
    NOISE,
    POSITION,
    POSITION_TRAIL,
    SPEAKS_FOR,
    STAMP,
    STANDS_FOR,
    bare_name,
    is_name,
    names_in_a_row,
)

_FRONT_ALONE = phrase(r"(?:ban )?thường trực|đoàn chủ tịch")


@dataclass
class _Block:
    """One signature being read: its lines in the order they were printed."""

    column: int
    start: int
    capacity: str | None = None
    speaks: bool = False
    body: list[Cell] = field(default_factory=list)
    position: str | None = None
    name: str | None = None
    end: int = 0


@dataclass(frozen=True)
class _Piece:
    """One cell of the tail, told by what it says: "opening", "capacity", "body", "position" or "name"."""

    kind: str
    cell: Cell
    mark: str | None = None


def signatories_of(source: Source, *, start: int, end: int, skip: list[Cell]) -> list[Signatory]:
    """The signatures of a tail; `skip` are the cells of Nơi nhận printed among them."""
    skipped = {cell[0] for cell in skip}
    open_blocks: list[_Block] = []
    blocks: list[_Block] = []
    for row in rows_of(source, start=start, end=end):
        cells = [cell for cell in row if cell[0] not in skipped]
        columns = [list(_pieces(source, cell)) for cell in _parted(source, cells, open_blocks)]
        columns = [pieces for pieces in columns if pieces]
        if not columns:
            continue
        if _opens(columns, open_blocks):
            # Below the end of one column another may begin: its last words are still to be placed.
            _add_row(source, [pieces for pieces in columns if pieces[0].kind == "name"], open_blocks)
            columns = [pieces for pieces in columns if pieces[0].kind != "name"]
            open_blocks = [_opened(source, pieces) for pieces in columns]
            blocks += open_blocks
        else:
            waiting = [block for block in blocks if not block.name][-len(columns) :]
            _add_row(source, columns, waiting if len(columns) > len(open_blocks) else open_blocks)
    return [_signatory(source, block) for block in blocks if _is_signature(block)]


def _is_signature(block: _Block) -> bool:
    """Bare words in capitals that name a body are the head of something below, not a signature."""
    return bool(block.name or (block.body and (block.speaks or block.position or block.capacity)))


def _parted(source: Source, cells: list[Cell], open_blocks: list[_Block]) -> Iterator[Cell]:
    """Columns that lost the gap between them: "TM. A TM. B", "CHỦ TỊCH CHỦ TỊCH", two names in a row."""
    for cell in cells:
        marks = [match.start() for match in CAPACITY.finditer(source.plain, *cell)]
        starts = [at for at in marks if at == cell[0] or source.plain[at - 1].isspace()]
        speaking = [at for at in starts if source.plain.startswith(SPEAKS_FOR, at)]
        cuts = speaking if len(speaking) > 1 and len(cells) == 1 else []
        if not cuts and len(open_blocks) > 1 and len(cells) == 1:
            cuts = _repeated(source, cell, len(open_blocks))
        bounds = [cell[0], *[at for at in cuts if at > cell[0]], cell[1]]
        for left, right in zip(bounds, bounds[1:], strict=False):
            yield source.trimmed(left, right)


def _repeated(source: Source, cell: Cell, count: int) -> list[int]:
    positions = list(POSITION.finditer(source.folded, *cell))
    if len(positions) == count and source.plain[slice(*cell)].isupper():
        return [match.start() for match in positions]
    names = names_in_a_row(source.plain[slice(*cell)], count)
    return [cell[0] + at for at in names]


def _pieces(source: Source, cell: Cell) -> Iterator[_Piece]:
    """What a cell says, in order: "TM. UBND XÃ CHỦ TỊCH Nguyễn Văn A" says four things."""
    start, end = cell
    stamp = STAMP.match(source.plain, start, end)
    start = source.trimmed(stamp.end(), end)[0] if stamp else start
    if start >= end or NOISE.match(source.folded, start, end):
        return
    mark = CAPACITY.match(source.plain, start, end)
    stands_for = STANDS_FOR.match(source.plain, start, end)
    if mark:
        kind = "opening" if mark["mark"] in SPEAKS_FOR else "capacity"
        yield _Piece(kind, (start, mark.end()), mark["mark"])
        start = mark.end()
    elif stands_for:
        yield _Piece("opening", (start, stands_for.end()))
        start = stands_for.end()
    yield from _words(source, start, end, deputised=bool(mark and mark["mark"] not in (*SPEAKS_FOR, "Q")))


def _words(source: Source, start: int, end: int, *, deputised: bool) -> Iterator[_Piece]:
    capitals_end = _capitals_end(source, start, end)
    if capitals_end > start:
        pieces = _capital_words(source, *source.trimmed(start, capitals_end))
        if deputised:
            # "KT. BỘ TRƯỞNG BỘ CÔNG AN": whose chief is deputised tells for whom is signed.
            pieces = (_Piece("chief's body", piece.cell) for piece in pieces if piece.kind == "body")
        yield from pieces
        if deputised:
            yield from _own_position(source, start, capitals_end)
        start = source.trimmed(capitals_end, end)[0]
    words = source.line(start, end)
    if start < end and is_name(bare_name(words)):
        yield _Piece("name", (start, end))
    elif start < end and POSITION.match(source.folded, start, end) and len(words.split()) <= 8:
        yield _Piece("position", (start, end))


def _own_position(source: Source, start: int, end: int) -> Iterator[_Piece]:
    """ "KT. BỘ TRƯỞNG THỨ TRƯỞNG" on one line: the second position is the signer's own."""
    held = list(POSITION.finditer(source.folded, start, end))
    if len(held) > 1 and held[0].start() == start:
        yield _Piece("position", source.trimmed(held[-1].start(), end))


def _capitals_end(source: Source, start: int, end: int) -> int:
    """Where the words in capitals end; a name all in capitals is no part of them."""
    if is_name(bare_name(source.line(start, end))) and not _is_body(source, start, end):
        return start
    at = start
    for word in re.finditer(r"\S+", source.plain[start:end]):
        letters = [char for char in word.group() if char.isalpha()]
        if letters and not all(char.isupper() for char in letters):
            break
        at = start + word.end()
    # A single letter before small letters is the beginning of a name: "Y Thắng".
    return at if at - start > 3 or at == end else start


def _capital_words(source: Source, start: int, end: int) -> Iterator[_Piece]:
    """A body, a position, or both: "GIÁM ĐỐC CÔNG AN TỈNH", "ỦY BAN NHÂN DÂN XÃ CHỦ TỊCH"."""
    position = POSITION.match(source.folded, start, end)
    if position:
        trail = POSITION_TRAIL.match(source.folded, position.end(), end)
        stop = trail.end() if trail else position.end()
        rest = source.trimmed(stop, end)[0]
        yield _Piece("position", source.trimmed(start, stop if rest < end else end))
        if rest < end and BODY_WORDS.search(source.folded, rest, end):
            yield _Piece("body", (rest, end))
        return
    inside = [match for match in POSITION.finditer(source.folded, start, end) if match.end() == end]
    stop = source.trimmed(start, inside[0].start())[1] if inside else end
    if _is_body(source, start, stop):
        yield _Piece("body", (start, stop))
    if inside:
        yield _Piece("position", (inside[0].start(), end))


def _is_body(source: Source, start: int, end: int) -> bool:
    """Words in capitals that name a body, and no person whose family name is also such a word."""
    words = source.plain[start:end]
    if words != words.upper() or not BODY_WORDS.search(source.folded, start, end):
        return False
    return not is_name(bare_name(words))


def _opens(columns: list[list[_Piece]], open_blocks: list[_Block]) -> bool:
    """Does a row begin signatures: by "TM.", or by bodies or positions once the last ones are named?"""
    firsts = [pieces[0].kind for pieces in columns]
    if "opening" in firsts:
        return True
    if any(not block.name for block in open_blocks):
        return False
    return all(kind in ("capacity", "body", "position") for kind in firsts)


def _opened(source: Source, pieces: list[_Piece]) -> _Block:
    first = pieces[0]
    block = _Block(column_of(source, first.cell), first.cell[0], end=pieces[-1].cell[1])
    for piece in pieces:
        _add(source, piece, [block], block)
    return block


def _add_row(source: Source, columns: list[list[_Piece]], blocks: list[_Block]) -> None:
    for index, pieces in enumerate(columns):
        for piece in pieces:
            if blocks:
                _add(source, piece, blocks, _nearest(source, piece, index, len(columns), blocks))


def _nearest(source: Source, piece: _Piece, index: int, count: int, blocks: list[_Block]) -> _Block:
    """The signature a cell goes on with: in order where the columns are as many, else the nearest column."""
    if count == len(blocks):
        return blocks[index]
    column = column_of(source, piece.cell)
    if "\t" in source.text[piece.cell[0] - column : piece.cell[0]]:
        return blocks[-1]
    return min(blocks, key=lambda block: abs(block.column - column))


def _add(source: Source, piece: _Piece, blocks: list[_Block], block: _Block) -> None:
    words = source.line(*piece.cell)
    if piece.kind == "opening":
        block.capacity, block.speaks = "TM." if piece.mark else None, True
    elif piece.kind == "capacity":
        # "KT. CHỦ TỊCH" below "TM. …": the same signature, by a deputy.
        block = next((b for b in [block, *blocks] if b.capacity in (None, "TM.")), block)
        block.capacity, block.position = f"{piece.mark}.", None
    elif piece.kind == "position":
        block = next((b for b in [block, *blocks] if not b.position and not b.name), block)
        block.position = block.position or words
    elif piece.kind == "name":
        block = next((b for b in [block, *blocks] if not b.name), block)
        block.name = block.name or bare_name(words)
    elif piece.kind == "chief's body":
        block.body = block.body or [piece.cell]
    elif not block.name and not (block.position and block.body):
        block.body.append(piece.cell)
    block.end = max(block.end, piece.cell[1])


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
        return ""
    joined = Source.of(body)
    found = mentions_of(joined, start=0, end=len(body), own_level=None, all_bodies=True).within(0, len(body))
    if found:
        first = found[0]
        if first.is_coded:
            return first.code
        whole = (block.body[0][0], block.body[-1][1])
        return printed_name(source, *whole) if len(found) == 1 and first.start == 0 else first.code
    # Only the Front is led by a "Ban Thường trực".
    if _FRONT_ALONE.search(joined.folded):
        return "MTTQ"
    return body
