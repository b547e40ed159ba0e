"""`make bench`: the figures this product promises, measured on this machine."""

import os
import sys
import tempfile
from pathlib import Path

import django

from benchmarks import checking, ocr, reading, starting
from phoihop.hosting import location
from tests.hosting.installations import Installation, free_port, remove_server


def main() -> int:
    """Reading first, then an installation of its own that is removed at the end."""
    reading.main()
    checking.main()
    ocr.main()
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), free_port())
        try:
            starting.main(installation)
            inside(installation)
        finally:
            installation.stop()
            remove_server(installation.data / "postgres")
    return 0


def inside(installation: Installation) -> None:
    """With a look into its data; Django comes late, as it needs the address of the running server."""
    os.environ["PHOIHOP_DATA"] = str(installation.data)
    os.environ["DATABASE_URL"] = location.embedded_url(installation.data / "postgres")
    os.environ["DJANGO_SETTINGS_MODULE"] = "phoihop.settings"
    django.setup()
    from benchmarks import handing_down, obligations, serving

    obligations.main()
    handing_down.main()
    serving.main(installation)


if __name__ == "__main__":
    sys.exit(main())
