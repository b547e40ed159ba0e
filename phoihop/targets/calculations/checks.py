"""What keeps a target or a figure from being recorded, as plain Vietnamese sentences."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from phoihop.targets.calculations.comparison import (
    is_counted_whole,
    is_yes_no,
    level_rank,
    needs_denominator,
    ratio_factor,
    takes_denominator,
)
from phoihop.targets.content import Amount, ContributionContent, TargetSpec
from phoihop.targets.statuses import BodyRule, Comparator, Direction, FigureState, TargetKind

_VALUELESS = {TargetKind.EXISTENCE, TargetKind.LATER, TargetKind.MILESTONE, TargetKind.LEVEL}
_NUMBERED = {FigureState.REPORTED, FigureState.ZERO, FigureState.ESTIMATED}
_CHANGES = {Direction.INCREASE_BY, Direction.DECREASE_BY}
_LARGEST = Decimal(10) ** 14
_TOO_LARGE = "Số quá lớn, hoặc có hơn 4 chữ số sau dấu phẩy."
_RANGE_IN_ORDER = "Khoảng cần số sau không nhỏ hơn số trước."


def problem_of_target(spec: TargetSpec, contributions: Sequence[ContributionContent]) -> str | None:
    """The first thing wrong with a target, or None."""
    return (
        _problem_of_words(spec)
        or _problem_of_numbers(spec, contributions)
        or _problem_of_value(spec)
        or _problem_of_bodies(spec, contributions)
    )


def _problem_of_words(spec: TargetSpec) -> str | None:
    if not spec.name.strip():
        return "Hãy ghi tên chỉ tiêu."
    if spec.kind == TargetKind.LATER and not spec.given_later.strip():
        return "Hãy ghi ai giao giá trị và khi nào giao."
    if spec.kind == TargetKind.LEVEL and level_rank(spec.level) is None:
        return "Mức xếp loại phải là hoàn thành xuất sắc, hoàn thành tốt, hoàn thành hoặc không hoàn thành."
    if spec.kind in {TargetKind.RATIO, TargetKind.PART_OF_WHOLE} and ratio_factor(spec.unit) is None:
        return "Chỉ tiêu tỷ lệ cần đơn vị tính là % hoặc dạng “triệu đồng/ha”."
    return None


def _problem_of_numbers(spec: TargetSpec, contributions: Sequence[ContributionContent]) -> str | None:
    bounds = [spec.value, spec.value_max, spec.base, *(c.value for c in contributions)]
    if any(number is not None and number < 0 for number in bounds):
        return "Giá trị và phần đảm nhận không thể âm."
    if not all(_is_storable(number) for number in [*bounds, spec.baseline] if number is not None):
        return _TOO_LARGE
    if spec.base == 0:
        return "Tổng số phải lớn hơn 0."
    if spec.comparator != Comparator.RANGE:
        return None if spec.value_max is None else "Chỉ ghi số “đến” khi so sánh là “trong khoảng”."
    is_turned = spec.value is not None and spec.value_max is not None and spec.value_max < spec.value
    return _RANGE_IN_ORDER if is_turned else None


def _is_storable(number: Decimal) -> bool:
    return abs(number) < _LARGEST and number == round(number, 4)


def _problem_of_value(spec: TargetSpec) -> str | None:
    if spec.kind in _VALUELESS:
        return None
    if spec.value is None:
        return "Hãy ghi giá trị của chỉ tiêu."
    if spec.comparator == Comparator.RANGE and spec.value_max is None:
        return _RANGE_IN_ORDER
    if spec.kind == TargetKind.K_OF_N:
        return _problem_of_base(spec, spec.value)
    if (
        spec.unit.strip() == "%"
        and spec.direction not in _CHANGES
        and max(spec.value, spec.value_max or 0) > 100
    ):
        return "Tỷ lệ không thể lớn hơn 100%."
    return None


def _problem_of_base(spec: TargetSpec, value: Decimal) -> str | None:
    if not spec.base or spec.base <= 0:
        return "Hãy ghi tổng số, ví dụ 48 trong “47/48 khu phố”."
    return "Số phải đạt không thể lớn hơn tổng số." if value > spec.base else None


def _problem_of_bodies(spec: TargetSpec, contributions: Sequence[ContributionContent]) -> str | None:
    if len({(c.body_id, c.area_id) for c in contributions}) < len(contributions):
        return "Mỗi tổ chức chỉ ghi một dòng phần đảm nhận tại một nơi."
    if spec.rules.body == BodyRule.LEAD_ONLY and contributions and not any(c.is_lead for c in contributions):
        return "Chỉ lấy số liệu của bên chủ trì thì phải chọn bên chủ trì."
    return None


def normalised(amount: Amount) -> Amount:
    """A number 0 is the state "bằng 0", and that state is the number 0: never one without the other."""
    if amount.state == FigureState.ZERO and amount.numerator is None:
        return replace(amount, numerator=Decimal(0))
    if amount.state in _NUMBERED and amount.numerator == 0:
        return replace(amount, state=FigureState.ZERO)
    return amount


def problem_of_amount(spec: TargetSpec, amount: Amount, *, note: str) -> str | None:
    """The first thing wrong with a (normalised) figure for this target, or None."""
    if amount.state not in _NUMBERED:
        return _problem_of_blank(amount, note=note)
    if amount.numerator is None:
        return "Hãy ghi số liệu, hoặc chọn “không có số liệu” và nêu lý do."
    if amount.state == FigureState.ZERO and amount.numerator != 0:
        return "Trạng thái “bằng 0” chỉ dùng khi số liệu là 0."
    return _problem_of_size(amount) or _problem_of_number(spec, amount, amount.numerator)


def _problem_of_blank(amount: Amount, *, note: str) -> str | None:
    if amount.numerator is not None or amount.denominator is not None:
        return "Không áp dụng hoặc không có số liệu thì để trống ô số."
    if amount.state == FigureState.MISSING and not note.strip():
        return "Hãy nêu lý do không có số liệu."
    return None


def _problem_of_size(amount: Amount) -> str | None:
    given = [number for number in (amount.numerator, amount.denominator) if number is not None]
    return None if all(_is_storable(number) for number in given) else _TOO_LARGE


def _problem_of_number(spec: TargetSpec, amount: Amount, numerator: Decimal) -> str | None:
    if spec.kind == TargetKind.LEVEL:
        return None if numerator in {1, 2, 3, 4} else "Hãy chọn một mức xếp loại."
    if is_yes_no(spec):
        return None if numerator in {0, 1} else "Hãy chọn có hoặc chưa."
    if numerator < 0 and spec.direction not in _CHANGES:
        return "Số liệu không thể âm."
    if is_counted_whole(spec) and numerator != numerator.to_integral_value():
        return f"Số {spec.unit or 'lượng'} phải là số nguyên."
    return _problem_of_denominator(spec, amount, numerator)


def _problem_of_denominator(spec: TargetSpec, amount: Amount, numerator: Decimal) -> str | None:
    if amount.denominator is None:
        missing = "Chỉ tiêu tỷ lệ cần cả số đạt được và tổng số; phần mềm tự tính tỷ lệ."
        return missing if needs_denominator(spec) else None
    if not takes_denominator(spec):
        return "Chỉ tiêu này không dùng tổng số."
    if amount.denominator <= 0:
        return "Tổng số phải lớn hơn 0. Nếu không có đối tượng nào, hãy chọn “không áp dụng”."
    return None
