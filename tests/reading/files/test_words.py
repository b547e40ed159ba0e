"""One document in every form gives one text, one set of tables and the same notes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from phoihop.reading import FileKind, Paper, UnreadableDocument
from phoihop.reading.files import paper_of
from tests.reading.files.make_words import HERE, TEXT, TEXTS, outline
from tests.reading.packages import saved

FORMS = ("doc", "odt", "fodt", "rtf")
KINDS = {"fodt": FileKind.ODT, "odt": FileKind.ODT, "doc": FileKind.DOC, "rtf": FileKind.RTF}
PROGRAMMES = sorted(HERE.glob("*-20*.doc"))


def opened(form: str) -> Paper:
    return paper_of((HERE / f"outline.{form}").read_bytes(), name=f"outline.{form}")


def cells(paper: Paper) -> list[list[list[str]]]:
    return [[[paper.text[slice(*cell)] for cell in row] for row in table.rows] for table in paper.tables]


@pytest.fixture(scope="module")
def as_docx() -> Paper:
    return paper_of(saved(outline()), name="outline.docx")


def test_a_docx_reads_as_it_prints(as_docx: Paper) -> None:
    assert [line for line in as_docx.text.split("\n") if line.strip()] == TEXT.split("\n")
    assert cells(as_docx) == [
        [
            ["ô 00\nô 01", "", "ô 02"],
            ["ô 10\nô 20", "ô 11", "ô 12"],
            ["", "ô 21", "ô 22"],
            ["ô 30", "ô 31\nlồng 00\tlồng 01\nlồng 10\tlồng 11", ""],
        ],
        [["lồng 00", "lồng 01"], ["lồng 10", "lồng 11"]],
        [["TM. ỦY BAN MTTQ\nCHỦ TỊCH", "TM. UBND"]],
    ]
    first = as_docx.tables[0]
    assert first.header_rows == 1
    assert [(m.row, m.column, m.rows, m.columns) for m in first.merges] == [(0, 0, 1, 2), (1, 0, 2, 1)]
    assert {note.code for note in as_docx.notes} == {"legacy_font", "tracked_changes"}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_reads_as_the_docx_does(form: str, as_docx: Paper) -> None:
    paper = opened(form)
    assert paper.kind is KINDS[form]
    assert [line for line in paper.text.split("\n") if line.strip()] == TEXT.split("\n")
    assert cells(paper) == cells(as_docx)
    assert [table.merges for table in paper.tables] == [table.merges for table in as_docx.tables]
    assert {note.code for note in paper.notes} == {note.code for note in as_docx.notes}


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_a_programme_saved_as_doc_loses_no_character(path: Path) -> None:
    paper = paper_of(path.read_bytes(), name=path.name)
    assert paper.text.split() == (TEXTS / f"{path.stem}.txt").read_text("utf-8").split()


@pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed to compare with")
@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_another_reader_of_doc_says_the_same(path: Path) -> None:
    command = ["antiword", "-m", "UTF-8.txt", "-w", "0", str(path)]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert paper_of(path.read_bytes(), name=path.name).text.split() == said.split()


def read(data: bytes) -> str:
    """The text, or nothing where the file is refused."""
    try:
        return paper_of(data, name="a").text
    except UnreadableDocument:
        return ""


@pytest.mark.parametrize("form", ["doc", "odt", "rtf", "docx"])
def test_a_file_cut_off_is_refused_or_whole(form: str) -> None:
    whole = saved(outline()) if form == "docx" else (HERE / f"outline.{form}").read_bytes()
    wanted = paper_of(whole, name="a").text
    for part in range(1, 100):
        assert read(whole[: len(whole) * part // 100]) in (wanted, "")
