"""The sixth programme plans: registered contents, a pilot, milestones, who follows what, obstacles."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.people.models import Person
from phoihop.plans.actions import milestones, obstacles, pilots, proposals, rounds, sheets
from phoihop.plans.actions.following import set_followers
from phoihop.plans.content import ProposalContent
from phoihop.plans.inputs import ObstacleContent
from phoihop.plans.models import RegistrationRound, RegistrationSheet
from phoihop.plans.registration import ItemContent, RoundContent
from phoihop.plans.statuses import FollowerRole, ObstacleKind, TaskKind
from phoihop.programmes.models import Clause, Edition
from phoihop.sample.accounts import VILLAGES
from phoihop.sample.people import Cast
from phoihop.targets.models import Target

_REGISTERED = (
    (BodyKind.WOMENS_UNION, "phunu", "II.5.1", "Trồng đường hoa thôn Thọ Hải", 1, "km", True),
    (BodyKind.WOMENS_UNION, "phunu", "II.4.2", "Giúp hộ phụ nữ nghèo con giống", 3, "hộ", True),
    (BodyKind.YOUTH_UNION, "thanhnien", "II.5.2", "Ra quân dọn vệ sinh kênh mương", 2, "đợt", False),
)
"""Who registers what, how much, and whether the lead has taken it by now."""


def register(cast: Cast, edition: Edition, now: datetime) -> None:
    """This year's sheets (one taken, one waiting, others missing), proposals, a pilot, obstacles."""
    today = clock.day_of(now)
    _sheets(cast, edition, now, today)
    _roadmap(cast, edition, now, today)
    _followers(cast, edition, now, today)
    _obstacles(cast, edition, now, today)
    _proposals(cast, edition, now, today)


def _clause(edition: Edition, path: str) -> Clause:
    return Clause.objects.filter(edition=edition, path=path).order_by("order")[0]


def _sheets(cast: Cast, edition: Edition, now: datetime, today: date) -> None:
    office = cast.acting("vanphong")
    asked = [party.body_id for party in edition.parties.exclude(body__kind=BodyKind.PEOPLES_COMMITTEE)]
    opened = rounds.open_round(
        programme=edition.programme,
        content=RoundContent(
            year=today.year, due_on=today + timedelta(days=10), min_items=1,
            note="Mỗi tổ chức đăng ký ít nhất một nội dung cụ thể.",
        ),
        body_ids=asked, by=office, at=now,
    )  # fmt: skip
    for kind in (BodyKind.WOMENS_UNION, BodyKind.YOUTH_UNION):
        _register(cast, edition, opened, kind, now)


def _register(cast: Cast, edition: Edition, opened: RegistrationRound, kind: BodyKind, now: datetime) -> None:
    rows = [row for row in _REGISTERED if row[0] == kind]
    member = cast.acting(rows[0][1])
    sheet = RegistrationSheet.objects.get(round=opened, body=cast.bodies[kind])
    for _, _, path, words, quantity, unit, _ in rows:
        content = ItemContent(
            content=words, clause_id=_clause(edition, path).pk, due_on=clock.day_of(now) + timedelta(days=30),
            kind=TaskKind.WORK, quantity=Decimal(quantity), quantity_unit=unit, person_id=member.person_id,
        )  # fmt: skip
        sheets.add_item(sheet=sheet, content=content, by=member, at=now)
    sheet.refresh_from_db()
    sheet = sheets.send_sheet(sheet=sheet, version=sheet.version, by=member, at=now)
    if rows[0][-1]:
        sheets.accept_sheet(sheet=sheet, version=sheet.version, by=cast.acting("vanphong"), at=now)


def _roadmap(cast: Cast, edition: Edition, now: datetime, today: date) -> None:
    office, women = cast.acting("vanphong"), cast.bodies[BodyKind.WOMENS_UNION]
    flowers = Target.objects.get(edition=edition, name="Đường hoa trồng mới")
    milestones.set_milestone(
        programme=edition.programme,
        content=milestones.MilestoneContent(
            text="Hoàn thành 2 km đường hoa", due_on=date(today.year, 12, 31), body_ids=[women.pk],
            target_id=flowers.pk, value=Decimal(2),
        ),
        by=office, at=now,
    )  # fmt: skip
    village = cast.villages[VILLAGES[0]]
    chosen = pilots.choose_pilot(
        programme=edition.programme,
        content=pilots.PilotContent(
            name="Tuyến đường hoa tự quản", clause_id=_clause(edition, "II.5.1").pk, area_id=village.area_id,
            since=today - timedelta(days=60), decision_text="Kế hoạch của UBND xã (minh họa)",
            body_id=women.pk,
        ),
        by=office, at=now,
    )  # fmt: skip
    pilots.move_pilot(
        pilot=chosen, verb="start", note="Đã phát động", version=chosen.version, by=office, at=now
    )


def _followers(cast: Cast, edition: Edition, now: datetime, today: date) -> None:
    clauses = [_clause(edition, path) for path in ("II.4.1", "II.5.1", "II.5.2")]
    for role, username in ((FollowerRole.FOCAL, "vanphong"), (FollowerRole.LEADER, "chutich")):
        set_followers(
            programme=edition.programme, clauses=clauses, body=cast.bodies[BodyKind.PEOPLES_COMMITTEE],
            role=role, person=Person.objects.get(pk=cast.acting(username).person_id), from_day=today,
            by=cast.acting("vanphong"), at=now,
        )  # fmt: skip


def _obstacles(cast: Cast, edition: Edition, now: datetime, today: date) -> None:
    committee = cast.bodies[BodyKind.PEOPLES_COMMITTEE]
    women, youth = cast.acting("phunu"), cast.acting("thanhnien")
    answered = obstacles.raise_obstacle(
        clause=_clause(edition, "II.5.1"), body=cast.bodies[BodyKind.WOMENS_UNION],
        content=ObstacleContent(
            kind=ObstacleKind.MONEY, text="Chưa có kinh phí mua cây giống cho 1 km còn lại.",
            since_on=today - timedelta(days=20), addressed_to=committee.pk,
            answer_due_on=today + timedelta(days=5), proposal="Đề nghị hỗ trợ từ nguồn sự nghiệp môi trường.",
        ),
        by=women, at=now,
    )  # fmt: skip
    obstacles.answer_obstacle(
        obstacle=answered, text="Đã bố trí trong dự toán quý tới.", version=answered.version,
        by=cast.acting("vanphong"), at=now,
    )  # fmt: skip
    obstacles.raise_obstacle(
        clause=_clause(edition, "II.5.2"), body=cast.bodies[BodyKind.YOUTH_UNION],
        content=ObstacleContent(
            kind=ObstacleKind.OTHER, text="Đoàn viên đi làm ăn xa, khó huy động ngày thường.",
            since_on=today - timedelta(days=7), addressed_to=committee.pk,
            answer_due_on=today + timedelta(days=3), proposal="Đề nghị chuyển sang ngày nghỉ.",
        ),
        by=youth, at=now,
    )  # fmt: skip


def _proposals(cast: Cast, edition: Edition, now: datetime, today: date) -> None:
    """The joint plan of the programme's last year: two parties have proposed, others are waited for."""
    year = edition.period_end.year if edition.period_end else today.year
    opened = proposals.open_proposals(
        programme=edition.programme, year=year, due_on=today + timedelta(days=14),
        note="Mỗi bên đề xuất nội dung chủ trì.", by=cast.acting("vanphong"), at=now,
    )  # fmt: skip
    front = cast.bodies[BodyKind.FRONT_COMMITTEE]
    content = ProposalContent(
        clause=_clause(edition, "II.1"), kind=TaskKind.TRAINING,
        content="Tuyên truyền Luật Đất đai tại 3 thôn", starts_on=date(year, 12, 1),
        ends_on=date(year, 12, 20), place="Nhà văn hóa các thôn",
        target_value=Decimal(3), target_unit="buổi", coordinator_ids=[cast.bodies[BodyKind.WOMENS_UNION].pk],
    )  # fmt: skip
    proposals.propose(round_=opened, body=front, content=content, by=cast.acting("canbomattran"), at=now)
