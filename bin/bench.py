"""`make bench`: the figures this product promises, measured on this machine."""

import re
import signal
import statistics
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from phoihop.reading.reader import read_text
from tests.hosting.installations import Installation, free_port, remove_server

TEXTS = Path(__file__).parents[1] / "phoihop" / "sample" / "texts"
ROUNDS = 10


def reading() -> None:
    """All texts of the sample, read one after the other."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    durations = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for text in texts:
            read_text(text)
        durations.append(time.perf_counter() - began)
    show(f"reading {len(texts)} texts", statistics.median(durations), promise=1)


def starting(installation: Installation) -> None:
    """The first start fills the folder; the later one only serves."""
    for name, promise in (("first start", 180), ("later start", 6)):
        if installation.running:
            installation.send(signal.SIGTERM)
        began = time.perf_counter()
        installation.start()
        installation.page_status()
        show(f"{name} to the first page", time.perf_counter() - began, promise=promise)


def pages(installation: Installation) -> None:
    """The home page of a sample account and every page it links to."""
    from phoihop.sample import accounts

    username, password, _ = accounts.listing()[0]
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    base = f"http://127.0.0.1:{installation.port}"
    sign_in(browser, base, username=username, password=password)
    home = browser.open(f"{base}/").read().decode()
    for path in sorted({"/", *re.findall(r'<a[^>]+href="(/[^"#?]*)"', home)}):
        durations = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            browser.open(base + path).read()
            durations.append(time.perf_counter() - began)
        show(f"page {path}", statistics.median(durations), promise=0.3)


def sign_in(browser: urllib.request.OpenerDirector, base: str, *, username: str, password: str) -> None:
    """Fill in the sign-in form as a browser would."""
    page = browser.open(f"{base}/")
    fields = dict(re.findall(r'name="(csrfmiddlewaretoken)" value="([^"]+)"', page.read().decode()))
    form = urllib.parse.urlencode(fields | {"login": username, "password": password}).encode()
    browser.open(urllib.request.Request(page.geturl(), data=form, headers={"Referer": page.geturl()}))


def show(what: str, seconds: float, *, promise: float) -> None:
    print(f"{what:<60} {seconds:9.3f} s   promised {promise} s", flush=True)


def main() -> int:
    reading()
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), free_port())
        try:
            starting(installation)
            pages(installation)
        finally:
            installation.stop()
            remove_server(installation.data / "postgres")
    return 0


if __name__ == "__main__":
    sys.exit(main())
