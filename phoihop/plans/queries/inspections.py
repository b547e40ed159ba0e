"""An inspection and its findings as pages and papers read them; a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet

from phoihop.core.member import Member
from phoihop.documents.models import StoredFile
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.models import Finding, FindingDecision, FindingFile, Inspection, TeamMember, Visit
from phoihop.plans.statuses import (
    FINDING,
    INSPECTION,
    FindingStatus,
    InspectionStatus,
    TaskStatus,
    TeamRole,
)
from phoihop.programmes.models.visibility import bodies_written_for

PER_PAGE = 50
_ROLE_ORDER = {role: number for number, role in enumerate(TeamRole)}


@dataclass(frozen=True)
class FindingLine:
    """A finding in a list."""

    finding: Finding
    body: str
    unit: str
    about: str
    task_id: int
    task: str
    programme: str
    is_late: bool
    is_sample: bool


@dataclass(frozen=True)
class VisitLine:
    """A unit visited with what was found there."""

    visit: Visit
    body: str
    findings: list[FindingLine]


@dataclass(frozen=True)
class TeamLine:
    """A member of the team."""

    member: TeamMember
    body: str


@dataclass(frozen=True)
class InspectionPage:
    """An inspection with its team, its units, what was found, and what the member may do."""

    inspection: Inspection
    host: str
    team: list[TeamLine]
    visits: list[VisitLine]
    verbs: dict[str, str]
    may_write: bool

    @property
    def findings(self) -> list[FindingLine]:
        return [line for visit in self.visits for line in visit.findings]

    @property
    def unmended(self) -> int:
        return sum(line.finding.status != FindingStatus.MENDED for line in self.findings)

    @property
    def days(self) -> list[date]:
        """The days of the visits, in order."""
        return sorted({line.visit.visit_on for line in self.visits})


def inspection_page(task_id: int, member: Member, today: date) -> InspectionPage:
    """Raises Inspection.DoesNotExist when the member does not see it."""
    rows = Inspection.objects.visible_to(member).select_related("task__body", "task__programme", "basis_file")
    inspection = rows.get(task=task_id)
    team = sorted(inspection.team.all(), key=lambda row: (_ROLE_ORDER[TeamRole(row.role)], row.pk))
    visits = list(inspection.visits.order_by("visit_on", "pk"))
    findings = list(_with_names(Finding.objects.filter(visit__in=visits)).order_by("pk"))
    ids = {inspection.task.body_id, *(r.body_id for r in team), *(r.body_id for r in visits)}
    names = _names(ids | {row.body_id for row in findings}, today)
    by_visit: dict[int, list[FindingLine]] = defaultdict(list)
    for row in findings:
        by_visit[row.visit_id].append(_line(row, names, today))
    is_live = inspection.task.status != TaskStatus.CANCELLED
    may_inspect = is_live and permissions.can_inspect(member, inspection)
    return InspectionPage(
        inspection=inspection,
        host=names[inspection.task.body_id],
        team=[TeamLine(row, names[row.body_id]) for row in team],
        visits=[VisitLine(row, names[row.body_id], by_visit[row.pk]) for row in visits],
        verbs=_verbs(inspection, member) if may_inspect else {},
        may_write=may_inspect and inspection.status != InspectionStatus.CONCLUDED,
    )


def _verbs(inspection: Inspection, member: Member) -> dict[str, str]:
    verbs = INSPECTION.verbs_from(inspection.status)
    if not permissions.can_work_on(member, inspection.task):
        verbs = [verb for verb in verbs if verb != "reopen"]
    return {verb: INSPECTION.moves[verb].label for verb in verbs}


def _with_names(rows: QuerySet[Finding]) -> QuerySet[Finding]:
    return rows.select_related("visit__inspection__task__programme", "clause", "target")


def _names(body_ids: set[int], today: date) -> dict[int, str]:
    return {pk: label.short_name for pk, label in body_labels(body_ids, today).items()}


def _line(row: Finding, names: dict[int, str], today: date) -> FindingLine:
    task = row.visit.inspection.task
    return FindingLine(
        finding=row,
        body=names.get(row.body_id, ""),
        unit=names.get(row.visit.body_id, ""),
        about=_about(row),
        task_id=task.pk,
        task=task.title,
        programme=task.programme.name,
        is_late=row.status == FindingStatus.OPEN and row.due_on < today,
        is_sample=row.visit.inspection.is_sample,
    )


def _about(row: Finding) -> str:
    """Which clause or target it is about, in words."""
    clause = f"mục {row.clause.path}" if row.clause else ""
    target = f"chỉ tiêu “{row.target.name}”" if row.target else ""
    return ", ".join(words for words in (clause, target) if words)


def findings_to_mend(member: Member) -> QuerySet[Finding]:
    """What the member's body still has to mend, the first due first."""
    own = bodies_written_for(member.body_id).values("pk")
    return Finding.objects.filter(body__in=own, status=FindingStatus.OPEN).order_by("due_on", "pk")


def _lines(rows: list[Finding], today: date) -> list[FindingLine]:
    names = _names({row.body_id for row in rows} | {row.visit.body_id for row in rows}, today)
    return [_line(row, names, today) for row in rows]


def finding_list(
    member: Member, *, status: str, page: str | None, today: date
) -> tuple[Page[Finding], list[FindingLine]]:
    """Findings the member sees; `status` "con" is what is not mended yet; four queries."""
    found = Paginator(_wanted(member, status), PER_PAGE).get_page(page)
    return found, _lines(list(found.object_list), today)


def finding_lines(member: Member, *, status: str, most: int, today: date) -> list[FindingLine]:
    """The same without pages, the first `most`; three queries."""
    return _lines(list(_wanted(member, status)[:most]), today)


def _wanted(member: Member, status: str) -> QuerySet[Finding]:
    rows = Finding.objects.visible_to(member)
    if status == "con":
        rows = rows.unmended()
    elif status in FindingStatus.values:
        rows = rows.filter(status=status)
    return _with_names(rows).order_by("due_on", "pk")


@dataclass(frozen=True)
class FindingStep:
    """An act on a finding, with its files."""

    words: str
    person: str
    body: str
    note: str
    at: datetime
    files: list[StoredFile]


@dataclass(frozen=True)
class FindingPage:
    """A finding with its history, newest first, and the verbs open to the member."""

    line: FindingLine
    finding: Finding
    steps: list[FindingStep]
    verbs: dict[str, str]
    may_change: bool


_STEP_WORDS = {
    "record": "Đoàn kiểm tra ghi",
    "change": "Sửa nội dung",
    "answer": "Đơn vị báo đã khắc phục",
    "confirm": "Đoàn xác nhận đã khắc phục",
    "return": "Đoàn trả lại, chưa đạt",
    "reopen": "Mở lại",
}


def finding_page(finding_id: int, member: Member, today: date) -> FindingPage:
    """Raises Finding.DoesNotExist when the member does not see it; a fixed number of queries."""
    files = Prefetch("files", FindingFile.objects.select_related("file"))
    decisions = FindingDecision.objects.select_related("by_person").prefetch_related(files)
    rows = _with_names(Finding.objects.visible_to(member)).select_related("visit__inspection__task__body")
    row = rows.prefetch_related(Prefetch("decisions", decisions.order_by("-at", "-pk"))).get(pk=finding_id)
    history = list(row.decisions.all())
    ids = {row.body_id, row.visit.body_id, *(step.by_body_id for step in history)}
    names = _names(ids, today)
    inspection = row.visit.inspection
    may_inspect = permissions.can_inspect(member, inspection)
    allowed = {"answer": permissions.can_mend(member, row)} | dict.fromkeys(
        ("confirm", "return", "reopen"), may_inspect
    )
    is_open = inspection.status != InspectionStatus.CONCLUDED
    return FindingPage(
        line=_line(row, names, today),
        finding=row,
        steps=[_step(step, names) for step in history],
        verbs={v: FINDING.moves[v].label for v in FINDING.verbs_from(row.status) if allowed[v]},
        may_change=may_inspect and is_open and row.status == FindingStatus.OPEN,
    )


def _step(step: FindingDecision, names: dict[int, str]) -> FindingStep:
    files = [row.file for row in step.files.all()]
    body = names.get(step.by_body_id, "")
    return FindingStep(_STEP_WORDS[step.verb], step.by_person.full_name, body, step.note, step.at, files)


def opens_inspection_file(file_id: int, member: Member) -> bool:
    """Whether the file is the basis of an inspection, or was given with a finding, that the member sees."""
    findings = Finding.objects.visible_to(member).filter(decisions__files__file=file_id)
    return findings.exists() or Inspection.objects.visible_to(member).filter(basis_file=file_id).exists()
