"""What every page of a programme's dashboards takes from its address."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import acting
from phoihop.core.numbers import whole_number
from phoihop.dashboards.queries.scope import Scope, scope_of
from phoihop.programmes.models import Programme

KEPT = ("noi", "nam", "chi-tieu", "xep")
"""The words of the address that stay when one goes from picture to picture."""


@dataclass(frozen=True)
class Look:
    """The scope with the chosen year, target and order; `page` is which page of a long list."""

    scope: Scope
    year: int
    target_id: int | None
    order: str
    page: str | None
    today: date
    kept: str

    @property
    def years(self) -> list[int]:
        """Those the programme runs in up to this one, the latest first; five at most."""
        edition = self.scope.edition
        first = edition.period_start.year if edition.period_start else self.today.year - 4
        last = min(edition.period_end.year, self.today.year) if edition.period_end else self.today.year
        return list(range(max(last, first), first - 1, -1))[:5]

    @property
    def tabs(self) -> list[tuple[str, str]]:
        """(words, address) of the pictures there are for this place."""
        names = [("Chỉ tiêu và nhịp", "place"), ("Ai báo cáo khi nào", "heat"), ("Xu hướng", "trend")]
        if self.scope.has_places_below:
            names.append(("So các nơi cùng loại", "compare"))
        if self.scope.is_nation:
            names.append(("Các tỉnh, thành phố", "tiles"))
        pk = self.scope.programme.pk
        return [(words, reverse(f"dashboards:{name}", args=[pk])) for words, name in names]

    def context(self, **more: Any) -> dict[str, Any]:
        """What the common frame of these pages shows, with what a page adds."""
        scope = self.scope
        frame = {"look": self, "scope": scope, "programme": scope.programme, "place": scope.place}
        return frame | {"is_sample": scope.programme.is_sample} | more


def look_of(request: HttpRequest, programme_id: int) -> Look:
    """404 for a programme the member does not see, and for a place outside it."""
    today, given = clock.today(), request.GET
    try:
        scope = scope_of(
            acting(request),
            programme_id=programme_id,
            area_id=whole_number(given.get("noi")),
            today=today,
        )
    except Programme.DoesNotExist as missing:
        raise Http404 from missing
    year = whole_number(given.get("nam"))
    words = given.copy()
    for name in list(words):
        if name not in KEPT:
            del words[name]
    return Look(
        scope=scope,
        year=year if year is not None and 1990 <= year <= 2100 else today.year,
        target_id=whole_number(given.get("chi-tieu")),
        order=given.get("xep", ""),
        page=given.get("trang"),
        today=today,
        kept=f"?{words.urlencode()}" if words else "",
    )
