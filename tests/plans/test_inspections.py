"""An inspection: team, units, what is found until it is mended, its report."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from docx import Document

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.plans import papers
from phoihop.plans.actions import findings as acts
from phoihop.plans.actions import inspections
from phoihop.plans.models import Finding, TeamMember
from phoihop.plans.occasions import FindingContent, InspectionContent, TeamMemberContent, VisitContent
from phoihop.plans.queries.inspections import (
    finding_list,
    finding_page,
    findings_to_mend,
    inspection_page,
    opens_inspection_file,
)
from phoihop.plans.statuses import FINDING, FindingStatus, InspectionRound, Severity, TaskKind, TaskStatus
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.plans import factories
from tests.programmes import factories as programmes
from tests.targets.factories import stored_photo

pytestmark = pytest.mark.django_db
AT = factories.AT
TODAY = date(2026, 4, 2)


class Round:
    """The lead inspects the Front on 1 April; a member of the women's union is on the team."""

    def __init__(self, edition):
        self.lead, self.front, self.women = (p.body for p in edition.parties.order_by("order"))
        self.host = programmes.member(self.lead)
        self.unit = programmes.member(self.front)
        self.guest = programmes.member(self.women)
        self.task = factories.task(edition, kind=TaskKind.INSPECTION, title="Kiểm tra quý I")
        common = {"by": self.host, "at": AT}
        content = InspectionContent(
            round=InspectionRound.HALF_YEAR, content="Việc đăng ký.", basis="Kế hoạch số 12"
        )
        self.row = inspections.plan_inspection(task=self.task, content=content, **common)
        team = TeamMemberContent(body_id=self.women.pk, person_id=self.guest.person_id, name="Bà Hoa")
        inspections.add_to_team(inspection=self.row, content=team, **common)
        day = VisitContent(body_id=self.front.pk, visit_on=date(2026, 4, 1))
        self.visit = inspections.add_visit(inspection=self.row, content=day, **common)

    def finding(self, **fields):
        given = {
            "text": "Chưa có kế hoạch", "severity": Severity.MAJOR, "remedy": "Ban hành kế hoạch",
            "body_id": self.front.pk, "due_on": date(2026, 4, 30),
        } | fields  # fmt: skip
        return acts.record_finding(visit=self.visit, content=FindingContent(**given), by=self.guest, at=AT)

    def told(self):
        return inspections.tell_visit(
            visit=self.visit, content=VisitContent(body_id=self.front.pk, visit_on=date(2026, 4, 1)),
            result="Đã triển khai đến 9 thôn.", is_done=True, version=1, by=self.guest, at=AT,
        )  # fmt: skip


def test_a_finding_stays_open_until_the_team_confirms_that_it_is_mended(edition):
    world = Round(edition)
    photo = stored_photo(world.front)
    finding = world.finding()
    assert list(findings_to_mend(world.unit)) == [finding]
    assert Notice.objects.filter(person=world.unit.person_id, text__contains="Chưa có kế hoạch").exists()
    with pytest.raises(PermissionDenied):
        acts.answer_finding(finding=finding, text="xong", version=1, by=world.guest, at=AT)
    acts.answer_finding(
        finding=finding, text="Đã ban hành", evidence=[photo], version=1, by=world.unit, at=AT
    )
    with pytest.raises(PermissionDenied):
        acts.confirm_finding(finding=finding, version=2, by=world.unit, at=AT)
    acts.return_finding(finding=finding, reason="thiếu chữ ký", version=2, by=world.guest, at=AT)
    acts.answer_finding(finding=finding, text="Đã ký", version=3, by=world.unit, at=AT)
    acts.confirm_finding(finding=finding, version=4, by=world.guest, at=AT)
    assert not findings_to_mend(world.unit)
    page = finding_page(finding.pk, world.host, TODAY)
    assert [step.words for step in page.steps][0] == "Đoàn xác nhận đã khắc phục"
    assert opens_inspection_file(photo.pk, world.host)
    assert not opens_inspection_file(photo.pk, programmes.member(programmes.body()))


@pytest.mark.parametrize("status", FindingStatus.values)
@pytest.mark.parametrize("verb", list(FINDING.moves))
def test_every_verb_from_every_status(edition, status, verb):
    world = Round(edition)
    finding = world.finding()
    Finding.objects.filter(pk=finding.pk).update(status=status)
    common = {"finding": finding, "version": 1, "at": AT}
    tried = {
        "answer": lambda: acts.answer_finding(text="xong", by=world.unit, **common),
        "confirm": lambda: acts.confirm_finding(by=world.guest, **common),
        "return": lambda: acts.return_finding(reason="x", by=world.guest, **common),
        "reopen": lambda: acts.reopen_finding(reason="x", by=world.guest, **common),
    }[verb]
    if FINDING.allows(status, verb):
        tried()
    else:
        with pytest.raises(MoveNotAllowed):
            tried()


def test_an_inspection_ends_when_every_unit_was_told_of(edition):
    world = Round(edition)
    with pytest.raises(Refused, match="Còn đơn vị"):
        inspections.conclude(inspection=world.row, assessment="Tốt", version=1, by=world.host, at=AT)
    world.told()
    world.finding()
    inspections.conclude(inspection=world.row, assessment="Tốt", version=1, by=world.host, at=AT)
    world.task.refresh_from_db()
    assert world.task.status == TaskStatus.DONE
    assert world.task.result == "Đã kiểm tra 1 đơn vị, có 1 tồn tại phải khắc phục"
    with pytest.raises(Refused, match="đã kết thúc"):
        world.finding()
    inspections.reopen_inspection(inspection=world.row, reason="sót", version=2, by=world.host, at=AT)
    world.task.refresh_from_db()
    assert world.task.status == TaskStatus.DOING


def test_the_team_and_the_units_are_told_once(edition):
    world = Round(edition)
    for _ in range(2):
        inspections.announce(inspection=world.row, by=world.host, at=AT)
    told = Notice.objects.filter(dedup_key__startswith="inspection:")
    assert sorted(told.values_list("person_id", flat=True)) == sorted(
        [world.guest.person_id, world.unit.person_id]
    )


def test_a_team_has_one_head_and_nobody_twice(edition):
    world = Round(edition)
    common = {"inspection": world.row, "by": world.host, "at": AT}
    again = TeamMemberContent(body_id=world.women.pk, person_id=world.guest.person_id, name="Bà Hoa")
    with pytest.raises(Refused, match="đã có trong đoàn"):
        inspections.add_to_team(content=again, **common)
    head = TeamMemberContent(body_id=world.lead.pk, name="Ông Trưởng", role="head")
    inspections.add_to_team(content=head, **common)
    with pytest.raises(IntegrityError):
        TeamMember.objects.filter(name="Bà Hoa").update(role="head")


def test_stale_words_and_days_before_the_visit_are_refused(edition):
    world = Round(edition)
    with pytest.raises(Refused, match="trước ngày kiểm tra"):
        world.finding(due_on=date(2026, 3, 1))
    world.told()
    with pytest.raises(Conflict):
        world.told()


def test_lists_cost_the_same_queries_for_any_number_of_findings(edition, django_assert_max_num_queries):
    world = Round(edition)
    counts = []
    for _ in range(2):
        world.finding()
        with django_assert_max_num_queries(30) as counted:
            inspection_page(world.task.pk, world.host, TODAY)
            finding_list(world.host, status="con", page=None, today=TODAY)
            list(findings_to_mend(world.unit))
        counts.append(len(counted))
        world.finding()
    assert counts[0] == counts[1]


def test_the_report_is_a_paper_in_its_format_and_calls_it_an_inspection(edition):
    world = Round(edition)
    programmes.member(world.lead, "leader")
    world.told()
    world.finding()
    inspections.conclude(inspection=world.row, assessment="Khá tốt.", version=1, by=world.host, at=AT)
    page = inspection_page(world.task.pk, world.host, TODAY)
    content = write_docx(papers.inspection_paper(page, today=TODAY))
    assert faults(content) == []
    document = Document(BytesIO(content))
    said = "\n".join(
        [*(p.text for p in document.paragraphs), *(c.text for t in document.tables for c in t._cells)]
    )
    for words in (
        "Kết quả kiểm tra quý I",
        "Kỳ kiểm tra: 6 tháng.",
        "Ban hành kế hoạch",
        "30/04/2026",
        "Khá tốt",
        "Kế hoạch số 12",
    ):
        assert words in said, words
    assert "giám sát" not in said.lower()
