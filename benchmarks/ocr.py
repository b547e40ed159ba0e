"""How long printed and scanned paper takes to be read, and how much of it is read rightly.

Pages of the printed programmes go through scanners from new to worn out (`tests.reading.files.scanning`).
Seconds are of one processor; "CER" is the share of characters that are wrong.
"""

import json
import re
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.measuring import median, show
from phoihop.reading import Paper, paper_of, read_paper
from phoihop.reading.files.pages import RecognisedPage, paper_of_pages
from phoihop.reading.files.scans import recognised
from tests.reading import score
from tests.reading.alignment import Alignment
from tests.reading.drafts import sample
from tests.reading.files.scanning import SCANNERS, printed, scanned

TESTS = Path(__file__).parents[1] / "tests" / "reading"
PAPERS = TESTS / "files" / "papers"
PAGES = (("duc-co-2017", 1), ("lam-son-2025", 6), ("tam-ky-2024-2029", 5), ("bim-son-2017-2020", 4))
WHOLE = "duc-co-2017"
RESOLUTIONS = (200, 300)
SECONDS_CLEAN, SECONDS_CLEANED = 3, 6
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def main() -> None:
    """Printed papers, then single pages through every scanner, then the facts of a whole scanned paper."""
    for path in sorted(PAPERS.glob("*-20*.pdf")):
        data = path.read_bytes()
        pages = len(paper_of(data, name="a.pdf").pages)
        show(
            f"PDF with letters: {path.stem}, {pages} pages",
            median(lambda data=data: paper_of(data, name="a.pdf")),
        )
    for dpi in RESOLUTIONS:
        for number in range(len(SCANNERS)):
            single_pages(dpi=dpi, number=number)
    for number in range(len(SCANNERS)):
        whole_paper(dpi=RESOLUTIONS[0], number=number)


def single_pages(*, dpi: int, number: int) -> None:
    """Mean seconds a page, wrong characters and numbers kept over a few full pages."""
    wrong = length = 0
    kept, asked, seconds = 0, 0, []
    for name, page in PAGES:
        text, read, took = through(name, page=page, dpi=dpi, number=number)
        wrong += distance(text, read.text)
        length += len(text)
        numbers, found = Counter(_NUMBER.findall(text)), Counter(_NUMBER.findall(read.text))
        kept += (numbers & found).total()
        asked += numbers.total()
        seconds.append(took)
    show(
        f"scan {dpi} dpi, scanner {number}: CER {wrong / length:.2%}, numbers {kept}/{asked}",
        sum(seconds) / len(seconds),
        promised=SECONDS_CLEANED if number else SECONDS_CLEAN,
    )


def whole_paper(*, dpi: int, number: int) -> None:
    """The marks of a programme read from its scan, beside those of its text."""
    count = len(printed_paper(WHOLE).pages)
    pages = [
        replace(through(WHOLE, page=page, dpi=dpi, number=number)[1], number=page)
        for page in range(1, count + 1)
    ]
    paper, text = paper_of_pages(pages), sample(WHOLE)
    moved = Alignment.of(paper.text, text.text).moved(read_paper(paper).as_json())
    sys.stdout.write(f"facts of a paper of {count} scanned pages, scanner {number}: ")
    sys.stdout.write(f"macro F1 {macro_f1(moved):.3f} (its text {macro_f1(text.as_json()):.3f})\n")


def printed_paper(name: str) -> Paper:
    """The paper as it was printed."""
    return paper_of((PAPERS / f"{name}.pdf").read_bytes(), name="a.pdf")


def through(name: str, *, page: int, dpi: int, number: int) -> tuple[str, RecognisedPage, float]:
    """The words of a printed page, what was recognised of its scan, and the seconds of processor time."""
    paper = printed_paper(name)
    sheet = printed((PAPERS / f"{name}.pdf").read_bytes(), number=page, dpi=dpi)
    data = scanned(sheet, scanner=SCANNERS[number], dpi=dpi, seed=page)
    began = time.process_time()
    read = recognised(data, number=1)
    return (paper.text[slice(*paper.pages[page - 1].span)], read, time.process_time() - began)


def macro_f1(draft: dict[str, object]) -> float:
    """Mean F1 of the sections the gold annotation asks for."""
    gold = json.loads((TESTS / "gold" / f"{WHOLE}.json").read_text("utf-8"))
    rows = [row for row in score.score(gold, draft)[0].values() if row["tp"] + row["fn"] + row["fp"]]
    return sum(2 * row["tp"] / (2 * row["tp"] + row["fn"] + row["fp"]) for row in rows) / len(rows)


def distance(text: str, read: str) -> int:
    """Letters to add, drop or change (Levenshtein), white space taken as one space."""
    first, second = (" ".join(each.split()) for each in (text, read))
    letters = np.frombuffer(second.encode("utf-32-le"), dtype=np.uint32)
    places = np.arange(len(second) + 1)
    row = places.copy()
    for number, letter in enumerate(first, 1):
        changed = np.minimum(row[:-1] + (letters != ord(letter)), row[1:] + 1)
        row = np.minimum.accumulate(np.concatenate(([number], changed)) - places) + places
    return int(row[-1])


if __name__ == "__main__":
    main()
