"""Failures of the machine come as one Vietnamese line; faults of ours are shown whole."""

import errno

import psycopg
import pytest
from django.db.utils import OperationalError

from phoihop.hosting.failures import HostingError, in_one_line, reason


@pytest.mark.parametrize(
    ("failure", "line"),
    [
        (
            HostingError("Cổng 8000 đang có chương trình khác dùng."),
            "Cổng 8000 đang có chương trình khác dùng.",
        ),
        (OSError(errno.ENOSPC, "No space left"), "Ổ đĩa đã đầy: hãy dọn bớt chỗ trống rồi chạy lại."),
        (psycopg.errors.DiskFull("x"), "Ổ đĩa đã đầy: hãy dọn bớt chỗ trống rồi chạy lại."),
        (
            PermissionError(errno.EACCES, "no", "/data"),
            "Không có quyền ghi vào /data: hãy chạy bằng người dùng đã cài đặt.",
        ),
        (psycopg.OperationalError("connection\nrefused"), "Cơ sở dữ liệu báo lỗi: refused"),
    ],
)
def test_a_failure_of_the_machine_is_one_line(failure: Exception, line: str) -> None:
    assert in_one_line(failure) == line


def test_the_cause_behind_djangos_own_error_is_found() -> None:
    wrapped = OperationalError("x")
    wrapped.__cause__ = psycopg.errors.DiskFull("x")
    assert in_one_line(wrapped) == "Ổ đĩa đã đầy: hãy dọn bớt chỗ trống rồi chạy lại."


def test_a_fault_of_ours_is_not_hidden() -> None:
    assert in_one_line(KeyError("x")) is None


def test_another_programs_words_are_cut_to_the_telling_line() -> None:
    said = "LOG: starting\nFATAL:  lock file exists\nLOG: shut down\n"
    assert reason("Không khởi động được", said) == "Không khởi động được: FATAL:  lock file exists"
    assert reason("pg_dump", "pg_dump: error: write: No space left on device") == "pg_dump: ổ đĩa đã đầy."
