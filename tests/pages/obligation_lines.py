"""The routes of due days: why, more time, letting off, requests, windows, the calendar, the boards."""

from collections.abc import Callable


def obligation_lines[L](
    _line: Callable[..., L], _file: Callable[..., L], _shared: Callable[..., L]
) -> dict[str, L]:
    """Whose page each is; `_line`, `_file` and `_shared` make the lines of `addresses`."""
    return {
        "reports:due": _line("vanphong"),
        "reports:ask_extension": _line("phunu", obligation_id="owed_obligation_id"),
        "reports:extend": _line("vanphong"),
        "reports:shorten": _line("vanphong"),
        "reports:waive": _line("vanphong"),
        "reports:owe_again": _line("vanphong"),
        "reports:grant_extension": _line("vanphong"),
        "reports:refuse_extension": _line("vanphong"),
        "reports:take_back_extension": _line("phunu"),
        "reports:special_form": _line("vanphong"),
        "reports:ask_special": _line("vanphong"),
        "reports:special": _line("vanphong"),
        "reports:withdraw_request": _line("vanphong"),
        "reports:windows": _line("vanphong"),
        "reports:choose_window": _line("vanphong"),
        "reports:calendar": _shared("vanphong"),
        "reports:calendar_preview": _line("quantri"),
        "reports:calendar_write": _line("quantri"),
        "reports:calendar_undo": _line("quantri"),
        "reports:places": _line("vanphong"),
        "reports:places_file": _file("vanphong"),
        "reports:mutual": _line("vanphong", duty_id="mutual_duty_id"),
    }
