"""Start and stop the embedded PostgreSQL.

A server's home holds: `cluster` (the database files), `socket`, `log`, `password` (of the programme's own
role, which is no superuser), `postgresql.conf` and `pg_hba.conf` (rewritten at each start). It listens on
the socket alone, which only its account can reach, and asks for the password even there.
"""

import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from phoihop.hosting import location, locks, server_account
from phoihop.hosting.failures import HostingError, reason

SPACE_TO_CREATE = 400_000_000
SPACE_TO_START = 60_000_000
SECONDS_TO_RECOVER = 300
SECONDS_TO_STOP = 60

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "max_parallel_workers_per_gather": "0",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "512MB",
    "timezone": "UTC",
    "logging_collector": "on",
    "log_filename": "postgresql-%u.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
    # A failed statement would carry people's names into the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
THROWAWAY_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "120",
}


def start(home: Path, *, throwaway: bool = False) -> bool:
    """Start the server of `home`, creating its cluster the first time; False when it ran already.

    A throwaway server trades safety for speed: for tests. Raises HostingError.
    """
    real = server_account.settled_home(home)
    with locks.held(real / "start.lock"):
        return _start_alone(real, throwaway=throwaway)


def _start_alone(real: Path, *, throwaway: bool) -> bool:
    if _postmaster(real) is not None:
        return False
    require_space(real, SPACE_TO_START)
    _clear_what_a_crash_left(real)
    if not (real / "cluster").exists():
        require_space(real, SPACE_TO_CREATE)
        _create_cluster(real, throwaway=throwaway)
    _write_configuration(real, throwaway=throwaway)
    server_account.owned_folder(location.socket_folder(real))
    _launch(real)
    return True


def stop(home: Path) -> None:
    """Stop the server of `home` cleanly, when it runs: open transactions are rolled back."""
    postmaster = _postmaster(home.resolve())
    if postmaster is None:
        return
    for how in (signal.SIGINT, signal.SIGQUIT):
        postmaster.send_signal(how)
        if _gone(postmaster, within=SECONDS_TO_STOP):
            return
    raise HostingError("Cơ sở dữ liệu không chịu dừng; hãy khởi động lại máy.")


def is_running(home: Path) -> bool:
    """Whether the server of `home` runs."""
    return _postmaster(home.resolve()) is not None


def _postmaster(home: Path) -> psutil.Process | None:
    """The process of the pid file, if it is this cluster's server and not a stranger with its number."""
    pid_file = home / "cluster" / "postmaster.pid"
    try:
        process = psutil.Process(int(pid_file.read_text(encoding="utf-8").split("\n", 1)[0]))
        return process if _works_in(process, home / "cluster") else None
    except (OSError, ValueError, psutil.Error):
        return None


def _works_in(process: psutil.Process, cluster: Path) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == cluster
    except psutil.Error:
        return False


def _gone(process: psutil.Process, *, within: float) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.Error:
            return True
        time.sleep(0.02)
    return False


def _clear_what_a_crash_left(home: Path) -> None:
    """Make the cluster startable after a kill -9 of the server.

    PostgreSQL refuses to start while the number in its pid file belongs to any live process of the account,
    which after a restart of the machine or container may be anyone. The pid file also guards against
    surviving children that still write, so they go first.
    """
    survivors = list(_survivors(home / "cluster"))
    for process in survivors:
        process.kill()
    psutil.wait_procs(survivors, timeout=10)
    (home / "cluster" / "postmaster.pid").unlink(missing_ok=True)
    for stale in location.socket_folder(home).glob(".s.PGSQL.*"):
        stale.unlink()


def _survivors(cluster: Path) -> Iterator[psutil.Process]:
    for process in psutil.process_iter(["name"]):
        if process.info["name"] == "postgres" and _works_in(process, cluster):
            yield process


def require_space(folder: Path, wanted: int) -> None:
    """Raises HostingError when the disk of `folder` has fewer than `wanted` bytes left."""
    free = shutil.disk_usage(folder).free
    if free < wanted:
        raise HostingError(
            f"Ổ đĩa đã đầy: {folder} còn {free // 1_000_000} MB, cần ít nhất {wanted // 1_000_000} MB."
        )


def _create_cluster(home: Path, *, throwaway: bool) -> None:
    """Make the cluster under another name first, so that an interrupted creation is simply made again."""
    unfinished = home / "cluster.new"
    shutil.rmtree(unfinished, ignore_errors=True)
    server_account.owned_folder(unfinished)
    server_account.owned_folder(home / "log")
    command = ["initdb", "-D", str(unfinished), "--username=postgres", "--encoding=UTF8", "--locale=C"]
    command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    command += ["--auth=reject"]
    _program(home, command + ["--no-sync"] * throwaway)
    _create_role_and_database(home, unfinished)
    unfinished.rename(home / "cluster")


def _create_role_and_database(home: Path, cluster: Path) -> None:
    password = secrets.token_urlsafe(32)
    kept = home / "password"
    kept.unlink(missing_ok=True)
    kept.touch(mode=0o600)
    kept.write_text(password, encoding="ascii")
    role, database = location.ROLE, location.DATABASE
    statements = (
        f"CREATE ROLE {role} LOGIN CREATEDB PASSWORD '{password}';\n"
        f"CREATE DATABASE {database} OWNER {role};\n"
    )
    _program(home, ["postgres", "--single", "-D", str(cluster), "postgres"], given=statements)


def _program(home: Path, command: list[str], *, given: str = "") -> None:
    done = subprocess.run(
        [str(server_account.programs() / command[0]), *command[1:]],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        env=_environment(),
        **server_account.run_as(),
    )
    if done.returncode or "ERROR:" in done.stderr:
        raise HostingError(reason("Không tạo được cơ sở dữ liệu", done.stderr))


def _environment() -> dict[str, str]:
    return {"LC_ALL": "C", "PATH": os.environ.get("PATH", "/usr/bin:/bin")}


def _write_configuration(home: Path, *, throwaway: bool) -> None:
    """Outside the cluster, so that root never writes into a folder of another account."""
    settings = SETTINGS | (THROWAWAY_SETTINGS if throwaway else {})
    settings |= {
        "hba_file": str(home / "pg_hba.conf"),
        "log_directory": str(home / "log"),
        "unix_socket_directories": str(location.socket_folder(home)),
    }
    lines = [f"{name} = '{value.replace("'", "''")}'\n" for name, value in settings.items()]
    _write_readable(home / "postgresql.conf", "".join(lines))
    _write_readable(home / "pg_hba.conf", "local all all scram-sha-256\n")


def _write_readable(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)


def _launch(home: Path) -> None:
    cluster, output = home / "cluster", home / "start.log"
    command = [str(server_account.programs() / "postgres"), "-D", str(cluster)]
    command += ["-c", f"config_file={home / 'postgresql.conf'}"]
    with output.open("wb") as log:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=home,
            env=_environment(),
            start_new_session=True,
            **server_account.run_as(),
        )
    _wait_until_ready(server, cluster / "postmaster.pid", output)


def _wait_until_ready(server: subprocess.Popen[bytes], pid_file: Path, output: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_RECOVER
    while time.monotonic() < deadline:
        if server.poll() is not None:
            said = output.read_text(encoding="utf-8", errors="replace") + _last_log(output.parent / "log")
            raise HostingError(reason("Cơ sở dữ liệu không khởi động được", said))
        if _says_ready(pid_file):
            # The server outlives this object on purpose; stop() finds it by its pid file.
            server.returncode = 0
            return
        time.sleep(0.02)
    raise HostingError(f"Cơ sở dữ liệu chưa sẵn sàng sau {SECONDS_TO_RECOVER} giây.")


def _says_ready(pid_file: Path) -> bool:
    """Line 8 of the pid file is the server's own word on its state."""
    try:
        lines = pid_file.read_text(encoding="utf-8").split("\n")
    except OSError:
        return False
    return len(lines) >= 8 and lines[7].strip() == "ready"


def _last_log(folder: Path) -> str:
    logs = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime)
    return logs[-1].read_text(encoding="utf-8", errors="replace")[-5000:] if logs else ""
