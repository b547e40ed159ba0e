"""A word as it stands on a page, whoever found it: the text of a PDF or the recogniser."""

from dataclasses import dataclass, replace

from phoihop.reading.paper import Box


@dataclass(frozen=True)
class Token:
    """Letters without a space between them. Lengths in points or pixels of the page, y grows downwards.

    `base` is the line the letters stand on and `size` the height of their type; `box` is what the eye
    sees, for painting, and may be missing.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    confidence: float = 1.0
    box: Box | None = None

    @property
    def middle(self) -> float:
        """Half-way between its sides."""
        return (self.left + self.right) / 2

    def placed(self, x: int, y: int, *, scale: float) -> "Token":
        """The same word, so many times larger and then so far right and down."""
        left, top, right, bottom = (round(side * scale) for side in self.box or (0, 0, 0, 0))
        return replace(
            self,
            left=self.left * scale + x,
            right=self.right * scale + x,
            base=self.base * scale + y,
            size=self.size * scale,
            box=(left + x, top + y, right + x, bottom + y) if self.box else None,
        )

    def with_text(self, text: str) -> "Token":
        """The same place, other letters."""
        return replace(self, text=text)


type Row = list[Token]


def rows_of(tokens: list[Token]) -> list[Row]:
    """Tokens that stand on one line across the page, from left to right; rows from top to bottom."""
    rows: list[Row] = []
    for token in sorted(tokens, key=lambda token: (token.base, token.left)):
        if rows and token.base - rows[-1][0].base <= max(token.size, rows[-1][0].size) * 0.4:
            rows[-1].append(token)
        else:
            rows.append([token])
    return [sorted(row, key=lambda token: token.left) for row in rows]


def line_of(tokens: Row) -> str:
    """Tokens of one row as text: a raised figure is joined to the word before it."""
    text = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        text += f"{'' if before is None or touches(before, token) else ' '}{token.text}"
    return text


def touches(before: Token, token: Token) -> bool:
    """Whether no space is printed between two neighbours: "m" and its raised "2"."""
    return before.base != token.base and 0 <= token.left - before.right < 0.08 * before.size
