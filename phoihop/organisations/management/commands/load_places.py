"""`load_places`: the nation's places before and after 1 July 2025; nothing when they are there."""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand

from phoihop.organisations.places.loading import load


class Command(BaseCommand):
    help = "Nạp địa bàn cả nước trước và sau ngày 01/7/2025; đã nạp thì không làm gì."

    def handle(self, *args: Any, **options: Any) -> None:
        started = monotonic()
        tell = self.stdout.write if options["verbosity"] else lambda line: None
        if load(tell):
            tell(f"Đã nạp địa bàn trong {monotonic() - started:.1f} giây.")
        else:
            tell("Địa bàn đã có sẵn.")
