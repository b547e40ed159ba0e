"""`make screenshots`: the main pages as pictures for the documentation, from the sample.

Each page is taken 1280 and 360 pixels wide and kept under docs/screenshots/, small enough for a repository.
"""

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")

PICTURES = ROOT / "docs" / "screenshots"
SERVER_HOME = ROOT / ".cache" / "test-postgres"
MOST_BYTES = 150_000
WIDE, PHONE = 1280, 360
TALLEST = {WIDE: 1600, PHONE: 1500}


@dataclass(frozen=True)
class Shot:
    """A page as one person sees it; `{name}` in the address stands for the id of a sample object."""

    name: str
    who: str
    address: str


SHOTS = (
    Shot("sign-in", "", "/tai-khoan/dang-nhap/"),
    Shot("home", "phunu", "/"),
    Shot("home-office", "vanphong", "/"),
    Shot("home-area-head", "truongthon", "/"),
    Shot("programmes", "vanphong", "/chuong-trinh/"),
    Shot("programme", "vanphong", "/chuong-trinh/{programme_id}/"),
    Shot("programme-text", "vanphong", "/chuong-trinh/{programme_id}/van-ban/"),
    Shot("signing", "chutich", "/ky-ket/{programme_id}/"),
    Shot("targets", "vanphong", "/chi-tieu/"),
    Shot("target", "phunu", "/chi-tieu/{target_id}/"),
    Shot("record-figure", "phunu", "/chi-tieu/{target_id}/ghi-so-lieu/"),
    Shot("reports", "phunu", "/bao-cao/"),
    Shot("report-form", "nongdan", "/bao-cao/{open_report_id}/soan/"),
    Shot("report-returned", "thanhnien", "/bao-cao/{returned_report_id}/soan/"),
    Shot("report-review", "vanphong", "/bao-cao/{waiting_report_id}/"),
    Shot("board", "vanphong", "/bao-cao/tinh-hinh/{programme_id}/"),
    Shot("consolidation", "vanphong", "/bao-cao/tong-hop/{pk}/"),
    Shot("tasks", "vanphong", "/cong-viec/"),
    Shot("read-paper", "vanphong", "/doc-van-ban/"),
    Shot("review", "vanphong", "/doc-van-ban/{draft_id}/"),
    Shot("parties", "vanphong", "/doc-van-ban/{draft_id}/cac-ben/"),
    Shot("register", "vanthu", "/tep/so-van-ban/{register_id}/"),
    Shot("place", "quantri", "/dia-ban/{area_id}/"),
    Shot("body", "vanphong", "/to-chuc/{body_id}/"),
    Shot("people", "quantrixa", "/nguoi-dung/"),
)


def main() -> None:
    """All pictures, or those named on the command line."""
    import django

    from phoihop.hosting.throwaway import throwaway_server

    given = os.environ.get("DATABASE_URL")
    if given:
        django.setup()
        take_all(set(sys.argv[1:]))
        return
    with throwaway_server(SERVER_HOME) as url:
        os.environ["DATABASE_URL"] = url
        django.setup()
        take_all(set(sys.argv[1:]))


def take_all(names: set[str]) -> None:
    """Fill a database, serve it, and take the pictures."""
    from tests.journeys import system
    from tests.journeys.browser import launch

    PICTURES.mkdir(parents=True, exist_ok=True)
    print("Chuẩn bị số liệu minh họa…")
    with system.running(system.filled()) as site, sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        for shot in SHOTS:
            if not names or shot.name in names:
                take(shot, browser, site.url, shot.address.format(**site.filled.objects))
        browser.close()


def take(shot: Shot, browser: Browser, site: str, address: str) -> None:
    """One page, wide and on a phone."""
    from tests.journeys.browser import Person

    someone = Person(browser, site, device_scale_factor=1)
    if shot.who:
        someone.signs_in(shot.who)
    for width, ending in ((WIDE, ""), (PHONE, "-phone")):
        someone.page.set_viewport_size({"width": width, "height": 800})
        someone.opens(address)
        someone.page.evaluate("document.fonts.ready")
        keep(someone.page.screenshot(full_page=True), width, PICTURES / f"{shot.name}{ending}.png")
    someone.context.close()


def keep(picture: bytes, width: int, path: Path) -> None:
    """Cut to the first screens, in as many colours as fit the size."""
    full = Image.open(io.BytesIO(picture)).convert("RGB")
    top = full.crop((0, 0, full.width, min(full.height, TALLEST[width])))
    for colours in (128, 64, 32, 16):
        held = io.BytesIO()
        top.quantize(colours, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
        if held.tell() <= MOST_BYTES:
            break
    path.write_bytes(held.getvalue())
    print(f"  {path.relative_to(ROOT)} ({held.tell() // 1000} kB, {colours} màu)")


if __name__ == "__main__":
    main()
