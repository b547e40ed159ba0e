"""Files about a registration sheet that higher apps make; each adds its own from `apps.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class SheetPaper:
    """A file of a sheet (`of_round`: of a whole round), addressed by its id."""

    order: int
    label: str
    url_name: str
    of_round: bool = False


_papers: set[SheetPaper] = set()


def add_sheet_paper(paper: SheetPaper) -> None:
    """Register a file; the same one twice stays one."""
    _papers.add(paper)


def sheet_papers(*, of_round: bool = False) -> list[SheetPaper]:
    """The files of a sheet, or of a round, in order."""
    return sorted(paper for paper in _papers if paper.of_round == of_round)
