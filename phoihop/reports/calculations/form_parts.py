"""A report form as a list of parts: which kinds there are, how they are kept, what a form may not be."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from phoihop.reports.calculations.tables import MOST_COLUMNS, ColumnKind, TableColumn

type Json = dict[str, Any]
USUAL_NUMBER = 1
MOST_PARTS, MOST_FIXED_ROWS, LONGEST_TITLE = 60, 60, 200
_KEY = re.compile(r"[a-z][a-z0-9]{0,23}", re.ASCII)


class PartKind(StrEnum):
    """What a part of a report is made of."""

    OVERVIEW = "overview"
    CLAUSES = "clauses"
    HEADING = "heading"
    FIGURES = "figures"
    TABLE = "table"
    SHORTCOMINGS = "shortcomings"
    RECOMMENDATIONS = "recommendations"
    ATTACHMENTS = "attachments"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_single(self) -> bool:
        """Whether a form has it at most once."""
        return self not in {PartKind.HEADING, PartKind.TABLE}


_LABELS = {
    PartKind.OVERVIEW: "tình hình chung",
    PartKind.CLAUSES: "kết quả theo từng nội dung của chương trình",
    PartKind.HEADING: "đề mục viết tự do",
    PartKind.FIGURES: "số liệu các chỉ tiêu",
    PartKind.TABLE: "bảng",
    PartKind.SHORTCOMINGS: "khó khăn, hạn chế",
    PartKind.RECOMMENDATIONS: "kiến nghị, đề xuất",
    PartKind.ATTACHMENTS: "tệp kèm theo",
}


@dataclass(frozen=True)
class FormPart:
    """A part: `level` 2 stands under the part of level 1 before it.

    `columns` and `fixed_rows` (the first cell of each row, given by the form) belong to a table, `targets`
    (keys; None: all the body answers for) to figures.
    """

    key: str
    kind: PartKind
    title: str
    hint: str = ""
    is_required: bool = False
    level: int = 1
    columns: tuple[TableColumn, ...] = ()
    fixed_rows: tuple[str, ...] = ()
    targets: tuple[str, ...] | None = None


USUAL = (
    FormPart("tinhhinh", PartKind.OVERVIEW, "Tình hình chung"),
    FormPart("ketqua", PartKind.CLAUSES, "Kết quả thực hiện"),
    FormPart("solieu", PartKind.FIGURES, "Số liệu"),
    FormPart("khokhan", PartKind.SHORTCOMINGS, "Khó khăn, hạn chế, nguyên nhân"),
    FormPart("kiennghi", PartKind.RECOMMENDATIONS, "Kiến nghị, đề xuất"),
    FormPart("tepkem", PartKind.ATTACHMENTS, "Tệp kèm báo cáo"),
)
"""The form of a duty that has none of its own."""


def part_json(part: FormPart) -> Json:
    """The part as it is kept; what it does not have is left out."""
    kept: Json = {"key": part.key, "kind": part.kind.value, "title": part.title}
    if part.hint:
        kept["hint"] = part.hint
    if part.is_required:
        kept["required"] = True
    if part.level != 1:
        kept["level"] = part.level
    if part.columns:
        kept["columns"] = [column_json(column) for column in part.columns]
    if part.fixed_rows:
        kept["fixed_rows"] = list(part.fixed_rows)
    if part.targets is not None:
        kept["targets"] = list(part.targets)
    return kept


def column_json(column: TableColumn) -> Json:
    """The column as forms and rounds keep it."""
    kept: Json = {"key": column.key, "title": column.title, "kind": column.kind.value}
    return kept | ({"choices": list(column.choices)} if column.choices else {})


def part_of(kept: Mapping[str, Any]) -> FormPart:
    """The part from what was kept."""
    targets = kept.get("targets")
    return FormPart(
        key=kept["key"],
        kind=PartKind(kept["kind"]),
        title=kept["title"],
        hint=kept.get("hint", ""),
        is_required=kept.get("required", False),
        level=kept.get("level", 1),
        columns=tuple(column_of(column) for column in kept.get("columns", ())),
        fixed_rows=tuple(kept.get("fixed_rows", ())),
        targets=None if targets is None else tuple(targets),
    )


def column_of(kept: Mapping[str, Any]) -> TableColumn:
    """The column from what forms and rounds keep."""
    return TableColumn(kept["key"], kept["title"], ColumnKind(kept["kind"]), tuple(kept.get("choices", ())))


def parts_of(kept: Iterable[Mapping[str, Any]]) -> list[FormPart]:
    """The parts of a form in their order."""
    return [part_of(part) for part in kept]


def problems_of_parts(parts: Sequence[FormPart]) -> list[str]:
    """Why a form cannot be published, as plain sentences; empty when it can."""
    if not parts:
        return ["Biểu mẫu chưa có phần nào."]
    problems = []
    if len(parts) > MOST_PARTS:
        problems.append(f"Biểu mẫu có quá {MOST_PARTS} phần.")
    counted = Counter(part.kind for part in parts)
    problems += [
        f"Phần “{kind.label}” chỉ đặt một lần."
        for kind, times in counted.items()
        if kind.is_single and times > 1
    ]
    if parts[0].level != 1:
        problems.append(f"Phần đầu tiên “{parts[0].title}” phải là mục lớn.")
    for part in parts:
        problems += problems_of_part(part)
    return problems


def problems_of_part(part: FormPart) -> list[str]:
    """What is wrong with one part, as plain sentences."""
    name = part.title or part.kind.label
    problems = []
    if not part.title.strip():
        problems.append(f"Phần “{name}” chưa có tên.")
    if len(part.title) > LONGEST_TITLE:
        problems.append(f"Tên phần “{name[:40]}…” dài quá {LONGEST_TITLE} chữ.")
    if part.kind == PartKind.TABLE:
        problems += _problems_of_table(part)
    return problems


def _problems_of_table(part: FormPart) -> list[str]:
    name, columns = f"Bảng “{part.title}”", part.columns
    if not columns:
        return [f"{name} chưa có cột nào."]
    problems = []
    if len(columns) > MOST_COLUMNS:
        problems.append(f"{name} có quá {MOST_COLUMNS} cột.")
    if len({column.title for column in columns}) < len(columns):
        problems.append(f"{name} có hai cột cùng tên.")
    if part.fixed_rows and columns[0].kind != ColumnKind.TEXT:
        problems.append(f"{name} có dòng ghi sẵn thì cột đầu phải là cột chữ.")
    if len(part.fixed_rows) > MOST_FIXED_ROWS:
        problems.append(f"{name} có quá {MOST_FIXED_ROWS} dòng ghi sẵn.")
    problems += [
        f"{name}: cột “{column.title}” chưa có danh sách để chọn."
        for column in columns
        if column.kind == ColumnKind.CHOICE and len(column.choices) < 2
    ]
    return problems


def is_key(text: str) -> bool:
    """Whether a text may name a part or a column."""
    return bool(_KEY.fullmatch(text))


def free_key(taken: Iterable[str], *, stem: str) -> str:
    """A key nobody has yet: "p1", "p2" …"""
    known = set(taken)
    return next(key for number in range(1, 10_000) if (key := f"{stem}{number}") not in known)


def with_free_keys(added: Iterable[FormPart], *, beside: Iterable[FormPart]) -> list[FormPart]:
    """The added parts, each under a key of its own beside those there are."""
    known = {part.key for part in beside}
    found = []
    for part in added:
        key = part.key if part.key not in known else free_key(known, stem="p")
        known.add(key)
        found.append(replace(part, key=key))
    return found


def moved(parts: Sequence[FormPart], key: str, *, by: int) -> list[FormPart]:
    """The parts with one a place earlier (`by` -1) or later (1); at an end it stays."""
    order = list(parts)
    here = next(place for place, part in enumerate(order) if part.key == key)
    there = min(max(here + by, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    return order
