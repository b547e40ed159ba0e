"""All facts of a read draft, in reading order, as rows for the review."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from phoihop.drafting.proposals.duties import duty_values
from phoihop.drafting.proposals.targets import target_values, with_parts
from phoihop.reading import read_span

type Json = dict[str, Any]

DOUBTFUL_BELOW = 0.76


@dataclass(frozen=True)
class FactProposal:
    """One row: what was read, what is proposed, where it stands (characters of the text), what to doubt."""

    kind: str
    span: tuple[int, int] | None
    read: Json
    values: Json
    doubts: tuple[str, ...]


def propose(draft: Json) -> list[FactProposal]:
    """The rows for a draft in the reader's JSON form: header first, then each section in reading order."""
    return [
        _header(draft["header"]),
        *(_plain("legal_basis", row) for row in draft["legal_bases"]),
        *(_plain("clause", row) for row in draft["clauses"]),
        *_targets(draft),
        *(_assignment(row) for row in draft["assignments"]),
        *(_duty(row) for row in draft["duties"]),
        *(_plain("signatory", row) for row in draft["signatories"]),
        *(_plain("recipient", row) for row in draft["recipients"]),
    ]


def reread(text: str, *, kind: str, span: tuple[int, int]) -> list[FactProposal]:
    """What the words of one span of a paper say as facts of one kind, in reading order; nothing: empty.

    Only targets, assignments, duties and legal bases are read from a few words.
    """
    if kind not in _PASSAGES:
        return []
    passage = read_span(text, start=span[0], end=span[1])
    return [_OF_A_PASSAGE[kind](row.as_json()) for row in getattr(passage, _PASSAGES[kind])]


def codes_in(rows: list[FactProposal]) -> list[str]:
    """Every word for a party the facts use, each once, in reading order."""
    found: dict[str, None] = {}
    for row in rows:
        for field in ("parties", "owes", "reviews", "takes_note"):
            found.update(dict.fromkeys(row.values.get(field) or []))
        if row.values.get("party"):
            found[row.values["party"]] = None
    return list(found)


def _header(header: Json) -> FactProposal:
    blanks = {
        "number": "Văn bản không ghi số.",
        "place": "Văn bản không ghi nơi ban hành.",
        "date": "Văn bản không ghi ngày ban hành.",
    }
    doubts = [words for field, words in blanks.items() if not header.get(field)]
    if not header["period"]["start"]:
        doubts.append("Văn bản không ghi thời gian thực hiện.")
    return FactProposal("header", None, header, dict(header), tuple(doubts))


def _plain(kind: str, row: Json) -> FactProposal:
    values = {key: value for key, value in row.items() if key != "span"}
    return FactProposal(kind, _span(row), row, values, ())


def _targets(draft: Json) -> list[FactProposal]:
    typed = [target_values(row) for row in draft["targets"]]
    values = [row for row, _ in typed]
    branches = _branches(draft["clauses"])
    for position, row in enumerate(values):
        row["position"] = position
        row["branch"] = branches.get(row["clause"])
    with_parts(values)
    for row in values:
        del row["branch"]
    return [
        FactProposal("target", _span(read), read, row, tuple(doubts) + _low_confidence(read))
        for read, (row, doubts) in zip(draft["targets"], typed, strict=True)
    ]


def _branches(clauses: list[Json]) -> dict[str, str]:
    """For each clause the numbered clause it hangs under: bullets share their parent's branch."""
    parents = {row["id"]: row for row in clauses}

    def branch(row: Json) -> str:
        while row["label"] in {"-", "*", "+", "•"} and row["parent"] in parents:
            row = parents[row["parent"]]
        return str(row["id"])

    return {row["id"]: branch(row) for row in clauses}


def _assignment(row: Json) -> FactProposal:
    values = {key: row[key] for key in ("party", "role", "text")} | {"clause": row.get("clause_id")}
    return FactProposal("assignment", _span(row), row, values, _low_confidence(row))


def _duty(row: Json) -> FactProposal:
    values, doubts = duty_values(row)
    return FactProposal("duty", _span(row), row, values, tuple(doubts) + _low_confidence(row))


def _lone_target(row: Json) -> FactProposal:
    values, doubts = target_values(row)
    return FactProposal("target", _span(row), row, values, tuple(doubts) + _low_confidence(row))


def _low_confidence(row: Json) -> tuple[str, ...]:
    return ("Câu này khó đọc: hãy xem kỹ.",) if (row.get("confidence") or 1) < DOUBTFUL_BELOW else ()


def _span(row: Json) -> tuple[int, int] | None:
    span = row.get("span")
    return (span[0], span[1]) if span else None


_PASSAGES = {
    "legal_basis": "legal_bases",
    "target": "targets",
    "assignment": "assignments",
    "duty": "duties",
}
_OF_A_PASSAGE: dict[str, Callable[[Json], FactProposal]] = {
    "legal_basis": partial(_plain, "legal_basis"),
    "target": _lone_target,
    "assignment": _assignment,
    "duty": _duty,
}
