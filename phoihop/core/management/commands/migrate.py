"""Django's migrate, which fills a database without tables from the snapshot first."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate

from phoihop.core.snapshot import SNAPSHOT, fill_empty_database


class Command(migrate.Command):
    """As Django's; with --from-first every migration runs."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--from-first", action="store_true", help="chạy mọi bước, không dùng bản chụp sẵn"
        )

    def handle(self, *args: Any, from_first: bool = False, **options: Any) -> None:
        only_looks = options["plan"] or options["check_unapplied"]
        if not (from_first or only_looks or options["app_label"]):
            fill_empty_database(SNAPSHOT.read_text(encoding="utf-8"))
        super().handle(*args, **options)
