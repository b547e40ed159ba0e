from datetime import date

import pytest
from django.urls import reverse

from phoihop.organisations.models import BodyKind
from phoihop.programmes.actions.adopting import add_under
from phoihop.programmes.models import Edition
from tests.lifecycle.cascades import AT, cascade
from tests.programmes import factories
from tests.statements import MOST, signed_in, statements
from tests.targets import factories as targets

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
    for number, clause in enumerate(edition.clauses.all()):
        targets.target(edition, clause=clause, spec=targets.spec(f"mô hình {number}"))
        for party in parties:
            factories.assignment(clause, party)
        factories.duty(clause, owes=parties[1:], reviews=[lead])
    return factories.in_force(edition, number_text="05/CTrPH-UBND-MTTQ")


def _page(edition: Edition):
    client = factories.people.client_as(factories.member(edition.programme.lead))
    return client, reverse("dashboards:programme", args=[edition.programme_id])


def _statements(edition: Edition) -> int:
    address = reverse("dashboards:programme", args=[edition.programme_id])
    return statements(signed_in(factories.member(edition.programme.lead)), address)


def test_the_page_costs_the_same_whatever_its_size() -> None:
    assert _statements(_big_edition(1)) == _statements(_big_edition(3)) <= MOST


def test_a_programme_taken_from_above_costs_no_more_with_targets_of_its_own() -> None:
    w = cascade()
    w.hand_down()
    few = _statements(w.own())
    add_under(
        adoption=w.adoption(), under=factories.clause(w.edition), label="-", text="- Mỗi thôn một mô hình",
        version=w.own().version, by=w.below(), at=AT,
    )  # fmt: skip
    for name in ("mô hình", "sân chơi"):
        targets.target(w.own(), clause=w.own().clauses.get(), spec=targets.spec(name))
    assert _statements(w.own()) == few <= MOST


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
