"""Sơ kết, tổng kết: the results come from what was recorded, the words from the lead."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import docx
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period
from phoihop.lifecycle import actions
from phoihop.lifecycle.actions.reviewing import Said, Words
from phoihop.lifecycle.models import Review, ReviewKind
from phoihop.lifecycle.papers.reviews import review_paper
from phoihop.lifecycle.queries.results import results_of
from phoihop.lifecycle.queries.reviews import carried_over, review_page
from phoihop.organisations.models import BodyKind
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskKind, TaskStatus
from phoihop.programmes.models import Assignment
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.reports.models import Obligation
from phoihop.targets.actions import accept_figures, record_figure
from phoihop.targets.statuses import FigureState, Recurrence
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.programmes import factories
from tests.targets import factories as targets

pytestmark = pytest.mark.django_db
START = datetime(2025, 1, 10, tzinfo=UTC)
END = datetime(2026, 12, 28, tzinfo=UTC)
TWO_YEARS = Period(date(2025, 1, 1), date(2026, 12, 31))
JANUARY_OF = {year: Period(date(year, 1, 1), date(year, 1, 31)) for year in (2025, 2026)}


class World:
    """Two years with a yearly target, a clause the Front leads, and two tasks."""

    def __init__(self) -> None:
        self.lead = factories.body()
        self.front = factories.body(BodyKind.FRONT_COMMITTEE, self.lead.area, name="MTTQ xã")
        edition = factories.edition(
            lead=self.lead, parties=[self.lead, self.front], period_start=TWO_YEARS.start,
            period_end=TWO_YEARS.end,
        )  # fmt: skip
        self.clause = factories.clause(edition, "II.1")
        factories.assignment(self.clause, self.front, AssignmentRole.LEAD)
        factories.duty(factories.clause(edition, "III"), owes=[self.front], reviews=[self.lead])
        self.target = targets.target(
            edition, spec=targets.spec(value=10, recurrence=Recurrence.YEARLY),
            shares=[targets.share(self.front)], clause=self.clause,
        )  # fmt: skip
        self.by = factories.member(self.lead)
        self.edition = actions.record_signed(
            edition=edition,
            number_text="",
            in_force_from=date(2025, 1, 10),
            signatures=[],
            by=self.by,
            at=START,
        )
        self.task("Phát động", finished=date(2025, 3, 1))
        self.task("Tập huấn")

    def task(self, title: str, *, finished: date | None = None) -> None:
        status = TaskStatus.DONE if finished else TaskStatus.PLANNED
        Task.objects.create(
            programme=self.edition.programme, clause=self.clause, kind=TaskKind.EVENT, title=title,
            body=self.front, due_on=date(2025, 2, 1), status=status, finished_on=finished,
        )  # fmt: skip

    def figure(self, year: int, value: int) -> None:
        figure = record_figure(
            target=self.target, body=self.front, period=JANUARY_OF[year], state=FigureState.REPORTED,
            numerator=Decimal(value), by=factories.member(self.front), at=END,
        )  # fmt: skip
        accept_figures(figures=[figure], by=self.by, at=END)

    def review(self, kind: ReviewKind = ReviewKind.FINAL) -> Review:
        return actions.begin_review(
            programme=self.edition.programme, kind=kind, period=TWO_YEARS, by=self.by, at=END
        )

    def write(self, review: Review, **said: bool) -> Review:
        words = Words(overview="Hai năm thực hiện.", lessons="Chọn việc vừa sức.")
        clause = {self.clause.pk: Said("Còn thiếu vốn", **said)}
        return actions.write_review(
            review=review, words=words, said=clause, version=review.version, by=self.by, at=END
        )


@pytest.fixture
def world() -> World:
    return World()


def test_a_yearly_target_has_a_line_for_each_year_with_its_own_figures(world: World) -> None:
    world.figure(2025, 12)
    world.figure(2026, 4)
    found = results_of(world.edition, TWO_YEARS, on=date(2026, 12, 28))["targets"]
    shown = {row["from"][:4]: (row["outcome"], row["percent"]) for row in found}
    assert shown["2025"][0] == "vượt"
    assert shown["2026"][0] == "chưa đến hạn"
    assert Decimal(shown["2026"][1]) == 40


def test_tasks_and_reports_are_counted_under_the_clause_that_asks_for_them(world: World) -> None:
    rows = results_of(world.edition, TWO_YEARS, on=date(2026, 12, 28))["clauses"]
    by_path = {row["path"]: row for row in rows}
    tasks = by_path["II.1"]["tasks"]
    assert (tasks["done"], tasks["late"], tasks["overdue"], tasks["coming"]) == (1, 1, 1, 0)
    assert by_path["II.1"]["leads"] == ["MTTQ xã"]
    assert by_path["III"]["reports"]["received"] == 0
    assert by_path["III"]["reports"]["due"] == Obligation.objects.filter(due_on__lt=END.date()).count()
    assert "I" not in by_path


def test_the_queries_do_not_grow_with_the_tasks(world: World, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(40) as few:
        results_of(world.edition, TWO_YEARS, on=date(2026, 12, 28))
    for number in range(6):
        world.task(f"Việc {number}")
        clause = world.edition.clauses.get(path="II.2")
        Assignment.objects.create(clause=clause, body=factories.body(name=f"Đơn vị {number}"), role="lead")
    with django_assert_max_num_queries(len(few)):
        results_of(world.edition, TWO_YEARS, on=date(2026, 12, 28))


def test_the_same_review_twice_stays_one_and_only_the_lead_writes_it(world: World) -> None:
    assert world.review() == world.review()
    assert world.review(ReviewKind.INTERIM) != world.review()
    with pytest.raises(PermissionDenied):
        actions.begin_review(
            programme=world.edition.programme, kind=ReviewKind.FINAL, period=TWO_YEARS,
            by=factories.member(world.front), at=END,
        )  # fmt: skip


def test_confirming_freezes_the_figures_until_it_is_opened_again(world: World) -> None:
    review = world.write(world.review())
    confirmed = actions.confirm_review(review=review, version=review.version, by=world.by, at=END)
    world.task("Việc ghi sau", finished=date(2025, 2, 1))
    page = review_page(confirmed, on=date(2027, 1, 5))
    assert page.totals.tasks_done == 1
    with pytest.raises(Refused, match="mở lại"):
        world.write(confirmed)
    with pytest.raises(Refused, match="lý do"):
        actions.reopen_review(review=confirmed, reason=" ", version=confirmed.version, by=world.by, at=END)
    opened = actions.reopen_review(
        review=confirmed, reason="Bổ sung", version=confirmed.version, by=world.by, at=END
    )
    assert review_page(opened, on=date(2027, 1, 5)).totals.tasks_done == 2


def test_somebody_who_wrote_meanwhile_is_not_overwritten(world: World) -> None:
    review = world.review()
    world.write(review)
    with pytest.raises(Conflict):
        world.write(review)


def test_what_goes_on_is_offered_when_the_next_programme_is_made(world: World) -> None:
    review = world.write(world.review(), is_carried_over=True)
    assert carried_over(world.edition.programme) == []
    actions.confirm_review(review=review, version=review.version, by=world.by, at=END)
    (row,) = carried_over(world.edition.programme)
    assert (row["path"], row["text"]) == ("II.1", "Còn thiếu vốn")
    client = factories.people.client_as(world.by)
    page = client.get(reverse("lifecycle:renew", args=[world.edition.programme_id])).content.decode()
    assert "Còn thiếu vốn" in page


def test_a_draft_review_is_dropped_and_a_confirmed_one_is_not(world: World) -> None:
    review = world.review()
    actions.drop_review(review=review, version=review.version, by=world.by, at=END)
    assert not Review.objects.exists()
    review = world.review()
    confirmed = actions.confirm_review(review=review, version=review.version, by=world.by, at=END)
    with pytest.raises(Refused, match="đã xác nhận"):
        actions.drop_review(review=confirmed, version=confirmed.version, by=world.by, at=END)


def test_the_document_says_the_results_and_keeps_the_format(world: World) -> None:
    world.figure(2025, 12)
    factories.member(world.lead, "leader")
    review = world.write(world.review(), is_carried_over=True)
    content = write_docx(review_paper(review_page(review, on=date(2026, 12, 28)), today=date(2026, 12, 28)))
    words = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    for said in ("Tổng kết", "1 việc đã xong", "Hai năm thực hiện.", "Bài học kinh nghiệm", "Còn thiếu vốn"):
        assert said in words
    assert not faults(content)


def test_the_pages_write_confirm_and_open_again(world: World) -> None:
    client = factories.people.client_as(world.by)
    programme = world.edition.programme_id
    listing = reverse("lifecycle:reviews", args=[programme])
    assert "Chưa có sơ kết" in client.get(listing).content.decode()
    wrong = {"kind": "final", "period_start": "2026-12-31", "period_end": "2025-01-01"}
    assert client.post(listing, wrong).status_code == 422
    sent = {"kind": "interim", "period_start": "2025-01-01", "period_end": "2025-12-31"}
    assert client.post(listing, sent).status_code == 302
    review = Review.objects.get()
    address = reverse("lifecycle:review", args=[programme, review.pk])
    assert client.post(address, {"version": 1, "lessons": "Làm sớm"}).status_code == 302
    assert "Làm sớm" in client.get(address).content.decode()
    assert client.post(address, {"version": 1, "lessons": "Cũ"}).status_code == 409
    confirm = reverse("lifecycle:confirm_review", args=[programme, review.pk])
    assert client.post(confirm, {"version": 2}).status_code == 302
    assert "đã xác nhận" in client.get(address).content.decode()
    assert "Lưu</button>" not in client.get(address).content.decode()
