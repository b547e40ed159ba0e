"""How heavy the first page is and how soon it can be used, in a real browser on a slow line and an old PC."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from shutil import which
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.measuring import show, show_count
from benchmarks.nation.building import Nation
from benchmarks.nation.visitors import visitors
from tests.hosting.installations import Installation

KILOBYTES = 150
SECONDS_COLD, SECONDS_WARM = 3.0, 1.0
SLOWER = 4
_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_USABLE = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return Math.max(page.domContentLoadedEventEnd, paint ? paint.startTime : 0) / 1000;
}"""
"""Seconds until something is painted and every script of the page has run."""


@dataclass
class Weight:
    """Bytes as they came over the line, by what they are."""

    bytes_by_kind: dict[str, float] = field(default_factory=dict)

    @property
    def kilobytes(self) -> float:
        return sum(self.bytes_by_kind.values()) / 1000

    @property
    def words(self) -> str:
        """The parts, the heaviest first."""
        parts = sorted(self.bytes_by_kind.items(), key=lambda part: -part[1])
        return ", ".join(f"{kind} {count / 1000:.0f}" for kind, count in parts)


def main(nation: Nation, installation: Installation) -> None:
    """The sign-in page, and the first page after it of somebody in a commune."""
    base, session = f"http://127.0.0.1:{installation.port}", visitors(nation)[-1].session
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=which("chromium"))
        try:
            _measure(browser, "sign-in page", f"{base}/tai-khoan/dang-nhap/", {})
            _measure(browser, "first page", f"{base}/", {"sessionid": session})
        finally:
            browser.close()


def _measure(browser: Browser, name: str, address: str, cookies: dict[str, str]) -> None:
    with _slow_page(browser, address, cookies) as (page, weight):
        page.goto(address, wait_until="load")
        page.wait_for_load_state("networkidle")
        cold = float(page.evaluate(_USABLE))
        show_count(f"{name}: on the line", weight.kilobytes, "kB", promised=KILOBYTES, note=weight.words)
        show(f"{name}: usable, nothing cached", cold, promised=SECONDS_COLD)
        page.goto(address, wait_until="load")
        show(f"{name}: usable, seen before", float(page.evaluate(_USABLE)), promised=SECONDS_WARM)


@contextmanager
def _slow_page(browser: Browser, address: str, cookies: dict[str, str]) -> Iterator[tuple[Page, Weight]]:
    context = browser.new_context()
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    weight = _weighed(devtools)
    devtools.send("Network.emulateNetworkConditions", _LINE)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        yield page, weight
    finally:
        context.close()


def _weighed(devtools: CDPSession) -> Weight:
    weight, kinds = Weight(), {}
    devtools.send("Network.enable")

    def came(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        kind = kinds.get(event["requestId"], "other")
        weight.bytes_by_kind[kind] = weight.bytes_by_kind.get(kind, 0) + event["encodedDataLength"]

    devtools.on("Network.responseReceived", came)
    devtools.on("Network.loadingFinished", finished)
    return weight
