"""Each step of a review swaps pieces of the page; the page must then be the one a full loading gives."""

import pytest
from django.urls import reverse

from phoihop.drafting import actions
from phoihop.drafting.models import DraftFact
from phoihop.drafting.statuses import FactKind, FactStatus
from tests.accounts.factories import client_as, member
from tests.drafting.factories import AT, an_binh
from tests.drafting.factories import draft as read_draft
from tests.drafting.replay import form_data, loaded, replayed

pytestmark = pytest.mark.django_db
SCREENS = [
    {"muc": "", "xem": "nghi-van"},
    {"muc": "", "xem": "tat-ca"},
    {"muc": "target", "xem": "tat-ca"},
    {"muc": "target", "xem": "nghi-van"},
]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def place():
    return an_binh()


@pytest.fixture
def client(place):
    return client_as(place.officer)


@pytest.fixture
def draft(place):
    return read_draft(place.officer)


@pytest.fixture(params=SCREENS, ids=lambda screen: f"{screen['muc'] or 'all'}-{screen['xem']}")
def screen(request):
    return request.param


def url(name, *args):
    return reverse(f"drafting:{name}", args=args)


def doubtful(draft, kind=FactKind.TARGET):
    return draft.facts.filter(kind=kind, status=FactStatus.PENDING).exclude(doubts=[]).first()


class Page:
    """A review page open in a browser with htmx."""

    def __init__(self, client, draft, screen):
        self.client, self.draft, self.screen = client, draft, screen
        self.before = self.load()

    def load(self):
        return self.client.get(url("review", self.draft.pk), self.screen)

    def sends(self, name, /, *args, **data):
        return self.client.post(url(name, self.draft.pk, *args), self.screen | data, headers=HTMX)

    def is_as_loaded_after(self, answer):
        assert answer.status_code == 200, answer.content.decode()
        seen, afresh = replayed(self.before, answer).split("\n"), loaded(self.load()).split("\n")
        assert seen == afresh
        self.before = self.load()


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_a_decision_and_its_undoing(client, draft, screen, verb):
    fact = doubtful(draft)
    page = Page(client, draft, screen)
    page.is_as_loaded_after(page.sends("decide", **{verb: f"{fact.pk}.{fact.version}"}))
    page.is_as_loaded_after(page.sends("undo"))


def test_a_whole_section_and_its_undoing(client, draft, screen):
    page = Page(client, draft, screen)
    page.is_as_loaded_after(page.sends("decide", section="2"))
    page.is_as_loaded_after(page.sends("undo"))


def test_an_edit_and_its_undoing(client, draft, screen):
    fact = doubtful(draft)
    page = Page(client, draft, screen)
    form = client.get(url("edit_fact", draft.pk, fact.pk), screen, headers=HTMX)
    data = form_data(form) | {"value": "97,5"}
    page.is_as_loaded_after(page.sends("save_fact", fact.pk, **data))
    fact.refresh_from_db()
    assert fact.values["value"] == "97.5"
    page.is_as_loaded_after(page.sends("undo"))


def test_other_words_for_a_fact_paint_the_text_anew(client, draft, screen):
    fact = doubtful(draft)
    page = Page(client, draft, screen)
    form = client.get(url("edit_fact", draft.pk, fact.pk), screen, headers=HTMX)
    data = form_data(form) | {"span_end": fact.span_end - 4}
    page.is_as_loaded_after(page.sends("save_fact", fact.pk, **data))
    page.is_as_loaded_after(page.sends("undo"))


def test_a_fact_added_from_the_text(client, draft, screen):
    page = Page(client, draft, screen)
    start = draft.text.index("vận động hội viên trồng mới")
    asked = screen | {"tu": start, "den": start + 60}
    data = form_data(client.get(url("new_fact", draft.pk, "target"), asked, headers=HTMX))
    page.is_as_loaded_after(page.sends("add_fact", "target", **data))
    page.is_as_loaded_after(page.sends("undo"))


def test_a_split_a_merge_and_their_undoing(client, draft, screen):
    fact = doubtful(draft)
    page = Page(client, draft, screen)
    data = form_data(client.get(url("split_form", draft.pk, fact.pk), screen, headers=HTMX))
    page.is_as_loaded_after(page.sends("split", fact.pk, **data))
    data = form_data(client.get(url("merge_form", draft.pk, fact.pk), screen, headers=HTMX))
    page.is_as_loaded_after(page.sends("merge", fact.pk, **data))
    for _ in range(2):
        page.is_as_loaded_after(page.sends("undo"))


def test_a_second_click_on_a_page_that_is_behind_only_shows_what_is(client, place, draft, screen):
    fact = doubtful(draft)
    page = Page(client, draft, screen)
    actions.decide(draft=draft, facts=[fact.pk], verb="accept", by=place.officer, at=AT)
    answer = page.sends("decide", accept=f"{fact.pk}.{fact.version}")
    assert answer.status_code == 200
    assert DraftFact.objects.get(pk=fact.pk).version == fact.version + 1


def test_a_decision_on_what_another_changed_shows_theirs_first(client, place, draft, screen):
    fact = doubtful(draft)
    page = Page(client, draft, screen)
    other = member(body=place.committee, role="officer")
    actions.decide(draft=draft, facts=[fact.pk], verb="reject", by=other, at=AT)
    answer = page.sends("decide", accept=f"{fact.pk}.{fact.version}")
    assert answer.status_code == 409
    assert "vừa được người khác thay đổi" in answer.content.decode()
    assert DraftFact.objects.get(pk=fact.pk).status == FactStatus.REJECTED


def test_a_refusal_is_said_on_the_page(client, draft):
    answer = client.post(url("undo", draft.pk), headers=HTMX)
    assert answer.status_code == 409
    assert answer.headers["HX-Reswap"] == "none"
    assert "Không còn bước nào" in answer.content.decode()
