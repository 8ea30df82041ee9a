"""JSON: what dinet itself writes with the format json, for other programs."""

import json
import re
from typing import Any, NoReturn

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dinet.errors import DocumentError
from dinet.language import Joined, Sentence
from dinet.model import Programme, clean
from dinet.native import refusal

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
_HALF = re.compile("[\ud800-\udfff]")
_ELSE = Sentence("this value cannot stand here.")
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
    value = _parsed(data, name)
    try:
        return Programme.model_validate(value)
    except ValidationError as error:
        raise refusal(
            [
                (_where(name, each), Joined(*_what(each)))
                for each in error.errors(include_url=False)
            ]
        ) from None


def _parsed(data: bytes, name: str) -> Any:
    try:
        text = data.decode(json.detect_encoding(data))
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError as error:
        raise _refused(
            name, "the text is not in {encoding}.", encoding=error.encoding.upper()
        ) from None
    except json.JSONDecodeError as error:
        raise _refused(
            f"{name}:{error.lineno}:{error.colno}", "this is not JSON."
        ) from None
    except RecursionError:
        raise _refused(name, "this is nested too deeply.") from None
    except _TwiceError as error:
        raise _refused(name, "“{key}” has been given already.", key=error) from None
    except ValueError:
        raise _refused(
            name, "a number has too many digits, or is not a number."
        ) from None


def _where(name: str, error: ErrorDetails) -> str:
    """The file and the way to the place in it, as in ``plan.json, elements[3].kind``."""
    way = list(error["loc"])
    if way[:1] == ["elements"]:
        del way[2:3]  # the kind of element, which is not in the file
    if error["type"].startswith("union_tag"):
        way.append("kind")
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way)
    return f"{name}, {path[1:]}" if path else name


def _what(error: ErrorDetails) -> tuple[Sentence, ...]:
    if error["type"] not in _CHOICES:
        return (_EXPECTED.get(error["type"], _ELSE),)
    expected = error["ctx"][_CHOICES[error["type"]]]
    words = ", ".join(re.findall(r"'([^']*)'", expected)) or expected
    wrong = (
        error["input"].get("kind")
        if error["type"] == "union_tag_invalid"
        else error["input"]
    )
    found = (
        Sentence("“{word}” means nothing here.", word=clean(wrong))
        if isinstance(wrong, str)
        else _ELSE
    )
    return found, Sentence("Expected: {words}.", words=words)


def _refused(where: str, words: str, **values: object) -> DocumentError:
    return refusal([(where, Joined(Sentence(words, **values)))])


class _TwiceError(Exception):
    """A key that stands twice."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = {_HALF.sub("\ufffd", key): value for key, value in pairs}
    if len(found) < len(pairs):
        keys = [_HALF.sub("\ufffd", key) for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


def _constant(word: str) -> NoReturn:
    raise ValueError(word)


DUTCH = {
    "JSON: what dinet itself writes with the format json, for other programs.": (
        "JSON: wat dinet zelf schrijft met het formaat json, voor andere programma's."
    ),
}
