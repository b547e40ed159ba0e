"""A clerk goes on from the paper book at 138, sends; another body's clerk files; its leader has read it."""

import io
from collections.abc import Callable

from python_calamine import CalamineWorkbook

from tests.journeys.browser import Person

FILE = {"name": "ke-hoach.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 ke hoach da ky"}
NUMBER = "138/KH-UBND"
ABSTRACT = "Kế hoạch phối hợp tuyên truyền pháp luật"


class Books:
    """The committee's clerk, and an officer and the chair of the Front, which has no clerk of its own."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.clerk, self.officer, self.chair = person(), person(), person()
        self.entry = ""

    def when_the_clerk_opens_a_book_from_138(self) -> None:
        clerk = self.clerk
        clerk.signs_in("vanthu")
        clerk.clicks("Sổ văn bản", within="header")
        clerk.finds_the_page_in_order()
        clerk.page.get_by_label("Sổ dùng cho").select_option("KH")
        clerk.fills("Văn bản tiếp theo mang số", "138")
        clerk.clicks("Mở sổ", exact=True)
        clerk.sees("Văn bản tiếp theo mang số 138")
        clerk.finds_the_page_in_order()

    def when_a_signed_plan_gets_the_next_number(self) -> None:
        clerk = self.clerk
        clerk.clicks("Cấp số", exact=True)
        clerk.finds_the_page_in_order()
        clerk.fills("Ký hiệu", "KH-UBND")
        clerk.fills("Trích yếu", ABSTRACT)
        clerk.fills("Chức vụ người ký", "Chủ tịch")
        clerk.fills("Họ và tên người ký", "Hoàng Minh Khuê")
        clerk.fills("Nơi nhận", "- UBMTTQ xã;\n- Báo tỉnh;\n- Lưu: VT.")
        clerk.page.get_by_label("Tệp văn bản đã ký").set_input_files([FILE])
        clerk.clicks("Cấp số", within="main form", exact=True)
        clerk.sees(NUMBER, "Chưa gửi đi đâu")
        clerk.finds_the_page_in_order()
        self.entry = clerk.page.url

    def when_it_is_sent_after_a_look(self) -> None:
        clerk = self.clerk
        clerk.clicks("Gửi văn bản")
        clerk.finds_the_page_in_order()
        clerk.clicks("Xem lại trước khi gửi")
        clerk.sees("Gửi đến 2 nơi", "trên hệ thống", "bưu điện")
        clerk.finds_the_page_in_order()
        clerk.clicks("Gửi", within="main form", exact=True)
        clerk.sees("Đã gửi đến 2 nơi", "chờ vào sổ")
        clerk.finds_the_page_in_order()

    def when_the_front_files_it_with_one_click(self) -> None:
        officer = self.officer
        officer.signs_in("canbomattran")
        officer.opens("/tep/so-van-ban/cho-vao-so/")
        officer.sees(NUMBER, ABSTRACT)
        officer.finds_the_page_in_order()
        officer.clicks(f"Vào sổ {NUMBER}")
        officer.sees("Đã vào sổ", ABSTRACT, "Dấu “ĐẾN”")
        officer.page.get_by_label("Nguyễn Đức Thành").check()
        officer.clicks("Chuyển", within="main form", exact=True)
        officer.sees("Đã chuyển đến 1 nơi")
        officer.finds_the_page_in_order()

    def when_the_chair_says_it_is_read(self) -> None:
        chair = self.chair
        chair.signs_in("mattran")
        chair.opens(self.officer.page.url.removeprefix(chair.site))
        chair.clicks("Tôi đã đọc")
        chair.sees("Bạn đã xác nhận đọc")
        chair.finds_the_page_in_order()

    def then_the_clerk_sees_who_has_read_it(self) -> None:
        clerk = self.clerk
        clerk.page.goto(self.entry)
        clerk.sees("Nguyễn Đức Thành", "đã đọc", "đã gửi, chưa có minh chứng")
        assert clerk.named("Thu hồi").count() == 0

    def then_both_books_open_as_sheets(self) -> None:
        clerk, officer = self.clerk, self.officer
        clerk.clicks("KH năm", within="main, nav")
        assert _last_row(clerk.downloads("Tải bảng tính"))[0] == NUMBER
        officer.clicks("đến 20", within="main, nav")
        officer.finds_the_page_in_order()
        row = _last_row(officer.downloads("Tải bảng tính"))
        assert (row[3], row[6], row[8]) == (NUMBER, "Nguyễn Đức Thành", "Nguyễn Đức Thành")
        assert _last_row(officer.downloads("Phụ lục VI (.xlsx)"))[9].endswith(ABSTRACT)


def _last_row(content: bytes) -> list[object]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[-1]


def test_a_number_from_the_paper_book_is_sent_filed_and_read(person) -> None:
    journey = Books(person)
    journey.when_the_clerk_opens_a_book_from_138()
    journey.when_a_signed_plan_gets_the_next_number()
    journey.when_it_is_sent_after_a_look()
    journey.when_the_front_files_it_with_one_click()
    journey.when_the_chair_says_it_is_read()
    journey.then_the_clerk_sees_who_has_read_it()
    journey.then_both_books_open_as_sheets()
