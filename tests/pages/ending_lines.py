"""The routes of an end and what comes after it: dropped drafts, handovers, reviews, the next period."""

from collections.abc import Callable


def ending_lines[L](_line: Callable[..., L], _file: Callable[..., L]) -> dict[str, L]:
    """Whose page each is; `_line` and `_file` make the lines of `addresses`."""
    return {
        "lifecycle:drop_draft": _line("vanphong"),
        "lifecycle:last_period": _line("vanphong", everybodys=True),
        "lifecycle:handovers": _line("vanphong", everybodys=True),
        "lifecycle:publish_succession": _line("vanphong"),
        "lifecycle:reviews": _line("vanphong"),
        "lifecycle:review": _line("vanphong"),
        "lifecycle:confirm_review": _line("vanphong"),
        "lifecycle:reopen_review": _line("vanphong"),
        "lifecycle:drop_review": _line("vanphong"),
        "lifecycle:review_word": _file("vanphong"),
        "lifecycle:review_pdf": _file("vanphong"),
        "lifecycle:succession": _line("vanphong"),
        "lifecycle:undo_succession": _line("vanphong"),
    }
