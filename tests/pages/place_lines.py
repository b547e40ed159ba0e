"""The routes of a target opened place by place, and of the comparison of totals."""

from collections.abc import Callable


def place_lines[L](_line: Callable[..., L], _file: Callable[..., L]) -> dict[str, L]:
    """Whose page each is; `_line` and `_file` make the lines of `addresses`."""
    return {
        "targets:place": _line("vanphong"),
        "targets:place_export": _file("vanphong"),
        "targets:checks": _line("quantrixa", everybodys=True),
    }
