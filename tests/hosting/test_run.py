"""`phoihop run` as a person meets it: one installation, real processes, in the order of a working day."""

import signal
import socket
from collections.abc import Iterator

import psutil
import pytest

from phoihop.hosting import processes
from tests.hosting.installations import Installation, free_port


@pytest.fixture
def running(installation: Installation) -> Iterator[Installation]:
    installation.start()
    yield installation
    installation.stop()


def left_of(installation: Installation) -> list[psutil.Process]:
    mark = str(installation.data.resolve())
    return [process for process in psutil.process_iter() if processes.carries(process, mark)]


def test_the_first_start_shows_the_address_and_stopping_leaves_nothing(installation: Installation) -> None:
    said = installation.start()
    assert f"http://127.0.0.1:{installation.port}" in said
    assert installation.page_status() == 200
    assert installation.send(signal.SIGINT) == 0
    assert left_of(installation) == []
    assert not (installation.data / "postgres/cluster/postmaster.pid").exists()


def test_a_second_start_is_told_where_the_first_runs(running: Installation) -> None:
    second = running.phoihop("run")
    assert second.returncode == 1
    assert second.stderr == f"Lỗi: Phối Hợp đang chạy rồi tại http://127.0.0.1:{running.port}.\n"


def test_a_taken_port_is_one_line(installation: Installation) -> None:
    with socket.create_server(("127.0.0.1", installation.port)):
        refused = installation.phoihop("run")
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Lỗi: Cổng {installation.port} đang có chương trình khác dùng.")
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(("port", "line"), [("70000", "cổng phải từ 1 đến 65535"), ("tam", "số nguyên")])
def test_a_wrong_port_is_one_line(installation: Installation, port: str, line: str) -> None:
    refused = Installation(installation.data, installation.port, settings={"PORT": port}).phoihop("run")
    assert refused.returncode == 1
    assert line in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_an_unreachable_database_url_is_one_line_without_the_password(installation: Installation) -> None:
    url = f"postgresql://ai:bimat@127.0.0.1:{free_port()}/phoihop"
    refused = Installation(installation.data, installation.port, settings={"DATABASE_URL": url}).phoihop(
        "run"
    )
    assert refused.returncode == 1
    assert refused.stderr.startswith("Lỗi: Cơ sở dữ liệu báo lỗi:")
    assert "bimat" not in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_after_kill_9_of_the_run_the_next_start_stops_what_is_left_and_serves(running: Installation) -> None:
    running.send(signal.SIGKILL)
    orphans = left_of(running)
    assert orphans
    running.start()
    assert running.page_status() == 200
    assert not any(process.is_running() for process in orphans)


def test_after_kill_9_of_everything_the_next_start_serves(running: Installation) -> None:
    running.send(signal.SIGKILL)
    pid_file = running.data / "postgres/cluster/postmaster.pid"
    killed = [*left_of(running), psutil.Process(int(pid_file.read_text().split("\n")[0]))]
    for process in killed:
        process.kill()
    psutil.wait_procs(killed, timeout=10)
    running.start()
    assert running.page_status() == 200


@pytest.mark.slow
def test_a_killed_worker_web_server_or_database_comes_back_by_itself(running: Installation) -> None:
    pid_file = running.data / "postgres/cluster/postmaster.pid"
    for process in [*left_of(running), psutil.Process(int(pid_file.read_text().split("\n")[0]))]:
        process.kill()
    assert running.answers_within(30)
