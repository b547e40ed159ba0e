"""Registration sheets, pilots, findings, invitations and followers of ended bodies."""

from datetime import date, time
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from phoihop.core.errors import Refused
from phoihop.lifecycle import actions, queries
from phoihop.plans.models import Follower, Invitee, Meeting, Pilot, RegistrationRound, RegistrationSheet, Task
from phoihop.plans.statuses import FollowerRole, RegistrationStatus, TaskKind
from tests.lifecycle.test_succeeding import AFTER, LAST_DAY, START, Outcome, Running
from tests.programmes import factories

pytestmark = pytest.mark.django_db
FIRST_DAY = date(2025, 7, 1)


class Planned(Running):
    """The programme with a round of registration, a pilot, a follower and a meeting to come."""

    def __init__(self) -> None:
        super().__init__()
        programme, clause = self.edition.programme, self.edition.clauses.get(path="III")
        self.round = RegistrationRound.objects.create(
            programme=programme, year=2025, due_on=date(2025, 6, 1), opened_by_id=self.by.person_id,
            opened_at=START,
        )  # fmt: skip
        self.sheet = RegistrationSheet.objects.create(round=self.round, body=self.front)
        RegistrationRound.objects.filter(pk=self.round.pk).update(due_on=date(2025, 9, 1))
        self.pilot = Pilot.objects.create(
            programme=programme, clause=clause, area=self.front.area, body=self.front, name="Tuyến đường hoa",
            since=date(2025, 2, 1), decision_text="Kế hoạch 01",
        )  # fmt: skip
        self.follower = Follower.objects.create(
            programme=programme, clause=clause, clause_key=clause.key, body=self.front,
            person_id=factories.member(self.front).person_id, role=FollowerRole.FOCAL,
            valid_from=date(2025, 2, 1),
        )  # fmt: skip
        task = Task.objects.create(
            programme=programme, clause=clause, kind=TaskKind.MEETING, title="Họp sơ kết", body=self.lead,
            due_on=date(2025, 8, 1),
        )  # fmt: skip
        meeting = Meeting.objects.create(
            task=task, subject="Sơ kết", held_on=date(2025, 8, 1), starts_at=time(8), place="Hội trường",
            chair_name="A", secretary_name="B",
        )  # fmt: skip
        self.invitee = Invitee.objects.create(meeting=meeting, body=self.front)

    def plans(self) -> tuple[Any, ...]:
        return (
            list(RegistrationSheet.objects.order_by("pk").values_list("body", "ended_on")),
            list(Pilot.objects.values_list("body", flat=True)),
            list(Follower.objects.order_by("pk").values_list("body", "person", "valid_to")),
            list(Invitee.objects.order_by("pk").values_list("body", flat=True)),
        )


@pytest.fixture
def planned() -> Planned:
    return Planned()


def test_what_is_open_passes_to_the_heir(planned: Planned) -> None:
    planned.succeed(Outcome.TRANSFERRED)
    sheets, pilots, followers, invitees = planned.plans()
    heir = planned.new_front.pk
    assert (sheets, pilots, invitees) == ([(heir, None)], [heir], [heir])
    assert [(body, last) for body, _, last in followers] == [(planned.front.pk, LAST_DAY)]


def test_a_person_who_works_for_the_heir_goes_on_following(planned: Planned) -> None:
    member = factories.member(planned.new_front)
    Follower.objects.filter(pk=planned.follower.pk).update(person=member.person_id)
    planned.succeed(Outcome.TRANSFERRED)
    made = Follower.objects.get(body=planned.new_front)
    assert (made.person_id, made.valid_from, made.valid_to) == (member.person_id, FIRST_DAY, None)


def test_after_a_split_every_heir_registers_and_is_invited(planned: Planned) -> None:
    planned.succeed(Outcome.SPLIT)
    sheets, pilots, _, invitees = planned.plans()
    both = {planned.new_front.pk, planned.second_front.pk}
    assert {body for body, _ in sheets} == both
    assert set(invitees) == both
    assert pilots == [planned.new_front.pk]


@pytest.mark.parametrize("outcome", [Outcome.TRANSFERRED, Outcome.SPLIT])
def test_undoing_brings_plans_back(planned: Planned, outcome: Outcome) -> None:
    before = planned.plans()
    row = planned.succeed(outcome)
    assert planned.plans() != before
    by = factories.member(planned.new_lead)
    actions.undo_succession(row=row, reason="Ghi nhầm", by=by, at=AFTER)
    assert planned.plans() == before


def test_nothing_is_undone_once_the_heir_wrote_in_its_sheet(planned: Planned) -> None:
    row = planned.succeed(Outcome.TRANSFERRED)
    RegistrationSheet.objects.update(version=2)
    with pytest.raises(Refused, match="bảng đăng ký"):
        actions.undo_succession(row=row, reason="x", by=factories.member(planned.new_lead), at=AFTER)


def test_a_body_nobody_follows_hands_in_no_more(planned: Planned) -> None:
    seen = queries.preview(planned.edition, on=date(2025, 7, 5))
    assert {row.body_id: row.open_sheets for row in seen.ended}[planned.front.pk] == 1
    handover = actions.succeeding.Handover({planned.lead.pk: [planned.new_lead]})
    planned.succeed(Outcome.TRANSFERRED, handover=handover)
    planned.sheet.refresh_from_db()
    assert (planned.sheet.body_id, planned.sheet.ended_on) == (planned.front.pk, FIRST_DAY)
    assert not RegistrationSheet.objects.missing().exists()


def test_a_sheet_handed_in_before_keeps_its_name(planned: Planned) -> None:
    RegistrationSheet.objects.update(status=RegistrationStatus.ACCEPTED, sent_at=START, accepted_at=START)
    planned.succeed(Outcome.TRANSFERRED)
    planned.sheet.refresh_from_db()
    assert (planned.sheet.body_id, planned.sheet.ended_on) == (planned.front.pk, None)


def test_the_database_asks_no_sheet_of_a_body_that_ended(planned: Planned) -> None:
    with pytest.raises(IntegrityError, match="no sheet is asked"), transaction.atomic():
        RegistrationSheet.objects.create(round=planned.round, body=planned.lead)
