"""Load cut-off windows of figures."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from phoihop.reports.actions.cutoff_windows import WINDOWS_FILE, load_windows


class Command(BaseCommand):
    """`load_windows [FILE]`: idempotent; without a file, the decree the product comes with."""

    help = "Nạp kỳ chốt số liệu từ tệp CSV (cột như tệp có sẵn của phần mềm)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=WINDOWS_FILE)

    def handle(self, *args: Any, **options: Any) -> None:
        count = load_windows(path=options["file"])
        self.stdout.write(f"Đã nạp {count} dòng kỳ chốt số liệu.")
