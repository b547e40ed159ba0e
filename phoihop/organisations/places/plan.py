"""From the lists to areas, versions, codes and acts of succession. Pure: no database."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from phoihop.core.vietnamese import fold
from phoihop.organisations.places.lists import (
    FIRST_NEW_DAY,
    LAST_OLD_DAY,
    LIST_SOURCES,
    NEW_LIST,
    OLD_LIST,
    Exemption,
    Lists,
    Unit,
)

PROVINCES_ACT = "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội"
DISTRICTS_ACT = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 (kết thúc cấp huyện từ 01/7/2025)"
CONVERSION_SCHEME = "gso-chuyen-doi-2025"

type Key = tuple[str, str, str]
"""The list, the level and the code (or the name, for a place of no list)."""
type Span = tuple[date | None, date | None]
NATION: Key = ("", "nation", "VN")


@dataclass
class Version:
    name: str
    kind: str
    parent: Key | None
    span: Span
    legal_document: str = ""


@dataclass(frozen=True)
class Code:
    scheme: str
    code: str
    span: Span


@dataclass
class Place:
    """An area with all its versions and codes, in the order of their days."""

    level: str
    span: Span
    source: str
    versions: list[Version] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)


@dataclass(frozen=True)
class Link:
    before: Key
    after: Key
    is_partial: bool = False


@dataclass(frozen=True)
class Act:
    kind: str
    effective_on: date
    legal_document: str
    links: list[Link]
    note: str = ""


@dataclass
class Plan:
    """All places by key (a place comes after its parents) and all acts."""

    places: dict[Key, Place] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)


def plan(lists: Lists) -> Plan:
    """Every place and act of the committed lists."""
    return _Planner(lists).run()


class _Planner:
    """Carries the tables that the steps share; each step adds its rows to `made`."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.made = Plan()
        self.units = {(u.list, u.level, u.code): u for u in lists.units}
        self.former_kinds = {c.code: c.former_kind for c in lists.changes}
        self.names = {e.code: e.name for e in lists.exemptions if e.what == "name_corrected"}
        self.before: dict[Key, dict[Key, bool]] = defaultdict(dict)
        self.after: dict[Key, dict[Key, bool]] = defaultdict(dict)
        self.same: dict[Key, Key] = {}

    def run(self) -> Plan:
        self._read_conversions()
        self._find_the_same()
        self.made.places[NATION] = Place(
            "nation", (None, None), "", [Version("Việt Nam", "nation", None, (None, None))]
        )
        for level in ("province", "district", "commune"):
            for key, unit in self.units.items():
                if unit.level == level and unit.list == OLD_LIST:
                    self._add_old(key, unit)
        for exemption in self._exemptions("unit_added"):
            self._add_unlisted(exemption)
        for level in ("province", "commune"):
            for key, unit in self.units.items():
                if unit.level == level and unit.list == NEW_LIST:
                    self._add_new(key, unit)
        self._end_districts()
        self._change_types()
        return self.made

    def _exemptions(self, what: str) -> list[Exemption]:
        return [e for e in self.lists.exemptions if e.what == what]

    def _read_conversions(self) -> None:
        read_as = defaultdict(list)
        for exemption in self._exemptions("read_as"):
            read_as[exemption.other].append(exemption.code)
        unlisted = {e.code for e in self._exemptions("unit_added")}
        for row in self.lists.conversions:
            olds = [row.old] if _old(row.old) in self.units or row.old in unlisted else []
            for old in olds + read_as[row.old]:
                self._convert(_old(old), _new(row.new), is_partial=row.is_partial)
        for exemption in self._exemptions("zone_from_district"):
            self._convert((OLD_LIST, "district", exemption.other), _new(exemption.code), is_partial=False)

    def _convert(self, old: Key, new: Key, *, is_partial: bool) -> None:
        self.before[new][old] = self.after[old][new] = is_partial
        if old in self.units and old[1] == "commune":
            self._convert(self._province_of(old), self._province_of(new), is_partial=False)

    def _province_of(self, key: Key) -> Key:
        unit = self.units[key]
        while unit.level != "province":
            level = "district" if unit.list == OLD_LIST and unit.level == "commune" else "province"
            unit = self.units[unit.list, level, unit.parent]
        return unit.list, "province", unit.code

    def _find_the_same(self) -> None:
        """A unit that alone became one unit, which came from it alone, is the same place going on."""
        for new, olds in self.before.items():
            (old, *others) = olds
            if not others and old[1] == new[1] and len(self.after[old]) == 1 and old in self.units:
                self.same[new] = old

    def area_of(self, key: Key) -> Key:
        """The key of the place that a unit of a list is."""
        return self.same.get(key, key)

    def _add_old(self, key: Key, unit: Unit) -> None:
        parent = {"province": NATION, "district": (OLD_LIST, "province", unit.parent)}.get(
            unit.level, (OLD_LIST, "district", unit.parent)
        )
        span = (None, None if key in self._going_on else LAST_OLD_DAY)
        version = Version(self.names.get(unit.code, unit.name), unit.kind, parent, span)
        code = Code(OLD_LIST, unit.code, (None, LAST_OLD_DAY))
        self.made.places[key] = Place(unit.level, span, LIST_SOURCES[OLD_LIST], [version], [code])

    @property
    def _going_on(self) -> set[Key]:
        return set(self.same.values())

    def _add_unlisted(self, added: Exemption) -> None:
        key = _old(added.code) if added.code else ("", "commune", added.name)
        span = (added.valid_from, added.valid_to)
        version = Version(added.name, added.kind, (OLD_LIST, "district", added.parent), span)
        codes = [Code(CONVERSION_SCHEME, added.code, span)] if added.code else []
        self.made.places[key] = Place("commune", span, added.source, [version], codes)
        if added.other and added.valid_to:
            link = Link(key, _old(added.other))
            self.made.acts.append(
                Act("merge", added.valid_to + timedelta(1), added.legal_document, [link], added.note)
            )

    def _add_new(self, key: Key, unit: Unit) -> None:
        area = self.area_of(key)
        is_province = unit.level == "province"
        parent = NATION if is_province else self.area_of((NEW_LIST, "province", unit.parent))
        document = PROVINCES_ACT if is_province else self.lists.resolutions[unit.parent]
        kind = self.former_kinds.get(unit.code, unit.kind) if is_province else unit.kind
        version = Version(unit.name, kind, parent, (FIRST_NEW_DAY, None), document)
        if area == key:
            self.made.places[key] = Place(unit.level, version.span, LIST_SOURCES[NEW_LIST])
        act = self._act_of(key, version)
        self._begin(area, version)
        self.made.places[area].codes.append(Code(NEW_LIST, unit.code, version.span))
        self.made.acts.append(act)

    def _begin(self, area: Key, version: Version) -> None:
        """Let a version follow the last one, which ends the day before; the same again is no new version."""
        versions = self.made.places[area].versions
        if versions:
            last = versions[-1]
            if (last.name, last.kind, last.parent) == (version.name, version.kind, version.parent):
                return
            assert version.span[0]
            last.span = (last.span[0], version.span[0] - timedelta(1))
        versions.append(version)

    def _act_of(self, key: Key, version: Version) -> Act:
        olds = self.before[key]
        links = [
            Link(
                self.area_of(old),
                self.area_of(key),
                key not in self.same and (partial or len(self.after[old]) > 1),
            )
            for old, partial in olds.items()
        ]
        return Act(self._kind_of(key, version), FIRST_NEW_DAY, version.legal_document, links)

    def _kind_of(self, key: Key, version: Version) -> str:
        (old, *others) = self.before[key]
        if others:
            return "merge"
        if key not in self.same:
            return "type_change" if old[1] == "district" else "split"
        last = self.made.places[self.same[key]].versions[-1]
        if last.kind != version.kind:
            return "type_change"
        return "continue" if fold(last.name) == fold(version.name) else "rename"

    def _end_districts(self) -> None:
        """What was a district is now the communes that hold its former ones: one act for each."""
        communes: dict[Key, dict[Key, None]] = defaultdict(dict)
        for old, news in self.after.items():
            if old in self.units and old[1] == "commune":
                district = (OLD_LIST, "district", self.units[old].parent)
                communes[district] |= dict.fromkeys(self.area_of(new) for new in news)
        for district, successors in communes.items():
            links = [Link(district, area, len(successors) > 1) for area in successors]
            kind = "split" if len(successors) > 1 else "type_change"
            self.made.acts.append(Act(kind, FIRST_NEW_DAY, DISTRICTS_ACT, links))

    def _change_types(self) -> None:
        for change in self.lists.changes:
            unit = self.units[NEW_LIST, "province", change.code]
            area = self.area_of((NEW_LIST, "province", change.code))
            self._begin(
                area, Version(unit.name, unit.kind, NATION, (change.valid_from, None), change.legal_document)
            )
            note = f"Nguồn: {change.source}"
            self.made.acts.append(
                Act("type_change", change.valid_from, change.legal_document, [Link(area, area)], note)
            )


def _old(code: str) -> Key:
    return OLD_LIST, "commune", code


def _new(code: str) -> Key:
    return NEW_LIST, "commune", code
