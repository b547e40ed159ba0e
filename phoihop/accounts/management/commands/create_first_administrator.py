"""`create_first_administrator`: the account an empty installation starts with."""

import os

from django.core.management.base import BaseCommand, CommandError, CommandParser

from phoihop.accounts.first_administrator import create_first_administrator
from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.people.codes import readable_code


class Command(BaseCommand):
    help = (
        "Tạo quản trị đầu tiên của đơn vị vận hành. Mật khẩu lấy từ biến PHOIHOP_ADMIN_PASSWORD; "
        "nếu không có thì sinh ngẫu nhiên, in ra một lần và phải đổi khi đăng nhập."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", default="quantri")
        parser.add_argument("--full-name", default="Quản trị hệ thống")

    def handle(self, *, username: str, full_name: str, **options: object) -> None:
        given = os.environ.get("PHOIHOP_ADMIN_PASSWORD", "")
        password = given or readable_code()
        try:
            made = create_first_administrator(
                username=username,
                full_name=full_name,
                password=password,
                must_change_password=not given,
                at=clock.now(),
            )
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"Tên đăng nhập: {made.user.username}")
        if not given:
            self.stdout.write(f"Mật khẩu (phải đổi khi đăng nhập): {password}")
