"""What a place sees of a programme it takes from above, and from which ones it may begin by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.organisations.queries import area_path, body_labels
from phoihop.programmes.calculations import due_rule_of, rule_words
from phoihop.programmes.models import (
    Adoption,
    AdoptionDecision,
    DutyRule,
    Edition,
    Party,
    Programme,
)
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import clause_line, current_edition, named
from phoihop.programmes.queries.adopted import (
    ClauseChange,
    JointClause,
    clause_changes,
    joint_clauses,
    parent_edition,
)
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus
from phoihop.targets.queries import TargetFromAbove, targets_from_above

_VERBS = {
    "adopt": "Cụ thể hóa",
    "take_back": "Rút lại việc cụ thể hóa",
    "decline": "Đề nghị không thực hiện",
    "excuse": "Cấp trên đồng ý miễn thực hiện",
    "insist": "Cấp trên vẫn đề nghị thực hiện",
    "confirm": "Xác nhận bản sửa đổi của cấp trên",
}


@dataclass(frozen=True)
class DecisionLine:
    """An answer, by whom and when."""

    what: str
    note: str
    by: str
    body: str
    at: datetime


@dataclass(frozen=True)
class AdopterPage:
    """One place's side of a hand-down."""

    adoption: Adoption
    above: Edition
    own: Edition
    parent_lead: str
    changes: list[ClauseChange]
    duties: list[tuple[str, str]]
    targets: list[TargetFromAbove]
    clauses: list[JointClause]
    open_clauses: list[tuple[int, str]]
    parties: list[tuple[int, str]]
    decisions: list[DecisionLine]

    @property
    def is_draft(self) -> bool:
        return self.own.status == EditionStatus.DRAFT

    @property
    def is_behind(self) -> bool:
        """The text above has a later edition than the one agreed to."""
        return self.adoption.status == AdoptionStatus.ADOPTED and self.above.pk != self.adoption.edition_id

    @property
    def has_parent_ended(self) -> bool:
        return self.above.status != EditionStatus.IN_FORCE

    @property
    def additions(self) -> list[JointClause]:
        return [row for row in self.clauses if row.is_own]

    @property
    def raised(self) -> int:
        return sum(1 for row in self.targets if row.value is not None)


def adopter_page(adoption: Adoption, *, today: date) -> AdopterPage:
    """The place's page; a fixed number of queries."""
    above = parent_edition(adoption)
    own = current_edition(adoption.programme)
    clauses = joint_clauses(own, today=today)
    fixed = adoption.hand_down.fixed_clauses if adoption.hand_down else []
    bodies = Party.objects.filter(edition=own).order_by("order").values_list("body_id", flat=True)
    lead = adoption.parent.lead_id
    is_behind = adoption.status == AdoptionStatus.ADOPTED and above.pk != adoption.edition_id
    return AdopterPage(
        adoption=adoption,
        above=above,
        own=own,
        parent_lead=body_labels([lead], today)[lead].short_name,
        changes=clause_changes(adoption.edition, above) if is_behind else [],
        duties=_duties(adoption, above),
        targets=targets_from_above(adoption, on=today),
        clauses=clauses,
        open_clauses=[
            (row.clause.pk, clause_line(row.clause).short)
            for row in clauses
            if not row.is_own and row.clause.key not in fixed
        ],
        parties=named(list(bodies), on=today),
        decisions=_decisions(adoption, today),
    )


def _duties(adoption: Adoption, above: Edition) -> list[tuple[str, str]]:
    """The parent's duties that bind the place: name and when."""
    keys = [str(key) for key in adoption.hand_down.duties] if adoption.hand_down else []
    rows = DutyRule.objects.filter(clause__edition=above, key__in=keys).order_by("clause__order", "pk")
    return [(row.name, rule_words(due_rule_of(row))) for row in rows]


def _decisions(adoption: Adoption, today: date) -> list[DecisionLine]:
    rows = list(
        AdoptionDecision.objects.filter(adoption=adoption).select_related("by_person").order_by("-at", "-pk")
    )
    labels = body_labels({row.by_body_id for row in rows}, today)
    return [
        DecisionLine(
            _VERBS.get(row.verb, row.verb), row.note, row.by_person.full_name,
            labels[row.by_body_id].short_name, row.at,
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class ParentOffered:
    """A running programme of a place above, from which the member's place may begin its own."""

    id: int
    name: str
    number_text: str
    lead: str
    is_sample: bool


def parents_offered(member: Member, *, on: date) -> list[ParentOffered]:
    """Running programmes of the places above that a body of the member's own kind signed, not taken yet.

    The same vertical line: what a superior organisation signed concerns the one below. Five queries.
    """
    path = area_path(member.area_id, on)
    above = {label.parent_id for label in path if label.parent_id} - {member.area_id}
    kind = Body.objects.filter(pk__in=bodies_written_for(member.body_id).values("pk")).values("kind")
    rows = Edition.objects.filter(
        status=EditionStatus.IN_FORCE,
        programme__area__in=above,
        programme__under=None,
        programme__adoption=None,
        parties__body__kind__in=kind,
    ).exclude(programme__adoptions__area=member.area_id)
    editions = list(rows.select_related("programme").distinct().order_by("-in_force_from", "-pk"))
    return _offered(editions, on)


def _offered(editions: Sequence[Edition], on: date) -> list[ParentOffered]:
    leads = body_labels({edition.programme.lead_id for edition in editions}, on)
    return [
        ParentOffered(
            edition.programme_id,
            edition.programme.name,
            edition.number_text,
            leads[edition.programme.lead_id].short_name,
            edition.is_sample,
        )
        for edition in editions
    ]


def parent_offered(member: Member, programme_id: int, *, on: date) -> Programme | None:
    """The programme under this id when it is offered to the member."""
    if programme_id not in {row.id for row in parents_offered(member, on=on)}:
        return None
    found: Programme = Programme.objects.select_related("area", "lead").get(pk=programme_id)
    return found
