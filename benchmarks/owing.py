"""What all places owe for a quarter, one report accepted, a target renamed above, the board of the whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from benchmarks.measuring import Raw, median, once, show, show_count
from benchmarks.nation import reporting
from benchmarks.nation.building import Nation
from benchmarks.nation.peopling import Place
from benchmarks.raw import one_row_committed, one_row_updated, same_rows_inserted, statement
from phoihop.accounts.acting import ActingMember, member_by_id
from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.lifecycle.queries.handing_down import Wanted
from phoihop.lifecycle.queries.handing_down import board as adoption_board
from phoihop.reports.actions import accept, open_report, save_report, submit
from phoihop.reports.content import FigureInput, ReportInput
from phoihop.reports.models import Obligation, Report
from phoihop.reports.queries.board import board
from phoihop.targets.actions import mend_target
from phoihop.targets.models import Target

REPORTS = 8


def main(nation: Nation) -> None:
    """In the order of a quarter: owed, renamed, handed in, accepted, looked at."""
    _quarter(nation)
    _rename(nation)
    _accept(nation)
    _boards(nation)


def _quarter(nation: Nation) -> None:
    """The first quarter of next year, which nobody owes yet."""
    year = clock.today().year + 1
    begins, ends = date(year, 1, 1), date(year, 3, 31)
    known = Obligation.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    seconds = once(lambda: reporting.owe(nation.edition, from_day=begins, until=ends))
    made = Obligation.objects.filter(pk__gt=known).count()
    raw = same_rows_inserted("reports_obligation", f"id > {known}")
    show(f"making {made} obligations of one quarter", seconds, promised=2, raw=raw)


def _rename(nation: Nation) -> None:
    target = nation.commune_targets[0]
    raw = one_row_updated("targets_target", target.pk)
    names = (f"Chỉ tiêu đo 1, lần {number}" for number in range(100))
    show(
        "one target at the top renamed",
        median(lambda: _mend(nation, target, name=next(names))), promised=0.01, raw=raw,
    )  # fmt: skip
    values = (Decimal(100_000 + number) for number in range(100))
    show(
        "one target at the top given another value",
        median(lambda: _mend(nation, target, value=next(values))), promised=0.01, raw=raw,
    )  # fmt: skip


def _mend(nation: Nation, target: Target, **changed: object) -> None:
    spec = replace(target.spec, **changed)  # type: ignore[arg-type]
    mend_target(target=target, spec=spec, contributions=[], reason="Đọc nhầm", by=nation.by, at=clock.now())


def _accept(nation: Nation) -> None:
    """Reports of communes with a figure for each of the forty targets, accepted by whom they went to."""
    handed_in = [(report, _reviewer(nation, report)) for report in _handed_in(nation)]
    raw = one_row_committed()
    _accepted(*handed_in.pop())
    seconds = median(lambda: _accepted(*handed_in.pop()), rounds=len(handed_in))
    show("accepting one report with forty figures", seconds, promised=0.04, raw=raw)


def _accepted(report: Report, by: ActingMember) -> None:
    accept(report=report, by=by, at=clock.now())


def _reviewer(nation: Nation, report: Report) -> ActingMember:
    """Somebody of the body that reviews it: of the province, else of the nation."""
    reviews = report.obligation.recipients.get(reviews=True).body_id
    people = {place.lead_id: place.person_id for place in nation.provinces}
    if reviews not in people:
        return nation.by
    return member_by_id(Membership.objects.get(person=people[reviews], body=reviews).pk)


def _handed_in(nation: Nation) -> list[Report]:
    """By the officers of the first communes that have not begun theirs."""
    leads = {place.lead_id: place for place in nation.communes}
    owed = reporting.next_obligations(nation.edition, list(leads))
    return [_one_handed_in(nation, leads[pk], row) for pk, row in list(owed.items())[:REPORTS]]


def _one_handed_in(nation: Nation, place: Place, owed: Obligation) -> Report:
    row = Membership.objects.get(person=place.person_id, body=place.lead_id)
    by, now = member_by_id(row.pk), clock.now()
    report = open_report(obligation=owed, by=by, at=now)
    save_report(report=report, content=_content(nation), version=report.version, by=by, at=now)
    submit(report=report, by=by, at=now)
    return report


def _content(nation: Nation) -> ReportInput:
    figures = [
        FigureInput(t.pk, "reported", Decimal(3), Decimal(4) if t.kind == "ratio" else None)
        for t in nation.commune_targets
    ]
    return ReportInput(overview="Tình hình ổn định.", figures=figures)


def _boards(nation: Nation) -> None:
    programme, today = nation.edition.programme, clock.today()
    below = f"SELECT programme_id FROM programmes_adoption WHERE parent_id = {programme.pk}"
    rows = statement(
        "raw GROUP BY of the same rows",
        f"SELECT o.programme_id, count(*), count(r.id) FROM reports_obligation o"  # noqa: S608
        f" LEFT JOIN reports_report r ON r.obligation_id = o.id"
        f" WHERE o.programme_id IN ({below}) GROUP BY 1",
        rounds=5,
    )
    seconds = median(lambda: adoption_board(programme, Wanted(), today=today), rounds=5)
    show("the board of the whole tree: who adopted, who reported", seconds, promised=0.15, raw=rows)
    _own_board(nation, today, rows)


def _own_board(nation: Nation, today: date, raw: Raw) -> None:
    seen = board(nation.edition.programme, nation.by, year=today.year, today=today)
    seconds = median(
        lambda: board(nation.edition.programme, nation.by, year=today.year, today=today), rounds=5
    )
    show("the report board of the programme at the top", seconds, promised=0.15, raw=raw)
    show_count("  duties on it", len(seen.duties), "duties")
