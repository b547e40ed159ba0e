from datetime import date

import pytest
from django.urls import reverse

from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition
from tests.programmes import factories

pytestmark = pytest.mark.django_db


def _big_edition(times: int) -> Edition:
    """A programme whose text, assignments, duties and parties are `times` as many."""
    lead = factories.body()
    kinds = [BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION, BodyKind.YOUTH_UNION, BodyKind.FARMERS_UNION]
    parties = [lead, *(factories.body(kind, lead.area) for kind in kinds[: times + 1])]
    clauses = [factories.clause_content("I")] + [
        factories.clause_content(f"I.{n}", parent="I") for n in range(1, times * 3)
    ]
    edition = factories.edition(lead=lead, parties=parties, clauses=clauses)
    for clause in edition.clauses.all():
        for party in parties:
            factories.assignment(clause, party)
        factories.duty(clause, owes=parties[1:], reviews=[lead])
    return factories.in_force(edition, number_text="05/CTrPH-UBND-MTTQ")


def _page(edition: Edition):
    client = factories.people.client_as(factories.member(edition.programme.lead))
    return client, reverse("dashboards:programme", args=[edition.programme_id])


def _queries(edition: Edition, django_assert_max_num_queries) -> int:
    client, address = _page(edition)
    with django_assert_max_num_queries(40) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def test_the_page_costs_the_same_whatever_its_size(django_assert_max_num_queries) -> None:
    small = _queries(_big_edition(1), django_assert_max_num_queries)
    assert _queries(_big_edition(3), django_assert_max_num_queries) == small


def test_the_page_shows_header_matrix_duties_and_signatures() -> None:
    client, address = _page(_big_edition(1))
    page = client.get(address).content.decode()
    for words in ("05/CTrPH-UBND-MTTQ", "năm 2026", "chủ trì", "hết ngày 19 tháng cuối kỳ", "Nguyễn Văn A"):
        assert words in page


def test_blanks_of_a_recorded_paper_say_khong_ghi() -> None:
    client, address = _page(factories.in_force(factories.edition(), on=date(2026, 1, 5)))
    page = client.get(address).content.decode()
    assert page.count("không ghi") >= 3


def test_a_draft_is_not_found_by_those_who_do_not_see_it() -> None:
    edition = factories.edition()
    stranger = factories.people.client_as(factories.member(factories.body()))
    assert stranger.get(reverse("dashboards:programme", args=[edition.programme_id])).status_code == 404


def test_every_tab_leads_somewhere() -> None:
    edition = factories.in_force(factories.edition())
    client, _ = _page(edition)
    for name in ("programmes:detail", "programmes:history", "lifecycle:signing"):
        assert client.get(reverse(name, args=[edition.programme_id])).status_code == 200
