"""What may go wrong on the machine itself, told to the person who started us."""

import errno
from collections.abc import Iterator

import psycopg


class HostingError(Exception):
    """One plain Vietnamese line that says what is wrong and what to do; the program ends with it."""


def in_one_line(error: BaseException) -> str | None:
    """The line for a failure of the machine; None for a fault of ours, to be shown whole."""
    for cause in _chain(error):
        if isinstance(cause, HostingError):
            return str(cause)
        if isinstance(cause, psycopg.errors.DiskFull):
            return _FULL
        if isinstance(cause, psycopg.OperationalError):
            return reason("Cơ sở dữ liệu báo lỗi", str(cause))
        if isinstance(cause, OSError) and cause.errno in _OF_THE_SYSTEM:
            return _OF_THE_SYSTEM[cause.errno].format(path=cause.filename or "")
    return None


_FULL = "Ổ đĩa đã đầy: hãy dọn bớt chỗ trống rồi chạy lại."
_OF_THE_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: "Ổ đĩa chỉ cho đọc, không ghi được vào {path}.",
    errno.EACCES: "Không có quyền ghi vào {path}: hãy chạy bằng người dùng đã cài đặt.",
    errno.EPERM: "Không có quyền ghi vào {path}: hãy chạy bằng người dùng đã cài đặt.",
}


def _chain(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    while current is not None:
        yield current
        current = current.__cause__


def reason(what: str, output: str) -> str:
    """What failed and why, from the words of another program."""
    if "No space left on device" in output:
        return f"{what}: ổ đĩa đã đầy."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if any(word in line for word in ("FATAL:", "ERROR:", "error:"))]
    return f"{what}: {(telling or lines or ['không rõ lý do'])[-1]}"
