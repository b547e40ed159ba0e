"""Queries of many parts that every page asks in the same words: put into words once, filled in each time.

To put such a query into words takes longer than to answer it. Only the words are kept, never an answer.
"""

import functools
from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet


class WrittenOnce:
    """A query as SQL with stand-ins for its values; each use fills in its own.

    `build` takes the values by name. A stand-in must reach the parameters as it is, and nothing else of the
    query may equal it: a value the query reckons with, or that decides about its form, is not for this.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **stand_ins: object) -> None:
        self._build = build
        self._stand_ins = stand_ins

    @functools.cached_property
    def _written(self) -> tuple[str, tuple[tuple[str | None, object], ...]]:
        """The words, and each parameter with the name of the value it stands for (None: it is always so)."""
        sql, params = self._build(**self._stand_ins).query.sql_with_params()
        names = {(type(value), value): name for name, value in self._stand_ins.items()}
        places = tuple((names.get((type(param), param)), param) for param in params)
        missing = self._stand_ins.keys() - {name for name, _ in places}
        if missing:
            raise LookupError(f"values that do not reach the query: {sorted(missing)}")
        return sql, places

    def filled(self, **values: object) -> tuple[str, tuple[Any, ...]]:
        """The words and the parameters; every stand-in has its value."""
        sql, places = self._written
        if values.keys() != self._stand_ins.keys():
            raise LookupError(f"not the values of the query: {sorted(values)}")
        return sql, tuple(param if name is None else values[name] for name, param in places)
