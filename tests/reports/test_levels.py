"""Consolidation over levels: each is made of the one below, nothing twice, every gap by name to the top."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.programmes.models.adoption import Reporting
from phoihop.reports import actions
from phoihop.reports.models import Consolidation, ObligationRecipient, Report
from phoihop.reports.papers import consolidation_paper
from phoihop.reports.queries.consolidations import consolidation_page, waiting_lines
from phoihop.reports.queries.paragraphs import Wanted, paragraph_page
from phoihop.reports.sheets import consolidation_sheets
from phoihop.targets.actions.adopting import split_share
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.accounts.factories import client_as
from tests.reports.levels import IN_TIME, QUARTER, TODAY, levels

pytestmark = pytest.mark.django_db
LATER = IN_TIME + timedelta(days=2)


def page(row, *, today=TODAY):
    row.refresh_from_db()
    return consolidation_page(row, today=today)


def told(made, body):
    row = ObligationRecipient.objects.get(obligation=made.obligation(body))
    return row.body


def test_each_place_reports_to_the_nearest_above_that_took_the_programme_on():
    w = levels()
    province, one, two, _, home, _ = w.fronts.values()
    assert told(w, home) == one
    assert told(w, one) == told(w, two) == province
    assert told(w, province) == w.top


def test_what_a_commune_gathers_goes_up_through_the_province_to_the_nation():
    w = levels()
    province, one, two, three, home, other = w.fronts.values()
    w.accept(w.handed_in(home, houses=2, text="Thôn làm 2 nhà."), one)
    w.accept(w.handed_in(two, houses=5, text="Xã làm 5 nhà.", recommendations="Cấp thêm vốn."), province)
    round_ = w.handed_up(one)
    assert round_.content["below"]["gaps"][0]["name"] == "MTTQ Thôn 2"
    w.accept(Report.objects.get(obligation=w.obligation(one)), province)
    w.handed_up(province)
    shown = page(w.consolidated(w.top))
    results = next(group for group in shown.parts if group.clause_id)
    assert [(p.body, p.via, p.text) for p in results.paragraphs] == [
        ("MTTQ Thôn 1", "MTTQ Thanh Hóa", "Thôn làm 2 nhà."),
        ("MTTQ Xã 2", "MTTQ Thanh Hóa", "Xã làm 5 nhà."),
    ]
    assert [p.text for p in shown.recommendations[0].paragraphs] == ["Cấp thêm vốn."]
    houses = shown.figures[0]
    assert (houses["this_period"], houses["coverage"]) == ("7", "2/6 đơn vị")
    assert shown.gap_words == (
        "tại MTTQ Thanh Hóa: MTTQ Xã 3 (chưa đến hạn); "
        "tại MTTQ Xã 1, MTTQ Thanh Hóa: MTTQ Thôn 2 (chưa đến hạn)"
    )
    assert shown.coverage.startswith("1/1 đơn vị đã báo cáo (100%); cả các cấp dưới: 4/6 đơn vị")
    w.by(w.top, "leader")
    paper = consolidation_paper(shown, today=TODAY)
    assert "MTTQ Thôn 1, qua MTTQ Thanh Hóa" in str(paper.blocks)
    assert faults(write_docx(paper)) == []
    assert consolidation_sheets(shown)[-1].rows[1][2] == "MTTQ Xã 1, MTTQ Thanh Hóa"


def test_parties_report_to_their_own_lead_and_it_alone_goes_up():
    w = levels(Reporting.THROUGH_LEAD)
    province, one, *_ = w.fronts.values()
    women = list(w.women.values())[1]
    assert told(w, women) == one
    split_share(
        adoption=w.adoption(one), target=w.houses, parts=[(one.pk, None), (women.pk, None)], by=w.by(one),
        at=IN_TIME,
    )  # fmt: skip
    w.accept(w.handed_in(women, houses=3, text="Hội làm 3 nhà."), one)
    w.handed_up(one)
    w.accept(Report.objects.get(obligation=w.obligation(one)), province)
    shown = page(w.consolidated(province))
    named = [p.source for group in shown.parts for p in group.named_paragraphs]
    assert named == ["Hội LHPN Xã 1, qua MTTQ Xã 1"]
    assert shown.figures[0]["this_period"] == "3"


def test_a_report_that_comes_after_closing_is_shown_and_taken_in_by_opening_again():
    w = levels()
    province, one, two, *_ = w.fronts.values()
    w.handed_in(one, houses=1, text="Một.")
    w.handed_up(province)
    row = w.obligation(province).consolidation
    w.handed_in(two, houses=4, text="Bốn.", at=LATER)
    late = page(row, today=LATER.date())
    assert [line.body for line in late.late] == ["MTTQ Xã 2"]
    assert "Bốn." not in str(consolidation_paper(late, today=TODAY).blocks)
    by = w.by(province)
    actions.reopen_consolidation(consolidation=row, reason="Xã 2 nộp thêm.", by=by, at=LATER)
    assert page(row).news == 1
    actions.close(consolidation=row, by=by, at=LATER)
    assert page(row).late == []
    assert "Bốn." in str(consolidation_paper(page(row), today=TODAY).blocks)


def test_those_above_are_told_that_what_they_used_is_changed():
    w = levels()
    province, one, *_ = w.fronts.values()
    reader = w.by(w.top)
    w.handed_in(one, text="Một.")
    w.handed_up(province)
    above = w.consolidated(w.top)
    actions.reopen_consolidation(
        consolidation=w.obligation(province).consolidation, reason="Sai số nhà.", by=w.by(province), at=LATER
    )
    notice = Notice.objects.get(person=reader.person_id, text__contains="mở lại bản tổng hợp")
    assert "Sai số nhà." in notice.text
    actions.close(consolidation=w.obligation(province).consolidation, by=w.by(province), at=LATER)
    actions.hand_up(
        consolidation=w.obligation(province).consolidation, obligation=w.obligation(province),
        by=w.by(province), at=LATER,
    )  # fmt: skip
    assert [line.sequence for line in page(above).late] == [2]


def test_what_those_above_settled_is_handed_in_again_only_after_they_opened_it():
    w = levels()
    province, one, *_ = w.fronts.values()
    w.handed_in(one, text="Một.")
    w.handed_up(province)
    report = Report.objects.get(obligation=w.obligation(province))
    w.accept(report, w.top)
    row = w.obligation(province).consolidation
    again = {"consolidation": row, "obligation": w.obligation(province), "by": w.by(province), "at": LATER}
    with pytest.raises(Refused, match="mở lại"):
        actions.hand_up(**again)
    report.refresh_from_db()
    actions.reopen(report=report, reason="Bổ sung.", by=w.by(w.top), at=LATER)
    assert actions.hand_up(**again).sequence == 2


def test_an_open_one_is_not_handed_in():
    w = levels()
    province, one, *_ = w.fronts.values()
    w.handed_in(one, text="Một.")
    row = actions.consolidate(
        duty=w.duty, body=province, period=page(w.consolidated(one)).period, by=w.by(province), at=IN_TIME
    )
    with pytest.raises(Refused, match="chốt"):
        actions.hand_up(consolidation=row, obligation=w.obligation(province), by=w.by(province), at=IN_TIME)


def test_paragraphs_left_out_stay_with_their_source_in_the_annex():
    w = levels()
    province, one, two, *_ = w.fronts.values()
    w.handed_in(one, text="Một.")
    w.handed_in(two, text="Hai.")
    row = actions.consolidate(duty=w.duty, body=province, period=QUARTER, by=w.by(province), at=IN_TIME)
    wanted = Wanted(part="result", clause_id=w.clause.pk, words="hai")
    assert actions.name_all(
        consolidation=row, wanted=wanted, is_named=False, by=w.by(province), at=IN_TIME
    ) == 1  # fmt: skip
    w.by(province, "leader")
    paper = consolidation_paper(page(row), today=TODAY)
    assert ("Hai." in str(paper.blocks), "Hai." in str(paper.annexes[0].blocks)) == (False, True)
    assert faults(write_docx(paper)) == []


def test_an_order_given_comes_first():
    w = levels()
    province, one, two, *_ = w.fronts.values()
    w.handed_in(one, text="Một.")
    w.handed_in(two, text="Hai.")
    row = actions.consolidate(duty=w.duty, body=province, period=QUARTER, by=w.by(province), at=IN_TIME)
    second = row.paragraphs.get(text="Hai.")
    given = {second.pk: actions.ParagraphInput(order=1, has_order=True)}
    assert actions.save_paragraphs(consolidation=row, paragraphs=given, by=w.by(province), at=IN_TIME) == 1
    group = next(g for g in page(row).parts if g.clause_id)
    assert [p.text for p in group.paragraphs] == ["Hai.", "Một."]


def test_two_people_may_work_on_different_pages_but_not_on_one_paragraph():
    w = levels()
    province, one, two, *_ = w.fronts.values()
    w.handed_in(one, text="Một.")
    w.handed_in(two, text="Hai.")
    row = actions.consolidate(duty=w.duty, body=province, period=QUARTER, by=w.by(province), at=IN_TIME)
    lines = paragraph_page(row, Wanted(part="result", clause_id=w.clause.pk), number=None, today=TODAY).lines
    first, second = lines

    def save(line, text):
        given = {line.id: actions.ParagraphInput(text, seen=line.seen)}
        return actions.save_paragraphs(
            consolidation=row, paragraphs=given, by=w.by(province), at=IN_TIME
        )  # fmt: skip

    assert (save(first, "Một, sửa."), save(second, "Hai, sửa.")) == (1, 1)
    with pytest.raises(Conflict):
        save(first, "Một, sửa khác.")


def test_the_pages_cost_the_same_for_more_units():
    costs = []
    for communes in (2, 6):
        w = levels(communes=communes)
        province, *below = list(w.fronts.values())[: communes + 1]
        for front in below:
            w.handed_in(front, houses=1, text="Xong.", recommendations="Thêm vốn.")
        made = actions.consolidate(duty=w.duty, body=province, period=QUARTER, by=w.by(province), at=IN_TIME)
        row = Consolidation.objects.select_related("duty__clause__edition", "programme").get(pk=made.pk)
        with CaptureQueriesContext(connection) as page_made:
            consolidation_page(row, today=TODAY, most=40)
        with CaptureQueriesContext(connection) as paragraphs_made:
            paragraph_page(row, Wanted(), number=None, today=TODAY)
        costs.append((len(page_made), len(paragraphs_made)))
    assert costs[0] == costs[1]


def test_at_a_commune_its_own_figures_count_before_those_above_accepted_them():
    w = levels()
    _, one, _, _, home, _ = w.fronts.values()
    w.accept(w.handed_in(home, houses=2), one)
    w.handed_in(one, houses=5)
    houses = w.consolidated(one).content["figures"][0]
    assert (houses["this_period"], houses["coverage"]) == ("7", "2/3 đơn vị")


def test_the_report_that_goes_up_shows_what_it_was_made_of():
    w = levels()
    province, one, *_ = w.fronts.values()
    w.handed_in(one, text="Một.")
    round_ = w.handed_up(province)
    address = reverse("reports:report", args=[round_.report_id])
    shown = client_as(w.by(w.top)).get(address).content.decode()
    for words in ("Nộp bằng bản tổng hợp", "MTTQ Xã 2 (", "1/3 đơn vị"):
        assert words in shown


def test_what_came_and_is_not_consolidated_yet_is_offered_also_when_one_unit_owes_it():
    w = levels()
    province, *_ = w.fronts.values()
    offered = [waiting_lines([body.pk], today=TODAY) for body in (province, w.top)]
    assert [(lines[0].period, lines[0].due, lines[0].handed_in) for lines in offered] == [
        (QUARTER, 3, 0),
        (QUARTER, 1, 0),
    ]
