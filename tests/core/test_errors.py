"""What goes wrong is said in plain words, with a way back, and nothing is written."""

import errno

import psycopg
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory

from phoihop.core.errors import server_error
from phoihop.people.models import Person
from tests.accounts import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.pages")]


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("refused", "Kỳ này đã chốt."),
        ("conflict", "Báo cáo vừa được người khác thay đổi."),
        ("move", "Việc này không làm được ở trạng thái hiện nay."),
    ],
)
def test_an_act_that_cannot_be_done_says_why_and_writes_nothing(how: str, words: str) -> None:
    answer = Client().post("/hong/", {"how": how})
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert not Person.objects.exists()


def test_an_error_of_ours_is_a_page_without_details() -> None:
    answer = Client(raise_request_exception=False).post("/hong/")
    assert answer.status_code == 500
    assert "Hệ thống gặp lỗi" in answer.content.decode()
    assert "ZeroDivisionError" not in answer.content.decode()
    assert not Person.objects.exists()


def test_an_unknown_address_says_so() -> None:
    answer = Client().get("/khong-co/")
    assert (answer.status_code, "Không tìm thấy" in answer.content.decode()) == (404, True)


def test_a_stale_form_is_explained() -> None:
    answer = Client(enforce_csrf_checks=True).post("/hong/")
    assert (answer.status_code, "Phiên làm việc đã hết hạn" in answer.content.decode()) == (403, True)


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/xem/?trang=2", "/xem/?trang=2"),
        ("https://example.com/lua-dao", "/"),
        ("http://testserver/khong-co/", "/"),
        ("", "/"),
    ],
)
def test_the_way_back_stays_on_our_pages(referer: str, back: str) -> None:
    answer = Client().get("/khong-co/", headers={"referer": referer})
    assert f'<a class="btn btn-primary" href="{back}">Quay lại</a>' in answer.content.decode()


def test_a_refused_role_hears_that_another_role_may_do() -> None:
    answer = factories.client_as(factories.member(role="viewer")).post("/them/", {"name": "x"})
    assert "Vai trò đang dùng không được mở trang này" in answer.content.decode()


def test_a_name_the_server_does_not_know_itself_by_is_explained() -> None:
    answer = Client().get("/xem/", headers={"host": "192.0.2.7:8000"})
    assert answer.status_code == 400
    assert "PHOIHOP_HOSTS" in answer.content.decode()
    assert "192.0.2.7" not in answer.content.decode()


class _Refused(psycopg.OperationalError):
    sqlstate = None


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (_Refused("connection refused"), "Cơ sở dữ liệu đang khởi động lại"),
        (psycopg.errors.AdminShutdown(), "Cơ sở dữ liệu đang khởi động lại"),
        (psycopg.errors.DiskFull(), "hết chỗ ghi dữ liệu"),
        (OSError(errno.ENOSPC, "full"), "hết chỗ ghi dữ liệu"),
    ],
)
def test_a_trouble_of_the_machine_is_said_and_what_was_typed_is_kept(error, words) -> None:
    answer = _answer_after(error)
    page = answer.content.decode()
    assert (answer.status_code, words in page) == (503, True)
    assert '<input type="hidden" name="name" value="Hội &quot;LHPN&quot;">' in page
    assert 'name="submission_key" value="k"' in page
    assert "bi-mat" not in page


def test_a_statement_the_server_refused_is_our_mistake() -> None:
    assert _answer_after(psycopg.errors.DeadlockDetected()).status_code == 500


def _answer_after(error: Exception) -> HttpResponse:
    """As Django calls the handler: while the error is being handled, wrapped as it wraps the driver's."""
    asked = RequestFactory().post(
        "/hong/", {"name": 'Hội "LHPN"', "password": "bi-mat", "submission_key": "k"}
    )
    asked.user = AnonymousUser()
    try:
        try:
            raise error
        except psycopg.Error as driver:
            raise OperationalError(str(driver)) from driver
    except Exception:  # noqa: BLE001 - whatever it is
        return server_error(asked)
