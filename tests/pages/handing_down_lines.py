"""The routes of hand-down: whose page each is."""

from collections.abc import Callable

_BELOW = {"programme_id": "adopted_programme_id"}


def lines[L](line: Callable[..., L], file: Callable[..., L], shared: Callable[..., L]) -> dict[str, L]:
    """By route; the lead's side with the commune's own programme, a place's side with the one from above."""
    above = {
        f"lifecycle:{name}": line("vanphong")
        for name in ("handing_down", "hand_down", "look_below", "undo_hand_down", "answer_decline", "shares")
    }
    below = {
        f"lifecycle:{name}": line("vanphong", **_BELOW)
        for name in (
            "adopt", "decline", "take_back_adoption", "confirm_parent", "add_under", "raise_target",
            "split_share",
        )
    }  # fmt: skip
    return (
        above
        | below
        | {
            "lifecycle:handing_down_file": file("vanphong"),
            "lifecycle:from_parent": shared("vanphong"),
        }
    )
