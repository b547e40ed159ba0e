"""The words of a query are kept, its values are each time those that are given."""

from datetime import date
from typing import Any

import pytest
from django.db.models import QuerySet

from phoihop.core.written_once import WrittenOnce
from phoihop.people.models import Person

pytestmark = pytest.mark.django_db


def _named(*, name: str, first: int) -> QuerySet[Any, Any]:
    return Person.objects.filter(full_name=name, pk__gte=first).values_list("pk")


def test_each_use_fills_in_its_own_values() -> None:
    query = WrittenOnce(_named, name="?", first=-1)
    words, values = query.filled(name="An", first=5)
    assert (query.filled(name="Bình'; --", first=6)[0], values) == (words, ("An", 5))
    assert words.count("%s") == 2


def test_a_value_that_does_not_reach_the_query_is_an_error_and_no_wrong_answer() -> None:
    query = WrittenOnce(lambda *, day: Person.objects.filter(pk=day.year), day=date(1, 1, 1))
    with pytest.raises(LookupError, match="day"):
        query.filled(day=date(2026, 1, 1))


def test_every_value_must_be_given() -> None:
    with pytest.raises(LookupError):
        WrittenOnce(_named, name="?", first=-1).filled(name="An")
