"""Amending a programme: the copy, its effect on what is owed, waiting for a later day, undoing."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.core.periods import calendar_period
from phoihop.lifecycle import actions
from phoihop.lifecycle.queries.amending import effect_preview
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import DutySpec
from phoihop.programmes.models import DutyRule, Edition, Programme
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.queries import current_edition, label_of
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.actions import open_report
from phoihop.reports.models import Obligation
from phoihop.targets.actions import change_target, drop_target, record_figure
from phoihop.targets.content import ContributionContent
from phoihop.targets.models import Target
from phoihop.targets.queries import edition_cards
from phoihop.targets.statuses import FigureState
from tests.lifecycle.amendments import (
    AMENDED,
    BEGAN,
    World,
    at,
    clause_of,
    duty_of,
    recorded,
    signed,
    started,
    target_of,
    terms,
    world,
)

pytestmark = pytest.mark.django_db
SPEC = DutySpec(DutyKind.REPORT, Frequency.QUARTERLY, "Báo cáo quý", anchor=DueAnchor.LAST_MONTH, due_day=25)
Q3 = calendar_period(AMENDED, 3)


@pytest.fixture
def w() -> World:
    return world()


def rows(w: World) -> list[tuple[str, date, int]]:
    """What is owed: body, due day, sequence of the edition it stands under."""
    found = Obligation.objects.filter(programme=w.programme, ended_on=None).order_by("due_on", "body_id")
    names = {w.front.pk: "front", w.women.pk: "women"}
    return [(names[o.body_id], o.due_on, o.edition.sequence) for o in found.select_related("edition")]


def change_day(w: World, edition: Edition, **fields: object) -> None:
    duty = duty_of(edition)
    programmes.change_duty(
        duty=duty, spec=replace(SPEC, **fields), owes=[w.front, w.women], reviews=[w.lead], by=w.member(),
        at=at(AMENDED),
    )  # fmt: skip


def test_an_amendment_begins_as_a_whole_copy_under_the_same_keys(w: World) -> None:
    made = started(w)
    for related in ("clauses", "targets"):
        old = getattr(w.first, related).order_by("order").values_list("key", "order")
        assert list(getattr(made, related).order_by("order").values_list("key", "order")) == list(old)
    assert duty_of(made).key == duty_of(w.first).key
    assert made.clauses.get(path="II.1").parent == made.clauses.get(path="II")
    assert {party.body_id for party in duty_of(made).parties.all()} == {w.lead.pk, w.front.pk, w.women.pk}
    assert target_of(made).contributions.get().value == 40
    assert current_edition(w.programme) == w.first
    assert label_of(made) == "bản sửa đổi lần 1"


def test_a_party_may_propose_one_and_only_one_is_on_its_way(w: World) -> None:
    by = w.member(w.front)
    made = actions.start_amendment(programme=w.programme, terms=terms(), by=by, at=at(AMENDED))
    with pytest.raises(Refused, match="soạn dở"):
        started(w)
    with pytest.raises(PermissionDenied):
        actions.open_for_signature(edition=made, by=by, at=at(AMENDED))


@pytest.mark.parametrize(
    ("bad", "words"),
    [({"grounds": " "}, "lý do"), ({"day": BEGAN}, "sau ngày 05/01/2026")],
)
def test_what_is_refused_at_the_start(w: World, bad: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        started(w, terms=terms(**bad))


def test_a_stranger_starts_none(w: World) -> None:
    with pytest.raises(PermissionDenied):
        actions.start_amendment(programme=w.programme, terms=terms(), by=w.member(w.women), at=at(AMENDED))


def test_an_unchanged_duty_goes_on_without_a_gap_or_a_double_in_mid_quarter(w: World) -> None:
    due = [date(2026, month, 19) for month in (3, 6, 9, 12)]
    assert [day for _, day, _ in rows(w)] == [day for day in due for _ in range(2)]
    row = signed(w, started(w))
    assert row.status == EditionStatus.IN_FORCE
    w.first.refresh_from_db()
    assert (w.first.status, w.first.ended_on) == (EditionStatus.SUPERSEDED, AMENDED - timedelta(days=1))
    assert rows(w) == [(body, day, 1 if day < AMENDED else 2) for day in due for body in ("front", "women")]
    assert Task.objects.filter(duty__clause__edition=row).count() == 1
    assert Task.objects.count() == 2


def test_a_changed_day_moves_what_is_to_come_and_keeps_what_was_begun(w: World) -> None:
    begun = Obligation.objects.get(body=w.women, period_start=Q3.start)
    open_report(obligation=begun, by=w.member(w.women), at=at(AMENDED))
    made = started(w)
    change_day(w, made)
    preview = effect_preview(made, at=at(AMENDED))
    assert (preview.reports.moved, preview.reports.flagged, preview.reports.created) == (3, 1, 0)
    recorded(w, made)
    begun.refresh_from_db()
    assert (begun.due_on, begun.edition_id) == (date(2026, 9, 19), w.first.pk)
    assert begun.rule_changed_at is not None
    assert [r for r in rows(w) if r[1] > AMENDED] == [
        ("women", date(2026, 9, 19), 1), ("front", date(2026, 9, 25), 2),
        ("front", date(2026, 12, 25), 2), ("women", date(2026, 12, 25), 2),
    ]  # fmt: skip


def test_a_removed_duty_goes_and_a_new_one_begins(w: World) -> None:
    made = started(w)
    programmes.drop_duty(duty=duty_of(made), by=w.member(), at=at(AMENDED))
    programmes.add_duty(
        clause=clause_of(made, "III"), spec=replace(SPEC, frequency=Frequency.MONTHLY, name="Báo cáo tháng"),
        owes=[w.front], reviews=[w.lead], by=w.member(), at=at(AMENDED),
    )  # fmt: skip
    recorded(w, made)
    later = [r for r in rows(w) if r[1] >= AMENDED]
    assert later == [("front", date(2026, month, 25), 2) for month in (8, 9, 10, 11, 12)]
    assert len([r for r in rows(w) if r[1] < AMENDED]) == 4


def test_a_moved_meeting_moves_its_task_and_one_given_to_somebody_stays(w: World) -> None:
    made = started(w)
    duty = duty_of(made, DutyKind.MEETING)
    spec = DutySpec(
        DutyKind.MEETING, Frequency.HALF_YEARLY, "Họp liên tịch", anchor=DueAnchor.LAST_MONTH, due_day=10
    )
    programmes.change_duty(duty=duty, spec=spec, owes=[w.lead], by=w.member(), at=at(AMENDED))
    recorded(w, made)
    assert list(Task.objects.order_by("due_on").values_list("due_on", "duty__clause__edition__sequence")) == [
        (date(2026, 6, 30), 1), (date(2026, 12, 10), 2),
    ]  # fmt: skip


def test_one_signed_ahead_waits_for_its_day_and_a_late_run_gives_the_same(w: World) -> None:
    made = started(w, terms=terms(date(2026, 10, 1)))
    change_day(w, made)
    row = signed(w, made)
    assert row.status == EditionStatus.WAITING
    assert current_edition(w.programme) == w.first
    assert actions.begin_due_amendments(at=at(date(2026, 9, 30))) == 0
    assert actions.begin_due_amendments(at=at(date(2026, 10, 3))) == 1
    assert actions.begin_due_amendments(at=at(date(2026, 10, 3))) == 0
    assert current_edition(w.programme) == row
    assert current_edition(w.programme).in_force_from == date(2026, 10, 1)
    assert [r for r in rows(w) if r[1] >= AMENDED] == [
        ("front", date(2026, 9, 19), 1), ("women", date(2026, 9, 19), 1),
        ("front", date(2026, 12, 25), 2), ("women", date(2026, 12, 25), 2),
    ]  # fmt: skip


def test_figures_follow_their_target_through_the_amendment(w: World) -> None:
    target = target_of(w.first)
    record_figure(
        target=target, body=w.women, period=calendar_period(BEGAN, 3), state=FigureState.REPORTED,
        numerator=Decimal(12), by=w.member(w.women), at=at(date(2026, 4, 2)),
    )  # fmt: skip
    made = started(w)
    new = target_of(made)
    change_target(
        target=new, spec=replace(new.spec, value=Decimal(60)),
        contributions=[ContributionContent(w.women.pk, Decimal(60))], by=w.member(), at=at(AMENDED),
    )  # fmt: skip
    row = recorded(w, made)
    card = edition_cards(row, body_ids=[w.women.pk], on=AMENDED)[0]
    assert (card.total.goal, card.shares[0].standing.value) == ("từ 60 hộ trở lên", "12")
    with pytest.raises(Refused, match="Đã có số liệu"):
        record_figure(
            target=new, body=w.women, period=calendar_period(BEGAN, 3), state=FigureState.REPORTED,
            numerator=Decimal(13), by=w.member(w.women), at=at(AMENDED),
        )  # fmt: skip
    old = edition_cards(w.first, body_ids=[w.women.pk], on=AMENDED)[0]
    assert (old.total.goal, old.shares[0].standing.value) == ("từ 40 hộ trở lên", "12")


def test_undoing_brings_back_the_edition_before_with_its_due_days(w: World) -> None:
    before = rows(w)
    made = started(w)
    change_day(w, made)
    programmes.add_duty(
        clause=clause_of(made, "III"), spec=replace(SPEC, frequency=Frequency.MONTHLY, name="Báo cáo tháng"),
        owes=[w.front], by=w.member(), at=at(AMENDED),
    )  # fmt: skip
    row = recorded(w, made)
    assert rows(w) != before
    actions.undo_amendment(edition=row, reason="Ghi nhầm ngày", by=w.member(), at=at(AMENDED))
    assert rows(w) == before
    assert current_edition(w.programme) == w.first
    assert Task.objects.filter(status=TaskStatus.PLANNED).count() == 2
    row.refresh_from_db()
    assert row.status == EditionStatus.UNDONE
    again = started(w, like=row)
    quarterly = DutyRule.objects.get(clause__edition=again, name="Báo cáo quý")
    assert quarterly.due_day == 25
    assert label_of(again) == "bản sửa đổi lần 1"


def test_an_amendment_recorded_late_ends_what_is_overdue_and_undoing_asks_again(w: World) -> None:
    made = started(w, on=date(2026, 11, 20))
    programmes.drop_duty(duty=duty_of(made), by=w.member(), at=at(AMENDED))
    before = rows(w)
    row = recorded(w, made, on=date(2026, 11, 20))
    assert [day for _, day, _ in rows(w)] == [date(2026, 3, 19)] * 2 + [date(2026, 6, 19)] * 2
    actions.undo_amendment(edition=row, reason="Ghi nhầm", by=w.member(), at=at(date(2026, 11, 20)))
    assert rows(w) == before


def test_nothing_is_undone_once_somebody_reported_under_it(w: World) -> None:
    row = recorded(w, started(w))
    obligation = Obligation.objects.get(body=w.women, period_start=Q3.start)
    open_report(obligation=obligation, by=w.member(w.women), at=at(AMENDED))
    with pytest.raises(Refused, match="báo cáo lập theo bản này"):
        actions.undo_amendment(edition=row, reason="Nhầm", by=w.member(), at=at(AMENDED))


def test_a_draft_is_dropped_and_leaves_the_programme_as_it_was(w: World) -> None:
    made = started(w)
    actions.drop_amendment(edition=made, reason="Chưa cần", by=w.member(), at=at(AMENDED))
    assert Programme.objects.get(pk=w.programme.pk).editions.count() == 1
    assert Target.objects.filter(edition__programme=w.programme).count() == 1
    assert w.first.decisions.filter(verb="drop_amendment").exists()


def test_a_removed_target_keeps_its_figures_in_the_edition_that_set_it(w: World) -> None:
    record_figure(
        target=target_of(w.first), body=w.women, period=calendar_period(BEGAN, 3), state=FigureState.REPORTED,
        numerator=Decimal(12), by=w.member(w.women), at=at(date(2026, 4, 2)),
    )  # fmt: skip
    made = started(w)
    drop_target(target=target_of(made), by=w.member(), at=at(AMENDED))
    row = recorded(w, made)
    assert edition_cards(row, body_ids=[], on=AMENDED) == []
    assert edition_cards(w.first, body_ids=[w.women.pk], on=AMENDED)[0].shares[0].standing.value == "12"
