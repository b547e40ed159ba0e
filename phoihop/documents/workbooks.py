"""The cells of an uploaded workbook, read in a child process with limits: a hostile file harms only that.

Run as a module it reads a workbook from standard input and writes its sheets as JSON.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from phoihop.core.errors import Refused

type Cell = str | float | bool | None
type Rows = list[list[Cell]]

_KEPT = {"PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT"}
_UNREADABLE = "Không đọc được tệp Excel này. Hãy lưu lại dưới dạng .xlsx rồi thử lại."


@dataclass(frozen=True)
class Limits:
    """What a workbook may cost: its bytes, the cells looked at, the seconds and megabytes of the child."""

    most_bytes: int = 5_000_000
    rows: int = 2_000
    columns: int = 40
    seconds: int = 20
    megabytes: int = 700


USUAL = Limits()


def first_sheet(content: bytes, *, limits: Limits = USUAL) -> Rows:
    """The first sheet, row by row: texts, numbers, days as "2026-03-31", None for an empty cell.

    Refused, in plain words, for what is no workbook, is too large or takes too long.
    """
    return _read(content, (), limits)[0][1]


def named_sheets(content: bytes, names: Collection[str], *, limits: Limits = USUAL) -> dict[str, Rows]:
    """The sheets of these names that are there; refused as the first sheet is."""
    return dict(_read(content, names, limits))


def _read(content: bytes, names: Collection[str], limits: Limits) -> list[tuple[str, Rows]]:
    if len(content) > limits.most_bytes:
        raise Refused(f"Tệp Excel quá lớn (trên {limits.most_bytes // 1_000_000} MB).")
    environment = {name: value for name, value in os.environ.items() if name in _KEPT}
    asked = json.dumps({"names": list(names), "limits": asdict(limits)})
    try:
        ended = subprocess.run(  # noqa: S603 - our own module under our own interpreter
            [sys.executable, "-m", "phoihop.documents.workbooks", asked],
            input=content, capture_output=True, timeout=limits.seconds, check=True, env=environment,
        )  # fmt: skip
        found: list[tuple[str, Rows]] = json.loads(ended.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Refused(_UNREADABLE) from error
    return found


def _plain(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float):
        return float(value)
    return (str(value).strip() or None) if value is not None else None


def _limit(limits: Limits) -> None:
    with suppress(ImportError):
        import resource

        most = limits.megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))


def _main(asked: str) -> int:
    wanted = json.loads(asked)
    limits = Limits(**wanted["limits"])
    _limit(limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        there = [name for name in book.sheet_names if name in wanted["names"]]
        names = there if wanted["names"] else book.sheet_names[:1]
        found = [(name, _rows(book, name, limits)) for name in names]
        json.dump(found if wanted["names"] else [found[0]], sys.stdout)
    except (CalamineError, IndexError, ValueError, MemoryError):
        return 1
    return 0


def _rows(book: CalamineWorkbook, name: str, limits: Limits) -> Rows:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=limits.rows)
    return [[_plain(value) for value in row[: limits.columns]] for row in rows]


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
