"""The path of a place on each day is what a walk from version to version finds; however many are written."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phoihop.organisations.models import Area, AreaKind, AreaPath, AreaVersion, Level

pytestmark = pytest.mark.django_db

LEVELS = (Level.NATION, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.RESIDENTIAL_AREA)
COLUMNS = {
    Level.COMMUNE: "commune_id",
    Level.DISTRICT: "district_id",
    Level.PROVINCE: "province_id",
    Level.NATION: "nation_id",
}
DAYS = [date(2024, 12, 31), date(2025, 3, 1), date(2025, 5, 30), date(2025, 7, 1), date(2026, 1, 1)]

trees = st.lists(
    st.tuples(st.integers(0, 4), st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=3)),
    max_size=9,
)
"""Of each place its level, and for each of its versions the parent's turn and whether days lie between."""


def version(area: Area, parent: Area | None, since: date | None, until: date | None) -> AreaVersion:
    return AreaVersion(
        area=area, name="nơi", kind=AreaKind.VILLAGE, parent=parent, valid_from=since, valid_to=until,
        folded="noi", sort_key="noi",
    )  # fmt: skip


def versions(tree) -> list[AreaVersion]:
    """Each place lies under one of a higher level, for spans between the days."""
    rows: list[AreaVersion] = []
    areas = [Area.objects.create(level=LEVELS[level]) for level, _ in tree]
    for area, (level, parents) in zip(areas, tree, strict=True):
        higher = [other for other in areas if LEVELS.index(other.level) < level]
        for number, (turn, has_gap) in enumerate(parents):
            since = None if number == 0 else DAYS[number]
            until = DAYS[number + 1] - timedelta(days=10 if has_gap else 1)
            rows.append(version(area, higher[turn % len(higher)] if higher else None, since, until))
    return rows


def standing(rows: list[AreaVersion], area_id: int, day: date) -> AreaVersion | None:
    """The version of a day; between two the former, before the first that one."""
    own = [row for row in rows if row.area_id == area_id]
    begun = [row for row in own if row.valid_from is None or row.valid_from <= day]
    return begun[-1] if begun else next(iter(own), None)


def walked(rows: list[AreaVersion], area: Area, day: date) -> dict[str, int | None]:
    found: dict[str, int | None] = dict.fromkeys(COLUMNS.values())
    here: Area | None = area
    while here is not None:
        if here.level in COLUMNS and found[COLUMNS[here.level]] is None:
            found[COLUMNS[here.level]] = here.pk
        above = standing(rows, here.pk, day)
        here = above.parent if above else None
    return found


def assert_paths_are_walks(rows: list[AreaVersion]) -> None:
    for area in {row.area_id: row.area for row in rows}.values():
        for day in DAYS:
            path = AreaPath.objects.get(area=area, valid_from__lte=day, valid_to__gte=day)
            assert {name: getattr(path, name) for name in COLUMNS.values()} == walked(rows, area, day)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees)
def test_paths_are_walks_through_the_versions(tree):
    rows = versions(tree)
    AreaVersion.objects.bulk_create(rows)
    assert_paths_are_walks(rows)
    for row in rows:
        row.parent = None if row.parent and row.parent.level == Level.NATION else row.parent
        row.save()
    assert_paths_are_walks(rows)


def test_paths_of_a_thousand_places_come_with_one_statement(django_assert_num_queries):
    nation, province = (Area.objects.create(level=level) for level in LEVELS[:2])
    communes = Area.objects.bulk_create(Area(level=Level.COMMUNE) for _ in range(1000))
    with django_assert_num_queries(1):
        AreaVersion.objects.bulk_create(
            [
                version(nation, None, None, None),
                version(province, nation, None, None),
                *(version(commune, province, None, None) for commune in communes),
            ]
        )
    found = AreaPath.objects.filter(province_id=province.pk, nation_id=nation.pk, area__level=Level.COMMUNE)
    assert found.count() == 1000
