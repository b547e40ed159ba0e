"""People writing, handing in and reviewing at the same moment, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.programmes.models import DutyParty
from phoihop.reports import actions
from phoihop.reports.content import ReportInput, ReturnItem, RowInput
from phoihop.reports.models import (
    FormVersion,
    ObligationRecipient,
    Report,
    ReportVariant,
    Round,
    RoundDecision,
)
from phoihop.reports.queries.units import marks_of, stored_units
from phoihop.targets.models import FigureAcceptance
from tests.reports.factories import IN_TIME, saved, world
from tests.reports.test_forms import MODELS, published

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Run the acts at the same moment; what each gave, or the kind of refusal it met."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=10)
            return act()
        except (Conflict, MoveNotAllowed, Refused) as refused:
            return type(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def merging(w, report, marks, **content):
    by = w.officer()
    given = ReportInput(**content)
    return lambda: actions.merge_report(report=report, content=given, marks=marks, by=by, at=IN_TIME)


def test_eight_people_who_save_rows_of_one_table_lose_none():
    w = world()
    published(w, MODELS, replaces=False)
    report = w.report()
    rows = [RowInput(f"r{n}", (f"Mô hình {n}", str(n))) for n in range(8)]
    at_once(*(merging(w, report, {}, tables={"mohinh": [row]}) for row in rows))
    kept = report.tables.get().rows
    assert sorted(row["id"] for row in kept) == sorted(row.id for row in rows)


def test_two_who_write_one_text_at_once_are_both_kept():
    w = world()
    report = w.report()
    marks = marks_of(stored_units(report))
    texts = ["Bản một.", "Bản hai."]
    at_once(*(merging(w, report, marks, sections={w.clause.pk: text}) for text in texts))
    kept = {report.sections.get().text, ReportVariant.objects.get().value["text"]}
    assert kept == set(texts)


def test_a_save_while_the_report_is_handed_in_is_in_the_round_or_refused():
    w = world()
    report = saved(w, w.report())
    officer = w.officer()
    found = at_once(
        merging(w, report, marks_of(stored_units(report)), sections={w.clause.pk: "Sửa lúc nộp."}),
        lambda: actions.submit(report=report, by=officer, at=IN_TIME),
    )
    text = Round.objects.get().content["sections"][0]["text"]
    assert text == ("Đã giúp đỡ 12 hộ." if found[0] is Refused else "Sửa lúc nộp.")
    assert report.sections.get().text == text


def test_two_reviewers_side_by_side_accept_once_and_count_once():
    w = world()
    DutyParty.objects.create(duty=w.duty, body=w.front, side="reviews")
    ObligationRecipient.objects.create(obligation=w.obligation(), body=w.front, reviews=True)
    report = saved(w, w.report())
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    people = [w.reviewer(), w.reviewer(), w.officer(w.front)]
    at_once(*(lambda by=by: actions.accept(report=report, by=by, at=IN_TIME) and None for by in people))
    assert Report.objects.get().status == "accepted"
    assert RoundDecision.objects.filter(verb="accept").count() == 2
    assert FigureAcceptance.objects.count() == 2


def test_one_accepts_while_another_returns_and_one_of_them_stands():
    w = world()
    report = saved(w, w.report())
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    one, other = w.reviewer(), w.reviewer()
    item = ReturnItem("Ghi rõ.", clause_id=w.clause.pk)
    at_once(
        lambda: actions.accept(report=report, by=one, at=IN_TIME),
        lambda: actions.return_report(report=report, items=[item], by=other, at=IN_TIME),
    )
    decision = RoundDecision.objects.get()
    wanted = {"accept": "accepted", "return": "returned"}[decision.verb]
    assert Report.objects.get().status == wanted


def test_a_form_published_by_two_at_once_gets_one_version():
    w = world()
    people = [w.officer(w.committee), w.officer(w.committee)]
    form = actions.add_parts(duty=w.duty, parts=[MODELS], by=people[0], at=IN_TIME)
    day = w.obligation(quarter=2).period_start

    def publish(by):
        return actions.publish_form(duty=w.duty, counts_from=day, version=form.version, by=by, at=IN_TIME)

    found = at_once(lambda: publish(people[0]), lambda: publish(people[1]))
    assert FormVersion.objects.count() == 1
    assert Conflict in found
