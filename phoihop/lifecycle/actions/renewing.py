"""The next programme from an old one: text, targets, duties and assignments handed to today's bodies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle.calculations import merged_shares, shifted_day, shifted_years
from phoihop.lifecycle.content import RenewalPlan
from phoihop.organisations.models import Body
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import (
    AssignmentContent,
    ClauseContent,
    DutySpec,
    EditionContent,
    LegalBasisContent,
    PartyContent,
    RecipientContent,
)
from phoihop.programmes.models import Assignment, Clause, DutyRule, Edition, Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, DutySide, Frequency, Shift
from phoihop.programmes.queries import clauses_by_ref, current_edition
from phoihop.programmes.statuses import EditionStatus, Origin
from phoihop.targets.actions import add_target
from phoihop.targets.content import ContributionContent
from phoihop.targets.models import Target


@dataclass(frozen=True)
class _Carrying:
    """The old edition, the plan, and by how many years things move."""

    old: Edition
    plan: RenewalPlan
    years: int
    first: int
    last: int

    def text(self, words: str) -> str:
        return shifted_years(words, first=self.first, last=self.last, years=self.years)

    def day(self, day: date | None) -> date | None:
        return shifted_day(day, self.years)

    def body(self, body_id: int) -> Body | None:
        return self.plan.bodies.get(body_id)

    def bodies(self, body_ids: Iterable[int]) -> list[Body]:
        """The bodies that take these places, each once, in order."""
        return list(dict.fromkeys(body for body_id in body_ids if (body := self.body(body_id))))


@transaction.atomic
def renew(*, programme: Programme, plan: RenewalPlan, by: Member, at: datetime) -> Edition:
    """A draft that goes on from the programme's present edition; its text is then edited like any draft.

    Clauses keep their keys. A target or duty none of whose bodies has a successor in the plan is left out.
    Refused while the old text itself is a draft, or when two signing parties do not remain.
    """
    if programme.is_plan:
        raise Refused("Kế hoạch không tiếp nối: hãy lập kế hoạch của năm sau ở chương trình.")
    old = current_edition(programme)
    if old.status in {EditionStatus.DRAFT, EditionStatus.SIGNING}:
        raise Refused("Chương trình này chưa có hiệu lực: hãy sửa chính dự thảo của nó.")
    carrying = _carrying(old, plan)
    made = programmes.create_programme(
        kind=ProgrammeKind(programme.kind), name=plan.name, area=plan.area, lead=plan.lead, renews=programme,
        is_sample=programme.is_sample, by=by, at=at,
    )  # fmt: skip
    content = _content(carrying)
    edition = programmes.write_edition(
        programme=made, content=content, origin=Origin.SIGNED_HERE, by=by, at=at
    )
    clauses = {int(ref): clause for ref, clause in clauses_by_ref(edition, content).items()}
    _carry_assignments(carrying, edition, clauses, by=by, at=at)
    _carry_duties(carrying, clauses, by=by, at=at)
    _carry_targets(carrying, edition, clauses, by=by, at=at)
    return edition


def _carrying(old: Edition, plan: RenewalPlan) -> _Carrying:
    began = old.period_start or old.in_force_from or plan.period_start
    ended = old.period_end or began
    return _Carrying(old, plan, plan.period_start.year - began.year, began.year, ended.year)


def _content(carrying: _Carrying) -> EditionContent:
    old, plan = carrying.old, carrying.plan
    parties = {row.body_id: row.text for row in old.parties.order_by("order")}
    return EditionContent(
        title=plan.title,
        opening=carrying.text(old.opening),
        period_start=plan.period_start,
        period_end=plan.period_end,
        clauses=[_clause(carrying, clause) for clause in old.clauses.order_by("order")],
        legal_bases=[
            LegalBasisContent(row.text, row.kind, row.number_text, row.issued_on)
            for row in old.legal_bases.order_by("order")
        ],
        recipients=[RecipientContent(row.name, row.purpose) for row in old.recipients.order_by("order")],
        parties=[PartyContent(body.pk, "", order) for order, body in enumerate(carrying.bodies(parties))],
    )


def _clause(carrying: _Carrying, row: Clause) -> ClauseContent:
    return ClauseContent(
        ref=str(row.pk),
        parent_ref=str(row.parent_id) if row.parent_id else None,
        label=row.label,
        path=row.path,
        depth=row.depth,
        is_heading=row.is_heading,
        text=carrying.text(row.text),
        key=row.key,
    )


def _carry_assignments(
    carrying: _Carrying, edition: Edition, clauses: dict[int, Clause], *, by: Member, at: datetime
) -> None:
    rows = Assignment.objects.filter(clause__edition=carrying.old).order_by("pk")
    carried = [
        AssignmentContent(clauses[row.clause_id], body, AssignmentRole(row.role), carrying.text(row.text))
        for row in rows
        if (body := carrying.body(row.body_id))
    ]
    programmes.assign_many(edition=edition, assignments=carried, by=by, at=at)


def _carry_duties(carrying: _Carrying, clauses: dict[int, Clause], *, by: Member, at: datetime) -> None:
    rows = DutyRule.objects.filter(clause__edition=carrying.old).prefetch_related("parties").order_by("pk")
    for row in rows:
        sides = {
            side: carrying.bodies(party.body_id for party in row.parties.all() if party.side == side)
            for side in DutySide
        }
        if sides[DutySide.OWES]:
            programmes.add_duty(
                clause=clauses[row.clause_id], spec=_duty_spec(carrying, row), owes=sides[DutySide.OWES],
                reviews=sides[DutySide.REVIEWS], takes_note=sides[DutySide.TAKES_NOTE], by=by, at=at,
            )  # fmt: skip


def _duty_spec(carrying: _Carrying, row: DutyRule) -> DutySpec:
    return DutySpec(
        kind=DutyKind(row.kind),
        frequency=Frequency(row.frequency),
        name=carrying.text(row.name),
        text=carrying.text(row.text),
        anchor=DueAnchor(row.anchor),
        due_day=row.due_day,
        due_month=row.due_month,
        due_strict=row.due_strict,
        shift=Shift(row.shift),
        is_due_printed=row.is_due_printed,
        offset_days=row.offset_days,
        offset_working=row.offset_working,
        event_name=row.event_name,
        via_text=row.via_text,
    )


def _carry_targets(
    carrying: _Carrying, edition: Edition, clauses: dict[int, Clause], *, by: Member, at: datetime
) -> None:
    """Wholes before their parts, so that a part finds the whole it belongs to."""
    rows = Target.objects.filter(edition=carrying.old).prefetch_related("contributions")
    made: dict[int, Target] = {}
    for row in sorted(rows, key=lambda target: (target.part_of_id is not None, target.order)):
        shares = _shares(carrying, row)
        if row.contributions.all() and not shares:
            continue
        spec = replace(
            row.spec, name=carrying.text(row.name), text=carrying.text(row.text), span=None,
            due_on=carrying.day(row.due_on),
        )  # fmt: skip
        made[row.pk] = add_target(
            edition=edition, clause=clauses[row.clause_id], spec=spec, contributions=shares,
            part_of=made.get(row.part_of_id or 0), by=by, at=at,
        )  # fmt: skip


def _shares(carrying: _Carrying, target: Target) -> list[ContributionContent]:
    """What each successor answers for: the shares of bodies that became one are added up."""
    old_area, new_area = carrying.old.programme.area_id, carrying.plan.area.pk
    carried: list[tuple[int, int | None, Decimal | None, bool]] = [
        (body.pk, new_area if row.area_id == old_area else None, row.value, row.is_lead)
        for row in target.contributions.all()
        if (body := carrying.body(row.body_id))
    ]
    return [
        ContributionContent(body_id, value, area_id, is_lead)
        for (body_id, area_id), (value, is_lead) in merged_shares(carried).items()
    ]
