"""Places by their days, asked of whoever knows them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from phoihop.reading.checks import Stay
from tests.reading.checks.clean import CLEAN, codes, findings, with_bullet


class FewPlaces:
    """Two places with their days."""

    since = None
    rows: Mapping[str, Sequence[Stay]] = {
        "xã cát hải": (Stay(None, date(2025, 6, 30), now=("xã Sông Mây",)),),
        "xã sông mây": (Stay(date(2025, 7, 1), None),),
    }

    def stays(self, names: Collection[str]) -> Mapping[str, Sequence[Stay]]:
        return {name: self.rows[name] for name in names if name in self.rows}


def test_a_place_that_ended_before_the_day_is_found() -> None:
    (found,) = findings(with_bullet("Làm điểm tại xã Cát Hải."), known=FewPlaces())
    assert found.code == "place_not_there"
    assert "xã Sông Mây" in found.suggestion


def test_an_unknown_place_and_one_told_as_former_are_left_alone() -> None:
    assert codes(with_bullet("Làm điểm tại xã Không Ai Biết."), known=FewPlaces()) == []
    assert codes(with_bullet("Làm điểm tại các thôn của xã Cát Hải cũ."), known=FewPlaces()) == []


def of_period(place: str, *, start: int, end: int) -> str:
    """The clean text of another place and period, without bases."""
    text = CLEAN.replace("xã Sông Mây", place).replace("2026 - 2030", f"{start} - {end}")
    text = text.replace("năm 2026", f"năm {start}").replace("đến năm 2028", f"đến năm {end}")
    return "\n".join(line for line in text.splitlines() if not line.startswith(("Căn cứ", "Thực hiện")))


def test_a_place_that_ends_in_the_period_is_told() -> None:
    assert codes(of_period("xã Cát Hải", start=2024, end=2029), known=FewPlaces()) == ["place_ends"]


def test_a_place_that_was_not_there_yet_is_found() -> None:
    assert codes(of_period("xã Sông Mây", start=2020, end=2024), known=FewPlaces()) == ["place_not_there"]
