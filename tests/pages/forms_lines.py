"""The routes of report forms, of writing together, and of a report as a paper."""

from collections.abc import Callable


def forms_lines[L](_line: Callable[..., L], _file: Callable[..., L]) -> dict[str, L]:
    """Whose page each is; `_line` and `_file` make the lines of `addresses`."""
    writing = {"report_id": "open_report_id"}
    return {
        "reports:forms": _line("vanphong"),
        "reports:form": _line("vanphong"),
        "reports:form_add": _line("vanphong"),
        "reports:form_part": _line("vanphong", key="form_part_key"),
        "reports:form_move": _line("vanphong", key="form_part_key"),
        "reports:form_drop": _line("vanphong", key="form_part_key"),
        "reports:form_preview": _line("vanphong"),
        "reports:form_publish": _line("vanphong"),
        "reports:form_version": _line("vanphong", number="form_number"),
        "reports:form_route": _line("vanphong"),
        "reports:autosave": _line("nongdan", **writing),
        "reports:variants": _line("nongdan", **writing),
        "reports:settle": _line("nongdan", **writing),
        "reports:pdf": _file("vanphong"),
        "reports:sheets": _file("vanphong"),
        "reports:sign": _line("hoiphunu"),
        "reports:number": _line("vanthu"),
    }
