"""The routes of dashboards: the pictures of a programme, and views kept under a name."""

from collections.abc import Callable

_NATIONAL = {"programme_id": "national_programme_id"}
type _Make[L] = Callable[..., L]


def dashboard_lines[L](_line: _Make[L], _file: _Make[L], _shared: _Make[L]) -> dict[str, L]:
    """Whose page each is; `_line`, `_file` and `_shared` make the lines of `addresses`."""
    return {
        "dashboards:overview": _shared("vanphong"),
        "dashboards:place": _line("vanphong"),
        "dashboards:place_file": _file("vanphong"),
        "dashboards:heat": _line("vanphong"),
        "dashboards:heat_file": _file("vanphong"),
        "dashboards:trend": _line("vanphong"),
        "dashboards:trend_file": _file("vanphong"),
        "dashboards:compare": _line("trunguong", **_NATIONAL),
        "dashboards:compare_file": _file("trunguong", **_NATIONAL),
        "dashboards:tiles": _line("trunguong", **_NATIONAL),
        "dashboards:tiles_file": _file("trunguong", **_NATIONAL),
        "dashboards:views": _shared("vanphong"),
        "dashboards:save_view": _shared("vanphong"),
        "dashboards:open_view": _line("vanphong"),
        "dashboards:change_view": _line("vanphong"),
        "dashboards:delete_view": _line("vanphong"),
        "dashboards:open_link": _shared("vanphong", link="view_link"),
    }
