"""What the pages of composing show: a programme's duties with their forms, one form, who reviews when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.facts import DutyKind
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.reports.calculations.form_parts import USUAL, FormPart, parts_of
from phoihop.reports.models import FormVersion, Obligation, ReportForm, ReviewRoute
from phoihop.reports.queries.routes import may_review
from phoihop.targets.models import Target

_KINDS = [DutyKind.REPORT, DutyKind.REVIEW]


@dataclass(frozen=True)
class DutyLine:
    """A duty with the version of its form that was published last, if any."""

    duty_id: int
    name: str
    number: int | None
    counts_from: date | None
    has_route: bool


@dataclass(frozen=True)
class RouteBody:
    """A body that reviews, with its step ("" for none)."""

    body_id: int
    name: str
    position: int | None


@dataclass(frozen=True)
class RouteLine:
    """The order of reviewing of a duty; `version` 0 while there is none."""

    bodies: Sequence[RouteBody]
    restarts: bool
    version: int


@dataclass(frozen=True)
class FormPageOfDuty:
    """One duty's form: the draft's parts, its versions latest first, and the next period to begin."""

    duty: DutyRule
    parts: Sequence[FormPart]
    version: int
    versions: Sequence[FormVersion]
    next_start: date | None
    route: RouteLine

    @property
    def is_changed(self) -> bool:
        """Whether the draft says something else than the last version."""
        last = parts_of(self.versions[0].parts) if self.versions else list(USUAL)
        return list(self.parts) != last


def duty_lines(programme: Programme) -> list[DutyLine]:
    """The reporting duties of the edition in force; four queries."""
    editions = standing_editions([programme.pk])
    rows = list(DutyRule.objects.filter(clause__edition__in=editions, kind__in=_KINDS).order_by("pk"))
    keys = [row.key for row in rows]
    versions = FormVersion.objects.filter(form__duty_key__in=keys).order_by("number").select_related("form")
    last = {row.form.duty_key: row for row in versions}
    routes = set(ReviewRoute.objects.filter(duty_key__in=keys).values_list("duty_key", flat=True))
    return [
        DutyLine(
            row.pk, row.name, last[row.key].number if row.key in last else None,
            last[row.key].counts_from if row.key in last else None, row.key in routes,
        )
        for row in rows
    ]  # fmt: skip


def form_of_duty(duty: DutyRule, *, today: date) -> FormPageOfDuty:
    """The page of one duty, loaded with its clause's edition; a constant number of queries."""
    form = ReportForm.objects.filter(duty_key=duty.key).first()
    versions = form.versions.select_related("by_person").order_by("-number") if form else []
    coming = Obligation.objects.filter(duty_key=duty.key, period_start__gt=today)
    return FormPageOfDuty(
        duty=duty,
        parts=parts_of(form.parts) if form else USUAL,
        version=form.version if form else 1,
        versions=list(versions),
        next_start=coming.order_by("period_start").values_list("period_start", flat=True).first(),
        route=route_line(duty, today=today),
    )


def route_line(duty: DutyRule, *, today: date) -> RouteLine:
    """The order of reviewing as the form of it shows it; four queries."""
    bodies = may_review(duty)
    labels = body_labels([body.pk for body in bodies], today)
    route = ReviewRoute.objects.filter(duty_key=duty.key).first()
    positions = dict(route.steps.values_list("body_id", "position")) if route else {}
    known = [body.pk for body in bodies if body.pk in labels]
    found = [RouteBody(pk, labels[pk].name, positions.get(pk)) for pk in known]
    return RouteLine(found, route.restarts if route else True, route.version if route else 0)


def target_choices(duty: DutyRule) -> list[tuple[str, str]]:
    """The targets a form may choose among, by key; one query."""
    rows = Target.objects.filter(edition=duty.clause.edition_id).order_by("order")
    return [(str(key), name) for key, name in rows.values_list("key", "name")]
