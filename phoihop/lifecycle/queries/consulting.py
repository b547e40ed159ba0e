"""What the page of consultation reads; its query count does not grow with the comments."""

from dataclasses import dataclass
from datetime import date, datetime

from phoihop.core.member import Member
from phoihop.lifecycle.models import Comment, Consultation
from phoihop.lifecycle.statuses import CommentStatus
from phoihop.organisations.queries import body_labels
from phoihop.programmes import permissions
from phoihop.programmes.models import Edition
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries.texts import shortened
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets.calculations import target_words
from phoihop.targets.models import Target


@dataclass(frozen=True)
class InvitedLine:
    """A party asked, and whether it has answered."""

    body: str
    answered_at: datetime | None
    is_late: bool


@dataclass(frozen=True)
class CommentLine:
    """A comment with its answer."""

    id: int
    version: int
    path: str
    clause: str
    body: str
    by: str
    at: datetime
    text: str
    old_text: str
    proposed_text: str
    status: str
    status_label: str
    reply: str
    is_open: bool
    is_in_draft: bool
    is_own: bool
    may_go_into_draft: bool


@dataclass(frozen=True)
class Round:
    """A round with everything said in it."""

    id: int
    sequence: int
    due_on: date
    note: str
    opened_at: datetime
    closed_at: datetime | None
    invited: list[InvitedLine]
    comments: list[CommentLine]

    @property
    def answered(self) -> int:
        return sum(1 for line in self.invited if line.answered_at)

    @property
    def waiting(self) -> int:
        return sum(1 for line in self.comments if line.is_open)


@dataclass(frozen=True)
class Consulting:
    """All rounds of an edition, newest first, and what this member may do in the open one."""

    rounds: list[Round]
    open_round: Round | None
    can_open: bool
    can_answer: bool
    can_comment: bool
    has_answered: bool
    subjects: list[tuple[str, str]]


def consulting(edition: Edition, member: Member, *, today: date) -> Consulting:
    """Nine queries at most, whatever the number of rounds and comments."""
    rows = list(edition.consultations.order_by("-sequence").prefetch_related("invitations"))
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    rounds = _rounds(rows, own, today)
    current = next((line for line in rounds if line.closed_at is None), None)
    leads = permissions.can_lead(member, edition.programme)
    invitations = [i for row in rows if row.closed_at is None for i in row.invitations.all()]
    mine = [i for i in invitations if i.body_id in own and permissions.can_write_for(member, i.body_id)]
    is_draft = edition.status == EditionStatus.DRAFT
    return Consulting(
        rounds=rounds,
        open_round=current,
        can_open=leads and is_draft and current is None,
        can_answer=leads and is_draft and current is not None,
        can_comment=bool(mine) and is_draft,
        has_answered=bool(mine) and mine[0].answered_at is not None,
        subjects=subject_choices(edition) if mine else [],
    )


def subject_choices(edition: Edition) -> list[tuple[str, str]]:
    """The clauses and targets to comment on: ("muc-5", path and first words), …; two queries."""
    clauses = [
        (f"muc-{row.pk}", f"{row.path}: {shortened(row.text)}") for row in edition.clauses.order_by("order")
    ]
    targets = [
        (f"chi-tieu-{row.pk}", f"Chỉ tiêu {row.name}: {target_words(row.spec)}")
        for row in Target.objects.filter(edition=edition).order_by("order")
    ]
    return clauses + targets


def _rounds(rows: list[Consultation], own: set[int], today: date) -> list[Round]:
    comments = list(
        Comment.objects.filter(consultation__in=rows)
        .select_related("by_person", "clause")
        .order_by("clause__order", "pk")
    )
    bodies = {i.body_id for row in rows for i in row.invitations.all()} | {c.body_id for c in comments}
    names = {pk: label.short_name for pk, label in body_labels(bodies, today).items()}
    return [
        Round(
            id=row.pk,
            sequence=row.sequence,
            due_on=row.due_on,
            note=row.note,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            invited=[
                InvitedLine(
                    body=names[i.body_id],
                    answered_at=i.answered_at,
                    is_late=i.answered_at is None and row.closed_at is None and row.due_on < today,
                )
                for i in sorted(row.invitations.all(), key=lambda invitation: invitation.pk)
            ],
            comments=[_line(c, names, own) for c in comments if c.consultation_id == row.pk],
        )
        for row in rows
    ]


def _line(row: Comment, names: dict[int, str], own: set[int]) -> CommentLine:
    return CommentLine(
        id=row.pk,
        version=row.version,
        path=row.path or "Toàn văn bản",
        clause=shortened(row.old_text) if row.old_text else "",
        body=names[row.body_id],
        by=row.by_person.full_name,
        at=row.at,
        text=row.text,
        old_text=row.old_text,
        proposed_text=row.proposed_text,
        status=row.status,
        status_label=row.get_status_display(),
        reply=row.reply,
        is_open=row.status == CommentStatus.OPEN,
        is_in_draft=row.is_in_draft,
        is_own=row.body_id in own,
        may_go_into_draft=bool(row.proposed_text) and row.target_id is None,
    )
