"""Reports, tasks, offers, requests for time and registration sheets to answer, periods to close."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest

from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.plans.models import RegistrationSheet, Task
from phoihop.programmes.models import Programme
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Extension, Obligation, ObligationRecipient, ReminderKind
from phoihop.reports.queries.standing import Held, held
from phoihop.reports.reminders.items import Item, register
from phoihop.reports.statuses import ExtensionStatus, ReportStatus
from phoihop.targets.models import ClosedPeriod, PartOffer, Target
from phoihop.targets.statuses import OfferStatus

DAYS_TO_ANSWER_AN_OFFER = 7
"""An offer carries no last day of its own."""
DAYS_TO_ANSWER_AN_EXTENSION = 3
"""Nor does a request for more time; whoever asked must know before the day has come."""
DAYS_TO_CLOSE = 10
"""After a period ended and its last report was due."""
_OPEN = {Standing.MISSING, Standing.RETURNED, Standing.DUE_SOON, Standing.NOT_DUE}
_HANDED_IN = [ReportStatus.SUBMITTED, ReportStatus.ACCEPTED, ReportStatus.NOTED]


def among[R: QuerySet[Any]](rows: R, numbers: Collection[int] | None) -> R:
    """The rows, or of them those with these ids."""
    return rows if numbers is None else rows.filter(pk__in=numbers)


@register
class Reports:
    """A report not handed in, or sent back. Waived and ended ones are not asked for."""

    kind = ReminderKind.REPORT.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterator[Item]:
        """One query; what was handed in never leaves the database."""
        rows = Obligation.objects.filter(due_on__range=(due.start, due.end))
        rows = among(rows, numbers).exclude(report_status__in=_HANDED_IN)
        return (_report(row) for row in held(rows) if row.standing(today) in _OPEN)


def _report(row: Held) -> Item:
    obligation = row.row
    back = ", đã trả lại để bổ sung" if row.kept.is_returned else ""
    return Item(
        kind=ReminderKind.REPORT,
        number=obligation.pk,
        programme_id=obligation.programme_id,
        body_id=obligation.body_id,
        due_on=obligation.due_on,
        words=f"{obligation.duty.name}, {row.period.label}{back}",
        url_name="reports:obligation",
        url_id=obligation.pk,
        is_sample=obligation.is_sample,
        duty_key=obligation.duty_key,
    )


@register
class Tasks:
    """A piece of work without its result."""

    kind = ReminderKind.TASK.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterator[Item]:
        """One query."""
        rows = among(Task.objects.open().filter(due_on__range=(due.start, due.end)), numbers)
        fields = ("pk", "programme_id", "body_id", "due_on", "title", "person_id", "is_sample")
        for pk, programme_id, body_id, day, title, person_id, is_sample in rows.values_list(*fields):
            yield Item(
                kind=ReminderKind.TASK, number=pk, programme_id=programme_id, body_id=body_id, due_on=day,
                words=title, url_name="plans:detail", url_id=pk, is_sample=is_sample, person_id=person_id,
            )  # fmt: skip


@register
class Registrations:
    """A sheet of the year's registration not sent."""

    kind = ReminderKind.REGISTRATION.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterator[Item]:
        """One query."""
        rows = RegistrationSheet.objects.missing().filter(round__due_on__range=(due.start, due.end))
        for row in among(rows, numbers).select_related("round"):
            yield Item(
                kind=ReminderKind.REGISTRATION, number=row.pk, programme_id=row.round.programme_id,
                body_id=row.body_id, due_on=row.round.due_on, words=f"Bảng đăng ký năm {row.round.year}",
                url_name="plans:sheet", url_id=row.pk, is_sample=row.is_sample,
            )  # fmt: skip


@register
class Offers:
    """A part of a target proposed, to be taken or refused by the other side."""

    kind = ReminderKind.OFFER.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterator[Item]:
        """One query."""
        wait = timedelta(days=DAYS_TO_ANSWER_AN_OFFER)
        rows = PartOffer.objects.filter(status=OfferStatus.OPEN)
        rows = rows.filter(at__date__range=(due.start - wait, due.end - wait))
        for row in among(rows, numbers).select_related("target__edition__programme"):
            programme = row.target.edition.programme
            yield Item(
                kind=ReminderKind.OFFER, number=row.pk, programme_id=programme.pk,
                body_id=row.body_id if row.is_from_lead else programme.lead_id,
                due_on=clock.day_of(row.at) + wait,
                words=f"Trả lời đề nghị về phần của chỉ tiêu “{row.target.name}”",
                url_name="targets:offers", url_id=row.target_id, is_sample=programme.is_sample,
            )  # fmt: skip


@register
class Extensions:
    """More time asked for, to be granted or refused by who reviews the report, else by the lead."""

    kind = ReminderKind.EXTENSION.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterator[Item]:
        """One query; nobody answers a request of a lead whose report nobody reviews."""
        wait = timedelta(days=DAYS_TO_ANSWER_AN_EXTENSION)
        reviewing = ObligationRecipient.objects.filter(obligation=OuterRef("obligation"), reviews=True)
        rows = Extension.objects.filter(
            status=ExtensionStatus.ASKED, asked_at__date__range=(due.start - wait, due.end - wait)
        ).exclude(obligation__report_status__in=_HANDED_IN)
        rows = rows.annotate(reviewer=Subquery(reviewing.order_by("pk").values("body_id")[:1]))
        for row in among(rows, numbers).select_related("obligation__duty", "obligation__programme"):
            body_id = row.reviewer or row.obligation.programme.lead_id
            if body_id != row.obligation.body_id:
                yield _extension(row, body_id=body_id, due_on=clock.day_of(row.asked_at) + wait)


def _extension(row: Extension, *, body_id: int, due_on: date) -> Item:
    obligation = row.obligation
    period = Period(obligation.period_start, obligation.period_end)
    return Item(
        kind=ReminderKind.EXTENSION,
        number=row.pk,
        programme_id=obligation.programme_id,
        body_id=body_id,
        due_on=due_on,
        words=f"Trả lời đề nghị gia hạn: {obligation.duty.name}, {period.label}",
        url_name="reports:due",
        url_id=obligation.pk,
        is_sample=obligation.is_sample,
    )


@register
class Closings:
    """Periods whose last report was due, with figures nobody has closed; one item for a programme and day."""

    kind = ReminderKind.CLOSING.value

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterable[Item]:
        """Two queries; `numbers` are programmes."""
        wait = timedelta(days=DAYS_TO_CLOSE)
        periods = self._open_periods(numbers).annotate(last_due=Greatest(Max("due_on"), "period_end"))
        rows = periods.filter(last_due__range=(due.start - wait, due.end - wait), period_end__lt=today)
        labels: dict[tuple[int, date], list[str]] = {}
        for programme_id, start, end, last_due in rows.order_by("programme_id", "period_end", "period_start"):
            labels.setdefault((programme_id, last_due + wait), []).append(Period(start, end).label)
        programmes = Programme.objects.in_bulk({programme_id for programme_id, _ in labels})
        return [
            _closing(programmes[programme_id], day, names) for (programme_id, day), names in labels.items()
        ]

    def _open_periods(self, numbers: Collection[int] | None) -> "QuerySet[Obligation, tuple[Any, ...]]":
        closed = ClosedPeriod.objects.filter(
            programme=OuterRef("programme"), reopened_at=None,
            period_start__lte=OuterRef("period_start"), period_end__gte=OuterRef("period_end"),
        )  # fmt: skip
        has_targets = Target.objects.filter(edition__programme=OuterRef("programme"))
        rows = Obligation.objects.filter(Exists(has_targets), ~Exists(closed), ended_on=None)
        rows = rows if numbers is None else rows.filter(programme__in=numbers)
        return rows.order_by().values_list("programme_id", "period_start", F("period_end"))


def _closing(programme: Programme, day: date, labels: list[str]) -> Item:
    return Item(
        kind=ReminderKind.CLOSING,
        number=programme.pk,
        programme_id=programme.pk,
        body_id=programme.lead_id,
        due_on=day,
        words=f"Khóa số liệu {'; '.join(labels)}",
        url_name="targets:periods",
        url_id=programme.pk,
        is_sample=programme.is_sample,
    )
