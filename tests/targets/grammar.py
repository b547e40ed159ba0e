"""One target of each form texts use, on a province's programme over three communes of two villages each.

Figures of the first quarter: numbers, a zero, an estimate, one "không áp dụng", one missing with its reason,
and units that say nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from phoihop.organisations.models import Body, BodyKind, Level
from phoihop.targets.content import ContributionContent, Rules
from phoihop.targets.models import Target
from phoihop.targets.statuses import (
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    Recurrence,
    ScopeKind,
    TargetKind,
    TimeRule,
)
from tests.programmes import factories as programmes
from tests.targets import factories, trees

type Said = object
"""A number, (number, whole), "KAD", "KSL", ("ước", number), or None: nothing was said."""

NA, MISSING = "KAD", "KSL"
_EACH, _K = ScopeKind.EACH_UNIT, TargetKind


def _about(number: object) -> tuple[str, object]:
    return "ước", number


@dataclass(frozen=True)
class Form:
    """A target of one form, and what each unit said: six villages, or three communes."""

    name: str
    spec: dict[str, Any]
    said: Sequence[Said]


FORMS = {
    "at_least": Form(
        "mô hình tự quản", {"value": 10, "unit": "mô hình"}, [4, 0, MISSING, NA, _about(3), None]
    ),
    "more_than": Form(
        "cuộc giám sát", {"value": 3, "unit": "cuộc", "comparator": Comparator.MORE_THAN}, [2, 0, 1]
    ),
    "range": Form(
        "hộ nghèo nhận giúp đỡ",
        {"value": 1, "value_max": 3, "unit": "hộ", "comparator": Comparator.RANGE,
         "recurrence": Recurrence.YEARLY},
        [1, 0, 1],
    ),
    "k_of_n": Form(
        "khu dân cư văn hóa",
        {"kind": _K.K_OF_N, "value": 47, "base": 48, "unit": "khu dân cư"},
        [(15, 16), (14, 15), (9, 9)],
    ),
    "decrease_by": Form(
        "giảm hộ nghèo",
        {"value": 12, "unit": "hộ", "direction": Direction.DECREASE_BY, "baseline": 40,
         "rules": Rules(TimeRule.LAST, PlaceRule.SUM)},
        [10, 12, 13],
    ),
    "decrease_by_flow": Form(
        "hộ thoát nghèo", {"value": 12, "unit": "hộ", "direction": Direction.DECREASE_BY}, [4, 0, 2]
    ),
    "decrease_to": Form(
        "tỷ lệ hộ nghèo",
        {"kind": _K.RATIO, "value": 1, "unit": "%", "direction": Direction.DECREASE_TO, "baseline": 4,
         "comparator": Comparator.AT_MOST},
        [(20, 1000), (30, 1000), _about((25, 1000))],
    ),
    "at_most": Form(
        "vụ cháy", {"value": 5, "unit": "vụ", "comparator": Comparator.AT_MOST}, [3, 0, 3]
    ),
    "each_unit": Form(
        "công trình, mô hình",
        {"value": 1, "unit": "mô hình", "scope_kind": _EACH, "scope_text": "mỗi khu dân cư"},
        [2, 0, MISSING, NA, _about(1), None],
    ),
    "each_place_yearly": Form(
        "nhà Đại đoàn kết",
        {"value": 1, "unit": "nhà", "scope_kind": _EACH, "scope_text": "mỗi địa phương",
         "recurrence": Recurrence.YEARLY},
        [1, 0, None],
    ),
    "whole": Form(
        "chất thải rắn được thu gom, xử lý",
        {"kind": _K.RATIO, "value": 100, "unit": "%", "comparator": Comparator.EXACTLY},
        [(80, 100), (90, 100), None],
    ),
    "part": Form(
        "chất thải rắn được xử lý tập trung",
        {"kind": _K.PART_OF_WHOLE, "value": 56, "unit": "%", "comparator": Comparator.EXACTLY},
        [(56, 100), (56, 100), None],
    ),
    "level": Form(
        "Ban Công tác Mặt trận xếp loại",
        {"kind": _K.LEVEL, "value": None, "level": "hoàn thành tốt", "unit": ""},
        [3, 4, 2, NA, _about(3), None],
    ),
    "coverage": Form(
        "xã có kế hoạch",
        {"kind": _K.EXISTENCE, "value": None, "unit": "", "scope_kind": _EACH, "scope_text": "mỗi xã"},
        [1, 0, None],
    ),
    "coverage_ratio": Form(
        "khu dân cư tổ chức Ngày hội",
        {"kind": _K.RATIO, "value": 90, "unit": "%", "comparator": Comparator.MORE_THAN},
        [(9, 10), (10, 10), (8, 10)],
    ),
    "own_members": Form(
        "hội viên tham gia bảo hiểm y tế",
        {"kind": _K.RATIO, "value": 100, "unit": "%", "comparator": Comparator.EXACTLY,
         "scope_text": "hội viên của mỗi tổ chức"},
        [(50, 50), (40, 50), NA],
    ),
    "milestone": Form(
        "sơ kết giữa kỳ", {"kind": _K.MILESTONE, "value": None, "unit": ""}, [1, 0, None]
    ),
    "existence": Form(
        "duy trì fanpage", {"kind": _K.EXISTENCE, "value": None, "unit": ""}, [1, 1, None]
    ),
    "per_money": Form(
        "giá trị sản xuất",
        {"kind": _K.RATIO, "value": 150, "unit": "triệu đồng/ha"},
        [(1500, 10), (4000, 30), (0, 10)],
    ),
    "later": Form(
        "doanh nghiệp thành lập mới",
        {"kind": _K.LATER, "value": None, "unit": "doanh nghiệp", "given_later": "UBND tỉnh giao hằng năm"},
        [1, None, None],
    ),
}  # fmt: skip


class Land:
    """The province, its communes and villages with a body each, and a target of every form."""

    def __init__(self, *, lead: Body | None = None) -> None:
        nation = trees.place(Level.NATION)
        self.province = trees.place(Level.PROVINCE, nation, name="Lam Giang")
        self.lead = lead or programmes.body(BodyKind.PEOPLES_COMMITTEE, self.province)
        names = ("Đông Sơn", "Tây Sơn", "Nam Sơn")
        self.communes = [trees.place(Level.COMMUNE, self.province, name=name) for name in names]
        self.fronts = [trees.body_at(place) for place in self.communes]
        self.villages = [
            trees.place(Level.RESIDENTIAL_AREA, commune, name=f"Thôn {number}")
            for commune in self.communes
            for number in (1, 2)
        ]
        self.boards = [trees.body_at(place, BodyKind.FRONT_WORK_BOARD) for place in self.villages]
        draft = programmes.edition(lead=self.lead, parties=[self.lead, *self.fronts])
        self.targets = {key: self._target(draft, form) for key, form in FORMS.items()}
        programmes.in_force(draft)
        self.edition = draft

    def _target(self, draft: Any, form: Form) -> Target:
        shares = [ContributionContent(unit.pk, None, unit.area_id) for unit in self.units(form)]
        return factories.target(draft, spec=factories.spec(form.name, **form.spec), shares=shares)

    def units(self, form: Form) -> list[Body]:
        """Who answers: the villages where six said something, else the communes."""
        return self.boards if len(form.said) == len(self.boards) else self.fronts

    def speak(self) -> None:
        """Every unit says its figures of the first quarter, all accepted."""
        for key, form in FORMS.items():
            for unit, said in zip(self.units(form), form.said, strict=True):
                if said is not None:
                    factories.accepted(self._said(self.targets[key], unit, said))

    def _said(self, target: Target, unit: Body, said: Said) -> Any:
        if said in (NA, MISSING):
            state = FigureState.NOT_APPLICABLE if said == NA else FigureState.MISSING
            return factories.figure(target, unit, None, state=state, note="chưa rà soát xong")
        state = FigureState.REPORTED
        if isinstance(said, tuple) and said[0] == "ước":
            state, said = FigureState.ESTIMATED, said[1]
        number, whole = said if isinstance(said, tuple) else (said, None)
        return factories.figure(target, unit, number, whole, state=state, note="đã làm" if number else "")
