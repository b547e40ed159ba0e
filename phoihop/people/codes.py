"""Codes a person can read out over the telephone and type without mistaking a letter."""

import secrets

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _SIZE = 3, 4


def readable_code() -> str:
    """Twelve random letters and digits in three groups ("k7mp-x3qd-9wt2"): about 59 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_SIZE)) for _ in range(_GROUPS))
    return "-".join(groups)


def as_typed(text: str) -> str:
    """A code as it was made, however it was typed: capitals, blanks and missing dashes do not matter."""
    plain = "".join(letter for letter in text.lower() if letter in _LETTERS)
    return "-".join(plain[start : start + _SIZE] for start in range(0, len(plain), _SIZE))
