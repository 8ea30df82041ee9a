"""JSON: what dinet itself writes with the format json, for other programs."""

import json
import re
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dinet.document.own_outputs import written_only_error
from dinet.errors import DocumentError, problems_as_error
from dinet.language import JoinedSentences, Sentence
from dinet.model import Programme, clean_text

_EXPECTED = {
    "missing": Sentence("this key is missing."),
    "union_tag_not_found": Sentence("this key is missing."),
    "extra_forbidden": Sentence("this key means nothing here."),
    "string_type": Sentence("a text is expected here."),
    "tuple_type": Sentence("a list is expected here."),
    "dict_type": Sentence("keys with values are expected here."),
    "model_type": Sentence("keys with values are expected here."),
    "model_attributes_type": Sentence("keys with values are expected here."),
    "int_type": Sentence("a whole number is expected here."),
    "int_parsing": Sentence("a whole number is expected here."),
    "int_from_float": Sentence("a whole number is expected here."),
    "finite_number": Sentence("a whole number is expected here."),
}
_MOST_LEVELS = 100
"""A programme is nested less than twenty levels deep.

How deep the parser of Python goes differs between its releases, and in a browser its stack is so
small that it breaks off without a word.
"""
_TEXT_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""A text, also one that is never closed; in it brackets are words."""
_JSON_SPACE = " \t\r\n"
_AFTER_COMMA = {
    "Expecting value": "]",
    "Expecting property name enclosed in double quotes": "}",
}
"""What Python before 3.13 says of a last comma, and what stands where it says it."""
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_CANNOT_STAND = Sentence("this value cannot stand here.")
_WRITTEN_ONLY = (
    {"elements", "connections"},
    {"document", "findings"},
    {"document", "notes"},
)
"""Keys of a blueprint of Kumu, and of the reports on an audit and on a reading, as dinet writes."""
_CHOICES = {"literal_error": "expected", "union_tag_invalid": "expected_tags"}


def read(data: bytes, name: str) -> Programme:
    """The programme in a file as the JSON writer makes it.

    Args:
        data: The whole file, in UTF-8, UTF-16 or UTF-32.
        name: The file's name without folders.

    Raises:
        DocumentError: It is not JSON, or not a programme; the message lists what is wrong, and
            where.
    """
    value = _parse_json(data, name)
    if isinstance(value, dict) and any(
        map(value.keys().__ge__, _WRITTEN_ONLY)
    ):
        raise written_only_error(name)
    try:
        return Programme.model_validate(value)
    except ValidationError as error:
        problems = [
            (
                _where_in_file(name, detail),
                JoinedSentences(*_what_is_wrong(detail)),
            )
            for detail in error.errors(include_url=False)
        ]
        raise problems_as_error(problems) from None


def _parse_json(data: bytes, name: str) -> Any:
    try:
        text = data.decode(json.detect_encoding(data))
        if _is_too_deep(text):
            raise RecursionError
        return json.loads(
            text,
            object_pairs_hook=_read_object,
            parse_constant=_refuse_constant,
        )
    except UnicodeDecodeError as error:
        raise _refusal_at(
            name,
            "the text is not in {encoding}.",
            encoding=error.encoding.upper(),
        ) from None
    except json.JSONDecodeError as error:
        place = _place_of_slip(error)
        raise _refusal_at(
            f"{name}:{place.lineno}:{place.colno}", "this is not JSON."
        ) from None
    except RecursionError:
        raise _refusal_at(name, "this is nested too deeply.") from None
    except _DuplicateKeyError as error:
        raise _refusal_at(
            name, "“{key}” has been given already.", key=error
        ) from None
    except ValueError:
        raise _refusal_at(
            name, "a number has too many digits, or is not a number."
        ) from None


def _place_of_slip(error: json.JSONDecodeError) -> json.JSONDecodeError:
    """The error at a comma too many, where Python tells it from 3.13 on: before, at the bracket."""
    before = error.doc[: error.pos].rstrip(_JSON_SPACE)
    is_bracket = error.doc[error.pos :][:1] == _AFTER_COMMA.get(error.msg)
    if is_bracket and before.endswith(","):
        return json.JSONDecodeError(error.msg, error.doc, len(before) - 1)
    return error


def _is_too_deep(text: str) -> bool:
    level = 0
    for found in _TEXT_OR_BRACKET.finditer(text):
        if found[0] in "[{":
            level += 1
        elif found[0] in "]}":
            level -= 1
        if level > _MOST_LEVELS:
            return True
    return False


def _where_in_file(name: str, error: ErrorDetails) -> str:
    """The file and the way to the place in it, as in ``plan.json, elements[3].kind``."""
    way = list(error["loc"])
    if way[:1] == ["elements"]:
        del way[2:3]  # the kind of element, which is not in the file
    if error["type"].startswith("union_tag"):
        way.append("kind")
    path = "".join(map(_written_step, way))
    return f"{name}, {path[1:]}" if path else name


def _written_step(step: int | str) -> str:
    return f"[{step}]" if isinstance(step, int) else f".{step}"


def _what_is_wrong(error: ErrorDetails) -> tuple[Sentence, ...]:
    """What is wrong with a value; of a word that is no choice also what it may be."""
    kind = error["type"]
    if kind not in _CHOICES:
        return (_EXPECTED.get(kind, _CANNOT_STAND),)
    expected = error["ctx"][_CHOICES[kind]]
    words = ", ".join(re.findall(r"'([^']*)'", expected)) or expected
    return _about_word(error), Sentence("Expected: {words}.", words=words)


def _about_word(error: ErrorDetails) -> Sentence:
    word = error["input"]
    if error["type"] == "union_tag_invalid":
        word = word.get("kind")
    if not isinstance(word, str):
        return _CANNOT_STAND
    return Sentence("“{word}” means nothing here.", word=clean_text(word))


def _refusal_at(where: str, words: str, **values: object) -> DocumentError:
    return problems_as_error(
        [(where, JoinedSentences(Sentence(words, **values)))]
    )


class _DuplicateKeyError(Exception):
    """A key that stands twice."""


def _read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The keys and values of an object; half characters, which no text can hold, are replaced."""
    keys = [_HALF_CHARACTER.sub("\ufffd", key) for key, _ in pairs]
    values = (value for _, value in pairs)
    tree = dict(zip(keys, values, strict=True))
    if len(tree) < len(pairs):
        raise _DuplicateKeyError(
            next(key for key in keys if keys.count(key) > 1)
        )
    return tree


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)


DUTCH = {
    "JSON: what dinet itself writes with the format json, for other programs.": (
        "JSON: wat dinet zelf schrijft met het formaat json, voor andere programma's."
    )
}
