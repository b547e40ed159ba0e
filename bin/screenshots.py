"""`make screenshots`: pictures of the main pages of a throwaway copy of the sample, into docs/screenshots.

`bin/screenshots.py NAME…` takes only those named.
"""

import io
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from phoihop.hosting.throwaway import throwaway_server

ROOT = Path(__file__).parents[1]
os.environ["PHOIHOP_DATA"] = str(ROOT / ".cache" / "test-data")
os.environ["DJANGO_SETTINGS_MODULE"] = "phoihop.settings"
django.setup()

from django.urls import reverse  # noqa: E402

from phoihop.core.routes import all_routes  # noqa: E402
from phoihop.sample.papers import TEXTS  # noqa: E402
from tests.journeys import system  # noqa: E402
from tests.journeys.browser import Person, launch  # noqa: E402
from tests.pages.addresses import address_of  # noqa: E402

PICTURES = ROOT / "docs" / "screenshots"
SCREEN: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
ROUTES = {route.name: route for route in all_routes()}
MOST_BYTES = 150_000
COLOURS = 256

type Known = Callable[[str], Person]


@dataclass(frozen=True)
class Shot:
    """A picture: whose page, its route, of which objects if not the usual ones, the words to scroll to."""

    name: str
    who: str
    route: str
    of: str = ""
    begin: str = ""
    on_phone: bool = False


AT_FIRST = (
    Shot("home", "phunu", "dashboards:home"),
    Shot("home-phone", "phunu", "dashboards:home", on_phone=True),
)
AT_WORK = (
    Shot("programme", "vanphong", "dashboards:programme", "programme_id"),
    Shot("text", "vanphong", "programmes:detail", "programme_id"),
    Shot("review", "vanphong", "drafting:review", "uploaded_id"),
    Shot("parties", "vanphong", "drafting:parties", "uploaded_id"),
    Shot("target", "phunu", "targets:detail", "target_id"),
    Shot("report-edit", "phunu", "reports:edit", "begun_id"),
    Shot("report-phone", "phunu", "reports:edit", "begun_id", on_phone=True),
    Shot("return", "vanphong", "reports:report", "waiting_report_id", "Xem xét báo cáo"),
    Shot("board", "vanphong", "reports:board", "programme_id"),
    Shot("consolidation", "vanphong", "reports:consolidation", "pk"),
    Shot("signing", "vanphong", "lifecycle:signing", "programme_id"),
    Shot("task", "vanphong", "plans:detail", "task_id"),
    Shot("places", "vanphong", "organisations:area", "area_id"),
    Shot("people", "quantrixa", "accounts:own_people"),
    Shot("form", "vanphong", "reports:form"),
    Shot("registration", "vanphong", "plans:registration"),
    Shot("sheet", "phunu", "plans:sheet"),
    Shot("due", "vanphong", "reports:due"),
    Shot("places-board", "vanphong", "reports:places"),
    Shot("consultation", "vanphong", "lifecycle:consultation"),
    Shot("meeting", "vanphong", "plans:meeting"),
    Shot("inspection", "vanphong", "plans:inspection"),
    Shot("joint-plan", "vanphong", "plans:proposals"),
    Shot("reminders", "vanphong", "reports:reminders"),
    Shot("grid", "vanphong", "targets:grid"),
    Shot("findings", "vanphong", "drafting:findings"),
    Shot("compare", "vanphong", "lifecycle:compare", "amended_programme_id amendment_id"),
    Shot("following", "vanphong", "lifecycle:following"),
    Shot("chasing", "vanphong", "reports:chasing"),
    Shot("overview", "vanphong", "dashboards:overview"),
    Shot("progress", "trunguong", "dashboards:place"),
    Shot("heat", "vanphong", "dashboards:heat"),
    Shot("tiles", "trunguong", "dashboards:tiles"),
    Shot("handing-down", "trunguong", "lifecycle:handing_down", "national_programme_id"),
    Shot("register", "vanthu", "documents:register"),
    Shot("village-phone", "truongthon", "dashboards:home", on_phone=True),
)


def main(wanted: Sequence[str]) -> int:
    """A server, a filled database, a web server and a browser; all of them end here."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with throwaway_server(ROOT / ".cache" / "test-postgres") as url:
        os.environ["DATABASE_URL"] = url
        with system.running(system.filled()) as site, sync_playwright() as playwright:
            browser = launch(playwright.chromium)
            people: dict[str, Person] = {}

            def known(username: str) -> Person:
                if username not in people:
                    people[username] = Person(browser, site.url)
                    people[username].signs_in(username)
                return people[username]

            take_all(known, site.filled.objects, wanted)
            browser.close()
    return 0


def take_all(known: Known, objects: Mapping[str, int | str], wanted: Sequence[str]) -> None:
    """The page of the first day before any work is begun, then all others."""
    for shot in _of(AT_FIRST, wanted):
        take(shot, known(shot.who), objects)
    begun = dict(objects) | begin_work(known)
    for shot in _of(AT_WORK, wanted):
        take(shot, known(shot.who), begun)


def _of(shots: Sequence[Shot], wanted: Sequence[str]) -> list[Shot]:
    return [shot for shot in shots if not wanted or shot.name in wanted]


def begin_work(known: Known) -> dict[str, int]:
    """The women's union begins its report of the quarter, the office reads a paper; the ids of both."""
    women, office = known("phunu"), known("vanphong")
    women.opens("/")
    women.clicks("Bắt đầu soạn")
    office.opens(reverse("drafting:papers"))
    office.page.get_by_label("Tệp").first.set_input_files(TEXTS / "bim-son-2017-2020.txt")
    office.clicks("Đọc văn bản")
    office.sees("Rà soát:")
    return {"begun_id": id_in(women.page.url), "uploaded_id": id_in(office.page.url)}


def id_in(address: str) -> int:
    """The number an address of the site carries."""
    found = re.search(r"/(\d+)/", address)
    if not found:
        raise SystemExit(f"Không thấy số trong {address}")
    return int(found[1])


def take(shot: Shot, person: Person, objects: Mapping[str, int | str]) -> None:
    """One picture, no larger than it must be."""
    page = person.page
    page.set_viewport_size(PHONE if shot.on_phone else SCREEN)
    status = person.opens(address(shot, objects))
    if status != 200:
        raise SystemExit(f"{shot.name}: {page.url} trả lời {status}")
    if shot.begin:
        scroll_to(page, shot.begin)
    path = PICTURES / f"{shot.name}.png"
    path.write_bytes(shrunk(page.screenshot()))
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


def address(shot: Shot, objects: Mapping[str, int | str]) -> str:
    """Of the objects the picture names, else of the one with which every route is tried."""
    if shot.of:
        return reverse(shot.route, args=[objects[name] for name in shot.of.split()])
    return address_of(ROUTES[shot.route], dict(objects))


def scroll_to(page: Page, words: str) -> None:
    """Bring the heading to the top, below the bar that stays."""
    heading = page.get_by_role("heading", name=words).first
    heading.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 80)")


def shrunk(picture: bytes) -> bytes:
    """With a palette, as few colours as it needs to stay small."""
    colours = COLOURS
    while True:
        packed = io.BytesIO()
        with Image.open(io.BytesIO(picture)) as image:
            image.convert("RGB").quantize(colours).save(packed, "PNG", optimize=True)
        if packed.tell() < MOST_BYTES or colours < 16:
            return packed.getvalue()
        colours //= 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
