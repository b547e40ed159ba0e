"""Books of outgoing documents: spans, styles, the paper book going on, mending, forty clerks at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.documents import actions, queries
from phoihop.documents.calculations import number_words, party_symbol, plain_symbol
from phoihop.documents.content import OutgoingDetails
from phoihop.documents.models import COMMON_BOOK, OutgoingEntry, OutgoingRegister
from phoihop.documents.statuses import Urgency
from phoihop.organisations.models import Body, BodyKind
from tests.accounts import factories

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


def _give(
    body: Body, clerk: Member, *, kind: str = "CTr", symbol: str = "", day: date = DAY, at: datetime = AT
) -> OutgoingEntry:
    return actions.give_number(
        body=body, document_type=kind, symbol=symbol or f"{kind}-UBND", abstract="Phối hợp công tác",
        issued_on=day, by=clerk, at=at,
    )  # fmt: skip


def _year(
    body: Body, clerk: Member, kind: str = "CTr", *, year: int = 2026, first: int = 1
) -> OutgoingRegister:
    return actions.open_register(
        body=body, year=year, document_type=kind, first_number=first, by=clerk, at=AT
    )


@pytest.fixture
def desk(db: None) -> tuple[Body, Member]:
    body = factories.body(BodyKind.PEOPLES_COMMITTEE)
    return body, factories.member(body=body, role="clerk")


def _party() -> tuple[Body, Member]:
    body = factories.body(BodyKind.PARTY_COMMITTEE)
    return body, factories.member(body=body, role="clerk")


def test_the_paper_book_stands_at_137_and_the_next_is_138(desk) -> None:
    body, clerk = desk
    _year(body, clerk, first=138)
    assert [_give(body, clerk).number for _ in range(2)] == [138, 139]


def test_numbers_of_a_year_begin_again_those_of_a_term_go_on(desk) -> None:
    body, clerk = desk
    _year(body, clerk, first=57)
    _year(body, clerk, year=2027)
    later = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)
    assert (_give(body, clerk).number, _give(body, clerk, day=date(2027, 1, 4), at=later).number) == (57, 1)
    party, party_clerk = _party()
    actions.open_term_register(
        body=party, label="nhiệm kỳ 2025-2030", days=(date(2025, 7, 1), None), document_type="CTr",
        by=party_clerk,
    )  # fmt: skip
    first = _give(party, party_clerk, symbol="CTr/ĐU")
    second = _give(party, party_clerk, symbol="CTr/ĐU", day=date(2027, 1, 4), at=later)
    assert [number_words(e.number, e.symbol) for e in (first, second)] == ["01-CTr/ĐU", "02-CTr/ĐU"]


def test_each_style_refuses_the_symbols_of_the_other(desk) -> None:
    body, clerk = desk
    _year(body, clerk)
    with pytest.raises(Refused, match="Ký hiệu"):
        _give(body, clerk, symbol="CTr/ĐU")
    party, party_clerk = _party()
    _year(party, party_clerk)
    with pytest.raises(Refused, match="CTr/ĐU"):
        _give(party, party_clerk, symbol="CTr-ĐU")
    assert party_symbol("CTrPH-ĐU-MTTQ") == "CTrPH/ĐU-MTTQ"
    assert plain_symbol("CTr / ĐU", is_party=True) == "CTr/ĐU"


def test_a_type_takes_its_own_book_before_the_common_one(desk) -> None:
    body, clerk = desk
    _year(body, clerk, COMMON_BOOK, first=200)
    _year(body, clerk, "QĐ", first=9)
    given = [_give(body, clerk, kind=kind).number for kind in ("BC", "KH", "QĐ", "BC")]
    assert given == [200, 201, 9, 202]


def test_two_books_of_a_type_never_cover_the_same_day(desk) -> None:
    body, clerk = desk
    term = actions.open_term_register(
        body=body, label="nhiệm kỳ 2026-2031", days=(date(2026, 2, 1), date(2031, 1, 31)),
        document_type="CTr", by=clerk,
    )  # fmt: skip
    with pytest.raises(Refused, match="trùng"):
        _year(body, clerk)
    _year(body, clerk, "KH")
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingRegister.objects.create(
            body=body, span="year", label="năm 2026", first_day=date(2026, 1, 1), last_day=date(2026, 12, 31),
            document_type="CTr",
        )  # fmt: skip
    _give(body, clerk)
    with pytest.raises(Refused, match="cuối"):
        actions.close_register(register=term, last_day=date(2026, 3, 1), by=clerk)
    actions.close_register(register=term, last_day=date(2026, 12, 31), by=clerk)
    assert _year(body, clerk, year=2027).first_day == date(2027, 1, 1)


def test_a_number_is_neither_deleted_nor_rewritten(desk) -> None:
    body, clerk = desk
    _year(body, clerk)
    entry = _give(body, clerk)
    with pytest.raises(IntegrityError, match="not deleted"), transaction.atomic():
        OutgoingEntry.objects.filter(pk=entry.pk).delete()
    with pytest.raises(IntegrityError, match="not rewritten"), transaction.atomic():
        OutgoingEntry.objects.filter(pk=entry.pk).update(number=9)


def test_who_annulled_a_number_when_and_why_stays(desk) -> None:
    body, clerk = desk
    register = _year(body, clerk)
    actions.annul_number(entry=_give(body, clerk), reason="Viết nhầm", by=clerk, at=AT)
    row = queries.entries_of(register)[0]
    assert (row.annulled_by, row.annulled_at, row.annulled_reason) == (clerk.full_name, AT, "Viết nhầm")
    assert _give(body, clerk).number == 2


def test_a_row_is_mended_with_a_reason_and_keeps_what_it_said(desk) -> None:
    body, clerk = desk
    _year(body, clerk)
    entry = _give(body, clerk)
    details = OutgoingDetails(signer_name="Hoàng Minh Khuê", urgency=Urgency.URGENT, recipients="Như trên")
    mend = {"entry": entry, "abstract": "Phối hợp dân vận", "details": details, "by": clerk, "at": AT}
    with pytest.raises(Refused, match="lý do"):
        actions.correct_outgoing(**mend, reason=" ", version=1)
    row = actions.correct_outgoing(**mend, reason="Gõ thiếu", version=1)
    with pytest.raises(Conflict):
        actions.correct_outgoing(**mend, reason="Gõ thiếu", version=1)
    assert queries.entries_of(entry.register, words="dan van")[0].id == row.pk
    changes = {c["field"]: (c["before"], c["after"]) for c in row.corrections.get().changes}
    assert changes["trích yếu"] == ("Phối hợp công tác", "Phối hợp dân vận")
    assert changes["mức độ khẩn"] == ("thường", "khẩn")


@pytest.mark.django_db(transaction=True)
def test_forty_clerks_at_once_leave_no_gap_and_no_double() -> None:
    body = factories.body(BodyKind.PEOPLES_COMMITTEE)
    clerk = factories.member(body=body, role="clerk")
    register = _year(body, clerk, COMMON_BOOK, first=138)

    def give(place: int) -> None:
        try:
            _give(body, clerk, kind=("BC", "KH", "TB")[place % 3])
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=40) as pool:
        list(pool.map(give, range(80)))
    numbers = list(register.entries.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(138, 218))
