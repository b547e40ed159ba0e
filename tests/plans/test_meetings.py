"""A meeting: called, written down, confirmed by its chair; conclusions that become tasks."""

from datetime import date, datetime, time
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from docx import Document

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.plans import papers
from phoihop.plans.actions import meetings as acts
from phoihop.plans.actions import minutes, tasks
from phoihop.plans.models import Conclusion, Invitee, Meeting, Task
from phoihop.plans.occasions import ConclusionContent, ItemContent, Mark, MeetingContent
from phoihop.plans.queries.meetings import meeting_page
from phoihop.plans.statuses import MEETING, Attendance, MeetingStatus, TaskKind, TaskStatus
from phoihop.writing.checks import faults
from phoihop.writing.pdf import write_pdf
from phoihop.writing.word import write_docx
from tests.plans import factories
from tests.programmes import factories as programmes

pytestmark = pytest.mark.django_db
AT: datetime = factories.AT
TODAY = date(2026, 4, 2)


class Room:
    """A meeting of the lead on 1 April, chaired by its leader, written by its officer."""

    def __init__(self, edition, *, held_on=date(2026, 4, 1)):
        self.edition = edition
        self.bodies = [row.body for row in edition.parties.order_by("order")]
        self.host = self.bodies[0]
        self.chair = programmes.member(self.host, "leader")
        self.secretary = programmes.member(self.host)
        self.task = factories.task(edition, kind=TaskKind.MEETING, title="Họp liên tịch quý I")
        given = MeetingContent(
            subject="liên tịch đánh giá quý I năm 2026", held_on=held_on, starts_at=time(8),
            place="Hội trường xã", chair_id=self.chair.person_id, chair_name="Lê Văn Chủ",
            chair_capacity="Chủ tịch",
            secretary_id=self.secretary.person_id, secretary_name="Trần Thị Thư",
        )  # fmt: skip
        self.meeting = acts.plan_meeting(task=self.task, content=given, by=self.secretary, at=AT)

    def prepared(self):
        common = {"meeting": self.meeting, "by": self.secretary, "at": AT}
        self.item = minutes.add_item(content=ItemContent(content="Kết quả quý I"), **common)
        ids = [body.pk for body in self.bodies[1:]]
        acts.invite(body_ids=ids, person_ids=[], outside=["Ông Bùi Văn Khách"], **common)
        return self

    def written(self):
        self.prepared()
        self.marks([(Attendance.PRESENT, 2, "Bà Hoa", ""), (Attendance.ABSENT, 0, "", "đi công tác"),
                    (Attendance.REPRESENTED, 1, "Ông Bình", "")])  # fmt: skip
        said = ItemContent(content="Kết quả quý I", presenter="Ông Chủ", minutes="Đã nghe.\nĐã thống nhất.")
        minutes.change_item(item=self.item, content=said, version=1, by=self.secretary, at=AT)
        self.conclusion = minutes.add_conclusion(
            meeting=self.meeting, by=self.secretary, at=AT,
            content=ConclusionContent(
                text="Ra quân tháng 5", body_id=self.bodies[1].pk, due_on=date(2026, 5, 20)
            ),
        )  # fmt: skip
        return self

    def marks(self, given, by=None):
        rows = Invitee.objects.filter(meeting=self.meeting).order_by("pk")
        marks = [
            Mark(invitee_id=r.pk, version=r.version, attendance=a, people=n, by_whom=w, reason=why)
            for r, (a, n, w, why) in zip(rows, given, strict=True)
        ]
        return minutes.mark_attendance(meeting=self.meeting, marks=marks, by=by or self.secretary, at=AT)

    def confirmed(self):
        self.written()
        self.meeting = acts.confirm_minutes(
            meeting=self.meeting, ended_at=time(10, 30), version=1, by=self.chair, at=AT
        )
        return self

    def page(self, member=None):
        return meeting_page(self.task.pk, member or self.secretary, TODAY)


def test_a_meeting_goes_from_plan_to_tasks(edition):
    room = Room(edition).written()
    acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT)
    acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT)
    acts.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=1, by=room.chair, at=AT)
    room.task.refresh_from_db()
    assert (room.task.status, room.task.attendance) == (TaskStatus.DONE, 3)
    given = minutes.give_out(conclusion=room.conclusion, by=room.secretary, at=AT)
    again = minutes.give_out(conclusion=room.conclusion, by=room.secretary, at=AT)
    assert given == again == Task.objects.get(title="Ra quân tháng 5")
    assert (given.body, given.due_on, given.conclusion) == (
        room.bodies[1], date(2026, 5, 20), Conclusion.objects.get()
    )  # fmt: skip


def test_a_task_given_out_is_taken_back_until_somebody_touches_it(edition):
    room = Room(edition).written()
    acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT)
    acts.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=1, by=room.chair, at=AT)
    minutes.give_out(conclusion=room.conclusion, by=room.secretary, at=AT)
    for _ in range(2):
        minutes.take_task_back(conclusion=room.conclusion, by=room.secretary, at=AT)
    assert not Task.objects.filter(title="Ra quân tháng 5").exists()
    again = minutes.give_out(conclusion=room.conclusion, by=room.secretary, at=AT)
    stranger = programmes.member(programmes.body())
    with pytest.raises(PermissionDenied):
        minutes.take_task_back(conclusion=room.conclusion, by=stranger, at=AT)
    tasks.start(task=again, by=programmes.member(again.body), at=AT)
    with pytest.raises(Refused, match="đã làm"):
        minutes.take_task_back(conclusion=room.conclusion, by=room.secretary, at=AT)


def test_the_invited_are_told_once_and_again_after_a_change(edition):
    room = Room(edition)
    front = programmes.member(room.bodies[1])
    room.prepared()
    for _ in range(2):
        acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT)
    assert Notice.objects.filter(person=front.person_id).count() == 1
    Meeting.objects.filter(pk=room.meeting.pk).update(version=2)
    acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT)
    assert Notice.objects.filter(person=front.person_id).count() == 2


def test_a_meeting_is_planned_once_and_called_with_an_agenda(edition):
    room = Room(edition)
    content = MeetingContent(
        subject="x", held_on=TODAY, starts_at=time(8), place="x", chair_name="a", secretary_name="b"
    )
    with pytest.raises(Refused, match="đã được lập"):
        acts.plan_meeting(task=room.task, content=content, by=room.secretary, at=AT)
    with pytest.raises(Refused, match="thành phần"):
        acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT)
    other = factories.task(edition)
    with pytest.raises(Refused, match="không phải là cuộc họp"):
        acts.plan_meeting(task=other, content=content, by=room.secretary, at=AT)


@pytest.mark.parametrize("status", MeetingStatus.values)
@pytest.mark.parametrize("verb", list(MEETING.moves))
def test_every_verb_from_every_status(edition, status, verb):
    room = Room(edition).written()
    Meeting.objects.filter(pk=room.meeting.pk).update(
        status=status, ended_at=time(11) if status == "confirmed" else None
    )
    tried = {
        "call": lambda: acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT),
        "confirm": lambda: acts.confirm_minutes(
            meeting=room.meeting, ended_at=time(10), version=1, by=room.chair, at=AT
        ),
        "reopen": lambda: acts.reopen_minutes(
            meeting=room.meeting, reason="sót", version=1, by=room.chair, at=AT
        ),
    }[verb]
    if MEETING.allows(status, verb):
        tried()
    else:
        with pytest.raises((MoveNotAllowed, Refused)):
            tried()


def test_only_the_chair_confirms_and_confirmed_minutes_are_locked(edition):
    room = Room(edition).written()
    with pytest.raises(PermissionDenied):
        acts.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=1, by=room.secretary, at=AT)
    acts.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=1, by=room.chair, at=AT)
    with pytest.raises(Refused, match="xác nhận"):
        minutes.add_item(meeting=room.meeting, content=ItemContent(content="thêm"), by=room.secretary, at=AT)
    with pytest.raises(Refused, match="lý do"):
        acts.reopen_minutes(meeting=room.meeting, reason=" ", version=2, by=room.chair, at=AT)
    acts.reopen_minutes(meeting=room.meeting, reason="sót ý kiến", version=2, by=room.chair, at=AT)
    room.task.refresh_from_db()
    assert room.task.status == TaskStatus.DOING
    minutes.add_item(meeting=room.meeting, content=ItemContent(content="thêm"), by=room.secretary, at=AT)
    with pytest.raises(Refused, match="chưa ghi diễn biến"):
        acts.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=3, by=room.chair, at=AT)


def test_minutes_wait_for_everyone_marked_and_a_given_conclusion_stays(edition):
    room = Room(edition).prepared()
    with pytest.raises(Refused, match="điểm danh"):
        acts.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=1, by=room.chair, at=AT)
    room = Room(edition).written()
    with pytest.raises(Refused, match="xác nhận"):
        minutes.give_out(conclusion=room.conclusion, by=room.secretary, at=AT)
    acts.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=1, by=room.chair, at=AT)
    minutes.give_out(conclusion=room.conclusion, by=room.secretary, at=AT)
    acts.reopen_minutes(meeting=room.meeting, reason="sót", version=2, by=room.chair, at=AT)
    with pytest.raises(Refused, match="đã giao"):
        minutes.remove_conclusion(conclusion=room.conclusion, version=2, by=room.secretary, at=AT)


def test_a_stale_text_and_a_row_marked_otherwise_are_conflicts_other_rows_are_not(edition):
    room = Room(edition).prepared()
    first = ItemContent(content="Kết quả", minutes="bản của người thứ nhất")
    minutes.change_item(item=room.item, content=first, version=1, by=room.secretary, at=AT)
    with pytest.raises(Conflict):
        minutes.change_item(
            item=room.item, content=ItemContent(content="Kết quả", minutes="bản thứ hai"), version=1,
            by=room.chair, at=AT,
        )  # fmt: skip
    one, two, _ = Invitee.objects.order_by("pk")
    here = {"version": 1, "attendance": Attendance.PRESENT, "people": 1}
    common = {"meeting": room.meeting, "by": room.secretary, "at": AT}
    assert minutes.mark_attendance(marks=[Mark(invitee_id=one.pk, **here)], **common) == 1
    both = [Mark(invitee_id=one.pk, **here), Mark(invitee_id=two.pk, **here)]
    assert minutes.mark_attendance(marks=both, **common) == 1
    gone = Mark(invitee_id=one.pk, version=1, attendance=Attendance.ABSENT, reason="ốm")
    with pytest.raises(Conflict):
        minutes.mark_attendance(marks=[gone], **common)


def test_the_agenda_is_put_in_another_order(edition):
    room = Room(edition).prepared()
    second = minutes.add_item(
        meeting=room.meeting, content=ItemContent(content="Việc khác"), by=room.secretary, at=AT
    )
    moved = ItemContent(content="Việc khác", order=1)
    minutes.change_item(item=second, content=moved, version=1, by=room.secretary, at=AT)
    assert [item.content for item in room.page().items] == ["Việc khác", "Kết quả quý I"]


def test_the_next_meeting_shows_what_became_of_the_conclusions(edition):
    first = Room(edition).confirmed()
    task = minutes.give_out(conclusion=first.conclusion, by=first.secretary, at=AT)
    page = Room(edition, held_on=date(2026, 6, 30)).page()
    assert page.previous == first.meeting
    assert page.previous_conclusions[0].conclusion.task == task
    assert page.previous_conclusions[0].status == "chưa làm"


def test_an_invited_stranger_sees_the_meeting_once_called(edition):
    room = Room(edition)
    other = programmes.member(programmes.body())
    seen = Meeting.objects.visible_to(other)
    room.prepared()
    acts.invite(
        meeting=room.meeting, body_ids=[other.body_id], person_ids=[], outside=[], by=room.secretary, at=AT
    )
    assert not seen.exists()
    acts.call_meeting(meeting=room.meeting, by=room.secretary, at=AT)
    assert Meeting.objects.visible_to(other).get() == room.meeting


def test_a_page_costs_the_same_queries_for_any_number_of_rows(edition, django_assert_max_num_queries):
    room = Room(edition).written()
    member = room.secretary
    for _ in range(2):
        with django_assert_max_num_queries(12) as counted:
            room.page(member)
        minutes.add_item(meeting=room.meeting, content=ItemContent(content="thêm"), by=member, at=AT)
        acts.invite(meeting=room.meeting, body_ids=[], person_ids=[], outside=["a", "b"], by=member, at=AT)
    assert len(counted) <= 12


def words_of(content):
    document = Document(BytesIO(content))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_minutes_are_a_paper_in_its_format(edition):
    room = Room(edition).confirmed()
    paper = papers.minutes_paper(room.page(), today=TODAY)
    content = write_docx(paper)
    assert faults(content) == []
    said = words_of(content)
    for words in (
        "BIÊN BẢN", "Thời gian bắt đầu: 08 giờ 00 phút, ngày 01 tháng 4 năm 2026", "Có mặt: 03 người",
        "lý do: đi công tác", "Ông Bình dự thay", "Đã thống nhất.", "Ra quân tháng 5",
        "Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 01 tháng 4 năm 2026./.", "THƯ KÝ", "CHỦ TỌA",
        "Lê Văn Chủ",
    ):  # fmt: skip
        assert words in said, words
    assert ", ngày     tháng" not in said
    assert write_pdf(paper).startswith(b"%PDF")


def test_the_invitation_is_a_paper_in_its_format(edition):
    room = Room(edition).prepared()
    content = write_docx(papers.invitation_paper(room.page(), today=TODAY))
    assert [fault for fault in faults(content) if fault.rule != "signer_name"] == []
    said = words_of(content)
    assert "GIẤY MỜI" in said
    assert "Thời gian: 08 giờ 00 phút, thứ Tư, ngày 01 tháng 4 năm 2026" in said
    only = room.page().invitees[2].invitee.pk
    alone = words_of(write_docx(papers.invitation_paper(room.page(), today=TODAY, only=only)))
    assert "Ông Bùi Văn Khách." in alone


@pytest.mark.parametrize(
    "wrong",
    [
        {"attendance": "absent"},
        {"attendance": "represented", "people": 1},
        {"attendance": "present", "people": 0},
        {"outside": "thêm tên"},
    ],
)
def test_the_database_keeps_attendance_straight(edition, wrong):
    room = Room(edition).prepared()
    row = room.meeting.invitees.filter(body__isnull=False)[0]
    with pytest.raises(IntegrityError):
        Invitee.objects.filter(pk=row.pk).update(**wrong)
