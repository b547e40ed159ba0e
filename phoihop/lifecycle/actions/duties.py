"""What an edition asks for becomes dates: obligations and scheduled tasks, laid out and re-synchronised."""

from datetime import datetime

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.lifecycle import edition_notices, notices
from phoihop.lifecycle.actions.adoption_effects import lay_out_adoptions
from phoihop.lifecycle.calculations import duties_from, duties_until
from phoihop.plans.actions import schedule_from_duties
from phoihop.plans.actions.synchronising import synchronise_tasks
from phoihop.programmes.actions.locking import decide
from phoihop.programmes.calculations.synchronisation import Interval, interval_from
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus, Origin
from phoihop.reports.actions import make_obligations


def lay_out_duties(edition: Edition, *, by: Member, at: datetime) -> None:
    """Obligations and scheduled tasks of an edition in force, up to the horizon; may be repeated safely."""
    today = clock.day_of(at)
    start = duties_from(edition.in_force_from or today, today)
    until = duties_until(edition.period_end, today)
    make_obligations(edition=edition, from_day=start, until=until, by=by, at=at)
    schedule_from_duties(edition=edition, from_day=start, until=until, by=by, at=at)
    lay_out_adoptions(edition, by=by, at=at)


def take_effect(edition: Edition, *, by: Member, at: datetime) -> None:
    """What follows when an edition comes into force: the first is laid out, an amendment re-synchronises.

    Nothing follows yet from one that waits for its day; the parties are told.
    """
    if edition.status == EditionStatus.WAITING:
        edition_notices.tell_waiting(edition, at=at)
    elif edition.amends_id is None:
        lay_out_duties(edition, by=by, at=at)
        if edition.origin == Origin.SIGNED_HERE:
            notices.tell_in_force(edition, at=at)
    else:
        synchronise(edition, interval=interval_of(edition, edition.amends, at=at), by=by, at=at)
        edition_notices.tell_amended(edition, at=at)


def interval_of(edition: Edition, before: Edition | None, *, at: datetime) -> Interval:
    """From the effective day (not set yet: the day asked for, else today) to the later horizon of both."""
    today = clock.day_of(at)
    since = edition.in_force_from or edition.effective_on or today
    ends = [duties_until(row.period_end, today) for row in (edition, before) if row is not None]
    return interval_from(since, until=max(ends), today=today)


def synchronise(edition: Edition, *, interval: Interval, by: Member, at: datetime) -> None:
    """Reports and tasks due in the interval follow the edition; what was done is written in its history."""
    made = make_obligations(
        edition=edition, from_day=interval.made_for.start, until=interval.made_for.end, since=interval.since,
        by=by, at=at,
    )  # fmt: skip
    tasks = synchronise_tasks(edition=edition, interval=interval, by=by, at=at)
    note = (
        f"báo cáo: {made.created} mới, {made.moved} đổi hạn, {made.removed + made.ended} bỏ, "
        f"{made.kept} giữ nguyên, {made.flagged} đã làm nên giữ và đánh dấu; "
        f"công việc: {tasks.created} mới, {tasks.moved} đổi ngày, {len(tasks.dropped)} bỏ, "
        f"{tasks.flagged} giữ và đánh dấu"
    )
    decide(edition, "synchronise", by=by, at=at, note=note, data={"dropped_tasks": tasks.dropped})
    lay_out_adoptions(edition, by=by, at=at)
