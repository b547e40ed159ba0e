"""A province hands its programme down; a commune adds to it and takes it on; the board shows it."""

from collections.abc import Callable

from tests.journeys.browser import Person

NAME = "Giảm nghèo bền vững"


class HandDown:
    """An officer of the province and one of phường Bỉm Sơn."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.province = person()
        self.commune = person()

    def given_both_are_signed_in(self) -> None:
        self.province.signs_in("tinhgiamngheo")
        self.commune.signs_in("canbobimson")

    def when_the_province_chooses_two_communes(self) -> None:
        officer = self.province
        officer.opens("/chuong-trinh/")
        officer.clicks(NAME)
        officer.clicks("Triển khai", exact=True)
        officer.finds_the_page_in_order()
        officer.clicks("Triển khai thêm nơi")
        officer.page.get_by_label("Các nơi trong danh sách dưới đây").check()
        officer.fills("Danh sách nơi nhận", "Bỉm Sơn\nLam Sơn")
        officer.finds_the_page_in_order()
        officer.clicks("Xem trước", exact=True)
        officer.sees("Nếu triển khai bây giờ")
        officer.finds_the_page_in_order()

    def then_the_look_before_names_who_gets_it(self) -> None:
        self.province.page.get_by_role("button", name="Triển khai tới").click()
        self.province.sees("Đã triển khai tới")

    def when_the_commune_adds_a_clause_and_raises_a_target(self) -> None:
        officer = self.commune
        officer.opens("/chuong-trinh/")
        officer.clicks(NAME)
        officer.clicks("Triển khai", exact=True)
        officer.finds_the_page_in_order()
        officer.page.get_by_text("Thêm nội dung dưới một mục của cấp trên").click()
        officer.fills("Nội dung thêm", "- Mỗi khu phố giúp hai hộ thoát nghèo")
        officer.clicks("Thêm nội dung", exact=True)
        officer.sees("Đã thêm nội dung của địa bàn.")
        officer.page.get_by_text("Đặt mức cao hơn").first.click()
        officer.page.get_by_label("Mức tự đặt").first.fill("12")
        officer.clicks("Lưu mức")
        officer.sees("Đã lưu mức tự đặt.")

    def when_it_takes_the_programme_on_by_a_decision(self) -> None:
        officer = self.commune
        officer.page.get_by_label("Áp dụng theo một quyết định").check()
        officer.page.get_by_label("Số, ký hiệu quyết định").fill("12/QĐ-UBND")
        officer.page.get_by_label("Ngày của quyết định").fill("2026-12-10")
        officer.clicks("Cụ thể hóa", exact=True)
        officer.sees("Chương trình của địa bàn có hiệu lực.")
        officer.finds_the_page_in_order()
        officer.clicks("Văn bản", exact=True)
        officer.sees("Mỗi khu phố giúp hai hộ thoát nghèo", "của tỉnh", "của phường")
        officer.finds_the_page_in_order()

    def then_the_board_of_the_province_shows_it(self) -> None:
        officer = self.province
        officer.page.reload()
        officer.sees("12/QĐ-UBND", "đã có hiệu lực", "1 mục thêm")
        officer.finds_the_page_in_order()


def test_a_province_hands_down_and_a_commune_takes_it_on(person) -> None:
    journey = HandDown(person)
    journey.given_both_are_signed_in()
    journey.when_the_province_chooses_two_communes()
    journey.then_the_look_before_names_who_gets_it()
    journey.when_the_commune_adds_a_clause_and_raises_a_target()
    journey.when_it_takes_the_programme_on_by_a_decision()
    journey.then_the_board_of_the_province_shows_it()
