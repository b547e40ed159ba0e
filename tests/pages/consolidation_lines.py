"""The routes of consolidated reports and of the boards' files."""

from collections.abc import Callable


def consolidation_lines[L](
    _line: Callable[..., L], _file: Callable[..., L], _shared: Callable[..., L]
) -> dict[str, L]:
    """Whose page each is; the functions make the lines of `addresses`."""
    return {
        "reports:consolidations": _shared("vanphong"),
        "reports:consolidations_file": _file("vanphong", everybodys=True),
        "reports:boards_file": _file("vanphong", everybodys=True),
        "reports:consolidate": _line("vanphong"),
        "reports:consolidation": _line("vanphong"),
        "reports:consolidation_save": _line("vanphong"),
        "reports:consolidation_paragraphs": _line("vanphong"),
        "reports:consolidation_paragraphs_save": _line("vanphong"),
        "reports:consolidation_hand_up": _line("vanphong"),
        "reports:consolidation_reopen": _line("vanphong"),
        "reports:consolidation_sign": _line("chutich"),
        "reports:consolidation_number": _line("vanthu"),
        "reports:consolidation_pdf": _file("vanphong"),
        "reports:consolidation_word": _file("vanphong"),
        "reports:consolidation_file": _file("vanphong"),
    }
