"""A fact in words, for its card: a headline and details. Blanks of the paper read "không ghi"."""

from typing import Any

from phoihop.drafting.specs import target_spec
from phoihop.drafting.statuses import FactKind
from phoihop.programmes.models.facts import AssignmentRole, DutyKind, Frequency
from phoihop.targets.calculations.words import target_words

type Json = dict[str, Any]
type Words = tuple[str, list[str]]


def words_of(kind: FactKind, values: Json) -> Words:
    """The headline and the details (some may be empty) of a fact's values."""
    return _WORDS[kind](values)


def _header_words(v: Json) -> Words:
    period = v["period"]
    years = f"{period['start']} - {period['end']}" if period["start"] else "không ghi"
    return v["title"], [
        f"Số: {v['number'] or 'không ghi'}",
        f"Nơi ban hành: {v['place'] or 'không ghi'}",
        f"Ngày: {v['date'] or 'không ghi'}",
        f"Thời gian: {years}",
        f"Bên ban hành: {'; '.join(v['issuers'])}" if v.get("issuers") else "",
    ]


def _basis_words(v: Json) -> Words:
    return v["text"], [f"Số: {v['number'] or 'không ghi'}", f"Ngày: {v['date'] or 'không ghi'}"]


def _clause_words(v: Json) -> Words:
    return f"{v['path']}", [v["text"][:160], "tiêu đề" if v["heading"] else ""]


def _target_words(v: Json) -> Words:
    return v["name"], [
        target_words(target_spec(v, None, end=None)),
        f"Bên: {', '.join(v['parties']) or 'không ghi'}",
        f"Hạn: {v['due']}" if v["due"] else "",
        f"Phạm vi: {v['scope_text']}" if v["scope_text"] else "",
        "phấn đấu" if v["is_aspirational"] else "",
        "là một phần của chỉ tiêu ở trên" if v.get("part_of") is not None else "",
    ]


def _assignment_words(v: Json) -> Words:
    return f"{v['party']}: {AssignmentRole(v['role']).label}", [v.get("text") or ""]


def _duty_words(v: Json) -> Words:
    return f"{DutyKind(v['kind']).label}, {Frequency(v['frequency']).label}", [
        f"Ai làm: {', '.join(v['owes']) or 'không ghi'}",
        f"Gửi để duyệt: {', '.join(v['reviews'])}" if v["reviews"] else "",
        f"Gửi để biết: {', '.join(v['takes_note'])}" if v["takes_note"] else "",
        f"Hạn: trước ngày {v['due_day']} (không gồm ngày đó)" if v["due_strict"] else _plain_due(v),
        f"Qua: {v['via_text']}" if v["via_text"] else "",
    ]


def _plain_due(v: Json) -> str:
    if not v["due_day"]:
        return "Hạn: văn bản không ghi ngày"
    return f"Hạn: ngày {v['due_day']}" + (f" tháng {v['due_month']}" if v["due_month"] else "")


def _signatory_words(v: Json) -> Words:
    return v["name"] or "(không ghi tên)", [
        f"{v['capacity'] or ''} {v['party']}".strip(),
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
