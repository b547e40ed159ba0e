"""One act: a draft's accepted facts become a programme with text, targets, duties and assignments."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.forms import CharField

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.drafting.forms import FORMS
from phoihop.drafting.models import Draft, DraftDecision
from phoihop.drafting.permissions import can_review
from phoihop.drafting.specs import duty_spec, printed_day, target_spec
from phoihop.drafting.statuses import DRAFT, FactKind, FactStatus
from phoihop.lifecycle.actions import record_signed
from phoihop.organisations.models import Body
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import (
    AssignmentContent,
    ClauseContent,
    EditionContent,
    LegalBasisContent,
    PartyContent,
    RecipientContent,
    SignatureContent,
)
from phoihop.programmes.models import Clause, Edition
from phoihop.programmes.models.editions import Capacity, ProgrammeKind
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.programmes.statuses import Origin
from phoihop.targets.actions import add_target
from phoihop.targets.content import ContributionContent
from phoihop.targets.statuses import TargetKind

type Json = dict[str, Any]


@dataclass(frozen=True)
class Confirmation:
    """What the confirming person adds to the facts: the short name, the contact body and the days."""

    name: str
    lead_id: int
    way: Origin
    period_start: date
    period_end: date | None
    in_force_from: date | None
    version: int


@dataclass(frozen=True)
class Accepted:
    """The accepted facts of a draft by kind, and what its words for parties mean."""

    facts: dict[str, list[Json]]
    spans: dict[str, list[tuple[int, int] | None]]
    bodies: dict[str, list[int]]
    signing: list[tuple[str, int]]

    @property
    def codes(self) -> set[str]:
        """The words for parties that accepted facts use."""
        fields = ("parties", "owes", "reviews", "takes_note")
        rows = [values for kind in self.facts.values() for values in kind]
        listed = {code for values in rows for field in fields for code in values.get(field) or []}
        return listed | {values["party"] for values in rows if values.get("party")}

    def of(self, kind: FactKind) -> list[tuple[Json, tuple[int, int] | None]]:
        """(values, span) of one kind in reading order."""
        return list(zip(self.facts.get(kind, []), self.spans.get(kind, []), strict=True))

    def named(self, codes: list[str]) -> list[int]:
        """The bodies behind these words, each once, in order."""
        return list(dict.fromkeys(body for code in codes for body in self.bodies.get(code, [])))


def accepted_facts(draft: Draft) -> Accepted:
    """Read the accepted facts and the parties of a draft; three queries whatever their number."""
    facts: dict[str, list[Json]] = {}
    spans: dict[str, list[tuple[int, int] | None]] = {}
    in_reading_order = (F("span_start").asc(nulls_last=True), "order")
    for row in draft.facts.filter(status=FactStatus.ACCEPTED).order_by(*in_reading_order):
        facts.setdefault(row.kind, []).append(row.values)
        span = None if row.span_start is None or row.span_end is None else (row.span_start, row.span_end)
        spans.setdefault(row.kind, []).append(span)
    parties = draft.parties.prefetch_related("bodies").order_by("pk")
    known = [(p.code, p.is_signing, [b.pk for b in p.bodies.all()]) for p in parties if not p.is_left_out]
    return Accepted(
        facts=facts,
        spans=spans,
        bodies={code: bodies for code, _, bodies in known},
        signing=[(code, body) for code, is_signing, bodies in known if is_signing for body in bodies],
    )


def obstacles(draft: Draft, accepted: Accepted) -> list[str]:
    """Why the draft cannot be confirmed yet, in plain sentences; empty when it can."""
    found = []
    pending = draft.facts.filter(status=FactStatus.PENDING).count()
    if pending:
        found.append(f"Còn {pending} mục chưa xem: mỗi mục cần được chấp nhận hoặc bỏ.")
    if not accepted.facts.get(FactKind.HEADER):
        found.append("Phần thể thức (tên, số, ngày) chưa được chấp nhận.")
    if not accepted.facts.get(FactKind.CLAUSE):
        found.append("Chưa có điều khoản nào được chấp nhận.")
    if not accepted.signing:
        found.append("Chưa chọn bên ký.")
    idle = [values["name"] for values, _ in accepted.of(FactKind.DUTY) if not accepted.named(values["owes"])]
    if idle:
        found.append(f"Chưa có ai làm: {'; '.join(idle)}. Sửa mục đó để ghi ai làm, hoặc bỏ mục đó.")
    found += _too_long(accepted)
    unclear = [
        party.code
        for party in draft.parties.filter(is_left_out=False, bodies=None).order_by("pk")
        if party.is_signing or party.code in accepted.codes
    ]
    if unclear:
        found.append(f"Chưa rõ là tổ chức nào: {', '.join(unclear)}.")
    return found


def _too_long(accepted: Accepted) -> list[str]:
    """What was read longer than a programme keeps it: a sentence for each, to be shortened by a person."""
    limits = {
        kind: [
            (name, field.label, field.max_length)
            for name, field in form.base_fields.items()
            if isinstance(field, CharField) and field.max_length
        ]
        for kind, form in FORMS.items()
    }
    return [
        f"{FactKind(kind).label.capitalize()} “{values[name][:40]}…”: "
        f"ô “{label}” dài hơn {most} chữ, hãy sửa lại."
        for kind, rows in accepted.facts.items()
        for values in rows
        for name, label, most in limits[kind]
        if len(values.get(name) or "") > most
    ]


@transaction.atomic
def confirm(*, draft: Draft, confirmation: Confirmation, by: Member, at: datetime) -> Edition:
    """Make the programme. A paper already signed is recorded as signed in the same act.

    Refused while a fact or a party is unsettled; Conflict when the draft changed since the form was opened;
    PermissionDenied for other bodies. Nothing is made unless all of it is.
    """
    row = Draft.objects.select_for_update(of=("self",)).select_related("file").get(pk=draft.pk)
    if not can_review(by, row):
        raise PermissionDenied
    status = DRAFT.after(row.status, "confirm")
    if row.version != confirmation.version:
        raise Conflict("Bản đọc này")
    accepted = accepted_facts(row)
    problems = obstacles(row, accepted)
    if problems:
        raise Refused(" ".join(problems))
    edition = _make_edition(row, accepted, confirmation, by=by, at=at)
    clauses = _clauses_by_ref(edition, accepted)
    _make_assignments(edition, accepted, clauses, by=by, at=at)
    _make_duties(accepted, clauses, by=by, at=at)
    _make_targets(edition, accepted, clauses, by=by, at=at)
    row.edition, row.status = edition, status
    row.save(update_fields=["edition", "status"])
    DraftDecision.objects.create(
        draft=row, verb="confirm", by_person_id=by.person_id, by_body_id=by.body_id, at=at
    )
    if confirmation.way == Origin.RECORDED:
        return _record(edition, accepted, confirmation, by=by, at=at)
    return edition


def _make_edition(row: Draft, accepted: Accepted, said: Confirmation, *, by: Member, at: datetime) -> Edition:
    header = accepted.facts[FactKind.HEADER][0]
    lead = Body.objects.select_related("area").get(pk=said.lead_id)
    programme = programmes.create_programme(
        kind=ProgrammeKind(header["kind"]),
        name=said.name,
        area=row.area or lead.area,
        lead=lead,
        renews=row.renews,
        is_sample=row.is_sample,
        by=by,
        at=at,
    )
    content = _content(row, accepted, header, said)
    return programmes.write_edition(programme=programme, content=content, origin=said.way, by=by, at=at)


def _content(row: Draft, accepted: Accepted, header: Json, said: Confirmation) -> EditionContent:
    return EditionContent(
        title=header["title"],
        place=header["place"] or "",
        issued_on=printed_day(header["date"]),
        period_start=said.period_start,
        period_end=said.period_end,
        clauses=_clause_contents(row, accepted),
        legal_bases=[
            LegalBasisContent(v["text"], v.get("kind") or "notice", v["number"] or "", printed_day(v["date"]))
            for v, _ in accepted.of(FactKind.LEGAL_BASIS)
        ],
        recipients=[
            RecipientContent(v["name"], v["purpose"] or "") for v, _ in accepted.of(FactKind.RECIPIENT)
        ],
        parties=[
            PartyContent(body, code, order) for order, (code, body) in enumerate(_signing(accepted), start=1)
        ],
        source_text=row.text,
        source_file_id=row.file_id,
    )


def _signing(accepted: Accepted) -> list[tuple[str, int]]:
    """Each signing body once, under the first word that names it."""
    first: dict[int, str] = {}
    for code, body in accepted.signing:
        first.setdefault(body, code)
    return [(code, body) for body, code in first.items()]


def _clause_contents(row: Draft, accepted: Accepted) -> list[ClauseContent]:
    rows = accepted.of(FactKind.CLAUSE)
    kept = {values["id"] for values, _ in rows}
    return [
        ClauseContent(
            ref=values["id"],
            parent_ref=values["parent"] if values["parent"] in kept else None,
            label=values["label"],
            path=values["path"],
            depth=values["depth"],
            is_heading=values["heading"],
            text=row.text[span[0] : span[1]].strip() if span else values["text"],
            span=span,
        )
        for values, span in rows
    ]


def _clauses_by_ref(edition: Edition, accepted: Accepted) -> dict[str, Clause]:
    rows = edition.clauses.order_by("order")
    refs = [values["id"] for values, _ in accepted.of(FactKind.CLAUSE)]
    return dict(zip(refs, rows, strict=True))


def _clause_of(values: Json, clauses: dict[str, Clause]) -> Clause:
    """The clause a fact hangs under; the first one where its own was dropped or it stands outside."""
    return clauses.get(values.get("clause") or "") or next(iter(clauses.values()))


def _make_assignments(
    edition: Edition, accepted: Accepted, clauses: dict[str, Clause], *, by: Member, at: datetime
) -> None:
    rows = accepted.of(FactKind.ASSIGNMENT)
    bodies = Body.objects.in_bulk(accepted.named([values["party"] for values, _ in rows]))
    assignments = [
        AssignmentContent(
            clause=_clause_of(values, clauses),
            body=bodies[body_id],
            role=AssignmentRole(values["role"]),
            text=values.get("text") or "",
            span=span,
        )
        for values, span in rows
        for body_id in accepted.bodies.get(values["party"], [])
    ]
    programmes.assign_many(edition=edition, assignments=assignments, by=by, at=at)


def _make_duties(accepted: Accepted, clauses: dict[str, Clause], *, by: Member, at: datetime) -> None:
    for values, span in accepted.of(FactKind.DUTY):
        programmes.add_duty(
            clause=_clause_of(values, clauses),
            spec=duty_spec(values, span),
            owes=_bodies(accepted, values["owes"]),
            reviews=_bodies(accepted, values["reviews"]),
            takes_note=_bodies(accepted, values["takes_note"]),
            by=by,
            at=at,
        )


def _bodies(accepted: Accepted, codes: list[str]) -> list[Body]:
    return list(Body.objects.filter(pk__in=accepted.named(codes)))


def _make_targets(
    edition: Edition, accepted: Accepted, clauses: dict[str, Clause], *, by: Member, at: datetime
) -> None:
    """Counted parts become the shares of their whole; percent parts stay targets of their own."""
    rows = accepted.of(FactKind.TARGET)
    wholes = {values["position"] for values, _ in rows if "position" in values}
    shares: dict[int, list[ContributionContent]] = {}
    for values, _ in rows:
        if _is_share(values, wholes):
            share = Decimal(values["value"])
            shares.setdefault(values["part_of"], []).extend(
                ContributionContent(body_id=body, value=share) for body in accepted.named(values["parties"])
            )
    for values, span in rows:
        if _is_share(values, wholes):
            continue
        taking_part = [ContributionContent(body_id=body) for body in accepted.named(values["parties"])]
        add_target(
            edition=edition,
            clause=_clause_of(values, clauses),
            spec=target_spec(values, span, end=edition.period_end),
            contributions=shares.get(values.get("position", -1)) or taking_part,
            by=by,
            at=at,
        )


def _is_share(values: Json, wholes: set[int]) -> bool:
    return values["part_of"] in wholes and values["kind"] == TargetKind.COUNT


def _record(edition: Edition, accepted: Accepted, said: Confirmation, *, by: Member, at: datetime) -> Edition:
    header = accepted.facts[FactKind.HEADER][0]
    return record_signed(
        edition=edition,
        number_text=header["number"] or "",
        in_force_from=said.in_force_from or said.period_start,
        signatures=_signatures(accepted),
        by=by,
        at=at,
    )


def _signatures(accepted: Accepted) -> list[SignatureContent]:
    """One per signing body; a body no printed signer stands for keeps blanks ("không ghi")."""
    printed: dict[int, SignatureContent] = {}
    for values, _ in accepted.of(FactKind.SIGNATORY):
        for body in accepted.bodies.get(values["party"], []):
            printed.setdefault(
                body,
                SignatureContent(
                    body_id=body,
                    capacity=_CAPACITIES.get(values["capacity"] or "", Capacity.HEAD),
                    position=values["position"] or "",
                    name=values["name"] or "",
                ),
            )
    return [printed.get(body) or SignatureContent(body_id=body) for _, body in _signing(accepted)]


_CAPACITIES = {capacity.label: capacity for capacity in Capacity}
