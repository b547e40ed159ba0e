"""How long reading takes: the five real texts together, each apart, and a Word file of 200 pages."""

import io
from pathlib import Path

import docx

from benchmarks.measuring import median, show
from phoihop.reading import read_bytes

_FOLDER = Path(__file__).parents[1] / "phoihop" / "sample" / "texts"
TEXTS = sorted(path for path in _FOLDER.glob("*.txt") if not path.name.startswith("xa-"))
SECONDS_FOR_ALL = 0.3
SECONDS_FOR_200_PAGES = 5
_CHARACTERS_OF_200_PAGES = 560_000


def main() -> None:
    """One line for all together, then one for each."""
    files = {path.stem: path.read_bytes() for path in TEXTS}
    together = median(lambda: [read_bytes(data, name="a.txt") for data in files.values()])
    show(f"reading {len(files)} texts", together, promised=SECONDS_FOR_ALL)
    for name, data in files.items():
        show(f"  {name}", median(lambda data=data: read_bytes(data, name="a.txt")))
    text = max(files.values(), key=len).decode()
    word = as_word(text * (_CHARACTERS_OF_200_PAGES // len(text) + 1))
    long = median(lambda: read_bytes(word, name="a.docx"))
    show("  200 pages as .docx", long, promised=SECONDS_FOR_200_PAGES)


def as_word(text: str) -> bytes:
    """The text as a Word file, a paragraph a line."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


if __name__ == "__main__":
    main()
