"""What all nouns of the model share: conversion to and from plain dictionaries, by their field types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Self, Union, get_args, get_origin, get_type_hints

from sayso.errors import ModelError

Decode = Callable[[Any, str], Any]


class Record:
    """A frozen value whose JSON form has one key for each field, in the order of the fields.

    A field whose name is a Python keyword ends in an underscore; its key does not.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Returns the value as dictionaries, lists and scalars that `json` can write."""
        cls: Any = type(self)
        return {key: _encode(getattr(self, name)) for name, key in _keys(cls)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Builds the value from what `to_dict` returned.

        Raises:
            ModelError: a key is missing or unknown, or a value has the wrong type (MDL004).
        """
        value: Self = _decode_record(cls, data, cls.__name__)
        return value


def _encode(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    return value


@cache
def _keys(cls: Any) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.name.rstrip("_")) for field in fields(cls))


@cache
def _decoders(cls: Any) -> dict[str, tuple[str, Decode]]:
    hints = get_type_hints(cls)
    return {key: (name, _decoder(hints[name])) for name, key in _keys(cls)}


def _decode_record(cls: Any, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _malformed(where, "is not an object")
    decoders = _decoders(cls)
    if missing := decoders.keys() - data.keys():
        raise _malformed(where, f"lacks {', '.join(sorted(missing))}")
    if unknown := data.keys() - decoders.keys():
        raise _malformed(where, f"has the unknown {', '.join(sorted(map(str, unknown)))}")
    values = {name: decode(data[key], f"{where}.{key}") for key, (name, decode) in decoders.items()}
    return cls(**values)


def _decoder(hint: Any) -> Decode:
    """Returns the function that checks and builds a value of one annotated type."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _decoder_of_optional(hint)
    if origin is tuple:
        return _decoder_of_tuple(_decoder(get_args(hint)[0]))
    if origin is Literal:
        return _decoder_of_word(frozenset(get_args(hint)))
    if isinstance(hint, type) and issubclass(hint, Record):
        return lambda value, where: _decode_record(hint, value, where)
    return _decoder_of_scalar(hint)


def _decoder_of_optional(hint: Any) -> Decode:
    (inner,) = (_decoder(arg) for arg in get_args(hint) if arg is not NoneType)
    return lambda value, where: None if value is None else inner(value, where)


def _decoder_of_tuple(inner: Decode) -> Decode:
    def decode(value: Any, where: str) -> Any:
        if not isinstance(value, list | tuple):
            raise _malformed(where, "is not a list")
        return tuple(inner(item, f"{where}[{i}]") for i, item in enumerate(value))

    return decode


def _decoder_of_word(words: frozenset[str]) -> Decode:
    def decode(value: Any, where: str) -> Any:
        if not isinstance(value, str) or value not in words:
            raise _malformed(where, f"is {value!r}, not one of {', '.join(sorted(words))}")
        return value

    return decode


def _decoder_of_scalar(kind: type[Any]) -> Decode:
    accepted = (int, float) if kind is float else kind

    def decode(value: Any, where: str) -> Any:
        if isinstance(value, bool) != (kind is bool) or not isinstance(value, accepted):
            raise _malformed(where, f"is {value!r}, not of type {kind.__name__}")
        return float(value) if kind is float else value

    return decode


def _malformed(where: str, fault: str) -> ModelError:
    hint = "compare the record with the JSON Schema that `sayso.model.load_schema()` returns"
    return ModelError("MDL004", f"{where} {fault}", hint, where=where)
