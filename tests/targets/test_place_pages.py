"""A target opened place by place, the wide programme's page, and the nightly comparison."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.urls import reverse

from phoihop.accounts.models import Notice, Role
from phoihop.core.periods import calendar_period
from phoihop.organisations.models import BodyKind, Level
from phoihop.targets.actions.checking import check_summaries
from phoihop.targets.actions.remaking import recompute, remake_stale
from phoihop.targets.content import Amount, ContributionContent
from phoihop.targets.models import Contribution, Summary, SummaryCheck, SummarySeries
from phoihop.targets.queries import target_facts, wide
from phoihop.targets.queries.places import place_page
from phoihop.targets.queries.spans import edition_span
from phoihop.targets.queries.totals import place_totals
from phoihop.targets.statuses import FigureState
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.targets import factories, trees

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]

YEAR = calendar_period(date(2026, 1, 1), 12)
DAY = date(2026, 4, 2)


@pytest.fixture
def province():
    nation = trees.place(Level.NATION)
    return trees.place(Level.PROVINCE, nation)


@pytest.fixture
def lead(province):
    return programmes.body(BodyKind.PEOPLES_COMMITTEE, province)


def spread(lead, communes, **text):
    """A target with a figure of each commune, all accepted but the last."""
    fronts = [trees.body_at(trees.place(Level.COMMUNE, lead.area)) for _ in range(communes)]
    draft = programmes.edition(lead=lead, parties=[lead, *fronts[:1]], **text)
    shares = [ContributionContent(front.pk, None, front.area_id) for front in fronts]
    target = factories.target(draft, shares=shares)
    programmes.in_force(draft)
    figures = [factories.figure(target, front, n) for n, front in enumerate(fronts, start=1)]
    for figure in figures[:-1]:
        factories.accepted(figure)
    return target


def test_a_place_opens_into_the_places_below_and_they_into_their_figures(lead):
    target = spread(lead, 3)
    client = client_as(programmes.member(lead))
    page = client.get(reverse("targets:place", args=[target.pk, lead.area_id])).content.decode()
    assert "2/3 đơn vị" in page
    assert "1 chưa báo cáo" in page
    below = target.contributions.order_by("pk").first().area_id
    address = reverse("targets:place", args=[target.pk, below])
    assert address in page
    opened = client.get(address).content.decode()
    assert "đã duyệt" in opened
    today = client.get(address, {"tinh-theo": "hien-nay"})
    assert today.context["is_today"]
    sheet = client.get(reverse("targets:place_export", args=[target.pk, lead.area_id]))
    assert sheet["Content-Type"].endswith("spreadsheetml.sheet")


def test_a_place_outside_the_programme_is_not_there(lead):
    target = spread(lead, 1)
    elsewhere = trees.place(Level.PROVINCE)
    client = client_as(programmes.member(lead))
    assert client.get(reverse("targets:place", args=[target.pk, elsewhere.pk])).status_code == 404


@pytest.mark.parametrize("communes", [2, 9])
def test_a_place_costs_the_same_queries_whatever_lies_below(lead, communes, django_assert_max_num_queries):
    target = spread(lead, communes)
    recompute()
    with django_assert_max_num_queries(28):
        place_page(target, area_id=lead.area_id, window=YEAR, on=DAY)


def test_the_page_of_a_wide_programme_reads_stored_parts(lead, monkeypatch):
    target = spread(lead, 4)
    recompute()
    narrow = target_facts(target, body_ids=[], on=DAY).card.total
    monkeypatch.setattr(wide, "_WIDE", -1)
    facts = target_facts(target, body_ids=[], on=DAY)
    assert facts.card.total == narrow
    assert facts.card.shares == ()
    assert [line.value for line in facts.periods] == ["6"]


@pytest.mark.parametrize("communes", [2, 6])
def test_a_stored_total_costs_four_queries_whatever_lies_below(lead, communes, django_assert_num_queries):
    target = spread(lead, communes)
    recompute()
    with django_assert_num_queries(4):
        found = place_totals([target.pk], area_ids=[lead.area_id], windows=[YEAR])
    assert found[target.pk, lead.area_id, YEAR].reported == communes - 1


def test_a_change_of_shares_or_meaning_is_right_at_once_and_stored_again_by_the_job(lead):
    target = spread(lead, 3)
    recompute()
    share = target.contributions.order_by("pk").first()
    Contribution.objects.filter(pk=share.pk).delete()
    assert not SummarySeries.objects.get().is_fresh
    assert _coverage(target, lead) == (1, 2)
    assert remake_stale() == 1
    assert _coverage(target, lead) == (1, 2)
    target.value = Decimal(2)
    target.save()
    assert place_totals([target.pk], area_ids=[lead.area_id], windows=[YEAR])[
        target.pk, lead.area_id, YEAR
    ].met == 1  # fmt: skip


def _coverage(target, lead):
    found = place_totals([target.pk], area_ids=[lead.area_id], windows=[YEAR])
    coverage = found[target.pk, lead.area_id, YEAR].coverage
    return coverage.reported, coverage.due


def test_the_nightly_check_finds_nothing_and_raises_an_alarm_when_it_does(lead, capsys):
    target = spread(lead, 2)
    call_command("recompute_totals")
    administrator = programmes.member(lead, Role.ADMINISTRATOR)
    assert check_summaries(at=factories.AT).differing == []
    row = Summary.objects.filter(area_id=lead.area_id).first()
    Summary.objects.filter(pk=row.pk).update(numerator=row.numerator + 1)
    found = check_summaries(at=factories.AT)
    assert found.differing == [target.pk]
    assert Notice.objects.filter(person=administrator.person_id, text__contains="lệch").count() == 1
    page = client_as(administrator).get(reverse("targets:checks")).content.decode()
    assert target.name in page
    call_command("recompute_totals", "--check")
    call_command("recompute_totals")
    call_command("recompute_totals", "--check")
    assert [check.differing for check in SummaryCheck.objects.all()[:2]] == [[], [target.pk]]
    assert "chỉ tiêu lệch" in capsys.readouterr().out


def test_missing_is_a_state_of_its_own_to_the_last_export(lead):
    target = spread(lead, 1)
    front = target.contributions.get().body
    said = [trees.Said(front, calendar_period(date(2026, 1, 1), 1), Amount(FigureState.NOT_APPLICABLE))]
    trees.written(target, said, by=target.figures.first().recorded_by)
    page = place_page(target, area_id=lead.area_id, window=said[0].period, on=DAY)
    assert (page.place.total.not_applicable, page.place.standing.value) == (1, "không áp dụng")


def test_a_place_leads_up_to_the_programme_s_own_and_no_further(lead):
    """Above the province of the programme nothing of the target is there to be opened."""
    target = spread(lead, 1)
    commune = target.contributions.get().area_id
    client = client_as(programmes.member(lead))
    path = client.get(reverse("targets:place", args=[target.pk, commune])).context["page"].path
    assert [label.id for label in path] == [lead.area_id]
    assert client.get(reverse("targets:place", args=[target.pk, lead.area_id])).context["page"].path == ()


@pytest.mark.parametrize("communes", [2, 9])
def test_the_whole_of_a_programme_without_an_end_is_added_up_by_as_many_queries_for_any_number(
    lead, communes, django_assert_num_queries
):
    """1 + 2 + … of this year without the last, not accepted; what is said of next year is not in it yet."""
    target = spread(lead, communes, period_end=None)
    first = target.contributions.select_related("body").order_by("pk").first().body
    later = trees.Said(
        first, calendar_period(date(2027, 1, 1), 12), Amount(FigureState.REPORTED, Decimal(99))
    )
    trees.written(target, [later], by=target.figures.first().recorded_by)
    recompute()
    asked = {"area_ids": [lead.area_id], "windows": [edition_span(target.edition, date(2026, 12, 31))]}
    with django_assert_num_queries(3):
        total = place_totals([target.pk], **asked)
    assert [found.amount.numerator for found in total.values()] == [sum(range(1, communes))]
