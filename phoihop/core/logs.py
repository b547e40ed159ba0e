"""Log lines without the contents of rows."""

import logging
import re
from types import TracebackType

_DETAIL = re.compile(
    r"^DETAIL:.*?(?=^(?:Traceback |The above exception |During handling |HINT:|CONTEXT:)|\Z)",
    re.MULTILINE | re.DOTALL,
)

SECRET_MARK = "bimat-"
"""Begins a secret word that is a part of an address."""

type ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


_SECRET = re.compile(rf"\b(khoa=|{SECRET_MARK})[\w.~%-]+")
"""The token in the address of a one-time link, and of a calendar."""


class PlainFormatter(logging.Formatter):
    """The usual lines; of a database error what was wrong, never the row (names, telephones) it met.

    The token of a one-time link or a calendar is left out of every line, wherever its address was written.
    """

    def format(self, record: logging.LogRecord) -> str:
        return _SECRET.sub(r"\1…", super().format(record))

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the name logging calls
        return _DETAIL.sub("DETAIL: …\n\n", super().formatException(ei)).rstrip()
