"""A report leaves as a signed and numbered paper, as PDF/A and as a workbook; questions never block it."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from docx import Document
from python_calamine import CalamineWorkbook

from phoihop.core.errors import Refused
from phoihop.documents import sources
from phoihop.documents.actions import open_register
from phoihop.reports import actions
from phoihop.reports.content import FigureInput, ReportInput, RowInput
from phoihop.reports.form_choices import form_choice
from phoihop.reports.queries.questions import questions_of
from phoihop.reports.queries.working_copy import working_copy
from phoihop.reports.report_papers import report_paper, report_sheets
from phoihop.writing.pdf import write_pdf
from phoihop.writing.sheets import write_book
from phoihop.writing.word import write_docx
from tests.reports.factories import IN_TIME, submitted, world
from tests.reports.test_forms import published

pytestmark = pytest.mark.django_db
LATER = IN_TIME + timedelta(hours=3)


@pytest.fixture
def w():
    return world()


def with_tables(w):
    """A report by the usual outline with the table of models and the fixed rows of credit."""
    parts = [p for code in ("outline", "models", "monthly_credit") for p in form_choice(code).parts]
    published(w, *parts)
    report = w.report()
    rows = [
        RowInput("r1", ("Đường hoa", "", "Thôn 1", "2026-03-01", "36", "+", "")),
        RowInput("r2", ("=1+1", "", "", "", "x", "–", "")),
    ]
    content = ReportInput(
        overview="Ổn định.",
        texts={"tuyentruyen": "Đã tổ chức 6 buổi."},
        figures=[FigureInput(w.count.pk, "zero", Decimal(0)), FigureInput(w.ratio.pk, "not_applicable")],
        tables={"bangmohinh": rows, "thangtindung": [RowInput("f5", ("Nợ quá hạn (đồng)", "0", ""))]},
    )
    actions.save_report(report=report, content=content, version=1, by=w.officer(), at=IN_TIME)
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    return report


def test_the_paper_follows_the_form_in_word_and_pdf(w):
    report = with_tables(w)
    paper = report_paper(report, today=IN_TIME.date())
    words = Document(BytesIO(write_docx(paper)))
    lines = [line.text for line in words.paragraphs if line.text]
    wanted = ["I. TÌNH HÌNH CHUNG", "II. KẾT QUẢ THỰC HIỆN", "1. Công tác tuyên truyền, vận động"]
    assert [line for line in lines if line in wanted] == wanted
    assert any("Danh sách mô hình".upper() in line for line in lines)
    cells = [cell.text for table in words.tables for row in table.rows for cell in row.cells]
    assert {"không áp dụng", "–", "36", "01/03/2026"} <= set(cells)
    assert write_pdf(paper)[:5] == b"%PDF-"


def test_the_workbook_keeps_zero_blank_and_not_applicable_apart(w):
    book = CalamineWorkbook.from_filelike(BytesIO(write_book(report_sheets(with_tables(w)))))
    assert book.sheet_names == ["Số liệu", "Danh sách mô hình", "Vốn tín dụng chính sách ủy thác"]
    figures = [row[3:6:2] for row in book.get_sheet_by_name("Số liệu").to_python() if row[3] != ""]
    assert figures[1:] == [[0.0, "bằng 0"], ["không áp dụng", "không áp dụng"]]
    models = book.get_sheet_by_name("Danh sách mô hình").to_python()[-2:]
    assert [row[4] for row in models] == [36.0, "không áp dụng"]
    assert models[1][0] == "=1+1"
    credit = book.get_sheet_by_name("Vốn tín dụng chính sách ủy thác").to_python()[-1]
    assert credit[:3] == ["Nợ quá hạn (đồng)", 0.0, ""]


def test_a_leader_signs_then_the_clerk_numbers_and_the_book_knows_the_paper(w):
    report = submitted(w)
    clerk, leader = w.officer(role="clerk"), w.officer(role="leader")
    day = LATER.date()
    open_register(body=w.women, document_type="BC", year=2026, by=clerk, at=IN_TIME)
    with pytest.raises(Refused, match="sau khi lãnh đạo đã ký"):
        actions.number_report(report=report, symbol="BC-BTV", issued_on=day, by=clerk, at=LATER)
    with pytest.raises(PermissionDenied):
        actions.sign_report(report=report, by=w.officer(), at=LATER)
    actions.sign_report(report=report, by=leader, at=LATER)
    with pytest.raises(Refused, match="đã ký"):
        actions.sign_report(report=report, by=leader, at=LATER)
    made = actions.number_report(report=report, symbol="BC-BTV", issued_on=day, by=clerk, at=LATER)
    assert made.outgoing_entry.number == 1
    paper = report_paper(report, today=day)
    assert (paper.number, paper.symbol, paper.issued_on) == (1, "BC-BTV", day)
    found = sources.origin_of(made.outgoing_entry)
    assert found is not None
    assert list(found.parties) == [w.committee.pk]
    assert sources.paper_of(made.outgoing_entry)[:5] == b"%PDF-"
    with pytest.raises(Refused, match="không rút lại được"):
        actions.take_back(report=report, by=w.officer(), at=LATER)


def test_an_unlikely_figure_is_asked_about_and_handed_in_all_the_same(w):
    report = w.report()
    content = ReportInput(figures=[FigureInput(w.count.pk, "reported", Decimal(12))])
    actions.save_report(report=report, content=content, version=1, by=w.officer(), at=IN_TIME)
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    later = w.obligation(quarter=2)
    again = actions.open_report(obligation=later, by=w.officer(), at=IN_TIME + timedelta(days=100))
    content = ReportInput(figures=[FigureInput(w.count.pk, "reported", Decimal(120))])
    at = IN_TIME + timedelta(days=101)
    actions.save_report(report=again, content=content, version=1, by=w.officer(), at=at)
    assert [name for name, _ in questions_of(working_copy(again))] == [w.count.name]
    assert actions.submit(report=again, by=w.officer(), at=at).sequence == 1
