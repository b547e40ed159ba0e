"""How long pages and documents take as the web server hands them out."""

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from django.urls import reverse

from benchmarks.measuring import median, show
from phoihop.programmes.models import Programme
from phoihop.reports.models import Consolidation
from phoihop.sample.accounts import PASSWORD
from tests.hosting.installations import Installation

OFFICE = "vanphong"


def main(installation: Installation) -> None:
    """The pages an office opens most, of the programme that lives in the sample."""
    browser = Browser(f"http://127.0.0.1:{installation.port}")
    browser.sign_in(OFFICE)
    consolidation = Consolidation.objects.get()
    programme = Programme.objects.get(editions__origin="signed_here")
    for name, path in {
        "page: Việc của tôi": reverse("dashboards:home"),
        "page: programme": reverse("dashboards:programme", args=[programme.pk]),
        "page: board of reports": reverse("reports:board", args=[programme.pk]),
        "page: consolidation": reverse("reports:consolidation", args=[consolidation.pk]),
        "document: consolidation .docx": reverse("reports:consolidation_word", args=[consolidation.pk]),
    }.items():
        size = len(browser.get(path))
        show(f"{name} ({size / 1000:.0f} kB)", median(lambda path=path: browser.get(path)))


class Browser:
    """Somebody signed in, without pictures and scripts."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> bytes:
        """The body of the answer; anything but a success raises."""
        with self.opener.open(self.base + path) as answer:
            return bytes(answer.read())

    def sign_in(self, username: str) -> None:
        """Fill in the form as a browser would."""
        with self.opener.open(f"{self.base}/") as page:
            address, html = page.geturl(), page.read().decode()
        fields = dict(re.findall(r'name="(csrfmiddlewaretoken)" value="([^"]+)"', html))
        form = urllib.parse.urlencode(fields | {"login": username, "password": PASSWORD}).encode()
        self.opener.open(urllib.request.Request(address, data=form, headers={"Referer": address})).close()
