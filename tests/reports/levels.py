"""One programme handed down from the nation to provinces, communes and residential areas; each owes."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from phoihop.accounts.acting import ActingMember
from phoihop.core.periods import Period
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.queries.places_below import places_below, preview
from phoihop.organisations.models import Area, Body, BodyKind, Level
from phoihop.programmes.actions.adopting import HandDownPlan
from phoihop.programmes.models import Adoption, Clause, DutyRule, Edition
from phoihop.programmes.models.adoption import Reporting
from phoihop.programmes.models.facts import Frequency
from phoihop.reports import actions
from phoihop.reports.content import FigureInput, ReportInput
from phoihop.reports.models import Consolidation, Obligation, Report, Round
from phoihop.targets.models import Target
from tests.programmes import factories as programmes
from tests.targets import factories as targets

AT = datetime(2026, 2, 6, 2, 0, tzinfo=UTC)
IN_TIME = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
TODAY = date(2026, 3, 10)
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
KINDS = (BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION)


@dataclass
class Levels:
    """The top's programme; `fronts` lead at each place, the women's unions are the other party there."""

    top: Body
    edition: Edition
    clause: Clause
    duty: DutyRule
    houses: Target
    ratio: Target
    fronts: dict[int, Body] = field(default_factory=dict)
    women: dict[int, Body] = field(default_factory=dict)

    def by(self, body: Body, role: str = "officer") -> ActingMember:
        return programmes.member(body, role)

    def adoption(self, body: Body) -> Adoption:
        rows = Adoption.objects.select_related("programme__lead", "parent__lead", "hand_down")
        return rows.get(parent=self.edition.programme, area=body.area)

    def obligation(self, body: Body) -> Obligation:
        return Obligation.objects.get(duty_key=self.duty.key, body=body, period_start=QUARTER.start)

    def handed_in(
        self, body: Body, *, houses: int | None = None, part: tuple[int, int] | None = None,
        at: datetime = IN_TIME, **words: str,
    ) -> Report:  # fmt: skip
        """The body's own report with its figures and words, handed in."""
        figures = [FigureInput(self.houses.pk, "reported" if houses else "zero", Decimal(houses))] if (
            houses is not None) else []  # fmt: skip
        if part is not None:
            figures.append(FigureInput(self.ratio.pk, "reported", Decimal(part[0]), Decimal(part[1])))
        by = self.by(body)
        report = actions.open_report(obligation=self.obligation(body), by=by, at=at)
        text = words.pop("text", "")
        content = ReportInput(
            sections={self.clause.pk: text} if text else {}, figures=figures,
            overview=words.get("overview", "Ổn định."), recommendations=words.get("recommendations"),
        )  # fmt: skip
        actions.save_report(report=report, content=content, version=report.version, by=by, at=at)
        report.refresh_from_db()
        actions.submit(report=report, by=by, at=at)
        return report

    def accept(self, report: Report, by: Body) -> None:
        report.refresh_from_db()
        actions.accept(report=report, by=self.by(by), at=IN_TIME)

    def consolidated(self, body: Body, *, at: datetime = IN_TIME) -> Consolidation:
        row = actions.consolidate(duty=self.duty, body=body, period=QUARTER, by=self.by(body), at=at)
        return actions.close(consolidation=row, by=self.by(body), at=at)

    def handed_up(self, body: Body, *, at: datetime = IN_TIME) -> Round:
        """The body's consolidated report of the quarter, closed and handed in upward."""
        row = self.consolidated(body, at=at)
        return actions.hand_up(
            consolidation=row, obligation=self.obligation(body), by=self.by(body), at=at
        )  # fmt: skip


def levels(reporting: Reporting = Reporting.LEAD_UP, *, communes: int = 3, name: str = "Thanh Hóa") -> Levels:
    """Nation, one province, its communes, and two residential areas of the first; each took the text on."""
    nation = programmes.place("Việt Nam", level=Level.NATION)
    province = programmes.place(name, parent=nation, level=Level.PROVINCE)
    made = _top(nation)
    places = [province, *(programmes.place(f"Xã {n}", parent=province) for n in range(1, communes + 1))]
    homes = [programmes.place(f"Thôn {n}", parent=places[1], level=Level.RESIDENTIAL_AREA) for n in (1, 2)]
    for place in [*places, *homes]:
        made.fronts[place.pk] = _body(BodyKind.FRONT_COMMITTEE, "MTTQ", place)
    for place in [province, *places[1:]]:
        made.women[place.pk] = _body(BodyKind.WOMENS_UNION, "Hội LHPN", place)
    _hand_down(made, reporting)
    for place in [*homes, *places[::-1]]:
        _adopt(made, place)
    return made


def _top(nation: Area) -> Levels:
    lead = programmes.body(BodyKind.FRONT_COMMITTEE, nation, name="MTTQ Trung ương")
    edition = programmes.edition(lead=lead, parties=[lead], title="Chương trình hành động toàn quốc")
    clause = programmes.clause(edition, "II.2")
    houses = targets.target(
        edition, clause=clause, spec=targets.spec("nhà Đại đoàn kết", value=1000, unit="nhà")
    )
    ratio = targets.target(edition, clause=clause, spec=targets.ratio())
    duty = programmes.duty(
        programmes.clause(edition, "III"), owes=[lead], frequency=Frequency.QUARTERLY,
        text="Các cấp báo cáo hằng quý",
    )  # fmt: skip
    programmes.in_force(edition)
    fresh = Edition.objects.select_related("programme__area", "programme__lead").get(pk=edition.pk)
    return Levels(lead, fresh, clause, duty, houses, ratio)


def _body(kind: str, name: str, place: Area) -> Body:
    label = place.versions.get().name
    return programmes.body(kind, place, name=f"{name} {label}")


def _hand_down(made: Levels, reporting: Reporting) -> None:
    plan = HandDownPlan(
        due_on=date(2026, 3, 1), body_kinds=KINDS, duties=(made.duty.key,), reporting=reporting
    )
    for level in (Level.PROVINCE, Level.COMMUNE, Level.RESIDENTIAL_AREA):
        all_there = places_below(made.edition.programme, level, on=date(2026, 2, 6))
        found = [place for place in all_there if place.area_id in made.fronts]
        ready = preview(made.edition, found, KINDS, on=date(2026, 2, 6)).ready
        acts.hand_down(programme=made.edition.programme, plan=plan, places=ready, by=made.by(made.top), at=AT)


def _adopt(made: Levels, place: Area) -> None:
    rows = Adoption.objects.select_related("programme__lead", "parent__lead", "hand_down", "edition")
    acts.adopt_by_decision(
        adoption=rows.get(parent=made.edition.programme, area=place), number_text="01/QĐ-MTTQ",
        decided_on=date(2026, 2, 6), by=made.by(made.fronts[place.pk]), at=AT,
    )  # fmt: skip
