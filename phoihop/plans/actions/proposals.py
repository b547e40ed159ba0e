"""The call for proposals to a year's joint plan, and what each party proposes until it is closed.

Every act locks the round's row first: what came before the closing is in, what comes after is told so.
"""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Body
from phoihop.plans import permissions, proposal_notices
from phoihop.plans.actions.tasks import works_for
from phoihop.plans.content import ProposalContent
from phoihop.plans.models import Proposal, ProposalCall, ProposalDecision, ProposalRound
from phoihop.plans.statuses import PROPOSAL, ProposalStatus
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.queries import current_edition, heirs_in
from phoihop.programmes.statuses import EditionStatus

CLOSED = "Đợt đề xuất này đã khép lại, kế hoạch đã vào dự thảo. Hãy góp ý vào dự thảo ở trang Hiệp thương."


@transaction.atomic
def open_proposals(
    *, programme: Programme, year: int, due_on: date, note: str = "", by: Member, at: datetime
) -> ProposalRound:
    """Ask every party of a programme in force what it would lead in `year`; one round a year.

    A party that ended is asked through those who came after it. Refused outside the programme's period.
    """
    row = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if not permissions.can_plan(by, row):
        raise PermissionDenied
    edition = _plannable(row, year)
    if due_on < clock.day_of(at):
        raise Refused("Hạn gửi đề xuất không được trước hôm nay.")
    if ProposalRound.objects.filter(programme=row, year=year).exists():
        raise Refused(f"Đã có đợt đề xuất cho kế hoạch liên tịch năm {year}.")
    if row.plans.filter(kind=ProgrammeKind.JOINT_PLAN, year=year).exists():
        raise Refused(f"Đã có kế hoạch liên tịch năm {year}.")
    made = ProposalRound.objects.create(
        programme=row, year=year, due_on=due_on, note=nfc(note).strip(), opened_by_id=by.person_id,
        opened_at=at, is_sample=row.is_sample,
    )  # fmt: skip
    asked = parties_standing(edition, clock.day_of(at))
    ProposalCall.objects.bulk_create(ProposalCall(round=made, body_id=body) for body in asked)
    proposal_notices.ask_to_propose(made, at=at)
    return made


def _plannable(programme: Programme, year: int) -> Edition:
    if programme.is_plan:
        raise Refused("Kế hoạch liên tịch lập cho một chương trình, không lập cho một kế hoạch.")
    edition = current_edition(programme)
    if edition.status != EditionStatus.IN_FORCE:
        raise Refused("Chương trình chưa có hiệu lực nên chưa lập kế hoạch liên tịch.")
    if not years_of(edition, year).start <= year < years_of(edition, year).stop:
        raise Refused(f"Năm {year} nằm ngoài thời gian thực hiện của chương trình.")
    return edition


def years_of(edition: Edition, fallback: int) -> range:
    """The years of an edition; without a printed end two years from `fallback` or its first one on."""
    first = (edition.period_start or edition.in_force_from or date(fallback, 1, 1)).year
    last = edition.period_end.year if edition.period_end else max(first, fallback) + 2
    return range(first, last + 1)


def parties_standing(edition: Edition, on: date) -> list[int]:
    """The parties of the grid as they stand on a day: themselves or their successors; two queries."""
    heirs = heirs_in(edition.programme_id)
    rows = edition.parties.order_by("order").values_list("body_id", flat=True)
    return list(dict.fromkeys(body for row in rows for body in heirs.standing(row, on)))


@transaction.atomic
def change_call(
    *, round_: ProposalRound, due_on: date, note: str, version: int, by: Member, at: datetime
) -> ProposalRound:
    """Another last day or other words; those asked are told of the new day."""
    row = locked_round(round_)
    if not permissions.can_plan(by, row.programme):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Đợt đề xuất")
    if due_on < clock.day_of(at):
        raise Refused("Hạn gửi đề xuất không được trước hôm nay.")
    row.due_on, row.note = due_on, nfc(note).strip()
    row.version += 1
    row.save(update_fields=["due_on", "note", "version"])
    proposal_notices.ask_to_propose(row, at=at)
    return row


@transaction.atomic
def propose(
    *, round_: ProposalRound, body: Body, content: ProposalContent, by: Member, at: datetime
) -> Proposal:
    """A content `body` would lead; the lead may enter it for a party. Its answer is open again."""
    row = locked_round(round_)
    call = _call_of(row, body, by)
    _check(row, body, content, at=at)
    last = Proposal.objects.filter(round=row).aggregate(last=Max("order"))["last"]
    made = Proposal.objects.create(
        round=row, body=body, order=(last or 0) + 1, proposed_at=at, is_sample=row.is_sample,
        **_columns(content),
    )  # fmt: skip
    made.coordinators.set(_others(content, body))
    _unanswer(call)
    decide(made, "propose", by=by, at=at)
    return made


@transaction.atomic
def change_proposal(
    *, proposal: Proposal, content: ProposalContent, version: int, by: Member, at: datetime
) -> Proposal:
    """Other words, days or numbers: whatever the lead said of it before, it waits to be looked at anew."""
    row = locked_proposal(proposal, version=version)
    call = _call_of(row.round, row.body, by)
    _check(row.round, row.body, content, at=at)
    row.status = ProposalStatus(PROPOSAL.after(row.status, "change"))
    row.merged_into, row.note = None, ""
    for name, value in _columns(content).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    row.coordinators.set(_others(content, row.body))
    _unanswer(call)
    decide(row, "change", by=by, at=at)
    return row


@transaction.atomic
def withdraw_proposal(*, proposal: Proposal, version: int, by: Member, at: datetime) -> Proposal:
    """A party takes its proposal back; what was merged into it waits to be looked at anew."""
    row = locked_proposal(proposal, version=version)
    _call_of(row.round, row.body, by)
    row.status = ProposalStatus(PROPOSAL.after(row.status, "withdraw"))
    row.merged_into = None
    row.version += 1
    row.save()
    free_sources(row)
    decide(row, "withdraw", by=by, at=at)
    return row


@transaction.atomic
def answer_call(*, round_: ProposalRound, body: Body, by: Member, at: datetime) -> ProposalCall:
    """The party's proposals are complete, or it has none. Twice stays once."""
    row = locked_round(round_)
    call = _call_of(row, body, by)
    if call.answered_at is None:
        call.answered_by_id, call.answered_at = by.person_id, at
        call.save(update_fields=["answered_by", "answered_at"])
        proposal_notices.tell_answered(call, at=at)
    return call


def locked_round(round_: ProposalRound) -> ProposalRound:
    """The locked row of an open round, with its programme; Refused once it is closed."""
    rows = ProposalRound.objects.select_for_update(of=("self",)).select_related("programme__lead")
    row = rows.get(pk=round_.pk)
    if row.closed_at is not None:
        raise Refused(CLOSED)
    return row


def locked_proposal(proposal: Proposal, *, version: int) -> Proposal:
    """A proposal of an open round, both rows locked; Conflict when somebody changed it meanwhile."""
    round_ = locked_round(ProposalRound(pk=proposal.round_id))
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("body", "clause__edition")
    row = rows.get(pk=proposal.pk)
    row.round = round_
    if row.version != version:
        raise Conflict("Đề xuất này")
    return row


def free_sources(row: Proposal) -> None:
    """What was merged into `row` stands for itself again."""
    for source in row.sources.all():
        source.status, source.merged_into = ProposalStatus.PROPOSED, None
        source.version += 1
        source.save(update_fields=["status", "merged_into", "version"])


def decide(proposal: Proposal, verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    """Write who did what with the proposal."""
    ProposalDecision.objects.create(
        proposal=proposal, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at
    )


def _call_of(round_: ProposalRound, body: Body, by: Member) -> ProposalCall:
    """The call of a party the member writes for, or that the lead enters for it."""
    call = round_.calls.filter(body=body).first()
    if call is None:
        raise Refused("Đơn vị này không phải bên của chương trình nên không đề xuất ở đây.")
    if not permissions.can_propose_content(by, body, round_.programme):
        raise PermissionDenied
    return call


def _unanswer(call: ProposalCall) -> None:
    call.answered_by_id, call.answered_at = None, None
    call.save(update_fields=["answered_by", "answered_at"])


def _others(content: ProposalContent, body: Body) -> list[int]:
    return [pk for pk in dict.fromkeys(content.coordinator_ids) if pk != body.pk]


def _columns(content: ProposalContent) -> dict[str, object]:
    given = {name: value for name, value in vars(content).items() if name != "coordinator_ids"}
    return {name: nfc(value).strip() if isinstance(value, str) else value for name, value in given.items()}


def _check(round_: ProposalRound, body: Body, content: ProposalContent, *, at: datetime) -> None:
    if not content.content.strip():
        raise Refused("Hãy ghi nội dung đề xuất.")
    if content.clause.edition.programme_id != round_.programme_id:
        raise Refused("Mục này không thuộc chương trình đang lập kế hoạch.")
    if content.ends_on < content.starts_on:
        raise Refused("Ngày kết thúc không được trước ngày bắt đầu.")
    if content.starts_on.year != round_.year or content.ends_on.year != round_.year:
        raise Refused(f"Thời gian phải nằm trong năm {round_.year}.")
    if content.target_value is not None and not (content.target_value > 0 and content.target_unit.strip()):
        raise Refused("Chỉ tiêu là số dương và cần đơn vị tính, ví dụ 4 “buổi”.")
    if (content.cost is None) != (not content.cost_source):
        raise Refused("Kinh phí dự kiến cần cả số tiền và nguồn.")
    if content.person_id is not None and not works_for(content.person_id, body, at=at):
        raise Refused("Người phụ trách không thuộc đơn vị chủ trì.")
