from hypothesis import given
from hypothesis import strategies as st

from phoihop.drafting.segments import Mark, segments

MARKS = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60), st.integers(1, 9)), max_size=12)


@given(st.text(max_size=50), MARKS)
def test_segments_joined_give_the_text_back(text, rows):
    marks = [Mark(start, end, key, "target") for start, end, key in rows]
    assert "".join(s.text for s in segments(text, marks)) == text


def test_a_mark_inside_another_shows_its_own_tone():
    parts = segments("abcdef", [Mark(0, 6, 1, "clause"), Mark(2, 4, 2, "target")])
    assert [(p.text, p.tone, p.keys) for p in parts] == [
        ("ab", "clause", (1,)),
        ("cd", "target", (2, 1)),
        ("ef", "clause", (1,)),
    ]


def test_each_mark_begins_in_exactly_one_segment():
    parts = segments("abcdef", [Mark(0, 4, 1, "a"), Mark(2, 6, 2, "b")])
    assert [p.starts for p in parts] == [(1,), (2,), ()]
