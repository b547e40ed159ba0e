"""What changed between two texts rebuilds both of them."""

from hypothesis import given
from hypothesis import strategies as st

from phoihop.programmes.calculations.wording import difference
from phoihop.reports.calculations.decisions import route_of, verb_for_report

TEXTS = st.text(alphabet="ab ư\n", max_size=40)


@given(TEXTS, TEXTS)
def test_same_and_added_make_the_new_text_same_and_removed_the_old(before, after):
    parts = difference(before, after)
    assert "".join(p.text for p in parts if p.kind != "removed") == after
    assert "".join(p.text for p in parts if p.kind != "added") == before


def test_only_the_changed_word_is_marked():
    parts = [(p.kind, p.text) for p in difference("Đã giúp 12 hộ.", "Đã giúp 13 hộ.")]
    assert parts == [("same", "Đã giúp "), ("removed", "12"), ("added", "13"), ("same", " hộ.")]


def test_the_verb_of_a_report_follows_from_all_recipients():
    def verb(decided):
        return verb_for_report(route=route_of([1, 2], {}), takers=[3], decided=decided)

    assert verb({}) == ""
    assert verb({3: "note"}) == ""
    assert verb({1: "accept"}) == ""
    assert verb({1: "accept", 2: "accept"}) == "accept"
    assert verb({1: "accept", 2: "return"}) == "return"
    assert verb_for_report(route=[], takers=[3, 4], decided={3: "note"}) == ""
    assert verb_for_report(route=[], takers=[3, 4], decided={3: "note", 4: "note"}) == "note"
