"""The routes of entering many figures, and of the periods that close."""

from collections.abc import Callable


def entering_lines[L](_line: Callable[..., L], _file: Callable[..., L]) -> dict[str, L]:
    """Whose page each is; `_line` and `_file` make the lines of `addresses`."""
    return {
        "targets:grid": _line("vanphong"),
        "targets:workbook": _file("vanphong"),
        "targets:import": _line("vanphong"),
        "targets:entering": _line("vanphong"),
        "targets:drop_entering": _line("vanphong"),
        "targets:undo_entering": _line("vanphong"),
        "targets:marked": _file("vanphong"),
        "targets:take": _line("vanphong"),
        "targets:periods": _line("vanphong"),
        "targets:close": _line("vanphong"),
        "targets:reopen": _line("vanphong"),
    }
