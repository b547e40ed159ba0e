"""The sample's programme is amended: a clause, a target, a reporting day; signed, compared, and in force."""

from collections.abc import Callable
from urllib.parse import urlsplit

from tests.journeys.browser import Person

NAME = "Phối hợp bảo vệ môi trường xã Lam Sơn"
GROUNDS = "Theo thống nhất tại cuộc họp liên tịch"
CLAUSE = "1. Công tác tuyên truyền, vận động nhân dân giữ gìn vệ sinh môi trường"


class Amendment:
    """The office of the committee, and the leaders of the parties."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.person = person
        self.officer = person()
        self.editions = ""

    def given_the_programme_is_open(self) -> None:
        officer = self.officer
        officer.signs_in("vanphong")
        officer.opens("/chuong-trinh/")
        officer.clicks(NAME, exact=True)
        officer.clicks("Các bản", exact=True)
        officer.sees("Bản ban đầu")
        officer.finds_the_page_in_order()
        self.editions = urlsplit(officer.page.url).path

    def when_an_amendment_is_begun(self) -> None:
        officer = self.officer
        officer.clicks("Soạn bản sửa đổi, bổ sung, thay thế")
        officer.finds_the_page_in_order()
        officer.page.get_by_label("Tính chất").select_option("supplement_amend")
        officer.fills("Căn cứ, lý do", GROUNDS)
        officer.clicks("Lưu", within="main form")
        officer.sees("Đã chép toàn văn bản đang thực hiện.")

    def when_a_clause_and_a_reporting_day_change(self) -> None:
        officer = self.officer
        self._opens_clause("Công tác tuyên truyền")
        officer.page.locator("#id_text").fill(CLAUSE)
        officer.clicks("Lưu lời văn")
        self._opens_clause("TỔ CHỨC")
        officer.clicks("Sửa việc này")
        officer.finds_the_page_in_order()
        officer.page.get_by_label("Ngày", exact=True).fill("25")
        officer.clicks("Lưu", within="main form")

    def _opens_clause(self, words: str) -> None:
        links = self.officer.page.locator("main a[href*='/dieu-khoan/']")
        links.filter(has_text=words).first.click()

    def then_the_difference_shows_it_beside_the_old_text(self) -> None:
        officer = self.officer
        officer.opens(self.editions)
        officer.finds_the_page_in_order()
        officer.clicks("So sánh với bản trước")
        officer.sees("Có 2 chỗ thay đổi", "vận động nhân dân")
        officer.finds_the_page_in_order()
        officer.opens(self.editions)
        officer.clicks("Xem trước tác động")
        officer.sees("Đổi hạn")
        officer.finds_the_page_in_order()

    def when_it_is_signed_by_its_parties(self) -> None:
        self.officer.opens(self.editions)
        self.officer.clicks("Ký kết", within="main .btn-list")
        self.officer.clicks("Trình các bên ký")
        for username in ("chutich", "mattran", "hoiphunu"):
            leader = self.person()
            leader.signs_in(username)
            leader.opens(urlsplit(self.officer.page.url).path)
            leader.fills("Thay mặt", "TẬP THỂ")
            leader.clicks("Ký", within="main form", exact=True)

    def then_it_holds_and_the_due_days_follow(self) -> None:
        officer = self.officer
        officer.opens(self.editions)
        officer.sees("Bản sửa đổi lần 1", "đã được thay bằng bản sau")
        officer.finds_the_page_in_order()


def test_a_programme_is_amended_signed_and_compared(person) -> None:
    journey = Amendment(person)
    journey.given_the_programme_is_open()
    journey.when_an_amendment_is_begun()
    journey.when_a_clause_and_a_reporting_day_change()
    journey.then_the_difference_shows_it_beside_the_old_text()
    journey.when_it_is_signed_by_its_parties()
    journey.then_it_holds_and_the_due_days_follow()
