"""Two communes reported: the province makes one paper, the gap named, and the nation takes it in."""

from collections.abc import Callable
from io import BytesIO

from docx import Document
from python_calamine import CalamineWorkbook

from phoihop.writing.checks import faults
from tests.journeys.browser import Person
from tests.journeys.consolidating import OF_THE_NATION, OF_THE_PROVINCE


class Consolidation:
    """An officer of the province and one of the nation."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.province = person()
        self.nation = person()

    def given_both_are_signed_in(self) -> None:
        self.province.signs_in(OF_THE_PROVINCE)
        self.nation.signs_in(OF_THE_NATION)

    def when_the_province_begins_its_paper(self) -> None:
        officer = self.province
        officer.opens("/bao-cao/tong-hop/")
        officer.sees("Báo cáo gửi tới đơn vị, chưa tổng hợp")
        officer.finds_the_page_in_order()
        officer.clicks("Tổng hợp Báo cáo quý, quý I/2026")
        officer.sees("2/3 đơn vị đã báo cáo", "MTTQ Xã 3 (chưa báo cáo)", "Xã bàn giao 3 nhà.")
        officer.finds_the_page_in_order()

    def when_it_chooses_what_to_name(self) -> None:
        officer = self.province
        paper = officer.page.url
        officer.page.goto(f"{paper}doan/?q=khởi+công")
        officer.sees("MTTQ Xã 2")
        officer.finds_the_page_in_order()
        officer.page.get_by_label("Nêu trong báo cáo").uncheck()
        officer.clicks("Lưu trang này")
        officer.sees("Đã lưu các đoạn.")
        officer.page.goto(paper)

    def when_it_closes_and_hands_up(self) -> None:
        officer = self.province
        officer.fills("Đánh giá chung", "Các xã thực hiện đúng kế hoạch.")
        officer.clicks("Lưu và chốt, còn 1 đơn vị thiếu")
        officer.sees("Đã chốt báo cáo tổng hợp.", "Báo cáo phải nộp lên cấp trên")
        officer.finds_the_page_in_order()
        officer.clicks("Nộp bản tổng hợp này")
        officer.sees("Đã nộp bản tổng hợp lên cấp trên.", "đã nộp, chờ xem xét")

    def then_its_files_open(self) -> None:
        officer = self.province
        word = officer.downloads("Tải bản Word")
        assert "MTTQ Xã 3 (chưa báo cáo)" in "\n".join(p.text for p in Document(BytesIO(word)).paragraphs)
        assert faults(word) == []
        assert officer.downloads("Tải bản PDF").startswith(b"%PDF")
        book = CalamineWorkbook.from_filelike(BytesIO(officer.downloads("Tải bảng Excel")))
        assert book.sheet_names == ["Số liệu", "Nội dung", "Kiến nghị", "Đơn vị chưa báo cáo"]
        assert 7.0 in book.get_sheet_by_index(0).to_python()[-2]

    def then_the_nation_finds_everything_in_its_own(self) -> None:
        officer = self.nation
        officer.opens("/bao-cao/")
        officer.sees("MTTQ Sông Mơ")
        officer.opens("/bao-cao/tong-hop/")
        officer.page.get_by_role("button", name="Tổng hợp Báo cáo quý, quý I/2026").click()
        officer.sees(
            "cả các cấp dưới: 3/4 đơn vị",
            "tại MTTQ Sông Mơ: MTTQ Xã 3 (chưa báo cáo)",
            "MTTQ Xã 1, qua MTTQ Sông Mơ",
        )
        officer.finds_the_page_in_order()
        assert officer.downloads("Tải bản PDF").startswith(b"%PDF")


def test_a_province_consolidates_and_the_nation_takes_it_from_there(person) -> None:
    journey = Consolidation(person)
    journey.given_both_are_signed_in()
    journey.when_the_province_begins_its_paper()
    journey.when_it_chooses_what_to_name()
    journey.when_it_closes_and_hands_up()
    journey.then_its_files_open()
    journey.then_the_nation_finds_everything_in_its_own()
