"""How far the parts of a draft's targets add up, and what is still asked or offered."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from phoihop.core.member import Member
from phoihop.core.numbers import decimal_words
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.targets import permissions
from phoihop.targets.calculations import adds_up, check_shares, target_words
from phoihop.targets.models import Contribution, PartOffer, Target
from phoihop.targets.statuses import OfferStatus

_COLOURS = ("blue", "green", "orange", "purple", "teal", "pink", "cyan")


@dataclass(frozen=True)
class Segment:
    """A body's part as a stretch of the bar; `percent` of the bar's length."""

    body: str
    value: str
    percent: Decimal
    colour: str


@dataclass(frozen=True)
class PartsLine:
    """A target whose shares add up: what is handed out of the whole."""

    target_id: int
    name: str
    clause_path: str
    goal: str
    unit: str
    whole: str
    allocated: str
    gap_words: str
    segments: tuple[Segment, ...]
    mark: Decimal
    is_agreed: bool
    is_over: bool
    is_fixed: bool
    open_offers: int

    @property
    def words(self) -> str:
        """The bar in words."""
        parts = ", ".join(f"{s.body} {s.value}" for s in self.segments)
        return f"{self.allocated}/{self.whole} {self.unit}, {self.gap_words}" + (
            f": {parts}" if parts else ""
        )


@dataclass(frozen=True)
class OfferLine:
    """One proposal, and what this member may do with it."""

    id: int
    body: str
    value: str
    is_from_lead: bool
    note: str
    status: str
    status_label: str
    by: str
    at: datetime
    answered_by: str
    answered_at: datetime | None
    answer: str
    may_answer: bool
    may_withdraw: bool
    may_undo: bool

    @property
    def is_open(self) -> bool:
        return self.status == OfferStatus.OPEN


@dataclass(frozen=True)
class OffersPage:
    """A target with its bar, its proposals (latest first) and for whom this member may propose."""

    target: Target
    line: PartsLine | None
    offers: list[OfferLine]
    choices: list[tuple[int, str]]


def edition_parts(edition: Edition, *, on: date) -> list[PartsLine]:
    """Every target of the edition whose shares add up, in order; four queries."""
    targets = list(edition.targets.select_related("clause").order_by("order"))
    shares: dict[int, list[Contribution]] = defaultdict(list)
    for row in Contribution.objects.filter(target__in=targets).order_by("-is_lead", "pk"):
        shares[row.target_id].append(row)
    waiting: dict[int, int] = defaultdict(int)
    offers = PartOffer.objects.filter(target__in=targets, status=OfferStatus.OPEN)
    for target_id in offers.values_list("target_id", flat=True):
        waiting[target_id] += 1
    labels = body_labels({row.body_id for rows in shares.values() for row in rows}, on)
    names = {pk: label.short_name for pk, label in labels.items()}
    lines = (_line(target, shares[target.pk], names, waiting[target.pk]) for target in targets)
    return [line for line in lines if line is not None]


def _line(
    target: Target, shares: list[Contribution], names: dict[int, str], waiting: int
) -> PartsLine | None:
    spec = target.spec
    nothing = check_shares(spec, [Decimal(0)])
    if nothing is None or nothing.whole <= 0:
        return None
    check = check_shares(spec, [row.value for row in shares]) or nothing
    length = max(check.whole, check.allocated)
    return PartsLine(
        target_id=target.pk,
        name=target.name,
        clause_path=target.clause.path,
        goal=target_words(spec),
        unit=spec.unit,
        whole=decimal_words(check.whole),
        allocated=decimal_words(check.allocated),
        gap_words=check.gap_words,
        segments=tuple(_segments(shares, names, length)),
        mark=check.whole / length * 100,
        is_agreed=adds_up(spec, check) and bool(check.allocated) and not waiting,
        is_over=check.gap < 0,
        is_fixed=check.limit is not None,
        open_offers=waiting,
    )


def _segments(shares: list[Contribution], names: dict[int, str], length: Decimal) -> list[Segment]:
    given = [(names[row.body_id], row.value) for row in shares if row.value]
    return [
        Segment(name, decimal_words(value), value / length * 100, _COLOURS[place % len(_COLOURS)])
        for place, (name, value) in enumerate(given)
    ]


def unsettled(edition: Edition, *, on: date) -> list[PartsLine]:
    """Targets with handed-out parts that do not make the whole yet, or with a proposal unanswered."""
    lines = edition_parts(edition, on=on)
    return [line for line in lines if not line.is_agreed and (line.segments or line.open_offers)]


def offers_page(target: Target, member: Member, *, on: date) -> OffersPage:
    """The page of a target's parts; a fixed number of queries."""
    rows = list(
        PartOffer.objects.filter(target=target).select_related("by_person", "answered_by").order_by("-pk")
    )
    shares = list(Contribution.objects.filter(target=target).order_by("-is_lead", "pk"))
    party_ids = list(target.edition.parties.order_by("order").values_list("body_id", flat=True))
    ids = {row.body_id for row in rows} | {row.body_id for row in shares} | set(party_ids)
    names = {pk: label.short_name for pk, label in body_labels(ids, on).items()}
    leads = permissions.can_ask_parts(member, target.edition)
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    writes = member.role in permissions.RECORDS
    bodies = list(dict.fromkeys([*party_ids, *(row.body_id for row in shares)]))
    waiting = sum(row.status == OfferStatus.OPEN for row in rows)
    return OffersPage(
        target=target,
        line=_line(target, shares, names, waiting),
        offers=[_offer(row, names, leads=leads, own=own if writes else set()) for row in rows],
        choices=[(pk, names[pk]) for pk in bodies if writes and (leads or pk in own)],
    )


def _offer(row: PartOffer, names: dict[int, str], *, leads: bool, own: set[int]) -> OfferLine:
    is_open = row.status == OfferStatus.OPEN
    mine = row.body_id in own
    return OfferLine(
        id=row.pk,
        body=names[row.body_id],
        value=decimal_words(row.value),
        is_from_lead=row.is_from_lead,
        note=row.note,
        status=row.status,
        status_label=row.get_status_display(),
        by=row.by_person.full_name,
        at=row.at,
        answered_by=row.answered_by.full_name if row.answered_by else "",
        answered_at=row.answered_at,
        answer=row.answer,
        may_answer=is_open and (mine if row.is_from_lead else leads),
        may_withdraw=is_open and (leads if row.is_from_lead else mine),
        may_undo=row.status == OfferStatus.ACCEPTED and (leads or mine),
    )
