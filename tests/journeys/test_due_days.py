"""Why a report is due on its day; more time asked for and given; one let off; who reported, by place."""

from collections.abc import Callable
from datetime import date, timedelta

from django.urls import reverse

from tests.journeys.browser import Person
from tests.journeys.system import Site


class DueDays:
    """The Women's Union that owes, and the office of the committee that receives."""

    def __init__(self, person: Callable[..., Person], site: Site) -> None:
        self.objects = site.filled.objects
        self.women, self.office = person(), person()

    def address(self, name: str, *wanted: str) -> str:
        return reverse(name, args=[self.objects[one] for one in wanted])

    def when_the_union_asks_why_and_for_more_time(self) -> None:
        women = self.women
        women.signs_in("phunu")
        women.opens(reverse("reports:mine"))
        women.page.get_by_text("Vì sao?").first.click()
        women.sees("Kỳ báo cáo:")
        women.finds_the_page_in_order()
        women.opens(self.address("reports:due", "owed_obligation_id"))
        women.sees("Đang xin gia hạn", "Chờ số liệu của thôn.")
        women.clicks("Rút đề nghị")
        women.sees("Đã rút đề nghị gia hạn.")
        women.page.get_by_text("Xin gia hạn", exact=True).click()
        self.until = self._shown_due() + timedelta(days=5)
        women.page.locator("#xin-until").fill(self.until.isoformat())
        women.page.locator("#xin-reason").fill("Hai thôn bị chia cắt sau mưa lớn.")
        women.finds_the_page_in_order()
        women.clicks("Gửi đề nghị gia hạn")
        women.sees("Đã gửi đề nghị gia hạn.", "chia cắt sau mưa lớn")

    def _shown_due(self) -> date:
        """The day the page's first sentence names."""
        words = self.women.page.locator("#vi-sao").inner_text()
        day, month, year = words.split("hết ngày ")[1][:10].split("/")
        return date(int(year), int(month), int(day))

    def when_the_office_grants_it(self) -> None:
        office = self.office
        office.signs_in("vanphong")
        office.opens(self.address("reports:due", "owed_obligation_id"))
        office.sees("Đang xin gia hạn đến hết ngày", "chia cắt sau mưa lớn")
        office.finds_the_page_in_order()
        office.clicks("Cho gia hạn")
        office.sees("Đã gia hạn.", "Được gia hạn: từ hết ngày")
        office.finds_the_page_in_order()

    def then_the_union_sees_both_days(self) -> None:
        self.women.page.reload()
        self.women.sees(f"hết ngày {self.until:%d/%m/%Y} (gia hạn, hạn đầu")

    def when_the_office_lets_a_report_off(self) -> None:
        office = self.office
        office.opens(self.address("reports:due", "obligation_id"))
        office.page.get_by_text("Miễn báo cáo này").click()
        office.page.locator("#mien-reason").fill("Đơn vị đang sắp xếp lại tổ chức.")
        office.clicks("Miễn báo cáo", within="main form", exact=True)
        office.sees("Đã miễn báo cáo này.", "được miễn", "Đơn vị đang sắp xếp lại tổ chức.")
        office.finds_the_page_in_order()

    def then_the_boards_show_it(self) -> None:
        office = self.office
        office.opens(self.address("reports:board", "programme_id"))
        office.sees("được miễn")
        office.finds_the_page_in_order()
        office.clicks("Theo địa bàn")
        office.sees("Tất cả:")
        office.finds_the_page_in_order()
        assert office.downloads("Tải bảng tính")[:2] == b"PK"

    def then_windows_requests_and_the_calendar_are_in_order(self) -> None:
        office = self.office
        office.opens(self.address("reports:windows", "programme_id"))
        office.sees("Nghị định 09/2019/NĐ-CP")
        office.finds_the_page_in_order()
        for name, wanted in (
            ("reports:special", "request_id"), ("reports:special_form", "programme_id"),
        ):  # fmt: skip
            office.opens(self.address(name, wanted))
            office.finds_the_page_in_order()
        office.opens(reverse("reports:calendar"))
        office.sees("Ngày nghỉ lễ, ngày làm bù")
        office.finds_the_page_in_order()


def test_more_time_is_asked_for_and_given_and_a_report_let_off(person, site) -> None:
    journey = DueDays(person, site)
    journey.when_the_union_asks_why_and_for_more_time()
    journey.when_the_office_grants_it()
    journey.then_the_union_sees_both_days()
    journey.when_the_office_lets_a_report_off()
    journey.then_the_boards_show_it()
    journey.then_windows_requests_and_the_calendar_are_in_order()
