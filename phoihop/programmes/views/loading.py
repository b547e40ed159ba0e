"""What the pages of one programme load first."""

from dataclasses import dataclass, replace

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from phoihop.core import clock
from phoihop.core.access import acting
from phoihop.core.member import Member
from phoihop.programmes import pages, permissions
from phoihop.programmes.models import Clause, Edition, Programme
from phoihop.programmes.queries import edition_under_way, first_telling, visible_editions
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.programmes.statuses import UNDER_WAY, EditionStatus


@dataclass(frozen=True)
class Opened:
    """A programme somebody may see, with the edition it stands by and whether they may write it."""

    programme: Programme
    edition: Edition
    can_write: bool

    @property
    def is_draft(self) -> bool:
        return self.edition.status == EditionStatus.DRAFT


def opened(request: HttpRequest, programme_id: int) -> Opened:
    """The programme under this id, or 404 for those who do not see it; one query."""
    member = acting(request)
    seen = Programme.objects.visible_to(member).filter(pk=programme_id)
    rows = Edition.objects.filter(programme=programme_id, programme__in=seen.values("pk"))
    told = rows.annotate(is_written=permissions.written_by(member))
    edition = first_telling(told)
    if edition is None:
        raise Http404
    return Opened(edition.programme, edition, can_write=edition.is_written)


def opened_working(request: HttpRequest, programme_id: int) -> Opened:
    """As `opened`, with the edition on its way into force (an amendment beside the one in force) if seen."""
    found = opened(request, programme_id)
    made = edition_under_way(found.programme)
    if made is None or not visible_editions(acting(request)).filter(pk=made.pk).exists():
        return found
    return replace(found, edition=made)


def opened_edition(request: HttpRequest, programme_id: int, edition_id: int) -> Opened:
    """The programme with one of its editions this member sees, or 404."""
    found = opened(request, programme_id)
    rows = visible_editions(acting(request)).filter(programme=found.programme)
    edition = get_object_or_404(rows.select_related("programme", "outgoing_entry"), pk=edition_id)
    return replace(found, edition=edition)


def opened_clause(request: HttpRequest, programme_id: int, clause_id: int) -> tuple[Opened, Clause]:
    """The programme and one of its clauses with its edition, or 404; one from above is only read here.

    Those of editions that no longer hold are only read too.
    """
    found = opened(request, programme_id)
    own = visible_editions(acting(request)).filter(programme=found.programme)
    of_text = Q(edition__in=own.values("pk")) | Q(edition__in=editions_in_text(found.edition.pk))
    clause = get_object_or_404(
        Clause.objects.filter(of_text).select_related("edition__programme"), pk=clause_id
    )
    is_own = clause.edition.programme_id == found.programme.pk
    edition = clause.edition if is_own else found.edition
    writes = found.can_write and is_own and (edition == found.edition or edition.status in UNDER_WAY)
    return replace(found, edition=edition, can_write=writes), clause


def notes_by_clause(found: Opened, member: Member) -> dict[int, list[pages.ClauseNote]]:
    """What higher apps say under the clauses of the text, by clause id; one query beside theirs."""
    notes = pages.clause_notes(found.programme.pk, member, clock.today())
    rows = Clause.objects.filter(key__in=list(notes)).values_list("pk", "key") if notes else []
    return {pk: notes[key] for pk, key in rows}
