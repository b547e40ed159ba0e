"""What the pages of one programme load first."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from phoihop.core import clock
from phoihop.core.access import acting
from phoihop.core.member import Member
from phoihop.programmes import pages, permissions
from phoihop.programmes.models import Clause, Edition, Programme
from phoihop.programmes.queries import current_edition
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.programmes.statuses import EditionStatus


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
    """The programme under this id, or 404 for those who do not see it."""
    member = acting(request)
    programme = get_object_or_404(Programme.objects.visible_to(member), pk=programme_id)
    try:
        edition = current_edition(programme)
    except Edition.DoesNotExist as missing:
        raise Http404 from missing
    party_ids = list(edition.parties.values_list("body_id", flat=True))
    return Opened(programme, edition, permissions.can_write(member, programme, party_ids=party_ids))


def opened_clause(request: HttpRequest, programme_id: int, clause_id: int) -> tuple[Opened, Clause]:
    """The programme and one of its clauses, or 404; one taken from above is only read here."""
    found = opened(request, programme_id)
    rows = Clause.objects.filter(edition__in=editions_in_text(found.edition.pk))
    clause = get_object_or_404(rows.select_related("edition__programme"), pk=clause_id)
    is_own = clause.edition_id == found.edition.pk
    return replace(found, can_write=found.can_write and is_own), clause


def notes_by_clause(found: Opened, member: Member) -> dict[int, list[pages.ClauseNote]]:
    """What higher apps say under the clauses of the text, by clause id; one query beside theirs."""
    notes = pages.clause_notes(found.programme.pk, member, clock.today())
    rows = Clause.objects.filter(key__in=list(notes)).values_list("pk", "key") if notes else []
    return {pk: notes[key] for pk, key in rows}
