"""A joint meeting from its plan to a task: called, marked, written down, confirmed; in calendar and feed."""

from collections.abc import Callable
from io import BytesIO

from docx import Document
from icalendar import Calendar
from playwright.sync_api import Browser

from phoihop.writing.checks import faults
from tests.journeys.browser import Person
from tests.journeys.system import Site

SUBJECT = "liên tịch chuẩn bị Ngày hội Đại đoàn kết"
CONCLUSION = "Các thôn tổ chức Ngày hội trước ngày 18 tháng 11"


class JointMeeting:
    """The office of xã Lam Sơn plans and writes, the chair confirms, the Front does."""

    def __init__(self, person: Callable[..., Person], objects: dict[str, int | str]) -> None:
        self.person = person
        self.objects = objects
        self.office = person()
        self.meeting = ""

    def given_the_office_signs_in(self) -> None:
        self.office.signs_in("vanphong")

    def when_a_meeting_is_planned(self) -> None:
        office = self.office
        office.opens(f"/cong-viec/{self.objects['unplanned_task_id']}/")
        office.clicks("Lập cuộc họp")
        office.finds_the_page_in_order()
        office.fills("Họp về", SUBJECT)
        office.fills("Giờ bắt đầu", "08:00")
        office.fills("Địa điểm", "Hội trường Ủy ban nhân dân xã")
        office.page.get_by_label("Chủ tọa", exact=True).select_option(label="Hoàng Minh Khuê")
        office.page.get_by_label("Thư ký", exact=True).select_option(label="Trần Thu Hà")
        office.clicks("Lập cuộc họp", within="main form")
        office.sees("Đã lập cuộc họp", "Hoàng Minh Khuê")
        self.meeting = office.page.url.removeprefix(office.site).split("#")[0]

    def when_its_agenda_is_written_and_bodies_are_invited(self) -> None:
        office = self.office
        office.clicks("Thêm nội dung")
        office.fills("Nội dung", "Kế hoạch Ngày hội")
        office.fills("Người trình bày", "Ủy ban MTTQ Việt Nam xã")
        office.clicks("Thêm nội dung", within="main form")
        office.clicks("Thêm", within="#thanh-phan", exact=True)
        office.page.get_by_label("Ủy ban MTTQ Việt Nam xã Lam Sơn").check()
        office.page.get_by_label("Hội LHPN xã Lam Sơn").check()
        office.fills("Khách mời ngoài hệ thống", "Ông Bùi Văn Khách")
        office.clicks("Thêm", within="main form", exact=True)
        office.clicks("Gửi giấy mời")
        office.sees("Đã báo cho các thành phần được mời.")
        office.finds_the_page_in_order()

    def then_the_front_is_told(self) -> None:
        front = self.person()
        front.signs_in("canbomattran")
        front.opens("/thong-bao/")
        front.sees(f"Mời họp “{SUBJECT}”")

    def when_attendance_is_marked(self) -> None:
        office, page = self.office, self.office.page
        office.clicks("Điểm danh")
        office.finds_the_page_in_order()
        rows = page.get_by_role("main").get_by_role("group")
        for number, status in enumerate(("Có mặt", "Vắng", "Cử người dự thay")):
            rows.nth(number).get_by_label("Dự họp").select_option(label=status)
        rows.nth(0).get_by_label("Số người").fill("2")
        rows.nth(1).get_by_label("Lý do vắng").fill("đi công tác")
        rows.nth(2).get_by_label("Ai dự, ai dự thay").fill("Bà Lê Thị Thay")
        office.clicks("Ghi điểm danh")
        office.sees("Có mặt 3 người; vắng 1; chưa điểm danh 0.")

    def when_the_minutes_are_written(self) -> None:
        office = self.office
        office.clicks("Ghi biên bản")
        office.fills("Diễn biến (ghi biên bản)", "Ủy ban MTTQ xã trình bày kế hoạch.\nCác bên thống nhất.")
        office.finds_the_page_in_order()
        office.clicks("Lưu")
        office.clicks("Thêm kết luận")
        office.fills("Kết luận", CONCLUSION)
        office.page.get_by_label("Đơn vị làm").select_option(label="Ủy ban MTTQ Việt Nam xã Lam Sơn")
        office.fills("Hạn", "2027-11-17")
        office.clicks("Thêm kết luận", within="main form")
        office.sees("Đã ghi kết luận.")

    def when_the_chair_confirms_them(self) -> None:
        chair = self.person()
        chair.signs_in("chutich")
        chair.opens(self.meeting)
        chair.fills("Cuộc họp kết thúc lúc", "10:30")
        chair.clicks("Xác nhận biên bản")
        chair.sees("Đã xác nhận, biên bản được khóa.")
        chair.finds_the_page_in_order()

    def then_the_minutes_are_a_right_paper(self) -> None:
        office = self.office
        office.opens(self.meeting)
        content = office.downloads("Biên bản (Word)")
        assert faults(content, is_sample=True) == []
        document = Document(BytesIO(content))
        said = "\n".join(
            [*(p.text for p in document.paragraphs), *(c.text for t in document.tables for c in t._cells)]
        )
        for words in (
            "BIÊN BẢN",
            "Bà Lê Thị Thay dự thay",
            "đi công tác",
            CONCLUSION,
            "CHỦ TỌA",
            "10 giờ 30",
        ):
            assert words in said, words
        assert office.downloads("Giấy mời (Word)").startswith(b"PK")
        assert office.downloads("Biên bản (PDF)").startswith(b"%PDF")

    def then_a_conclusion_becomes_a_task(self) -> None:
        office = self.office
        office.clicks("Giao thành công việc")
        office.sees("Đã giao việc từ kết luận.", CONCLUSION, "Ủy ban MTTQ Việt Nam xã Lam Sơn")
        office.finds_the_page_in_order()

    def then_the_calendar_shows_it(self) -> None:
        office = self.office
        office.opens("/cong-viec/lich/")
        office.sees(SUBJECT)
        office.finds_the_page_in_order()
        with office.page.expect_navigation():
            office.page.keyboard.press("n")
        assert "thang=" in office.page.url

    def then_the_feed_holds_it(self, browser: Browser) -> None:
        office = self.office
        office.opens("/cong-viec/lich/nguon/")
        office.clicks("Lập địa chỉ lịch")
        office.finds_the_page_in_order()
        address = office.page.locator("#dia-chi-lich").inner_text()
        answer = browser.new_context().request.get(address)
        assert answer.status == 200
        events = Calendar.from_ical(answer.body()).walk("VEVENT")
        assert any(SUBJECT in str(event["summary"]) for event in events)
        office.opens("/cong-viec/lich/nguon/")
        office.clicks("Thu hồi địa chỉ")
        assert browser.new_context().request.get(address).status == 404


def test_a_joint_meeting_becomes_work(person, site: Site, browser: Browser) -> None:
    journey = JointMeeting(person, site.filled.objects)
    journey.given_the_office_signs_in()
    journey.when_a_meeting_is_planned()
    journey.when_its_agenda_is_written_and_bodies_are_invited()
    journey.then_the_front_is_told()
    journey.when_attendance_is_marked()
    journey.when_the_minutes_are_written()
    journey.when_the_chair_confirms_them()
    journey.then_the_minutes_are_a_right_paper()
    journey.then_a_conclusion_becomes_a_task()
    journey.then_the_calendar_shows_it()
    journey.then_the_feed_holds_it(browser)
