"""Before an act on an edition: what it would change, counted, and what stands in the way of its undoing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from phoihop.lifecycle.actions.duties import interval_of
from phoihop.plans.actions.synchronising import TasksMade, would_synchronise
from phoihop.plans.models import RegistrationRound, Task
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes.models import Edition, Erratum, Programme
from phoihop.programmes.models.adoption import Adoption
from phoihop.reports.actions.obligations import Made, would_make
from phoihop.reports.models import Chase, Obligation, Report, Round
from phoihop.targets.models import Figure


@dataclass(frozen=True)
class EffectPreview:
    """What an amendment does to reports and tasks when it takes effect on `since`."""

    since: date
    reports: Made
    tasks: TasksMade


def effect_preview(edition: Edition, *, at: datetime) -> EffectPreview:
    """Counted as if the amendment took effect on its day; a fixed number of queries, nothing written."""
    interval = interval_of(edition, edition.amends, at=at)
    return EffectPreview(
        since=interval.since,
        reports=would_make(edition, interval=interval),
        tasks=would_synchronise(edition, interval=interval),
    )


@dataclass(frozen=True)
class WithdrawalPreview:
    """How many reports and tasks due from a day on would no longer be owed; handed in ones stay."""

    on: date
    reports: int
    tasks: int
    handed_in: int


def withdrawal_preview(edition: Edition, *, on: date) -> WithdrawalPreview:
    """Three queries."""
    due = Obligation.objects.filter(programme=edition.programme_id, due_on__gte=on, ended_on=None)
    handed_in = Round.objects.filter(report__obligation__in=due.values("pk"))
    kept = handed_in.values("report__obligation").distinct().count()
    tasks = Task.objects.open().filter(programme=edition.programme_id, due_on__gte=on)
    return WithdrawalPreview(on, due.count() - kept, tasks.count(), kept)


def built_on(edition: Edition) -> list[str]:
    """Why an amendment can no longer be undone, in words; empty when it can; six queries."""
    reasons = {
        "đã có báo cáo lập theo bản này": Report.objects.filter(obligation__edition=edition),
        "đã có số liệu ghi theo bản này": Figure.objects.filter(target__edition=edition),
        "đã có công việc làm theo bản này": _tasks_begun(edition),
        "bản này đã có đính chính": Erratum.objects.filter(edition=edition, cancels=None, cancelled_by=None),
        "đã có bản sửa đổi sau": Edition.objects.filter(amends=edition),
        "cấp dưới đã xác nhận bản này": Adoption.objects.filter(edition=edition),
    }
    return [words for words, rows in reasons.items() if rows.exists()]


def built_on_record(edition: Edition) -> list[str]:
    """Why a recording can no longer be taken back, in words; empty when it can; a fixed number of queries."""
    programme = edition.programme_id
    own = Adoption.objects.filter(programme=programme)
    above = Figure.objects.filter(
        target__edition__programme__in=own.values("parent"), area__in=own.values("area")
    )
    reasons = {
        "đơn vị đã lập báo cáo": Report.objects.filter(obligation__programme=programme),
        "đã ghi số liệu cho chỉ tiêu của cấp trên": above,
        "đã triển khai xuống cấp dưới": Adoption.objects.filter(parent=programme),
        "đã có kế hoạch thực hiện": Programme.objects.filter(under=programme),
        "đã có chương trình tiếp nối": Programme.objects.filter(renews=programme),
        "đã mở đăng ký": RegistrationRound.objects.filter(programme=programme),
        "đã đôn đốc": Chase.objects.filter(programme=programme),
        "đã ghi công việc": _work_beyond_duties(programme),
    }
    return built_on(edition) + [words for words, rows in reasons.items() if rows.exists()]


def _work_beyond_duties(programme_id: int) -> QuerySet[Task]:
    """Tasks people added, and those of duties with something under them."""
    something = Q(meeting__isnull=False) | Q(inspection__isnull=False) | Q(sessions__isnull=False)
    return Task.objects.filter(Q(duty=None) | something, programme=programme_id)


def _tasks_begun(edition: Edition) -> QuerySet[Task]:
    rows = Task.objects.filter(clause__edition=edition)
    return rows.exclude(duty__isnull=False, version=1, status__in=[TaskStatus.PLANNED, TaskStatus.CANCELLED])


@dataclass(frozen=True)
class RecordUndone:
    """What taking a recording back does away with: reports and tasks nobody has begun."""

    reports: int
    tasks: int


def record_undone(edition: Edition) -> RecordUndone:
    """Two queries."""
    return RecordUndone(
        reports=Obligation.objects.filter(programme=edition.programme_id, report=None).count(),
        tasks=Task.objects.filter(programme=edition.programme_id, duty__isnull=False).count(),
    )
