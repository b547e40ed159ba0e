"""Completeness down a tree of places: counted by the database as by the rules, through mergers too."""

import random
from datetime import date, timedelta

import pytest

from phoihop.organisations.models import BodyKind, Level
from phoihop.reports.calculations import coverage_of
from phoihop.reports.models import Obligation
from phoihop.reports.queries.counting import countable, coverage_from, tallies
from phoihop.reports.queries.places_board import Asked, places_board
from phoihop.reports.queries.standing import held
from tests.programmes import factories as programmes

pytestmark = pytest.mark.django_db
YEAR_DAYS = [date(2026, month, 10) for month in range(1, 13)]


def nation():
    """2 provinces with 2 communes each; three bodies in every commune owe a duty of the nation."""
    top = programmes.place("Việt Nam", level=Level.NATION)
    lead = programmes.body(BodyKind.FRONT_COMMITTEE, top, name="Ủy ban Trung ương")
    provinces = [programmes.place(f"Tỉnh {n}", level=Level.PROVINCE, parent=top) for n in (1, 2)]
    communes = [
        programmes.place(f"Xã {p}{n}", parent=province)
        for p, province in enumerate(provinces)
        for n in (1, 2)
    ]
    kinds = (BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION, BodyKind.YOUTH_UNION)
    bodies = [programmes.body(kind, place, name=f"{kind} {place.pk}") for place in communes for kind in kinds]
    edition = programmes.edition(lead=lead, parties=[lead])
    duty = programmes.duty(programmes.clause(edition, "III"), owes=bodies, reviews=[lead])
    programmes.in_force(edition)
    return top, provinces, communes, edition, duty, bodies


def owed(edition, duty, body, due, **columns):
    start = due.replace(day=1)
    return Obligation.objects.create(
        programme=edition.programme, edition=edition, duty=duty, body=body, period_start=start,
        period_end=start + timedelta(days=27), due_on=due, **columns,
    )  # fmt: skip


def at_random(edition, duty, bodies, *, seed):
    """Obligations of every standing, waived, ended, extended and inherited ones among them."""
    chance = random.Random(seed)
    rows = []
    for body in bodies:
        for due in YEAR_DAYS:
            columns = {}
            if chance.random() < 0.15:
                columns |= {"waived_on": due - timedelta(days=3), "waived_reason": "x"}
            if chance.random() < 0.15:
                columns |= {"ended_on": due + timedelta(days=chance.randint(-5, 5)), "ended_reason": "x"}
            if chance.random() < 0.2:
                columns |= {"first_due_on": due - timedelta(days=4)}
            row = owed(edition, duty, body, due, **columns)
            status = chance.choice(["", "draft", "submitted", "returned", "accepted"])
            handed = due + timedelta(days=chance.randint(-5, 5)) if status not in {"", "draft"} else None
            Obligation.objects.filter(pk=row.pk).update(report_status=status, handed_in_on=handed)
            rows.append(row)
    for number, row in enumerate(chance.sample(rows, len(rows) // 6)):
        heir = chance.choice([body for body in bodies if body.pk != row.body_id])
        other = date(2030, 1, 1) + timedelta(days=number)
        Obligation.objects.create(
            programme=row.programme, edition=row.edition, duty=duty, body=heir, due_on=row.due_on,
            period_start=other, period_end=other, inherited_from=row,
        )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_the_database_counts_as_the_rules_do(seed):
    top, _, _, edition, duty, bodies = nation()
    at_random(edition, duty, bodies, seed=seed)
    for today in (date(2026, 3, 15), date(2026, 9, 1), date(2027, 2, 1)):
        rows = Obligation.objects.all()
        by_rule = coverage_of([row.kept for row in held(rows)], on=today)
        by_database = coverage_from(countable(rows).aggregate(**tallies(today)))
        assert by_database == by_rule
        board = places_board(Asked(edition.programme, top.pk, 2026), today=today)
        assert board.total.coverage == by_rule


def test_each_level_adds_up_to_the_one_above_and_leads_to_the_reports():
    top, provinces, communes, edition, duty, bodies = nation()
    for body in bodies:
        owed(edition, duty, body, date(2026, 3, 19))
    Obligation.objects.filter(body__in=bodies[:5]).update(
        report_status="submitted", handed_in_on=date(2026, 3, 18)
    )
    today = date(2026, 4, 1)
    board = places_board(Asked(edition.programme, top.pk, 2026, duty.key), today=today)
    assert [(row.area_id, row.coverage.received, row.coverage.due) for row in board.rows] == [
        (provinces[0].pk, 5, 6), (provinces[1].pk, 0, 6),
    ]  # fmt: skip
    assert [cell.received for cell in board.rows[0].by_period] == [5]
    below = places_board(Asked(edition.programme, provinces[0].pk, 2026), today=today)
    assert [row.coverage.received for row in below.rows] == [3, 2]
    last = places_board(Asked(edition.programme, communes[1].pk, 2026), today=today)
    assert (last.rows[0].is_here, last.total.coverage.due, len(last.bodies)) == (True, 3, 3)
    assert len(last.bodies[0].cells) == 1


def test_what_was_due_at_a_place_before_it_ended_stays_in_the_total_once():
    top, provinces, communes, edition, duty, bodies = nation()
    old, heir = bodies[0], bodies[3]
    row = owed(edition, duty, old, date(2026, 3, 19))
    communes[0].valid_to = date(2026, 6, 30)
    communes[0].save()
    communes[0].versions.update(valid_to=date(2026, 6, 30))
    Obligation.objects.create(
        programme=edition.programme, edition=edition, duty=duty, body=heir, due_on=row.due_on,
        period_start=row.period_start, period_end=row.period_end, inherited_from=row,
    )  # fmt: skip
    for today in (date(2026, 4, 1), date(2026, 12, 1)):
        board = places_board(Asked(edition.programme, top.pk, 2026), today=today)
        assert (board.total.coverage.due, board.total.coverage.missing) == (1, 1)
        below = places_board(Asked(edition.programme, provinces[0].pk, 2026), today=today)
        assert [(row.area_id, row.coverage.due) for row in below.rows] == [(communes[0].pk, 1)]


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    top, _, _, edition, duty, bodies = nation()
    for body in bodies[:2]:
        owed(edition, duty, body, date(2026, 3, 19))
    with django_assert_max_num_queries(9):
        places_board(Asked(edition.programme, top.pk, 2026), today=date(2026, 4, 1))
    for body in bodies[2:]:
        owed(edition, duty, body, date(2026, 3, 19))
    with django_assert_max_num_queries(9):
        places_board(Asked(edition.programme, top.pk, 2026), today=date(2026, 4, 1))


def test_a_programme_without_duties_owes_nothing():
    top = programmes.place("Việt Nam", level=Level.NATION)
    lead = programmes.body(BodyKind.FRONT_COMMITTEE, top, name="Ủy ban Trung ương")
    edition = programmes.in_force(programmes.edition(lead=lead, parties=[lead]))

    board = places_board(Asked(edition.programme, top.pk, 2026, None), today=date(2026, 9, 1))

    assert (board.rows, board.total.owed, board.bodies) == ([], 0, [])
