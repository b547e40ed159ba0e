"""What the recogniser takes for words and is dust, the edge of the paper, a seal or a signature."""

from .syllables import is_syllable
from .tokens import Row, Token, rows_of

_HOPELESS = 0.3
_POOR = 0.55


def without_specks(tokens: list[Token]) -> list[Token]:
    """Tokens without single marks nobody can be sure of, and without rows that hold no sure word."""
    kept = [token for token in tokens if not _is_speck(token)]
    return [token for row in rows_of(kept) for token in row if not _is_noise(row)]


def _is_speck(token: Token) -> bool:
    """A mark without letter or figure read with little confidence; a dash of a list is read with much."""
    return not any(char.isalnum() for char in token.text) and token.confidence < _POOR


def _is_noise(row: Row) -> bool:
    return all(_is_doubtful(token) for token in row)


def _is_doubtful(token: Token) -> bool:
    if token.confidence < _HOPELESS:
        return True
    is_word = (len(token.text) > 1 and is_syllable(token.text)) or token.text.isdigit()
    return token.confidence < _POOR and not is_word
