"""A person at a real Chromium: signs in, clicks what is written on the screen, checks the pages."""

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserType, Locator, Page
from playwright.sync_api import TimeoutError as NotThere

from phoihop.sample.accounts import PASSWORD

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = (Path(__file__).parent / "vendor" / "axe-core-4.14.1" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
MOST_TABS = 20


def launch(chromium: BrowserType) -> Browser:
    """Debian's Chromium where it is installed, else Playwright's own."""
    return chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, browser: Browser, site: str, **options: Any) -> None:
        self.site = site
        self.context = browser.new_context(locale="vi-VN", viewport=WIDE, **options)
        self.context.set_default_timeout(10_000)
        self.page: Page = self.context.new_page()

    def opens(self, path: str) -> int:
        """Go to an address of the site; the status of the answer."""
        answer = self.page.goto(f"{self.site}{path}")
        assert answer
        return answer.status

    def signs_in(self, username: str, password: str = PASSWORD) -> None:
        self.opens("/tai-khoan/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu", exact=True).fill(password)
        self.page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
        self.sees("Việc của tôi")

    def signs_in_by_keyboard(self, username: str, password: str = PASSWORD) -> None:
        """Without a mouse: Tab to the fields, type, Enter."""
        self.opens("/tai-khoan/dang-nhap/")
        self.tabs_to("input[name=login]")
        self.page.keyboard.type(username)
        self.tabs_to("input[name=password]")
        self.page.keyboard.type(password)
        self.page.keyboard.press("Enter")
        self.sees("Việc của tôi")

    def tabs_to(self, selector: str) -> None:
        """Press Tab until the element has the focus, which must be visible."""
        for _ in range(MOST_TABS):
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached by keyboard")

    def clicks(self, name: str, *, within: str = "main", exact: bool = False) -> None:
        """A button or link by its words; the page it leads to is there afterwards."""
        found = self.named(name, within=within, exact=exact)
        try:
            found.wait_for()
        except NotThere as error:
            raise AssertionError(f"no “{name}” on {self.page.url}: {self.page.inner_text(within)}") from error
        with self.page.expect_navigation():
            found.click()

    def named(self, name: str, *, within: str = "main", exact: bool = False) -> Locator:
        """The first button or link with these words."""
        area = self.page.locator(within)
        button = area.get_by_role("button", name=name, exact=exact)
        return button.or_(area.get_by_role("link", name=name, exact=exact)).first

    def fills(self, label: str, value: str) -> None:
        """A field by its label."""
        self.page.get_by_label(label, exact=True).fill(value)

    def sees(self, *words: str) -> None:
        """All these words stand on the page, where they can be seen."""
        for text in words:
            self.page.get_by_text(text).filter(visible=True).first.wait_for(timeout=15_000)

    def does_not_see(self, words: str) -> None:
        assert self.page.get_by_text(words).filter(visible=True).count() == 0, words

    def downloads(self, name: str) -> bytes:
        """The bytes behind a link or button."""
        with self.page.expect_download() as coming:
            self.named(name).click()
        return coming.value.path().read_bytes()

    def finds_the_page_in_order(self) -> None:
        """Accessible by WCAG 2.2 AA as axe sees it, and no wider than a phone."""
        found = faults_of(self.page)
        assert not found, found

    def row(self, words: str) -> Locator:
        """The table row that says so."""
        return self.page.get_by_role("row").filter(has_text=words)


def faults_of(page: Page, *, axe_at_phone_width: bool = False) -> list[str]:
    """What is wrong with the page as it stands, in words."""
    faults = [] if axe_at_phone_width else violations(page)
    page.set_viewport_size(PHONE)
    faults += violations(page) if axe_at_phone_width else []
    width = page.evaluate("document.documentElement.scrollWidth")
    faults += [f"{page.url}: {width} px wide on a phone: {_widest(page)}"] if width > PHONE["width"] else []
    page.set_viewport_size(WIDE)
    return faults


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.0 to 2.2, A and AA."""
    page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})",
        RULES,
    )
    return [
        f"{page.url}: {rule['id']}: {rule['help']}: {[node['target'] for node in rule['nodes']][:5]}"
        for rule in found["violations"]
    ]


def _widest(page: Page) -> list[str]:
    """The elements that reach beyond the screen."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.tagName + '.' + e.className).slice(0, 6)"""
    )
    return found
