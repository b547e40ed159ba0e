"""Stored parts of totals. A part is the sum of its rows: every act appends what it changes, a job folds them.

Nobody waits for the row of a province or the nation, as nobody updates one. Only what adds up is kept: sums,
counts, and how often each value stands where the least or the highest is asked for.
"""

from django.db import models

from phoihop.programmes.models import Programme
from phoihop.targets.models.targets import Target


class SummarySeries(models.Model):
    """A target through the editions of its programme, and by which meaning its parts were added up.

    Parts are read only where `target` is the row asked for, `meaning` is still its own and `is_fresh` holds;
    else the figures themselves are added up, until a job has made the parts anew.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    target = models.ForeignKey(Target, on_delete=models.CASCADE, null=True, related_name="+")
    meaning = models.CharField(max_length=64, blank=True)
    is_fresh = models.BooleanField(default=False)

    class Meta:
        verbose_name = "chuỗi số liệu đã cộng"
        verbose_name_plural = "chuỗi số liệu đã cộng"
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="summaryseries_once")]
        indexes = [
            models.Index(fields=["is_fresh"], condition=models.Q(is_fresh=False), name="summary_stale")
        ]


class _Window(models.Model):
    """A series, a place above its figures, a window: so many `months` from `start`, 0 for the whole term."""

    series = models.ForeignKey(
        SummarySeries, on_delete=models.CASCADE, db_constraint=False, db_index=False, related_name="+"
    )
    area_id = models.BigIntegerField()
    months = models.SmallIntegerField()
    start = models.DateField()

    class Meta:
        abstract = True


class Summary(_Window):
    """Additive parts of places (first block) and of units, a body at a place (second block).

    `numbers` and the sums hold the places whose amount goes into the sum, `measured` all with a number;
    `heard` are places of which anything was said. `due_*` count only units that should report.
    """

    heard = models.IntegerField()
    places = models.IntegerField()
    measured = models.IntegerField()
    numbers = models.IntegerField()
    numerator = models.DecimalField(max_digits=28, decimal_places=4)
    denominators = models.IntegerField()
    denominator = models.DecimalField(max_digits=28, decimal_places=4)
    guesses = models.IntegerField()
    blanks = models.IntegerField()
    excused = models.IntegerField()
    met = models.IntegerField()
    reported = models.IntegerField()
    zero = models.IntegerField()
    estimated = models.IntegerField()
    missing = models.IntegerField()
    not_applicable = models.IntegerField()
    due_reported = models.IntegerField()
    due_excused = models.IntegerField()

    class Meta:
        verbose_name = "phần đã cộng"
        verbose_name_plural = "phần đã cộng"
        indexes = [models.Index(fields=["series", "area_id", "months", "start"], name="summary_window")]


class SummaryValue(_Window):
    """How many places stand at one amount, for targets that ask for the least or the highest of them."""

    state = models.CharField(max_length=16)
    numerator = models.DecimalField(max_digits=18, decimal_places=4)
    denominator = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    places = models.IntegerField()

    class Meta:
        verbose_name = "giá trị đã đếm"
        verbose_name_plural = "giá trị đã đếm"
        indexes = [models.Index(fields=["series", "area_id", "months", "start"], name="summaryvalue_window")]


class DueCount(models.Model):
    """How many units and places should report for a target, at each place and (`is_own` False) below it.

    Made by the database from shares and their heirs; like the parts, a count is the sum of its rows.
    """

    target = models.ForeignKey(
        Target, on_delete=models.CASCADE, db_constraint=False, db_index=False, related_name="+"
    )
    area_id = models.BigIntegerField()
    is_own = models.BooleanField()
    since = models.DateField()
    until = models.DateField()
    units = models.IntegerField()
    places = models.IntegerField()
    lead_units = models.IntegerField()
    lead_places = models.IntegerField()

    class Meta:
        verbose_name = "số đơn vị phải báo"
        verbose_name_plural = "số đơn vị phải báo"
        indexes = [models.Index(fields=["target", "area_id"], name="duecount_place")]


class SummaryCheck(models.Model):
    """One comparison of the stored parts with all figures: how many series, and in which they differ."""

    at = models.DateTimeField("lúc")
    series = models.IntegerField("số chuỗi đã so")
    differing = models.JSONField("chuỗi lệch", default=list)

    class Meta:
        verbose_name = "lần đối chiếu"
        verbose_name_plural = "lần đối chiếu"
        ordering = ["-at", "-pk"]
