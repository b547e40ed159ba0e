"""A few words read anew say what they said inside the whole paper, and only what they say."""

from itertools import pairwise

import pytest

from phoihop.reading import read_span, read_text
from phoihop.sample.papers import TEXTS

PAPERS = sorted(TEXTS.glob("*.txt"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_target_reread_at_its_own_span_is_the_same_target(path):
    text = path.read_text("utf-8")
    rows = read_text(text).targets
    again = [
        [
            (t.value, t.value_max, t.unit, t.comparator, t.clause_id)
            for t in read_span(text, start=r.span[0], end=r.span[1]).targets
        ]
        for r in rows[:12]
    ]
    same = sum(
        (r.value, r.value_max, r.unit, r.comparator, r.clause_id) in a
        for r, a in zip(rows, again, strict=False)
    )
    assert same >= 0.75 * len(rows[:12])


def test_more_words_bring_their_number_with_them():
    text = read_text((TEXTS / "lam-son-2025.txt").read_text("utf-8")).text
    neighbours = next(
        (a, b)
        for a, b in pairwise(read_text(text).targets)
        if a.clause_id == b.clause_id and b.span[0] - a.span[1] < 40
    )
    both = read_span(text, start=neighbours[0].span[0], end=neighbours[1].span[1])
    one = read_span(text, start=neighbours[1].span[0], end=neighbours[1].span[1])
    assert len(both.targets) == len(one.targets) + 1


def test_words_above_the_clauses_are_legal_bases():
    draft = read_text((TEXTS / "lam-son-2025.txt").read_text("utf-8"))
    basis = draft.legal_bases[0]
    found = read_span(draft.text, start=basis.span[0], end=basis.span[1])
    assert [b.number for b in found.legal_bases] == [basis.number]


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (10, 10), (30, 20), (10**9, 10**9 + 5), (0, 10**9)])
def test_a_span_outside_the_text_never_raises(start, end):
    assert read_span("I. NỘI DUNG\n1. Đạt 97% trở lên.", start=start, end=end)


def test_nothing_says_nothing():
    passage = read_span("", start=0, end=4)
    assert (passage.targets, passage.duties) == ((), ())
