"""What the browser loads: collected without error, with licences, and small."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.template.loader import render_to_string

import phoihop.core

STATIC = Path(phoihop.core.__file__).parent / "static"
FIRST_PAGE_KB = 150
FIRST_PAGE = [
    "vendor/tabler-1.0.0/tabler.min.css",
    "vendor/htmx-2.0.11/htmx.min.js",
    "vendor/tabler-icons-3.51.0/sprite.svg",
    "core/img/mark.svg",
    "core/js/phoihop.js",
    *(f"core/css/{name}.css" for name in ("font", "colours", "phoihop", "print")),
    *(
        f"vendor/be-vietnam-pro-5.3.0/be-vietnam-pro-{subset}-{weight}-normal.woff2"
        for subset in ("latin", "vietnamese")
        for weight in (400, 600)
    ),
]


def test_every_part_made_by_others_has_its_licence() -> None:
    parts = [folder for folder in (STATIC / "vendor").iterdir() if folder.is_dir()]
    assert parts
    assert not [part.name for part in parts if not (part / "LICENSE").exists()]


def test_the_first_page_is_small() -> None:
    page = render_to_string("core/error.html", {"title": "x", "text": "y", "back": "/"}).encode()
    files = [STATIC / name for name in FIRST_PAGE]
    size = sum(path.stat().st_size if path.suffix == ".woff2" else _packed(path) for path in files)
    assert (size + len(gzip.compress(page))) / 1000 <= FIRST_PAGE_KB


def _packed(path: Path) -> int:
    return len(brotli.compress(path.read_bytes()))


def test_base_html_loads_exactly_what_is_counted() -> None:
    page = render_to_string("core/error.html", {"title": "x", "text": "y", "back": "/"})
    loaded = {part.split('"')[0] for part in page.split("/static/")[1:]}
    assert loaded - {"vendor/tabler-icons-3.51.0/sprite.svg"} <= set(FIRST_PAGE)


@pytest.mark.slow
def test_all_files_are_collected_under_hashed_names(tmp_path: Path, settings: object) -> None:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    settings.STORAGES = settings.STORAGES | {  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert staticfiles_storage.url("core/css/phoihop.css") != "/static/core/css/phoihop.css"
    assert list(tmp_path.glob("core/css/phoihop.*.css.br"))
