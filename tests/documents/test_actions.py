from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents import actions, queries, readers, storage
from phoihop.documents.models import DocumentTemplate, OutgoingEntry, OutgoingRegister
from phoihop.organisations.models import Body, BodyKind
from tests.accounts import factories

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def _store(by: Member, *, content: bytes = b"noi dung", name: str = "a.txt"):
    return actions.store_file(content=content, name=name, media_type="text/plain", by=by, at=AT)


@pytest.mark.django_db
def test_the_same_bytes_are_kept_once() -> None:
    member = factories.member()
    first, again, renamed = _store(member), _store(member), _store(member, name="b.txt")
    assert again == first
    assert renamed != first
    assert renamed.sha256 == first.sha256
    assert queries.read_bytes(first) == b"noi dung"
    assert len(list(storage.path_of(first.sha256).parent.iterdir())) == 1


@pytest.mark.django_db
def test_damaged_bytes_are_noticed() -> None:
    file = _store(factories.member(), content=b"se hong")
    storage.path_of(file.sha256).write_bytes(b"da hong")
    with pytest.raises(storage.BytesMissing):
        queries.read_bytes(file)
    storage.path_of(file.sha256).unlink()
    with pytest.raises(storage.BytesMissing):
        queries.read_bytes(file)


@pytest.mark.django_db
def test_a_file_too_large_is_refused(settings) -> None:
    settings.UPLOAD_MAX_BYTES = 1_000_000
    with pytest.raises(Refused, match="1 MB"):
        _store(factories.member(), content=b"a" * 1_000_001)


@pytest.mark.django_db
def test_a_viewer_stores_nothing() -> None:
    with pytest.raises(PermissionDenied):
        _store(factories.member(role="viewer"))


@pytest.mark.django_db
def test_a_file_is_read_by_its_body_and_by_whom_a_higher_app_lets_in() -> None:
    owner, stranger = factories.member(), factories.member()
    file = _store(owner)
    assert readers.may_read(file, owner)
    assert not readers.may_read(file, stranger)
    readers.register(
        "test", lambda file_id, member: file_id == file.pk and member.body_id == stranger.body_id
    )
    assert readers.may_read(file, stranger)
    readers.register("test", lambda file_id, member: False)


def _register(body: Body, clerk: Member, first_number: int = 1) -> OutgoingRegister:
    return actions.open_register(
        body=body, year=2026, document_type="CTr", first_number=first_number, by=clerk, at=AT
    )


def _number(
    body: Body, clerk: Member, symbol: str = "CTr-UBND", issued_on: date = date(2026, 3, 2)
) -> OutgoingEntry:
    return actions.give_number(
        body=body, document_type="CTr", symbol=symbol, abstract="V/v", issued_on=issued_on, by=clerk, at=AT
    )


@pytest.mark.django_db
def test_numbers_go_on_from_the_paper_book() -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    _register(body, clerk, first_number=57)
    assert [_number(body, clerk).number for _ in range(3)] == [57, 58, 59]


@pytest.mark.django_db
def test_no_number_is_given_before_the_register_is_open() -> None:
    body = factories.body()
    with pytest.raises(Refused, match="Chưa mở sổ"):
        _number(body, factories.member(body=body, role="clerk"))


@pytest.mark.django_db
def test_a_register_is_opened_once_a_year() -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    _register(body, clerk)
    with pytest.raises(Refused, match="đã mở"):
        _register(body, clerk)


@pytest.mark.django_db
@pytest.mark.parametrize("symbol", ["", "CTr/UBND", "CTr--UBND", "CTr_UBND", "<b>"])
def test_a_symbol_is_letters_numbers_dots_and_hyphens(symbol: str) -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    _register(body, clerk)
    with pytest.raises(Refused, match="Ký hiệu"):
        _number(body, clerk, symbol=symbol)
    assert _number(body, clerk, symbol="CTrPH - UBND - UB.MTTQ").symbol == "CTrPH-UBND-UB.MTTQ"


@pytest.mark.django_db
def test_no_document_is_dated_after_today() -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    _register(body, clerk)
    with pytest.raises(Refused, match="sau hôm nay"):
        _number(body, clerk, issued_on=date(2026, 3, 3))


@pytest.mark.django_db
def test_only_the_clerk_of_the_body_or_of_its_office_numbers() -> None:
    body = factories.body(BodyKind.PEOPLES_COMMITTEE)
    office = factories.body(BodyKind.OFFICE, parent=body)
    department = factories.body(BodyKind.DEPARTMENT, parent=body)
    _register(body, factories.member(body=office, role="clerk"))
    for other in [
        factories.member(body=body, role="officer"),
        factories.member(body=body, role="leader"),
        factories.member(body=department, role="clerk"),
        factories.member(role="clerk"),
    ]:
        with pytest.raises(PermissionDenied):
            _number(body, other)


@pytest.mark.django_db
def test_an_annulled_number_stays_and_is_not_given_again() -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    register = _register(body, clerk)
    entry = _number(body, clerk)
    with pytest.raises(Refused, match="lý do"):
        actions.annul_number(entry=entry, reason=" ", by=clerk, at=AT)
    actions.annul_number(entry=entry, reason="Viết nhầm", by=clerk, at=AT)
    with pytest.raises(Refused, match="đã hủy"):
        actions.annul_number(entry=entry, reason="lại", by=clerk, at=AT)
    assert _number(body, clerk).number == 2
    assert [(row.number_text, row.is_annulled) for row in queries.entries_of(register)] == [
        ("01/CTr-UBND", True),
        ("02/CTr-UBND", False),
    ]


@pytest.mark.django_db(transaction=True)
def test_clerks_numbering_at_once_leave_no_gap_and_no_double() -> None:
    body = factories.body()
    clerk = factories.member(body=body, role="clerk")
    register = _register(body, clerk)

    def give(_: int) -> None:
        try:
            _number(body, clerk)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=3) as pool:
        list(pool.map(give, range(12)))
    assert list(register.entries.order_by("number").values_list("number", flat=True)) == list(range(1, 13))


@pytest.mark.django_db
def test_each_format_holds_in_its_days_and_loading_twice_adds_nothing() -> None:
    assert actions.load_document_templates() == actions.load_document_templates() == 4
    assert DocumentTemplate.objects.count() == 4

    def party(day: date) -> list[str]:
        return [row.code for row in queries.templates_on(day) if row.code.startswith("party")]

    assert (party(date(2026, 5, 26)), party(date(2026, 5, 27))) == (["party_36"], ["party_2026"])
    assert "state_nd30" not in {row.code for row in queries.templates_on(date(2020, 3, 4))}
