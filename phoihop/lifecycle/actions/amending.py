"""An amendment from its first draft to its effect, and back as long as nobody built on it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.lifecycle import edition_notices as notices
from phoihop.lifecycle.actions.duties import interval_of, synchronise, take_effect
from phoihop.lifecycle.models import Comment
from phoihop.lifecycle.queries.amending import built_on
from phoihop.plans.actions.synchronising import take_up_again
from phoihop.programmes import actions as programmes
from phoihop.programmes.actions.locking import decide
from phoihop.programmes.content import AmendmentTerms, ErratumContent
from phoihop.programmes.models import Edition, EditionDecision, Erratum, Programme
from phoihop.programmes.queries import current_edition
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.actions.obligations import ask_again
from phoihop.targets.actions.copying import copy_targets


@transaction.atomic
def start_amendment(
    *, programme: Programme, terms: AmendmentTerms, like: Edition | None = None, origin: str = "", by: Member,
    at: datetime,
) -> Edition:  # fmt: skip
    """A draft that amends the programme's edition in force: text, targets, roles and duties, to be edited.

    `like`: an undone amendment to begin from instead. `origin`: what led to it (an obstacle, a petition),
    written in its history. See programmes.begin_amendment for what is refused.
    """
    begun = programmes.begin_amendment(
        edition=current_edition(programme), terms=terms, like=like, by=by, at=at
    )
    copy_targets(source=begun.source, to=begun.edition, clauses=begun.clauses)
    if origin.strip():
        decide(begun.edition, "write", by=by, at=at, note=nfc(origin).strip())
    notices.tell_amending(begun.edition, by=by, at=at)
    return begun.edition


@transaction.atomic
def drop_amendment(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """Take the draft away; refused once a party has commented on it."""
    if Comment.objects.filter(consultation__edition=edition).exists():
        raise Refused("Các bên đã góp ý bản này nên không bỏ được: hãy khép lại và sửa tiếp.")
    people = notices.people_of_parties(edition)
    sequence = edition.sequence
    amended = programmes.drop_amendment(edition=edition, reason=reason, by=by, at=at)
    notices.tell_dropped(amended, people, sequence=sequence, reason=reason, at=at)
    return amended


@transaction.atomic
def undo_amendment(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """The amendment no longer counts, the edition before it holds again with its reports and tasks.

    Its signed text stays, and may be the beginning of another amendment. Refused once somebody reported,
    recorded a figure, worked on a task or agreed below under it.
    """
    Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    what = built_on(edition)
    if what:
        raise Refused(f"Không hoàn tác được nữa: {', '.join(what)}.")
    had_begun = Edition.objects.filter(pk=edition.pk, status=EditionStatus.IN_FORCE).exists()
    row = programmes.undo_amendment(edition=edition, reason=reason, by=by, at=at)
    if had_begun:
        _back_to(row, by=by, at=at)
    notices.tell_undone(row, reason=reason, at=at)
    return row


def _back_to(undone: Edition, *, by: Member, at: datetime) -> None:
    before = Edition.objects.select_related("programme").get(amendments=undone)
    done = EditionDecision.objects.filter(edition=undone, verb="synchronise")
    dropped = [task for row in done for task in row.data.get("dropped_tasks", [])]
    take_up_again(task_ids=dropped, by=by, at=at)
    ask_again(edition=undone, by=by, at=at)
    synchronise(before, interval=interval_of(undone, before, at=at), by=by, at=at)


@dataclass(frozen=True)
class Signer:
    """Whoever brought an amendment to its full signatures: what it set off for a later day is theirs."""

    person_id: int
    body_id: int
    area_id: int
    role: str = "leader"
    is_sample: bool = False


def begin_due_amendments(*, at: datetime) -> int:
    """Bring in every amendment whose effective day has come; answers how many. Safe to run at any time.

    What follows depends on the effective day alone, so that a late run gives the same as one in time.
    """
    waiting = Edition.objects.filter(status=EditionStatus.WAITING, in_force_from__lte=clock.day_of(at))
    rows = list(waiting.order_by("pk"))
    for row in rows:
        _begin(row, at=at)
    return len(rows)


@transaction.atomic
def _begin(edition: Edition, *, at: datetime) -> None:
    done = EditionDecision.objects.filter(edition=edition, verb__in=["wait", "record_ahead"])
    last = done.select_related("by_body").latest("at", "pk")
    by = Signer(last.by_person_id, last.by_body_id, last.by_body.area_id, is_sample=edition.is_sample)
    row = programmes.begin(edition=edition, by=by, at=at)
    if not EditionDecision.objects.filter(edition=row, verb="synchronise").exists():
        take_effect(row, by=by, at=at)


@transaction.atomic
def add_erratum(*, edition: Edition, content: ErratumContent, by: Member, at: datetime) -> Erratum:
    """programmes.add_erratum, and the parties are told."""
    made = programmes.add_erratum(edition=edition, content=content, by=by, at=at)
    notices.tell_erratum(made, at=at)
    return made


@transaction.atomic
def take_back_erratum(*, erratum: Erratum, reason: str, by: Member, at: datetime) -> Erratum:
    """programmes.take_back_erratum, and the parties are told."""
    made = programmes.take_back_erratum(erratum=erratum, reason=reason, by=by, at=at)
    notices.tell_erratum(made, at=at)
    return made
