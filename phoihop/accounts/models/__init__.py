"""Accounts: memberships, what people are told and by which channel, views they keep."""

from phoihop.accounts.models.deliveries import (
    Address,
    Delivery,
    DeliveryDecision,
    DeliveryState,
    ReminderChoice,
    Rhythm,
)
from phoihop.accounts.models.memberships import (
    BodySecurity,
    Decision,
    Membership,
    MembershipDecision,
    Role,
)
from phoihop.accounts.models.notices import Notice
from phoihop.accounts.models.saved_views import SavedView
from phoihop.accounts.models.sessions import Session

__all__ = [
    "Address",
    "BodySecurity",
    "Decision",
    "Delivery",
    "DeliveryDecision",
    "DeliveryState",
    "Membership",
    "MembershipDecision",
    "Notice",
    "ReminderChoice",
    "Rhythm",
    "Role",
    "SavedView",
    "Session",
]
