"""Places, bodies, members and programmes for tests; each call makes new rows with distinct names."""

import itertools
from datetime import UTC, date, datetime
from typing import Any

from phoihop.accounts.acting import ActingMember
from phoihop.core.vietnamese import fold, sort_key
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, Level
from phoihop.programmes import actions
from phoihop.programmes.content import (
    ClauseContent,
    DutySpec,
    EditionContent,
    PartyContent,
    RecipientContent,
    SignatureContent,
)
from phoihop.programmes.models import Assignment, Clause, DutyRule, Edition, Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import Origin
from tests.accounts import factories as people

AT = datetime(2026, 2, 5, 2, 0, tzinfo=UTC)
_count = itertools.count(1)


def place(name: str = "", *, parent: Area | None = None, level: str = Level.COMMUNE) -> Area:
    name = name or f"Xã {next(_count)}"
    kinds = {Level.PROVINCE: AreaKind.PROVINCE, Level.DISTRICT: AreaKind.RURAL_DISTRICT}
    area = Area.objects.create(level=level)
    AreaVersion.objects.create(
        area=area,
        name=name,
        kind=kinds.get(Level(level), AreaKind.RURAL_COMMUNE),
        parent=parent,
        folded=fold(name),
        sort_key=sort_key(name),
    )
    return area


def body(
    kind: str = BodyKind.PEOPLES_COMMITTEE,
    area: Area | None = None,
    *,
    name: str = "",
    symbol_of: str = "",
    **fields: Any,
) -> Body:
    made = people.body(kind, at=area or place(), short_name=name, **fields)
    for row in made.names.all():
        row.folded, row.sort_key, row.symbol = fold(row.name), sort_key(row.name), symbol_of
        row.save()
    return made


def member(body: Body, role: str = "officer", **fields: Any) -> ActingMember:
    """Somebody with an account acting for the body."""
    return people.member(body=body, role=role, **fields)


def clause_content(path: str, text: str = "", *, parent: str | None = None, **fields: Any) -> ClauseContent:
    label = path.rpartition(".")[2]
    values: dict[str, Any] = {"is_heading": parent is None} | fields
    return ClauseContent(
        ref=path,
        parent_ref=parent,
        label=label,
        path=path,
        depth=path.count(".") + 1,
        text=text or f"{label}. Nội dung {path}",
        **values,
    )


def content(parties: list[Body], **fields: Any) -> EditionContent:
    """A small text: I, II with II.1 and II.2, III; signed by `parties` in order."""
    values: dict[str, Any] = {
        "title": "Chương trình phối hợp giữa UBND và Ủy ban MTTQ xã Lam Sơn năm 2026",
        "period_start": date(2026, 1, 1),
        "period_end": date(2026, 12, 31),
        "clauses": [
            clause_content("I", "I. MỤC ĐÍCH, YÊU CẦU"),
            clause_content("II", "II. NỘI DUNG PHỐI HỢP"),
            clause_content("II.1", "1. Công tác tuyên truyền", parent="II"),
            clause_content("II.2", "2. Giảm nghèo", parent="II"),
            clause_content("III", "III. TỔ CHỨC THỰC HIỆN"),
        ],
        "recipients": [RecipientContent("Các bên ký"), RecipientContent("Lưu: VT")],
        "parties": [PartyContent(party.pk, f"Bên {order}", order) for order, party in enumerate(parties)],
    }
    return EditionContent(**(values | fields))


def programme(*, lead: Body | None = None, **fields: Any) -> Programme:
    lead = lead or body()
    values: dict[str, Any] = {
        "kind": ProgrammeKind.COORDINATION_PROGRAMME,
        "name": f"Chương trình phối hợp {next(_count)}",
        "area": lead.area,
        "by": member(lead),
        "at": AT,
    }
    return actions.create_programme(lead=lead, **(values | fields))


def edition(
    *,
    lead: Body | None = None,
    parties: list[Body] | None = None,
    origin: Origin = Origin.SIGNED_HERE,
    **fields: Any,
) -> Edition:
    """A draft of a new programme, signed later by `parties` (else the lead and a Front)."""
    lead = lead or body()
    parties = parties or [lead, body(BodyKind.FRONT_COMMITTEE, lead.area)]
    return actions.write_edition(
        programme=programme(lead=lead),
        content=content(parties, **fields),
        origin=origin,
        by=member(lead),
        at=AT,
    )


def clause(edition: Edition, path: str = "II.1") -> Clause:
    """The edition's clause under this path."""
    return edition.clauses.get(path=path)


def assignment(clause: Clause, body: Body, role: AssignmentRole = AssignmentRole.LEAD) -> Assignment:
    lead = clause.edition.programme.lead
    return actions.assign(clause=clause, body=body, role=role, by=member(lead), at=AT)


def duty(clause: Clause, *, owes: list[Body], reviews: list[Body] | None = None, **fields: Any) -> DutyRule:
    """A quarterly report before day 20 of its last month, unless `fields` (DutySpec) say otherwise."""
    values: dict[str, Any] = {
        "kind": DutyKind.REPORT,
        "frequency": Frequency.QUARTERLY,
        "name": "Báo cáo quý",
        "anchor": DueAnchor.LAST_MONTH,
        "due_day": 20,
        "due_strict": True,
        "is_due_printed": True,
    }
    takes_note = fields.pop("takes_note", [])
    lead = clause.edition.programme.lead
    return actions.add_duty(
        clause=clause,
        spec=DutySpec(**(values | fields)),
        owes=owes,
        reviews=reviews or [],
        takes_note=takes_note,
        by=member(lead),
        at=AT,
    )


def in_force(edition: Edition, on: date = date(2026, 2, 5), *, number_text: str = "") -> Edition:
    """The draft recorded as signed on paper, in force from `on`."""
    signatures = [
        SignatureContent(party.body_id, position="CHỦ TỊCH", name="Nguyễn Văn A")
        for party in edition.parties.all()
    ]
    return actions.record(
        edition=edition,
        number_text=number_text,
        in_force_from=on,
        signatures=signatures,
        by=member(edition.programme.lead),
        at=AT,
    )
