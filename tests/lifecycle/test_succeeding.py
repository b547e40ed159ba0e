from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.accounts.models import Notice
from phoihop.core.errors import Refused
from phoihop.core.periods import Period
from phoihop.lifecycle import actions, queries
from phoihop.lifecycle.actions.succeeding import Handover
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.queries.successions import waiting_for_handover
from phoihop.organisations.models import Body, BodyKind, Succession, SuccessionLink
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes.content import DutySpec
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.models import Obligation
from phoihop.targets.actions import mend_missed_target, record_figure
from phoihop.targets.models import Contribution
from phoihop.targets.queries import edition_cards
from phoihop.targets.queries.shares import shares_of
from phoihop.targets.statuses import FigureState
from tests.programmes import factories
from tests.targets import factories as targets

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
        self.second_front = self.heir(self.front)

    def heir(self, old: Body) -> Body:
        made = factories.body(old.kind)
        SuccessionLink.objects.create(succession=self.succession, from_body=old, to_body=made)
        Body.objects.filter(pk=old.pk).update(valid_to=LAST_DAY)
        return made

    def succeed(self, outcome: Outcome, *, by=None, **fields) -> ProgrammeSuccession:
        common = {"programme": self.edition.programme, "succession": self.succession, "at": AFTER}
        common |= {"by": by or factories.member(self.new_lead)}
        if outcome == Outcome.CLOSED:
            return actions.close_programme(**common)
        heirs = {self.front.pk: [self.new_front], self.lead.pk: [self.new_lead]}
        if outcome == Outcome.SPLIT:
            heirs[self.front.pk].append(self.second_front)
        return actions.succeed_programme(**(common | {"handover": Handover(heirs)} | fields))

    def share(self, *, value: int) -> Contribution:
        """The Front's share of a target the reading missed at first."""
        target = mend_missed_target(
            clause=self.edition.clauses.get(path="III"), spec=targets.spec(value=10),
            contributions=[targets.share(self.front, value)], reason="Đọc sót", by=self.by, at=START,
        )  # fmt: skip
        return target.contributions.get()

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
        running.succeed(Outcome.TRANSFERRED, handover=Handover({}))


def test_the_preview_says_who_ended_and_what_is_open(running: Running) -> None:
    seen = queries.preview(running.edition, on=date(2025, 7, 5))
    assert seen.acts == [running.succession]
    by_body = {row.body_id: row for row in seen.ended}
    front = by_body[running.front.pk]
    assert [body for body, _ in front.choices] == [running.new_front.pk, running.second_front.pk]
    assert (front.open_reports, front.open_tasks) == (4, 2)


def test_the_page_records_and_undoes(running: Running) -> None:
    client = factories.people.client_as(factories.member(running.new_lead))
    address = reverse("lifecycle:succession", args=[running.edition.programme_id])
    assert "Nếu ghi bây giờ" in client.get(address).content.decode()
    sent = {
        "succession": running.succession.pk, "outcome": "carry_on",
        f"body_{running.front.pk}": [running.new_front.pk],
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    assert "Chuyển cho đơn vị kế thừa" in client.get(address).content.decode()
    row = ProgrammeSuccession.objects.get()
    undo = reverse("lifecycle:undo_succession", args=[running.edition.programme_id, row.pk])
    assert client.post(undo, {"reason": "Ghi nhầm"}).status_code == 302
    assert "Ghi nhầm" in client.get(address).content.decode()
    assert client.post(address, {"outcome": "carry_on"}).status_code == 422


def test_after_a_split_each_heir_owes_its_own_report_and_has_its_own_task(
    running: Running,
) -> None:
    row = running.succeed(Outcome.SPLIT)
    assert row.outcome == Outcome.SPLIT
    for heir in (running.new_front, running.second_front):
        assert set(running.owed(heir)) >= {date(2025, 9, 19), date(2025, 12, 19)}
        assert Task.objects.open().filter(body=heir, continues__body=running.front).exists()
    assert not Task.objects.open().filter(body=running.front).exists()


def test_parts_of_a_share_are_said_by_people_and_add_up(running: Running) -> None:
    share = running.share(value=10)
    heirs = {running.front.pk: [running.new_front, running.second_front]}
    wrong = {(share.pk, running.new_front.pk): Decimal(7), (share.pk, running.second_front.pk): Decimal(2)}
    with pytest.raises(Refused, match="phải bằng 10"):
        running.succeed(Outcome.SPLIT, handover=Handover(heirs, wrong))
    running.succeed(
        Outcome.SPLIT, handover=Handover(heirs, wrong | {(share.pk, running.second_front.pk): Decimal(3)})
    )
    rows = shares_of([share.target_id])[share.target_id].rows
    assert {(row.body_id, row.value) for row in rows} == {
        (running.new_front.pk, Decimal(7)), (running.second_front.pk, Decimal(3)),
    }  # fmt: skip
    assert Contribution.objects.get().body == running.front


def test_without_parts_a_split_divides_no_number(running: Running) -> None:
    share = running.share(value=10)
    running.succeed(Outcome.SPLIT)
    assert {row.value for row in shares_of([share.target_id])[share.target_id].rows} == {None}


def test_the_only_heir_takes_the_share_whole_and_may_record_figures(running: Running) -> None:
    share = running.share(value=10)
    running.succeed(Outcome.TRANSFERRED)
    record_figure(
        target=share.target, body=running.new_front, period=Period(date(2025, 7, 1), date(2025, 9, 30)),
        state=FigureState.REPORTED, numerator=Decimal(4),
        by=factories.member(running.new_front), at=datetime(2025, 10, 2, tzinfo=UTC),
    )  # fmt: skip
    (card,) = edition_cards(running.edition, body_ids=[running.new_front.pk], on=date(2025, 10, 3))
    assert [(row.body_id, row.share) for row in card.shares] == [(running.new_front.pk, card.shares[0].share)]
    assert "10" in card.shares[0].share


def test_what_nobody_goes_on_for_is_no_longer_owed(running: Running) -> None:
    handover = Handover({running.lead.pk: [running.new_lead]})
    running.succeed(Outcome.TRANSFERRED, handover=handover)
    assert running.owed(running.front) == [date(2025, 3, 19), date(2025, 6, 19)]
    late = Task.objects.open().filter(body=running.front, due_on__gt=LAST_DAY)
    assert not late.exists()


def test_a_mended_duty_makes_reports_for_the_heirs_and_never_for_the_ended_body(running: Running) -> None:
    running.succeed(Outcome.SPLIT)
    spec = DutySpec(DutyKind.REPORT, Frequency.QUARTERLY, "Báo cáo thêm")
    clause = running.edition.clauses.get(path="III")
    actions.mend_missed_duty(
        clause=clause, spec=spec, sides={"owes": [running.front]}, reason="Đọc sót",
        by=factories.member(running.new_lead), at=AFTER,
    )  # fmt: skip
    owing = set(Obligation.objects.filter(duty__name="Báo cáo thêm").values_list("body_id", flat=True))
    assert owing == {running.new_front.pk, running.second_front.pk}


def test_once_published_nothing_is_undone_and_the_heirs_are_told(running: Running) -> None:
    person = factories.member(running.second_front)
    row = running.succeed(Outcome.SPLIT)
    by = factories.member(running.new_lead)
    for _ in range(2):
        actions.publish_succession(row=row, by=by, at=AFTER)
    assert Notice.objects.filter(person=person.person_id).count() == 1
    with pytest.raises(Refused, match="đã công bố"):
        actions.undo_succession(row=row, reason="Ghi nhầm", by=by, at=AFTER)


def test_the_lead_sees_which_programmes_wait_for_a_handover(running: Running) -> None:
    by = factories.member(running.new_lead)
    (row,) = waiting_for_handover(by, on=date(2025, 7, 5))
    assert (row.open_reports, row.open_tasks) == (2, 2)
    assert (
        running.edition.programme.name
        in factories.people.client_as(by).get(reverse("lifecycle:handovers")).content.decode()
    )
    running.succeed(Outcome.TRANSFERRED)
    assert waiting_for_handover(by, on=date(2025, 7, 5)) == []
    assert waiting_for_handover(factories.member(running.new_front), on=date(2025, 7, 5)) == []


def _end_again(running: Running, ended: Body, *, to: Body) -> Succession:
    """An heir ends in its turn on the last day of September."""
    act = Succession.objects.create(
        kind="merge", effective_on=date(2025, 10, 1), legal_document="Nghị quyết 02/NQ-HĐND"
    )
    SuccessionLink.objects.create(succession=act, from_body=ended, to_body=to)
    Body.objects.filter(pk=ended.pk).update(valid_to=date(2025, 9, 30))
    return act


def test_a_share_goes_on_through_two_generations_and_back(running: Running) -> None:
    share = running.share(value=10)
    heirs = {running.front.pk: [running.new_front, running.second_front]}
    parts = {(share.pk, running.new_front.pk): Decimal(7), (share.pk, running.second_front.pk): Decimal(3)}
    running.succeed(Outcome.SPLIT, handover=Handover(heirs, parts))
    third = factories.body(BodyKind.FRONT_COMMITTEE)
    act = _end_again(running, running.second_front, to=third)
    by = factories.member(running.lead)
    later = datetime(2025, 10, 2, tzinfo=UTC)
    row = actions.succeed_programme(
        programme=running.edition.programme, succession=act, by=by, at=later,
        handover=Handover({running.second_front.pk: [third]}),
    )  # fmt: skip
    standing = shares_of([share.target_id])[share.target_id]
    assert {(r.body_id, r.value) for r in standing.rows} == {
        (running.new_front.pk, Decimal(7)), (third.pk, Decimal(3)),
    }  # fmt: skip
    actions.undo_succession(row=row, reason="Ghi nhầm", by=by, at=later)
    back = shares_of([share.target_id])[share.target_id]
    assert {(r.body_id, r.value) for r in back.rows} == {
        (running.new_front.pk, Decimal(7)), (running.second_front.pk, Decimal(3)),
    }  # fmt: skip


def test_two_parts_that_come_together_again_are_one_share(running: Running) -> None:
    share = running.share(value=10)
    heirs = {running.front.pk: [running.new_front, running.second_front]}
    parts = {(share.pk, running.new_front.pk): Decimal(7), (share.pk, running.second_front.pk): Decimal(3)}
    running.succeed(Outcome.SPLIT, handover=Handover(heirs, parts))
    third = factories.body(BodyKind.FRONT_COMMITTEE)
    act = _end_again(running, running.second_front, to=third)
    SuccessionLink.objects.create(succession=act, from_body=running.new_front, to_body=third)
    Body.objects.filter(pk=running.new_front.pk).update(valid_to=date(2025, 9, 30))
    actions.succeed_programme(
        programme=running.edition.programme, succession=act, by=factories.member(running.lead),
        at=datetime(2025, 10, 2, tzinfo=UTC),
        handover=Handover({running.second_front.pk: [third], running.new_front.pk: [third]}),
    )  # fmt: skip
    (row,) = shares_of([share.target_id])[share.target_id].rows
    assert (row.body_id, row.value) == (third.pk, Decimal(10))
