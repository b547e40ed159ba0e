"""Papers of plans as administrative documents: minutes, invitations, results of inspections.

What they say; phoihop.writing knows how they look (Nghị định 30/2020, Phụ lục III: biên bản, giấy mời).
"""

from collections.abc import Iterator, Sequence
from datetime import date, time

from phoihop.documents.issuers import issuer_of
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import AgendaItem, Meeting
from phoihop.plans.queries.inspections import FindingLine, InspectionPage, VisitLine
from phoihop.plans.queries.meetings import ConclusionLine, InviteeLine, MeetingPage
from phoihop.plans.statuses import Attendance, InspectionRound, TeamRole
from phoihop.writing.document import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Point,
    Recipient,
    Signature,
    StateDocument,
    Table,
)
from phoihop.writing.wording import roman, written_day

_CAME = {Attendance.PRESENT, Attendance.REPRESENTED}
_FINDINGS = (
    Column(title="STT", width=10, align=Align.CENTRE),
    Column(title="Đơn vị", width=28),
    Column(title="Tồn tại, hạn chế", width=48),
    Column(title="Việc phải khắc phục", width=40),
    Column(title="Hạn", width=22, align=Align.CENTRE),
    Column(title="Tình trạng", width=22, align=Align.CENTRE),
)


def hour_words(at: time) -> str:
    """ "08 giờ 30 phút", as minutes write it."""
    return f"{at.hour:02d} giờ {at.minute:02d} phút"


def moment_words(at: time, day: date) -> str:
    """ "08 giờ 30 phút, ngày 05 tháng 02 năm 2026"."""
    return f"{hour_words(at)}, {written_day(day, year=day.year)}"


def minutes_paper(page: MeetingPage, *, today: date) -> StateDocument:
    """The minutes: who was there, what was said point by point, what was concluded; signed by two.

    Without an hour of end they are a draft, whose end is left blank.
    """
    meeting = page.meeting
    issuer = issuer_of(meeting.task.body, today=today)
    ended = (
        moment_words(meeting.ended_at, meeting.held_on)
        if meeting.ended_at
        else f"… giờ … phút, {written_day(meeting.held_on, year=meeting.held_on.year)}"
    )
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=f"BB-{issuer.symbol}",
        has_number=meeting.is_numbered,
        is_dated_at_head=False,
        place=issuer.place,
        year=meeting.held_on.year,
        kind="Biên bản",
        abstract=f"Họp {meeting.subject}",
        blocks=(
            Paragraph(f"Thời gian bắt đầu: {moment_words(meeting.starts_at, meeting.held_on)}."),
            Paragraph(f"Địa điểm: {meeting.place}."),
            *_numbered(_minutes_chapters(page)),
        ),
        closing=f"Cuộc họp kết thúc vào {ended}",
        signatures=(
            Signature(authority=("Thư ký",), position="", name=meeting.secretary_name),
            Signature(authority=("Chủ tọa",), position="", name=meeting.chair_name),
        ),
        recipients=(Recipient("Như thành phần mời họp"),),
        archive="VT, hồ sơ cuộc họp",
        has_sample_mark=meeting.is_sample,
    )


def _minutes_chapters(page: MeetingPage) -> list[tuple[str, list[Block]]]:
    return [
        ("Thành phần tham dự", _present(page)),
        ("Nội dung", [block for n, item in enumerate(page.items, 1) for block in _said(n, item)]),
        ("Kết luận", [Paragraph(f"{n}. {_concluded(line)}") for n, line in enumerate(page.conclusions, 1)]),
    ]


def _present(page: MeetingPage) -> list[Block]:
    meeting = page.meeting
    came = [line for line in page.invitees if line.invitee.attendance in _CAME]
    away = [line for line in page.invitees if line.invitee.attendance == Attendance.ABSENT]
    blocks: list[Block] = [
        Paragraph(f"Chủ tọa: {_with_capacity(meeting.chair_name, meeting.chair_capacity)}."),
        Paragraph(f"Thư ký: {_with_capacity(meeting.secretary_name, meeting.secretary_capacity)}."),
        Paragraph(f"Có mặt: {page.people:02d} người" + (", gồm:" if came else ".")),
        *(Point(f"{_came(line)};") for line in came[:-1]),
        *(Point(f"{_came(line)}.") for line in came[-1:]),
    ]
    if away:
        blocks.append(Paragraph(f"Vắng mặt: {len(away):02d} thành phần, gồm:"))
        blocks += [Point(f"{line.name}, lý do: {line.invitee.reason}.") for line in away]
    return blocks


def _came(line: InviteeLine) -> str:
    row = line.invitee
    number = f", {row.people} người" if row.people > 1 else ""
    if row.attendance == Attendance.REPRESENTED:
        return f"{line.name}: {row.by_whom} dự thay{number}"
    return f"{line.name}: {row.by_whom}{number}" if row.by_whom else f"{line.name}{number}"


def _with_capacity(name: str, capacity: str) -> str:
    return f"{name}, {capacity}" if capacity else name


def _said(number: int, item: AgendaItem) -> Iterator[Block]:
    yield Heading(level=2, label=f"{number}.", text=item.content)
    if item.presenter:
        yield Paragraph(f"Người trình bày: {item.presenter}.")
    yield from _paragraphs(item.minutes)


def _concluded(line: ConclusionLine) -> str:
    row = line.conclusion
    who = ", ".join(name for name in (line.body, line.person) if name)
    due = f"hạn: hết ngày {row.due_on:%d/%m/%Y}" if row.due_on else ""
    facts = "; ".join(words for words in (f"thực hiện: {who}" if who else "", due) if words)
    return f"{row.text.rstrip('.; ')} ({facts})." if facts else f"{row.text.rstrip('.; ')}."


def invitation_paper(page: MeetingPage, *, today: date, only: int | None = None) -> StateDocument:
    """The invitation to all, or with `only` to one invitee; its number and day are the clerk's."""
    meeting = page.meeting
    issuer = issuer_of(meeting.task.body, today=today)
    invited = [line for line in page.invitees if only in (None, line.invitee.pk)]
    day = f"{_weekday(meeting.held_on)}, {written_day(meeting.held_on, year=meeting.held_on.year)}"
    agenda: list[Block] = [Point(_presented(item)) for item in page.items]
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=f"GM-{issuer.symbol}",
        place=issuer.place,
        year=today.year,
        kind="Giấy mời",
        abstract=f"Họp {meeting.subject}",
        opening=f"{issuer.name} trân trọng kính mời:",
        blocks=(
            *(Point(f"{line.name};") for line in invited[:-1]),
            *(Point(f"{line.name}.") for line in invited[-1:]),
            Paragraph(f"Tới dự: cuộc họp {meeting.subject}."),
            *((Paragraph("Nội dung:"), *agenda) if agenda else ()),
            Paragraph(f"Chủ trì: {_with_capacity(meeting.chair_name, meeting.chair_capacity)}."),
            Paragraph(f"Thời gian: {hour_words(meeting.starts_at)}, {day}."),
            Paragraph(f"Địa điểm: {meeting.place}."),
        ),
        closing="Đề nghị đại biểu đến dự đúng thành phần, thời gian; trường hợp vắng mặt xin báo lại",
        signatures=(issuer.signature,),
        recipients=(Recipient("Như trên"),),
        archive="VT",
        has_sample_mark=meeting.is_sample,
    )


def _presented(item: AgendaItem) -> str:
    who = f" ({item.presenter})" if item.presenter else ""
    return f"{item.content.rstrip('.; ')}{who}."


def _weekday(day: date) -> str:
    return ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")[day.weekday()]


def inspection_paper(page: InspectionPage, *, today: date) -> StateDocument:
    """The result of an inspection: the team, unit by unit what was done, and all that is wrong at once."""
    inspection = page.inspection
    task = inspection.task
    issuer = issuer_of(task.body, today=today)
    units = body_labels({line.visit.body_id for line in page.visits}, today)
    basis = (f"Căn cứ {inspection.basis}",) if inspection.basis else ()
    return StateDocument(
        issuing_body=issuer.lines,
        issuer_name=issuer.name,
        superior_body=issuer.superior,
        symbol=f"BC-{issuer.symbol}",
        place=issuer.place,
        year=today.year,
        kind="Báo cáo",
        abstract=_result_of(task.title),
        legal_bases=basis,
        opening=f"{issuer.name} báo cáo kết quả kiểm tra như sau:",
        blocks=tuple(_numbered(_inspection_chapters(page))),
        closing=f"Trên đây là báo cáo kết quả kiểm tra của {issuer.name}.",
        signatures=(issuer.signature,),
        recipients=tuple(Recipient(label.name) for label in units.values()),
        archive="VT, hồ sơ kiểm tra",
        has_sample_mark=inspection.is_sample,
    )


def _result_of(title: str) -> str:
    """ "Kiểm tra 6 tháng" is reported on as "Kết quả kiểm tra 6 tháng"."""
    is_named = title.lower().startswith("kiểm tra")
    return f"Kết quả {title[:1].lower()}{title[1:]}" if is_named else f"Kết quả kiểm tra\n{title}"


def _round_words(value: str) -> str:
    return {InspectionRound.HALF_YEAR: "6 tháng", InspectionRound.YEAR: "cả năm"}.get(
        InspectionRound(value), "theo chuyên đề"
    )


def _inspection_chapters(page: InspectionPage) -> list[tuple[str, list[Block]]]:
    days = page.days
    when = f"từ ngày {days[0]:%d/%m/%Y} đến ngày {days[-1]:%d/%m/%Y}" if len(days) > 1 else ""
    when = when or (f"ngày {days[0]:%d/%m/%Y}" if days else "")
    general: list[Block] = [
        Paragraph(f"Kỳ kiểm tra: {_round_words(page.inspection.round)}."),
        *_paragraphs(page.inspection.content),
        Paragraph(f"Đã kiểm tra {len(page.visits)} đơn vị, {when}." if when else "Chưa kiểm tra đơn vị nào."),
        Paragraph("Đoàn kiểm tra gồm:"),
        *(Point(f"{t.member.name}, {t.body}, {TeamRole(t.member.role).label};") for t in page.team),
    ]
    return [
        ("Việc kiểm tra", general),
        ("Kết quả tại từng đơn vị", [b for n, v in enumerate(page.visits, 1) for b in _visited(n, v)]),
        ("Tồn tại phải khắc phục", _findings(page.findings)),
        ("Đánh giá chung", _paragraphs(page.inspection.assessment)),
    ]


def _visited(number: int, line: VisitLine) -> Iterator[Block]:
    yield Heading(level=2, label=f"{number}.", text=f"{line.body}, ngày {line.visit.visit_on:%d/%m/%Y}")
    yield from _paragraphs(line.visit.result)
    for found in line.findings:
        about = f" ({found.about})" if found.about else ""
        yield Point(f"Tồn tại{about}: {found.finding.text.rstrip('.; ')}.")


def _findings(found: Sequence[FindingLine]) -> list[Block]:
    if not found:
        return [Paragraph("Không có tồn tại phải khắc phục.")]
    rows = tuple(
        (
            str(number),
            line.body,
            line.finding.text,
            line.finding.remedy,
            f"{line.finding.due_on:%d/%m/%Y}",
            line.finding.get_status_display(),
        )
        for number, line in enumerate(found, start=1)
    )
    return [
        Paragraph(f"Có {len(found)} tồn tại, ghi tại bảng dưới đây."),
        Table(columns=_FINDINGS, rows=rows),
    ]


def _numbered(chapters: Sequence[tuple[str, list[Block]]]) -> Iterator[Block]:
    said = [(title, blocks) for title, blocks in chapters if blocks]
    for number, (title, blocks) in enumerate(said, start=1):
        yield Heading(level=1, label=f"{roman(number)}.", text=title)
        yield from blocks


def _paragraphs(text: str) -> list[Block]:
    return [Paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def paper_name(meeting: Meeting, kind: str) -> str:
    """A file name without marks: "bien-ban-2026-03-05"."""
    return f"{kind}-{meeting.held_on.isoformat()}"
