"""`phoihop check FILE [--json]`: what is wrong with a document, on the terminal."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from phoihop.reading.draft import Draft
from phoihop.reading.files import MOST_BYTES
from phoihop.reading.files.confined import Limits, read_in_child
from phoihop.reading.unreadable import UnreadableDocument

from . import findings_of
from .codes import Severity
from .context import Known
from .finding import Finding
from .validity import CheckedBasis, bases_checked

NOTHING_FOUND, FOUND, UNREADABLE = 0, 1, 2
_LIMITS = Limits(seconds=1800, megabytes=2_000)
"""As `phoihop read`: a thick scan is recognised page by page."""


def main(argv: list[str], *, known: Known | None = None) -> int:
    """Check one file, opened in a child process.

    The exit status: 0 nothing found, 1 findings, 2 unreadable (one sentence on standard error).
    """
    options = _parser().parse_args(argv)
    try:
        with options.file.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        read = read_in_child(data, name=options.file.name, limits=_LIMITS)
    except OSError:
        return _failed(f"Không mở được tệp “{options.file}”.")
    except UnreadableDocument as error:
        return _failed(str(error))
    found = findings_of(read.draft, read.paper, known=known)
    bases = bases_checked(read.draft)
    if options.json:
        rows = {"findings": [one.as_json() for one in found], "bases": [basis.as_json() for basis in bases]}
        _write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        _write("\n".join(summary(read.draft, found, bases)) + "\n")
    return FOUND if found else NOTHING_FOUND


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="phoihop check", description="Soát một văn bản.")
    parser.add_argument("file", type=Path, help="tệp văn bản")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    return parser


def _failed(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return UNREADABLE


def _write(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def summary(draft: Draft, found: Sequence[Finding], bases: Sequence[CheckedBasis]) -> Iterator[str]:
    """The findings by weight, then what is known of each legal basis."""
    yield draft.header.title or "(không có tên)"
    if not found:
        yield "Không thấy điểm nào cần sửa."
    for severity in Severity:
        rows = [one for one in found if one.severity is severity]
        if rows:
            yield f"{severity.label.capitalize()}: {len(rows)}"
        for one in rows:
            yield from _lines(draft, one)
    if bases:
        yield "Hiệu lực của căn cứ (theo bảng kèm phần mềm):"
    for basis in bases:
        yield f"  - {' '.join(basis.basis.text.split())}: {basis.words}"


def _lines(draft: Draft, one: Finding) -> Iterator[str]:
    lines = sorted({draft.text.count("\n", 0, span[0]) + 1 for span in one.spans})
    yield f"  - {one.title} (dòng {', '.join(map(str, lines))}): {one.text}"
    if one.quote:
        yield f"    “{one.quote}”"
    yield f"    {one.suggestion}"
