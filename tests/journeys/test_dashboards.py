"""From the nation to a province, a commune and a report; the view is kept, shared, and opened by others."""

from collections.abc import Callable

from phoihop.sample.national import NAME
from tests.journeys.browser import Person


class Looking:
    """Officers of the Front of the nation, of the province and of xã Lam Sơn."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.nation, self.province, self.commune = person(), person(), person()
        self.link = ""

    def given_they_are_signed_in(self) -> None:
        self.nation.signs_in("trunguong")
        self.province.signs_in("canbotinh")
        self.commune.signs_in("canbomattran")

    def when_the_nation_looks_at_its_provinces(self) -> None:
        officer = self.nation
        officer.clicks("Tổng quan", within="nav[aria-label='Trình đơn chính']", exact=True)
        officer.sees("Các nơi bên dưới", NAME)
        officer.finds_the_page_in_order()
        officer.clicks(f"Nhịp chỉ tiêu {NAME}")
        officer.sees("Nhà Đại đoàn kết hoàn thành")
        officer.finds_the_page_in_order()
        officer.clicks("Các tỉnh, thành phố", exact=True)
        officer.sees("Hoàng Sa: đặc khu của thành phố Đà Nẵng", "Trường Sa: đặc khu của tỉnh Khánh Hòa")
        officer.finds_the_page_in_order()

    def when_the_province_goes_down_to_the_report(self) -> None:
        officer = self.province
        officer.clicks("Tổng quan", within="nav[aria-label='Trình đơn chính']", exact=True)
        officer.clicks(f"Ai báo cáo khi nào {NAME}")
        officer.finds_the_page_in_order()
        officer.clicks("Xã Lam Sơn", exact=True)
        officer.sees("Ủy ban MTTQ Việt Nam xã Lam Sơn")
        officer.finds_the_page_in_order()
        officer.page.locator("a.pb-cell").first.click()
        officer.sees("Báo cáo quý")
        officer.page.go_back()

    def when_it_keeps_and_shares_what_it_sees(self) -> None:
        officer = self.province
        officer.page.get_by_text("Lưu góc nhìn này").click()
        officer.fills("Đặt tên", "Báo cáo của xã Lam Sơn")
        officer.clicks("Lưu góc nhìn", exact=True)
        officer.sees("Đã lưu góc nhìn “Báo cáo của xã Lam Sơn”.")
        officer.clicks("Lấy liên kết")
        officer.finds_the_page_in_order()
        self.link = officer.page.get_by_label("Liên kết cho người đã đăng nhập").input_value()

    def then_others_open_it_and_see_what_they_may(self) -> None:
        path = self.link.partition("/bang/")[2]
        assert self.nation.opens(f"/bang/{path}") == 200
        self.nation.sees("Ai báo cáo khi nào", "xã Lam Sơn")
        assert self.commune.opens(f"/bang/{path}") == 404

    def then_the_commune_finds_its_own_numbers_on_a_phone(self) -> None:
        officer = self.commune
        officer.opens("/bang/")
        officer.sees("Đơn vị tôi", "Báo cáo quá hạn")
        officer.clicks(f"Xu hướng {NAME}, xã Lam Sơn")
        officer.sees("Các hình cùng một thang")
        officer.finds_the_page_in_order()


def test_from_the_nation_to_a_report_and_back_to_a_shared_view(person) -> None:
    journey = Looking(person)
    journey.given_they_are_signed_in()
    journey.when_the_nation_looks_at_its_provinces()
    journey.when_the_province_goes_down_to_the_report()
    journey.when_it_keeps_and_shares_what_it_sees()
    journey.then_others_open_it_and_see_what_they_may()
    journey.then_the_commune_finds_its_own_numbers_on_a_phone()
