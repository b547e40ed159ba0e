"""Words and recipients of the messages about proposals for the joint plan."""

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Role
from phoihop.core import clock
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import Proposal, ProposalCall, ProposalRound

_WRITERS = (Role.LEADER, Role.OFFICER)


def _send(round_: ProposalRound, bodies: Collection[int], text: str, *, key: str, at: datetime) -> None:
    people = [person for body in bodies for person in notices.members_of(body, _WRITERS)]
    notices.send(
        person_ids=people,
        text=text,
        url=reverse("plans:proposals", args=[round_.pk]),
        dedup_key=f"proposals-{round_.pk}-{key}",
        at=at,
        is_sample=round_.is_sample,
    )


def ask_to_propose(round_: ProposalRound, *, at: datetime) -> None:
    """To the leaders and officers of every party but the lead."""
    programme = round_.programme
    bodies = [call.body_id for call in round_.calls.all() if call.body_id != programme.lead_id]
    text = (
        f"Mời đề xuất nội dung đơn vị chủ trì trong kế hoạch liên tịch năm {round_.year} thực hiện "
        f"“{programme.name}”, hạn cuối: hết ngày {round_.due_on:%d/%m/%Y}. {round_.note}"
    )
    _send(round_, bodies, text.strip(), key=f"open-{round_.due_on:%Y%m%d}", at=at)


def tell_answered(call: ProposalCall, *, at: datetime) -> None:
    """To the lead: a party's proposals are complete."""
    body = body_labels([call.body_id], clock.day_of(at))[call.body_id].short_name
    text = f"{body} đã gửi đủ đề xuất cho kế hoạch liên tịch năm {call.round.year}."
    _send(call.round, [call.round.programme.lead_id], text, key=f"answer-{call.pk}", at=at)


def tell_returned(proposal: Proposal, *, at: datetime) -> None:
    """To the party whose proposal is returned, with the reason."""
    text = f"Đề xuất “{proposal.content}” được trả lại để sửa: {proposal.note}"
    key = f"return-{proposal.pk}-{proposal.version}"
    _send(proposal.round, [proposal.body_id], text, key=key, at=at)


def tell_closed(round_: ProposalRound, *, at: datetime) -> None:
    """To every party: the proposals have become a draft."""
    bodies = [call.body_id for call in round_.calls.all()]
    text = f"Đã lập dự thảo kế hoạch liên tịch năm {round_.year} từ các đề xuất."
    _send(round_, bodies, text, key=f"close-{round_.version}", at=at)
