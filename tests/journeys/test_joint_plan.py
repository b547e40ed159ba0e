"""A year's joint plan: proposed by two parties, drafted, signed, numbered, done and reported."""

from collections.abc import Callable

from tests.journeys.browser import Person
from tests.journeys.planning import NAME

SESSIONS = "Tuyên truyền phân loại rác tại nguồn cho hội viên"
CLEANING = "Ra quân dọn vệ sinh đường làng"
CLAUSE = "II.1: 1. Công tác tuyên truyền"
PARTIES = 3


class JointPlan:
    """The office of the committee leads; the women's union and the Front propose."""

    def __init__(self, person: Callable[..., Person]) -> None:
        self.person = person
        self.office, self.women, self.front = person(), person(), person()
        self.tab = ""

    def given_the_lead_calls_for_proposals(self) -> None:
        office = self.office
        office.signs_in("vanphong")
        office.opens("/chuong-trinh/")
        office.clicks(NAME)
        office.clicks("Kế hoạch", within="nav.ph-tabs", exact=True)
        self.tab = office.page.url
        office.sees("Kế hoạch liên tịch năm 2026")
        office.finds_the_page_in_order()
        office.clicks("Mời các bên đề xuất")
        office.sees("Đã mời 3 bên đề xuất nội dung.", "Chưa có đề xuất nào")
        office.finds_the_page_in_order()

    def when_two_parties_propose(self) -> None:
        self._proposes(self.women, "phunu", SESSIONS, {"Chỉ tiêu (số)": "4", "Đơn vị tính": "buổi"})
        self._proposes(self.front, "canbomattran", CLEANING, {"Địa điểm": "các thôn"})

    def _proposes(self, person: Person, username: str, words: str, more: dict[str, str]) -> None:
        person.signs_in(username)
        person.page.goto(self.tab)
        person.clicks("Xem đề xuất")
        person.clicks("Thêm đề xuất")
        person.page.get_by_label("Thực hiện mục nào của chương trình").select_option(label=CLAUSE)
        person.fills("Nội dung", words)
        person.page.get_by_label("Thời gian").select_option("quy-4")
        for label, value in more.items():
            person.fills(label, value)
        person.finds_the_page_in_order()
        person.clicks("Ghi đề xuất")
        person.sees("Đã ghi đề xuất.", words)
        person.clicks("đã gửi đủ đề xuất")

    def when_the_lead_takes_them_and_closes(self) -> None:
        office = self.office
        office.page.reload()
        office.sees("2 trên 3 đã gửi đủ")
        office.clicks("Đưa cả 2 đề xuất chưa xem vào kế hoạch")
        office.finds_the_page_in_order()
        office.page.goto(self.tab)
        office.clicks("Khép lại, lập dự thảo…")
        office.sees("2 nội dung", "1 nội dung có chỉ tiêu bằng số")
        office.finds_the_page_in_order()
        office.clicks("Khép lại, lập dự thảo", exact=True)
        office.sees("Đã lập dự thảo kế hoạch liên tịch.", SESSIONS)

    def when_it_is_signed_and_numbered(self) -> None:
        self.office.clicks("Ký kết", within="nav.ph-tabs", exact=True)
        address = self.office.page.url
        self.office.clicks("Trình các bên ký")
        for username in ("chutich", "mattran", "hoiphunu"):
            leader = self.person()
            leader.signs_in(username)
            leader.page.goto(address)
            leader.clicks("Ký", within="main form", exact=True)
        clerk = self.person()
        clerk.signs_in("vanthu")
        clerk.page.goto(address)
        clerk.page.get_by_label("bắt đầu từ số").fill("7")
        clerk.clicks("Cấp số", within="main form")
        clerk.sees("07/KHLT-UBND-MTTQ")

    def then_its_items_become_tasks(self) -> None:
        office = self.office
        office.page.goto(self.tab)
        office.clicks("Nội dung và tiến độ")
        office.finds_the_page_in_order()
        office.clicks("Lập 2 công việc từ kế hoạch…")
        office.finds_the_page_in_order()
        office.clicks("Lập công việc", exact=True)
        office.sees("Đã lập 2 công việc")
        office.finds_the_page_in_order()

    def when_the_women_finish_theirs(self) -> None:
        women = self.women
        women.opens("/cong-viec/")
        women.clicks(SESSIONS)
        women.fills("Kết quả", "phát 200 tờ rơi")
        women.fills("Số lượng", "4")
        women.page.get_by_label("Đơn vị tính", exact=True).first.fill("buổi")
        women.clicks("Hoàn thành", exact=True)
        women.sees("Việc này sẽ có trong báo cáo kỳ này.")

    def then_their_report_offers_it(self) -> None:
        women = self.women
        women.opens("/")
        women.page.get_by_role("listitem").filter(has_text="Báo cáo môi trường").get_by_text(
            "Bắt đầu soạn"
        ).first.click()
        women.page.wait_for_load_state()
        assert SESSIONS in women.page.content()
        assert "4 buổi" in women.page.content()


def test_a_joint_plan_goes_from_proposals_to_the_report(person) -> None:
    journey = JointPlan(person)
    journey.given_the_lead_calls_for_proposals()
    journey.when_two_parties_propose()
    journey.when_the_lead_takes_them_and_closes()
    journey.when_it_is_signed_and_numbered()
    journey.then_its_items_become_tasks()
    journey.when_the_women_finish_theirs()
    journey.then_their_report_offers_it()
