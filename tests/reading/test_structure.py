"""What a document's print shows, in the forms in which files and websites give it: each row is a rule."""

import textwrap
from typing import Any

import pytest

from phoihop.reading import read_text
from phoihop.reading.facts.grids import grids_of
from phoihop.reading.facts.structure import structure_of
from phoihop.reading.language.source import Source
from tests.reading.drafts import TEXTS, corpus
from tests.reading.work import calls

TITLE = "CHƯƠNG TRÌNH PHỐI HỢP\nGiữa UBND và Ủy ban MTTQ Việt Nam xã Sông Mây năm 2025\n\n"
BODY = "I. NỘI DUNG\n1. Hai bên cùng làm./.\n\n"


def told(rows: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(row, id=row["why"]) for row in rows]


@pytest.mark.parametrize("case", told(corpus("headers")))
def test_a_head_gives_its_fields(case: dict[str, Any]) -> None:
    body = "" if "Điều 1" in case["words"] else "I. NỘI DUNG\n1. Hai bên cùng làm.\n"
    header = structure_of(Source.of(case["words"] + body)).header.as_json()
    seen = header | {"period": [header["period"]["start"], header["period"]["end"]]}
    assert {key: seen[key] for key in case["header"]} == case["header"]


@pytest.mark.parametrize("case", told(corpus("clauses")))
def test_a_body_gives_its_clauses(case: dict[str, Any]) -> None:
    clauses = read_text(TITLE + case["words"]).clauses
    assert [[clause.label, clause.depth, clause.heading] for clause in clauses] == case["clauses"]


@pytest.mark.parametrize("case", told(corpus("signatories")))
def test_a_tail_gives_its_signatures(case: dict[str, Any]) -> None:
    signed = structure_of(Source.of(TITLE + BODY + case["words"])).signatories
    assert [[row.party, row.capacity, row.position, row.name] for row in signed] == case["signatories"]


@pytest.mark.parametrize("case", told(corpus("recipients")))
def test_a_tail_gives_its_recipients(case: dict[str, Any]) -> None:
    listed = structure_of(Source.of(TITLE + BODY + case["words"])).recipients
    assert [[row.name, row.purpose] for row in listed] == case["recipients"]


@pytest.mark.parametrize("case", told(corpus("tables")))
def test_a_table_gives_its_rows(case: dict[str, Any]) -> None:
    draft = read_text(TITLE + "I. CHUNG\n1. Phân công\n" + case["words"])
    targets = [
        [t.comparator, t.value, t.value_max, t.of, t.unit, t.due, list(t.parties)] for t in draft.targets
    ]
    assert targets == case["targets"]
    assert [[a.party, a.role] for a in draft.assignments] == case["roles"]
    registered = [[r.content, r.place, r.time, r.target, r.body] for r in draft.registrations]
    assert registered == case["registrations"]
    assert [[d.kind, d.frequency] for d in draft.duties] == case["duties"]
    for row in (*draft.targets, *draft.assignments, *draft.registrations, *draft.duties):
        assert draft.text[slice(*row.span)] == row.text


@pytest.mark.parametrize("case", told(corpus("annexes")))
def test_an_announced_annex_is_there_or_missing(case: dict[str, Any]) -> None:
    draft = read_text(TITLE + "I. CHUNG\n" + case["words"])
    assert [[annex.label, annex.is_present] for annex in draft.annexes] == case["annexes"]
    assert all(draft.text[slice(*annex.span)] == annex.text for annex in draft.annexes)


def long_text(characters: int) -> str:
    """A programme whose body is repeated until it is as long as a book."""
    text = (TEXTS / "duc-co-2017.txt").read_text("utf-8")
    start, end = text.index("I. "), text.rindex("./.")
    body = text[start:end] + "\nTT\tNhiệm vụ\tChủ trì\tThời gian\n1\tRa quân\tUBND\tQuý I\n"
    return text[:start] + body * (characters // len(body)) + text[end:]


def test_the_work_of_structure_grows_with_the_length_and_no_faster() -> None:
    def work(text: str) -> None:
        source = Source.of(text)
        structure_of(source, tables=tuple(grid.span for grid in grids_of(source, ())))

    short, long = (calls(lambda size=size: work(long_text(size))) for size in (50_000, 200_000))
    assert long < 5 * short


def wrapped(text: str, *, width: int) -> str:
    """Each paragraph broken by hand at a width, as pages and websites break it."""
    lines: list[str] = []
    for line in text.split("\n"):
        is_laid_out = "\t" in line or "|" in line or "   " in line.strip() or len(line) <= width
        lines += [line] if is_laid_out else textwrap.wrap(line, width, break_on_hyphens=False)
    return "\n".join(lines)


def structure_facts(text: str) -> dict[str, object]:
    structure = structure_of(Source.of(text))
    return {
        "header": structure.header,
        "bases": [(row.kind, row.number, row.date) for row in structure.legal_bases],
        "clauses": [(s.clause.label, s.clause.depth, s.clause.heading) for s in structure.sections],
        "signatories": [(s.party, s.capacity, s.position, s.name) for s in structure.signatories],
        "recipients": [(row.name, row.purpose) for row in structure.recipients],
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in TEXTS.glob("*-20*.txt")))
def test_lines_broken_anywhere_change_no_structure(name: str) -> None:
    text = (TEXTS / f"{name}.txt").read_text("utf-8")
    assert structure_facts(wrapped(text, width=75)) == structure_facts(text)


@pytest.mark.parametrize("name", sorted(path.stem for path in TEXTS.glob("*-20*.txt")))
def test_blank_lines_left_out_change_no_structure(name: str) -> None:
    text = (TEXTS / f"{name}.txt").read_text("utf-8")
    dense = "\n".join(line for line in text.split("\n") if line.strip())
    assert structure_facts(dense) == structure_facts(text)
