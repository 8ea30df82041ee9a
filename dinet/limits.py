"""How much of a document dinet takes on.

These are guards against files that would fill the memory or take for ever. Every guard has a
name, which ``--limit NAME=VALUE`` uses, and a message that says what was found and what the
limit is:

    >>> with use_limits(parse_limits(["cells=400000", "file=80MB"])):
    ...     current_limits().cells, current_limits().file // 2**20
    (400000, 80)
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from dinet.errors import DocumentError, UsageError, did_you_mean
from dinet.language import Sentence

MB = 1024 * 1024
"""In bytes."""


class Limits(NamedTuple):
    """The guards that are in force, with their usual values.

    A hyphen in the name of a guard is an underscore here.

    Args:
        file: The document itself, in bytes.
        unpacked: All parts of an Office file together, in bytes.
        ratio: How many times larger than it is packed a part of an Office file may be, when it
            is larger than 1 MB.
        part: One XML part of an Office file, in bytes.
        parts: How many parts an Office file has.
        depth: How deeply XML and HTML are nested.
        yaml_depth: How deeply YAML is nested.
        cells: The cells of all tables together, blank and merged ones included.
        columns: The columns of one table.
        rows: The rows of one table.
        characters: The text of one cell; a longer text is kept, and noted.
        merges: The merged cells of one sheet.
        tags: The elements of a web page.
        pages: The pages of a PDF.
        letters: The letters on one page of a PDF.
        pdf_seconds: How long a PDF is read.
        pdf_memory: How much memory reading a PDF takes, in bytes.
        picture: The elements of the programme of which a picture is drawn.
        dot_seconds: How long Graphviz draws one picture.
        documents: The files in the folders that one command is given.
    """

    file: int = 50 * MB
    unpacked: int = 200 * MB
    ratio: int = 100
    part: int = 24 * MB
    parts: int = 2000
    depth: int = 256
    yaml_depth: int = 100
    cells: int = 200_000
    columns: int = 1000
    rows: int = 20_000
    characters: int = 32_767
    merges: int = 5000
    tags: int = 200_000
    pages: int = 500
    letters: int = 4_000_000
    pdf_seconds: int = 60
    pdf_memory: int = 768 * MB
    picture: int = 5000
    dot_seconds: int = 30
    documents: int = 100_000


_MESSAGES = {
    "file": "this file is {found} MB; dinet reads at most {most} MB.",
    "unpacked": "this file unpacks to {found} MB; dinet opens at most {most} MB.",
    "ratio": (
        "a part of this file unpacks to {found} times its size; "
        "dinet opens at most {most} times."
    ),
    "part": "a part of this file is {found} MB of XML; dinet reads at most {most} MB.",
    "parts": "this file has {found} parts; dinet opens at most {most}.",
    "depth": "this file is nested {found} levels deep or more; dinet reads at most {most}.",
    "yaml_depth": "this is nested more than {most} levels deep.",
    "cells": "its tables have {found} cells or more; dinet reads at most {most}.",
    "columns": "this table has {found} columns; dinet reads at most {most}.",
    "rows": "this table has {found} rows; dinet reads at most {most}.",
    "merges": "this sheet has {found} merged cells; dinet reads at most {most}.",
    "tags": "this page has {found} elements or more; dinet reads at most {most}.",
    "pages": "this PDF has {found} pages; dinet reads at most {most}.",
    "letters": "a page of this PDF has {found} letters; dinet reads at most {most}.",
    "pdf_seconds": (
        "this PDF takes longer than {most} seconds to read and was stopped."
    ),
    "pdf_memory": (
        "this PDF is damaged, or asks for more memory than the {most} MB "
        "that dinet gives it."
    ),
    "picture": (
        "this programme has {found} elements; dinet draws pictures of at most {most}."
    ),
    "documents": (
        "these folders hold {found} files or more; dinet looks at most at {most}."
    ),
    "dot_seconds": (
        "Graphviz takes longer than {most} seconds to draw the picture and was stopped."
    ),
}
"""What is the matter when a guard stops a document."""

_BYTES = frozenset({"file", "unpacked", "part", "pdf_memory"})
_SECONDS = frozenset({"pdf_seconds", "dot_seconds"})
_UNIT_FACTORS = {
    "": 1,
    "k": 2**10,
    "kb": 2**10,
    "m": 2**20,
    "mb": 2**20,
    "mib": 2**20,
    "g": 2**30,
    "gb": 2**30,
    "gib": 2**30,
}
_VALUE = re.compile(
    r"(\d{1,12}|\d{1,3}(?:[._]\d{3}){1,3}) ?([a-z]*)", re.IGNORECASE | re.ASCII
)
_SECOND_FACTORS = {"": 1, "s": 1}
# A document that takes longer to read than a day is not waited for.
_DAY_SECONDS = 24 * 60 * 60
# In the unit of the guard: more than any document holds.
_LARGEST_VALUE = 10**12

# a tuple of numbers cannot change, so it may be a default
_IN_FORCE: ContextVar[Limits] = ContextVar("limits", default=Limits())  # noqa: B039


def current_limits() -> Limits:
    """The guards that are in force here."""
    return _IN_FORCE.get()


@contextmanager
def use_limits(wanted: Limits | None) -> Iterator[None]:
    """Within this the guards have these values; afterwards again those of before.

    Args:
        wanted: None changes nothing.
    """
    before = _IN_FORCE.set(wanted or current_limits())
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


def parse_limits(wishes: Iterable[str]) -> Limits:
    """The guards that are in force, changed as someone asks.

    Args:
        wishes: Each a name, an equals sign and a value, such as ``unpacked=400MB``,
            ``cells=400000``, ``pdf-seconds=120``.

    Raises:
        UsageError: There is no such guard, or the value cannot be one.
    """
    return current_limits()._replace(**dict(map(_parse_wish, wishes)))


def _parse_wish(wish: str) -> tuple[str, int]:
    """The name and the value of a guard in one text such as ``cells=400000``."""
    word, _, value = map(str.strip, wish.partition("="))
    name = word.casefold().replace("-", "_")
    if name not in Limits._fields:
        raise _unknown_limit(word, wish)
    number = _parse_value(name, value)
    if not number:
        raise _impossible_value(name, value)
    return name, number


def _unknown_limit(word: str, wish: str) -> UsageError:
    known = list(map(_hyphened_name, Limits._fields))
    what = Sentence(
        "{name} is not a limit that dinet knows: {known}.",
        name=word or wish,
        known=", ".join(known),
    )
    return UsageError(what, *did_you_mean(word, known))


def _impossible_value(name: str, value: str) -> UsageError:
    what = Sentence(
        "“{value}” cannot be the limit {name}.",
        value=value,
        name=_hyphened_name(name),
    )
    example = _option_text(name, getattr(Limits(), name))
    return UsageError(what, Sentence("Give it as {example}.", example=example))


def _parse_value(name: str, value: str) -> int | None:
    """The value of a guard; None or 0 for what cannot be one."""
    parts = _VALUE.fullmatch(value)
    if parts is None:
        return None
    number = int(re.sub("[._]", "", parts[1]))
    largest = _DAY_SECONDS if name in _SECONDS else _LARGEST_VALUE
    return min(number * _unit_factor(name, parts[2].casefold()), largest)


def _unit_factor(name: str, unit: str) -> int:
    """How many of the unit of a guard go into another unit; 0 when that is no unit for it."""
    factors = {"": 1}
    if name in _BYTES:
        factors = _UNIT_FACTORS
    elif name in _SECONDS:
        factors = _SECOND_FACTORS
    return factors.get(unit, 0)


def _hyphened_name(name: str) -> str:
    return name.replace("_", "-")


def _option_text(name: str, value: int) -> str:
    """How a guard is set on the command line."""
    written = f"{value // MB}MB" if name in _BYTES else str(value)
    return f"--limit {_hyphened_name(name)}={written}"


def limit_error(
    name: str, found: int = 0, where: str | Sentence = "", *hints: Sentence
) -> DocumentError:
    """The error that a guard gives.

    Bytes are told in whole MB: what was found is rounded up, so that it is over the limit.

    Args:
        name: Of the guard, as in Limits.
        found: How much there is, in the guard's own unit; 0 when nobody knows.
        where: The place in the document.
        hints: What else than a higher limit may help.

    Example:
        >>> print(limit_error("yaml_depth", 0, "x.yaml"))
        x.yaml: this is nested more than 100 levels deep. If it must be read: --limit yaml-depth=200
    """
    most = getattr(current_limits(), name)
    higher = _option_text(name, 2 * max(found, most))
    if name in _BYTES:
        found, most = -(-found // MB), max(most // MB, 1)
    what = Sentence(_MESSAGES[name], found=found, most=most)
    higher_limit = Sentence("If it must be read: {option}", option=higher)
    return DocumentError(what, *hints, higher_limit, where=where)
