"""The lead opens a year's registration, a unit fills in its sheet on a phone, its result comes back."""

from collections.abc import Callable

from tests.journeys.browser import PHONE, Person
from tests.journeys.system import Site

CONTENT = "Trồng mới 01 km đường hoa ở thôn Phú Lâm"


class Registration:
    """The office of xã Lam Sơn, which leads, and an officer of the women's union with a phone."""

    def __init__(self, person: Callable[..., Person], site: Site) -> None:
        self.lead, self.unit = person(), person()
        self.programme = site.filled.objects["programme_id"]
        self.sheet = ""

    def given_both_are_signed_in(self) -> None:
        self.lead.signs_in("vanphong")
        self.unit.signs_in("phunu")

    def when_the_lead_opens_next_year_s_registration(self) -> None:
        lead = self.lead
        lead.opens(f"/cong-viec/dang-ky/chuong-trinh/{self.programme}/")
        lead.finds_the_page_in_order()
        lead.clicks("Mở đợt đăng ký")
        lead.fills("Hạn gửi", "2027-01-15")
        lead.fills("Câu trong văn bản nêu yêu cầu này", "ít nhất 01 nội dung")
        lead.clicks("Xem trước")
        lead.sees("Khi mở, hệ thống sẽ", "15/01/2027")
        lead.finds_the_page_in_order()
        lead.clicks("Mở đợt đăng ký")
        lead.sees("0/6 đơn vị đã gửi")
        lead.finds_the_page_in_order()

    def when_the_unit_registers_on_a_phone_and_sends(self) -> None:
        unit = self.unit
        unit.opens("/cong-viec/dang-ky/")
        unit.finds_the_page_in_order()
        unit.page.set_viewport_size(PHONE)
        unit.clicks("Đăng ký năm 2027")
        unit.sees("Mới đăng ký 0 nội dung", "ít nhất 01 nội dung")
        self.sheet = unit.page.url
        unit.clicks("Thêm nội dung")
        unit.fills("Nội dung đăng ký", CONTENT)
        unit.page.get_by_label("Thuộc mục nào của chương trình").select_option(index=1)
        unit.fills("Đến ngày", "2027-09-30")
        unit.fills("Chỉ tiêu", "1")
        unit.fills("Đơn vị tính", "km")
        unit.page.get_by_label("Người phụ trách").select_option(label="Vũ Thị Mai")
        unit.clicks("Lưu")
        unit.sees("Bảng chưa gửi")
        unit.clicks("Gửi bảng đăng ký")
        unit.sees("đã gửi, chờ tiếp nhận")

    def when_the_lead_returns_it_with_a_note(self) -> None:
        lead = self.lead
        lead.page.reload()
        lead.clicks("Hội LHPN")
        lead.finds_the_page_in_order()
        lead.page.locator("summary", has_text="Trả lại để bổ sung").click()
        lead.page.get_by_label("Ghi rõ").first.fill("Ghi rõ địa bàn")
        lead.clicks("Trả lại", exact=True)
        lead.sees("Đã trả lại để bổ sung")

    def when_the_unit_names_the_place_and_sends_again(self) -> None:
        unit = self.unit
        unit.page.goto(self.sheet)
        unit.sees("Ghi rõ địa bàn")
        unit.clicks("Sửa")
        unit.page.get_by_label("Địa bàn").select_option(label="Thôn Phú Lâm")
        unit.clicks("Lưu")
        unit.sees("thôn Phú Lâm")
        unit.clicks("Gửi bảng đăng ký")

    def when_the_lead_accepts_it(self) -> None:
        self.lead.page.reload()
        self.lead.clicks("Tiếp nhận", exact=True)
        self.lead.sees("mỗi nội dung thành một công việc")

    def then_the_task_is_there_and_is_done(self) -> None:
        unit = self.unit
        unit.page.goto(self.sheet)
        unit.clicks("chưa làm")
        unit.sees(CONTENT, "Vũ Thị Mai")
        unit.fills("Kết quả", "Đã trồng xong 1 km hoa mười giờ")
        unit.clicks("Hoàn thành", exact=True)
        unit.sees("Đã ghi kết quả")

    def then_the_sheet_shows_its_result(self) -> None:
        self.lead.page.reload()
        self.lead.sees("Đã trồng xong 1 km hoa mười giờ (xong 10/12/2026)")
        self.lead.finds_the_page_in_order()
        assert self.lead.downloads("Tải Excel để điền")[:2] == b"PK"


def test_a_unit_registers_and_its_result_comes_back_by_itself(person, site) -> None:
    journey = Registration(person, site)
    journey.given_both_are_signed_in()
    journey.when_the_lead_opens_next_year_s_registration()
    journey.when_the_unit_registers_on_a_phone_and_sends()
    journey.when_the_lead_returns_it_with_a_note()
    journey.when_the_unit_names_the_place_and_sends_again()
    journey.when_the_lead_accepts_it()
    journey.then_the_task_is_there_and_is_done()
    journey.then_the_sheet_shows_its_result()
