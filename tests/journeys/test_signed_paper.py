"""A paper signed in 2017 becomes a programme; its renewal for the ward of today is signed and numbered."""

from collections.abc import Callable

from phoihop.sample.papers import TEXTS
from tests.journeys.browser import Person

PAPER = TEXTS / "bim-son-2017-2020.txt"
NUMBER = "1995/CTrPH-UBND-UB.MTTQ"
NAME = "Xây dựng nông thôn mới, đô thị văn minh Bỉm Sơn 2017 - 2020"
RENEWAL = "Xây dựng đô thị văn minh phường Bỉm Sơn 2027 - 2030"
UNCLEAR = "Chưa rõ là tổ chức nào"


class SignedPaper:
    """The office of phường Bỉm Sơn, two leaders and a clerk."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.person = person
        self.officer = person()
        self.programme = ""

    def given_an_officer_of_todays_ward_signs_in(self) -> None:
        self.officer.signs_in("canbobimson")

    def when_the_paper_is_uploaded(self) -> None:
        officer = self.officer
        officer.clicks("Đọc văn bản", within="header")
        officer.page.get_by_label("Tệp").first.set_input_files(PAPER)
        officer.clicks("Đọc văn bản")
        officer.sees(f"Rà soát: {PAPER.name}")
        officer.finds_the_page_in_order()

    def when_each_fact_is_looked_at_beside_the_text(self) -> None:
        """What is certain by section, then each doubtful fact; every click changes the page in place."""
        self._click_all("button[name=section]")
        self._click_all("button[name=accept]")
        self.officer.sees("Đã xem hết")

    def _click_all(self, button: str) -> None:
        page = self.officer.page
        for left in range(page.locator(button).count(), 0, -1):
            page.locator(button).first.click()
            page.wait_for_function("([b, n]) => document.querySelectorAll(b).length < n", arg=[button, left])

    def when_duties_of_nobody_get_their_bodies(self) -> None:
        """The roadmap of section V names no one: both parties review what was done."""
        page, review = self.officer.page, self.officer.page.url.split("?")[0]
        page.goto(f"{review}?muc=duty")
        edits = page.get_by_role("article").get_by_role("link", name="Sửa")
        for address in [edit.get_attribute("href") for edit in edits.all()]:
            self.officer.opens(address)
            owes = page.get_by_role("group", name="Ai làm")
            if not owes.locator("input:checked").count():
                self.officer.finds_the_page_in_order()
                owes.get_by_label("UBND:").check()
                owes.get_by_label("MTTQ:").check()
                self.officer.clicks("Lưu và chấp nhận")
        page.goto(review)

    def when_the_words_for_parties_are_settled(self) -> None:
        officer = self.officer
        officer.clicks("Các bên", exact=True)
        officer.sees("UBND thị xã Bỉm Sơn")
        officer.finds_the_page_in_order()
        for group in officer.page.get_by_role("group").filter(has_text=UNCLEAR).all():
            group.get_by_label("Không đưa vào chương trình").check()
        officer.clicks("Lưu các bên")
        officer.does_not_see(UNCLEAR)
        officer.clicks("Về trang rà soát")

    def when_it_is_confirmed_as_a_signed_paper(self) -> None:
        officer = self.officer
        officer.clicks("Xác nhận thành chương trình")
        officer.finds_the_page_in_order()
        officer.fills("Tên gọi tắt của chương trình", NAME)
        officer.page.get_by_label("Cơ quan đầu mối").select_option(label="UBND thị xã Bỉm Sơn")
        officer.clicks("Xác nhận", exact=True)
        officer.sees("Văn bản đã thành chương trình.")
        officer.finds_the_page_in_order()

    def then_it_is_recorded_under_its_own_number(self) -> None:
        self.officer.clicks("Tổng quan")
        self.programme = self.officer.page.url
        self.officer.sees(NUMBER, NAME, "09/10/2017")
        self.officer.finds_the_page_in_order()

    def then_its_seventeen_targets_stand(self) -> None:
        cards = self.officer.page.get_by_role("region", name="Chỉ tiêu").get_by_role("listitem")
        said = [card.inner_text() for card in cards.all()]
        assert len([text for text in said if "Mục III.1" in text]) == 5
        assert len([text for text in said if "Mục III.2" in text]) == 12

    def when_it_is_renewed_for_the_ward_of_today(self) -> None:
        officer = self.officer
        officer.clicks("Lập chương trình tiếp nối")
        officer.sees("phường Bỉm Sơn")
        officer.finds_the_page_in_order()
        officer.fills("Tên gọi tắt", RENEWAL)
        officer.clicks("Lập dự thảo tiếp nối")
        officer.sees("Đã lập dự thảo từ chương trình cũ.")
        officer.finds_the_page_in_order()

    def when_it_is_sent_for_signature(self) -> None:
        self.officer.clicks("Ký kết", exact=True)
        self.officer.finds_the_page_in_order()
        self.officer.clicks("Trình các bên ký")
        self.officer.sees("Đã ký 0 trên 2 bên")

    def when_both_leaders_sign(self) -> None:
        for username, authority in (
            ("chutichbimson", "ỦY BAN NHÂN DÂN"),
            ("mattranbimson", "BAN THƯỜNG TRỰC"),
        ):
            leader = self.person()
            leader.signs_in(username)
            leader.sees("Chương trình chờ ký", RENEWAL)
            leader.finds_the_page_in_order()
            leader.clicks("Xem và ký")
            leader.fills("Thay mặt", authority)
            leader.clicks("Ký", within="main form", exact=True)
            leader.finds_the_page_in_order()

    def then_the_clerk_gives_it_its_number(self) -> None:
        clerk = self.person()
        clerk.signs_in("vanthubimson")
        clerk.sees("Chương trình chờ cấp số", RENEWAL)
        clerk.clicks("Cấp số")
        clerk.finds_the_page_in_order()
        clerk.page.get_by_label("bắt đầu từ số").fill("12")
        clerk.clicks("Cấp số", within="main form")
        clerk.sees("12/CTrPH-UBND-MTTQ")
        clerk.finds_the_page_in_order()


def test_a_signed_paper_becomes_a_programme_and_is_renewed(person) -> None:
    journey = SignedPaper(person)
    journey.given_an_officer_of_todays_ward_signs_in()
    journey.when_the_paper_is_uploaded()
    journey.when_each_fact_is_looked_at_beside_the_text()
    journey.when_duties_of_nobody_get_their_bodies()
    journey.when_the_words_for_parties_are_settled()
    journey.when_it_is_confirmed_as_a_signed_paper()
    journey.then_it_is_recorded_under_its_own_number()
    journey.then_its_seventeen_targets_stand()
    journey.when_it_is_renewed_for_the_ward_of_today()
    journey.when_it_is_sent_for_signature()
    journey.when_both_leaders_sign()
    journey.then_the_clerk_gives_it_its_number()
