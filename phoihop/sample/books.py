"""The books of the sample: the sixth programme sent to its parties, filed and read, and a paper that came."""

from datetime import datetime, timedelta

from phoihop.core import clock
from phoihop.documents import actions
from phoihop.documents.content import Addressee, IncomingContent
from phoihop.documents.models import Delivery, OutgoingEntry
from phoihop.documents.queries import proposed_recipients
from phoihop.documents.statuses import Channel
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition
from phoihop.sample.acting import moment
from phoihop.sample.people import Cast


def fill_books(cast: Cast, sixth: Edition, at: datetime) -> None:
    """The clerk sends the programme; the Front files it and its chair reads it; others have it waiting."""
    entry = OutgoingEntry.objects.select_related("register__body__area").get(edition=sixth)
    _send(cast, entry, moment(entry.issued_on, 17))
    _take_in(cast, entry, moment(entry.issued_on + timedelta(days=1), 8))
    _paper_from_above(cast, at)


def _send(cast: Cast, entry: OutgoingEntry, at: datetime) -> None:
    clerk = cast.acting("vanthu")
    proposed = proposed_recipients(entry, today=clock.day_of(at))
    to = [
        Addressee(one.name, one.body_id, Channel.SYSTEM if one.works_here else Channel.HAND)
        for one in proposed
        if one.body_id is not None
    ]
    actions.attach_written_paper(entry=entry, by=clerk, at=at)
    actions.deliver(entry=entry, to=to, by=clerk, at=at)


def _take_in(cast: Cast, entry: OutgoingEntry, at: datetime) -> None:
    front, officer = cast.bodies[BodyKind.FRONT_COMMITTEE], cast.acting("canbomattran")
    actions.open_incoming_register(body=front, year=clock.day_of(at).year, first_number=38, by=officer, at=at)
    filed = actions.take_in(
        delivery=Delivery.objects.get(entry=entry, body=front), by=officer, at=at + timedelta(minutes=20)
    )
    chair = cast.acting("mattran")
    actions.forward(
        entry=filed, person_ids=[chair.person_id], note="Báo cáo Chủ tịch", by=officer,
        at=at + timedelta(minutes=25),
    )  # fmt: skip
    actions.acknowledge(entry=filed, by=chair, at=at + timedelta(hours=3))


def _paper_from_above(cast: Cast, at: datetime) -> None:
    """A letter of the province on paper, in the committee's own book of arrivals."""
    committee, clerk = cast.bodies[BodyKind.PEOPLES_COMMITTEE], cast.acting("vanthu")
    today = clock.day_of(at)
    actions.open_incoming_register(body=committee, year=today.year, first_number=211, by=clerk, at=at)
    filed = actions.enter_incoming(
        body=committee,
        content=IncomingContent(
            arrived_on=today,
            sender="Văn phòng UBND tỉnh (minh họa)",
            number_text="15/VP-TH",
            issued_on=max(today - timedelta(days=4), today.replace(month=1, day=1)),
            document_type="CV",
            abstract="V/v báo cáo kết quả phối hợp công tác dân vận",
            pages=2,
            due_on=today + timedelta(days=10),
            file_code="03-DV",
        ),
        by=clerk,
        at=at,
    )
    office = cast.acting("vanphong")
    actions.forward(entry=filed, person_ids=[office.person_id], note="Dự thảo báo cáo", by=clerk, at=at)
