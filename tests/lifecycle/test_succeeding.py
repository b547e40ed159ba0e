from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.core.errors import Refused
from phoihop.lifecycle import actions, queries
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.organisations.models import Body, BodyKind, Succession, SuccessionLink
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.models import Obligation
from tests.programmes import factories

pytestmark = pytest.mark.django_db
START = datetime(2025, 1, 10, tzinfo=UTC)
AFTER = datetime(2025, 7, 5, tzinfo=UTC)
LAST_DAY = date(2025, 6, 30)
Outcome = ProgrammeSuccession.Outcome


class Running:
    """A programme of 2025, quarterly reports and half-yearly meetings, whose bodies ended on 30 June."""

    def __init__(self) -> None:
        self.lead = factories.body()
        self.front = factories.body(BodyKind.FRONT_COMMITTEE, self.lead.area)
        Body.objects.filter(area=self.lead.area).update(valid_from=None)
        edition = factories.edition(
            lead=self.lead, parties=[self.lead, self.front],
            period_start=date(2025, 1, 1), period_end=date(2025, 12, 31),
        )  # fmt: skip
        clause = factories.clause(edition, "III")
        factories.duty(clause, owes=[self.front], reviews=[self.lead])
        factories.duty(
            clause, owes=[self.front], kind=DutyKind.MEETING, frequency=Frequency.HALF_YEARLY, name="Họp",
            anchor=DueAnchor.PERIOD_END, due_day=None,
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
        self.succession = Succession.objects.create(
            kind="merge", effective_on=date(2025, 7, 1), legal_document="Nghị quyết 1686/NQ-UBTVQH15"
        )
        self.new_lead, self.new_front = self.heir(self.lead), self.heir(self.front)

    def heir(self, old: Body) -> Body:
        made = factories.body(old.kind)
        SuccessionLink.objects.create(succession=self.succession, from_body=old, to_body=made)
        Body.objects.filter(pk=old.pk).update(valid_to=LAST_DAY)
        return made

    def succeed(self, outcome: Outcome, *, by=None, **fields) -> ProgrammeSuccession:
        successors = {self.front.pk: self.new_front} if outcome == Outcome.TRANSFERRED else {}
        values = {"successors": successors, "by": by or factories.member(self.new_lead), "at": AFTER} | fields
        return actions.succeed_programme(
            programme=self.edition.programme, succession=self.succession, outcome=outcome, **values
        )

    def owed(self, body: Body) -> list[date]:
        rows = Obligation.objects.filter(body=body, ended_on=None).order_by("due_on")
        return list(rows.values_list("due_on", flat=True))

    def tasks(self) -> list[tuple[int, str]]:
        return list(Task.objects.order_by("due_on").values_list("body_id", "status"))

    def state(self) -> tuple:
        rows = Obligation.objects.order_by("pk").values_list("pk", "body", "ended_on", "ended_reason")
        self.edition.refresh_from_db()
        return list(rows), self.tasks(), self.edition.status, self.edition.ended_on


@pytest.fixture
def running() -> Running:
    return Running()


def test_closing_ends_the_edition_and_what_is_due_from_the_effective_day(running: Running) -> None:
    row = running.succeed(Outcome.CLOSED)
    assert (row.outcome, row.effective_on, row.verb) == ("closed", date(2025, 7, 1), "closed")
    running.edition.refresh_from_db()
    assert (running.edition.status, running.edition.ended_on) == (EditionStatus.ENDED, LAST_DAY)
    assert running.owed(running.front) == [date(2025, 3, 19), date(2025, 6, 19)]
    assert [status for _, status in running.tasks()] == [TaskStatus.PLANNED, TaskStatus.CANCELLED]


def test_transferring_gives_what_is_open_to_the_successor_and_the_programme_goes_on(running: Running) -> None:
    running.succeed(Outcome.TRANSFERRED)
    running.edition.refresh_from_db()
    assert running.edition.status == EditionStatus.IN_FORCE
    assert set(running.owed(running.new_front)) >= {date(2025, 9, 19), date(2025, 12, 19)}
    assert running.owed(running.front) == [date(2025, 3, 19), date(2025, 6, 19)]
    assert {body for body, _ in running.tasks()} == {running.new_front.pk}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_undoing_brings_everything_back_as_it_was(running: Running, outcome: Outcome) -> None:
    before = running.state()
    row = running.succeed(outcome)
    assert running.state() != before
    by = factories.member(running.new_lead)
    undone = actions.undo_succession(row=row, reason="Ghi nhầm", by=by, at=AFTER)
    assert undone.undone_reason == "Ghi nhầm"
    assert running.state() == before
    with pytest.raises(Refused, match="đã hoàn tác"):
        actions.undo_succession(row=row, reason="lại", by=by, at=AFTER)


def test_nothing_is_undone_once_the_successor_finished_a_task(running: Running) -> None:
    row = running.succeed(Outcome.TRANSFERRED)
    Task.objects.filter(body=running.new_front).update(status=TaskStatus.DONE, finished_on=date(2025, 7, 4))
    by = factories.member(running.new_lead)
    with pytest.raises(Refused, match="làm xong"):
        actions.undo_succession(row=row, reason="x", by=by, at=AFTER)


def test_one_act_is_applied_once_and_only_by_the_lead_or_its_successor(running: Running) -> None:
    for by in [factories.member(running.new_front), factories.member(running.new_lead, "clerk")]:
        with pytest.raises(PermissionDenied):
            running.succeed(Outcome.CLOSED, by=by)
    running.succeed(Outcome.TRANSFERRED)
    with pytest.raises(Refused, match="đã ghi"):
        running.succeed(Outcome.CLOSED)


def test_handing_over_names_a_successor(running: Running) -> None:
    with pytest.raises(Refused, match="đơn vị kế thừa"):
        running.succeed(Outcome.TRANSFERRED, successors={})


def test_the_preview_says_who_ended_and_what_is_open(running: Running) -> None:
    seen = queries.preview(running.edition, on=date(2025, 7, 5))
    assert seen.acts == [running.succession]
    by_body = {row.body_id: row for row in seen.ended}
    front = by_body[running.front.pk]
    assert [body for body, _ in front.choices] == [running.new_front.pk]
    assert (front.open_reports, front.open_tasks) == (4, 2)


def test_the_page_records_and_undoes(running: Running) -> None:
    client = factories.people.client_as(factories.member(running.new_lead))
    address = reverse("lifecycle:succession", args=[running.edition.programme_id])
    assert "Nếu ghi bây giờ" in client.get(address).content.decode()
    sent = {
        "succession": running.succession.pk, "outcome": "transferred",
        f"body_{running.front.pk}": running.new_front.pk,
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    assert "Chuyển cho đơn vị kế thừa" in client.get(address).content.decode()
    row = ProgrammeSuccession.objects.get()
    undo = reverse("lifecycle:undo_succession", args=[running.edition.programme_id, row.pk])
    assert client.post(undo, {"reason": "Ghi nhầm"}).status_code == 302
    assert "Ghi nhầm" in client.get(address).content.decode()
    assert client.post(address, {"outcome": "transferred"}).status_code == 422
