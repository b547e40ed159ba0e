"""Load holidays and swapped working days."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from phoihop.reports.actions.calendar_days import CALENDAR_FILE, load_calendar


class Command(BaseCommand):
    """`load_calendar [FILE]`: idempotent; without a file, the days the product comes with."""

    help = "Nạp ngày nghỉ lễ và ngày làm bù từ tệp CSV (day,kind,name,source)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=CALENDAR_FILE)

    def handle(self, *args: Any, **options: Any) -> None:
        count = load_calendar(path=options["file"])
        self.stdout.write(f"Đã nạp {count} ngày.")
