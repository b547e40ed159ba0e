"""Codes people read out and type."""

import re

from phoihop.people.codes import as_typed, readable_code


def test_a_code_has_three_groups_without_letters_that_look_alike() -> None:
    codes = {readable_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(re.fullmatch(r"[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}", code) for code in codes)


def test_a_code_is_known_however_it_is_typed() -> None:
    assert as_typed(" K7MP x3qd9wt2 ") == as_typed("k7mp-x3qd-9wt2") == "k7mp-x3qd-9wt2"
