"""The command `phoihop`. Each subcommand imports what it needs when it is asked for."""

import os
import sys
from collections.abc import Callable

from phoihop.hosting.failures import in_one_line
from phoihop.hosting.screen import complain, say

USAGE = """\
Cách dùng: phoihop LỆNH …

  run                      chạy chương trình trên máy này
  read TỆP [--json|--text] đọc một chương trình phối hợp (.docx, văn bản)
  check TỆP [--json]       soát một văn bản: số mục, phép cộng, hạn, căn cứ, địa danh
  backup TỆP               sao lưu dữ liệu và tệp đính kèm vào một tệp
  restore TỆP [--yes]      khôi phục từ bản sao lưu
  manage …                 lệnh quản trị của Django
"""


def main() -> int:
    """The exit code: 0 done, 1 a failure told in one line, 2 wrong use."""
    name, rest = (sys.argv[1] if len(sys.argv) > 1 else "", sys.argv[2:])
    command = COMMANDS.get(name)
    if command is None:
        say(USAGE)
        return 0 if name in {"", "help", "-h", "--help"} else 2
    try:
        return command(rest)
    except Exception as error:
        line = in_one_line(error)
        if line is None:
            raise
        complain(line)
        return 1


def _read(arguments: list[str]) -> int:
    from phoihop.reading import command

    return command.main(arguments)


def _check(arguments: list[str]) -> int:
    from phoihop.drafting.known_places import listed_places
    from phoihop.reading.checks import command

    return command.main(arguments, known=listed_places())


def _run(arguments: list[str]) -> int:
    from phoihop.hosting import run

    if arguments:
        say(USAGE)
        return 2
    run.run()
    return 0


def _backup(arguments: list[str]) -> int:
    from phoihop.hosting import backup_command

    return backup_command.backup(arguments)


def _restore(arguments: list[str]) -> int:
    from phoihop.hosting import backup_command

    return backup_command.restore(arguments)


def _manage(arguments: list[str]) -> int:
    from phoihop.hosting.installation import reachable_database

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
    with reachable_database():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["phoihop manage", *arguments])
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "read": _read,
    "check": _check,
    "run": _run,
    "backup": _backup,
    "restore": _restore,
    "manage": _manage,
}
