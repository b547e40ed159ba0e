"""Who may do what with a draft."""

from phoihop.core.member import Member
from phoihop.drafting.models import Draft

_REVIEWERS = {"officer", "leader"}


def can_read_papers(member: Member) -> bool:
    """Officers and leaders may put a paper in."""
    return member.role in _REVIEWERS


def can_review(member: Member, draft: Draft) -> bool:
    """Officers and leaders of the body that read the paper decide on what was read."""
    return member.role in _REVIEWERS and draft.body_id == member.body_id
