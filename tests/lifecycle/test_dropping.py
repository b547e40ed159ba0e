"""A programme begun by mistake goes while nobody built on its draft."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.lifecycle import actions
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Clause, Edition, Programme
from phoihop.targets.models import Target
from tests.programmes import factories
from tests.targets import factories as targets

pytestmark = pytest.mark.django_db


def draft() -> Edition:
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    return targets.target(factories.edition(lead=lead, parties=[lead, front])).edition


def drop(edition: Edition, by=None) -> None:
    by = by or factories.member(edition.programme.lead)
    actions.drop_draft(edition=edition, by=by, at=clock.now())


def test_the_programme_goes_with_all_that_was_written() -> None:
    drop(draft())
    assert not Programme.objects.exists()
    assert not Clause.objects.exists()
    assert not Target.objects.exists()


def test_only_the_lead_drops_it() -> None:
    edition = draft()
    with pytest.raises(PermissionDenied):
        drop(edition, factories.member(edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body))


def test_what_somebody_commented_on_stays() -> None:
    edition = draft()
    lead = factories.member(edition.programme.lead)
    front = factories.member(edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body)
    due_on = clock.today() + timedelta(days=5)
    given = actions.open_consultation(edition=edition, due_on=due_on, note="", by=lead, at=clock.now())
    actions.comment(consultation=given, clause=None, text="Nên ngắn hơn", by=front, at=clock.now())
    with pytest.raises(Refused, match="góp ý"):
        drop(edition)


def test_a_signed_programme_stays() -> None:
    edition = factories.in_force(draft())
    with pytest.raises(Refused, match="còn là dự thảo"):
        drop(edition)


def test_the_signing_page_of_a_draft_offers_it() -> None:
    edition = draft()
    client = factories.people.client_as(factories.member(edition.programme.lead))
    page = client.get(reverse("lifecycle:signing", args=[edition.programme_id])).content.decode()
    address = reverse("lifecycle:drop_draft", args=[edition.programme_id])
    assert address in page
    assert client.post(address).status_code == 302
    assert not Programme.objects.exists()
