"""An RTF file as blocks: the labels are those the writing program printed (`listtext`)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from phoihop.reading.paper import FileKind, Note, Paper

from .blocks import Block
from .doc_pieces import joined_pairs
from .flow import Flow, RowShape
from .labels import bullet
from .layout import paper_of_blocks
from .rtf_fonts import Fonts
from .rtf_state import CHANGES, State
from .rtf_tokens import Piece, Token, tokens
from .runs import SOFT_HYPHEN, Run, Speller

_DEEPEST = 1000
_SIGNS = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "~": "\xa0", "_": "-", "-": SOFT_HYPHEN,
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "{": "{", "}": "}",
    "\\": "\\",
}  # fmt: skip
# What stands in these does not show in the body; "*" before any other word unknown here says the same.
_LEFT_OUT = (
    "colortbl info pict header headerl headerr headerf footer footerl footerr footerf fldinst objdata "
    "nonesttables xe tc txe private nonshppict shprslt annotation stylesheet filetbl revtbl ftnsep ftnsepc "
    "aftnsep aftnsepc ftncn aftncn atnid atnauthor template sn sv rxe bkmkstart bkmkend datafield formfield "
    "listtable listoverridetable rsidtbl generator themedata footnote"
)
_HIDDEN = frozenset(_LEFT_OUT.split())
_ENTERED_AFTER_STAR = frozenset(("shpinst", "nesttableprops", "shptxt", "dptxbxtext", "do"))
_BOXES = ("shptxt", "dptxbxtext")
_LABELS = ("listtext", "pntext")


_FOOTNOTES = Note("footnotes", "Văn bản có chú thích cuối trang, không đưa vào phần chữ để đọc.")
_UNNUMBERED = Note(
    "auto_numbers", "Văn bản có số thứ tự tự động mà tệp không ghi ra; xin đối chiếu với bản gốc."
)
_TRACKED = Note("tracked_changes", "Văn bản còn dấu vết sửa chưa chấp nhận; đã đọc theo bản sau khi sửa.")
_NOTED = {"footnote": _FOOTNOTES, "deleted": _TRACKED, "revised": _TRACKED}


@dataclass
class _Sink:
    """The body or a text box: its paragraph under way, and the blocks of boxes that hang on that."""

    flow: Flow = field(default_factory=Flow)
    runs: list[Run] = field(default_factory=list)
    label: list[Run] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)


def rtf_paper(data: bytes, name: str) -> Paper:
    """The paper of an RTF file; raises UnreadableDocument where it holds no words."""
    reader = _Reader()
    for piece in tokens(data):
        reader.take(piece)
    blocks = reader.finished()
    return paper_of_blocks(
        blocks, name=name, kind=FileKind.RTF, notes=(*reader.speller.notes(), *reader.notes)
    )


@dataclass
class _Reader:
    state: State = field(default_factory=State)
    groups: list[tuple[State, _Sink]] = field(default_factory=list)
    sink: _Sink = field(default_factory=_Sink)
    fonts: Fonts = field(default_factory=Fonts)
    speller: Speller = field(default_factory=Speller)
    notes: dict[Note, None] = field(default_factory=dict)
    skipping: int = 0

    def take(self, piece: Piece) -> None:
        """The next token."""
        if piece.kind is Token.OPEN:
            self._open()
        elif piece.kind is Token.CLOSE:
            self._close()
        elif piece.kind is Token.BYTES:
            self._bytes(piece.data)
        elif self.skipping and piece.word not in ("u", "uc"):
            self.skipping -= 1
        else:
            self._word(piece.word, piece.number)

    def finished(self) -> list[Block]:
        """The blocks of the body; raises ValueError where a group does not end: the file is cut off."""
        if self.groups:
            raise ValueError("The file ends inside a group.")
        if self.sink.runs or self.sink.boxes:
            self._end_paragraph(State())
        return self.sink.flow.finished()

    def _open(self) -> None:
        if len(self.groups) >= _DEEPEST:
            raise ValueError("Groups too deep.")
        self.skipping = 0
        self.groups.append((self.state, self.sink))
        if self.state.starred:
            self.state = replace(self.state, starred=False)

    def _close(self) -> None:
        self.skipping = 0
        if not self.groups:
            return
        self.state, outer = self.groups.pop()
        if outer is not self.sink:
            if self.sink.runs:
                self._end_paragraph(State())
            outer.boxes += self.sink.flow.finished()
            self.sink = outer

    def _bytes(self, data: bytes) -> None:
        skipped = min(self.skipping, len(data))
        self.skipping -= skipped
        data = data[skipped:]
        if self.state.to == "fonttbl":
            self._font_name(data)
        elif data:
            self._add(self.fonts.text(data, self.state.font))

    def _font_name(self, data: bytes) -> None:
        if self.state.shows and self.state.font is not None:
            name = self.fonts.names.get(self.state.font, "") + data.decode("latin-1")
            self.fonts.names[self.state.font] = name.split(";")[0]

    def _add(self, text: str) -> None:
        state = self.state
        if not state.shows or state.hidden or state.deleted or state.to == "fonttbl":
            return
        run = Run(text, self.fonts.name(state.font), capitals=state.capitals)
        (self.sink.label if state.to == "label" else self.sink.runs).append(run)

    def _word(self, word: str, number: int | None) -> None:
        if word in _NOTED and number != 0:
            self.notes[_NOTED[word]] = None
        if word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in _ACTS:
            _ACTS[word](self, number)
        elif word in CHANGES:
            self.state = CHANGES[word](self.state, number)
        else:
            self._destination(word)

    def star(self) -> None:
        """The next word names a destination that may be left out."""
        self.state = replace(self.state, starred=True)

    def character(self, number: int | None) -> None:
        """A character of Unicode; what stands for it in the code page is skipped."""
        self._add(chr((number or 0) % 0x10000))
        self.skipping = self.state.fallback

    def charset(self, number: int | None) -> None:
        """The character set of the font being defined."""
        if self.state.font is not None:
            self.fonts.charsets[self.state.font] = number or 0

    def _destination(self, word: str) -> None:
        if word in _HIDDEN or (self.state.starred and word not in _ENTERED_AFTER_STAR):
            self.state = replace(self.state, shows=False)
        elif word == "fonttbl":
            self.state = replace(self.state, to="fonttbl")
        elif word in _LABELS:
            self.state = replace(self.state, to="label")
        elif word in _BOXES:
            self.state = State(shows=self.state.shows, fallback=self.state.fallback)
            self.sink = _Sink()
        if self.state.starred:
            self.state = replace(self.state, starred=False)

    def end_paragraph(self) -> None:
        """The end of a paragraph; one whose mark was deleted goes on in the next."""
        if self.state.shows and not self.state.deleted:
            self._end_paragraph(self.state)

    def end_cell(self, *, depth: int) -> None:
        """The end of a cell, which ends a paragraph too."""
        if self.state.shows:
            self._end_paragraph(replace(self.state, in_table=True, depth=depth))
            self.sink.flow.end_cell(depth=depth)

    def end_row(self, *, depth: int) -> None:
        """The end of a row, with the shape defined last."""
        if self.state.shows:
            state = self.state
            shape = RowShape((state.left, *state.edges), state.goes_on, state.joined, state.is_header)
            self.sink.flow.end_row(shape, depth=depth)

    def _end_paragraph(self, state: State) -> None:
        sink = self.sink
        if state.numbered and not sink.label and sink.runs:
            self.notes[_UNNUMBERED] = None
        words = joined_pairs(self.speller.spelled(sink.runs))
        sink.flow.add(self._label() + words, depth=state.table_depth)
        for block in sink.boxes:
            sink.flow.add(block, depth=state.table_depth)
        sink.runs, sink.label, sink.boxes = [], [], []

    def _label(self) -> str:
        runs = self.sink.label
        words = "".join(run.text for run in runs).strip()
        if len(words) == 1 and not words.isalnum() or words == "o":
            words = bullet(words, font=runs[0].font)
        else:
            words = self.speller.spelled(runs).strip()
        return f"{words} " if words else ""


_ACTS: dict[str, Callable[[_Reader, int | None], None]] = {
    "*": lambda reader, number: reader.star(),
    "u": _Reader.character,
    "ansicpg": lambda reader, number: reader.fonts.set_usual(number),
    "fcharset": _Reader.charset,
    "par": lambda reader, number: reader.end_paragraph(),
    "sect": lambda reader, number: reader.end_paragraph(),
    "cell": lambda reader, number: reader.end_cell(depth=1),
    "nestcell": lambda reader, number: reader.end_cell(depth=reader.state.table_depth),
    "row": lambda reader, number: reader.end_row(depth=1),
    "nestrow": lambda reader, number: reader.end_row(depth=reader.state.table_depth),
}
