"""The day of one obligation: why it is that day, what was asked and decided on it, what may be done now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import BodyLabel, body_labels
from phoihop.reports import relief_permissions as permissions
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Extension, Obligation, ObligationDecision
from phoihop.reports.queries.explaining import DueTold, dues_told
from phoihop.reports.queries.standing import COLOURS, held
from phoihop.reports.statuses import ExtensionStatus, ReportStatus

_WORDS = {
    "ask_extension": "xin gia hạn",
    "refuse_extension": "không gia hạn",
    "take_back_extension": "rút đề nghị gia hạn",
    "extend": "gia hạn",
    "undo_extend": "bỏ gia hạn",
    "waive": "miễn nộp",
    "unwaive": "bỏ miễn",
}
_NOT_HANDED_IN = frozenset({"", ReportStatus.DRAFT, ReportStatus.RETURNED})


@dataclass(frozen=True)
class ReliefLine:
    """What somebody did: "UBND xã gia hạn", the days before and after, why."""

    who: str
    what: str
    note: str
    due_before: date | None
    due_after: date | None
    at: datetime


@dataclass(frozen=True)
class DuePage:
    """`asked` waits for an answer; `may_ask` for the owing body, `may_relieve` for who receives."""

    row: Obligation
    body: str
    period: Period
    standing: Standing
    told: DueTold
    recipients: Sequence[tuple[str, bool]]
    asked: Extension | None
    lines: Sequence[ReliefLine]
    is_open: bool
    may_ask: bool
    may_relieve: bool
    may_shorten: bool
    report_id: int | None

    @property
    def colour(self) -> str:
        return COLOURS[self.standing]


def due_page(obligation: Obligation, member: Member, *, today: date) -> DuePage:
    """One obligation with its programme and duty; a dozen queries at most."""
    found = held(Obligation.objects.filter(pk=obligation.pk))[0]
    row = found.row
    decisions = list(ObligationDecision.objects.filter(obligation=row).order_by("at", "pk"))
    recipients = list(row.recipients.order_by("-reviews", "pk"))
    names = body_labels(
        {row.body_id, *(d.by_body_id for d in decisions), *(r.body_id for r in recipients)}, today
    )
    is_open = row.ended_on is None and row.waived_on is None and row.report_status in _NOT_HANDED_IN
    return DuePage(
        row=row,
        body=names[row.body_id].short_name,
        period=found.period,
        standing=found.standing(today),
        told=dues_told([row])[row.pk],
        recipients=[(names[r.body_id].short_name, r.reviews) for r in recipients],
        asked=row.extensions.filter(status=ExtensionStatus.ASKED).first(),
        lines=[_line(decision, names) for decision in decisions],
        is_open=is_open,
        may_ask=permissions.can_ask_extension(member, row),
        may_relieve=permissions.relieves_for(member, row) is not None,
        may_shorten=is_open and row.first_due_on is not None and row.first_due_on >= today,
        report_id=found.report_id,
    )


def _line(decision: ObligationDecision, names: Mapping[int, BodyLabel]) -> ReliefLine:
    return ReliefLine(
        who=names[decision.by_body_id].short_name,
        what=_WORDS[decision.verb],
        note=decision.note,
        due_before=decision.due_before,
        due_after=decision.due_after,
        at=decision.at,
    )
