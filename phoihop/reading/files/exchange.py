"""Frozen rows as JSON and back. What comes back is believed in nothing: each value is held to its type.

A process that opened a hostile file may send anything; `decoded` gives the row or raises Misshapen.
"""

import base64
import binascii
import math
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeAliasType, Union, get_args, get_origin, get_type_hints


class Misshapen(ValueError):
    """JSON that is not what it should be."""


def encoded(value: Any) -> Any:
    """A dataclass, or what stands in one, as JSON takes it: bytes in base 64, decimals as text."""
    if is_dataclass(value):
        return {field.name: encoded(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [encoded(item) for item in value]
    if isinstance(value, dict):
        return {str(name): encoded(item) for name, item in value.items()}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return str(value) if isinstance(value, Decimal) else value


def decoded(kind: Any, value: Any) -> Any:
    """The value of type `kind` (a dataclass or a type used in one) that `encoded` made; else Misshapen."""
    if isinstance(kind, TypeAliasType):
        found = decoded(kind.__value__, value)
        if kind.__name__ == "Span" and not 0 <= found[0] <= found[1]:
            raise Misshapen("span")
        return found
    if is_dataclass(kind):
        return _row(kind, value)
    origin = get_origin(kind) or kind
    reader = _READERS.get(origin)
    if reader is not None:
        return reader(get_args(kind), value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind, value)
    raise Misshapen(str(kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _row(kind: Any, value: Any) -> Any:
    hints = _hints(kind)
    if not isinstance(value, dict) or value.keys() != {field.name for field in fields(kind)}:
        raise Misshapen(kind.__name__)
    return kind(**{name: decoded(hints[name], item) for name, item in value.items()})


def _member(kind: type[Enum], value: Any) -> Enum:
    try:
        return kind(value)
    except ValueError as error:
        raise Misshapen(kind.__name__) from error


def _tuple(kinds: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise Misshapen("tuple")
    if len(kinds) == 2 and kinds[1] is ...:
        return tuple(decoded(kinds[0], item) for item in value)
    if len(kinds) != len(value):
        raise Misshapen("tuple")
    return tuple(decoded(kind, item) for kind, item in zip(kinds, value, strict=True))


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    for kind in kinds:
        try:
            return decoded(kind, value)
        except Misshapen:
            continue
    raise Misshapen("union")


def _literal(values: tuple[Any, ...], value: Any) -> Any:
    if value not in values:
        raise Misshapen("literal")
    return value


def _text(_: Any, value: Any) -> str:
    """Text a database can keep: no NUL, nothing that is not a character."""
    if not isinstance(value, str) or "\x00" in value:
        raise Misshapen("text")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Misshapen("text") from error
    return value


def _number(_: Any, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Misshapen("number")
    return float(value)


def _decimal(_: Any, value: Any) -> Decimal:
    try:
        found = Decimal(_text(None, value))
    except InvalidOperation as error:
        raise Misshapen("decimal") from error
    if not found.is_finite():
        raise Misshapen("decimal")
    return found


def _bytes(_: Any, value: Any) -> bytes:
    try:
        return base64.b64decode(_text(None, value), validate=True)
    except binascii.Error as error:
        raise Misshapen("bytes") from error


def _exactly(kind: type) -> Callable[[Any, Any], Any]:
    def read(_: Any, value: Any) -> Any:
        if type(value) is not kind:
            raise Misshapen(kind.__name__)
        return value

    return read


def _any(_: Any, value: Any) -> Any:
    return value


_READERS: dict[Any, Callable[[Any, Any], Any]] = {
    tuple: _tuple,
    types.UnionType: _one_of,
    Union: _one_of,
    Literal: _literal,
    str: _text,
    float: _number,
    Decimal: _decimal,
    bytes: _bytes,
    int: _exactly(int),
    bool: _exactly(bool),
    types.NoneType: _exactly(types.NoneType),
    dict: _exactly(dict),
    Any: _any,
}
