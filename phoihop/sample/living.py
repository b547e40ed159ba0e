"""The life of the sixth programme up to today: reports in time, late, returned, missing; a closed quarter."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Clause, Edition
from phoihop.reports import actions as reports
from phoihop.reports.content import FigureInput, ReportInput, ReturnItem
from phoihop.reports.models import Obligation, Report
from phoihop.sample.acting import moment
from phoihop.sample.figures import SENTENCES, SHARE_SENTENCE, amount_of
from phoihop.sample.papers import TEXTS
from phoihop.sample.people import Cast
from phoihop.targets.models import Target
from phoihop.targets.statuses import FigureState

_WRITERS = {
    BodyKind.FRONT_COMMITTEE: "canbomattran",
    BodyKind.WOMENS_UNION: "phunu",
    BodyKind.FARMERS_UNION: "nongdan",
    BodyKind.YOUTH_UNION: "thanhnien",
    BodyKind.VETERANS_ASSOCIATION: "vanphong",
}
_MISSING_LAST = {BodyKind.YOUTH_UNION, BodyKind.VETERANS_ASSOCIATION}


@dataclass(frozen=True)
class _Story:
    """Everything a report of the sample needs: the cast, the programme, today."""

    cast: Cast
    edition: Edition
    now: datetime

    @property
    def today(self) -> date:
        return clock.day_of(self.now)

    @property
    def office(self) -> ActingMember:
        return self.cast.acting("vanphong")

    def at(self, day: date, hour: int) -> datetime:
        """The hour of that day, never later than now."""
        return min(moment(day, hour), self.now)


def live(cast: Cast, edition: Edition, now: datetime) -> None:
    """Play the reports of every quarter that has begun, oldest first, and close the last finished one."""
    story = _Story(cast, edition, now)
    owed = Obligation.objects.filter(edition=edition, duty__kind="report", period_start__lte=story.today)
    rows = list(owed.select_related("body", "duty").order_by("period_start", "pk"))
    past = sorted({row.period_start for row in rows if row.due_on < story.today})
    for row in rows:
        if row.period_start in past:
            _past(story, row, is_last=row.period_start == past[-1])
        else:
            _present(story, row)
    if past:
        _close(story, [row for row in rows if row.period_start == past[-1]])


def _past(story: _Story, owed: Obligation, *, is_last: bool) -> None:
    kind = BodyKind(owed.body.kind)
    if is_last and kind in _MISSING_LAST:
        return
    late = 4 if kind == BodyKind.FARMERS_UNION else -2
    handed_in = story.at(owed.due_on + timedelta(days=late), 10)
    report = _hand_in(story, owed, at=handed_in)
    if is_last and kind == BodyKind.WOMENS_UNION:
        report = _return_and_mend(story, report, handed_in)
    reports.accept(report=report, by=story.office, at=min(handed_in + timedelta(days=2), story.now))


def _present(story: _Story, owed: Obligation) -> None:
    kind = BodyKind(owed.body.kind)
    at = story.at(story.today, 8)
    if kind == BodyKind.FARMERS_UNION:
        _write(story, owed, at=at)
    elif kind == BodyKind.FRONT_COMMITTEE:
        _hand_in(story, owed, at=at)
    elif kind == BodyKind.YOUTH_UNION:
        _return(story, _hand_in(story, owed, at=at), at)


def _hand_in(story: _Story, owed: Obligation, *, at: datetime) -> Report:
    report = _write(story, owed, at=at)
    reports.submit(report=report, by=_writer(story, owed), at=at)
    return Report.objects.get(pk=report.pk)


def _writer(story: _Story, owed: Obligation) -> ActingMember:
    return story.cast.acting(_WRITERS[BodyKind(owed.body.kind)])


def _write(story: _Story, owed: Obligation, *, at: datetime) -> Report:
    member = _writer(story, owed)
    report = reports.open_report(obligation=owed, by=member, at=at)
    content = _content(report, owed)
    report = reports.save_report(report=report, content=content, version=report.version, by=member, at=at)
    if owed.body.kind == BodyKind.VETERANS_ASSOCIATION:
        scan = _picture(member, "trang-ky-minh-hoa.png", at)
        reports.add_paper_scan(report=report, file=scan, by=member, at=at)
    if owed.body.kind == BodyKind.WOMENS_UNION:
        flowers = Target.objects.get(edition=owed.edition, name="Đường hoa trồng mới")
        photo = _picture(member, "duong-hoa-minh-hoa.png", at)
        reports.attach(report=report, file=photo, target=flowers, by=member, at=at)
    return Report.objects.get(pk=report.pk)


def _picture(member: ActingMember, name: str, at: datetime) -> StoredFile:
    content = (TEXTS.parent / "files" / name).read_bytes()
    return store_file(content=content, name=name, media_type="image/png", by=member, at=at)


def _content(report: Report, owed: Obligation) -> ReportInput:
    kind, quarter = BodyKind(owed.body.kind), (owed.period_end.month + 2) // 3
    sections = {
        section.clause_id: f"{section.text}\n{_sentence(section.clause)}".strip()
        for section in report.sections.select_related("clause")
    }
    figures = [
        _figure(target, *amount)
        for target in Target.objects.filter(edition=owed.edition)
        if (amount := amount_of(target.name, kind, quarter))
    ]
    return ReportInput(
        sections=sections,
        figures=figures,
        overview="Các nội dung phối hợp được triển khai đúng kế hoạch.",
        shortcomings="Một số hội viên đi làm ăn xa, khó tập hợp.",
        recommendations="Đề nghị UBND xã bố trí kinh phí cho quý sau sớm hơn.",
    )


def _sentence(clause: Clause) -> str:
    return SHARE_SENTENCE if clause.label == "*" else SENTENCES.get(clause.path, "")


def _figure(target: Target, numerator: Decimal, denominator: Decimal | None) -> FigureInput:
    state = FigureState.REPORTED if numerator else FigureState.ZERO
    return FigureInput(target.pk, state, numerator, denominator)


def _return(story: _Story, report: Report, at: datetime) -> Report:
    section = report.sections.exclude(text="").order_by("clause__order")[0]
    items = [ReturnItem(note="Đề nghị nêu rõ thôn nào đã làm, kết quả cụ thể.", clause_id=section.clause_id)]
    reports.return_report(report=report, items=items, note="Bổ sung rồi nộp lại.", by=story.office, at=at)
    return Report.objects.get(pk=report.pk)


def _return_and_mend(story: _Story, report: Report, at: datetime) -> Report:
    report = _return(story, report, min(at + timedelta(hours=5), story.now))
    member, mended = _writer(story, report.obligation), min(at + timedelta(days=1), story.now)
    returned = report.sections.exclude(text="").order_by("clause__order")[0]
    text = f"{returned.text} Cụ thể: thôn Phú Lâm 01 buổi, thôn Thọ Hải 01 buổi."
    content = replace(_content(report, report.obligation), sections={returned.clause_id: text})
    report = reports.save_report(report=report, content=content, version=report.version, by=member, at=mended)
    reports.submit(report=report, by=member, at=mended)
    return Report.objects.get(pk=report.pk)


def _close(story: _Story, owed: list[Obligation]) -> None:
    """The office consolidates the last finished quarter and closes it, naming who is missing."""
    first = owed[0]
    at = story.at(first.due_on + timedelta(days=8), 15)
    committee = story.cast.bodies[BodyKind.PEOPLES_COMMITTEE]
    period = Period(first.period_start, first.period_end)
    paper = reports.consolidate(duty=first.duty, body=committee, period=period, by=story.office, at=at)
    paper.refresh_from_db(fields=["version"])
    paper = reports.save_consolidation(
        consolidation=paper,
        overview="Các bên cơ bản thực hiện đúng nội dung đã ký kết; còn đơn vị chưa gửi báo cáo.",
        recommendations="Đề nghị các đơn vị chưa báo cáo gửi bổ sung; tập trung các chỉ tiêu còn thấp.",
        paragraphs={},
        version=paper.version,
        by=story.office,
        at=at,
    )
    reports.close(consolidation=paper, by=story.office, at=at)
