"""Small documents for phrases, and the sample texts."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from phoihop.reading import Draft, read_text

HERE = Path(__file__).parent
TEXTS = Path(__file__).parents[2] / "phoihop" / "sample" / "texts"

HEAD = (
    "CHƯƠNG TRÌNH PHỐI HỢP\n"
    "Giữa Ủy ban nhân dân và Ủy ban MTTQ thị trấn Sông Mây năm 2025\n\n"
    "{preamble}\n\n"
    "I. NỘI DUNG PHỐI HỢP\n"
    "1. Công việc chung\n"
)


def document(*, words: str = "", preamble: str = "Căn cứ Luật Mặt trận Tổ quốc Việt Nam;") -> str:
    """A programme of a town with one bullet of the given words."""
    bullet = f"- {words}\n" if words else ""
    return HEAD.format(preamble=preamble) + bullet


def draft_of(words: str) -> Draft:
    return read_text(document(words=words))


def draft_of_case(case: dict[str, Any]) -> Draft:
    """A case has the `words` of one bullet, or a `body` of several clauses."""
    if "words" in case:
        return draft_of(case["words"])
    preamble = HEAD.format(preamble="Căn cứ Luật Mặt trận Tổ quốc Việt Nam;").partition("\nI. ")[0]
    return read_text(f"{preamble}\n{case['body']}\n")


@cache
def sample(name: str) -> Draft:
    return read_text((TEXTS / f"{name}.txt").read_text("utf-8"))


def corpus(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((HERE / "corpus" / f"{name}.json").read_text("utf-8"))
    return rows
