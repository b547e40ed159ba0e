"""The implementation plan of each party: due by a day, drafted from what the programme gives it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.calendars import WorkingCalendar
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.core.vietnamese import fold
from phoihop.lifecycle import plan_notices
from phoihop.lifecycle.actions.joint_plans import (
    heading_of,
    in_year,
    item_text,
    shortened_title,
    span_of,
    words_of,
)
from phoihop.lifecycle.plan_texts import ItemText, OwnPart, PartText, implementation_clauses
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans.actions.proposals import parties_standing
from phoihop.plans.models import PlanDeadline, Proposal
from phoihop.programmes import actions as programmes
from phoihop.programmes import permissions
from phoihop.programmes.calculations import Heirs, due_on, due_rule_of, periods_of, rule_words
from phoihop.programmes.content import (
    AssignmentContent,
    EditionContent,
    LegalBasisContent,
    PartyContent,
    RecipientContent,
)
from phoihop.programmes.models import Assignment, Clause, DutyRule, Edition, Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.facts import AssignmentRole, DutySide
from phoihop.programmes.queries import current_edition, heirs_in
from phoihop.programmes.statuses import EditionStatus, Origin
from phoihop.targets.calculations import target_words
from phoihop.targets.models import Contribution

_LEADS = frozenset({AssignmentRole.LEAD, AssignmentRole.FOCAL})
_ANY_WEEKDAY = WorkingCalendar()


@dataclass(frozen=True)
class OwnWork:
    """What the programme (and the year's joint plan) gives a body, clause by clause."""

    led: list[Clause]
    joined: list[Clause]
    items: dict[object, list[Proposal]]
    joined_items: dict[object, list[Proposal]]
    shares: dict[int, list[str]]
    duties: list[str]

    @property
    def item_count(self) -> int:
        return sum(len(rows) for rows in self.items.values())


@transaction.atomic
def set_deadline(
    *, programme: Programme, year: int | None, due_on: date, version: int = 0, by: Member, at: datetime
) -> PlanDeadline:
    """The day by which parties make their plans for a year, or for the whole period; they are told.

    `version` 0 sets the first; Conflict when somebody set another meanwhile.
    """
    row = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if not permissions.can_lead(by, row):
        raise PermissionDenied
    if due_on < clock.day_of(at):
        raise Refused("Hạn lập kế hoạch không được trước hôm nay.")
    known = PlanDeadline.objects.filter(programme=row, year=year).first()
    if (known.version if known else 0) != version:
        raise Conflict("Hạn lập kế hoạch")
    known = known or PlanDeadline(programme=row, year=year, version=0, is_sample=row.is_sample)
    known.due_on, known.set_by_id, known.set_at = due_on, by.person_id, at
    known.version += 1
    known.save()
    bodies = parties_standing(current_edition(row), clock.day_of(at))
    when = f"năm {year}" if year else "cả giai đoạn"
    text = f"Lập kế hoạch thực hiện {when} “{row.name}”, hạn cuối: hết ngày {due_on:%d/%m/%Y}."
    plan_notices.tell_deadline(row, bodies, text, key=f"{year or 0}-{known.version}", at=at)
    return known


def deadline_of(edition: Edition, year: int | None) -> date | None:
    """By when plans are due: as a clause of the programme says, else as the lead set it; three queries.

    A clause says so in a duty named for a plan ("xây dựng kế hoạch thực hiện").
    """
    return _printed_deadline(edition, year) or (
        PlanDeadline.objects.filter(programme=edition.programme_id, year=year)
        .values_list("due_on", flat=True)
        .first()
    )


def _printed_deadline(edition: Edition, year: int | None) -> date | None:
    start = edition.period_start or edition.in_force_from
    if start is None:
        return None
    span = Period(start, edition.period_end or date(start.year + 5, 12, 31))
    within = span if year is None else Period(date(year, 1, 1), date(year, 12, 31))
    days = [
        due_on(due_rule_of(duty), period, _ANY_WEEKDAY)
        for duty in DutyRule.objects.filter(clause__edition=edition)
        if "ke hoach" in fold(duty.name)
        for period in periods_of(duty.frequency, programme=span, within=within)
    ]
    return min((day for day in days if within.contains(day)), default=None)


@transaction.atomic
def draft_implementation(
    *, programme: Programme, body: Body, year: int | None, by: Member, at: datetime
) -> Edition:
    """The draft of a party's plan from what it leads and takes part in; edited and signed like any text.

    The programme's row is locked, so of two who begin it at once the second is told. Refused for a body the
    programme gives nothing.
    """
    row = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    base = current_edition(row)
    today = clock.day_of(at)
    _check(base, body, year, today=today, by=by)
    work = own_work(base, body, year, today=today)
    if not (work.led or work.joined or work.items or work.joined_items):
        raise Refused("Chương trình chưa phân công nội dung nào cho đơn vị này.")
    label = body_labels([body.pk], today)[body.pk]
    when = f"năm {year}" if year else "cả giai đoạn"
    plan = programmes.create_plan(
        kind=ProgrammeKind.IMPLEMENTATION_PLAN,
        name=f"Kế hoạch của {label.short_name} {when}: {row.name}"[:200], under=row, year=year, lead=body,
        by=by, at=at,
    )  # fmt: skip
    content = _content(base, body, year, work, today=today)
    edition = programmes.write_edition(
        programme=plan, content=content, origin=Origin.SIGNED_HERE, by=by, at=at
    )
    _assign(edition, body, work, by=by, at=at)
    return edition


def _check(base: Edition, body: Body, year: int | None, *, today: date, by: Member) -> None:
    if not permissions.can_write_for(by, body.pk):
        raise PermissionDenied
    if base.status != EditionStatus.IN_FORCE:
        raise Refused("Chương trình chưa có hiệu lực nên chưa lập kế hoạch thực hiện.")
    if body.pk not in parties_standing(base, today):
        raise Refused("Đơn vị này không phải bên của chương trình.")
    if year is not None:
        start, end = span_of(base, year)
        if start > end:
            raise Refused(f"Năm {year} nằm ngoài thời gian thực hiện của chương trình.")


def own_work(base: Edition, body: Body, year: int | None, *, today: date) -> OwnWork:
    """What a body leads, joins, answers for and owes; nine queries. A successor has its predecessor's."""
    heirs = heirs_in(base.programme_id)
    roles: dict[int, set[bool]] = defaultdict(set)
    rows = Assignment.objects.filter(clause__edition=base)
    for clause_id, body_id, role in rows.values_list("clause_id", "body_id", "role"):
        if body.pk in heirs.standing(body_id, today):
            roles[clause_id].add(role in _LEADS)
    clauses = list(base.clauses.order_by("order"))
    items, joined_items = _joint_items(base, body, year)
    return OwnWork(
        led=[clause for clause in clauses if True in roles[clause.pk] or clause.key in items],
        joined=[clause for clause in clauses if roles[clause.pk] == {False} or clause.key in joined_items],
        items=items,
        joined_items=joined_items,
        shares=_shares(base, body, heirs, today),
        duties=_duties(base, body, heirs, today),
    )


def _joint_items(
    base: Edition, body: Body, year: int | None
) -> tuple[dict[object, list[Proposal]], dict[object, list[Proposal]]]:
    """The items of the joint plan in force: those the body leads, those it takes part in, by clause key."""
    led: dict[object, list[Proposal]] = defaultdict(list)
    joined: dict[object, list[Proposal]] = defaultdict(list)
    plans = base.programme.plans.filter(
        kind=ProgrammeKind.JOINT_PLAN, editions__status=EditionStatus.IN_FORCE
    )
    rows = Proposal.objects.accepted().filter(round__plan__in=plans.values("pk"), round__year=year or 0)
    for row in rows.select_related("clause").prefetch_related("coordinators").order_by("order", "pk"):
        if row.body_id == body.pk:
            led[row.clause.key].append(row)
        elif body in row.coordinators.all():
            joined[row.clause.key].append(row)
    return dict(led), dict(joined)


def _shares(base: Edition, body: Body, heirs: Heirs, today: date) -> dict[int, list[str]]:
    """What the body answers for of each target, in words, by clause."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = (
        Contribution.objects.filter(target__edition=base).select_related("target").order_by("target__order")
    )
    for row in rows:
        if body.pk in heirs.standing(row.body_id, today):
            spec = row.target.spec
            own = spec if row.value is None else replace(spec, value=row.value)
            found[row.target.clause_id].append(f"Chỉ tiêu: {spec.name}: {target_words(own)}.")
    return found


def _duties(base: Edition, body: Body, heirs: Heirs, today: date) -> list[str]:
    """What the body owes with its days, in words."""
    rows = DutyRule.objects.filter(clause__edition=base).prefetch_related("parties").order_by("clause__order")
    return [
        f"{row.name}: {_small(rule_words(due_rule_of(row)))}"
        for row in rows
        if any(
            party.side == DutySide.OWES and body.pk in heirs.standing(party.body_id, today)
            for party in row.parties.all()
        )
    ]


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _content(base: Edition, body: Body, year: int | None, work: OwnWork, *, today: date) -> EditionContent:
    label = body_labels([body.pk], today)[body.pk]
    words = words_of(base)
    when = f"năm {year}" if year else ""
    start, end = span_of(base, year) if year else (base.period_start, base.period_end)
    led = {clause.key for clause in work.led}
    own = OwnPart(
        body=label.short_name,
        led=list(_parts(work.led, work.items, work.shares, today=today)),
        joined=[
            replace(part, key=None) if part.key in led else part
            for part in _parts(work.joined, work.joined_items, {}, today=today)
        ],
        duties=work.duties,
    )
    return EditionContent(
        title=f"Kế hoạch thực hiện {in_year(shortened_title(base), year)}",
        opening=f"Thực hiện {words}, {label.name} ban hành kế hoạch thực hiện {when}".strip() + " như sau:",
        place=base.place,
        period_start=start,
        period_end=end,
        clauses=implementation_clauses(own, basis=words, span=when),
        legal_bases=[LegalBasisContent(f"Căn cứ {words}", "programme", base.number_text, base.issued_on)],
        recipients=[RecipientContent("Các bên của chương trình"), RecipientContent("Lưu: VT")],
        parties=[PartyContent(body.pk, label.short_name, 0)],
    )


def _parts(
    clauses: Sequence[Clause],
    items: dict[object, list[Proposal]],
    shares: dict[int, list[str]],
    *,
    today: date,
) -> Iterator[PartText]:
    rows = [row for group in items.values() for row in group]
    bodies = {row.body_id for row in rows} | {one.pk for row in rows for one in row.coordinators.all()}
    names = {pk: label.short_name for pk, label in body_labels(bodies, today).items()}
    for clause in clauses:
        said: list[ItemText] = [item_text(row, names) for row in items.get(clause.key, [])]
        yield PartText(clause.key, clause.path, heading_of(clause), said, shares.get(clause.pk, []))


def _assign(edition: Edition, body: Body, work: OwnWork, *, by: Member, at: datetime) -> None:
    """The body leads its items; a clause with items of the joint plan is led through them."""
    clauses = list(edition.clauses.order_by("order"))
    by_place = {(clause.path.partition(".")[0], clause.key): clause for clause in clauses}
    led = {row.key for rows in work.items.values() for row in rows}
    led |= {clause.key for clause in work.led if clause.key not in work.items}
    joined = {row.key for rows in work.joined_items.values() for row in rows}
    joined |= {clause.key for clause in work.joined if clause.key not in work.joined_items}
    roles = [("II", led, AssignmentRole.LEAD), ("III", joined, AssignmentRole.COORDINATE)]
    given = [
        AssignmentContent(by_place[section, key], body, role)
        for section, keys, role in roles
        for key in keys
        if (section, key) in by_place
    ]
    programmes.assign_many(edition=edition, assignments=given, by=by, at=at)
