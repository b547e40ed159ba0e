"""Any list of a page as .xlsx: the same rows, the same filter, the same access rule, one address more.

A page hands out its list as a file when its address says `tep=bang-tinh`; the button is
core/components/sheet_link.html.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from phoihop.documents.views.downloads import sheet_answer
from phoihop.writing.sheets import Sheet, SheetColumn, Value

ASKED, SHEET = "tep", "bang-tinh"
MOST_ROWS = 20_000


@dataclass(frozen=True)
class Field[Row]:
    """A column of a list: its title, what of a row stands there, its width in characters."""

    title: str
    of: Callable[[Row], Value]
    width: float = 20


def wants_sheet(request: HttpRequest) -> bool:
    """Whether the list is asked for as a file."""
    return request.GET.get(ASKED) == SHEET


def list_sheet[Row](
    rows: Iterable[Row], fields: Sequence[Field[Row]], *, title: str, is_sample: bool = False
) -> Sheet:
    """The rows with an ordinal before them; the first line of the title names the tab."""
    return Sheet(
        name=title.partition(":")[0],
        title=title,
        columns=(
            SheetColumn(title="STT", width=6),
            *(SheetColumn(title=f.title, width=f.width) for f in fields),
        ),
        rows=tuple(
            (number, *(field.of(row) for field in fields)) for number, row in enumerate(rows, start=1)
        ),
        has_sample_mark=is_sample,
    )


def list_answer[Row](
    rows: Iterable[Row], fields: Sequence[Field[Row]], *, title: str, name: str, is_sample: bool = False
) -> HttpResponse:
    """The list as a file to keep."""
    return sheet_answer(list_sheet(rows, fields, title=title, is_sample=is_sample), name=name)
