from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.sample.loading import load_sample
from phoihop.sample.removing import real_rows, remove_sample


class Command(BaseCommand):
    help = "Làm lại số liệu minh họa từ đầu; từ chối khi có một dòng số liệu thật."

    def handle(self, **options: object) -> None:
        real = real_rows()
        if real:
            raise CommandError(f"Không làm lại được vì đã có số liệu thật: {', '.join(real)}.")
        try:
            with transaction.atomic():
                remove_sample()
                load_sample(at=clock.now(), say=self.stdout.write)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write("Đã làm lại số liệu minh họa.")
