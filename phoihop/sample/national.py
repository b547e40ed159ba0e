"""A made-up programme of the nation, handed down to some communes: what pages show over several levels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import Role
from phoihop.core import clock
from phoihop.lifecycle.actions import handing_down as lifecycle
from phoihop.lifecycle.actions import record_signed
from phoihop.lifecycle.queries.places_below import PlaceBelow, preview
from phoihop.organisations.actions import create_standard_bodies
from phoihop.organisations.models import Area, Body, BodyKind, Level
from phoihop.organisations.queries import area_labels
from phoihop.people.models import Person
from phoihop.programmes import actions as programmes
from phoihop.programmes.actions.adopting import HandDownPlan
from phoihop.programmes.content import (
    ClauseContent,
    DutySpec,
    EditionContent,
    PartyContent,
    RecipientContent,
    SignatureContent,
)
from phoihop.programmes.models import Adoption, DutyRule, Edition
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import Origin
from phoihop.reports import actions as reports
from phoihop.reports.content import FigureInput, ReportInput
from phoihop.reports.models import Obligation, Report
from phoihop.sample.accounts import HIGHER
from phoihop.sample.acting import in_role, moment
from phoihop.sample.papers import NEW_LIST
from phoihop.sample.people import Cast, make_person
from phoihop.sample.places import TWO_LEVELS, place
from phoihop.targets import actions as targets
from phoihop.targets.actions.adopting import give_shares
from phoihop.targets.content import TargetSpec, usual_rules
from phoihop.targets.models import Target
from phoihop.targets.statuses import FigureState, Recurrence, ScopeKind, TargetKind

NAME = "Khu dân cư sáng, xanh, sạch, đẹp (minh họa)"
_SIGNED = TWO_LEVELS + timedelta(days=9)
_FRONT = BodyKind.FRONT_COMMITTEE


@dataclass(frozen=True)
class _Place:
    """A commune by its code, houses built a quarter from the first on, days before (after) each last day."""

    code: str
    houses: tuple[int, ...]
    ahead: int = 4


_PLACES = (
    _Place("15544", (2, 4, 1, 2, 3)),
    _Place("15499", (3, 6, 1, 3, 4), ahead=1),
    _Place("20410", (2, 5, 1), ahead=6),
    _Place("22366", (1, 3), ahead=-3),
    _Place("11311", (2,)),
    _Place("31186", ()),
)
"""Two communes of one province, one each of others; with fewer quarters than are over it still owes some."""
_HOUSES, _FESTIVALS, _TALKS = (
    "Nhà Đại đoàn kết hoàn thành",
    "Khu dân cư tổ chức Ngày hội",
    "Buổi tuyên truyền",
)


def make_national(cast: Cast, now: datetime) -> Edition:
    """Record it as signed, hand it down, let the communes adopt it and report each quarter."""
    nation = Area.objects.get(level=Level.NATION)
    lead, member = _acting(nation, "trunguong")
    province = place("38", NEW_LIST)
    front, _ = _acting(province, "canbotinh")
    edition = _recorded(lead, front, member, clock.day_of(now))
    below = {found.code: _front_of(found.code, cast) for found in _PLACES}
    _hand_down(edition, [by.area_id for by in below.values()], member, now)
    for found in _PLACES:
        by = below[found.code]
        adoption = Adoption.objects.get(parent=edition.programme, area=by.area_id)
        lifecycle.adopt_by_decision(
            adoption=adoption,
            number_text="12/QĐ-MTTQ-BTT",
            decided_on=clock.day_of(moment(_SIGNED)),
            by=by,
            at=moment(_SIGNED, 15),
        )
    for found in _PLACES:
        _report(found, edition, below[found.code], member, now)
    return edition


def _acting(area: Area, username: str) -> tuple[Body, ActingMember]:
    """The Front of a place above the communes, with its officer."""
    made = create_standard_bodies(
        area=area, valid_from=TWO_LEVELS, kinds=(_FRONT,), is_sample=True, by=None, at=moment(TWO_LEVELS)
    )
    sample = HIGHER[username]
    post = sample.posts[0]
    return made[_FRONT], in_role(
        make_person(sample), made[_FRONT], post.role, position=post.position, since=TWO_LEVELS
    )


def _front_of(code: str, cast: Cast) -> ActingMember:
    """Who reports at a commune: at home the officer with an account, elsewhere a name without one."""
    area = place(code, NEW_LIST)
    if area.pk == cast.area.pk:
        return cast.acting("canbomattran")
    made = create_standard_bodies(
        area=area, valid_from=TWO_LEVELS, kinds=(_FRONT,), is_sample=True, by=None, at=moment(TWO_LEVELS)
    )
    name = f"Cán bộ minh họa {area_labels([area.pk], TWO_LEVELS)[area.pk].name}"
    person = Person.objects.create(full_name=name, is_sample=True)
    return in_role(person, made[_FRONT], Role.OFFICER, position="Cán bộ", since=TWO_LEVELS)


def _recorded(lead: Body, province: Body, by: ActingMember, today: date) -> Edition:
    at = moment(_SIGNED, 8)
    programme = programmes.create_programme(
        kind=ProgrammeKind.COORDINATION_PROGRAMME,
        name=NAME,
        lead=lead,
        area=lead.area,
        is_sample=True,
        by=by,
        at=at,
    )
    edition = programmes.write_edition(
        programme=programme, content=_text(lead, today), origin=Origin.RECORDED, by=by, at=at
    )
    clause = edition.clauses.get(path="II.1")
    programmes.assign(clause=clause, body=lead, role=AssignmentRole.LEAD, by=by, at=at)
    programmes.assign(clause=clause, body=province, role=AssignmentRole.COORDINATE, by=by, at=at)
    for spec in _specs():
        targets.add_target(edition=edition, clause=clause, spec=spec, contributions=[], by=by, at=at)
    programmes.add_duty(
        clause=edition.clauses.get(path="III"),
        spec=_DUTY,
        owes=[lead],
        reviews=[],
        takes_note=[],
        by=by,
        at=at,
    )
    return record_signed(
        edition=edition,
        number_text="08/CTr-MTTW",
        in_force_from=TWO_LEVELS + timedelta(days=9),
        signatures=[SignatureContent(lead.pk, position="CHỦ TỊCH", name="Người ký minh họa")],
        by=by,
        at=at,
    )


_DUTY = DutySpec(
    kind=DutyKind.REPORT,
    frequency=Frequency.QUARTERLY,
    name="Báo cáo quý",
    text="Mỗi quý báo cáo trước ngày 25 tháng cuối quý.",
    anchor=DueAnchor.LAST_MONTH,
    due_day=25,
    due_strict=True,
    is_due_printed=True,
)


def _text(lead: Body, today: date) -> EditionContent:
    clauses = [
        ClauseContent("I", None, "I", "I", 1, True, "I. MỤC ĐÍCH, YÊU CẦU"),
        ClauseContent("II", None, "II", "II", 1, True, "II. NỘI DUNG PHỐI HỢP"),
        ClauseContent(
            "II.1", "II", "1", "II.1", 2, False, "1. Giúp nhau về nhà ở, giữ gìn nơi ở xanh, sạch."
        ),
        ClauseContent("III", None, "III", "III", 1, True, "III. TỔ CHỨC THỰC HIỆN"),
    ]
    return EditionContent(
        title=f"Chương trình phối hợp {NAME} giai đoạn {_SIGNED.year} - {today.year}",
        period_start=TWO_LEVELS,
        period_end=date(today.year, 12, 31),
        clauses=clauses,
        recipients=[RecipientContent("Lưu: VT")],
        parties=[PartyContent(lead.pk, "Ủy ban Trung ương MTTQ Việt Nam", 0)],
    )


def _specs() -> list[TargetSpec]:
    def spec(name: str, kind: TargetKind, value: int, unit: str, scope: ScopeKind) -> TargetSpec:
        rules = usual_rules(kind, scope_kind=scope)
        return TargetSpec(
            name=name, kind=kind, value=Decimal(value), unit=unit, scope_kind=scope, rules=rules,
            recurrence=Recurrence.YEARLY,
        )  # fmt: skip

    return [
        spec(_HOUSES, TargetKind.COUNT, 100, "nhà", ScopeKind.PLACE),
        spec(_FESTIVALS, TargetKind.RATIO, 95, "%", ScopeKind.PLACE),
        spec(_TALKS, TargetKind.COUNT, 8, "buổi", ScopeKind.EACH_UNIT),
    ]


def _hand_down(edition: Edition, area_ids: Sequence[int], by: ActingMember, now: datetime) -> None:
    labels = area_labels(area_ids, TWO_LEVELS)
    places = [
        PlaceBelow(pk, label.name, label.full_name, "", "", label.sort_key) for pk, label in labels.items()
    ]
    duty = DutyRule.objects.get(clause__edition=edition)
    plan = HandDownPlan(due_on=_SIGNED + timedelta(days=30), body_kinds=(_FRONT,), duties=(duty.key,))
    at = moment(_SIGNED, 9)
    fresh = Edition.objects.select_related("programme__area", "programme__lead").get(pk=edition.pk)
    ready = preview(fresh, places, (_FRONT,), on=_SIGNED).ready
    lifecycle.hand_down(programme=fresh.programme, plan=plan, places=ready, by=by, at=at)
    houses = Target.objects.get(edition=edition, name=_HOUSES)
    shares = {pk: Decimal(8 + 2 * (number % 3)) for number, pk in enumerate(area_ids)}
    give_shares(target=houses, shares=shares, by=by, at=at)


def _report(found: _Place, edition: Edition, by: ActingMember, lead: ActingMember, now: datetime) -> None:
    """Each quarter that is over, as far as the place got; the lead accepts it two days later."""
    today = clock.day_of(now)
    owed = Obligation.objects.filter(programme__adoption__parent=edition.programme, body=by.body_id)
    rows = owed.filter(due_on__lt=today).order_by("period_start")
    named = {target.name: target.pk for target in Target.objects.filter(edition=edition)}
    for number, (row, houses) in enumerate(zip(rows, found.houses, strict=False)):
        at = min(moment(row.due_on - timedelta(days=found.ahead), 10), now)
        report = reports.open_report(obligation=row, by=by, at=at)
        content = ReportInput(
            overview="Các khu dân cư làm đúng kế hoạch.", figures=_figures(named, houses, number)
        )
        report = reports.save_report(report=report, content=content, version=report.version, by=by, at=at)
        reports.submit(report=report, by=by, at=at)
        reports.accept(report=Report.objects.get(pk=report.pk), by=lead, at=min(at + timedelta(days=2), now))


def _figures(named: dict[str, int], houses: int, number: int) -> list[FigureInput]:
    def said(name: str, value: int, whole: int | None = None) -> FigureInput:
        state = FigureState.REPORTED if value else FigureState.ZERO
        return FigureInput(named[name], state, Decimal(value), None if whole is None else Decimal(whole))

    return [said(_HOUSES, houses), said(_FESTIVALS, 17 + number % 3, 20), said(_TALKS, 1 + number % 3)]
