"""From the working copy to acceptance: nothing overwritten, nothing lost, every round kept."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.plans.models import Task
from phoihop.reports import actions
from phoihop.reports.content import FigureInput, ReportInput, ReturnItem
from phoihop.reports.models import Report, Round
from phoihop.targets.models import Figure, FigureAcceptance
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, saved, submitted, world, written

pytestmark = pytest.mark.django_db
LATER = IN_TIME + timedelta(days=1)


def item(w, note="Ghi rõ số hộ ở từng thôn."):
    return ReturnItem(note, clause_id=w.clause.pk)


def returned(w, report):
    actions.return_report(report=report, items=[item(w)], by=w.reviewer(), at=LATER)
    report.refresh_from_db()
    return report


def test_a_report_opens_with_its_clauses_finished_tasks_and_recorded_figures():
    w = world()
    Task.objects.create(
        programme=w.edition.programme, clause=w.clause, kind="training", title="Tập huấn chăn nuôi",
        body=w.women, due_on=IN_TIME.date(), status="done", finished_on=IN_TIME.date(), attendance=45,
    )  # fmt: skip
    from tests.targets.factories import figure

    figure(w.count, w.women, 5, by=w.officer(), at=IN_TIME)
    report = w.report()
    assert [s.clause_id for s in report.sections.all()] == [w.clause.pk]
    assert report.sections.get().text.startswith("Đã tổ chức 01 buổi tuyên truyền, tập huấn, 45 lượt người")
    assert report.figures.get().numerator == 5


def test_opening_again_overwrites_nothing():
    w = world()
    report = saved(w, w.report())
    again = w.report()
    assert again.pk == report.pk
    assert again.sections.get().text == "Đã giúp đỡ 12 hộ."


def test_a_form_opened_before_somebody_else_saved_is_refused():
    w = world()
    report = w.report()
    saved(w, report)
    with pytest.raises(Conflict):
        saved(w, report)


def test_zero_missing_not_applicable_and_blank_stay_apart():
    w = world()
    report = w.report()
    given = ReportInput(
        figures=[FigureInput(w.count.pk, "zero", Decimal(0)), FigureInput(w.ratio.pk, "not_applicable")]
    )
    actions.save_report(report=report, content=given, version=1, by=w.officer(), at=IN_TIME)
    assert {f.state for f in report.figures.all()} == {"zero", "not_applicable"}
    blank = replace(given, figures=[FigureInput(w.count.pk), FigureInput(w.ratio.pk, "not_applicable")])
    actions.save_report(report=report, content=blank, version=2, by=w.officer(), at=IN_TIME)
    assert [f.target_id for f in report.figures.all()] == [w.ratio.pk]
    missing = replace(given, figures=[FigureInput(w.count.pk, "missing")])
    with pytest.raises(Refused, match="lý do"):
        actions.save_report(report=report, content=missing, version=3, by=w.officer(), at=IN_TIME)


def test_submitting_makes_facts_and_keeps_the_round_word_for_word():
    w = world()
    report = submitted(w)
    round_ = Round.objects.get()
    assert round_.content["sections"][0]["text"] == "Đã giúp đỡ 12 hộ."
    figure = round_.content["figures"][0]
    assert (figure["this_period"], figure["plan"]) == ("12", "từ 40 hộ trở lên")
    assert (figure["to_date"], figure["percent"], figure["last_year"]) == ("12", "30.0", "không có")
    facts = Figure.objects.filter(origin="report", origin_id=report.pk)
    assert {(f.target_id, f.numerator) for f in facts} == {(w.count.pk, 12), (w.ratio.pk, 97)}
    assert not FigureAcceptance.objects.exists()


def test_a_round_never_changes():
    w = world()
    submitted(w)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.update(content={})


def test_a_returned_report_is_mended_and_its_figure_corrected_with_the_reason():
    w = world()
    report = returned(w, submitted(w))
    saved(w, report, text="Đã giúp đỡ 13 hộ.", households=13)
    actions.submit(report=report, by=w.officer(), at=LATER)
    figure = Figure.objects.current().get(target=w.count)
    assert (figure.numerator, figure.corrects.numerator) == (13, 12)
    assert figure.note == "Số liệu báo cáo lại, lần nộp 2."
    assert Figure.objects.filter(target=w.ratio).count() == 1
    assert [r.content["sections"][0]["text"] for r in report.rounds.order_by("sequence")] == [
        "Đã giúp đỡ 12 hộ.",
        "Đã giúp đỡ 13 hộ.",
    ]


def test_a_figure_taken_out_becomes_missing_with_a_reason():
    w = world()
    report = returned(w, submitted(w))
    content = replace(written(w), figures=[FigureInput(w.count.pk), written(w).figures[1]])
    actions.save_report(report=report, content=content, version=report.version, by=w.officer(), at=LATER)
    actions.submit(report=report, by=w.officer(), at=LATER)
    assert Figure.objects.current().get(target=w.count).state == "missing"


def test_accepting_lets_the_figures_count_upward():
    w = world()
    report = submitted(w)
    actions.accept(report=report, by=w.reviewer(), at=LATER)
    report.refresh_from_db()
    assert report.status == "accepted"
    assert FigureAcceptance.objects.count() == 2


def test_a_return_names_its_items_and_their_notes():
    w = world()
    report = submitted(w)
    for items in ([], [ReturnItem("", clause_id=w.clause.pk)], [ReturnItem("Sửa", clause_id=10**9)]):
        with pytest.raises(Refused):
            actions.return_report(report=report, items=items, by=w.reviewer(), at=LATER)
    assert returned(w, report).status == "returned"


def test_a_peer_takes_note_and_does_not_hold_up_the_reviewer():
    w = world(takes_note=True)
    report = submitted(w)
    with pytest.raises(PermissionDenied):
        actions.accept(report=report, by=w.officer(w.front), at=LATER)
    actions.note(report=report, by=w.officer(w.front), at=LATER)
    report.refresh_from_db()
    assert report.status == "submitted"
    actions.accept(report=report, by=w.reviewer(), at=LATER)
    report.refresh_from_db()
    assert report.status == "accepted"
    decisions = Round.objects.get().decisions.order_by("id")
    assert [(d.verb, d.by_body_id) for d in decisions] == [
        ("note", w.front.pk),
        ("accept", w.committee.pk),
    ]


def test_where_only_peers_receive_it_is_noted_when_all_took_note():
    w = world(takes_note=True)
    w.obligation().recipients.filter(reviews=True).delete()
    report = submitted(w)
    actions.note(report=report, by=w.officer(w.front), at=LATER)
    report.refresh_from_db()
    assert report.status == "noted"


def test_it_can_be_taken_back_until_somebody_decided():
    w = world(takes_note=True)
    report = submitted(w)
    actions.take_back(report=report, by=w.officer(), at=LATER)
    actions.submit(report=report, by=w.officer(), at=LATER)
    actions.note(report=report, by=w.officer(w.front), at=LATER)
    with pytest.raises(Refused):
        actions.take_back(report=report, by=w.officer(), at=LATER)
    assert report.rounds.count() == 2


def test_an_accepted_report_is_reopened_with_a_reason_only():
    w = world()
    report = submitted(w)
    actions.accept(report=report, by=w.reviewer(), at=LATER)
    with pytest.raises(Refused):
        actions.reopen(report=report, reason=" ", by=w.reviewer(), at=LATER)
    actions.reopen(report=report, reason="Số liệu thôn 3 sai.", by=w.reviewer(), at=LATER)
    report.refresh_from_db()
    assert report.status == "returned"


def test_an_empty_report_is_refused_and_a_nil_report_is_not():
    w = world()
    report = w.report()
    with pytest.raises(Refused, match="không phát sinh"):
        actions.submit(report=report, by=w.officer(), at=IN_TIME)
    nil = ReportInput(is_nil=True)
    actions.save_report(report=report, content=nil, version=1, by=w.officer(), at=IN_TIME)
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    assert Round.objects.get().content["is_nil"] is True
    assert not Figure.objects.exists()


def test_a_body_without_accounts_is_entered_by_the_lead_with_the_papers_scan():
    w = world()
    by = w.officer(w.committee)
    report = actions.open_report(obligation=w.obligation(), by=by, at=IN_TIME)
    assert report.entered_by_body == w.committee
    actions.save_report(report=report, content=written(w), version=1, by=by, at=IN_TIME)
    with pytest.raises(Refused, match="bản chụp"):
        actions.submit(report=report, by=by, at=IN_TIME)
    actions.add_paper_scan(report=report, file=scan(by), by=by, at=IN_TIME)
    actions.submit(report=report, by=by, at=IN_TIME)
    figure = Figure.objects.get(target=w.count)
    assert (figure.body, figure.recorded_for) == (w.women, w.committee)


def test_a_reviewing_body_that_does_not_lead_enters_for_a_body_without_accounts_too():
    w = world()
    w.edition.programme.lead = w.front
    w.edition.programme.save()
    by = w.officer(w.committee)
    report = actions.open_report(obligation=w.obligation(), by=by, at=IN_TIME)
    actions.save_report(report=report, content=written(w), version=1, by=by, at=IN_TIME)
    actions.add_paper_scan(report=report, file=scan(by), by=by, at=IN_TIME)
    actions.submit(report=report, by=by, at=IN_TIME)
    assert Figure.objects.filter(body=w.women, recorded_for=w.committee).count() == 2


def scan(by):
    from phoihop.documents.actions import store_file

    png = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4"
        b"\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
    )
    return store_file(content=png, name="bao-cao.png", media_type="image/png", by=by, at=IN_TIME)


def test_nobody_enters_for_a_body_that_has_accounts_itself():
    w = world()
    w.officer()
    with pytest.raises(PermissionDenied):
        actions.open_report(obligation=w.obligation(), by=w.officer(w.committee), at=IN_TIME)


@pytest.mark.parametrize("role", ["viewer", "clerk", "committee_member", "area_head", "administrator"])
def test_other_roles_neither_write_nor_decide(role):
    w = world()
    with pytest.raises(PermissionDenied):
        actions.open_report(obligation=w.obligation(), by=w.officer(w.women, role), at=IN_TIME)
    report = submitted(w)
    for act in (actions.accept, actions.note):
        with pytest.raises(PermissionDenied):
            act(report=report, by=w.officer(w.office, role), at=LATER)


def test_nobody_decides_on_the_own_report():
    w = world()
    report = submitted(w)
    with pytest.raises(PermissionDenied):
        actions.accept(report=report, by=w.officer(), at=LATER)


def test_a_settled_report_is_not_edited_nor_submitted():
    w = world()
    report = submitted(w)
    with pytest.raises(Refused):
        saved(w, report)
    with pytest.raises(MoveNotAllowed):
        actions.submit(report=report, by=w.officer(), at=LATER)


def test_people_are_told_once():
    w = world()
    reviewer, author = w.reviewer(), w.officer()
    report = submitted(w)
    returned(w, report)
    told = Notice.objects.filter(person_id=reviewer.person_id).values_list("text", flat=True)
    assert list(told) == ["Hội LHPN xã đã nộp “Báo cáo quý”, quý I/2026."]
    assert Notice.objects.get(person_id=author.person_id).text.startswith("UBND xã Lam Sơn trả lại")


def test_others_see_a_report_only_once_it_was_handed_in():
    w = world()
    report = w.report()
    stranger = programmes.member(programmes.body())
    seen = {
        name: Report.objects.visible_to(m).filter(pk=report.pk).exists()
        for name, m in {"own": w.officer(), "office": w.reviewer(), "stranger": stranger}.items()
    }
    assert seen == {"own": True, "office": False, "stranger": False}
    saved(w, report)
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    assert Report.objects.visible_to(w.reviewer()).filter(pk=report.pk).exists()
    assert not Report.objects.visible_to(stranger).filter(pk=report.pk).exists()
