"""What the recogniser takes for words and is dust, the edge of the paper, a seal or a signature."""

import unicodedata

from .tokens import Row, Token, rows_of

_HOPELESS = 0.3
_POOR = 0.55
_PRINTED_MARKS = set("-–—:;,.…/()“”\"'%+*&")


def without_specks(tokens: list[Token]) -> list[Token]:
    """Tokens without marks that are no print, and without rows nobody could read a word of."""
    kept = [token for token in tokens if not _is_speck(token)]
    return [token for row in rows_of(kept) for token in _trimmed(row) if not _is_noise(row)]


def has_word(token: Token) -> bool:
    """Whether a token holds a letter or figure, and not only strokes and accents without one."""
    return any(char.isalnum() and unicodedata.category(char) != "Lm" for char in token.text)


def _is_speck(token: Token) -> bool:
    if has_word(token):
        return False
    is_print = set(token.text) <= _PRINTED_MARKS
    return not is_print or token.confidence < _HOPELESS


def _trimmed(row: Row) -> Row:
    """Without doubtful marks after the last word; before the first one they may be the dash of a list."""
    while len(row) > 1 and row[-1].confidence < _POOR and not has_word(row[-1]):
        row = row[:-1]
    return row


def _is_noise(row: Row) -> bool:
    """Whether no word of a row was read with any confidence."""
    return all(token.confidence < _HOPELESS or _is_mark(token) for token in row)


def _is_mark(token: Token) -> bool:
    return token.confidence < _POOR and not has_word(token)
