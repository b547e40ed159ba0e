"""A party that ended hands over to two heirs; a draft goes round its parties before anybody signs."""

from collections.abc import Callable
from io import BytesIO

import docx

from tests.journeys.browser import Person
from tests.journeys.handing_over import HEIRS, NAME
from tests.journeys.system import Site


def test_a_party_that_ended_hands_over_to_two_heirs(person: Callable[..., Person]) -> None:
    office = person()
    office.signs_in("vanphong")
    office.opens("/ky-ket/ban-giao/")
    office.sees("Còn 1 báo cáo chưa nộp, 0 việc chưa xong.")
    office.finds_the_page_in_order()
    office.clicks(NAME)
    office.sees("Nếu ghi bây giờ", "Hội Từ thiện minh họa đã kết thúc ngày 31/10/2026")
    office.finds_the_page_in_order()
    office.page.get_by_label("Đơn vị kế thừa làm tiếp").check()
    for heir, part in zip(HEIRS, ("7", "2"), strict=True):
        office.page.get_by_label(f"phần của {heir}").fill(part)
    office.clicks("Ghi việc kế thừa")
    office.sees("các phần chia cộng lại phải bằng 10")
    office.page.get_by_label(f"phần của {HEIRS[1]}").fill("3")
    office.clicks("Ghi việc kế thừa")
    office.sees("Đã ghi: chia cho các đơn vị kế thừa.")
    office.finds_the_page_in_order()
    office.clicks("Công bố cho các đơn vị")
    office.sees("Đã công bố")
    office.does_not_see("Lý do hoàn tác")
    office.clicks("Tình hình báo cáo", within="nav.ph-tabs")
    office.sees(*HEIRS)
    office.opens("/ky-ket/ban-giao/")
    office.sees("Không có gì chờ bàn giao")


class Consultation:
    """The committee's draft; the Front comments, the committee answers, the text is agreed."""

    def __init__(self, person: Callable[..., Person], site: Site) -> None:
        self.office, self.front = person(), person()
        self.path = f"/ky-ket/{site.filled.objects['unsigned_programme_id']}/hiep-thuong/"

    def given_the_front_proposes_other_words(self) -> None:
        front = self.front
        front.signs_in("canbomattran")
        front.opens(self.path)
        subject = front.page.get_by_label("Về mục, chỉ tiêu")
        subject.select_option(label=subject.locator("option").filter(has_text="II.1:").inner_text())
        front.fills("Ý kiến", "Nên nói rõ hình thức tuyên truyền")
        front.fills("Đề nghị viết lại thành", "1. Công tác tuyên truyền bằng loa và nhóm Zalo")
        front.clicks("Ghi ý kiến")
        front.sees("Đã ghi ý kiến.", "Dự thảo ghi", "Đề nghị viết lại")
        front.finds_the_page_in_order()
        front.clicks("Trả lời: thống nhất với phần còn lại")
        front.sees("Đã trả lời 1 trên 1 đơn vị")

    def when_the_lead_answers_every_comment(self) -> None:
        office = self.office
        office.signs_in("vanphong")
        office.opens(self.path)
        office.sees("Còn 2 ý kiến chờ xử lý trước khi khép lại.")
        office.finds_the_page_in_order()
        office.clicks("Tiếp thu, viết lại trong dự thảo")
        office.sees("tiếp thu, đã đưa vào dự thảo")
        office.page.get_by_label("Giải trình").fill("Văn bản đã ngắn theo mẫu")
        office.clicks("Giải trình", within="main article form", exact=True)
        table = docx.Document(BytesIO(office.downloads("Bảng tổng hợp ý kiến"))).tables[-1]
        assert "Zalo" in "".join(cell.text for row in table.rows for cell in row.cells)

    def then_the_round_closes_with_the_agreed_text(self) -> None:
        office = self.office
        office.clicks("Khép lại, dự thảo hiện nay là văn bản thống nhất")
        office.sees("đã khép lại")
        office.clicks("Văn bản", within="nav.ph-tabs", exact=True)
        office.sees("bằng loa và nhóm Zalo")


def test_a_draft_goes_round_its_parties(person: Callable[..., Person], site: Site) -> None:
    journey = Consultation(person, site)
    journey.given_the_front_proposes_other_words()
    journey.when_the_lead_answers_every_comment()
    journey.then_the_round_closes_with_the_agreed_text()
