"""What the review pages read. Counts of queries do not depend on the number of facts."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from phoihop.core.member import Member
from phoihop.core.numbers import decimal_words
from phoihop.drafting.models import Draft, DraftDecision, DraftFact
from phoihop.drafting.segments import Mark, Segment, segments
from phoihop.drafting.statuses import FactKind, FactStatus
from phoihop.programmes.models.facts import AssignmentRole, DutyKind, Frequency
from phoihop.targets.statuses import Comparator, Direction

type Json = dict[str, Any]


@dataclass(frozen=True)
class DraftRow:
    """A line of the list of papers read."""

    id: int
    name: str
    status: str
    status_label: str
    created_at: Any
    pending: int
    total: int
    programme_id: int | None
    is_sample: bool


@dataclass(frozen=True)
class Tab:
    """One kind of fact: how many, how many still to look at."""

    kind: str
    label: str
    total: int
    pending: int


@dataclass(frozen=True)
class FactCard:
    """A fact as the page shows it beside the text."""

    id: int
    status: str
    status_label: str
    headline: str
    details: tuple[str, ...]
    doubts: tuple[str, ...]
    is_added: bool
    is_edited: bool


@dataclass(frozen=True)
class Review:
    """The review page of one kind of fact."""

    tabs: list[Tab]
    cards: list[FactCard]
    segments: list[Segment]
    certain: int


def papers(member: Member) -> list[DraftRow]:
    """The papers the member's body has read, newest first; two queries."""
    rows = Draft.objects.visible_to(member).select_related("file", "edition").order_by("-id")
    facts = DraftFact.objects.filter(draft__in=rows).order_by().values_list("draft")
    counted = facts.annotate(left=Count("pk", filter=Q(status=FactStatus.PENDING)), total=Count("pk"))
    counts = {draft_id: (left, total) for draft_id, left, total in counted}
    return [
        DraftRow(
            id=row.pk,
            name=row.file.name,
            status=row.status,
            status_label=row.get_status_display(),
            created_at=row.created_at,
            pending=counts[row.pk][0],
            total=counts[row.pk][1],
            programme_id=row.edition.programme_id if row.edition else None,
            is_sample=row.is_sample,
        )
        for row in rows
    ]


def review(draft: Draft, kind: str) -> Review:
    """Facts of one kind beside the whole text; two queries."""
    counts: Counter[tuple[str, str]] = Counter()
    for row_kind, status in draft.facts.values_list("kind", "status"):
        counts[row_kind, status] += 1
    rows = list(draft.facts.filter(kind=kind).order_by("order"))
    marks = [
        Mark(row.span_start, row.span_end, row.pk, _tone(row))
        for row in rows
        if row.span_start is not None and row.span_end is not None
    ]
    return Review(
        tabs=[_tab(k, counts) for k in FactKind],
        cards=[_card(row) for row in rows],
        segments=segments(draft.text, marks),
        certain=sum(1 for row in rows if row.status == FactStatus.PENDING and not row.doubts),
    )


def clause_choices(draft: Draft) -> list[tuple[str, str]]:
    """The clauses of a draft as (reader's id, path and first words); one query."""
    rows = draft.facts.filter(kind=FactKind.CLAUSE).exclude(status=FactStatus.REJECTED).order_by("order")
    return [(row.values["id"], f"{row.values['path']} {row.values['text'][:70]}") for row in rows]


def history(draft: Draft, *, most: int = 30) -> list[DraftDecision]:
    """The newest changes with who made them; one query."""
    return list(draft.decisions.select_related("by_person").order_by("-id")[:most])


def pending_by_kind(draft: Draft) -> list[tuple[str, int]]:
    """(label, how many still to look at) for kinds that have any; one query."""
    rows = draft.facts.filter(status=FactStatus.PENDING).values_list("kind").annotate(n=Count("pk"))
    return [(FactKind(kind).label, n) for kind, n in rows.order_by("kind")]


def _tab(kind: FactKind, counts: Counter[tuple[str, str]]) -> Tab:
    pending = counts[kind, FactStatus.PENDING]
    return Tab(kind, kind.label, total=sum(counts[kind, status] for status in FactStatus), pending=pending)


def _tone(row: DraftFact) -> str:
    if row.status == FactStatus.REJECTED:
        return "rejected"
    if row.status == FactStatus.PENDING and row.doubts:
        return "doubtful"
    return str(row.status)


def _card(row: DraftFact) -> FactCard:
    headline, details = _WORDS[FactKind(row.kind)](row.values)
    return FactCard(
        id=row.pk,
        status=row.status,
        status_label=row.get_status_display(),
        headline=headline,
        details=tuple(words for words in details if words),
        doubts=tuple(row.doubts) if row.status == FactStatus.PENDING else (),
        is_added=row.read is None,
        is_edited=row.read is not None
        and any(row.read.get(k) != v for k, v in row.values.items() if k in row.read),
    )


def _header_words(v: Json) -> tuple[str, list[str]]:
    period = v["period"]
    years = f"{period['start']} - {period['end']}" if period["start"] else "không ghi"
    return v["title"], [
        f"Số: {v['number'] or 'không ghi'}",
        f"Nơi ban hành: {v['place'] or 'không ghi'}",
        f"Ngày: {v['date'] or 'không ghi'}",
        f"Thời gian: {years}",
        f"Bên ban hành: {'; '.join(v['issuers'])}" if v.get("issuers") else "",
    ]


def _basis_words(v: Json) -> tuple[str, list[str]]:
    return v["text"], [f"Số: {v['number'] or 'không ghi'}", f"Ngày: {v['date'] or 'không ghi'}"]


def _clause_words(v: Json) -> tuple[str, list[str]]:
    return f"{v['path']}", [v["text"][:160], "tiêu đề" if v["heading"] else ""]


def _target_words(v: Json) -> tuple[str, list[str]]:
    goal = " ".join(
        filter(None, [Direction(v["direction"]).label, Comparator(v["comparator"]).label, _amount(v)])
    )
    return v["name"], [
        goal,
        f"Bên: {', '.join(v['parties']) or 'không ghi'}",
        f"Hạn: {v['due']}" if v["due"] else "",
        f"Phạm vi: {v['scope_text']}" if v["scope_text"] else "",
        "phấn đấu" if v["is_aspirational"] else "",
        "là một phần của chỉ tiêu ở trên" if v.get("part_of") is not None else "",
    ]


def _amount(v: Json) -> str:
    number = decimal_words(v["value"]) if v["value"] else ""
    if v["value_max"]:
        number = f"{number} đến {decimal_words(v['value_max'])}"
    if v["base"]:
        number = f"{number}/{decimal_words(v['base'])}"
    return f"{number} {v['unit']}".strip()


def _assignment_words(v: Json) -> tuple[str, list[str]]:
    return f"{v['party']}: {AssignmentRole(v['role']).label}", [v.get("text") or ""]


def _duty_words(v: Json) -> tuple[str, list[str]]:
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


def _signatory_words(v: Json) -> tuple[str, list[str]]:
    return v["name"] or "(không ghi tên)", [
        f"{v['capacity'] or ''} {v['party']}".strip(),
        f"Chức vụ: {v['position'] or 'không ghi'}",
    ]


def _recipient_words(v: Json) -> tuple[str, list[str]]:
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
