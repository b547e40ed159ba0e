"""A party's obstacle is answered and closed; clauses change hands; a late unit is reminded by letter."""

from collections.abc import Callable
from io import BytesIO

from django.urls import reverse
from docx import Document

from tests.journeys.browser import Person
from tests.journeys.system import Site

OBSTACLE = "Chưa có kinh phí in tờ rơi cho khu dân cư."
ANSWER = "Đã bố trí 5 triệu đồng từ nguồn sự nghiệp môi trường."


class Following:
    """An officer of the Front, the office of the committee and its chair."""

    def __init__(self, person: Callable[..., Person], site: Site) -> None:
        self.person, self.objects = person, site.filled.objects
        self.front, self.office, self.chair = person(), person(), person()

    def address(self, name: str, *wanted: str) -> str:
        return reverse(name, args=[self.objects[one] for one in wanted])

    def when_the_front_raises_an_obstacle(self) -> None:
        front = self.front
        front.signs_in("canbomattran")
        front.opens(self.address("lifecycle:following", "programme_id"))
        front.finds_the_page_in_order()
        front.clicks("Vướng mắc", within="main .card")
        front.finds_the_page_in_order()
        front.clicks("Nêu vướng mắc")
        front.page.get_by_label("Vướng ở nội dung").select_option(str(self.objects["clause_id"]))
        front.page.get_by_label("Loại vướng mắc").select_option("money")
        front.fills("Vướng mắc là gì", OBSTACLE)
        front.finds_the_page_in_order()
        front.clicks("Gửi vướng mắc")
        front.sees("Đã nêu vướng mắc", OBSTACLE)
        front.finds_the_page_in_order()

    def when_the_committee_answers(self) -> None:
        office = self.office
        office.signs_in("vanphong")
        office.sees("Vướng mắc chờ trả lời", OBSTACLE)
        office.finds_the_page_in_order()
        office.opens(self.front.page.url.removeprefix(self.front.site))
        office.page.get_by_label("Trả lời: đã hoặc sẽ giải quyết thế nào").fill(ANSWER)
        office.clicks("Trả lời", within="main form", exact=True)
        office.sees("Đã gửi câu trả lời.", ANSWER)

    def then_the_front_closes_it(self) -> None:
        front = self.front
        front.page.reload()
        front.sees(ANSWER)
        front.page.get_by_text("Đã giải quyết, khép lại").first.click()
        front.clicks("Đã giải quyết, khép lại", within="main form")
        front.sees("Đã khép lại vướng mắc.", "đã giải quyết")

    def when_the_chair_gives_a_section_to_the_officer_and_hands_it_over(self) -> None:
        chair = self.chair
        chair.signs_in("chutich")
        chair.opens(self.address("plans:followers", "programme_id"))
        chair.finds_the_page_in_order()
        chair.page.get_by_label("cả mục II", exact=True).check()
        chair.page.get_by_label("Người", exact=True).select_option(label="Trần Thu Hà")
        chair.clicks("Ghi người theo dõi")
        chair.sees("Đã ghi người theo dõi cho", "Trần Thu Hà")
        chair.clicks("Bàn giao khi có người thôi việc")
        chair.page.get_by_label("Người bàn giao").select_option(label="Trần Thu Hà")
        chair.page.get_by_label("Người nhận").select_option(label="Hoàng Minh Khuê")
        chair.finds_the_page_in_order()
        chair.clicks("Xem trước")
        chair.sees("Sẽ bàn giao")
        chair.finds_the_page_in_order()
        chair.clicks("Bàn giao", within="main form", exact=True)
        chair.sees("bàn giao cho Hoàng Minh Khuê")

    def then_the_chair_sees_what_is_followed(self) -> None:
        self.chair.opens(reverse("dashboards:following"))
        self.chair.sees("Tôi là đầu mối")
        self.chair.finds_the_page_in_order()

    def when_the_office_reminds_a_late_unit(self) -> None:
        office = self.office
        office.opens(self.address("reports:chasing", "programme_id"))
        office.finds_the_page_in_order()
        office.page.locator("input[name=key]:enabled").first.check()
        office.clicks("Xem trước công văn")
        office.sees("Sẽ đôn đốc 1 đơn vị, 1 việc")
        office.finds_the_page_in_order()
        office.clicks("Đôn đốc", within="main form", exact=True)
        office.sees("Đã nhắc các đơn vị.")
        office.finds_the_page_in_order()

    def then_the_letter_is_there(self) -> None:
        letter = Document(BytesIO(self.office.downloads("Công văn (Word)")))
        assert "V/v đôn đốc" in letter.tables[0].rows[1].cells[0].text
        assert any(line.text.startswith("Kính gửi: ") for line in letter.paragraphs)


def test_an_obstacle_a_handing_over_and_a_reminder(person, site) -> None:
    journey = Following(person, site)
    journey.when_the_front_raises_an_obstacle()
    journey.when_the_committee_answers()
    journey.then_the_front_closes_it()
    journey.when_the_chair_gives_a_section_to_the_officer_and_hands_it_over()
    journey.then_the_chair_sees_what_is_followed()
    journey.when_the_office_reminds_a_late_unit()
    journey.then_the_letter_is_there()
