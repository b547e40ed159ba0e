"""Several querysets read in one statement hold what they would hold read alone."""

import pytest
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import JSONObject

from phoihop.core.batches import hang, together
from phoihop.organisations.models import Body, BodyName
from phoihop.programmes.models import Clause
from phoihop.reports.models import Obligation, ObligationRecipient, Report, ReportFigure, Round
from tests.reports.factories import submitted, world

pytestmark = pytest.mark.django_db


def _kept(row):
    return {name: value for name, value in vars(row).items() if name != "_state"}


def _questions():
    said = ObligationRecipient.objects.filter(obligation=OuterRef("pk")).values(
        pair=JSONObject(body="body", reviews="reviews")
    )
    return [
        ReportFigure.objects.select_related("target__clause").order_by("-pk"),
        Round.objects.order_by("pk"),
        Obligation.objects.select_related("report", "duty").order_by("due_on", "pk"),
        Obligation.objects.annotate(first=Subquery(said[:1])).order_by("pk"),
        Clause.objects.order_by("edition", "order").select_related("parent"),
        BodyName.objects.order_by("pk")[:2],
        Report.objects.order_by("pk").values_list("pk", "submitted_at", "obligation__duty_key"),
        Obligation.objects.values("body").annotate(count=Count("pk")).order_by("body"),
        Body.objects.order_by("pk").values_list("pk", flat=True),
    ]


def test_all_come_in_one_statement_as_they_would_alone(django_assert_num_queries):
    submitted(world())
    alone, asked = _questions(), _questions()
    expected = [list(rows) for rows in alone]
    with django_assert_num_queries(1):
        together(*asked)
        found = [list(rows) for rows in asked]
    assert found == expected
    assert all(expected)
    for rows, others in zip(found[:6], expected[:6], strict=True):
        assert [_kept(row) for row in rows] == [_kept(row) for row in others]


def test_numbers_keep_every_place(django_assert_num_queries):
    report = submitted(world())
    ReportFigure.objects.filter(report=report).update(numerator="12345678901234.5678")
    rows = ReportFigure.objects.filter(report=report).select_related("target")
    together(rows)
    with django_assert_num_queries(0):
        assert {str(row.numerator) for row in rows} == {"12345678901234.5678"}
        assert rows[0].target.name


def test_what_cannot_have_rows_asks_nothing(django_assert_num_queries):
    empty, none = Round.objects.filter(pk__in=[]), Report.objects.none()
    with django_assert_num_queries(0):
        together(empty, none)
        assert (list(empty), list(none)) == ([], [])


def test_a_queryset_made_from_an_answered_one_asks_anew(django_assert_num_queries):
    submitted(world())
    rows = Obligation.objects.order_by("pk")
    together(rows)
    with django_assert_num_queries(1):
        assert rows.filter(report__isnull=False).count() == 1


def test_rows_hung_on_a_row_are_found_there(django_assert_num_queries):
    report = submitted(world())
    figures = report.figures.order_by("-pk")
    together(figures)
    hang(report, figures=figures)
    with django_assert_num_queries(0):
        assert list(report.figures.all()) == list(figures)
