"""How long reading takes: the sample texts together, each apart, and the longest as a Word file."""

import io
from pathlib import Path

import docx

from benchmarks.measuring import median, show
from phoihop.reading import read_bytes

TEXTS = sorted((Path(__file__).parents[1] / "phoihop" / "sample" / "texts").glob("*.txt"))
SECONDS_FOR_ALL = 1


def main() -> None:
    """One line for all together, then one for each."""
    files = {path.stem: path.read_bytes() for path in TEXTS}
    together = median(lambda: [read_bytes(data, name="a.txt") for data in files.values()])
    show(f"reading {len(files)} texts", together, promised=SECONDS_FOR_ALL)
    for name, data in files.items():
        show(f"  {name}", median(lambda data=data: read_bytes(data, name="a.txt")))
    word = as_word(max(files.values(), key=len).decode())
    show("  the longest as .docx", median(lambda: read_bytes(word, name="a.docx")))


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
