"""What the database itself refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from phoihop.organisations.actions.new import area_version
from phoihop.organisations.models import Area, AreaCode, AreaKind, AreaVersion, BodyName, Level, Succession
from phoihop.organisations.models import SuccessionLink as Link
from tests.organisations.factories import area, body, commune, nation

pytestmark = pytest.mark.django_db
DAY = date(2025, 7, 1)


def refuses(name: str) -> pytest.RaisesExc[IntegrityError]:
    return pytest.raises(IntegrityError, match=name)


def version(place: Area, name: str, since: date | None, until: date | None) -> AreaVersion:
    row = area_version(
        place, name=name, kind=AreaKind.RURAL_COMMUNE, parent=nation(), since=since, document=""
    )
    row.valid_to = until
    return row


def test_a_place_has_one_name_a_day() -> None:
    place = commune("Lam Sơn", valid_from=DAY)
    with refuses("areaversion_one_a_day"), transaction.atomic():
        version(place, "Lam Kinh", DAY + timedelta(10), None).save()


def test_names_may_follow_one_another_day_by_day() -> None:
    place = commune("Lam Sơn", valid_from=DAY)
    place.versions.update(valid_to=DAY + timedelta(9))
    version(place, "Lam Kinh", DAY + timedelta(10), None).save()
    assert place.versions.count() == 2
    for other in (None, DAY + timedelta(9)):
        with refuses("areaversion_one_a_day"), transaction.atomic():
            version(place, "Lam Kinh", DAY - timedelta(5), other).save()


def test_two_places_may_have_the_same_name_on_the_same_day() -> None:
    commune("Lam Sơn")
    commune("Lam Sơn", parent=area(level=Level.PROVINCE, name="Hưng Yên"))


def test_a_body_has_one_name_a_day() -> None:
    front = body()
    with refuses("bodyname_one_a_day"), transaction.atomic():
        BodyName.objects.create(body=front, name="khác", short_name="khác", folded="khac", sort_key="")


@pytest.mark.parametrize("model", [Area, AreaCode])
def test_days_are_in_order(model: type[Area] | type[AreaCode]) -> None:
    extra = {"level": Level.COMMUNE} if model is Area else {"area": commune(), "scheme": "x", "code": "1"}
    with refuses("dates_in_order"), transaction.atomic():
        model._default_manager.create(valid_from=DAY, valid_to=DAY - timedelta(1), **extra)


def test_a_code_names_one_place_in_one_list_only() -> None:
    AreaCode.objects.create(area=commune(), scheme="gso-2025-01-04", code="15556")
    AreaCode.objects.create(area=commune(), scheme="gso-2025-07-01", code="15556", valid_from=DAY)
    with refuses("areacode_unique"), transaction.atomic():
        AreaCode.objects.create(area=commune(), scheme="gso-2025-01-04", code="15556")


def test_a_link_joins_two_places_or_two_bodies() -> None:
    act = Succession.objects.create(kind="merge", effective_on=DAY, legal_document="NQ")
    with refuses("successionlink_two_of_a_kind"), transaction.atomic():
        Link.objects.create(succession=act, from_area=commune(), to_body=body())
    one, other = commune(), commune()
    Link.objects.create(succession=act, from_area=one, to_area=other)
    with refuses("successionlink_unique"), transaction.atomic():
        Link.objects.create(succession=act, from_area=one, to_area=other)


def test_levels_and_kinds_are_known_words() -> None:
    with refuses("area_level_known"), transaction.atomic():
        Area.objects.create(level="county")
    with refuses("body_kind_known"), transaction.atomic():
        row = body()
        row.kind = "club"
        row.save()


def test_rows_of_a_day_include_both_ends() -> None:
    place = area(valid_from=DAY, valid_to=DAY + timedelta(2))
    found = [day for day in range(-1, 4) if place in Area.objects.on(DAY + timedelta(day))]
    assert found == [0, 1, 2]


@pytest.mark.parametrize(
    ("kind", "name", "full_name"),
    [
        (AreaKind.RURAL_COMMUNE, "Lam Sơn", "xã Lam Sơn"),
        (AreaKind.MUNICIPALITY, "Đà Nẵng", "thành phố Đà Nẵng"),
        (AreaKind.PROVINCIAL_CITY, "Tam Kỳ", "thành phố Tam Kỳ"),
        (AreaKind.QUARTER, "3", "khu phố 3"),
        (AreaKind.NATION, "Việt Nam", "Việt Nam"),
    ],
)
def test_the_full_name_has_the_type_before_it(kind: AreaKind, name: str, full_name: str) -> None:
    assert AreaVersion(name=name, kind=kind).full_name == full_name
