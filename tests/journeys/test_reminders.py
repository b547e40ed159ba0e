"""From one's own habits to the reminder: in the app, and by e-mail that a real mail server takes."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from django.urls import reverse

from tests.accounts import gateways
from tests.journeys import system
from tests.journeys.browser import Person
from tests.journeys.system import Site

ADDRESS = "phunu@lamson.gov.vn"
WORKER = """
import django
django.setup()
from datetime import timedelta
from phoihop.core import clock
from phoihop.accounts import deliveries
from phoihop.reports.actions.reminding import remind
from tests.journeys.frozen import set_clock
set_clock()
at = clock.now() + timedelta(days={days}, minutes=15)
{remind}
deliveries.send_waiting(at=at)
"""


@pytest.fixture(scope="module")
def post() -> Iterator[gateways.Post]:
    with gateways.post_office() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(post: gateways.Post) -> Iterator[Site]:
    """Served with the settings of the mail server."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(post.port), "SMTP_SECURITY": "none",
            "MAIL_FROM": "nhacviec@lamson.gov.vn", "ADDRESS": "https://phoihop.lamson.vn",
        }.items():  # fmt: skip
            patch.setenv(f"PHOIHOP_{name}", value)
        with system.running(system.filled()) as running:
            yield running


class Reminding:
    """An officer of the women's union, and the office that leads the programme."""

    def __init__(self, person: Callable[..., Person], site: Site, post: gateways.Post) -> None:
        self.site, self.post = site, post
        self.women, self.office = person(), person()

    def when_she_gives_an_address(self) -> None:
        women = self.women
        women.signs_in("phunu")
        women.opens(reverse("accounts:profile"))
        women.clicks("Cách nhận nhắc việc")
        women.finds_the_page_in_order()
        women.page.get_by_label("Địa chỉ của bạn").fill(ADDRESS)
        women.clicks("Gửi mã xác nhận")
        women.sees("Mã xác nhận sẽ đến trong ít phút", ADDRESS)
        women.finds_the_page_in_order()

    def and_types_the_code_that_came(self) -> None:
        self.worker_runs()
        code = re.search(r"\b\d{6}\b", self.post.letters[-1].get_content())
        assert code
        self.women.page.get_by_label("Mã sáu số đã nhận").fill(code.group())
        self.women.clicks("Xác nhận địa chỉ")
        self.women.sees("Đã xác nhận.", "đang nhận")

    def when_the_hour_comes_four_days_later(self) -> None:
        """Monday 14 December: the quarter's report is due on Saturday, a task tomorrow."""
        for _ in range(2):
            self.worker_runs(remind="remind(at=at)", days=4)

    def then_one_letter_names_everything(self) -> None:
        letters = self.post.letters[1:]
        assert [letter["To"] for letter in letters] == [ADDRESS]
        assert re.fullmatch(r"Nhắc việc 14/12/2026: \d việc sắp đến hạn", letters[0]["Subject"])
        text = letters[0].get_content()
        assert "SỐ LIỆU MINH HỌA" in text
        assert "Báo cáo hằng quý, quý IV/2026" in text
        assert "Bàn giao con giống cho hộ phụ nữ nghèo" in text
        assert "https://phoihop.lamson.vn/bao-cao/phai-nop/" in text

    def and_the_app_says_the_same_once(self) -> None:
        women = self.women
        women.opens(reverse("accounts:notices"))
        assert women.page.get_by_role("button", name="Nhắc việc 14/12/2026").count() == 1
        women.clicks("Nhắc việc 14/12/2026")
        women.sees("Báo cáo hằng quý, quý IV/2026", "Thư điện tử:", "đã gửi")
        women.finds_the_page_in_order()

    def then_the_lead_sees_it_and_sets_another_rule(self) -> None:
        office = self.office
        office.signs_in("vanphong")
        office.opens(reverse("reports:chasing", args=[self.site.filled.objects["programme_id"]]))
        office.clicks("nhắc tự động")
        told = office.page.locator("main").inner_text()
        while "Hội LHPN xã Lam Sơn" not in told and office.page.locator("a[rel=next]").count():
            office.page.locator("a[rel=next]").click()
            told = office.page.locator("main").inner_text()
        assert "Hội LHPN xã Lam Sơn" in told
        office.finds_the_page_in_order()
        office.clicks("Đổi quy tắc nhắc: Báo cáo hằng quý")
        office.fills("Nhắc trước hạn mấy ngày", "10, 3")
        office.finds_the_page_in_order()
        office.clicks("Lưu quy tắc nhắc")
        office.sees("Đã lưu quy tắc nhắc.", "Nhắc trước 10 ngày, trước 3 ngày, đúng hạn")

    def worker_runs(self, *, remind: str = "", days: int = 0) -> None:
        """A worker's tasks in a process of its own, a quarter of an hour after what was done on the pages."""
        code = WORKER.format(days=days, remind=remind)
        environment = system.environment(self.site.database, self.site.filled.folder)
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_a_reminder_comes_in_the_app_and_by_e_mail_in_one_message(person, site, post) -> None:
    journey = Reminding(person, site, post)
    journey.when_she_gives_an_address()
    journey.and_types_the_code_that_came()
    journey.when_the_hour_comes_four_days_later()
    journey.then_one_letter_names_everything()
    journey.and_the_app_says_the_same_once()
    journey.then_the_lead_sees_it_and_sets_another_rule()
