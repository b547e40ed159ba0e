"""What goes into an edition, as plain values: given by a reviewed paper, a renewed programme or a form."""

import uuid
from dataclasses import dataclass, field
from datetime import date

from phoihop.organisations.models import Body
from phoihop.programmes.models.editions import Capacity
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, Frequency, Shift
from phoihop.programmes.models.texts import Clause
from phoihop.programmes.statuses import EditionKind

type Span = tuple[int, int]


@dataclass(frozen=True)
class ClauseContent:
    """A clause in reading order; `text` begins with its label as printed, `ref` names it inside this content.

    `key` is the clause's lasting identity through editions; None makes a new one.
    """

    ref: str
    parent_ref: str | None
    label: str
    path: str
    depth: int
    is_heading: bool
    text: str
    span: Span | None = None
    key: uuid.UUID | None = None


@dataclass(frozen=True)
class LegalBasisContent:
    """One instrument as printed; `kind` as in the reader's list (law, decree, …)."""

    text: str
    kind: str
    number_text: str = ""
    issued_on: date | None = None


@dataclass(frozen=True)
class RecipientContent:
    """A line of "Nơi nhận"."""

    name: str
    purpose: str = ""


@dataclass(frozen=True)
class PartyContent:
    """A signing body and how the paper names it; `order` is its place in the signature grid."""

    body_id: int
    text: str
    order: int


@dataclass(frozen=True)
class SignatureContent:
    """A party's signature as printed; blanks stay blank and print "không ghi".

    `principal`: the title signed for (KT., TL., TUQ.), as in "KT. CHỦ TỊCH".
    """

    body_id: int
    capacity: Capacity = Capacity.ON_BEHALF_OF
    authority: str = ""
    position: str = ""
    name: str = ""
    signed_on: date | None = None
    proof_id: int | None = None
    principal: str = ""


@dataclass(frozen=True)
class EditionContent:
    """A whole text; spans are [start, end) in `source_text`."""

    title: str
    opening: str = ""
    place: str = ""
    issued_on: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    clauses: list[ClauseContent] = field(default_factory=list)
    legal_bases: list[LegalBasisContent] = field(default_factory=list)
    recipients: list[RecipientContent] = field(default_factory=list)
    parties: list[PartyContent] = field(default_factory=list)
    source_text: str = ""
    source_file_id: int | None = None


@dataclass(frozen=True)
class AssignmentContent:
    """A body's role in a stored clause."""

    clause: Clause
    body: Body
    role: AssignmentRole
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True)
class HeaderContent:
    """What stands above the clauses of a draft and may be written in a form."""

    title: str
    opening: str = ""
    place: str = ""
    period_start: date | None = None
    period_end: date | None = None


@dataclass(frozen=True)
class DutySpec:
    """A duty as a rule (see DutyRule): what, how often, and by when."""

    kind: DutyKind
    frequency: Frequency
    name: str
    text: str = ""
    span: Span | None = None
    anchor: DueAnchor = DueAnchor.PERIOD_END
    due_day: int | None = None
    due_month: int | None = None
    due_strict: bool = False
    shift: Shift = Shift.NONE
    is_due_printed: bool = False
    offset_days: int | None = None
    offset_working: bool = False
    event_name: str = ""
    via_text: str = ""


@dataclass(frozen=True)
class AmendmentTerms:
    """What an amendment is, from which day (None: the day of the last signature), and why.

    `source_file_id`: the paper, where the amendment was signed elsewhere.
    """

    kind: EditionKind
    grounds: str
    effective_on: date | None = None
    source_file_id: int | None = None


@dataclass(frozen=True)
class ErratumContent:
    """The official letter, the clause (None: the head or the whole), the words before and after."""

    number_text: str
    issued_on: date
    wrong: str
    right: str
    clause_id: int | None = None
    file_id: int | None = None
