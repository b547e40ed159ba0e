"""`@reads` cannot write; `@changes` acts once; both ask who is there."""

import uuid

import pytest
from django.db import InternalError
from django.test import Client

from phoihop.core.models import Submission
from phoihop.people.models import Person
from tests.accounts import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.pages")]


def names() -> list[str]:
    return list(Person.objects.order_by("id").values_list("full_name", flat=True))


def test_a_stranger_is_sent_to_sign_in_and_comes_back() -> None:
    answer = Client().get("/xem/")
    assert (answer.status_code, answer.url) == (302, "/tai-khoan/dang-nhap/?next=/xem/")


def test_a_person_without_a_role_is_refused() -> None:
    client = Client()
    client.force_login(factories.person().user)
    assert client.get("/xem/").status_code == 403


def test_a_role_outside_the_rule_is_refused_and_nothing_is_written() -> None:
    client = factories.client_as(factories.member(role="viewer"))
    before = names()
    assert client.post("/them/", {"name": "mới"}).status_code == 403
    assert names() == before


def test_a_get_that_writes_is_refused_by_the_database() -> None:
    client = factories.client_as(factories.member())
    with pytest.raises(InternalError, match="read-only"):
        client.get("/xem-va-ghi/")


def test_after_a_refused_write_the_connection_writes_again() -> None:
    client = factories.client_as(factories.member())
    client.get("/xem/")
    Person.objects.create(full_name="sau khi xem")
    assert names()[-1] == "sau khi xem"


def test_the_same_form_sent_twice_acts_once() -> None:
    client = factories.client_as(factories.member(role="leader"))
    form = {"name": "một lần", "submission_key": str(uuid.uuid4())}
    first, second = client.post("/them/", form), client.post("/them/", form)
    assert names().count("một lần") == 1
    assert first.url == second.url == "/xem/"


def test_two_forms_act_twice() -> None:
    client = factories.client_as(factories.member(role="leader"))
    for _ in range(2):
        client.post("/them/", {"name": "hai lần", "submission_key": str(uuid.uuid4())})
    assert names().count("hai lần") == 2


def test_a_refused_form_frees_its_key_and_writes_nothing() -> None:
    client = factories.client_as(factories.member(role="leader"))
    key = str(uuid.uuid4())
    assert client.post("/them/", {"name": "sai", "submission_key": key}).status_code == 422
    assert "sai" not in names()
    assert not Submission.objects.exists()
    client.post("/them/", {"name": "đúng", "submission_key": key})
    assert names().count("đúng") == 1


def test_the_key_of_another_person_is_denied() -> None:
    key = str(uuid.uuid4())
    first, second = (factories.client_as(factories.member(role="leader")) for _ in range(2))
    first.post("/them/", {"name": "của tôi", "submission_key": key})
    assert second.post("/them/", {"name": "của tôi", "submission_key": key}).status_code == 403
    assert names().count("của tôi") == 1


def test_one_address_takes_a_page_and_its_form() -> None:
    client = factories.client_as(factories.member(role="leader"))
    assert client.get("/them/").content.decode() == "xem"
    assert client.post("/them/", {"name": "x"}).status_code == 302


@pytest.mark.parametrize(
    ("method", "address", "allowed"), [("get", "/hong/", "POST"), ("post", "/xem/", "GET, HEAD")]
)
def test_the_wrong_method_gets_a_page_in_words(method: str, address: str, allowed: str) -> None:
    answer = getattr(factories.client_as(factories.member()), method)(address)
    assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)
    assert "Không mở được địa chỉ này" in answer.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_nul_is_refused_in_plain_words_before_the_database(method: str) -> None:
    client = factories.client_as(factories.member(role="leader"))
    address = "/xem/" if method == "get" else "/them/"
    answer = getattr(client, method)(address, {"name": "a\x00b"})
    assert answer.status_code == 400
    assert "Yêu cầu không đọc được" in answer.content.decode()
