"""Each body's words with their source, totals by rule, named gaps, and a paper without faults."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period
from phoihop.documents.actions import open_register
from phoihop.reports import actions
from phoihop.reports.content import ReturnItem
from phoihop.reports.papers import consolidation_paper
from phoihop.reports.queries.consolidations import consolidation_page
from phoihop.reports.report_papers import report_paper
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, saved, submitted, world

pytestmark = pytest.mark.django_db
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))
LATER = IN_TIME + timedelta(days=1)
TODAY = date(2026, 3, 25)


def consolidated(w, *, by=None):
    by = by or w.reviewer()
    return actions.consolidate(duty=w.duty, body=w.committee, period=QUARTER, by=by, at=LATER)


def page(row):
    row.refresh_from_db()
    return consolidation_page(row, today=TODAY)


def test_it_keeps_each_bodys_paragraph_with_its_source_and_names_the_gap():
    w = world()
    submitted(w)
    shown = page(consolidated(w))
    assert [(p.heading, [(x.body, x.text) for x in p.paragraphs]) for p in shown.parts] == [
        ("2. Giảm nghèo", [("Hội LHPN xã", "Đã giúp đỡ 12 hộ.")])
    ]
    assert shown.coverage == "1/2 đơn vị đã báo cáo (50%)"
    assert shown.gap_words == "Ủy ban MTTQ xã (chưa báo cáo)"


def test_only_accepted_figures_are_added_and_the_rest_is_said():
    w = world()
    report = submitted(w)
    row = consolidated(w)
    waiting = page(row).figures[0]
    assert (waiting["this_period"], waiting["note"]) == (
        "chưa báo cáo",
        "0/1 đơn vị có số liệu; 1 số liệu chưa duyệt, chưa cộng",
    )
    actions.accept(report=report, by=w.reviewer(), at=LATER)
    counted = page(row).figures
    assert (counted[0]["this_period"], counted[0]["note"]) == ("12", "1/1 đơn vị có số liệu")
    assert counted[1]["this_period"] == "97/120 (80,83%)"


def test_refreshing_takes_in_what_is_new_and_keeps_what_was_edited():
    w = world()
    report = submitted(w)
    row = consolidated(w)
    row.refresh_from_db()
    paragraph = row.paragraphs.get()
    row = actions.save_consolidation(
        consolidation=row, overview="Tốt.", recommendations="",
        paragraphs={paragraph.pk: actions.ParagraphInput("Đã sửa gọn.")}, version=row.version,
        by=w.reviewer(), at=LATER,
    )  # fmt: skip
    item = ReturnItem("Bổ sung", clause_id=w.clause.pk)
    actions.return_report(report=report, items=[item], by=w.reviewer(), at=LATER)
    report.refresh_from_db()
    saved(w, report, text="Đã giúp đỡ 20 hộ.")
    actions.submit(report=report, by=w.officer(), at=LATER)
    submitted(w, body=w.front)
    actions.refresh(consolidation=row, by=w.reviewer(), at=LATER)
    overview, results = page(row).parts
    line = results.paragraphs[0]
    assert (line.text, line.is_edited, line.is_outdated) == ("Đã sửa gọn.", True, True)
    assert (overview.title, overview.paragraphs[0].is_named) == ("Tình hình chung", False)


def test_two_people_editing_the_same_one_do_not_overwrite_each_other():
    w = world()
    submitted(w)
    row = consolidated(w)
    row.refresh_from_db()
    args = {"consolidation": row, "recommendations": "", "paragraphs": {}, "version": row.version}
    actions.save_consolidation(**args, overview="Một.", by=w.reviewer(), at=LATER)
    with pytest.raises(Conflict):
        actions.save_consolidation(**args, overview="Hai.", by=w.reviewer(), at=LATER)


def test_closing_freezes_coverage_and_gaps():
    w = world()
    submitted(w)
    row = consolidated(w)
    actions.close(consolidation=row, by=w.reviewer(), at=LATER)
    submitted(w, body=w.front)
    shown = page(row)
    assert (shown.consolidation.due_count, shown.consolidation.received_count) == (2, 1)
    assert shown.gap_words == "Ủy ban MTTQ xã (chưa đến hạn)"
    with pytest.raises(Refused):
        actions.refresh(consolidation=row, by=w.reviewer(), at=LATER)
    with pytest.raises(Refused):
        actions.reopen_consolidation(consolidation=row, reason="", by=w.reviewer(), at=LATER)
    actions.reopen_consolidation(consolidation=row, reason="Thêm báo cáo.", by=w.reviewer(), at=LATER)
    actions.refresh(consolidation=row, by=w.reviewer(), at=LATER)
    assert page(row).coverage == "2/2 đơn vị đã báo cáo (100%)"


def test_the_number_comes_after_the_signature():
    w = world()
    submitted(w)
    row = consolidated(w)
    leader, clerk = w.officer(w.committee, "leader"), w.officer(w.committee, "clerk")
    open_register(body=w.committee, year=2026, document_type="BC", by=clerk, at=LATER)
    number = {"consolidation": row, "symbol": "BC-UBND", "issued_on": date(2026, 3, 11), "by": clerk}
    actions.close(consolidation=row, by=leader, at=LATER)
    with pytest.raises(Refused, match="sau khi"):
        actions.number_consolidation(**number, at=LATER)
    actions.sign_consolidation(consolidation=row, by=leader, at=LATER)
    row = actions.number_consolidation(**number, at=LATER)
    assert (row.outgoing_entry.number, row.outgoing_entry.symbol) == (1, "BC-UBND")
    paper = consolidation_paper(page(row), today=TODAY)
    assert (paper.number, paper.signatures[0].name) == (1, "Nguyễn Thị An")
    assert faults(write_docx(paper)) == []


def test_nobody_signs_one_opened_and_closed_again_since_it_was_looked_at():
    w = world()
    submitted(w)
    row = consolidated(w)
    leader = w.officer(w.committee, "leader")
    actions.close(consolidation=row, by=leader, at=LATER)
    client = client_as(leader)
    shown = client.get(reverse("reports:consolidation", args=[row.pk])).content.decode()
    seen = re.search(r'/ky/">.*?name="version"\s+value="(\d+)"', shown, re.DOTALL)[1]
    actions.reopen_consolidation(consolidation=row, reason="Sửa.", by=leader, at=LATER)
    actions.close(consolidation=row, by=leader, at=LATER)
    address = reverse("reports:consolidation_sign", args=[row.pk])
    assert client.post(address, {"version": seen}).status_code == 409
    assert not row.decisions.filter(verb="sign").exists()
    assert client.post(address, {"version": int(seen) + 2}).status_code == 302


def test_others_make_none():
    w = world()
    for by in (w.officer(w.women), w.officer(w.committee, "clerk")):
        with pytest.raises(PermissionDenied):
            consolidated(w, by=by)


@pytest.mark.parametrize("is_sample", [False, True])
def test_the_papers_have_no_faults(is_sample):
    w = world()
    report = submitted(w)
    row = consolidated(w)
    for body in (w.women, w.committee):
        programmes.member(body, "leader", position="Phó Chủ tịch")
    for made in (report, row):
        made.is_sample = is_sample
        made.save()
    for paper in (consolidation_paper(page(row), today=TODAY), report_paper(report, today=TODAY)):
        assert faults(write_docx(paper), is_sample=is_sample) == []


def test_the_paper_prints_coverage_gaps_sources_and_the_table():
    w = world()
    submitted(w)
    paper = consolidation_paper(page(consolidated(w)), today=TODAY)
    words = str(paper.blocks)
    for wanted in ("1/2 đơn vị đã báo cáo (50%)", "Ủy ban MTTQ xã (chưa báo cáo)", "source='Hội LHPN xã'"):
        assert wanted in words
    table = next(block for block in paper.blocks if hasattr(block, "columns"))
    titles = [column.title for column in table.columns]
    assert titles == [
        "STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Kỳ này", "Lũy kế", "% KH", "Cùng kỳ", "Ghi chú",
    ]  # fmt: skip
    assert paper.archive == "VT"
