"""From the nation down to one commune's figure with its evidence, by places as they were and as they are."""

from collections.abc import Callable

from tests.journeys.browser import Person
from tests.journeys.consolidating import OF_THE_NATION


class Descent:
    """An officer at the top looks where a total comes from."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.officer = person(accept_downloads=True)

    def given_the_target_of_the_nation(self) -> None:
        officer = self.officer
        officer.signs_in(OF_THE_NATION)
        officer.opens("/chi-tieu/")
        options = officer.page.locator("#chuong-trinh option").evaluate_all("all => all.map(o => o.value)")
        for value in options:
            officer.opens(f"/chi-tieu/?chuong-trinh={value}")
            if officer.page.get_by_role("link", name="Nhà Đại đoàn kết").count():
                break
        officer.clicks("Nhà Đại đoàn kết")
        officer.clicks("Mở theo địa bàn")

    def then_the_top_says_how_much_and_how_many(self) -> None:
        officer = self.officer
        officer.sees("Các nơi trực thuộc", "chưa báo cáo")
        officer.finds_the_page_in_order()

    def when_the_province_and_a_commune_are_opened(self) -> None:
        officer = self.officer
        officer.clicks("Tỉnh Sông Mơ")
        officer.finds_the_page_in_order()
        officer.page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()

    def then_the_figure_shows_who_recorded_and_accepted_it(self) -> None:
        officer = self.officer
        officer.sees("Số liệu đã ghi", "đã duyệt")
        officer.finds_the_page_in_order()

    def when_todays_places_are_asked_for(self) -> None:
        officer = self.officer
        officer.page.get_by_label("Tính theo địa bàn").select_option(label="như hiện nay (sau sáp nhập)")
        officer.clicks("Xem", exact=True)
        officer.sees("được tính vào nơi ấy")
        officer.finds_the_page_in_order()

    def then_the_table_goes_out_as_a_sheet(self) -> None:
        assert self.officer.downloads("Tải bảng tính").startswith(b"PK")


def test_a_total_opens_down_to_its_figures(person):
    descent = Descent(person)
    descent.given_the_target_of_the_nation()
    descent.then_the_top_says_how_much_and_how_many()
    descent.when_the_province_and_a_commune_are_opened()
    descent.then_the_figure_shows_who_recorded_and_accepted_it()
    descent.when_todays_places_are_asked_for()
    descent.then_the_table_goes_out_as_a_sheet()
