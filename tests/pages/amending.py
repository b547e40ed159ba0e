"""A programme in force with an amendment being written, and an erratum."""

from datetime import date

from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.lifecycle import actions
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes.content import AmendmentTerms, ErratumContent
from phoihop.programmes.models import DutyRule, Edition
from phoihop.programmes.statuses import EditionKind
from tests.programmes import factories


def of_amending(sixth: Edition, *, office: ActingMember) -> dict[str, int]:
    """Ids of another programme of the place, its draft amendment, and an erratum of the sixth."""
    committee = sixth.programme.lead
    front = Body.objects.filter(area=committee.area, kind=BodyKind.FRONT_COMMITTEE)[0]
    edition = factories.edition(lead=committee, parties=[committee, front])
    factories.duty(factories.clause(edition, "III"), owes=[front], reviews=[committee])
    factories.in_force(edition)
    made = actions.start_amendment(
        programme=edition.programme, terms=AmendmentTerms(EditionKind.AMEND, "Theo đề nghị của các bên"),
        by=office, at=clock.now(),
    )  # fmt: skip
    content = ErratumContent("12/CV-UBND", date(2026, 2, 10), "sai", "đúng")
    erratum = actions.add_erratum(edition=sixth, content=content, by=office, at=clock.now())
    duty = DutyRule.objects.get(clause__edition=made)
    return {
        "amended_programme_id": edition.programme_id,
        "amendment_id": made.pk,
        "amended_clause_id": duty.clause_id,
        "amended_duty_id": duty.pk,
        "erratum_id": erratum.pk,
    }
