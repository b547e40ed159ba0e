"""Log lines without the contents of rows."""

import logging
import re
from types import TracebackType

_DETAIL = re.compile(
    r"^DETAIL:.*?(?=^(?:Traceback |The above exception |During handling |HINT:|CONTEXT:)|\Z)",
    re.MULTILINE | re.DOTALL,
)

type ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlainFormatter(logging.Formatter):
    """The usual lines; of a database error what was wrong, never the row (names, telephones) it met."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the name logging calls
        return _DETAIL.sub("DETAIL: …\n\n", super().formatException(ei)).rstrip()
