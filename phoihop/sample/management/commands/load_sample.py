from django.core.management.base import BaseCommand, CommandError

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.sample.loading import load_sample


class Command(BaseCommand):
    help = "Nạp số liệu minh họa vào hệ thống chưa có người dùng nào."

    def handle(self, *, verbosity: int, **options: object) -> None:
        try:
            load_sample(at=clock.now(), say=self.stdout.write if verbosity else lambda line: None)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        if verbosity:
            self.stdout.write("Đã nạp số liệu minh họa.")
