"""Sending: who is proposed, who files, who read; recalling; two clerks at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from phoihop.accounts.models import Notice
from phoihop.core.errors import Refused
from phoihop.documents import actions, queries, readers
from phoihop.documents.calculations import means_the_parties, recipient_name
from phoihop.documents.content import Addressee, OutgoingDetails
from phoihop.documents.models import Delivery, IncomingEntry, OutgoingEntry, Sending
from phoihop.documents.statuses import Channel
from phoihop.organisations.models import BodyKind
from tests.accounts import factories

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


class Town:
    """A committee with a numbered paper, the Front with a clerk and a leader, an organisation on paper."""

    def __init__(self) -> None:
        self.area = factories.area()
        self.committee = factories.body(BodyKind.PEOPLES_COMMITTEE, at=self.area)
        self.front = factories.body(BodyKind.FRONT_COMMITTEE, at=self.area)
        self.veterans = factories.body(BodyKind.VETERANS_ASSOCIATION, at=self.area)
        self.clerk = factories.member(body=self.committee, role="clerk")
        self.front_clerk = factories.member(body=self.front, role="clerk")
        self.leader = factories.member(body=self.front, role="leader")
        self.entry = self.numbered()

    def numbered(self) -> OutgoingEntry:
        actions.open_register(
            body=self.committee, year=2026, document_type="KH", first_number=138, by=self.clerk, at=AT
        )
        entry = actions.give_number(
            body=self.committee, document_type="KH", symbol="KH-UBND", abstract="Kế hoạch năm 2026",
            issued_on=DAY, details=OutgoingDetails(signer_name="Hoàng Minh Khuê", pages=4),
            by=self.clerk, at=AT,
        )  # fmt: skip
        file = actions.store_file(
            content=b"%PDF-1.7 ke hoach", name="ke-hoach.pdf", media_type="", by=self.clerk, at=AT
        )
        return actions.attach_file(entry=entry, file=file, by=self.clerk, at=AT)

    def send(self, *extra: Addressee) -> Sending:
        to = [Addressee("Mặt trận", self.front.pk), *extra]
        return actions.deliver(entry=self.entry, to=to, by=self.clerk, at=AT)

    def open_book(self) -> None:
        actions.open_incoming_register(body=self.front, year=2026, by=self.front_clerk, at=AT)

    def waiting(self) -> Delivery:
        return Delivery.objects.waiting_for([self.front.pk]).get()


@pytest.fixture
def town(db: None) -> Town:
    return Town()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- Tỉnh ủy (b/c);", "Tỉnh ủy"),
        ("- UBND tỉnh (để báo cáo),", "UBND tỉnh"),
        ("+ Như trên;", "Như trên"),
        ("- Lưu: VT, VP.", ""),
        ("VT (lưu)", ""),
        ("  ", ""),
    ],
)
def test_a_line_of_recipients_gives_its_name(line: str, name: str) -> None:
    assert recipient_name(line) == name


@pytest.mark.parametrize(
    ("words", "means"),
    [("nhu tren", True), ("cac ben ky ket", True), ("cac don vi phoi hop", True), ("tinh uy", False)],
)
def test_group_words_mean_the_parties(words: str, means: bool) -> None:
    assert means_the_parties(words) is means


def test_lines_are_resolved_to_bodies_here_and_names_outside(town) -> None:
    details = OutgoingDetails(recipients="- UBMTTQ xã;\n- Hội Cựu chiến binh xã;\n- Báo tỉnh;\n- Lưu: VT.")
    entry = actions.describe(entry=town.entry, details=details, by=town.clerk)
    found = queries.proposed_recipients(entry, today=DAY)
    assert [(one.body_id, one.works_here) for one in found] == [
        (town.front.pk, True),
        (town.veterans.pk, False),
        (None, False),
    ]
    assert found[2].name == "Báo tỉnh"


def test_what_is_sent_is_filed_without_typing_and_read(town) -> None:
    sending = town.send(Addressee("Báo tỉnh", None, Channel.POST))
    assert Notice.objects.filter(person_id=town.front_clerk.person_id, text__contains="138/KH-UBND").exists()
    assert not Notice.objects.filter(person_id=town.leader.person_id).exists()
    with pytest.raises(Refused, match="Chưa mở sổ"):
        actions.take_in(delivery=town.waiting(), by=town.front_clerk, at=AT)
    town.open_book()
    filed = actions.take_in(delivery=town.waiting(), by=town.front_clerk, at=AT)
    assert (filed.number, filed.number_text, filed.issued_on, filed.pages) == (1, "138/KH-UBND", DAY, 4)
    assert (filed.sender_body, filed.signer_name, filed.file) == (
        town.committee,
        "Hoàng Minh Khuê",
        town.entry.file,
    )
    actions.acknowledge(entry=filed, by=town.leader, at=AT)
    lines = queries.sendings_of(town.entry, today=DAY)[0].deliveries
    assert [(line.filed_number, line.readers, line.status) for line in lines] == [
        (1, [town.leader.full_name], "đã đọc"),
        (None, [], "đã gửi, chưa có minh chứng"),
    ]
    with pytest.raises(Refused, match="đã vào sổ"):
        actions.recall(sending=sending, reason="Nhầm", by=town.clerk, at=AT)


def test_nobody_gets_the_same_document_twice(town) -> None:
    town.send()
    with pytest.raises(Refused, match="Chọn|chọn"):
        town.send()
    again = town.send(Addressee("Báo tỉnh", None, Channel.EMAIL), Addressee("UBND", town.committee.pk))
    assert [one.name for one in again.deliveries.all()] == ["Báo tỉnh"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(
            sending=again, entry=town.entry, body=town.front, name="x", channel="system", sent_on=DAY
        )


def test_a_recalled_sending_is_frozen_and_may_be_sent_anew(town) -> None:
    sending = town.send()
    town.open_book()
    delivery = town.waiting()
    with pytest.raises(Refused, match="lý do"):
        actions.recall(sending=sending, reason="", by=town.clerk, at=AT)
    actions.recall(sending=sending, reason="Gửi nhầm bản", by=town.clerk, at=AT)
    with pytest.raises(Refused, match="thu hồi"):
        actions.take_in(delivery=delivery, by=town.front_clerk, at=AT)
    with pytest.raises(Refused, match="từ trước"):
        actions.recall(sending=sending, reason="lại", by=town.clerk, at=AT)
    with pytest.raises(IntegrityError, match="does not change"), transaction.atomic():
        Delivery.objects.filter(pk=delivery.pk).update(recalled_at=None)
    with pytest.raises(IntegrityError, match="not deleted"), transaction.atomic():
        Delivery.objects.filter(pk=delivery.pk).delete()
    assert not readers.may_read(town.entry.file, town.front_clerk)
    town.send()
    assert readers.may_read(town.entry.file, town.front_clerk)


def test_a_document_is_not_sent_without_file_nor_its_number_annulled_after(town) -> None:
    town.send()
    with pytest.raises(Refused, match="thu hồi lần gửi"):
        actions.annul_number(entry=town.entry, reason="nhầm", by=town.clerk, at=AT)
    bare = actions.give_number(
        body=town.committee, document_type="KH", symbol="KH-UBND", abstract="x", issued_on=DAY,
        by=town.clerk, at=AT,
    )  # fmt: skip
    with pytest.raises(Refused, match="kèm tệp"):
        actions.deliver(entry=bare, to=[Addressee("Mặt trận", town.front.pk)], by=town.clerk, at=AT)
    for other in (town.front_clerk, factories.member(body=town.committee)):
        with pytest.raises(PermissionDenied):
            actions.deliver(entry=town.entry, to=[Addressee("x")], by=other, at=AT)


def test_sending_outside_keeps_how_when_and_the_proof(town) -> None:
    town.send(Addressee("Báo tỉnh", None, Channel.POST))
    outside = Delivery.objects.get(body=None)
    given = {
        "channel": Channel.HAND,
        "proof_note": "Chị Lan ký nhận",
        "proof": None,
        "by": town.clerk,
        "at": AT,
    }
    row = actions.record_proof(delivery=outside, sent_on=DAY, **given)
    assert (row.channel, row.proof_note) == (Channel.HAND, "Chị Lan ký nhận")
    with pytest.raises(Refused, match="Ngày gửi"):
        actions.record_proof(delivery=outside, sent_on=date(2026, 3, 3), **given)
    with pytest.raises(Refused, match="trên hệ thống"):
        actions.record_proof(delivery=town.waiting(), sent_on=DAY, **given)


@pytest.mark.django_db(transaction=True)
def test_of_two_clerks_filing_at_once_one_files() -> None:
    town = Town()
    town.open_book()
    town.send()
    delivery = town.waiting()
    others = [town.front_clerk, factories.member(body=town.front, role="clerk")] * 4

    def file(clerk) -> str:
        try:
            return str(actions.take_in(delivery=delivery, by=clerk, at=AT).number)
        except Refused as refusal:
            return refusal.message
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        said = list(pool.map(file, others))
    assert min(said) == "1"
    assert said.count("Văn bản này đã vào sổ, số đến 1.") == 7
    assert IncomingEntry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_filing_and_recalling_at_once_never_both_happen() -> None:
    town = Town()
    town.open_book()
    sending = town.send()
    delivery = town.waiting()

    def recall() -> bool:
        return _done(lambda: actions.recall(sending=sending, reason="Nhầm", by=town.clerk, at=AT))

    def file() -> bool:
        return _done(lambda: actions.take_in(delivery=delivery, by=town.front_clerk, at=AT))

    with ThreadPoolExecutor(max_workers=2) as pool:
        both = [job.result() for job in (pool.submit(recall), pool.submit(file))]
    assert sorted(both) == [False, True]


def _done(act) -> bool:
    try:
        act()
    except Refused:
        return False
    finally:
        connection.close()
    return True
