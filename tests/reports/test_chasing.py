"""Đôn đốc: who is past due is chosen and reminded, once a day; the letter is signed and numbered."""

import re
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
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.documents.actions import open_register
from phoihop.organisations.models import BodyKind
from phoihop.reports.actions import chasing as actions
from phoihop.reports.letters import chase_letter
from phoihop.reports.models import Chase, ChaseItem
from phoihop.reports.queries import chasing as queries
from phoihop.reports.statuses import CHASE, ChaseStatus
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.accounts.factories import client_as
from tests.plans import factories as tasks
from tests.plans.test_obstacles import raised
from tests.programmes import factories as programmes
from tests.reports.factories import LATE, World, submitted, world

pytestmark = pytest.mark.django_db
TODAY = LATE.date()


@pytest.fixture(autouse=True)
def _late_march(monkeypatch):
    """All pages on 25 March 2026: the reports of the first quarter were due on the 19th."""
    monkeypatch.setattr(clock, "now", lambda: LATE)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def chased(w: World, *keys: str, by=None, **fields) -> Chase:
    values = {"requested_by": date(2026, 3, 30), "by": by or w.reviewer(), "at": LATE} | fields
    return actions.chase(programme=w.edition.programme, keys=keys or all_keys(w), **values)


def all_keys(w: World) -> list[str]:
    units = queries.units_due(w.edition.programme, w.reviewer(), TODAY)
    return [due.key for unit in units for due in unit.dues]


def test_reports_tasks_and_answers_past_their_day_stand_under_their_units():
    w = world()
    submitted(w)
    tasks.task(w.edition, w.women)
    raised(w.edition, body=w.women, addressed_to=w.front.pk, answer_due_on=date(2026, 4, 10))
    found = queries.units_due(w.edition.programme, w.reviewer(), date(2026, 4, 20))
    words = {unit.name: [due.words for due in unit.dues] for unit in found}
    assert words == {
        "Hội LHPN xã": ["Công việc “Tuyên truyền Luật Bảo vệ môi trường”: chưa có kết quả"],
        "Ủy ban MTTQ xã": ["Báo cáo quý, quý I/2026: chưa nộp", "Vướng mắc ở mục II.1: chưa trả lời"],
    }


def test_the_units_are_told_and_the_history_counts():
    w = world()
    woman = w.officer(w.women)
    made = chased(w)
    assert made.items.count() == 2
    assert "Hạn mới: hết ngày 30/03/2026" in Notice.objects.get(person_id=woman.person_id).text
    unit = queries.units_due(w.edition.programme, w.reviewer(), TODAY)[0]
    assert (unit.times, unit.last_on, unit.can_be_chased) == (1, TODAY, False)
    assert queries.times_chased(w.obligation()) == (1, TODAY)
    assert [row.words for row in queries.reminders_of(woman)] == ["Báo cáo quý, quý I/2026: chưa nộp"]


def test_nothing_is_asked_for_twice_on_a_day_but_on_the_next_it_may_be():
    w = world()
    keys = all_keys(w)
    chased(w, keys[0])
    with pytest.raises(Refused):
        chased(w, keys[0])
    assert chased(w, *keys).items.count() == 1
    assert chased(w, keys[0], at=LATE.replace(day=26)).items.count() == 1


def test_undone_it_may_be_asked_for_anew_and_numbered_it_stays():
    w = world()
    made = chased(w)
    with pytest.raises(Refused):
        actions.undo_chase(chase=made, reason=" ", version=1, by=w.reviewer(), at=LATE)
    actions.undo_chase(chase=made, reason="Nhầm", version=1, by=w.reviewer(), at=LATE)
    assert chased(w).items.count() == 2
    again = Chase.objects.get(status=ChaseStatus.MADE)
    numbered(w, again)
    with pytest.raises(Refused):
        actions.undo_chase(chase=again, reason="Nhầm", version=3, by=w.reviewer(), at=LATE)


def numbered(w: World, row: Chase) -> Chase:
    clerk, leader = w.officer(w.committee, "clerk"), w.officer(w.committee, "leader")
    open_register(body=w.committee, year=2026, document_type="CV", first_number=37, by=clerk, at=LATE)
    actions.sign_chase(chase=row, version=row.version, by=leader, at=LATE)
    return actions.number_chase(
        chase=row, symbol="UBND-VP", issued_on=TODAY, version=row.version + 1, by=clerk, at=LATE
    )


def test_the_letter_has_the_layout_of_letters_and_the_number_of_its_register():
    w = world()
    row = numbered(w, chased(w, note="Báo cáo gửi kèm phụ lục số liệu."))
    content = write_docx(chase_letter(row, today=TODAY))
    assert faults(content) == []
    file = Document(BytesIO(content))
    head = [p.text for p in file.tables[0].rows[1].cells[0].paragraphs]
    assert head[0] == "Số: 37/UBND-VP"
    assert head[1].startswith("V/v đôn đốc thực hiện Chương trình phối hợp")
    text = "\n".join(p.text for p in file.paragraphs)
    assert "- Hội LHPN xã;" in text
    assert "hết ngày 30/03/2026" in text
    assert file.tables[1].rows[1].cells[2].text == "Báo cáo quý, quý I/2026: chưa nộp"


def test_no_number_before_the_signature_and_none_without_a_register():
    w = world()
    row = chased(w)
    clerk = w.officer(w.committee, "clerk")
    given = {"chase": row, "symbol": "UBND-VP", "issued_on": TODAY, "by": clerk, "at": LATE}
    with pytest.raises(MoveNotAllowed):
        actions.number_chase(**given, version=1)
    actions.sign_chase(chase=row, version=1, by=w.officer(w.committee, "leader"), at=LATE)
    with pytest.raises(Refused):
        actions.number_chase(**given, version=2)
    with pytest.raises(Conflict):
        actions.number_chase(**given, version=1)


def test_who_has_no_part_neither_sees_nor_chases():
    w = world()
    row = chased(w)
    stranger = programmes.member(programmes.body(BodyKind.FARMERS_UNION))
    with pytest.raises(PermissionDenied):
        chased(w, "obligation-1", by=stranger)
    assert queries.units_due(w.edition.programme, stranger, TODAY) == []
    assert not Chase.objects.visible_to(stranger).exists()
    page = queries.chase_page(row.pk, w.officer(w.women), TODAY)
    assert [unit.name for unit in page.units] == ["Hội LHPN xã"]
    with pytest.raises(PermissionDenied):
        actions.undo_chase(chase=row, reason="…", version=1, by=w.officer(w.women), at=LATE)


def test_what_was_handed_in_meanwhile_is_no_more_to_be_asked_for():
    w = world()
    keys = all_keys(w)
    submitted(w, at=LATE)
    assert chased(w, *keys).items.get().unit == w.front
    with pytest.raises(Refused):
        chased(w, f"obligation-{w.obligation().pk}")


def test_the_board_costs_the_same_for_two_and_for_twelve(django_assert_max_num_queries):
    w = world()
    member = w.reviewer()
    for count in (2, 10):
        for _ in range(count):
            tasks.task(w.edition, w.women)
        with django_assert_max_num_queries(9):
            queries.units_due(w.edition.programme, member, TODAY)


@pytest.mark.parametrize("verb", list(CHASE.moves))
def test_nothing_moves_once_undone(verb):
    assert not CHASE.allows(ChaseStatus.UNDONE, verb)


def test_the_pages_choose_look_over_send_sign_and_number():
    w = world()
    officer = client_as(w.reviewer())
    programme = w.edition.programme_id
    board = reverse("reports:chasing", args=[programme])
    shown = officer.get(board).content.decode()
    assert "2 đơn vị còn 2 việc đã quá hạn" in shown
    assert officer.get(re.search(r'href="([^"]+)">Vì sao hạn này', shown)[1]).status_code == 200
    preview = reverse("reports:chase_preview", args=[programme])
    form = {"requested_by": "2026-03-30", "note": "", "key": all_keys(w)}
    assert officer.post(preview, form | {"key": []}).status_code == 422
    assert officer.post(preview, form | {"requested_by": ""}).status_code == 422
    assert "Sẽ đôn đốc 2 đơn vị, 2 việc" in officer.post(preview, form).content.decode()
    assert ChaseItem.objects.count() == 0
    send = reverse("reports:chase_send", args=[programme])
    assert officer.post(send, form | {"requested_by": "2026-03-01"}).status_code == 422
    page = officer.post(send, form).url
    assert "Hội LHPN xã" in officer.get(page).content.decode()
    row = Chase.objects.get()
    unit = client_as(w.officer(w.women))
    assert "Mở báo cáo" in unit.get(page).content.decode()
    word = reverse("reports:chase_word", args=[row.pk])
    assert unit.get(word).status_code == 404
    assert officer.get(word).headers["Content-Disposition"].endswith('.docx"')
    leader = client_as(w.officer(w.committee, "leader"))
    assert leader.post(reverse("reports:chase_sign", args=[row.pk]), {"version": 1}).status_code == 302
    member = w.officer(w.committee, "clerk")
    clerk, number = client_as(member), reverse("reports:chase_number", args=[row.pk])
    given = {"version": 2, "symbol": "UBND-VP", "issued_on": "2026-03-25"}
    assert clerk.post(number, given).status_code == 422
    open_register(body=w.committee, year=2026, document_type="CV", by=member, at=LATE)
    assert clerk.post(number, given).status_code == 302
    assert unit.get(reverse("reports:chase_pdf", args=[row.pk])).content.startswith(b"%PDF")


def test_a_report_shows_emergent_results_and_begins_with_obstacles(monkeypatch):
    from phoihop.plans import actions as plans
    from phoihop.plans.actions import emergent
    from phoihop.plans.inputs import EmergentContent
    from phoihop.plans.models import Task
    from phoihop.plans.statuses import TaskKind
    from phoihop.reports import actions as reports
    from phoihop.reports.queries.rounds import content_of
    from phoihop.reports.queries.working_copy import working_copy
    from phoihop.reports.report_papers import report_paper

    w = world()
    raised(w.edition, body=w.women, since_on=date(2026, 3, 1))
    given = EmergentContent(TaskKind.EVENT, "Ủng hộ vùng lũ", "Bão", w.women.pk, date(2026, 5, 1))
    row = emergent.propose_emergent(
        programme=w.edition.programme, body=w.women, content=given, by=w.officer(w.women), at=tasks.AT
    )
    for body in (w.front, w.committee):
        emergent.answer_emergent(emergent=row, body=body, agrees=True, by=w.officer(body), at=tasks.AT)
    plans.finish(task=Task.objects.get(), outcome=tasks.outcome(), by=w.officer(w.women), at=tasks.AT)
    report = w.report()
    assert report.shortcomings.startswith("Mục II.1 (kinh phí, chờ trả lời): Chưa có kinh phí")
    said = "Đã tổ chức 01 hoạt động: Ủng hộ vùng lũ (ngày 18/03/2026), đã phát 200 tờ rơi."
    assert content_of(working_copy(report))["emergent"] == [said]
    page = client_as(w.officer()).get(reverse("reports:edit", args=[report.pk])).content.decode()
    assert "Lấy từ vướng mắc đơn vị đã nêu" in page
    assert said in page
    paper = report_paper(report, today=TODAY)
    assert "Nhiệm vụ phát sinh" in [getattr(block, "text", "") for block in paper.blocks]
    assert reports.submit(report=report, by=w.officer(), at=LATE).content["emergent"] == [said]


@pytest.mark.django_db(transaction=True)
def test_two_who_chase_at_once_remind_once():
    w = world()
    keys, people, start = all_keys(w), [w.reviewer(), w.officer(w.committee)], Barrier(2)

    def remind(number: int) -> str:
        try:
            start.wait(timeout=10)
            chased(w, *keys, by=people[number])
            return "chased"
        except Refused:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(remind, range(2))) == ["chased", "refused"]
    assert ChaseItem.objects.count() == 2
