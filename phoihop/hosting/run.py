"""`phoihop run`: from an empty folder to a running programme, and back to nothing running."""

import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from phoihop import environment
from phoihop.hosting import installation, location, postgres, processes
from phoihop.hosting.failures import HostingError
from phoihop.hosting.processes import Child
from phoihop.hosting.screen import say, seconds, step

SECONDS_TO_ANSWER = 60
RESTARTS = 5
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_BETWEEN_TRIES = 2
SECONDS_OF_MEMORY = 60


class StopAskedError(BaseException):
    """Ctrl-C, or the system asks us to end."""


def run() -> None:
    """Start everything, watch it until asked to stop, stop everything. Raises HostingError."""
    began = time.monotonic()
    with ExitStack() as running:
        running.enter_context(stoppable())
        running.enter_context(installation.only_run())
        processes.stop_left_behind(_mark())
        address = free_address()
        with step("Cơ sở dữ liệu"):
            running.enter_context(installation.database_server())
        accounts = prepare()
        children = running.enter_context(serving(address))
        running.enter_context(installation.address_kept(url(address)))
        welcome(address, accounts, time.monotonic() - began)
        watch(children)


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn the signals to end into one exception; while all is being stopped, further ones change nothing."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        for number in _ENDING:
            signal.signal(number, signal.SIG_IGN)
        raise StopAskedError

    before = {number: signal.signal(number, ask) for number in _ENDING}
    try:
        yield
    except StopAskedError:
        say("Đã dừng.")
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _mark() -> str:
    return str(location.data_folder().resolve())


def free_address() -> tuple[str, int]:
    """The host and port to listen on, checked to be free."""
    host, port = environment.text("PHOIHOP_BIND", "127.0.0.1"), environment.number("PORT", 8000)
    try:
        with socket.create_server((host, port)):
            return host, port
    except PermissionError:
        raise HostingError(f"Không được phép dùng cổng {port}: hãy chọn cổng từ 1024 trở lên.") from None
    except OverflowError:
        raise HostingError(f"PORT={port}: cổng phải từ 1 đến 65535.") from None
    except OSError:
        raise HostingError(
            f"Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: PORT={port + 1} make run"
        ) from None


def prepare() -> list[tuple[str, str, str]]:
    """Imported late: Django's settings need the running server's address."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
    from phoihop.hosting import preparation

    return preparation.prepare()


@contextmanager
def serving(address: tuple[str, int]) -> Iterator[list[Child]]:
    """Web server and worker; the web server answers when this is entered."""
    web, worker = _web(address), _worker()
    try:
        with step("Máy chủ web"):
            start(web)
            wait_for_answer(web, address)
        start(worker)
        yield [web, worker]
    finally:
        worker.stop()
        web.stop()


def start(child: Child) -> None:
    """Start it with the settings of this run."""
    child.start(mark=_mark(), settings={"DJANGO_SETTINGS_MODULE": "phoihop.settings"})


def _web(address: tuple[str, int]) -> Child:
    host, port = address
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    command += ["--workers", str(os.cpu_count() or 1), "--blocking-threads", "1", "--no-ws"]
    command += ["--log-level", "warning", "--respawn-failed-workers", "--workers-kill-timeout", "5"]
    command += ["phoihop.wsgi:application"]
    return Child("máy chủ web", command, _log("web"))


def _worker() -> Child:
    command = [sys.executable, "-m", "django", "procrastinate", "worker"]
    return Child("việc nền", command, _log("worker"))


def _log(name: str) -> Path:
    return location.data_folder() / "log" / f"{name}.log"


def wait_for_answer(web: Child, address: tuple[str, int]) -> None:
    """Until the first page comes; whether it asks to sign in or greets, it may not fail."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        if not web.is_alive:
            raise HostingError(f"Máy chủ web không khởi động được: {processes.last_line(web.log)}")
        status = first_page_status(address)
        if status >= 500:
            raise HostingError(f"Trang đầu tiên báo lỗi {status}; xem {web.log}.")
        if status:
            return
        time.sleep(0.05)
    raise HostingError(f"Máy chủ web chưa trả lời sau {SECONDS_TO_ANSWER} giây; xem {web.log}.")


def first_page_status(address: tuple[str, int]) -> int:
    """The HTTP status of the first page; 0 while nobody answers."""
    try:
        with urllib.request.urlopen(url(address), timeout=SECONDS_TO_ANSWER) as page:
            return int(page.status)
    except urllib.error.HTTPError as answer:
        return answer.code
    except OSError:
        return 0


def url(address: tuple[str, int]) -> str:
    """The address to open in a browser on this machine."""
    host, port = address
    return f"http://{'127.0.0.1' if host in {'0.0.0.0', '::'} else host}:{port}"


def welcome(address: tuple[str, int], accounts: list[tuple[str, str, str]], duration: float) -> None:
    """The address and the accounts."""
    say(f"\nPhối Hợp đang chạy tại {url(address)} (khởi động {seconds(duration)}). Dừng: Ctrl-C.")
    if accounts:
        say("Tài khoản dùng thử (SỐ LIỆU MINH HỌA):")
    for username, password, who in accounts:
        say(f"  {username:<20} {password:<20} {who}")


def _database_kept_up(told: str) -> str:
    """Start the embedded server when it ended; while it cannot (a full disk), say so once and go on: pages
    tell people the same, and the next look tries again. What was said last."""
    if not location.is_embedded():
        return ""
    try:
        postgres.start(location.server_folder())
    except HostingError as error:
        if str(error) != told:
            say(f"  Cơ sở dữ liệu chưa chạy lại được: {error} Sẽ thử lại.")
        time.sleep(SECONDS_BETWEEN_TRIES)
        return str(error)
    if told:
        say("  Cơ sở dữ liệu đã chạy lại.")
    return ""


def watch(children: list[Child]) -> None:
    """Start again what ends by itself; give up when it keeps ending."""
    ended: list[float] = []
    told = ""
    while len(ended) <= RESTARTS:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        ended = [when for when in ended if time.monotonic() - when < SECONDS_OF_MEMORY]
        for child in children:
            if not child.is_alive:
                ended.append(time.monotonic())
                say(f"  {child.name} đã tự dừng ({processes.last_line(child.log)}), khởi động lại.")
                start(child)
        told = _database_kept_up(told)
    raise HostingError(f"Chương trình dừng quá nhiều lần; xem nhật ký trong {_log('web').parent}.")
