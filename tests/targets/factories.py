"""Targets and figures for tests, through the actions; programmes come from tests.programmes.factories."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from PIL import Image

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.programmes.models import Clause, Edition
from phoihop.targets import actions
from phoihop.targets.content import ContributionContent, TargetSpec, usual_rules
from phoihop.targets.models import Figure, Target
from phoihop.targets.statuses import Comparator, FigureState, ScopeKind, TargetKind
from tests.programmes import factories as programmes

AT = datetime(2026, 4, 2, 2, 0, tzinfo=UTC)
FIRST_QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))


def spec(name: str = "doanh nghiệp thành lập mới", **fields: Any) -> TargetSpec:
    """A count "từ 10 doanh nghiệp trở lên" by the usual rules of its kind, unless `fields` say otherwise."""
    kind = fields.pop("kind", TargetKind.COUNT)
    scope_kind = fields.pop("scope_kind", ScopeKind.PLACE)
    values: dict[str, Any] = {"value": 10, "unit": "doanh nghiệp", "comparator": Comparator.AT_LEAST} | fields
    for number in ("value", "value_max", "base", "baseline"):
        if values.get(number) is not None:
            values[number] = Decimal(str(values[number]))
    rules = values.pop("rules", usual_rules(kind, scope_kind=scope_kind))
    return TargetSpec(name=name, kind=kind, scope_kind=scope_kind, rules=rules, **values)


def ratio(name: str = "tỷ lệ tham gia BHYT", value: object = 97, **fields: Any) -> TargetSpec:
    """ "từ 97% trở lên"."""
    return spec(name, kind=TargetKind.RATIO, value=value, unit="%", **fields)


def share(body: Body, value: object = None, **fields: Any) -> ContributionContent:
    """A body's share of a target."""
    return ContributionContent(body.pk, None if value is None else Decimal(str(value)), **fields)


def target(
    edition: Edition | None = None,
    *,
    spec: TargetSpec | None = None,
    shares: list[ContributionContent] | None = None,
    clause: Clause | None = None,
    part_of: Target | None = None,
) -> Target:
    """A target of a draft edition, under II.1 unless told."""
    edition = edition or programmes.edition()
    return actions.add_target(
        edition=edition,
        clause=clause or programmes.clause(edition),
        spec=spec or _usual_spec(),
        contributions=shares or [],
        part_of=part_of,
        by=programmes.member(edition.programme.lead),
        at=AT,
    )


def _usual_spec() -> TargetSpec:
    return spec()


def figure(
    target: Target,
    body: Body | None = None,
    numerator: object = 8,
    denominator: object = None,
    *,
    period: Period = FIRST_QUARTER,
    by: Member | None = None,
    **fields: Any,
) -> Figure:
    """A figure of the lead's (or `body`'s) for the first quarter; the target's edition must be in force."""
    body = body or target.edition.programme.lead
    values: dict[str, Any] = {"state": FigureState.REPORTED, "at": AT} | fields
    return actions.record_figure(
        target=target,
        body=body,
        period=period,
        numerator=None if numerator is None else Decimal(str(numerator)),
        denominator=None if denominator is None else Decimal(str(denominator)),
        by=by or programmes.member(body),
        **values,
    )


def photo() -> bytes:
    """A small picture."""
    held = io.BytesIO()
    Image.new("RGB", (8, 8), "#c1121f").save(held, "PNG")
    return held.getvalue()


def stored_photo(body: Body) -> StoredFile:
    """A picture the body stored."""
    by = programmes.member(body)
    return store_file(content=photo(), name="anh.png", media_type="image/png", by=by, at=AT)


def accepted(figure: Figure) -> Figure:
    """The figure, accepted by the lead."""
    lead = figure.target.edition.programme.lead
    actions.accept_figures(figures=[figure], by=programmes.member(lead), at=AT)
    return figure
