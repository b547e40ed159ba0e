"""The routes of reminders: one's own habits and addresses, channels, what a lead sees and sets."""

from collections.abc import Callable


def reminder_lines[L](_line: Callable[..., L]) -> dict[str, L]:
    """Whose page each is; `_line` makes the lines of `addresses`."""
    own = {
        name: _line("vanphong", everybodys=True)
        for name in (
            "accounts:reminder_habits",
            "accounts:ask_address",
            "accounts:confirm_address",
            "accounts:use_address",
            "accounts:forget_address",
            "reports:reminders",
        )
    }
    return own | {
        "accounts:channels": _line("quantri"),
        "accounts:try_channel": _line("quantri"),
        "reports:reminders_sent": _line("vanphong"),
        "reports:reminder_rule": _line("vanphong", kind="reminder_kind"),
        "reports:resend_reminder": _line("vanphong", delivery_id="failed_delivery_id"),
    }
