"""How long the checks take over drafts already read: the five texts together."""

from benchmarks.measuring import median, show
from benchmarks.reading import TEXTS
from phoihop.reading import read_bytes
from phoihop.reading.checks import findings_of

SECONDS_FOR_FIVE = 0.1


def main() -> None:
    """One line."""
    drafts = [read_bytes(path.read_bytes(), name=path.name) for path in TEXTS]
    seconds = median(lambda: [findings_of(draft) for draft in drafts])
    show(f"checking {len(drafts)} texts", seconds, promised=SECONDS_FOR_FIVE)


if __name__ == "__main__":
    main()
