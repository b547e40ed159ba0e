"""Rows of several querysets in one statement: what a page needs and what does not need one another.

Each statement is a journey to the database and back; a page of twenty small questions waits twenty times.
Here the questions travel together, and every queryset holds its rows afterwards as if it had been read alone.
All answers are of one moment.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import Model, QuerySet

type _Read = Callable[[Any], Any]
_READ: Sequence[tuple[Any, _Read]] = (
    (models.DateTimeField, datetime.fromisoformat),
    (models.DateField, date.fromisoformat),
    (models.TimeField, time.fromisoformat),
    (models.DecimalField, Decimal),
    (models.UUIDField, UUID),
)
"""What makes the value a cursor would have given of what JSON brings; other kinds come as they are."""
_AS_TEXT = (models.DecimalField, models.JSONField)
"""Sent as text: JSON would make a number with places inexact, and Django itself reads JSON columns."""
_NOT_IN_JSON = (models.BinaryField, models.DurationField)


class _Question:
    """A queryset, its statement, and how a row of JSON becomes the row a cursor would have given."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        """Raises EmptyResultSet where the answer is known to be none."""
        self.rows = rows
        self.compiler = rows.query.get_compiler(using=rows.db)
        sql, self.params = self.compiler.as_sql()
        kinds = [_behind(column.output_field) for column, _, _ in self.compiler.select]
        self.readers = [_reader(kind) for kind in kinds]
        names = [f"c{place}" for place in range(len(kinds))]
        cells = ", ".join(f"t.{name}{_cast(kind)}" for name, kind in zip(names, kinds, strict=True))
        self.sql = (
            f"to_json(ARRAY(SELECT JSON_ARRAY({cells} NULL ON NULL) "
            f"FROM ({sql}) AS t({', '.join(names)})))::text"
        )

    def answer(self, found: Sequence[Sequence[Any]]) -> None:
        """Let the queryset make its objects of these rows, where it would have asked for them."""
        read = [
            tuple(
                value if reader is None or value is None else reader(value)
                for reader, value in zip(self.readers, row, strict=True)
            )
            for row in found
        ]
        compiler: Any = self.compiler
        compiler.execute_sql = lambda *_args, **_options: [read]
        query: Any = self.rows.query
        query.get_compiler = lambda *_args, **_options: compiler
        len(self.rows)
        del query.get_compiler


def together(*asked: QuerySet[Any]) -> None:
    """Read all these querysets in one statement; each keeps its order, `select_related` and annotations.

    What `prefetch_related` adds is still asked apart.
    """
    questions = []
    for rows in asked:
        try:
            questions.append(_Question(rows))
        except EmptyResultSet:
            continue
    if not questions:
        return
    with connections[questions[0].rows.db].cursor() as cursor:
        parts = ", ".join(question.sql for question in questions)
        cursor.execute(f"SELECT {parts}", [one for question in questions for one in question.params])
        answers = cursor.fetchone() or ()
    for question, text in zip(questions, answers, strict=True):
        question.answer(json.loads(text))


def hang(row: Model, **children: Iterable[Any]) -> None:
    """Let `row.<name>.all()` be these rows, read already, as `prefetch_related` would; no more than `all`."""
    kept: Any = row
    cache = vars(kept).setdefault("_prefetched_objects_cache", {})
    for name, rows in children.items():
        cache[name] = rows


def _behind(of: Any) -> Any:
    """The field whose values a column has: of a relation that of the key it points at."""
    while getattr(of, "remote_field", None) is not None:
        of = of.target_field
    if isinstance(of, _NOT_IN_JSON):
        raise TypeError(of)
    return of


def _cast(kind: Any) -> str:
    if isinstance(kind, ArrayField):
        return f"{cast}[]" if (cast := _cast(kind.base_field)) else ""
    return "::text" if isinstance(kind, _AS_TEXT) else ""


def _reader(kind: Any) -> _Read | None:
    if isinstance(kind, ArrayField):
        inner = _reader(kind.base_field)
        return inner and (lambda given: _each(inner, given))
    return next((read for of, read in _READ if isinstance(kind, of)), None)


def _each(read: _Read, given: Iterable[Any]) -> list[Any]:
    return [None if one is None else read(one) for one in given]
