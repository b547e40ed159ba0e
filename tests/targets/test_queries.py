"""What pages read: totals of accepted figures, one's own at once, everything opened into its facts."""

from datetime import date
from decimal import Decimal

import pytest

from phoihop.core.periods import Period, calendar_period
from phoihop.organisations.models import BodyKind
from phoihop.targets import actions, queries
from phoihop.targets.calculations import Coverage
from phoihop.targets.models import Target
from phoihop.targets.queries.standings import target_lines, target_rows
from phoihop.targets.statuses import FigureState
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 2)


def bodies(edition):
    return [party.body for party in edition.parties.order_by("order")]


@pytest.fixture
def shared(draft):
    """10 = 6 + 2 + 2, in force."""
    shares = [factories.share(b, n) for b, n in zip(bodies(draft), (6, 2, 2), strict=True)]
    target = factories.target(draft, shares=shares)
    programmes.in_force(draft)
    return target


def card_of(target, *body_ids):
    return queries.edition_cards(target.edition, body_ids=body_ids, on=TODAY)[0]


def test_own_figures_count_at_the_own_body_at_once_and_upward_once_accepted(shared):
    lead, front, women = bodies(shared.edition)
    figure = factories.figure(shared, women, 1)
    own, others = card_of(shared, women.pk), card_of(shared, front.pk)
    assert (own.shares[2].standing.value, own.shares[2].is_pending) == ("1", True)
    assert others.shares[2].standing.value == "chưa báo cáo"
    assert (own.total.value, own.pending) == ("chưa báo cáo", 1)
    factories.accepted(figure)
    accepted = card_of(shared, lead.pk)
    assert (accepted.total.value, accepted.total.coverage) == ("1", Coverage(1, 3))
    assert accepted.shares[2].standing.progress.percent == 50


def test_a_correction_leaves_the_accepted_figure_counted_until_it_is_accepted_too(shared):
    lead, _, _ = bodies(shared.edition)
    figure = factories.accepted(factories.figure(shared, lead, 4))
    corrected = actions.correct_figure(
        figure=figure, state=FigureState.REPORTED, numerator=Decimal(5), reason="đếm sót",
        by=programmes.member(lead), at=factories.AT,
    )  # fmt: skip
    assert card_of(shared).total.value == "4"
    assert card_of(shared, lead.pk).shares[0].standing.value == "5"
    factories.accepted(corrected)
    assert card_of(shared).total.value == "5"


def test_months_and_their_quarter_are_one_amount(shared):
    lead, _, _ = bodies(shared.edition)
    for month in (1, 2):
        period = calendar_period(date(2026, month, 1), 1)
        factories.accepted(factories.figure(shared, lead, month, period=period))
    assert card_of(shared).total.value == "3"
    factories.accepted(factories.figure(shared, lead, 6))
    assert card_of(shared).total.value == "6"


def test_the_page_opens_a_number_into_who_recorded_corrected_and_accepted_it(shared):
    lead, _, women = bodies(shared.edition)
    photo = factories.stored_photo(women)
    figure = factories.accepted(factories.figure(shared, women, 1, evidence=[photo], note="hai hộ cùng góp"))
    actions.correct_figure(
        figure=figure, state=FigureState.REPORTED, numerator=Decimal(2), reason="đếm sót",
        by=programmes.member(lead), at=factories.AT,
    )  # fmt: skip
    new, old = queries.target_facts(shared, body_ids=[], on=TODAY).figures
    assert (new.value, new.corrects, new.note, new.is_accepted) == ("2", old.id, "đếm sót", False)
    assert new.on_behalf
    assert (old.value, old.corrected_by, old.is_accepted) == ("1", new.id, True)
    assert [file.name for file in old.files] == ["anh.png"]


def test_each_period_is_added_up_by_itself(shared):
    lead, _, women = bodies(shared.edition)
    january = calendar_period(date(2026, 1, 1), 1)
    for body, period, number in ((lead, january, 1), (women, january, 2), (lead, factories.FIRST_QUARTER, 4)):
        factories.accepted(factories.figure(shared, body, number, period=period))
    lines = queries.target_facts(shared, body_ids=[], on=TODAY).periods
    assert [(line.period.label, line.value, line.coverage) for line in lines] == [
        ("tháng 01/2026", "3", "2/3 đơn vị"),
        ("quý I/2026", "4", "1/3 đơn vị"),
    ]


def test_the_four_counts_add_up_to_all_targets(shared):
    found = queries.counts(queries.edition_cards(shared.edition, body_ids=[], on=TODAY))
    assert (found.met, found.behind, found.running, found.silent) == (0, 0, 0, 1)


def fill(edition, count):
    made = [
        factories.target(edition, shares=[factories.share(b, 1) for b in bodies(edition)])
        for _ in range(count)
    ]
    programmes.in_force(edition)
    for target in made:
        for body in bodies(edition):
            for month in (1, 2, 3):
                period = calendar_period(date(2026, month, 1), 1)
                factories.figure(target, body, 1, period=period)
    return made


def test_all_cards_of_an_edition_cost_six_queries(draft, django_assert_num_queries):
    fill(draft, 1)
    with django_assert_num_queries(6):
        queries.edition_cards(draft, body_ids=[], on=TODAY)


def test_three_times_the_targets_cost_the_same_six_queries(draft, django_assert_num_queries):
    fill(draft, 3)
    with django_assert_num_queries(6):
        assert len(queries.edition_cards(draft, body_ids=[], on=TODAY)) == 3


@pytest.mark.parametrize("count", [1, 4])
def test_a_page_of_facts_costs_the_same_queries_for_any_number_of_figures(
    draft, count, django_assert_num_queries
):
    target = factories.target(draft)
    programmes.in_force(draft)
    lead = bodies(draft)[0]
    for number in range(count):
        period = Period(date(2026, 1, 1 + number), date(2026, 1, 1 + number))
        factories.figure(target, lead, 1, period=period, evidence=[factories.stored_photo(lead)])
    target = Target.objects.select_related("edition__programme", "clause").get()
    with django_assert_num_queries(14):
        queries.target_facts(target, body_ids=[], on=TODAY)


def test_the_parties_see_a_draft_and_who_is_only_given_a_part_sees_what_is_signed(draft):
    target = factories.target(draft)
    youth = programmes.body(BodyKind.YOUTH_UNION, draft.programme.area)
    programmes.assignment(target.clause, youth)
    party, given_a_part = programmes.member(bodies(draft)[2]), programmes.member(youth)
    assert queries.visible_target(target.pk, party) == target
    assert not queries.record_choices(target, party, TODAY).bodies
    assert not queries.visible_editions(given_a_part).exists()
    programmes.in_force(draft)
    assert queries.visible_target(target.pk, given_a_part) == target
    stranger = programmes.member(programmes.body())
    with pytest.raises(Target.DoesNotExist):
        queries.visible_target(target.pk, stranger)


def test_evidence_opens_to_those_who_see_the_programme(shared):
    _, front, women = bodies(shared.edition)
    photo = factories.stored_photo(women)
    assert not queries.opens_evidence(photo.pk, programmes.member(front))
    factories.figure(shared, women, 1, evidence=[photo])
    assert queries.opens_evidence(photo.pk, programmes.member(front))
    assert not queries.opens_evidence(photo.pk, programmes.member(programmes.body()))


def test_one_records_for_ones_own_body_and_the_lead_for_all(shared):
    lead, front, women = bodies(shared.edition)
    shared = queries.visible_target(shared.pk, programmes.member(lead))
    mine = queries.record_choices(shared, programmes.member(women), TODAY)
    assert [pk for pk, _ in mine.bodies] == [women.pk]
    all_of_them = queries.record_choices(shared, programmes.member(lead), TODAY)
    assert {pk for pk, _ in all_of_them.bodies} == {lead.pk, front.pk, women.pk}
    assert all_of_them.bodies[0][0] == lead.pk
    assert queries.record_choices(shared, programmes.member(women, "viewer"), TODAY).bodies == []
    assert [(name, periods[0].label) for name, periods in mine.periods] == [
        ("Quý", "quý II/2026"),
        ("Tháng", "tháng 04/2026"),
        ("6 tháng", "6 tháng đầu năm 2026"),
        ("Năm", "năm 2026"),
    ]


def test_the_lines_of_a_programme_s_page_stand_where_its_cards_do(draft):
    shares = [factories.share(body, number) for number, body in enumerate(bodies(draft), 1)]
    counted = factories.target(draft, shares=shares)
    ratio = factories.target(draft, spec=factories.ratio())
    programmes.in_force(draft)
    for body in bodies(draft)[:2]:
        factories.accepted(factories.figure(counted, body, 3))
        factories.figure(ratio, body, 90, 100)
    cards = queries.edition_cards(draft, body_ids=[], on=TODAY)
    lines = target_lines(draft, target_rows(draft), on=TODAY)
    assert [(line.id, line.total) for line in lines] == [(card.id, card.total) for card in cards]
