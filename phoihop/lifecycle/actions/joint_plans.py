"""Closing a round of proposals drafts the joint plan; undone while nobody has built on the draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle.plan_texts import ItemText, PartText, joint_plan_clauses
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions, proposal_notices
from phoihop.plans.actions.proposals import locked_round, parties_standing
from phoihop.plans.models import Proposal, ProposalRound
from phoihop.plans.proposal_words import target_in_words, when_words
from phoihop.plans.statuses import ProposalStatus
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import (
    AssignmentContent,
    DutySpec,
    EditionContent,
    LegalBasisContent,
    PartyContent,
    RecipientContent,
)
from phoihop.programmes.models import Clause, DutyRule, Edition, Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.facts import AssignmentRole, DutyKind, DutySide
from phoihop.programmes.queries import current_edition
from phoihop.programmes.queries.texts import shortened
from phoihop.programmes.statuses import EditionStatus, Origin
from phoihop.targets.actions import add_target
from phoihop.targets.content import ContributionContent, TargetSpec, usual_rules
from phoihop.targets.statuses import Recurrence, ScopeKind, TargetKind

_DUTY_COLUMNS = (
    "frequency", "name", "anchor", "due_day", "due_month", "due_strict", "shift", "is_due_printed",
    "offset_days", "offset_working", "event_name", "via_text",
)  # fmt: skip


@dataclass(frozen=True)
class ClosingPreview:
    """What closing the round now would do, counted."""

    items: int
    clauses: int
    parties: int
    targets: int
    waiting: int
    returned: int
    merged: int

    @property
    def is_ready(self) -> bool:
        return self.items > 0 and self.waiting == 0


def preview_closing(round_: ProposalRound) -> ClosingPreview:
    """Nothing is written; one query."""
    rows = list(round_.proposals.select_related("clause"))
    accepted = [row for row in rows if row.status == ProposalStatus.ACCEPTED]
    return ClosingPreview(
        items=len(accepted),
        clauses=len({row.clause.key for row in accepted}),
        parties=len({row.body_id for row in accepted}),
        targets=sum(1 for row in accepted if row.target_value is not None),
        waiting=sum(1 for row in rows if row.status == ProposalStatus.PROPOSED),
        returned=sum(1 for row in rows if row.status == ProposalStatus.RETURNED),
        merged=sum(1 for row in rows if row.status == ProposalStatus.MERGED),
    )


@transaction.atomic
def close_proposals(
    *, round_: ProposalRound, copies_duties: bool = False, by: Member, at: datetime
) -> Edition:
    """The accepted proposals become the draft of the year's joint plan, to be agreed and signed like any.

    The programme's reports are referred to; `copies_duties` makes them duties of the plan itself as well.
    Refused while a proposal waits to be looked at, or when none was accepted.
    """
    row = locked_round(round_)
    if not permissions.can_plan(by, row.programme):
        raise PermissionDenied
    waiting = row.proposals.filter(status=ProposalStatus.PROPOSED).count()
    if waiting:
        raise Refused(f"Còn {waiting} đề xuất chưa xem. Hãy đưa vào kế hoạch, ghép hoặc trả lại.")
    items = _items(row)
    if not items:
        raise Refused("Chưa có đề xuất nào được đưa vào kế hoạch.")
    base = current_edition(row.programme)
    plan = programmes.create_plan(
        kind=ProgrammeKind.JOINT_PLAN, name=f"Kế hoạch liên tịch năm {row.year}: {row.programme.name}"[:200],
        under=row.programme, year=row.year, lead=row.programme.lead, by=by, at=at,
    )  # fmt: skip
    edition = _drafted(plan, base, items, today=clock.day_of(at), by=by, at=at)
    _assign(edition, items, by=by, at=at)
    _set_targets(edition, items, by=by, at=at)
    if copies_duties:
        _copy_duties(base, edition, by=by, at=at)
    row.plan, row.closed_by_id, row.closed_at = plan, by.person_id, at
    row.draft_version = Edition.objects.values_list("version", flat=True).get(pk=edition.pk)
    row.version += 1
    row.save()
    proposal_notices.tell_closed(row, at=at)
    return edition


@transaction.atomic
def undo_closing(*, round_: ProposalRound, by: Member, at: datetime) -> ProposalRound:
    """The draft goes away and the round is open again; Refused once somebody changed, sent or signed it."""
    rows = ProposalRound.objects.select_for_update(of=("self",)).select_related("programme", "plan")
    row = rows.get(pk=round_.pk)
    if not permissions.can_plan(by, row.programme):
        raise PermissionDenied
    plan = row.plan
    if plan is None:
        raise Refused("Đợt đề xuất này chưa khép lại.")
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=current_edition(plan).pk)
    if not can_undo(row, edition):
        raise Refused("Dự thảo kế hoạch đã được sửa, gửi góp ý hoặc trình ký nên không hoàn tác được.")
    row.plan, row.closed_by, row.closed_at, row.draft_version = None, None, None, None
    row.version += 1
    row.save()
    edition.delete()
    plan.delete()
    return row


def can_undo(round_: ProposalRound, edition: Edition) -> bool:
    """The draft stands as it was made, and nobody was asked about it; one query."""
    is_untouched = edition.status == EditionStatus.DRAFT and edition.version == round_.draft_version
    return is_untouched and not edition.consultations.exists()


def _items(round_: ProposalRound) -> list[Proposal]:
    """The accepted proposals in the order of the programme's clauses, then of the lead."""
    rows = Proposal.objects.accepted().filter(round=round_).select_related("clause", "body")
    found = list(rows.prefetch_related("coordinators"))
    places = dict(current_edition(round_.programme).clauses.values_list("key", "order"))
    return sorted(
        found,
        key=lambda row: (
            places.get(row.clause.key, row.clause.order), str(row.clause.key), row.order, row.pk,
        ),
    )  # fmt: skip


def _drafted(
    plan: Programme, base: Edition, items: Sequence[Proposal], *, today: date, by: Member, at: datetime
) -> Edition:
    words = words_of(base)
    assert plan.year is not None
    start, end = span_of(base, plan.year)
    clauses = joint_plan_clauses(
        _parts(items, today=today), programme=words, year=plan.year,
        reporting=f"Kết quả thực hiện kế hoạch này được báo cáo trong các báo cáo định kỳ theo {words}.",
    )  # fmt: skip
    content = EditionContent(
        title=f"Kế hoạch liên tịch thực hiện {in_year(shortened_title(base), plan.year)}",
        opening=f"Thực hiện {words}, các bên thống nhất kế hoạch liên tịch năm {plan.year} như sau:",
        place=base.place,
        period_start=start,
        period_end=end,
        clauses=clauses,
        legal_bases=[LegalBasisContent(f"Căn cứ {words}", "programme", base.number_text, base.issued_on)],
        recipients=[RecipientContent(row.name, row.purpose) for row in base.recipients.order_by("order")],
        parties=_parties(base, today=today),
    )
    return programmes.write_edition(programme=plan, content=content, origin=Origin.SIGNED_HERE, by=by, at=at)


def words_of(edition: Edition) -> str:
    """ "Chương trình phối hợp số 05/CTrPH-UBND-MTTQ ngày 05/02/2026", or its title where it has no number."""
    kind = str(edition.programme.get_kind_display())
    named = f"{kind[:1].upper()}{kind[1:]}"
    day = f" ngày {edition.issued_on:%d/%m/%Y}" if edition.issued_on else ""
    return f"{named} số {edition.number_text}{day}" if edition.number_text else shortened_title(edition)


def shortened_title(edition: Edition) -> str:
    """The title on one line; the short name of the programme where the title is all in capitals."""
    title = " ".join(edition.title.split())
    return edition.programme.name if title.isupper() else title


def in_year(title: str, year: int | None) -> str:
    """The title with the year of the plan, unless it says it or there is none."""
    said = f"năm {year}"
    return title if year is None or title.endswith(said) else f"{title} {said}"


def span_of(edition: Edition, year: int) -> tuple[date, date]:
    """The part of a year in which the edition runs."""
    start, end = date(year, 1, 1), date(year, 12, 31)
    return max(start, edition.period_start or start), min(end, edition.period_end or end)


def _parties(base: Edition, *, today: date) -> list[PartyContent]:
    texts = dict(base.parties.values_list("body_id", "text"))
    bodies = parties_standing(base, today)
    labels = body_labels(bodies, today)
    return [
        PartyContent(body, texts.get(body) or labels[body].short_name, order)
        for order, body in enumerate(bodies)
    ]


def _parts(items: Sequence[Proposal], *, today: date) -> list[PartText]:
    bodies = {row.body_id for row in items} | {one.pk for row in items for one in row.coordinators.all()}
    names = {pk: label.short_name for pk, label in body_labels(bodies, today).items()}
    return [
        PartText(
            key, rows[0].clause.path, heading_of(rows[0].clause), [item_text(row, names) for row in rows]
        )
        for key, rows in ((key, list(group)) for key, group in groupby(items, key=_key))
    ]


def _key(row: Proposal) -> UUID:
    return row.clause.key


def heading_of(clause: Clause) -> str:
    """The clause's first words without its number."""
    return shortened(clause.text.strip().removeprefix(clause.label).lstrip(" .)/-\t\xa0"))


def item_text(row: Proposal, names: dict[int, str]) -> ItemText:
    """A proposal (coordinators loaded) in words; `names` holds every body of it."""
    return ItemText(
        key=row.key,
        content=row.content,
        lead=names[row.body_id],
        coordinators=[names[body.pk] for body in row.coordinators.all()],
        when=when_words(row.starts_on, row.ends_on),
        place=row.place,
        target=target_in_words(row.target_value, row.target_unit, row.target_words),
        result=row.expected_result,
    )


def _assign(edition: Edition, items: Sequence[Proposal], *, by: Member, at: datetime) -> None:
    clauses = {clause.key: clause for clause in edition.clauses.all()}
    given = [AssignmentContent(clauses[row.key], row.body, AssignmentRole.LEAD) for row in items]
    given += [
        AssignmentContent(clauses[row.key], body, AssignmentRole.COORDINATE)
        for row in items
        for body in row.coordinators.all()
    ]
    programmes.assign_many(edition=edition, assignments=given, by=by, at=at)


def _set_targets(edition: Edition, items: Sequence[Proposal], *, by: Member, at: datetime) -> None:
    clauses = {clause.key: clause for clause in edition.clauses.all()}
    for row in items:
        if row.target_value is None:
            continue
        spec = TargetSpec(
            name=row.content, kind=TargetKind.COUNT, value=row.target_value, unit=row.target_unit,
            rules=usual_rules(TargetKind.COUNT, scope_kind=ScopeKind.PLACE), recurrence=Recurrence.ONCE,
            due_on=row.ends_on,
        )  # fmt: skip
        share = ContributionContent(row.body_id, row.target_value, is_lead=True)
        add_target(edition=edition, clause=clauses[row.key], spec=spec, contributions=[share], by=by, at=at)


def _copy_duties(base: Edition, edition: Edition, *, by: Member, at: datetime) -> None:
    """The programme's reports as reports of the plan, under its last section."""
    rows = DutyRule.objects.filter(clause__edition=base, kind=DutyKind.REPORT).prefetch_related(
        "parties__body"
    )
    clause = edition.clauses.get(path="IV", is_heading=True)
    for row in rows.order_by("pk"):
        sides = {side: [party.body for party in row.parties.all() if party.side == side] for side in DutySide}
        programmes.add_duty(
            clause=clause,
            spec=DutySpec(kind=DutyKind.REPORT, **{name: getattr(row, name) for name in _DUTY_COLUMNS}),
            owes=sides[DutySide.OWES],
            reviews=sides[DutySide.REVIEWS],
            takes_note=sides[DutySide.TAKES_NOTE],
            by=by,
            at=at,
        )
