from __future__ import annotations

from typing import Any, get_args

import jsonschema
import pytest

from sayso.model import Act, Article, Bound, EventType, Measure, Quotation, Reading, SpeakerKind, load_schema


def test_is_itself_valid() -> None:
    """The schema is proper JSON Schema 2020-12."""
    jsonschema.Draft202012Validator.check_schema(load_schema())


def test_takes_an_empty_reading() -> None:
    """An article of which nothing was read fits."""
    jsonschema.validate(Reading(article=Article.of("x")).to_dict(), load_schema())


def test_refuses_unknown_keys() -> None:
    """A key that no reading has does not fit."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(Reading(article=Article.of("x")).to_dict() | {"claims": []}, load_schema())


@pytest.mark.parametrize("words", [Act, Quotation, SpeakerKind, Bound, Measure, EventType])
def test_has_the_words_of_the_model(words: Any) -> None:
    """Every vocabulary of the model stands in the schema, word for word."""

    def enums(node: Any) -> list[set[str]]:
        if isinstance(node, dict):
            own = [{w for w in node["enum"] if w is not None}] if "enum" in node else []
            return own + [e for value in node.values() for e in enums(value)]
        return [e for value in node for e in enums(value)] if isinstance(node, list) else []

    assert set(get_args(words)) in enums(load_schema())
