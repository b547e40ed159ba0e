"""A fact in words, for its card: a headline and details. Blanks of the paper read "không ghi"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from django.forms import ChoiceField, Field

from phoihop.drafting.party_words import WORDS
from phoihop.drafting.specs import target_spec
from phoihop.drafting.statuses import FactKind
from phoihop.programmes.models.facts import AssignmentRole, DutyKind, Frequency
from phoihop.targets.calculations.words import target_words

type Json = dict[str, Any]
type Words = tuple[str, list[str]]


def words_of(kind: FactKind, values: Json, *, inherited: Mapping[str, str] | None = None) -> Words:
    """The headline and the details (some may be empty) of a fact's values.

    `inherited`: for each field that was not read in the fact's own words, where it came from ("mục III").
    """
    headline, details = _WORDS[kind](values)
    for field, place in (inherited or {}).items():
        label = _INHERITED_AS.get(field, "Thông tin")
        at = next((n for n, words in enumerate(details) if words.startswith(f"{label}: ")), None)
        if at is None:
            details.append(f"{label}: thừa từ {place}")
        else:
            details[at] += f" (thừa từ {place})"
    return headline, details


_INHERITED_AS = {"due": "Hạn", "parties": "Bên", "party": "Bên", "owes": "Ai làm"}


def _names(codes: Sequence[str]) -> str:
    return ", ".join(WORDS.get(code, code) for code in codes) or "không ghi"


def _day(value: str | None) -> str:
    """2017-10-09 as 09/10/2017; a year stays a year."""
    if not value:
        return "không ghi"
    try:
        return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
    except ValueError:
        return str(value)


def _years(start: int | None, end: int | None) -> str:
    if not start:
        return "không ghi"
    return f"năm {start}" if end in (None, start) else f"{start} - {end}"


def _header_words(v: Json) -> Words:
    period = v["period"]
    return v["title"], [
        f"Số: {v['number'] or 'không ghi'}",
        f"Nơi ban hành: {v['place'] or 'không ghi'}",
        f"Ngày: {_day(v['date'])}",
        f"Thời gian: {_years(period['start'], period['end'])}",
        f"Bên ban hành: {'; '.join(v['issuers'])}" if v.get("issuers") else "",
    ]


def _basis_words(v: Json) -> Words:
    return v["text"], [f"Số: {v['number'] or 'không ghi'}", f"Ngày: {_day(v['date'])}"]


def _clause_words(v: Json) -> Words:
    return f"{v['path']}", [v["text"][:160], "tiêu đề" if v["heading"] else ""]


def _target_words(v: Json) -> Words:
    return v["name"], [
        target_words(target_spec(v, None, end=None)),
        f"Bên: {_names(v['parties'])}",
        f"Hạn: {_day(v['due'])}",
        f"Phạm vi: {v['scope_text'] or 'không ghi'}",
        "phấn đấu" if v["is_aspirational"] else "",
        "là một phần của chỉ tiêu ở trên" if v.get("part_of") is not None else "",
    ]


def _assignment_words(v: Json) -> Words:
    return f"{_names([v['party']])}: {AssignmentRole(v['role']).label}", [v.get("text") or ""]


def _duty_words(v: Json) -> Words:
    return f"{DutyKind(v['kind']).label}, {Frequency(v['frequency']).label}", [
        f"Ai làm: {_names(v['owes'])}",
        f"Gửi để duyệt: {_names(v['reviews'])}" if v["reviews"] else "",
        f"Gửi để biết: {_names(v['takes_note'])}" if v["takes_note"] else "",
        _strict_due(v) if v["due_strict"] else _plain_due(v),
        f"Qua: {v['via_text']}" if v["via_text"] else "",
    ]


def _strict_due(v: Json) -> str:
    """A due day strictly before a day, with the last day on which it is still in time."""
    last = f" (hạn cuối: hết ngày {v['due_day'] - 1})" if v["due_day"] > 1 else ""
    return f"Hạn: trước ngày {v['due_day']}{last}"


def _plain_due(v: Json) -> str:
    if not v["due_day"]:
        return "Hạn: văn bản không ghi ngày"
    return f"Hạn: ngày {v['due_day']}" + (f" tháng {v['due_month']}" if v["due_month"] else "")


def _signatory_words(v: Json) -> Words:
    return v["name"] or "(không ghi tên)", [
        f"{v['capacity'] or ''} {WORDS.get(v['party'], v['party'])}".strip(),
        f"Chức vụ: {v['position'] or 'không ghi'}",
    ]


def _recipient_words(v: Json) -> Words:
    return v["name"], [f"({v['purpose']})" if v["purpose"] else ""]


_WORDS = {
    FactKind.HEADER: _header_words,
    FactKind.LEGAL_BASIS: _basis_words,
    FactKind.CLAUSE: _clause_words,
    FactKind.TARGET: _target_words,
    FactKind.ASSIGNMENT: _assignment_words,
    FactKind.DUTY: _duty_words,
    FactKind.SIGNATORY: _signatory_words,
    FactKind.RECIPIENT: _recipient_words,
}


def value_words(value: object, field: Field) -> str:
    """One value of a fact as its form's field means it."""
    if value is None or value in ("", []):
        return "không ghi"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return _names(value)
    if isinstance(field, ChoiceField):
        known = {
            str(key): str(words) for key, words in cast("Iterable[tuple[object, object]]", field.choices)
        }
        return known.get(str(value), str(value))
    return _number_or_day(str(value))


def _number_or_day(text: str) -> str:
    return _day(text) if len(text) == 10 else text.replace(".", ",") if _NUMBER.fullmatch(text) else text


_NUMBER = re.compile(r"\d+\.\d+")
