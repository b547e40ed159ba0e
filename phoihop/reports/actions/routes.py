"""In which order the bodies that review a duty's reports have their word."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.programmes.models import DutyRule
from phoihop.reports import permissions
from phoihop.reports.models import ReviewRoute, ReviewStep
from phoihop.reports.queries.routes import may_review


@transaction.atomic
def set_route(
    *, duty: DutyRule, positions: Mapping[int, int], restarts: bool, version: int, by: Member, at: datetime
) -> ReviewRoute:
    """Give bodies their steps (body id to 1, 2 …); the same step: side by side. Reports handed in later follow.

    Only bodies that review, and their offices (qua đầu mối). Without any position all have their word at once.
    Conflict when somebody changed the order meanwhile (`version` 0: there was none).
    """  # noqa: E501 - read as one sentence each
    if not permissions.can_compose(by, duty):
        raise PermissionDenied
    if set(positions) - {body.pk for body in may_review(duty)}:
        raise Refused("Chỉ xếp thứ tự cho đơn vị được duyệt báo cáo hoặc văn phòng của đơn vị đó.")
    if any(position < 1 for position in positions.values()):
        raise Refused("Bước xem xét đếm từ 1.")
    programme = duty.clause.edition.programme
    row, is_new = ReviewRoute.objects.get_or_create(
        duty_key=duty.key,
        defaults={
            "programme": programme, "restarts": restarts, "changed_by_id": by.person_id, "changed_at": at,
            "is_sample": programme.is_sample,
        },
    )  # fmt: skip
    locked = ReviewRoute.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if (0 if is_new else locked.version) != version:
        raise Conflict("Trình tự xem xét")
    locked.restarts, locked.changed_by_id, locked.changed_at = restarts, by.person_id, at
    locked.version += 0 if is_new else 1
    locked.save(update_fields=["restarts", "changed_by", "changed_at", "version"])
    locked.steps.all().delete()
    ReviewStep.objects.bulk_create(
        ReviewStep(route=locked, body_id=body_id, position=position)
        for body_id, position in sorted(positions.items())
    )
    return locked
