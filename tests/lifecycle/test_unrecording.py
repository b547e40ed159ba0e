"""A recording taken back: by a paper, by a place's decision; refused once somebody built on it."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.core.errors import Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.lifecycle import actions
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.plans.models import Task
from phoihop.programmes.models import Clause, Edition
from phoihop.programmes.queries import abstract_of, current_edition, label_of
from phoihop.programmes.statuses import AdoptionStatus, EditionStatus, Origin
from phoihop.reports.actions import open_report
from phoihop.reports.models import Obligation
from phoihop.targets.models import Contribution, Target
from tests.lifecycle.amendments import BEGAN, World, at, duty_of, signed, world
from tests.lifecycle.cascades import AT, cascade
from tests.programmes import factories
from tests.targets import factories as targets

pytestmark = pytest.mark.django_db
REASON = "Ghi nhầm ngày có hiệu lực"


def _undone(w: World, **given) -> Edition:
    return actions.undo_record(
        **({"edition": w.first, "reason": REASON, "by": w.member(), "at": at(BEGAN)} | given)
    )


def test_the_text_is_a_draft_again_with_its_keys_and_nothing_is_owed():
    w = world()
    keys = set(Clause.objects.filter(edition=w.first).values_list("key", flat=True))
    assert Obligation.objects.filter(programme=w.programme).exists()
    assert Task.objects.filter(programme=w.programme).exists()
    draft = _undone(w)
    w.first.refresh_from_db()
    assert (w.first.status, draft.status, draft.origin) == (
        EditionStatus.UNDONE,
        EditionStatus.DRAFT,
        Origin.RECORDED,
    )
    assert draft.number_text == "05/CTrPH-UBND-MTTQ"
    assert set(draft.clauses.values_list("key", flat=True)) == keys
    [target] = Target.objects.filter(edition=draft)
    assert Contribution.objects.get(target=target).value == Decimal(40)
    assert not Obligation.objects.filter(programme=w.programme).exists()
    assert not Task.objects.filter(programme=w.programme).exists()
    assert current_edition(w.programme) == draft
    assert label_of(w.first) == "bản ghi nhận đã hoàn tác"


def test_recorded_again_with_the_right_day_it_owes_what_it_asks_once():
    w = world()
    before = sorted(Obligation.objects.filter(programme=w.programme).values_list("body_id", "due_on"))
    draft = _undone(w)
    again = actions.record_signed(
        edition=draft, number_text="06/CTrPH-UBND-MTTQ", in_force_from=date(2026, 1, 6), signatures=[],
        by=w.member(), at=at(date(2026, 1, 6)),
    )  # fmt: skip
    assert again.status == EditionStatus.IN_FORCE
    assert sorted(Obligation.objects.filter(programme=w.programme).values_list("body_id", "due_on")) == before
    assert abstract_of(again) == again.title
    assert label_of(again) == "bản ban đầu"


def test_the_draft_is_put_right_before_it_is_recorded_again():
    w = world()
    draft = _undone(w)
    assert duty_of(draft).key == duty_of(w.first).key
    assert not draft.parties.filter(signature__isnull=False).exists()
    assert draft.parties.count() == 2


def test_only_the_lead_undoes_and_says_why():
    w = world()
    with pytest.raises(PermissionDenied):
        _undone(w, by=w.member(w.front))
    with pytest.raises(Refused, match="lý do"):
        _undone(w, reason=" ")
    _undone(w)
    with pytest.raises((MoveNotAllowed, Refused)):
        _undone(w)


def test_a_text_signed_here_is_withdrawn_not_undone():
    w = world()
    draft = signed(w, _undone(w), on=BEGAN)
    with pytest.raises(Refused, match="ghi nhận"):
        _undone(w, edition=draft)


def test_it_is_refused_once_somebody_reported():
    w = world()
    obligation = Obligation.objects.filter(programme=w.programme).order_by("due_on").first()
    open_report(obligation=obligation, by=w.member(obligation.body), at=at(BEGAN))
    with pytest.raises(Refused, match="báo cáo"):
        _undone(w)


def test_it_is_refused_once_a_figure_was_recorded():
    w = world()
    targets.figure(Target.objects.get(edition=w.first), w.women, 3)
    with pytest.raises(Refused, match="số liệu"):
        _undone(w)


def test_a_decision_to_adopt_is_undone_and_the_answer_may_be_taken_back():
    w = cascade()
    w.hand_down()
    edition = w.adopt_by_decision()
    draft = actions.undo_record(edition=edition, reason=REASON, by=w.below(), at=AT)
    assert (draft.origin, draft.number_text) == (Origin.SIGNED_HERE, "")
    assert not Obligation.objects.filter(programme=edition.programme).exists()
    assert w.adoption().status == AdoptionStatus.ADOPTED
    acts.take_back_adoption(adoption=w.adoption(), reason=REASON, by=w.below(), at=AT)
    assert w.adoption().status == AdoptionStatus.HANDED
    again = w.adopt_by_decision()
    assert Obligation.objects.filter(programme=again.programme).count() == 4


def test_a_decision_to_adopt_stays_once_the_place_recorded_a_figure_above():
    w = cascade()
    w.hand_down()
    edition = w.adopt_by_decision()
    targets.figure(w.houses, w.fronts[0], 3)
    with pytest.raises(Refused, match="chỉ tiêu của cấp trên"):
        actions.undo_record(edition=edition, reason=REASON, by=w.below(), at=AT)


def test_the_page_counts_what_goes_and_does_it():
    w = world()
    client = factories.people.client_as(w.member())
    url = reverse("lifecycle:undo_amendment", args=[w.programme.pk, w.first.pk])
    page = client.get(url).content.decode()
    reports_owed = Obligation.objects.filter(programme=w.programme).count()
    assert f"Bỏ {reports_owed} báo cáo" in " ".join(page.split())
    answer = client.post(url, {"reason": REASON})
    assert answer.status_code == 302
    assert current_edition(w.programme).status == EditionStatus.DRAFT
