"""`phoihop read FILE [--json|--text]`: what the reader makes of a document, on the terminal."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from .draft import Assignment, Draft, Duty, Target, number
from .files import MOST_BYTES
from .files.confined import Limits, read_in_child
from .unreadable import UnreadableDocument

_COMPARED = {">=": "ít nhất", ">": "trên", "<=": "không quá", "<": "dưới"}
_ROLES = {
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "advise": "tham mưu",
    "focal": "đầu mối",
    "implement": "thực hiện",
    "supervise": "theo dõi, giám sát",
}
_FREQUENCIES = {
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "half_yearly": "6 tháng",
    "yearly": "hằng năm",
    "every_3_years": "sau 3 năm",
    "every_5_years": "sau 5 năm",
    "final": "cuối chương trình",
    "once": "một lần",
    "on_demand": "không ghi chu kỳ",
}
_KINDS = {
    "report": "báo cáo",
    "review": "sơ kết, tổng kết, kiểm tra",
    "meeting": "họp",
    "survey": "khảo sát",
    "event": "hoạt động",
}
_SILENT = "không ghi"
_WIDEST = 100
_LIMITS = Limits(seconds=1800, megabytes=2_000)
"""For a thick scan, whose pages the command recognises one after the other."""


def main(argv: list[str]) -> int:
    """Read one file, in a child process; the exit status: 0, or 1 with one Vietnamese sentence on stderr."""
    options = _parser().parse_args(argv)
    try:
        with options.file.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        draft = read_in_child(data, name=options.file.name, limits=_LIMITS).draft
    except OSError:
        return _failed(f"Không mở được tệp “{options.file}”.")
    except UnreadableDocument as error:
        return _failed(str(error))
    if options.json:
        _write(json.dumps(draft.as_json(), ensure_ascii=False, indent=1) + "\n")
    elif options.text:
        _write(draft.text)
    else:
        _write("\n".join(summary(draft)) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="phoihop read",
        description="Đọc một văn bản (Word, OpenDocument, PDF, ảnh, tệp chữ) thành bản dự thảo.",
    )
    parser.add_argument("file", type=Path, help="tệp văn bản")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in toàn bộ bản dự thảo dạng JSON")
    form.add_argument("--text", action="store_true", help="in phần chữ của văn bản (gốc của mọi vị trí)")
    return parser


def _failed(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _write(text: str) -> None:
    """Bytes, so that offsets in the printed text stay what they are on every terminal."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def summary(draft: Draft) -> Iterator[str]:
    """The draft in plain Vietnamese lines."""
    header = draft.header
    yield header.title or "(không có tên)"
    yield f"  Các bên: {_list(header.issuers)}"
    yield f"  Số: {header.number or _SILENT} · Nơi, ngày: {header.place or _SILENT}, {header.date or _SILENT}"
    yield f"  Thời gian: {header.period.start or _SILENT} - {header.period.end or _SILENT}"
    bases = [f"{basis.text}" for basis in draft.legal_bases]
    yield from _section("Căn cứ", bases)
    yield f"Mục, điểm: {len(draft.clauses)}"
    yield from _section("Chỉ tiêu", [_target(target) for target in draft.targets])
    yield from _section("Phân công", [_assignment(row) for row in draft.assignments])
    yield from _section("Báo cáo và việc định kỳ", [_duty(duty) for duty in draft.duties])
    signed = [
        f"{row.party}: {row.position or 'không ghi chức vụ'}, {row.name or 'không ghi tên'}"
        for row in draft.signatories
    ]
    yield from _section("Người ký", signed)
    yield from _section(
        "Nơi nhận", [f"{row.name}{f' ({row.purpose})' if row.purpose else ''}" for row in draft.recipients]
    )
    yield from _section("Cần xem lại", [warning.text for warning in draft.warnings])


def _section(title: str, rows: list[str]) -> Iterator[str]:
    yield f"{title}: {len(rows)}"
    for row in rows:
        line = " ".join(row.split())
        yield f"  - {line if len(line) <= _WIDEST else line[: _WIDEST - 1] + '…'}"


def _target(target: Target) -> str:
    value = str(number(target.value))
    if target.value_max is not None:
        value = f"từ {value} đến {number(target.value_max)}"
    if target.of is not None:
        value = f"{value}/{number(target.of)}"
    compared = _COMPARED.get(target.comparator, "")
    return f"[{target.clause}] {compared} {value} {target.unit}: {target.measure}"


def _assignment(row: Assignment) -> str:
    return f"[{row.clause}] {row.party} {_ROLES[row.role]}: {row.text}"


def _duty(duty: Duty) -> str:
    due = f", hạn {'trước ' if duty.due_strict else ''}{duty.due}" if duty.due else ""
    to = f" gửi {_list(duty.receivers)}" if duty.receivers else ""
    return (
        f"[{duty.clause}] {_KINDS[duty.kind]}, {_FREQUENCIES[duty.frequency]}{due}: {_list(duty.senders)}{to}"
    )


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "không ghi"
