from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from phoihop.core.errors import Refused
from phoihop.people.models import User
from phoihop.sample.removing import remove_sample


class Command(BaseCommand):
    help = "Xóa mọi dòng số liệu minh họa; số liệu thật giữ nguyên. Không còn tài khoản thì tạo quản trị."

    def handle(self, **options: object) -> None:
        try:
            count = remove_sample()
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"Đã xóa {count} dòng số liệu minh họa.")
        if not User.objects.exists():
            call_command("create_first_administrator", stdout=self.stdout)
