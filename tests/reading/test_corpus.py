"""Phrases and what they mean. A correction by a user becomes one more row in corpus/*.json."""

from typing import Any

import pytest

from phoihop.reading import read_text
from phoihop.reading.language.parties import mentions_of
from phoihop.reading.language.source import Source
from tests.reading.drafts import corpus, document, draft_of_case


def named(rows: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(row, id=(row.get("words") or row["body"])[:60]) for row in rows]


@pytest.mark.parametrize("case", named(corpus("targets")))
def test_a_phrase_gives_its_targets(case: dict[str, Any]) -> None:
    found = [target.as_json() for target in draft_of_case(case).targets]
    assert [row["value"] for row in found] == [row["value"] for row in case["targets"]]
    for row, wanted in zip(found, case["targets"], strict=True):
        seen = row | {key: (row["change"] or {}).get(key) for key in ("by", "to", "baseline")}
        assert {key: seen[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", named(corpus("duties")))
def test_a_phrase_gives_its_duties(case: dict[str, Any]) -> None:
    found = [duty.as_json() for duty in draft_of_case(case).duties]
    assert [(row["kind"], row["frequency"]) for row in found] == [
        (row["kind"], row["frequency"]) for row in case["duties"]
    ]
    for row, wanted in zip(found, case["duties"], strict=True):
        assert {key: row[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", named(corpus("assignments")))
def test_a_phrase_gives_its_roles(case: dict[str, Any]) -> None:
    found = [[row.party, row.role] for row in draft_of_case(case).assignments]
    assert sorted(found) == sorted(case["roles"])


@pytest.mark.parametrize("case", named(corpus("parties")))
def test_a_name_is_a_body_or_is_none(case: dict[str, Any]) -> None:
    source = Source.of(case["words"])
    mentions = mentions_of(source, start=0, end=len(source.text), own_level="thị trấn")
    assert [mention.party for mention in mentions.within(0, len(source.text))] == case["parties"]


@pytest.mark.parametrize("case", named(corpus("bases")))
def test_a_paragraph_gives_its_instruments(case: dict[str, Any]) -> None:
    found = read_text(document(preamble=case["words"])).legal_bases
    assert [[basis.kind, basis.number, basis.date] for basis in found] == case["bases"]
