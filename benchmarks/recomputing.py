"""All totals made anew from all figures, against the plainest statement that adds up the same."""

import psutil
from django.db import connection

from benchmarks.measuring import Raw, once, show, show_count
from benchmarks.nation.building import Nation
from benchmarks.raw import connected
from phoihop.targets.actions.remaking import recompute
from phoihop.targets.models import Figure, Summary

MOST_TIMES = 3
_LEVELS = ("place", "commune", "province", "nation")
_WINDOWS = ("month", "quarter", "half", "year", "term")
_RAW = """
SELECT count(*) FROM (
    SELECT sum(numerator), sum(denominator), count(*), count(*) FILTER (WHERE numerator = 0), min(numerator),
           max(numerator)
    FROM (
        SELECT f.target_id, f.numerator, f.denominator, f.area_id AS place, one.parent_id AS commune,
               two.parent_id AS province, three.parent_id AS nation,
               date_trunc('month', f.period_start) AS month, date_trunc('quarter', f.period_start) AS quarter,
               extract(month FROM f.period_start) > 6 AS second,
               date_trunc('year', f.period_start) AS year, 1 AS term
        FROM targets_figure f
        JOIN targets_figureacceptance a ON a.figure_id = f.id
        JOIN organisations_areaversion one ON one.area_id = f.area_id AND one.valid_to IS NULL
        LEFT JOIN organisations_areaversion two ON two.area_id = one.parent_id AND two.valid_to IS NULL
        LEFT JOIN organisations_areaversion three ON three.area_id = two.parent_id AND three.valid_to IS NULL
    ) facts
    GROUP BY GROUPING SETS ({sets})
) totals
"""


def main(nation: Nation) -> None:
    """The same facts, levels and periods for both."""
    sets = ", ".join(f"(target_id, {level}, {_window(window)})" for level in _LEVELS for window in _WINDOWS)
    with connected() as plain:
        plain.execute("SET work_mem = '256MB'; SET jit = off")
        raw = Raw(
            "raw GROUPING SETS", once(lambda: plain.execute(_RAW.format(sets=sets).encode()).fetchall())
        )
        least = _processor_seconds(plain.info.backend_pid)
    connection.ensure_connection()
    before = _processor_seconds(connection.connection.info.backend_pid)
    seconds = once(recompute)
    taken = _processor_seconds(connection.connection.info.backend_pid) - before
    show(f"recompute of {Figure.objects.count()} figures", seconds, ratio=MOST_TIMES, raw=raw)
    note = f"{taken / least:.1f} x of the raw limit ({least:.1f} s)"
    show_count("  processor of the server, whatever else runs", taken, "s", note=note)
    show_count("  rows of totals", Summary.objects.count(), "rows")
    show_count("  targets", len(nation.commune_targets) + len(nation.residential_targets), "targets")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE targets_summary")


def _processor_seconds(backend: int) -> float:
    """What a connection's process of the server has taken of a processor since it began."""
    times = psutil.Process(backend).cpu_times()
    return times.user + times.system


def _window(window: str) -> str:
    return "year, second" if window == "half" else window
