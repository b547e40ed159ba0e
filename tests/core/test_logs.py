"""Personal data never reaches a log."""

import logging
import sys

import pytest
from django.conf import settings
from django.db import IntegrityError, connection

from phoihop.core.logs import PlainFormatter
from tests.accounts import factories

pytestmark = pytest.mark.django_db


def logged(statement: str, values: list[object]) -> str:
    """What the console would show of a statement the database refuses."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
    except IntegrityError:
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "lỗi", None, sys.exc_info())
        return PlainFormatter().format(record)
    raise AssertionError


def test_the_token_of_a_one_time_link_stays_out_of_the_log() -> None:
    record = logging.LogRecord(
        "x", logging.ERROR, "", 0, "GET %s failed", ("/ky-ket/may-ky/?khoa=AbC-_9&tep=1",), None
    )
    assert PlainFormatter().format(record) == "GET /ky-ket/may-ky/?khoa=…&tep=1 failed"


def test_the_row_of_a_database_error_stays_out_of_the_log() -> None:
    factories.person(username="bi.mat")
    statement = (
        "INSERT INTO people_user (username, password, person_id, is_superuser, is_active, is_staff, email,"
        " must_change_password, date_joined)"
        " SELECT username, password, person_id, false, true, false, '', false, now() FROM people_user"
    )
    text = logged(statement, [])
    assert "duplicate key value" in text
    assert "IntegrityError" in text
    assert "bi.mat" not in text


def test_a_whole_failing_row_of_several_lines_stays_out_too() -> None:
    text = logged(
        "INSERT INTO people_person (full_name, phone, email, is_sample) VALUES (%s, %s, '', NULL)",
        ["Người Bí Mật\nhai dòng", "0912345678"],
    )
    assert "null value in column" in text
    assert "Bí Mật" not in text
    assert "hai dòng" not in text
    assert "0912345678" not in text


def test_every_log_goes_through_it() -> None:
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"plain"}
    assert settings.LOGGING["formatters"]["plain"]["()"] == "phoihop.core.logs.PlainFormatter"


def test_a_secret_word_of_an_address_is_left_out() -> None:
    record = logging.LogRecord(
        "django.request", logging.WARNING, "", 0, "Not Found: %s", ("/x/bimat-aB3_-z9/",), None
    )
    said = PlainFormatter("{message}", style="{").format(record)
    assert said == "Not Found: /x/bimat-…/"
