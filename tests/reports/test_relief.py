"""More time and letting off: asked for, granted, refused, given, taken back; what counts then."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.programmes.models import DutyRule
from phoihop.reports import actions
from phoihop.reports.actions import relief
from phoihop.reports.calculations import Standing, coverage_of
from phoihop.reports.models import Extension, Obligation, ObligationDecision
from phoihop.reports.queries.explaining import dues_told
from phoihop.reports.queries.standing import held
from tests.reports.factories import BEFORE, IN_TIME, LATE, YEAR, submitted, world

pytestmark = pytest.mark.django_db
LATER = date(2026, 3, 27)


def asked(w, *, until=LATER):
    return relief.ask_extension(
        obligation=w.obligation(),
        until=until,
        reason="Chờ số liệu của trạm y tế.",
        by=w.officer(),
        at=IN_TIME,
    )


def standing(w, day):
    return held(Obligation.objects.filter(pk=w.obligation().pk))[0].standing(day)


def test_a_day_asked_for_is_granted_and_the_first_day_stays_to_be_read():
    w = world()
    extension = asked(w)
    relief.grant_extension(extension=extension, version=1, by=w.reviewer(), at=IN_TIME)
    row = w.obligation()
    assert (row.due_on, row.first_due_on) == (LATER, date(2026, 3, 19))
    verbs = ObligationDecision.objects.filter(obligation=row).values_list("verb", "due_before", "due_after")
    assert list(verbs.order_by("pk")) == [
        ("ask_extension", None, LATER), ("extend", date(2026, 3, 19), LATER),
    ]  # fmt: skip
    told = dues_told([row])[row.pk]
    assert told.line == "hạn cuối: hết ngày 27/03/2026 (gia hạn, hạn đầu: hết ngày 19/03/2026)"
    assert told.steps[-1] == "Được gia hạn: từ hết ngày 19/03/2026 đến hết ngày 27/03/2026."


def test_late_is_judged_by_the_extended_day():
    w = world()
    relief.grant_extension(extension=asked(w), version=1, by=w.reviewer(), at=IN_TIME)
    assert standing(w, date(2026, 3, 25)) is Standing.DUE_SOON
    submitted(w, at=LATE)
    assert standing(w, date(2026, 4, 1)) is Standing.ON_TIME


def test_the_receiving_body_may_grant_another_day_than_the_one_asked_for():
    w = world()
    relief.grant_extension(
        extension=asked(w), until=date(2026, 3, 23), version=1, by=w.reviewer(), at=IN_TIME
    )
    assert w.obligation().due_on == date(2026, 3, 23)
    assert Extension.objects.get().granted_until == date(2026, 3, 23)


def test_a_refusal_has_a_reason_and_leaves_the_day():
    w = world()
    extension = asked(w)
    with pytest.raises(Refused):
        relief.refuse_extension(extension=extension, note=" ", version=1, by=w.reviewer(), at=IN_TIME)
    relief.refuse_extension(extension=extension, note="Kỳ họp gần.", version=1, by=w.reviewer(), at=IN_TIME)
    assert (w.obligation().due_on, w.obligation().first_due_on) == (date(2026, 3, 19), None)
    with pytest.raises(MoveNotAllowed):
        relief.grant_extension(extension=extension, version=2, by=w.reviewer(), at=IN_TIME)


@pytest.mark.parametrize("until", [date(2026, 3, 19), date(2026, 3, 1)])
def test_a_day_that_is_not_later_is_refused(until):
    with pytest.raises(Refused):
        asked(world(), until=until)


def test_one_request_waits_at_a_time_and_may_be_taken_back():
    w = world()
    first = asked(w)
    with pytest.raises(Refused):
        asked(w)
    with pytest.raises(IntegrityError), transaction.atomic():
        Extension.objects.create(
            obligation=w.obligation(), until=LATER, reason="x", asked_by_id=first.asked_by_id,
            asked_by_body_id=first.asked_by_body_id, asked_at=IN_TIME,
        )  # fmt: skip
    relief.take_back_extension(extension=first, version=1, by=w.officer(), at=IN_TIME)
    assert asked(w).status == "asked"


def test_only_the_owing_body_asks_and_only_who_receives_grants():
    w = world()
    with pytest.raises(PermissionDenied):
        relief.ask_extension(
            obligation=w.obligation(), until=LATER, reason="x", by=w.officer(w.front), at=IN_TIME
        )
    extension = asked(w)
    for member in (w.officer(), w.officer(w.front)):
        with pytest.raises(PermissionDenied):
            relief.grant_extension(extension=extension, version=1, by=member, at=IN_TIME)


def test_a_stale_answer_is_a_conflict():
    w = world()
    extension = asked(w)
    relief.grant_extension(extension=extension, version=1, by=w.reviewer(), at=IN_TIME)
    with pytest.raises(Conflict):
        relief.refuse_extension(extension=extension, note="x", version=1, by=w.reviewer(), at=IN_TIME)


def test_more_time_given_unasked_and_taken_back_while_the_first_day_is_to_come():
    w = world()
    seen = w.obligation().due_on
    give = {
        "obligation": w.obligation(),
        "until": LATER,
        "note": "Nghỉ Tết.",
        "by": w.reviewer(),
        "at": IN_TIME,
    }
    relief.extend(**give, seen=seen)
    with pytest.raises(Conflict):
        relief.extend(**give, seen=seen)
    relief.take_back_extending(
        obligation=w.obligation(), note="Nhầm đơn vị.", seen=LATER, by=w.reviewer(), at=IN_TIME
    )
    assert (w.obligation().due_on, w.obligation().first_due_on) == (seen, None)
    relief.extend(**give, seen=seen)
    with pytest.raises(Refused):
        relief.take_back_extending(
            obligation=w.obligation(), note="Muộn.", seen=LATER, by=w.reviewer(), at=LATE
        )


def test_a_report_let_off_leaves_what_is_due_and_stays_to_be_seen():
    w = world()
    relief.waive(obligation=w.obligation(), reason="Đang sáp nhập.", by=w.reviewer(), at=IN_TIME)
    day = date(2026, 4, 1)
    assert standing(w, day) is Standing.WAIVED
    coverage = coverage_of([row.kept for row in held(Obligation.objects.all())], on=day)
    assert (coverage.due, coverage.received, coverage.missing, coverage.waived) == (1, 0, 1, 1)
    relief.owe_again(obligation=w.obligation(), reason="Nhầm kỳ.", by=w.reviewer(), at=LATE)
    coverage = coverage_of([row.kept for row in held(Obligation.objects.all())], on=day)
    assert (coverage.due, coverage.missing, coverage.waived) == (2, 2, 0)


def test_a_report_handed_in_is_neither_let_off_nor_extended():
    w = world()
    submitted(w)
    with pytest.raises(Refused):
        relief.waive(obligation=w.obligation(), reason="x", by=w.reviewer(), at=IN_TIME)
    with pytest.raises(Refused):
        relief.extend(
            obligation=w.obligation(), until=LATER, note="x", seen=w.obligation().due_on, by=w.reviewer(),
            at=IN_TIME,
        )  # fmt: skip


def test_a_mended_rule_moves_the_first_day_and_keeps_a_later_extension():
    w = world()
    relief.grant_extension(extension=asked(w), version=1, by=w.reviewer(), at=IN_TIME)
    DutyRule.objects.filter(pk=w.duty.pk).update(due_day=24)
    by = w.officer(w.committee)
    actions.make_obligations(edition=w.edition, **YEAR, by=by, at=BEFORE)
    assert (w.obligation().due_on, w.obligation().first_due_on) == (LATER, date(2026, 3, 23))
    DutyRule.objects.filter(pk=w.duty.pk).update(due_day=30)
    actions.make_obligations(edition=w.edition, **YEAR, by=by, at=BEFORE)
    assert (w.obligation().due_on, w.obligation().first_due_on) == (date(2026, 3, 29), None)


def test_a_rule_neither_moves_nor_removes_what_was_let_off():
    w = world()
    relief.waive(obligation=w.obligation(), reason="Đang sáp nhập.", by=w.reviewer(), at=BEFORE)
    w.duty.parties.filter(body=w.women, side="owes").delete()
    actions.make_obligations(edition=w.edition, **YEAR, by=w.officer(w.committee), at=BEFORE)
    assert Obligation.objects.filter(body=w.women).count() == 1


def test_those_concerned_are_told():
    w = world()
    w.reviewer()
    asked(w)
    assert Notice.objects.filter(text__contains="xin gia hạn").count() >= 1


def test_the_day_a_body_ends_is_the_last_one_it_can_be_given():
    w = world()
    w.women.valid_to = date(2026, 3, 24)
    w.women.save()
    with pytest.raises(Refused):
        asked(w)
    assert asked(w, until=date(2026, 3, 24)).until == date(2026, 3, 24)


def test_what_is_handed_in_is_told_to_the_obligation_by_the_database():
    w = world()
    report = submitted(w)
    row = w.obligation()
    assert (row.handed_in_on, row.report_status) == (date(2026, 3, 10), "submitted")
    actions.take_back(report=report, by=w.officer(), at=datetime(2026, 3, 11, tzinfo=UTC))
    row.refresh_from_db()
    assert (row.handed_in_on, row.report_status) == (None, "draft")
    actions.submit(report=report, by=w.officer(), at=LATE)
    row.refresh_from_db()
    assert (row.handed_in_on, row.report_status) == (date(2026, 3, 25), "submitted")
