"""`recompute_totals`: the stored totals made anew from all figures, or only held against them."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from phoihop.core import clock
from phoihop.targets.actions.checking import check_summaries
from phoihop.targets.actions.remaking import fold, recompute


class Command(BaseCommand):
    help = "Cộng lại toàn bộ số tổng từ số liệu gốc; --check chỉ đối chiếu, không sửa."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="chỉ đối chiếu")

    def handle(self, *args: Any, **options: Any) -> None:
        started = monotonic()
        if options["check"]:
            found = check_summaries(at=clock.now())
            said = f"Đã đối chiếu {found.series} chuỗi số liệu, {len(found.differing)} chỉ tiêu lệch"
        else:
            said = f"Đã cộng lại {recompute()} chuỗi số liệu"
            fold()
        self.stdout.write(f"{said}, {monotonic() - started:.1f} giây.")
