"""What the lead does with proposals: accept, merge, return, put in order; and what a new year takes over."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import add_months, month_end
from phoihop.core.vietnamese import nfc
from phoihop.plans import permissions, proposal_notices
from phoihop.plans.actions.proposals import decide, free_sources, locked_proposal, locked_round
from phoihop.plans.actions.tasks import works_for
from phoihop.plans.models import Proposal, ProposalRound
from phoihop.plans.statuses import PROPOSAL, ProposalStatus, TaskKind
from phoihop.programmes.models import Clause
from phoihop.programmes.queries import current_edition

_LEADS = frozenset({"accept", "return", "take_up"})


@transaction.atomic
def judge(
    *, proposal: Proposal, verb: str, note: str = "", version: int, by: Member, at: datetime
) -> Proposal:
    """The lead accepts, returns with a note, or takes up again; what leaves the plan frees what it held."""
    row = locked_proposal(proposal, version=version)
    if verb not in _LEADS or not permissions.can_plan(by, row.round.programme):
        raise PermissionDenied
    if verb == "return" and not note.strip():
        raise Refused("Hãy ghi cần sửa điều gì.")
    row.status = ProposalStatus(PROPOSAL.after(row.status, verb))
    row.note = nfc(note).strip()
    row.merged_into = None
    row.version += 1
    row.save()
    if verb == "return":
        free_sources(row)
        proposal_notices.tell_returned(row, at=at)
    decide(row, verb, note=row.note, by=by, at=at)
    return row


@transaction.atomic
def accept_all(*, round_: ProposalRound, by: Member, at: datetime) -> int:
    """Accept every proposal still waiting; how many."""
    row = locked_round(round_)
    if not permissions.can_plan(by, row.programme):
        raise PermissionDenied
    waiting = Proposal.objects.select_for_update(of=("self",)).filter(
        round=row, status=ProposalStatus.PROPOSED
    )
    rows = list(waiting.order_by("pk"))
    for proposal in rows:
        proposal.status = ProposalStatus(PROPOSAL.after(proposal.status, "accept"))
        proposal.version += 1
        decide(proposal, "accept", by=by, at=at)
    Proposal.objects.bulk_update(rows, ["status", "version"])
    return len(rows)


@transaction.atomic
def merge(*, proposal: Proposal, into: Proposal, version: int, by: Member, at: datetime) -> Proposal:
    """The same content proposed twice goes on as one: `into` leads, the merged one's bodies coordinate.

    Both rows stay; the merged one is shown as a source of the other.
    """
    row = locked_proposal(proposal, version=version)
    if not permissions.can_plan(by, row.round.programme):
        raise PermissionDenied
    kept = Proposal.objects.select_for_update(of=("self",)).get(pk=into.pk)
    if kept.pk == row.pk or kept.round_id != row.round_id:
        raise Refused("Hãy chọn một đề xuất khác của cùng đợt để ghép vào.")
    if kept.status not in {ProposalStatus.PROPOSED, ProposalStatus.ACCEPTED}:
        raise Refused("Đề xuất được chọn đã ghép, trả lại hoặc rút nên không ghép vào được.")
    row.status = ProposalStatus(PROPOSAL.after(row.status, "merge"))
    row.merged_into = kept
    row.version += 1
    row.save()
    row.sources.update(merged_into=kept)
    taking_part = {row.body_id, *row.coordinators.values_list("pk", flat=True)} - {kept.body_id}
    kept.coordinators.add(*taking_part)
    decide(row, "merge", note=kept.content, by=by, at=at)
    return kept


@transaction.atomic
def move(*, proposal: Proposal, up: bool, version: int, by: Member, at: datetime) -> None:
    """One place up or down among the proposals under the same clause; at the edge nothing changes."""
    row = locked_proposal(proposal, version=version)
    if not permissions.can_plan(by, row.round.programme):
        raise PermissionDenied
    group = list(
        Proposal.objects.standing()
        .filter(round=row.round_id, clause__key=row.clause.key)
        .order_by("order", "pk")
    )
    place = [one.pk for one in group].index(row.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(group):
        return
    group[place], group[other] = group[other], group[place]
    for order, one in zip(sorted(one.order for one in group), group, strict=True):
        one.order = order
    Proposal.objects.bulk_update(group, ["order"])


@transaction.atomic
def carry_over(
    *, round_: ProposalRound, earlier: Iterable[Proposal], by: Member, at: datetime
) -> list[Proposal]:
    """Propose again what stood in another year's plan, a year's difference later; once each.

    Refused for what stood under a clause the programme no longer has.
    """
    row = locked_round(round_)
    clauses = {clause.key: clause for clause in current_edition(row.programme).clauses.all()}
    asked = set(row.calls.values_list("body_id", flat=True))
    taken = set(row.proposals.exclude(carried_from=None).values_list("carried_from_id", flat=True))
    last = row.proposals.aggregate(last=Max("order"))["last"] or 0
    made = []
    for order, old in enumerate((one for one in earlier if one.pk not in taken), start=last + 1):
        if old.round.programme_id != row.programme_id or old.body_id not in asked:
            raise Refused(f"“{old.content}” không phải của một bên đang được mời đề xuất.")
        if not permissions.can_propose_content(by, old.body, row.programme):
            raise PermissionDenied
        clause = clauses.get(old.clause.key)
        if clause is None:
            raise Refused(f"Mục của “{old.content}” không còn trong chương trình.")
        made.append(_carried(old, row, clause, order=order, by=by, at=at))
    return made


_CARRIED = (
    "body_id", "content", "place", "target_value", "target_unit", "target_words", "expected_result", "cost",
    "cost_source", "cost_source_name",
)  # fmt: skip


def _carried(
    old: Proposal, round_: ProposalRound, clause: Clause, *, order: int, by: Member, at: datetime
) -> Proposal:
    years = round_.year - old.round.year
    stays = old.person_id is not None and works_for(old.person_id, old.body, at=at)
    new = Proposal.objects.create(
        round=round_, clause=clause, kind=TaskKind(old.kind), order=order, carried_from=old, proposed_at=at,
        starts_on=add_months(old.starts_on, 12 * years), ends_on=_end(old.ends_on, 12 * years),
        person_id=old.person_id if stays else None, is_sample=round_.is_sample,
        **{name: getattr(old, name) for name in _CARRIED},
    )  # fmt: skip
    new.coordinators.set(old.coordinators.all())
    decide(new, "carry_over", note=str(old.round.year), by=by, at=at)
    return new


def _end(day: date, months: int) -> date:
    """The same day later; the end of February stays the end of February."""
    later = add_months(day, months)
    return month_end(later) if day == month_end(day) else later
