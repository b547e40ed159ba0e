"""What pictures are made of: tiles, cells, small charts, ranks; all pure."""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from phoihop.dashboards.calculations.heat import HeatCell, Mark, added, mark_of
from phoihop.dashboards.calculations.multiples import HEIGHT, charts, running, top_of
from phoihop.dashboards.calculations.peers import Peer, ranks, size_class
from phoihop.dashboards.calculations.tiles import Shade, TileValue, drawn, shade_of, size, tiles
from phoihop.reports.calculations import Kept

DUE = date(2026, 3, 19)


def test_every_province_has_one_tile_and_no_two_lie_on_each_other() -> None:
    mainland = [tile for tile in tiles() if not tile.is_island]
    assert len(mainland) == len({tile.code for tile in mainland}) == 34
    assert len({(tile.column, tile.row) for tile in tiles()}) == len(tiles()) == 36


def test_hoang_sa_and_truong_sa_are_drawn_and_named_in_the_sea_of_their_provinces() -> None:
    of = {tile.name: tile for tile in tiles()}
    assert (of["Hoàng Sa"].province, of["Trường Sa"].province) == (of["Đà Nẵng"].code, of["Khánh Hòa"].code)
    east = max(tile.column for tile in tiles() if not tile.is_island)
    assert of["Hoàng Sa"].column > east < of["Trường Sa"].column
    value = TileValue(7, "83%", 83, "thành phố Đà Nẵng: 83%")
    shown = {one.tile.name: one for one in drawn({"48": value})}
    assert shown["Hoàng Sa"].words == shown["Đà Nẵng"].words == "thành phố Đà Nẵng: 83%"
    assert shown["Hoàng Sa"].area_id == 7
    assert shown["Trường Sa"].value == "–"


def test_the_drawing_fits_a_phone_and_long_names_take_two_lines() -> None:
    assert size()[0] <= 400
    lines = {one.tile.name: one.lines for one in drawn({})}
    assert lines["Thái Nguyên"] == ("Thái", "Nguyên")
    assert lines["Hà Nội"] == ("Hà Nội",)


@pytest.mark.parametrize(
    ("percent", "shade"),
    [(None, Shade.NOTHING), (0, Shade.LOW), (49, Shade.LOW), (50, Shade.MIDDLE), (80, Shade.HIGH),
     (99, Shade.HIGH), (100, Shade.FULL)],
)  # fmt: skip
def test_a_shade_says_full_only_when_it_is(percent: int | None, shade: Shade) -> None:
    assert shade_of(percent) == shade


@pytest.mark.parametrize(
    ("handed_in", "on", "mark"),
    [
        (date(2026, 3, 16), DUE, Mark.EARLY),
        (date(2026, 3, 17), DUE, Mark.ON_TIME),
        (DUE, DUE, Mark.ON_TIME),
        (date(2026, 3, 20), date(2026, 4, 1), Mark.LATE),
        (None, DUE, Mark.OPEN),
        (None, date(2026, 3, 20), Mark.MISSING),
    ],
)
def test_a_report_is_early_in_time_late_or_not_there(handed_in, on, mark: Mark) -> None:
    assert mark_of(Kept(1, DUE, handed_in), on=on) == mark


def test_a_returned_report_and_one_that_is_no_longer_owed_are_told_apart() -> None:
    assert mark_of(Kept(1, DUE, DUE, is_returned=True), on=DUE) == Mark.RETURNED
    assert mark_of(Kept(1, DUE, ended_on=date(2026, 3, 1)), on=DUE) == Mark.NOT_OWED


def test_a_cell_of_many_counts_and_shows_its_worst() -> None:
    cell = HeatCell(Counter({Mark.EARLY: 10, Mark.ON_TIME: 30, Mark.LATE: 5, Mark.MISSING: 5, Mark.OPEN: 2}))
    assert (cell.label, cell.percent, cell.mark) == ("45/50", 90, Mark.MISSING)
    assert cell.words.startswith("45/50 đã báo cáo: sớm 10, đúng hạn 30, muộn 5, chưa báo cáo 5")


def test_what_is_waived_or_not_due_counts_as_no_debt() -> None:
    cell = HeatCell(Counter({Mark.WAIVED: 3, Mark.OPEN: 1}))
    assert (cell.due, cell.percent, cell.label) == (0, None, "chưa đến hạn")
    assert HeatCell().label == "không phải nộp"
    assert added([cell, HeatCell(Counter({Mark.LATE: 1}))]).label == "1/1"


def test_charts_share_one_scale_and_break_where_a_period_says_nothing() -> None:
    one, other = charts(
        [[Decimal(0), Decimal(50), None, Decimal(100)], [Decimal(25), Decimal(25), Decimal(25), None]]
    )
    assert one.goal_y == other.goal_y
    assert len(one.lines) == 1
    assert len(one.dots) == 3
    assert one.dots[0].y == HEIGHT - 6


def test_one_record_does_not_flatten_the_others() -> None:
    assert top_of([[Decimal(900), None], [Decimal(10), None]]) == 200
    assert charts([[Decimal(900)], [Decimal(10)]])[0].dots[0].is_outside


def test_amounts_run_up_within_a_window_and_begin_anew_with_the_next() -> None:
    amounts = [Decimal(1), None, Decimal(2), Decimal(4)]
    begins = [True, False, False, True]
    assert running(amounts, begins=begins) == [Decimal(1), None, Decimal(3), Decimal(4)]


def _peer(number: int, kind: str, percent: int | None, *, complete: bool = True, below: int = 0) -> Peer:
    result = None if percent is None else Fraction(percent)
    return Peer(number, kind, "commune", below, result, complete)


def test_a_xa_is_never_ranked_beside_a_phuong() -> None:
    found = ranks([_peer(n, "xã", n) for n in range(1, 5)] + [_peer(9, "phường", 99)])
    assert found[4].words == "1/4"
    assert found[9].words == "dưới 3 nơi cùng loại, không xếp"


def test_incomplete_figures_get_no_rank_and_no_place_among_the_others() -> None:
    peers = [_peer(1, "xã", 10), _peer(2, "xã", 20), _peer(3, "xã", 20), _peer(4, "xã", 90, complete=False)]
    found = ranks([*peers, _peer(5, "xã", None)])
    assert [found[n].words for n in (2, 3, 1)] == ["1/3", "1/3", "3/3"]
    assert found[4].words == "chưa đủ số liệu, không xếp"
    assert found[5].words == "chưa có số liệu"


def test_size_parts_places_of_one_kind() -> None:
    assert [size_class("commune", below) for below in (0, 9, 10, 19, 20)] == ["", "nhỏ", "vừa", "vừa", "lớn"]
    small, large = (ranks([_peer(n, "xã", 50, below=size) for n in range(3)])[0] for size in (5, 30))
    assert small.group == "xã, cỡ nhỏ (dưới 10 khu dân cư)"
    assert large.group == "xã, cỡ lớn (từ 20 khu dân cư)"
