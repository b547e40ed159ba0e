"""Quotations found in a text, and the small words of an annotation's fields."""

import re
from typing import Any

Row = dict[str, Any]


def pattern(words: str) -> str:
    parts = (r"\s+".join(map(re.escape, part.split())) for part in words.split("…"))
    return r"\s.*?".join(parts)


def quoted(text: str, quote: str) -> Row:
    nth, words = re.fullmatch(r"(?:#(\d) )?(.*)", quote).groups()  # type: ignore[union-attr]
    found = [m.span() for m in re.finditer(pattern(words), text, re.DOTALL)]
    if not found or (nth is None and len(found) > 1):
        raise SystemExit(f"{len(found)} times in the text: {quote}")
    start, end = found[int(nth or 1) - 1]
    return {"text": text[start:end], "span": [start, end]}


def remarks(fields: list[str]) -> Row:
    mark, _, note = next((f for f in fields if f[:1] in ("?", "!")), "").partition(" ")
    more = ({"note": note} if note else {}) | ({"optional": True} if mark == "??" else {})
    return {"ambiguous": mark.startswith("?"), **more}


def or_none(word: str) -> str | None:
    return None if word == "-" else word


def amount(digits: str) -> float | int | None:
    return (float(digits) if "." in digits else int(digits)) if digits else None


def parties(words: str) -> list[str]:
    return [party.strip() for party in words.split("+") if party.strip()]
