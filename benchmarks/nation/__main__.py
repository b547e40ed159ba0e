"""`python -m benchmarks.nation [EVERY]`: make the nation in the database of DATABASE_URL, once."""

import os
import sys

import django


def main() -> None:
    """Whole, or only each EVERY-th commune."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phoihop.settings")
    django.setup()
    from benchmarks.nation.building import build, found

    if found():
        sys.stdout.write("There is a nation already.\n")
        return
    nation = build(every=int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    sys.stdout.write(f"{len(nation.communes)} communes, {len(nation.residential)} areas\n")


if __name__ == "__main__":
    main()
