import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.core.numbers import decimal_words, read_decimal, whole_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("85,3", "85.3"),
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("120", "120"),
        (" 3,10 ", "3.10"),
        ("-5", "-5"),
        ("0", "0"),
        ("2.5", "2.5"),
        ("0.125", "0.125"),
        ("12345.678", "12345.678"),
        ("1\u00a0234,5", "1234.5"),
    ],
)
def test_a_number_is_read_as_people_type_it(typed, value):
    assert read_decimal(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "abc", "1,2,3", "5%", "--5", "٣", "NaN", "1e5", "1.23,5", "1.234.56"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValueError, match=f"^{re.escape(typed)}$"):
        read_decimal(typed)


@given(st.decimals(min_value=-(10**13), max_value=10**13, places=4))
def test_a_printed_number_reads_back_the_same(value):
    assert read_decimal(decimal_words(value)) == value


@pytest.mark.parametrize("text", [None, "", "abc", "-1", "²", "1.5", "9" * 19, "9" * 5000])
def test_what_is_no_key_is_none_however_long(text):
    assert whole_number(text) is None


def test_a_key_is_read():
    assert (whole_number("12"), whole_number("9" * 18)) == (12, 10**18 - 1)


def test_nothing_prints_as_nothing_and_zero_as_zero():
    assert decimal_words(None) == ""
    assert decimal_words(Decimal("0.0000")) == "0"
