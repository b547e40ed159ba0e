"""For which bodies, places and periods a member may record a figure of a target."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.models import Edition
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import clause_line
from phoihop.programmes.statuses import SIGNED
from phoihop.targets import permissions
from phoihop.targets.calculations import period_choices
from phoihop.targets.content import ContributionContent
from phoihop.targets.models import Target
from phoihop.targets.queries.shares import shares_of_text
from phoihop.targets.queries.spans import edition_span


@dataclass(frozen=True)
class RecordChoices:
    """What the form offers; no bodies: the member may not record for this target."""

    bodies: list[tuple[int, str]]
    areas: list[tuple[int, str]]
    periods: list[tuple[str, list[Period]]]


def record_choices(target: Target, member: Member, today: date) -> RecordChoices:
    """Bodies one's own first; a fixed number of queries."""
    bodies = _bodies(target, member, today)
    return RecordChoices(
        bodies=bodies,
        areas=_areas(target, [pk for pk, _ in bodies], today),
        periods=period_choices(edition_span(target.edition, today), today=today),
    )


def _bodies(target: Target, member: Member, today: date) -> list[tuple[int, str]]:
    if member.role not in permissions.RECORDS or target.edition.status not in SIGNED:
        return []
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    taking_part = bodies_taking_part(target)
    ids = [
        pk
        for pk, parent in taking_part
        if pk in own or parent in own or target.edition.programme.lead_id in own
    ]
    labels = body_labels(ids, today)
    return sorted(
        ((pk, labels[pk].short_name) for pk in ids),
        key=lambda row: (row[0] not in own, labels[row[0]].sort_key),
    )


def share_choices(
    edition: Edition, today: date, *, target: Target | None = None
) -> list[tuple[ContributionContent, str, bool]]:
    """Every share the text gives, then every other body of the edition: its content, name, has it a share.

    Without a target nobody has a share yet.
    """
    shares = [
        ContributionContent(row.body_id, row.value, row.area_id, row.is_lead)
        for row in (shares_of_text(target).order_by("-is_lead", "pk") if target else [])
    ]
    ids = {pk for pk, _ in _with_parents(_of_edition(edition))}
    labels = body_labels(ids | {share.body_id for share in shares}, today)
    others = sorted(ids - {share.body_id for share in shares}, key=lambda pk: labels[pk].sort_key)
    rows = shares + [ContributionContent(pk) for pk in others]
    return [(row, labels[row.body_id].short_name, row in shares) for row in rows]


def clause_choices(edition: Edition) -> list[tuple[int, str]]:
    """The clauses in the order of the text, by their first words; one query."""
    return [(clause.pk, clause_line(clause).short) for clause in edition.clauses.order_by("order")]


def bodies_taking_part(target: Target) -> list[tuple[int, int | None]]:
    """Those with a share where shares were handed out, else all of the edition; each with its parent."""
    shares = Body.objects.filter(contributions__target=target)
    return _with_parents(shares) or _with_parents(_of_edition(target.edition))


def _of_edition(edition: Edition) -> QuerySet[Body]:
    return Body.objects.filter(
        Q(party_rows__edition=edition)
        | Q(assignments__clause__edition=edition)
        | Q(duty_rows__duty__clause__edition=edition)
        | Q(pk=edition.programme.lead_id)
    )


def _with_parents(bodies: QuerySet[Body]) -> list[tuple[int, int | None]]:
    return [(row.pk, row.parent_id) for row in bodies.only("pk", "parent").distinct()]


def _areas(target: Target, body_ids: list[int], today: date) -> list[tuple[int, str]]:
    """The places these bodies answer for, where shares name a place."""
    shares = target.contributions.exclude(area=None).filter(body__in=body_ids)
    ids = set(shares.values_list("area_id", flat=True))
    labels = area_labels({pk for pk in ids if pk}, today)
    return sorted(
        ((pk, label.full_name) for pk, label in labels.items()), key=lambda row: labels[row[0]].sort_key
    )
