import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.organisations.models import BodyKind
from phoihop.programmes import actions
from phoihop.programmes.content import DutySpec
from phoihop.programmes.models import Assignment, Edition, Mending
from phoihop.programmes.models.facts import AssignmentRole, DueAnchor, DutyKind, DutySide, Frequency
from tests.programmes import factories
from tests.programmes.factories import AT

pytestmark = pytest.mark.django_db
MONTHLY = DutySpec(DutyKind.REPORT, Frequency.MONTHLY, "Báo cáo tháng")


@pytest.fixture
def draft() -> Edition:
    return factories.edition()


def test_the_same_role_given_twice_stays_one_row(draft: Edition) -> None:
    clause, lead = factories.clause(draft), draft.programme.lead
    assert factories.assignment(clause, lead) == factories.assignment(clause, lead)
    actions.drop_assignment(assignment=clause.assignments.get(), by=factories.member(lead), at=AT)
    assert not clause.assignments.exists()


def test_a_duty_names_who_owes_who_reviews_and_who_takes_note(draft: Edition) -> None:
    lead = draft.programme.lead
    unions = [factories.body(BodyKind.WOMENS_UNION), factories.body(BodyKind.YOUTH_UNION)]
    duty = factories.duty(factories.clause(draft, "III"), owes=unions, reviews=[lead], takes_note=[unions[0]])
    sides = [(party.side, party.body_id) for party in duty.parties.order_by("id")]
    assert sides == [
        (DutySide.OWES, unions[0].pk),
        (DutySide.OWES, unions[1].pk),
        (DutySide.REVIEWS, lead.pk),
        (DutySide.TAKES_NOTE, unions[0].pk),
    ]
    actions.drop_duty(duty=duty, by=factories.member(lead), at=AT)


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        (DutySpec(DutyKind.REPORT, Frequency.MONTHLY, "x", anchor=DueAnchor.LAST_MONTH), "ghi ngày"),
        (
            DutySpec(DutyKind.REPORT, Frequency.MONTHLY, "x", anchor=DueAnchor.LAST_MONTH, due_day=32),
            "1 đến 31",
        ),
    ],
)
def test_a_rule_without_a_usable_day_is_refused(draft: Edition, spec: DutySpec, why: str) -> None:
    lead = draft.programme.lead
    with pytest.raises(Refused, match=why):
        actions.add_duty(
            clause=factories.clause(draft), spec=spec, owes=[lead], by=factories.member(lead), at=AT
        )


def test_a_duty_nobody_owes_is_refused(draft: Edition) -> None:
    by = factories.member(draft.programme.lead)
    with pytest.raises(Refused, match="đơn vị thực hiện"):
        actions.add_duty(clause=factories.clause(draft), spec=MONTHLY, owes=[], by=by, at=AT)


def test_after_signing_a_reading_is_mended_not_written(draft: Edition) -> None:
    clause, lead = factories.clause(draft), draft.programme.lead
    assignment = factories.assignment(clause, lead)
    by = factories.member(lead)
    factories.in_force(draft)
    for refused in (
        lambda: factories.assignment(clause, lead, AssignmentRole.ADVISE),
        lambda: actions.drop_assignment(assignment=assignment, by=by, at=AT),
        lambda: factories.duty(clause, owes=[lead]),
    ):
        with pytest.raises(Refused, match="đã ký"):
            refused()


def test_mending_keeps_before_after_and_reason_and_leaves_the_text(draft: Edition) -> None:
    clause, lead = factories.clause(draft), draft.programme.lead
    front = factories.body(BodyKind.FRONT_COMMITTEE)
    assignment = factories.assignment(clause, lead, AssignmentRole.COORDINATE)
    factories.in_force(draft)
    by = factories.member(lead)
    with pytest.raises(Refused, match="lý do"):
        actions.mend_assignment(
            assignment=assignment, body=front, role=AssignmentRole.LEAD, reason="", by=by, at=AT
        )
    actions.mend_assignment(
        assignment=assignment, body=front, role=AssignmentRole.LEAD, reason="Đọc nhầm", by=by, at=AT
    )
    mending = Mending.objects.get()
    assert mending.before == {"clause": clause.pk, "body": lead.pk, "role": "coordinate"}
    assert mending.after == {"clause": clause.pk, "body": front.pk, "role": "lead"}
    assert mending.note == "Đọc nhầm"
    assert factories.clause(draft).text == clause.text


def test_a_missed_assignment_is_added_and_a_wrong_one_taken_away_with_a_reason(draft: Edition) -> None:
    clause, lead = factories.clause(draft), draft.programme.lead
    factories.in_force(draft)
    by = factories.member(lead)
    made = actions.mend_missed_assignment(
        clause=clause, body=lead, role=AssignmentRole.FOCAL, reason="Sót", by=by, at=AT
    )
    with pytest.raises(Refused, match="đã có"):
        actions.mend_missed_assignment(
            clause=clause, body=lead, role=AssignmentRole.FOCAL, reason="Sót", by=by, at=AT
        )
    actions.mend_wrong_assignment(assignment=made, reason="Văn bản không giao", by=by, at=AT)
    assert not Assignment.objects.exists()
    assert [(m.before == {}, m.after == {}) for m in Mending.objects.order_by("id")] == [
        (True, False),
        (False, True),
    ]


def test_a_mended_duty_keeps_its_row(draft: Edition) -> None:
    clause, lead = factories.clause(draft, "III"), draft.programme.lead
    front = factories.body(BodyKind.FRONT_COMMITTEE)
    duty = factories.duty(clause, owes=[front], reviews=[lead])
    factories.in_force(draft)
    by = factories.member(lead)
    mended = actions.mend_duty(
        duty=duty, spec=MONTHLY, owes=[front], reviews=[lead], reason="Hằng tháng", by=by, at=AT
    )
    assert (mended.pk, mended.frequency, mended.due_day) == (duty.pk, Frequency.MONTHLY, None)
    missed = actions.mend_missed_duty(clause=clause, spec=MONTHLY, owes=[lead], reason="Sót", by=by, at=AT)
    first, second = Mending.objects.order_by("id")
    assert first.before["due_day"] == 20
    assert first.after["owes"] == [front.pk]
    assert (second.before, second.subject_id) == ({}, missed.pk)


def test_a_draft_is_written_not_mended(draft: Edition) -> None:
    assignment = factories.assignment(factories.clause(draft), draft.programme.lead)
    by = factories.member(draft.programme.lead)
    with pytest.raises(Refused, match="dự thảo"):
        actions.mend_wrong_assignment(assignment=assignment, reason="x", by=by, at=AT)


def test_strangers_and_viewers_mend_nothing(draft: Edition) -> None:
    lead = draft.programme.lead
    assignment = factories.assignment(factories.clause(draft), lead)
    factories.in_force(draft)
    for by in [
        factories.member(lead, "viewer"),
        factories.member(lead, "clerk"),
        factories.member(factories.body()),
    ]:
        with pytest.raises(PermissionDenied):
            actions.mend_wrong_assignment(assignment=assignment, reason="x", by=by, at=AT)
