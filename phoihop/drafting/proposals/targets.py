"""From a target as printed to a typed target: the comparator, the kind and the parts that are proposed."""

from decimal import Decimal
from typing import Any

from phoihop.targets.calculations import proposed_bound
from phoihop.targets.statuses import Comparator, Direction, TargetKind

type Json = dict[str, Any]

WHOLE = Decimal(100)
_DIRECTION = {"increase": "increase_by", "decrease": "decrease_by", "reach": "reach"}


def target_values(read: Json) -> tuple[Json, list[str]]:
    """The typed values proposed for one read target (FORMAT of the reader's JSON), and what to doubt.

    A bare number (`=`) says no comparing word is printed: from … up is proposed, not more than for
    "giảm … còn"; the person decides. Percents over a whole become exactly 100 %.
    """
    doubts: list[str] = []
    kind = _kind(read)
    direction = _direction(read)
    bound = proposed_bound(
        Comparator(read["comparator"]),
        kind=TargetKind(kind),
        direction=Direction(direction),
        value=_decimal(read["value"]),
        unit=read["unit"],
    )
    if bound.doubt:
        doubts.append(bound.doubt)
    if direction == "decrease_by" and read["unit"] == "%":
        doubts.append("Giảm tính theo phần trăm: kiểm tra là giảm bao nhiêu hay giảm còn bao nhiêu.")
    if not read["parties"]:
        doubts.append("Văn bản không ghi bên nào chịu trách nhiệm chỉ tiêu này.")
    values = {
        **_words_of(read),
        "kind": kind,
        "comparator": bound.comparator.value,
        "value": _text(read["value"]),
        "value_max": _text(read.get("value_max")),
        "base": _text(read.get("of")),
        "level": "",
        "unit": "" if kind == "k_of_n" and read["unit"] == "%" else read["unit"],
        "direction": direction,
        "baseline": _text((read.get("change") or {}).get("baseline")),
        "part_of": None,
    }
    return values, doubts


def _words_of(read: Json) -> Json:
    """What is taken over as printed: whose, what, where, when."""
    scope = read.get("scope") or ""
    return {
        "clause": read.get("clause_id"),
        "name": read["measure"] or read["text"],
        "text": read["text"],
        "recurrence": read["recurrence"],
        "due": read.get("due"),
        "scope_kind": "each_unit" if scope.lower().startswith(("mỗi", "từng")) else "place",
        "scope_text": scope,
        "is_aspirational": bool(read.get("aspirational")),
        "parties": list(read["parties"]),
    }


def _kind(read: Json) -> str:
    if read.get("of") is not None:
        return "k_of_n"
    if read["value"] is None:
        return "existence"
    return "ratio" if read["unit"] == "%" else "count"


def _direction(read: Json) -> str:
    change = read.get("change") or {}
    if read["direction"] == "decrease" and change.get("to") is not None:
        return "decrease_to"
    if read["direction"] == "increase" and change.get("to") is not None:
        return "reach"
    return _DIRECTION[read["direction"]]


def with_parts(rows: list[Json]) -> list[str]:
    """Mark which rows are parts of an earlier whole in the same branch; a sentence for each whole found.

    Changes `part_of` (the whole's position in `rows`) and, for parts of a percentage, kind and comparator.
    10 = 6 + 4 × 1: the parts name one party each and add up to the whole. 56 % + 44 % = 100 %.
    """
    found = []
    for index, whole in enumerate(rows):
        if whole["part_of"] is not None or _decimal(whole["value"]) is None:
            continue
        parts = _parts_of(rows, index)
        if parts:
            for part in parts:
                _join(rows[part], whole=index)
            sum_words = " + ".join(rows[part]["value"] for part in parts)
            found.append(f"{whole['name']}: {whole['value']} = {sum_words}.")
    return found


def _parts_of(rows: list[Json], index: int) -> list[int]:
    whole = rows[index]
    later = [
        i for i in range(index + 1, len(rows)) if _same_branch(rows[i], whole) and rows[i]["part_of"] is None
    ]
    if whole["unit"] == "%":
        return _percent_parts(rows, later, whole)
    alike = [i for i in later if _same_unit(rows[i], whole) and len(rows[i]["parties"]) == 1]
    named = [i for i in alike if rows[i]["scope_kind"] == "place"]
    total = sum((_decimal(rows[i]["value"]) or Decimal(0) for i in named), Decimal(0))
    return named if len(named) > 1 and total == _decimal(whole["value"]) else []


def _percent_parts(rows: list[Json], later: list[int], whole: Json) -> list[int]:
    """Two or more percents that follow each other and make exactly the whole of 100 %."""
    if _decimal(whole["value"]) != WHOLE:
        return []
    run: list[int] = []
    total = Decimal(0)
    for i in later:
        value = _decimal(rows[i]["value"])
        if rows[i]["unit"] != "%" or rows[i]["clause"] != whole["clause"] or value is None or value >= WHOLE:
            break
        run.append(i)
        total += value
        if total == WHOLE:
            return run if len(run) > 1 else []
    return []


def _join(part: Json, *, whole: int) -> None:
    part["part_of"] = whole
    if part["unit"] == "%":
        part["kind"] = "part_of_whole"
        part["comparator"] = "="


def _same_branch(row: Json, whole: Json) -> bool:
    return bool(row["branch"] == whole["branch"])


def _same_unit(row: Json, whole: Json) -> bool:
    return bool(row["unit"].casefold() == whole["unit"].casefold())


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
