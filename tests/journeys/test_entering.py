"""The office pastes a block from Excel into the grid, undoes it, keeps it; then corrects it by a workbook."""

import io
import re
import zipfile
from collections.abc import Callable

from tests.journeys.browser import PHONE, Person
from tests.journeys.system import Site

PERIOD = "2026-02-01_2026-02-28"
BLOCK = "3\t2\n1\t0\n"
PASTE = """(box, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


class Entering:
    """An officer of the office of xã Lam Sơn, which leads and enters for all."""

    def __init__(self, person: Callable[..., Person], site: Site) -> None:
        self.office = person(accept_downloads=True)
        edition = site.filled.objects["edition_id"]
        self.grid = f"/chi-tieu/van-ban/{edition}/nhap/?ky={PERIOD}"
        self.targets = f"/chi-tieu/?chuong-trinh={edition}"
        self.workbook = b""

    def given_the_grid_of_february(self) -> None:
        self.office.signs_in("vanphong")
        self.office.opens(self.grid)
        self.office.sees("Nhập số liệu tháng 02/2026", "Hội LHPN xã Lam Sơn")
        self.office.finds_the_page_in_order()

    def when_a_block_is_pasted_and_undone_and_pasted_again(self) -> None:
        page = self.office.page
        first = page.locator("tr", has_text="Hội CCB xã Lam Sơn").locator("input").first
        first.focus()
        first.evaluate(PASTE, BLOCK)
        self.office.sees("Đã dán 4 ô")
        assert first.input_value() == "3"
        page.keyboard.press("Control+z")
        self.office.sees("Đã hoàn tác 4 ô")
        assert first.input_value() == ""
        first.evaluate(PASTE, BLOCK)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.keyboard.type("KSL: chưa tổng hợp")

    def then_old_and_new_are_shown_and_kept(self) -> None:
        office = self.office
        office.clicks("Xem lại trước khi ghi")
        office.sees("Sẽ ghi", "chưa tổng hợp", "Chưa có số nào được ghi")
        office.finds_the_page_in_order()
        office.clicks("Ghi 5 số liệu")
        office.sees("Đã ghi số liệu", "Hoàn tác cả lần nhập này")
        office.finds_the_page_in_order()

    def when_the_workbook_is_downloaded_filled_in_and_sent_back(self) -> None:
        office = self.office
        office.opens(self.grid)
        self.workbook = _typed_over(office.downloads("Tải bảng Excel để điền"))
        office.clicks("Nhập từ tệp Excel")
        office.finds_the_page_in_order()
        file = {"name": "thang-02.xlsx", "mimeType": "application/octet-stream", "buffer": self.workbook}
        office.page.get_by_label("Tệp Excel đã điền").set_input_files(file)
        office.clicks("Đọc tệp và xem trước")
        office.sees("sửa", "Lý do sửa")

    def then_the_correction_is_kept_with_its_reason_and_undone(self) -> None:
        office = self.office
        office.fills("Lý do sửa", "Đếm lại theo biên bản")
        if office.page.get_by_label("Đúng như vậy").count():
            office.page.get_by_label("Đúng như vậy").first.check()
        office.clicks("Ghi 1 số liệu")
        office.sees("sửa 1 số", "thang-02.xlsx")
        office.page.locator("summary", has_text="Hoàn tác cả lần nhập này").click()
        office.fills("Lý do hoàn tác", "Nhầm tệp")
        office.clicks("Hoàn tác", exact=True)
        office.sees("Đã hoàn tác", "Nhầm tệp")

    def then_a_phone_shows_one_unit_at_a_time(self) -> None:
        page = self.office.page
        page.set_viewport_size(PHONE)
        self.office.opens(self.grid)
        assert page.locator("[data-grid-row]:visible").count() == 1
        page.get_by_role("button", name="Đơn vị sau").click()
        assert page.locator("[data-grid-row]:visible").count() == 1
        self.office.finds_the_page_in_order()

    def then_the_period_closes_and_the_grid_says_so(self) -> None:
        office = self.office
        office.opens(self.targets)
        office.clicks("Các kỳ số liệu")
        office.finds_the_page_in_order()
        office.clicks("Khóa kỳ tháng 02/2026")
        office.finds_the_page_in_order()
        office.clicks("Khóa tháng 02/2026")
        office.sees("Đã khóa số liệu tháng 02/2026")
        office.opens(self.grid)
        office.sees("Số liệu kỳ tháng 02/2026 đã khóa")


def _typed_over(workbook: bytes) -> bytes:
    """The workbook with its first number 3 typed over with 4, as Excel would store it."""
    given, held = zipfile.ZipFile(io.BytesIO(workbook)), io.BytesIO()
    with zipfile.ZipFile(held, "w") as changed:
        for name in given.namelist():
            data = given.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = re.sub(
                    rb"<v>3</v></c>(?=<c r=\"[A-Z]+\d+\" s=\"\d+\"><v>2</v>)", b"<v>4</v></c>", data
                )
            changed.writestr(name, data)
    return held.getvalue()


def test_figures_come_by_the_grid_and_by_a_workbook(person, site) -> None:
    journey = Entering(person, site)
    journey.given_the_grid_of_february()
    journey.when_a_block_is_pasted_and_undone_and_pasted_again()
    journey.then_old_and_new_are_shown_and_kept()
    journey.when_the_workbook_is_downloaded_filled_in_and_sent_back()
    journey.then_the_correction_is_kept_with_its_reason_and_undone()
    journey.then_a_phone_shows_one_unit_at_a_time()
    journey.then_the_period_closes_and_the_grid_says_so()
