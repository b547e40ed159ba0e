"""What an amendment, its undoing, or a withdrawal above does to the places that adopted the text."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from phoihop.accounts.models import Notice
from phoihop.lifecycle import actions
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.queries.adopting import adopter_page
from phoihop.lifecycle.queries.handing_down import Wanted, board
from phoihop.programmes.actions import change_clause
from phoihop.programmes.content import AmendmentTerms, DutySpec
from phoihop.programmes.models import Clause, Edition
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from phoihop.programmes.statuses import EditionKind, EditionStatus
from phoihop.reports.models import Obligation
from phoihop.targets.actions import change_target
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries import edition_cards
from tests.lifecycle.amendments import at
from tests.lifecycle.cascades import Cascade, cascade
from tests.programmes import factories as programmes

pytestmark = pytest.mark.django_db
AMENDED = date(2026, 8, 15)


@pytest.fixture
def w() -> Cascade:
    """The first commune adopted by decision on 6 February; it owes its quarters."""
    found = cascade()
    found.hand_down()
    found.adopt_by_decision()
    programmes.member(found.fronts[0])
    return found


def amended(w: Cascade) -> Edition:
    """A clause reworded, the forums raised from 2 to 3, the report due on the 10th; in force on 15 August."""
    terms = AmendmentTerms(kind=EditionKind.AMEND, grounds="Theo nghị quyết", effective_on=AMENDED)
    draft = actions.start_amendment(programme=w.programme, terms=terms, by=w.by(), at=at(AMENDED))
    change_clause(
        clause=draft.clauses.get(path="II.1"), text="1. Công tác tuyên truyền pháp luật", version=1,
        by=w.by(), at=at(AMENDED),
    )  # fmt: skip
    forums = Target.objects.get(edition=draft, key=w.forums.key)
    change_target(
        target=forums, spec=replace(forums.spec, value=Decimal(3)), contributions=[], by=w.by(),
        at=at(AMENDED),
    )  # fmt: skip
    duty = draft.clauses.get(path="III").duties.get()
    duty.due_day, duty.anchor = 10, DueAnchor.LAST_MONTH
    duty.save(update_fields=["due_day", "anchor"])
    draft.refresh_from_db()
    return actions.record_signed(
        edition=draft, number_text="09/CTr", in_force_from=AMENDED, signatures=[], by=w.by(), at=at(AMENDED)
    )


def owed(w: Cascade) -> list[date]:
    rows = Obligation.objects.filter(programme=w.adoption().programme, ended_on=None)
    return sorted(rows.values_list("due_on", flat=True))


def test_words_targets_and_later_due_days_follow_below_and_the_past_stays(w: Cascade) -> None:
    before = owed(w)
    assert [day.month for day in before] == [3, 6, 9, 12]
    amended(w)
    after = owed(w)
    assert after[:2] == before[:2]
    assert [(day.month, day.day) for day in after[2:]] == [(9, after[2].day), (12, after[3].day)]
    assert after[2:] != before[2:]
    own = w.own()
    assert not Clause.objects.filter(edition=own).exists()
    forums = next(row for row in adopter_page(w.adoption(), today=AMENDED).targets if "diễn đàn" in row.name)
    assert forums.goal == "mỗi nơi từ 03 cuộc trở lên"
    [_, card] = edition_cards(own, body_ids=[w.fronts[0].pk], on=AMENDED)
    assert card.total.goal == "từ 03 cuộc trở lên"


def test_people_below_are_told_and_the_board_says_who_has_not_confirmed(w: Cascade) -> None:
    amended(w)
    assert Notice.objects.filter(person__memberships__body=w.fronts[0]).exists()
    assert board(w.programme, Wanted(state="behind"), today=AMENDED).found == 1
    acts.confirm_parent(adoption=w.adoption(), by=w.below(), at=at(AMENDED))
    assert board(w.programme, Wanted(state="behind"), today=AMENDED).found == 0


def test_who_answers_below_goes_on_under_the_new_edition(w: Cascade) -> None:
    edition = amended(w)
    rows = Contribution.objects.filter(target__edition=edition, area=w.communes[0])
    assert set(rows.values_list("body_id", flat=True)) == {w.fronts[0].pk}
    assert rows.count() == 2


def test_undoing_the_amendment_above_gives_back_the_former_days_below(w: Cascade) -> None:
    before = owed(w)
    edition = amended(w)
    assert owed(w) != before
    actions.undo_amendment(edition=edition, reason="Ghi nhầm", by=w.by(), at=at(AMENDED))
    assert owed(w) == before


def test_a_duty_added_above_binds_below_only_once_the_place_is_told_it_does(w: Cascade) -> None:
    """A duty that did not exist when the programme was handed down is not among those that bind below."""
    terms = AmendmentTerms(kind=EditionKind.SUPPLEMENT, grounds="Theo nghị quyết", effective_on=AMENDED)
    draft = actions.start_amendment(programme=w.programme, terms=terms, by=w.by(), at=at(AMENDED))
    spec = DutySpec(DutyKind.REPORT, Frequency.MONTHLY, "Báo cáo tháng")
    programmes.duty(draft.clauses.get(path="III"), owes=[w.lead], name=spec.name, frequency=spec.frequency)
    before = owed(w)
    draft.refresh_from_db()
    actions.record_signed(
        edition=draft, number_text="09/CTr", in_force_from=AMENDED, signatures=[], by=w.by(), at=at(AMENDED)
    )
    assert owed(w) == before


def test_a_withdrawal_above_tells_the_places_whose_own_text_goes_on(w: Cascade) -> None:
    before = owed(w)
    actions.withdraw_edition(
        edition=w.edition, on=AMENDED, document="Quyết định 77", reason="Hết nhiệm vụ", by=w.by(),
        at=at(AMENDED),
    )  # fmt: skip
    assert w.own().status == EditionStatus.IN_FORCE
    assert Notice.objects.filter(text__contains="Quyết định 77").exists()
    after = owed(w)
    assert [day for day in before if day < AMENDED] == [day for day in after if day < AMENDED]
    assert [day for day in after if day >= AMENDED] == []


def test_undoing_a_withdrawal_above_brings_what_was_owed_below_back(w: Cascade) -> None:
    before = owed(w)
    row = actions.withdraw_edition(
        edition=w.edition, on=AMENDED, document="Quyết định 77", reason="Nhầm", by=w.by(), at=at(AMENDED)
    )
    actions.undo_withdrawal(edition=row, reason="Nhầm", by=w.by(), at=at(AMENDED))
    assert owed(w) == before
