"""Make data/units.csv and data/conversions.csv from the package `vietnam-provinces` (GPL-3.0-or-later).

Run `python -m phoihop.organisations.places.build` after installing another version of the package; the other
files of the folder (exceptions, resolutions, changes) are kept by hand, each row with its source.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from phoihop.organisations.places.lists import FOLDER, NEW_LIST, OLD_LIST

KINDS = {
    "tỉnh": "province",
    "thành phố trung ương": "municipality",
    "huyện": "rural_district",
    "thành phố": "provincial_city",
    "thị xã": "town",
    "quận": "urban_district",
    "xã": "rural_commune",
    "phường": "ward",
    "thị trấn": "township",
    "đặc khu": "special_zone",
}
PRINTED = {"thành phố trung ương": "thành phố"}
WIDTHS = {"province": 2, "district": 3, "commune": 5}


def main() -> None:
    """Write both files anew, in the order of the codes, so that a diff shows what changed."""
    from vietnam_provinces import Province, Ward, _ward_conversion_2025, legacy

    units = [
        *(_unit(OLD_LIST, "province", p) for p in legacy.Province.iter_all()),
        *(_unit(OLD_LIST, "district", d, parent=d.province_code) for d in legacy.District.iter_all()),
        *(_unit(OLD_LIST, "commune", w, parent=w.district_code) for w in legacy.Ward.iter_all()),
        *(_unit(NEW_LIST, "province", p) for p in Province.iter_all()),
        *(_unit(NEW_LIST, "commune", w, parent=w.province_code) for w in Ward.iter_all()),
    ]
    conversions = [
        (code("commune", old.code), code("commune", new), int(old.is_partly_merged))
        for new, entry in _ward_conversion_2025.NEW_TO_OLD.items()
        for old in entry.old_wards
    ]
    _write(FOLDER / "units.csv", ["list", "level", "code", "kind", "name", "parent"], sorted(units))
    _write(FOLDER / "conversions.csv", ["old", "new", "is_partial"], sorted(conversions))


def code(level: str, value: Any) -> str:
    """A code as the lists print it: 38 a province, 381 a district, 15556 a commune."""
    return f"{int(value):0{WIDTHS[level]}d}"


def _unit(listed: str, level: str, unit: Any, *, parent: Any = None) -> tuple[str, ...]:
    kind = unit.division_type.value
    upper = {"district": "province", "commune": "district" if listed == OLD_LIST else "province"}.get(level)
    return (
        listed,
        level,
        code(level, unit.code.value),
        KINDS[kind],
        _bare(unit.name, kind),
        code(upper, parent.value) if upper else "",
    )


def _bare(name: str, kind: str) -> str:
    """The name without its type, whatever its capitals: "Xã Lam Sơn" → "Lam Sơn"."""
    printed = PRINTED.get(kind, kind)
    words = " ".join(name.split()).replace("’", "'")
    return words[len(printed) :].strip() if words.lower().startswith(printed) else words


def _write(path: Path, header: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
