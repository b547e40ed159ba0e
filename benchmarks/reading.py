"""How long reading takes: the sample texts together, each apart, and the longest as a Word file.

python benchmarks/reading.py
"""

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx

from phoihop.reading import read_bytes

TEXTS = sorted((Path(__file__).parents[1] / "phoihop" / "sample" / "texts").glob("*.txt"))
ROUNDS = 5


def main() -> None:
    """Print the best of five rounds in milliseconds."""
    files = {path.stem: path.read_bytes() for path in TEXTS}
    for name, data in files.items():
        say(name, best(lambda data=data: read_bytes(data, name="a.txt")))
    say("all together", best(lambda: [read_bytes(data, name="a.txt") for data in files.values()]))
    longest = max(files.values(), key=len)
    word = as_word(longest.decode())
    say("the longest as .docx", best(lambda: read_bytes(word, name="a.docx")))


def best(work: Callable[[], object]) -> float:
    return min(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def as_word(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def say(name: str, milliseconds: float) -> None:
    sys.stdout.write(f"{name:24} {milliseconds:8.1f} ms\n")


if __name__ == "__main__":
    main()
