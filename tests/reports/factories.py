"""A programme in force with a quarterly report of two bodies to the committee, and steps of a report."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from phoihop.accounts.acting import ActingMember
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes.models import Clause, DutyRule, Edition
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.reports import actions
from phoihop.reports.content import FigureInput, ReportInput
from phoihop.reports.models import Obligation, Report
from phoihop.targets.models import Target
from tests.programmes import factories as programmes
from tests.targets import factories as targets

BEFORE = datetime(2026, 2, 5, 2, 0, tzinfo=UTC)
IN_TIME = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
LATE = datetime(2026, 3, 25, 2, 0, tzinfo=UTC)
YEAR = {"from_day": date(2026, 1, 1), "until": date(2026, 12, 31)}


@dataclass(frozen=True)
class World:
    """The bodies, their people and the rows of one programme."""

    committee: Body
    office: Body
    front: Body
    women: Body
    edition: Edition
    duty: DutyRule
    clause: Clause
    count: Target
    ratio: Target

    def obligation(self, body: Body | None = None, *, quarter: int = 1) -> Obligation:
        return Obligation.objects.get(
            duty=self.duty, body=body or self.women, period_start=date(2026, quarter * 3 - 2, 1)
        )

    def officer(self, body: Body | None = None, role: str = "officer") -> ActingMember:
        return programmes.member(body or self.women, role)

    def reviewer(self) -> ActingMember:
        return programmes.member(self.office)

    def report(self, *, by: ActingMember | None = None, **obligation: Any) -> Report:
        row = self.obligation(**obligation)
        return actions.open_report(obligation=row, by=by or self.officer(row.body), at=IN_TIME)


def world(*, takes_note: bool = False) -> World:
    """UBND leads, its office receives for it; the Front and the Women's Union report each quarter.

    With `takes_note` the Front also receives the Women's Union's report, as a peer.
    """
    area = programmes.place("Lam Sơn")
    committee = programmes.body(BodyKind.PEOPLES_COMMITTEE, area, name="UBND xã Lam Sơn")
    office = programmes.body(BodyKind.OFFICE, area, name="Văn phòng HĐND và UBND", parent=committee)
    front = programmes.body(BodyKind.FRONT_COMMITTEE, area, name="Ủy ban MTTQ xã")
    women = programmes.body(BodyKind.WOMENS_UNION, area, name="Hội LHPN xã")
    edition = programmes.edition(lead=committee, parties=[committee, front, women])
    clause = programmes.clause(edition, "II.2")
    programmes.assignment(clause, women, AssignmentRole.LEAD)
    programmes.assignment(programmes.clause(edition, "II.1"), front, AssignmentRole.LEAD)
    duty = programmes.duty(
        programmes.clause(edition, "III"),
        owes=[front, women],
        reviews=[committee],
        takes_note=[front] if takes_note else [],
    )
    count = targets.target(
        edition, clause=clause, spec=targets.spec("hộ được giúp đỡ", value=40, unit="hộ"),
        shares=[targets.share(women, 40)],
    )  # fmt: skip
    ratio = targets.target(edition, clause=clause, spec=targets.ratio(), shares=[targets.share(women)])
    programmes.in_force(edition)
    edition.refresh_from_db()
    actions.make_obligations(edition=edition, **YEAR, by=programmes.member(committee), at=BEFORE)
    return World(committee, office, front, women, edition, duty, clause, count, ratio)


def written(world: World, *, text: str = "Đã giúp đỡ 12 hộ.", households: int = 12) -> ReportInput:
    """A working copy with one text and both figures."""
    return ReportInput(
        sections={world.clause.pk: text},
        figures=[
            FigureInput(world.count.pk, "reported", Decimal(households)),
            FigureInput(world.ratio.pk, "reported", Decimal(97), Decimal(120)),
        ],
    )


def saved(world: World, report: Report, **content: Any) -> Report:
    return actions.save_report(
        report=report,
        content=written(world, **content),
        version=report.version,
        by=world.officer(report.obligation.body),
        at=IN_TIME,
    )


def submitted(world: World, *, at: datetime = IN_TIME, **obligation: Any) -> Report:
    """The Women's Union's report of the first quarter, handed in."""
    report = world.report(**obligation)
    if report.obligation.body_id == world.women.pk:
        saved(world, report)
    else:
        content = ReportInput(overview="Tình hình ổn định.")
        by = world.officer(report.obligation.body)
        actions.save_report(report=report, content=content, version=report.version, by=by, at=at)
    actions.submit(report=report, by=world.officer(report.obligation.body), at=at)
    report.refresh_from_db()
    return report
