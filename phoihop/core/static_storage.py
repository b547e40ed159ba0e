"""Static files as they are served: hashed, compressed, and the kit's style sheet cut down to what is used."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)

from phoihop.core.used_styles import cut_down, used_in

_SHEET = "vendor/tabler-1.0.0/tabler.min.css"
_SOURCES = (("phoihop", ("*.html", "*.py", "*.js")), ("allauth", ("*.html",)))
"""Whose pages are shown with our style sheet, and where they can name a class."""


def sources() -> Iterator[Path]:
    """The templates, code and scripts of these pages."""
    for package, kinds in _SOURCES:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations if spec else None) or ():
            for kind in kinds:
                yield from (path for path in Path(folder).rglob(kind) if "vendor" not in path.parts)


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Cuts the sheet down before its name is made from its content."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if _SHEET in paths and not dry_run:
            storage, path = paths[_SHEET]
            with storage.open(path) as whole:
                sheet = whole.read().decode()
            used = used_in(source.read_text(encoding="utf-8") for source in sources())
            Path(self.path(_SHEET)).write_text(cut_down(sheet, used), encoding="utf-8")
            paths[_SHEET] = (self, _SHEET)
        yield from super().post_process(paths, dry_run, **options)
