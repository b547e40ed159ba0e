"""The main forms with JavaScript off: weak machines and strict offices lose comfort, nothing else."""

from tests.journeys.browser import Person
from tests.journeys.test_quarterly_report import FLOWERS, PARAGRAPH


def _somebody(person, username: str) -> Person:
    someone = person(java_script_enabled=False)
    someone.signs_in(username)
    return someone


def test_a_report_is_written_handed_in_and_accepted(person) -> None:
    women = _somebody(person, "phunu")
    women.clicks(": Báo cáo hằng quý, quý IV/2026")
    women.fills(f"Kỳ này, {FLOWERS}", "0,9")
    women.page.get_by_label("Tình hình chung").fill(PARAGRAPH)
    women.clicks("Lưu, xem trước rồi nộp")
    women.sees(PARAGRAPH)
    women.clicks("Nộp báo cáo")
    women.sees("đã nộp, chờ xem xét")
    office = _somebody(person, "vanphong")
    office.clicks("Hội LHPN xã Lam Sơn: Báo cáo hằng quý")
    office.clicks("Duyệt báo cáo")
    office.sees("đã duyệt")


def test_a_task_is_finished(person) -> None:
    women = _somebody(person, "phunu")
    women.clicks("Mở")
    women.page.get_by_label("Kết quả").first.fill("Đã bàn giao 20 con giống.")
    women.clicks("Hoàn thành")
    women.sees("Đã bàn giao 20 con giống.")


def test_a_figure_is_recorded(person) -> None:
    farmers = _somebody(person, "nongdan")
    farmers.opens("/chi-tieu/")
    farmers.clicks("Diện tích cây ăn quả mở rộng")
    farmers.clicks("Ghi số liệu")
    farmers.page.locator("main input[name=numerator]").fill("0,37")
    farmers.clicks("Ghi số liệu")
    farmers.sees("0,37", "Đã ghi số liệu.")


def test_a_role_is_changed_and_the_person_signs_out(person) -> None:
    head = _somebody(person, "hoiphunu")
    head.page.locator("header summary").filter(has_text="Đang làm việc với vai trò").click()
    head.clicks("Ủy ban MTTQ", within="header")
    head.sees("Việc của tôi")
    head.opens("/tai-khoan/dang-xuat/")
    head.clicks("Đăng xuất")
    head.opens("/")
    head.sees("Tên đăng nhập")


def test_places_are_searched(person) -> None:
    someone = _somebody(person, "nguoixem")
    someone.opens("/dia-ban/")
    someone.page.locator("main input[type=search]").fill("bim son")
    someone.page.locator("main input[type=search]").press("Enter")
    someone.sees("phường Bỉm Sơn")
