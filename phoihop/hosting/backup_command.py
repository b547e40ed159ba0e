"""`phoihop backup FILE` and `phoihop restore FILE [--yes]`."""

import argparse
import os
from datetime import datetime
from pathlib import Path

import django

from phoihop.hosting.installation import reachable_database
from phoihop.hosting.screen import say, step


def backup(arguments: list[str]) -> int:
    """Write the backup named on the command line."""
    parser = argparse.ArgumentParser(prog="phoihop backup", description="Sao lưu vào một tệp.")
    parser.add_argument("file", type=Path, metavar="TỆP")
    target = parser.parse_args(arguments).file.absolute()
    with reachable_database():
        _set_up_django()
        from phoihop.core import clock
        from phoihop.hosting import backup as backups

        with step(f"Sao lưu vào {target}"):
            backups.write(target, at=clock.now())
    return 0


def restore(arguments: list[str]) -> int:
    """Restore the backup named on the command line, after asking."""
    parser = argparse.ArgumentParser(prog="phoihop restore", description="Khôi phục từ bản sao lưu.")
    parser.add_argument("file", type=Path, metavar="TỆP")
    parser.add_argument("--yes", action="store_true", help="không hỏi lại")
    options = parser.parse_args(arguments)
    source = options.file.absolute()
    with reachable_database():
        _set_up_django()
        from phoihop.hosting import backup as backups

        with step("Kiểm tra bản sao lưu"):
            manifest = backups.check(source)
        made = datetime.fromisoformat(manifest.made_at).astimezone()
        say(f"  Bản sao lưu lúc {made:%H:%M ngày %d/%m/%Y}, phiên bản {manifest.version}.")
        if not (options.yes or _agreed()):
            say("Không khôi phục; dữ liệu giữ nguyên.")
            return 1
        with step("Khôi phục"):
            backups.restore(source)
    return 0


def _set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
    django.setup()


def _agreed() -> bool:
    say("  TẤT CẢ dữ liệu hiện có sẽ bị thay bằng bản sao lưu này.")
    try:
        return input("  Gõ CO để tiếp tục: ").strip().lower() in {"co", "có"}
    except EOFError:
        return False
