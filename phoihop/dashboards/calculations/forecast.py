"""What a flow may come to by the end of its window: a range from the spread of its own closed periods.

The periods to come are taken as drawn like those that were. With mean m and sample deviation s of n closed
amounts, the sum of k more lies with a chance of 80 % in k·m ± t·s·√(k + k²/n), t the 0.9 quantile of
Student's distribution, n - 1 degrees of freedom: the prediction interval of the mean method for a sum of k
(R. J. Hyndman, G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2 and 5.5). Where the same
periods of the year before are closed, and LEAST_PAIRS periods or more can be held against their year before,
the same is done with those ratios instead of amounts, each weighing as much as what it had a year earlier
(the seasonal method, ibid., in ratios, as amounts of a high season also vary more): a season, or a growth
from year to year, is then no surprise.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from statistics import fmean, stdev

from phoihop.core.periods import Period, same_last_year
from phoihop.dashboards.calculations.pace import LEAST_CLOSED

CHANCE = 80
_T_90 = (
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341,
    1.337, 1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310,
)  # fmt: skip
"""0.9 quantiles of Student's distribution, 1 … 30 degrees of freedom (NIST/SEMATECH e-Handbook 1.3.6.7.2)."""
_T_90_NORMAL = 1.282
LEAST_PAIRS = 2
NOT_ENOUGH = "chưa đủ số liệu"


@dataclass(frozen=True)
class Forecast:
    """What the flow may come to by the end of its window, from `low` to `high`; `closed` periods spoke."""

    low: Decimal
    high: Decimal
    closed: int
    is_seasonal: bool


def forecast(
    closed: Mapping[Period, Decimal], *, done: Decimal, ahead: Iterable[Period], is_whole: bool
) -> Forecast | None:
    """`done` is what the window has so far, `ahead` its periods without a figure; None: not enough is known.

    The amounts of closed periods are each period's own. Of one length only: others are left out. What never
    was below zero is not forecast to fall. `is_whole` things are rounded outward to whole ones.
    """
    coming = sorted(ahead)
    own = {p: float(a) for p, a in closed.items() if not coming or p.months == coming[0].months}
    if len(own) < LEAST_CLOSED:
        return None
    if not coming:
        return Forecast(done, done, len(own), is_seasonal=False)
    seasonal = _seasonal(own, coming)
    low, high = seasonal or _range(list(own.values()), [1.0] * len(coming))
    floor = 0.0 if min(own.values()) >= 0 else -math.inf
    places = Decimal(1) if is_whole else Decimal("0.01")
    return Forecast(
        low=done + Decimal(max(low, floor)).quantize(places, ROUND_FLOOR),
        high=done + Decimal(max(high, floor)).quantize(places, ROUND_CEILING),
        closed=len(own),
        is_seasonal=seasonal is not None,
    )


def _seasonal(own: Mapping[Period, float], coming: Sequence[Period]) -> tuple[float, float] | None:
    """From and to by the ratios to the year before; None where too few are known, or one was nothing."""
    weights = [own[before] for p in coming if (before := same_last_year(p)) in own]
    pairs = [(amount, own[before]) for p, amount in own.items() if (before := same_last_year(p)) in own]
    ratios = [amount / before for amount, before in pairs if before > 0]
    is_known = len(weights) == len(coming) and min(weights) > 0 and len(ratios) == len(pairs)
    return _range(ratios, weights) if is_known and len(ratios) >= LEAST_PAIRS else None


def _range(values: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """From and to of a weighted sum of more values like these, one for each weight."""
    n, whole = len(values), sum(weights)
    t = _T_90[n - 2] if n - 2 < len(_T_90) else _T_90_NORMAL
    half = t * stdev(values) * math.sqrt(sum(weight * weight for weight in weights) + whole * whole / n)
    return whole * fmean(values) - half, whole * fmean(values) + half
