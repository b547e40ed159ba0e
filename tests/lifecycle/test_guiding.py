"""Hướng dẫn: down one vertical line, acknowledged, asked about, passed on; at once for the whole nation."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse
from docx import Document

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.vietnamese import fold
from phoihop.lifecycle.actions import guiding as actions
from phoihop.lifecycle.models import Guidance, GuidanceReceipt
from phoihop.lifecycle.papers.guidance import guidance_paper
from phoihop.lifecycle.queries import guiding as queries
from phoihop.lifecycle.queries.lines_below import bodies_below
from phoihop.organisations.models import Area, AreaVersion, Body, BodyKind, BodyName, Level
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.programmes.factories import AT

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 5)
COMMUNES = 3_321
CONTENT = actions.GuidanceContent(
    title="Đăng ký hộ thoát nghèo", issued_on=TODAY, text="Mỗi xã ít nhất 3 hộ."
)


class Line:
    """A province with two communes; the Front at each, a Women's Union beside, a village with its board."""

    def __init__(self) -> None:
        self.province = programmes.place("Thanh Hóa", level=Level.PROVINCE)
        self.communes = [programmes.place(name, parent=self.province) for name in ("Lam Sơn", "Xuân Bái")]
        village = programmes.place("Phú Lâm", parent=self.communes[0], level=Level.RESIDENTIAL_AREA)
        self.front = programmes.body(BodyKind.FRONT_COMMITTEE, self.province, name="MTTQ tỉnh")
        self.below = [
            programmes.body(BodyKind.FRONT_COMMITTEE, area, name=f"MTTQ xã {number}")
            for number, area in enumerate(self.communes)
        ]
        self.board = programmes.body(BodyKind.FRONT_WORK_BOARD, village, name="Ban CTMT")
        self.women = programmes.body(BodyKind.WOMENS_UNION, self.communes[0], name="Hội LHPN xã")
        self.committee = programmes.body(BodyKind.PEOPLES_COMMITTEE, self.province, name="UBND tỉnh")
        self.edition = programmes.in_force(
            programmes.edition(lead=self.committee, parties=[self.committee, self.front])
        )
        self.officer = programmes.member(self.front)

    def sent(self, **fields) -> Guidance:
        values = {"body": self.front, "content": CONTENT, "by": self.officer, "at": AT} | fields
        return actions.send_guidance(programme=self.edition.programme, **values)

    def receipt(self, row: Guidance, body: Body) -> GuidanceReceipt:
        return row.receipts.get(body=body)


def test_the_line_is_the_same_kind_below_and_its_boards():
    line = Line()
    assert set(bodies_below(line.front, on=TODAY)) == {*line.below, line.board}
    assert set(bodies_below(line.below[0], on=TODAY)) == {line.board}
    assert not bodies_below(line.women, on=TODAY).exists()


def test_everybody_below_gets_it_or_those_chosen_and_nobody_else():
    line = Line()
    reader = programmes.member(line.below[0])
    assert line.sent().receipts.count() == 3
    assert "hướng dẫn “Đăng ký hộ thoát nghèo”" in Notice.objects.get(person_id=reader.person_id).text
    assert line.sent(to=[line.below[1].pk]).receipts.get().body == line.below[1]
    with pytest.raises(Refused):
        line.sent(to=[line.women.pk])
    with pytest.raises(Refused):
        line.sent(content=actions.GuidanceContent(title="Không lời", issued_on=TODAY))
    with pytest.raises(PermissionDenied):
        line.sent(by=programmes.member(line.women))


def test_it_is_acknowledged_once_and_a_click_too_many_is_undone():
    line = Line()
    row, reader = line.sent(), programmes.member(line.below[0])
    receipt = line.receipt(row, line.below[0])
    first = actions.acknowledge_guidance(receipt=receipt, by=reader, at=AT)
    again = actions.acknowledge_guidance(receipt=receipt, by=reader, at=AT.replace(hour=9))
    assert again.acknowledged_at == first.acknowledged_at == AT
    assert not queries.unread_receipts(reader).exists()
    actions.take_acknowledgement_back(receipt=receipt, by=reader, at=AT)
    assert [row.guidance.title for row in queries.unread_receipts(reader)] == ["Đăng ký hộ thoát nghèo"]
    with pytest.raises(PermissionDenied):
        actions.acknowledge_guidance(receipt=receipt, by=programmes.member(line.below[1]), at=AT)


def test_a_question_goes_up_and_its_answer_down_between_the_two_alone():
    line = Line()
    row, reader = line.sent(), programmes.member(line.below[0])
    receipt = line.receipt(row, line.below[0])
    actions.ask_about_guidance(receipt=receipt, text="Hộ cận nghèo có tính không?", by=reader, at=AT)
    actions.ask_about_guidance(receipt=receipt, text="Có.", by=line.officer, at=AT)
    page = queries.guidance_page(row.pk, line.officer, TODAY, number=None)
    assert [message.text for message in page.lines[0].messages] == ["Hộ cận nghèo có tính không?", "Có."]
    other = queries.guidance_page(row.pk, programmes.member(line.below[1]), TODAY, number=None)
    assert (other.lines, [one.messages for one in other.own]) == ([], [[]])
    with pytest.raises(PermissionDenied):
        actions.ask_about_guidance(receipt=receipt, text="?", by=programmes.member(line.below[1]), at=AT)


def test_it_is_passed_on_further_down_with_a_word_of_ones_own_once():
    line = Line()
    row, reader = line.sent(), programmes.member(line.below[0])
    receipt = line.receipt(row, line.below[0])
    onward = actions.pass_on_guidance(receipt=receipt, note="Báo về trước ngày 20.", by=reader, at=AT)
    assert onward.receipts.get().body == line.board
    assert onward.text == "Báo về trước ngày 20.\n\nMỗi xã ít nhất 3 hộ."
    receipt.refresh_from_db()
    assert receipt.acknowledged_at is not None
    with pytest.raises(Refused):
        actions.pass_on_guidance(receipt=receipt, by=reader, at=AT)
    with pytest.raises(Refused):
        actions.take_acknowledgement_back(receipt=receipt, by=reader, at=AT)


def test_it_is_withdrawn_as_long_as_nobody_has_read_it():
    line = Line()
    row = line.sent()
    with pytest.raises(Conflict):
        actions.withdraw_guidance(guidance=row, reason="Nhầm", version=7, by=line.officer, at=AT)
    actions.withdraw_guidance(guidance=row, reason="Nhầm", version=1, by=line.officer, at=AT)
    reader = programmes.member(line.below[0])
    with pytest.raises(Refused):
        actions.acknowledge_guidance(receipt=line.receipt(row, line.below[0]), by=reader, at=AT)
    other = line.sent()
    actions.acknowledge_guidance(receipt=line.receipt(other, line.below[0]), by=reader, at=AT)
    with pytest.raises(Refused):
        actions.withdraw_guidance(guidance=other, reason="Nhầm", version=1, by=line.officer, at=AT)


def test_nobody_beside_the_line_sees_it():
    line = Line()
    row = line.sent()
    for body in (line.women, line.committee):
        assert not Guidance.objects.visible_to(programmes.member(body)).filter(pk=row.pk).exists()


def test_the_document_is_right():
    line = Line()
    programmes.member(line.front, "leader")
    content = actions.GuidanceContent(
        title="Đăng ký hộ thoát nghèo", issued_on=TODAY, number_text="12/HD-MTTQ-BTT",
        text="Mỗi xã đăng ký ít nhất 3 hộ.\n- Báo cáo hằng quý.",
        clause_ids=[programmes.clause(line.edition).pk],
    )  # fmt: skip
    file = write_docx(guidance_paper(line.sent(content=content), today=TODAY))
    assert faults(file) == []
    text = [p.text for p in Document(BytesIO(file)).paragraphs]
    assert any("(mục II.1), hướng dẫn như sau" in line for line in text)


def test_the_pages_lead_through_it(monkeypatch):
    from phoihop.core import clock

    monkeypatch.setattr(clock, "now", lambda: AT)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    line = Line()
    officer, programme = client_as(line.officer), line.edition.programme_id
    new = reverse("lifecycle:new_guidance", args=[programme])
    assert "cấp dưới: 3 đơn vị" in officer.get(new).content.decode()
    form = {"body": line.front.pk, "title": "Đăng ký", "issued_on": "2026-02-05", "text": "Ba hộ."}
    assert officer.post(new, form | {"text": ""}).status_code == 422
    page = officer.post(new, form).url
    assert "Đã xác nhận 0/3 đơn vị" in officer.get(page).content.decode()
    row, reader = Guidance.objects.get(), client_as(programmes.member(line.below[0]))
    receipt = line.receipt(row, line.below[0])
    assert "Xác nhận đã đọc" in reader.get(page).content.decode()
    for name, data in (("guidance_message", {"text": "Hỏi?"}), ("acknowledge_guidance", {})):
        address = reverse(f"lifecycle:{name}", args=[row.pk, receipt.pk])
        assert reader.post(address, data).status_code == 302
    other = line.receipt(row, line.below[1])
    assert reader.post(reverse("lifecycle:acknowledge_guidance", args=[row.pk, other.pk])).status_code == 404
    assert reader.post(reverse("lifecycle:pass_on_guidance", args=[row.pk, receipt.pk])).status_code == 302
    board = officer.get(page, {"xem": "chua"}).content.decode()
    assert "Đã xác nhận 1/3 đơn vị" in board
    assert officer.get(reverse("lifecycle:guidance_word", args=[row.pk])).status_code == 200
    tab = officer.get(reverse("lifecycle:following", args=[programme])).content.decode()
    assert "2 nơi chưa xác nhận đã đọc" in tab
    stranger = client_as(programmes.member(line.women))
    assert stranger.get(page).status_code == 404


def communes_of_the_nation(line: Line, count: int) -> None:
    """So many more communes of the province, each with its Front, by four statements."""
    areas = Area.objects.bulk_create(Area(level=Level.COMMUNE) for _ in range(count))
    AreaVersion.objects.bulk_create(
        AreaVersion(
            area=area, name=f"Xã {area.pk}", kind="rural_commune", parent=line.province,
            folded=fold(f"Xã {area.pk}"), sort_key=f"xa {area.pk}",
        )
        for area in areas
    )  # fmt: skip
    bodies = Body.objects.bulk_create(Body(kind=BodyKind.FRONT_COMMITTEE, area=area) for area in areas)
    BodyName.objects.bulk_create(
        BodyName(body=b, name=f"MTTQ {b.pk}", short_name=f"MTTQ {b.pk}", folded="", sort_key=f"{b.pk}")
        for b in bodies
    )


def test_the_whole_nation_gets_it_by_a_few_queries_and_the_board_costs_the_same(
    django_assert_max_num_queries,
):
    line = Line()
    small = line.sent()
    with django_assert_max_num_queries(14):
        queries.guidance_page(small.pk, line.officer, TODAY, number=None)
    communes_of_the_nation(line, COMMUNES - 2)
    with django_assert_max_num_queries(24):
        row = line.sent()
    assert row.receipts.count() == COMMUNES + 1
    with django_assert_max_num_queries(14):
        page = queries.guidance_page(row.pk, line.officer, TODAY, number="3")
    assert (len(page.lines), page.counts.silent) == (queries.PER_PAGE, COMMUNES + 1)


@pytest.mark.django_db(transaction=True)
def test_reading_and_withdrawing_at_once_never_both_happen():
    line = Line()
    row = line.sent()
    receipt, reader = line.receipt(row, line.below[0]), programmes.member(line.below[0])
    start = Barrier(2)

    def act(number: int) -> str:
        try:
            start.wait(timeout=10)
            if number:
                actions.withdraw_guidance(guidance=row, reason="Nhầm", version=1, by=line.officer, at=AT)
            else:
                actions.acknowledge_guidance(receipt=receipt, by=reader, at=AT)
            return "done"
        except Refused:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(act, range(2))) == ["done", "refused"]
