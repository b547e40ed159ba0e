"""`access_matrix`: write docs/reference/access.md from the routes; `--check` only compares."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from phoihop.core.routes import matrix

DOCUMENT = Path(settings.BASE).parent / "docs" / "reference" / "access.md"
HEAD = """# Who may open which route

Written by `python -m django access_matrix` (`make matrix`); a test fails when it is out of date.

A rule says who may open a route at all. Which rows they then see is decided by `visible_to(member)` of each
table, and what they may do with a row by the `permissions.py` of its app. `●` marks the roles let in;
`by_link` is whoever holds a secret link, `sign_in_stage` somebody between password and second factor, `staff`
an account for technical work on the tables (`is_staff`), `closed` answers 404. Style sheets, scripts and
fonts under `/static/` are open to all.

"""


class Command(BaseCommand):
    help = "Viết bảng quyền truy cập docs/reference/access.md từ các địa chỉ của hệ thống."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="chỉ so sánh, không viết")

    def handle(self, *, check: bool, **options: object) -> None:
        text = HEAD + matrix()
        if not check:
            DOCUMENT.parent.mkdir(parents=True, exist_ok=True)
            DOCUMENT.write_text(text, encoding="utf-8")
        elif not DOCUMENT.exists() or DOCUMENT.read_text(encoding="utf-8") != text:
            raise CommandError("docs/reference/access.md không còn đúng: hãy chạy make matrix.")
