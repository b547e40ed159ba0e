"""What an administrator looks after: accounts of the body, or of the whole system, and what failed in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob

from phoihop.accounts.models import Membership
from phoihop.accounts.permissions import is_operator
from phoihop.core.member import Member
from phoihop.people.models import User

ENDING_DAYS = 30
FAILED_DAYS = 7


@dataclass(frozen=True)
class Administration:
    """Numbers of people and accounts; `failed_jobs` is None for who does not run the system."""

    people: int
    never_signed_in: int
    locked: int
    without_second_factor: int
    ending: int
    bodies: int
    failed_jobs: int | None
    waiting_jobs: int | None
    is_of_all: bool


def administration(member: Member, *, today: date, at: datetime) -> Administration:
    """Three queries at most: whose administrator, the accounts, the work behind the pages."""
    is_all = is_operator(member)
    rows = Membership.objects.on(today)
    if not is_all:
        rows = rows.filter(Q(body=member.body_id) | Q(body__parent=member.body_id))
    counted = _counted(rows, today)
    failed, waiting = _jobs(at) if is_all else (None, None)
    return Administration(**counted, failed_jobs=failed, waiting_jobs=waiting, is_of_all=is_all)


def _counted(rows: QuerySet[Membership], today: date) -> dict[str, int]:
    totp = User.objects.filter(authenticator__type="totp", pk=OuterRef("person__user"))
    has_account = Q(person__user__isnull=False)
    soon = Q(valid_to__range=(today, today + timedelta(days=ENDING_DAYS)))

    def people(**which: Q) -> dict[str, Count]:
        return {name: Count("person", distinct=True, filter=only) for name, only in which.items()}

    return rows.annotate(has_totp=Exists(totp)).aggregate(
        bodies=Count("body", distinct=True),
        **people(
            people=Q(),
            never_signed_in=has_account & Q(person__user__last_login=None),
            locked=has_account & Q(person__user__is_active=False),
            without_second_factor=has_account & Q(has_totp=False),
            ending=soon,
        ),
    )


def _jobs(at: datetime) -> tuple[int, int]:
    """(failed in the last days, waiting more than an hour)."""
    since = at - timedelta(days=FAILED_DAYS)
    failed = Exists(
        ProcrastinateJob.objects.filter(
            pk=OuterRef("pk"), procrastinateevent__type="failed", procrastinateevent__at__gte=since
        )
    )
    waiting = Q(status="todo", scheduled_at__lt=at - timedelta(hours=1))
    counted = ProcrastinateJob.objects.aggregate(
        failed=Count("pk", filter=Q(status="failed") & Q(failed)), waiting=Count("pk", filter=waiting)
    )
    return counted["failed"], counted["waiting"]
