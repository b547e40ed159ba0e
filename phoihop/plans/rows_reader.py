"""The cells of an uploaded workbook, read in a child process with limits: a hostile file harms only that.

Run as a module it reads a workbook from standard input and writes its first sheet as JSON.
"""

import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from phoihop.core.errors import Refused

type Cell = str | float | bool | None
type Rows = list[list[Cell]]

_SECONDS, _MEGABYTES = 20, 700
_MOST_BYTES, _MOST_ROWS, _MOST_COLUMNS = 5_000_000, 2_000, 40
_KEPT = {"PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT"}


def rows_of(content: bytes) -> Rows:
    """The first sheet, row by row: texts, numbers, days as "2026-03-31", None for an empty cell.

    Refused, in plain words, for what is no workbook, is too large or takes too long.
    """
    if len(content) > _MOST_BYTES:
        raise Refused("Tệp Excel quá lớn (trên 5 MB).")
    environment = {name: value for name, value in os.environ.items() if name in _KEPT}
    try:
        ended = subprocess.run(  # noqa: S603 - our own module under our own interpreter
            [sys.executable, "-m", "phoihop.plans.rows_reader"],
            input=content, capture_output=True, timeout=_SECONDS, check=True, env=environment,
        )  # fmt: skip
        found: Rows = json.loads(ended.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Refused("Không đọc được tệp Excel này. Hãy lưu lại dưới dạng .xlsx rồi thử lại.") from error
    return found


def _plain(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float):
        return float(value)
    return (str(value).strip() or None) if value is not None else None


def _limit() -> None:
    with suppress(ImportError):
        import resource

        most = _MEGABYTES * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _main() -> int:
    _limit()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False, nrows=_MOST_ROWS)
    except (CalamineError, IndexError, ValueError):
        return 1
    json.dump([[_plain(value) for value in row[:_MOST_COLUMNS]] for row in rows], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
