"""Targets are written and mended, figures recorded, corrected and accepted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period, calendar_period
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Mending
from phoihop.targets import actions
from phoihop.targets.content import ContributionContent
from phoihop.targets.models import Figure, FigureEvidence
from phoihop.targets.statuses import Comparator, FigureState, TargetKind
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = pytest.mark.django_db
LEAD, FRONT, WOMEN = range(3)


def party(edition, number):
    return edition.parties.order_by("order")[number].body


def in_force(target):
    programmes.in_force(target.edition)
    return target


def test_shares_of_a_target_are_kept_with_their_lead(draft):
    shares = [factories.share(party(draft, LEAD), 6, is_lead=True), factories.share(party(draft, FRONT), 4)]
    target = factories.target(draft, shares=shares)
    assert list(target.contributions.order_by("pk").values_list("value", "is_lead")) == [
        (6, True),
        (4, False),
    ]
    assert target.spec == factories.spec()


def test_shares_above_a_fixed_whole_are_refused_and_above_an_at_least_are_not(draft):
    shares = [factories.share(party(draft, LEAD), 6), factories.share(party(draft, FRONT), 5)]
    factories.target(draft, shares=shares)
    with pytest.raises(Refused, match="vượt chỉ tiêu: đã giao 11/10"):
        factories.target(draft, spec=factories.spec(comparator=Comparator.EXACTLY), shares=shares)


def test_parts_of_a_hundred_percent_may_not_come_to_more(draft):
    whole = factories.target(draft, spec=factories.ratio(value=100, comparator=Comparator.EXACTLY))
    part = {"kind": TargetKind.PART_OF_WHOLE, "unit": "%", "comparator": Comparator.EXACTLY}
    factories.target(draft, spec=factories.spec("chôn lấp", value=56, **part), part_of=whole)
    with pytest.raises(Refused, match="vượt tổng thể"):
        factories.target(draft, spec=factories.spec("phân loại", value=45, **part), part_of=whole)
    factories.target(draft, spec=factories.spec("phân loại", value=44, **part), part_of=whole)
    assert whole.parts.count() == 2


def test_a_signed_text_takes_no_new_target_but_a_missed_one_with_its_reason(draft):
    clause = programmes.clause(draft)
    programmes.in_force(draft)
    by = programmes.member(party(draft, LEAD))
    with pytest.raises(Refused, match="đã ký"):
        factories.target(draft)
    made = actions.mend_missed_target(
        clause=clause, spec=factories.spec(), reason="đọc sót", by=by, at=factories.AT
    )
    mending = Mending.objects.get(subject="target", subject_id=made.pk)
    assert (mending.before, mending.after["value"], mending.note) == ({}, "10", "đọc sót")


def test_a_target_of_a_draft_is_written_anew_without_a_reason_and_a_signed_one_is_not(draft):
    target, lead = factories.target(draft), programmes.member(party(draft, LEAD))
    given = {"target": target, "contributions": [], "by": lead, "at": factories.AT}
    assert actions.change_target(spec=factories.spec(value=12), version=1, **given).value == 12
    assert not Mending.objects.exists()
    with pytest.raises(Conflict):
        actions.change_target(spec=factories.spec(value=15), version=1, **given)
    in_force(target)
    with pytest.raises(Refused, match="chỉ sửa lỗi nhập"):
        actions.change_target(spec=factories.spec(value=15), **given)


def test_mending_keeps_before_and_after_and_the_figures(draft):
    target = in_force(factories.target(draft))
    figure = factories.figure(target)
    by = programmes.member(party(draft, FRONT))
    mended = actions.mend_target(
        target=target, spec=factories.spec(value=12), contributions=[], version=1, reason="in là 12", by=by,
        at=factories.AT,
    )  # fmt: skip
    mending = Mending.objects.get(subject="target")
    assert (mending.before["value"], mending.after["value"]) == ("10.0000", "12")
    assert (mended.version, mended.figures.get()) == (2, figure)


@pytest.mark.parametrize("shares", [0, 12])
def test_mending_costs_the_same_queries_however_many_share(draft, shares, django_assert_num_queries):
    bodies = [programmes.body() for _ in range(shares)]
    own = [ContributionContent(body.pk, None) for body in bodies]
    target = in_force(factories.target(draft, shares=own))
    spec = replace(target.spec, name="Tên khác")
    lead = programmes.member(party(draft, LEAD))
    with django_assert_num_queries(9):
        actions.mend_target(
            target=target, spec=spec, contributions=own, reason="đọc nhầm", by=lead, at=factories.AT
        )


def test_a_stale_mending_changes_nothing(draft):
    target = in_force(factories.target(draft))
    by = programmes.member(party(draft, LEAD))
    values = {"contributions": [], "version": 1, "reason": "sai số", "by": by, "at": factories.AT}
    actions.mend_target(target=target, spec=factories.spec(value=12), **values)
    with pytest.raises(Conflict):
        actions.mend_target(target=target, spec=factories.spec(value=15), **values)
    target.refresh_from_db()
    assert target.value == 12


def test_a_wrong_target_goes_only_while_nothing_was_recorded_for_it(draft):
    kept, dropped = factories.target(draft), factories.target(draft)
    programmes.in_force(draft)
    factories.figure(kept)
    by = programmes.member(party(draft, LEAD))
    actions.mend_wrong_target(target=dropped, reason="không phải chỉ tiêu", by=by, at=factories.AT)
    with pytest.raises(Refused, match="đã có số liệu"):
        actions.mend_wrong_target(target=kept, reason="không phải chỉ tiêu", by=by, at=factories.AT)
    assert list(draft.targets.all()) == [kept]


def test_a_figure_is_a_fact_recorded_once(draft):
    target = in_force(factories.target(draft))
    figure = factories.figure(target, numerator=0)
    assert (figure.state, figure.numerator) == (FigureState.ZERO, 0)
    with pytest.raises(Refused, match="Đã có số liệu quý I/2026"):
        factories.figure(target, numerator=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.filter(pk=figure.pk).update(numerator=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        figure.delete()


@pytest.mark.parametrize(
    ("period", "part"),
    [
        (calendar_period(date(2026, 5, 1), 1), "chưa bắt đầu"),
        (calendar_period(date(2025, 11, 1), 1), "ngoài thời gian"),
        (Period(date(2026, 3, 1), date(2026, 2, 1)), "ngày cuối trước ngày đầu"),
    ],
)
def test_a_figure_belongs_to_a_period_of_the_programme_that_has_begun(draft, period, part):
    target = in_force(factories.target(draft))
    with pytest.raises(Refused, match=part):
        factories.figure(target, period=period)


def test_a_draft_has_no_figures_and_a_body_outside_records_none(draft):
    target = factories.target(draft)
    with pytest.raises(Refused, match="chưa có hiệu lực"):
        factories.figure(target)
    programmes.in_force(draft)
    stranger = programmes.body(BodyKind.FARMERS_UNION)
    with pytest.raises(Refused, match="không tham gia"):
        factories.figure(target, stranger)


def test_a_body_that_ended_before_the_period_has_no_figures(draft):
    """Domain rule 14."""
    target = in_force(factories.target(draft))
    women = party(draft, WOMEN)
    women.valid_to = date(2025, 12, 31)
    women.save()
    with pytest.raises(Refused, match="đã kết thúc"):
        factories.figure(target, women, by=programmes.member(party(draft, LEAD)))


def test_the_lead_enters_for_another_body_under_its_own_name(draft):
    target = in_force(factories.target(draft))
    lead = programmes.member(party(draft, LEAD))
    figure = factories.figure(target, party(draft, WOMEN), by=lead)
    assert (figure.body, figure.recorded_for) == (party(draft, WOMEN), party(draft, LEAD))


def test_evidence_is_kept_with_its_figure_and_something_that_exists_needs_it(draft):
    page = factories.spec("trang Facebook", kind=TargetKind.EXISTENCE, value=None, unit="")
    target = in_force(factories.target(draft, spec=page))
    with pytest.raises(Refused, match="minh chứng"):
        factories.figure(target, numerator=1)
    file = factories.stored_photo(party(draft, LEAD))
    figure = factories.figure(target, numerator=1, evidence=[file, file])
    assert FigureEvidence.objects.get().figure == figure


def test_a_correction_takes_the_place_of_a_figure_with_its_reason(draft):
    target = in_force(factories.target(draft))
    figure = factories.figure(target, numerator=8)
    by = programmes.member(party(draft, LEAD))
    values = {"state": FigureState.REPORTED, "numerator": Decimal(9), "by": by, "at": factories.AT}
    with pytest.raises(Refused, match="lý do"):
        actions.correct_figure(figure=figure, reason=" ", **values)
    corrected = actions.correct_figure(figure=figure, reason="đếm sót", **values)
    assert list(Figure.objects.current()) == [corrected]
    assert (corrected.corrects, corrected.period) == (figure, figure.period)
    with pytest.raises(Conflict):
        actions.correct_figure(figure=figure, reason="đếm sót nữa", **values)


def test_accepting_twice_accepts_once_and_never_what_was_replaced(draft):
    target = in_force(factories.target(draft))
    figure = factories.figure(target, party(draft, WOMEN))
    lead = programmes.member(party(draft, LEAD))
    assert actions.accept_figures(figures=[figure], by=lead, at=factories.AT) == 1
    assert actions.accept_figures(figures=[figure], by=lead, at=factories.AT) == 0
    actions.correct_figure(
        figure=figure, state=FigureState.REPORTED, numerator=Decimal(9), reason="đếm sót",
        by=programmes.member(party(draft, WOMEN)), at=factories.AT,
    )  # fmt: skip
    with pytest.raises(Conflict):
        actions.accept_figures(figures=[figure], by=lead, at=factories.AT)


def test_accepting_many_figures_costs_the_same_queries(draft, django_assert_num_queries):
    targets = [factories.target(draft) for _ in range(9)]
    programmes.in_force(draft)
    figures = [factories.figure(t, party(draft, WOMEN)) for t in targets]
    lead = programmes.member(party(draft, LEAD))
    with django_assert_num_queries(8):
        actions.accept_figures(figures=figures[:3], by=lead, at=factories.AT)
    with django_assert_num_queries(8):
        actions.accept_figures(figures=figures[3:], by=lead, at=factories.AT)


ROLES = ["viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator"]


@pytest.mark.parametrize("role", ROLES)
def test_only_officers_and_leaders_record_correct_accept_and_mend(draft, role):
    target = in_force(factories.target(draft))
    figure = factories.figure(target, party(draft, WOMEN))
    by = programmes.member(party(draft, LEAD), role)
    signed = {"by": by, "at": factories.AT}
    nine = {"state": FigureState.REPORTED, "numerator": Decimal(9), "reason": "đếm sót"}
    mended = {"spec": factories.spec(), "contributions": [], "reason": "đọc sai"}
    acts = [
        lambda: factories.figure(target, by=by),
        lambda: actions.correct_figure(figure=figure, **nine, **signed),
        lambda: actions.accept_figures(figures=Figure.objects.current(), **signed),
        lambda: actions.mend_target(target=target, **mended, **signed),
    ]
    for act in acts:
        if role in {"officer", "leader"}:
            act()
        else:
            with pytest.raises(PermissionDenied):
                act()


def test_a_party_records_for_itself_alone_and_accepts_nobody(draft):
    target = in_force(factories.target(draft))
    women = programmes.member(party(draft, WOMEN))
    figure = factories.figure(target, party(draft, WOMEN))
    with pytest.raises(PermissionDenied):
        factories.figure(target, party(draft, FRONT), by=women)
    with pytest.raises(PermissionDenied):
        actions.accept_figures(figures=[figure], by=women, at=factories.AT)


def test_a_body_that_receives_reports_accepts_figures_of_others_but_not_its_own(draft):
    front = party(draft, FRONT)
    programmes.duty(programmes.clause(draft), owes=[party(draft, WOMEN)], reviews=[front])
    target = in_force(factories.target(draft))
    by = programmes.member(front)
    theirs, own = factories.figure(target, party(draft, WOMEN)), factories.figure(target, front)
    assert actions.accept_figures(figures=[theirs], by=by, at=factories.AT) == 1
    with pytest.raises(PermissionDenied):
        actions.accept_figures(figures=[own], by=by, at=factories.AT)
