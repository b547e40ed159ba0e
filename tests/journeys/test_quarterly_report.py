"""A quarter's report from "what do I owe" to the consolidated Word document."""

import io
from collections.abc import Callable

from docx import Document

from phoihop.writing.checks import faults
from tests.journeys.browser import Person
from tests.targets.factories import photo

FLOWERS = "Đường hoa trồng mới"
PARAGRAPH = "Chi hội thôn Phú Lâm trồng mới 0,9 km đường hoa."
MENDED = "Chi hội thôn Phú Lâm trồng mới 0,7 km, chi hội thôn Thọ Hải 0,2 km đường hoa."
ASKED = "Đề nghị nêu rõ từng thôn."
_UNITS = ("Hội LHPN", "Đoàn TNCS", "Hội CCB")


class QuarterlyReport:
    """The women's union writes, the office of the People's Committee reviews."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.women, self.office = person(), person()
        self.paper = b""

    def given_an_officer_of_the_womens_union_signs_in_by_keyboard(self) -> None:
        self.women.signs_in_by_keyboard("phunu")

    def then_she_sees_the_report_due_before_the_20th(self) -> None:
        self.women.sees("SỐ LIỆU MINH HỌA", "Báo cáo hằng quý, quý IV/2026")
        self.women.sees("Hạn cuối: hết ngày 19/12, còn 9 ngày")
        self.women.finds_the_page_in_order()

    def when_she_opens_it_and_records_figures_with_a_photo(self) -> None:
        women = self.women
        women.clicks(": Báo cáo hằng quý, quý IV/2026")
        women.finds_the_page_in_order()
        women.fills(f"Kỳ này, {FLOWERS}", "0,9")
        women.fills("Kỳ này, Buổi tuyên truyền pháp luật", "2")
        women.fills("Kỳ này, Hộ phụ nữ nghèo được giúp đỡ", "3")
        picture = {"name": "đường hoa.png", "mimeType": "image/png", "buffer": photo()}
        women.row(FLOWERS).get_by_label("Ảnh, tệp minh chứng").set_input_files(picture)
        self._under_the_flowers().fill(PARAGRAPH)

    def _under_the_flowers(self):
        section = self.women.page.get_by_role("region").filter(has=self.women.row(FLOWERS))
        return section.get_by_label("Kết quả thực hiện")

    def when_she_looks_it_over_and_hands_it_in(self) -> None:
        self.women.clicks("Lưu, xem trước rồi nộp")
        self.women.sees(PARAGRAPH)
        self.women.finds_the_page_in_order()
        self.women.clicks("Nộp báo cáo")
        self.women.sees("đã nộp, chờ xem xét", "đường hoa.png")
        self.women.finds_the_page_in_order()

    def when_the_office_returns_one_item_with_a_note(self) -> None:
        office = self.office
        office.signs_in("vanphong")
        office.finds_the_page_in_order()
        office.clicks("Hội LHPN xã Lam Sơn: Báo cáo hằng quý")
        office.finds_the_page_in_order()
        office.page.get_by_text("Trả lại để bổ sung", exact=True).first.click()
        office.page.get_by_label(f"Số liệu: {FLOWERS}", exact=False).first.check()
        office.page.get_by_label(f"Cần bổ sung ở số liệu {FLOWERS}").fill(ASKED)
        office.clicks("Trả lại báo cáo")
        office.sees("trả lại để bổ sung", ASKED)

    def then_she_reads_what_to_mend_and_hands_it_in_again(self) -> None:
        women = self.women
        women.opens("/")
        women.sees("Trả lại để bổ sung 1 mục.")
        women.clicks("Bổ sung")
        women.sees(f"Cần bổ sung: {ASKED}")
        women.finds_the_page_in_order()
        self._under_the_flowers().fill(MENDED)
        women.clicks("Lưu, xem trước rồi nộp")
        women.clicks("Nộp báo cáo")
        women.sees("đã nộp, chờ xem xét")

    def when_the_office_accepts_it(self) -> None:
        self.office.opens("/")
        self.office.clicks("Hội LHPN xã Lam Sơn: Báo cáo hằng quý")
        self.office.sees(MENDED)
        self.office.clicks("Duyệt báo cáo")
        self.office.sees("đã duyệt")

    def then_the_board_shows_who_is_missing(self) -> None:
        office = self.office
        office.opens("/")
        office.clicks("Ai đã báo cáo, ai chưa")
        office.finds_the_page_in_order()
        office.clicks("Phối hợp công tác xã Lam Sơn năm 2026")
        office.finds_the_page_in_order()
        board = office.page.get_by_role("region", name="Báo cáo hằng quý").first
        rows = {name: board.get_by_role("row").filter(has_text=name) for name in _UNITS}
        said = {name: row.first.inner_text() for name, row in rows.items()}
        assert "chưa báo cáo" not in said["Hội LHPN"]
        assert said["Hội LHPN"].count("nộp đúng hạn") == 4
        assert "chưa báo cáo" in said["Đoàn TNCS"]
        assert "trả lại để bổ sung" in said["Đoàn TNCS"]
        assert "chưa báo cáo" in said["Hội CCB"]

    def when_the_office_consolidates_the_quarter_and_downloads_it(self) -> None:
        self.office.clicks("Tổng hợp quý IV")
        self.office.sees("Hội LHPN xã Lam Sơn")
        self.office.finds_the_page_in_order()
        self.paper = self.office.downloads("Tải bản Word")

    def then_the_document_is_correct(self) -> None:
        assert faults(self.paper, is_sample=True) == []
        text = _text_of(self.paper)
        assert "SỐ LIỆU MINH HỌA" in text
        assert MENDED in text
        assert FLOWERS in text
        assert "2/5 đơn vị đã báo cáo" in text
        for missing in ("Hội Nông dân", "Hội CCB"):
            assert missing in text


def _text_of(paper: bytes) -> str:
    document = Document(io.BytesIO(paper))
    tables = [c.text for table in document.tables for row in table.rows for c in row.cells]
    head = [p.text for section in document.sections for p in section.header.paragraphs]
    return "\n".join([*head, *(p.text for p in document.paragraphs), *tables])


def test_a_quarters_report_is_written_returned_mended_accepted_and_consolidated(person) -> None:
    journey = QuarterlyReport(person)
    journey.given_an_officer_of_the_womens_union_signs_in_by_keyboard()
    journey.then_she_sees_the_report_due_before_the_20th()
    journey.when_she_opens_it_and_records_figures_with_a_photo()
    journey.when_she_looks_it_over_and_hands_it_in()
    journey.when_the_office_returns_one_item_with_a_note()
    journey.then_she_reads_what_to_mend_and_hands_it_in_again()
    journey.when_the_office_accepts_it()
    journey.then_the_board_shows_who_is_missing()
    journey.when_the_office_consolidates_the_quarter_and_downloads_it()
    journey.then_the_document_is_correct()
