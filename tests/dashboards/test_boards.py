"""The pictures of a programme over places: what each cell counts, who sees it, and what a page costs."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.accounts.models import Role
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.dashboards.calculations.heat import Mark
from phoihop.dashboards.queries.compare import comparison
from phoihop.dashboards.queries.heat import heat
from phoihop.dashboards.queries.place import place_targets
from phoihop.dashboards.queries.scope import scope_of
from phoihop.dashboards.queries.standings import counts_by_programme
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.organisations.models import Area, BodyKind
from phoihop.programmes.models import Programme
from phoihop.reports import actions as reports
from phoihop.reports.content import FigureInput, ReportInput
from phoihop.reports.models import Obligation, Report
from phoihop.targets.actions.adopting import give_shares
from tests.accounts.factories import client_as
from tests.lifecycle.cascades import Cascade, cascade
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, world

pytestmark = pytest.mark.django_db
MAY = datetime(2026, 5, 20, 2, 0, tzinfo=UTC)
TODAY = MAY.date()
PAGES = ("place", "heat", "trend", "compare")
FIRST = Period(date(2026, 1, 1), date(2026, 3, 31))


@pytest.fixture(autouse=True)
def _may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MAY)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def down() -> Cascade:
    """Handed down to two communes that adopted, with 10 and 6 houses to build; the first reported in time."""
    made = cascade()
    made.hand_down()
    for number in (0, 1):
        made.adopt_by_decision(number)
    shares = {made.communes[0].pk: Decimal(10), made.communes[1].pk: Decimal(6)}
    give_shares(target=made.houses, shares=shares, by=made.by(), at=IN_TIME)
    reported(made, 0, houses=2)
    return made


def reported(made: Cascade, number: int, *, houses: int) -> Report:
    by = made.below(number)
    row = Obligation.objects.get(body=made.fronts[number], period_start=FIRST.start)
    report = reports.open_report(obligation=row, by=by, at=IN_TIME)
    figures = [
        FigureInput(made.houses.pk, "reported" if houses else "zero", Decimal(houses)),
        FigureInput(made.forums.pk, "reported", Decimal(2)),
    ]
    content = ReportInput(overview="Ổn định.", figures=figures)
    report = reports.save_report(report=report, content=content, version=report.version, by=by, at=IN_TIME)
    reports.submit(report=report, by=by, at=IN_TIME)
    return reports.accept(report=Report.objects.get(pk=report.pk), by=made.by(), at=IN_TIME)


def scope(made: Cascade, area: Area | None = None):
    area_id = area.pk if area else None
    return scope_of(made.by(), programme_id=made.programme.pk, area_id=area_id, today=TODAY)


def test_a_province_sees_its_communes_and_a_commune_its_bodies(down: Cascade) -> None:
    found = heat(scope(down), down.by(), year=2026, order="ten", today=TODAY)
    rows = {row.name: row for row in found.rows}
    lam_son, tho_xuan, xuan_bai = (rows[f"xã {name}"] for name in ("Lam Sơn", "Thọ Xuân", "Xuân Bái"))
    first = found.periods.index(FIRST)
    assert lam_son.cells[first].counts == {Mark.EARLY: 1}
    assert tho_xuan.cells[first].counts == {Mark.MISSING: 1}
    assert not xuan_bai.total.counts
    below = heat(scope(down, down.communes[0]), down.by(), year=2026, order="ten", today=TODAY)
    [row] = [row for row in below.rows if row.total.counts]
    assert row.area_id is None
    assert row.cells[below.periods.index(FIRST)].record_id is not None


def test_the_sum_at_the_foot_is_the_sum_of_the_rows(down: Cascade) -> None:
    found = heat(scope(down), down.by(), year=2026, order="ten", today=TODAY)
    first = found.foot[found.periods.index(FIRST)]
    assert (first.received, first.due, first.missing) == (1, 2, 1)
    whole = counts_by_programme(down.by(), [down.programme.pk], year=2026, today=TODAY)
    assert whole[down.programme.pk].counts == found.total.counts


def test_each_place_is_held_against_its_own_share_and_the_province_against_the_whole(down: Cascade) -> None:
    of = {"tỉnh": down.province, "Lam Sơn": down.communes[0], "Thọ Xuân": down.communes[1]}
    houses = {
        name: place_targets(scope(down, area), today=TODAY).lines[0] for name, area in of.items()
    } | {"none": next(
        line for line in place_targets(scope(down, down.communes[2]), today=TODAY).lines
        if line.id == down.houses.pk
    )}  # fmt: skip
    lines = {name: line for name, line in houses.items() if line.id == down.houses.pk}
    assert lines["none"].pace_words == "chưa giao phần"
    assert lines["tỉnh"].goal_number == 100
    assert lines["Lam Sơn"].goal_number == 10
    assert (lines["Lam Sơn"].value, str(lines["Lam Sơn"].progress.percent)) == ("2", "20.0")


def test_what_is_behind_stands_first_and_says_why(down: Cascade) -> None:
    told = place_targets(scope(down), today=TODAY).told
    assert [one.line.is_behind for one in told] == sorted((one.line.is_behind for one in told), reverse=True)
    houses = next(one for one in told if one.line.id == down.houses.pk)
    assert houses.line.pace_words == "chậm 22 điểm so với nhịp"
    assert houses.line.forecast_words == "chưa đủ số liệu"
    assert any("đơn vị chưa có số liệu" in reason for reason in houses.reasons)


def test_the_furthest_behind_stands_first_and_few_places_get_no_rank(down: Cascade) -> None:
    found = comparison(scope(down), target_id=down.houses.pk, order="cham", today=TODAY)
    assert found is not None
    assert found.rows[-1].place.name == "Xuân Bái"
    assert {row.rank.place for row in found.rows} == {0}


def _page(made: Cascade, name: str, client: Client, query: str = "") -> tuple[int, str]:
    address = reverse(f"dashboards:{name}", args=[made.programme.pk]) + query
    answer = client.get(address)
    return answer.status_code, re.sub(r"\s+", " ", answer.content.decode("utf-8", "replace"))


def test_the_pages_lead_from_the_province_to_the_commune_and_to_the_record(down: Cascade) -> None:
    client = client_as(down.by())
    _, page = _page(down, "heat", client)
    assert f"?noi={down.communes[0].pk}" in page
    _, below = _page(down, "heat", client, f"?noi={down.communes[0].pk}")
    row = Obligation.objects.get(body=down.fronts[0], period_start=FIRST.start)
    assert reverse("reports:obligation", args=[row.pk]) in below
    _, targets = _page(down, "place", client, f"?noi={down.communes[0].pk}")
    assert reverse("targets:detail", args=[down.houses.pk]) in targets


@pytest.mark.parametrize("name", ["place_file", "heat_file", "trend_file", "compare_file"])
def test_every_picture_is_a_sheet_too(down: Cascade, name: str) -> None:
    answer = client_as(down.by()).get(reverse(f"dashboards:{name}", args=[down.programme.pk]))
    assert answer.status_code == 200
    assert answer.content[:2] == b"PK"


@pytest.mark.parametrize("role", Role.values)
def test_every_role_of_the_lead_opens_the_pages_and_nobody_beside_does(down: Cascade, role: str) -> None:
    stranger = programmes.member(programmes.body(BodyKind.WOMENS_UNION), role)
    for name in PAGES:
        assert _page(down, name, client_as(down.by(role)))[0] == 200
        assert _page(down, name, client_as(stranger))[0] == 404
    for somebody in (down.by(role), stranger):
        assert client_as(somebody).get(reverse("dashboards:overview")).status_code == 200


def test_a_commune_sees_neither_the_province_nor_its_neighbour_in_its_own_programme(down: Cascade) -> None:
    client, own = client_as(down.below(0)), down.adoption(0).programme
    address = reverse("dashboards:heat", args=[own.pk])
    assert client.get(address).status_code == 200
    assert client.get(f"{address}?noi={down.communes[1].pk}").status_code == 404
    assert client.get(reverse("dashboards:heat", args=[down.adoption(1).programme_id])).status_code == 404


def test_a_programme_not_signed_has_no_pictures_and_tiles_are_the_nation_s(down: Cascade) -> None:
    draft = programmes.edition(lead=down.lead)
    assert client_as(down.by()).get(reverse("dashboards:place", args=[draft.programme_id])).status_code == 404
    assert _page(down, "tiles", client_as(down.by()))[0] == 404


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as counted:
        assert client.get(address).status_code == 200
    reading = ("SELECT", "WITH", "(SELECT")
    return sum(query["sql"].lstrip().startswith(reading) for query in counted)


def _more_communes(made: Cascade, count: int) -> None:
    for number in range(count):
        commune = programmes.place(f"Xã thêm {number}", parent=made.province)
        made.communes.append(commune)
        made.fronts.append(programmes.body(BodyKind.FRONT_COMMITTEE, commune, name=f"MTTQ thêm {number}"))
    made.hand_down()
    for number in range(3, 3 + count):
        row = made.adoption(number)
        by = programmes.member(row.programme.lead)
        acts.adopt_by_decision(
            adoption=row, number_text="07/QĐ-MTTQ", decided_on=date(2026, 2, 6), by=by, at=IN_TIME
        )
        row_owed = Obligation.objects.get(body=row.programme.lead, period_start=FIRST.start)
        assert row_owed.programme_id == row.programme_id


def test_a_page_costs_the_same_however_large_the_tree_is(down: Cascade) -> None:
    client = client_as(down.by("leader"))
    addresses = [reverse(f"dashboards:{name}", args=[down.programme.pk]) for name in PAGES]
    addresses += [f"{addresses[2]}?chi-tieu={down.houses.pk}", reverse("dashboards:overview")]
    few = [_queries(client, address) for address in addresses]
    _more_communes(down, 3)
    many = [_queries(client, address) for address in addresses]
    assert many == few
    assert max(many) <= 12


def test_an_officer_reads_what_is_owed_an_office_who_is_missing_and_a_chair_why() -> None:
    w = world()
    pages = {
        "officer": client_as(w.officer()).get("/bang/").content.decode(),
        "office": client_as(w.reviewer()).get("/bang/").content.decode(),
        "chair": client_as(w.officer(w.committee, "leader")).get("/bang/").content.decode(),
        "head": client_as(w.officer(w.women, "area_head")).get("/bang/").content.decode(),
        "administrator": client_as(w.officer(w.committee, "administrator")).get("/bang/").content.decode(),
    }
    assert "Báo cáo quá hạn" in pages["officer"]
    assert "Quá hạn chưa nộp" in pages["office"]
    assert "Chậm gì và vì sao" in pages["chair"]
    assert "pb-large" in pages["head"]
    assert "Người có vai trò" in pages["administrator"]


def test_an_empty_commune_reads_what_comes_next() -> None:
    page = client_as(programmes.member(programmes.body())).get("/bang/").content.decode()
    assert "Chưa có chương trình đang thực hiện" in page
    assert Programme.objects.count() == 0
