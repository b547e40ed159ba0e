"""Stretches of a text: moved by words, found again, cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.drafting.segments import Mark, segments
from phoihop.drafting.spans import cuts, span_of_quote, stepped

TEXT = "Giúp 12 hộ thoát nghèo và 08 hộ thoát cận nghèo."


@pytest.mark.parametrize(
    ("edge", "step", "words"),
    [
        ("start", 1, "hộ thoát"),
        ("start", -1, "Giúp 12 hộ thoát"),
        ("end", 1, "12 hộ thoát nghèo"),
        ("end", -1, "12 hộ"),
        ("start", 99, "thoát"),
        ("end", -99, "12"),
    ],
)
def test_an_edge_moves_by_whole_words_and_the_span_is_never_empty(edge, step, words):
    start, end = stepped(TEXT, (5, 16), edge=edge, step=step)
    assert TEXT[start:end] == words


def test_a_quote_is_found_whatever_its_white_space():
    start, end = span_of_quote("A\n 12   hộ\tnghèo", "12 hộ nghèo")
    assert "A\n 12   hộ\tnghèo"[start:end] == "12   hộ\tnghèo"
    assert span_of_quote(TEXT, "không có") is None
    assert span_of_quote(TEXT, "  ") is None


def test_the_likeliest_cut_is_before_a_number():
    assert [TEXT[cut.at :][:5] for cut in cuts(TEXT, (0, len(TEXT)))][:2] == ["12 hộ", "và 08"]


@given(st.text(alphabet="ab ,;1\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_every_cut_leaves_words_on_both_sides(text, start, end):
    for cut in cuts(text, (start, end)):
        assert start < cut.at < end
        assert text[start : cut.at].strip()
        assert text[cut.at : end].strip()


def test_doubtful_letters_are_painted_and_the_text_stays_whole():
    parts = segments(TEXT, [Mark(5, 22, 1, "pending")], unsure=[(8, 10), (40, 47)])
    assert "".join(part.text for part in parts) == TEXT
    assert [part.text for part in parts if part.is_unsure] == ["hộ", TEXT[40:47]]
