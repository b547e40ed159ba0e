"""A form is composed with a table, filled as one types by two at once, and reviewed in order."""

from collections.abc import Callable

import psycopg
from django.urls import reverse

from tests.journeys import system
from tests.journeys.browser import Person
from tests.journeys.system import Site

TABLE = "Danh sách mô hình"
MODEL = "Đường hoa phụ nữ thôn Phú Lâm"
TOLD, HELPED = "Tổ chức 06 buổi tuyên truyền.", "Giúp 12 hộ nghèo."
ONE, OTHER = "Chi hội chủ động.", "Hội viên tham gia đông."
_REVIEWS_TOO = """
WITH front AS (
    SELECT b.id FROM organisations_body b
    JOIN reports_obligation o ON o.id = %(obligation)s
    JOIN programmes_programme p ON p.id = o.programme_id
    WHERE b.kind = 'front_committee' AND b.area_id = p.area_id AND b.valid_to IS NULL
), named AS (
    INSERT INTO programmes_dutyparty (duty_id, body_id, side)
    SELECT o.duty_id, front.id, 'reviews' FROM front, reports_obligation o WHERE o.id = %(obligation)s
)
INSERT INTO reports_obligationrecipient (obligation_id, body_id, reviews)
SELECT %(obligation)s, front.id, TRUE FROM front
ON CONFLICT (obligation_id, body_id) DO UPDATE SET reviews = TRUE
"""
_OWED = """
SELECT o.id FROM reports_obligation o JOIN organisations_body b ON b.id = o.body_id
WHERE o.duty_id = %s AND b.kind = 'womens_union' AND o.period_start = '2026-10-01'
"""


class ReportForm:
    """The office composes; two of the women's union write; the committee, then the Front reviews."""

    def __init__(self, person: Callable[..., Person], site: Site) -> None:
        self.duty = site.filled.objects["duty_id"]
        self.office, self.front, self.one, self.other = person(), person(), person(), person()
        self.obligation = self._given_the_front_reviews_too(site.database)

    def _given_the_front_reviews_too(self, database: str) -> int:
        with psycopg.connect(system.address_of(database)) as connection:
            (found,) = connection.execute(_OWED, [self.duty]).fetchone() or (0,)
            connection.execute(_REVIEWS_TOO, {"obligation": found})
        return int(found)

    def when_the_office_composes_a_form_with_a_table(self) -> None:
        office = self.office
        office.signs_in("vanphong")
        office.opens(reverse("reports:form", args=[self.duty]))
        office.page.get_by_label("Thêm vào cuối biểu mẫu").select_option(label="Đề cương thường dùng")
        office.page.get_by_label("Thay toàn bộ các phần đang có").check()
        office.clicks("Thêm vào biểu mẫu")
        office.page.get_by_label("Thêm vào cuối biểu mẫu").select_option(label=TABLE)
        office.clicks("Thêm vào biểu mẫu")
        office.clicks(f"Lên phần {TABLE}")
        office.finds_the_page_in_order()
        office.clicks(f"Sửa phần {TABLE}")
        office.page.get_by_label("Bắt buộc phải ghi").check()
        office.finds_the_page_in_order()
        office.clicks("Ghi phần này")
        office.sees("(bắt buộc)")

    def when_it_is_looked_at_and_published(self) -> None:
        office = self.office
        office.clicks("Xem trước")
        office.sees(TABLE, "số đếm (không lẻ)")
        office.finds_the_page_in_order()
        office.opens(reverse("reports:form", args=[self.duty]))
        office.page.get_by_label("Dùng cho kỳ báo cáo bắt đầu từ ngày").fill("2026-10-01")
        office.clicks("Ban hành biểu mẫu")
        office.sees("Đã ban hành biểu mẫu lần 3")

    def when_the_committee_is_to_review_before_the_front(self) -> None:
        office = self.office
        office.page.get_by_label("Ủy ban nhân dân xã Lam Sơn", exact=True).fill("1")
        office.page.get_by_label("Ủy ban Mặt trận Tổ quốc Việt Nam xã Lam Sơn").fill("2")
        office.clicks("Ghi trình tự")
        office.sees("Đã ghi trình tự xem xét.")

    def when_two_open_the_report(self) -> None:
        for person in (self.one, self.other):
            person.signs_in("phunu")
        self.one.opens(reverse("reports:obligation", args=[self.obligation]))
        self.one.clicks("Bắt đầu soạn")
        self.one.finds_the_page_in_order()
        self.other.opens(self.one.page.url.removeprefix(self.one.site))

    def _types(self, person: Person, label: str, words: str, said: str) -> None:
        person.page.get_by_label(label).fill(words)
        person.sees(said)

    def then_what_each_types_is_saved_and_merged(self) -> None:
        self._types(self.one, "Công tác tuyên truyền, vận động", TOLD, "Đã lưu lúc")
        self._types(self.other, "An sinh xã hội, giảm nghèo", HELPED, "Đã lấy thêm phần người khác vừa sửa")
        assert self.other.page.get_by_label("Công tác tuyên truyền, vận động").input_value() == TOLD
        self._types(self.one, "Tên mô hình, dòng 1", MODEL, "Đã lấy thêm phần người khác vừa sửa")
        self._types(self.one, "Số hộ, người tham gia, dòng 1", "nhiều", "trừ chỗ cần sửa")
        self._types(self.one, "Số hộ, người tham gia, dòng 1", "36", "Đã lưu lúc")

    def then_what_both_typed_in_one_place_is_chosen_from(self) -> None:
        self.other.page.reload()
        self._types(self.one, "Ưu điểm", ONE, "Đã lưu lúc")
        self.one.page.wait_for_timeout(2500)
        self._types(self.other, "Ưu điểm", OTHER, "cả hai bản đều được giữ")
        self.other.clicks("Xem hai bản rồi chọn")
        self.other.sees(ONE, OTHER)
        self.other.finds_the_page_in_order()
        self.other.clicks("Ghép cả hai")
        self.other.sees("Đã ghi bản được chọn.")

    def then_without_a_connection_the_words_stay_on_this_machine(self) -> None:
        one = self.one
        one.page.reload()
        one.context.set_offline(True)
        self._types(one, "Bài học kinh nghiệm", "Bám sát cơ sở.", "Đã giữ trên máy này lúc")
        one.context.set_offline(False)
        one.sees("Đã lưu lúc")

    def when_the_report_is_handed_in(self) -> None:
        self.one.clicks("Lưu, xem trước rồi nộp")
        self.one.sees(MODEL, TOLD, HELPED)
        self.one.finds_the_page_in_order()
        self.one.clicks("Nộp báo cáo")
        self.one.sees("Bước 1: đang xem xét", "Bước 2: chưa đến lượt")
        self.one.finds_the_page_in_order()

    def then_it_is_accepted_in_order(self) -> None:
        path = self.one.page.url.removeprefix(self.one.site)
        self.front.signs_in("canbomattran")
        self.front.opens(path)
        self.front.does_not_see("Duyệt báo cáo")
        self.office.opens(path)
        self.office.clicks("Duyệt báo cáo")
        self.office.sees("Bước 1: đã xong", "Bước 2: đang xem xét")
        self.front.page.reload()
        self.front.clicks("Duyệt báo cáo")
        self.front.sees("đã duyệt", "Bước 2: đã xong")


def test_a_form_is_composed_filled_by_two_and_reviewed_in_order(person, site) -> None:
    journey = ReportForm(person, site)
    journey.when_the_office_composes_a_form_with_a_table()
    journey.when_it_is_looked_at_and_published()
    journey.when_the_committee_is_to_review_before_the_front()
    journey.when_two_open_the_report()
    journey.then_what_each_types_is_saved_and_merged()
    journey.then_what_both_typed_in_one_place_is_chosen_from()
    journey.then_without_a_connection_the_words_stay_on_this_machine()
    journey.when_the_report_is_handed_in()
    journey.then_it_is_accepted_in_order()
