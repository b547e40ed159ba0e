"""What must stand in the database and on disk before the first page: each step does nothing when it is done.

Django is imported here, after the server runs: its settings hold the server's address.
"""

import hashlib
from pathlib import Path

import django
import psycopg
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from phoihop import environment
from phoihop.core.static_storage import sources
from phoihop.hosting import location
from phoihop.hosting.failures import HostingError
from phoihop.hosting.screen import say, step

LOWEST_SERVER = 18
SECONDS_TO_CONNECT = 10


def prepare() -> list[tuple[str, str, str]]:
    """Bring database and files to what this version needs; the sample accounts. Raises HostingError."""
    require_server()
    django.setup()
    migrate()
    load_places()
    fill_when_empty()
    collect_static_files()
    accounts = sample_accounts()
    leave_database()
    return accounts


def require_server() -> None:
    """The server answers, and is not older than what the tests run on."""
    with psycopg.connect(location.database_url(), connect_timeout=SECONDS_TO_CONNECT) as opened:
        version = opened.info.server_version // 10_000
    if version < LOWEST_SERVER:
        raise HostingError(f"Cần PostgreSQL {LOWEST_SERVER} trở lên; DATABASE_URL là bản {version}.")


def migrate() -> None:
    """Bring the tables up to date."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with step("Lập các bảng dữ liệu"):
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)


def load_places() -> None:
    """The nation's places, once."""
    if not apps.get_model("organisations", "AreaCode").objects.exists():
        with step("Nạp danh mục tỉnh, xã (trước và sau ngày 01/7/2025)"):
            command("load_places", verbosity=0)


def fill_when_empty() -> None:
    """On an empty database: the sample, or with SAMPLE=no the first administrator."""
    if get_user_model().objects.exists():
        return
    if environment.flag("SAMPLE", default=True):
        say("  Chưa có dữ liệu: nạp SỐ LIỆU MINH HỌA để dùng thử (muốn bắt đầu trống: SAMPLE=no make run).")
        with step("Nạp số liệu minh họa"):
            command("load_sample", verbosity=0)
    else:
        say("  Bắt đầu trống. Tài khoản quản trị đầu tiên (mật khẩu chỉ hiện một lần này):")
        command("create_first_administrator")


def command(name: str, *, verbosity: int = 1) -> None:
    """Run a command of the apps, whole or not at all."""
    try:
        with transaction.atomic():
            call_command(name, verbosity=verbosity)
    except CommandError as refused:
        raise HostingError(str(refused)) from refused


def sample_accounts() -> list[tuple[str, str, str]]:
    """User name, password and who it is, of the sample accounts that exist."""
    from phoihop.sample import accounts

    listed = accounts.listing()
    names = [username for username, _, _ in listed]
    sample_users = get_user_model().objects.filter(username__in=names, person__is_sample=True)
    existing = set(sample_users.values_list("username", flat=True))
    return [account for account in listed if account[0] in existing]


def leave_database() -> None:
    """The run itself needs no connection once all is prepared."""
    wrapper = connections["default"]
    wrapper.close()
    if isinstance(wrapper, DatabaseWrapper):
        wrapper.close_pool()


def collect_static_files() -> None:
    """Gather, hash and compress style sheets, scripts and fonts, when one of them or a page changed."""
    kept = Path(settings.STATIC_ROOT) / "collected-from"
    current = _static_fingerprint()
    if kept.exists() and kept.read_text(encoding="ascii") == current:
        return
    with step("Chuẩn bị tệp giao diện"):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        kept.write_text(current, encoding="ascii")


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(f"{name} {storage.size(name)} {storage.get_modified_time(name)}\n".encode())
    for path in sorted(sources()):
        digest.update(f"{path} {path.stat().st_mtime_ns}\n".encode())
    return digest.hexdigest()
