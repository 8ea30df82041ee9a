"""Dialects as TOML: the built-in one, a user's own that extends it, and the one in which is being read."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from dinet.document.dialect import Dialect
from dinet.document.dialect_file import Change
from dinet.errors import UsageError
from dinet.language import Sentence
from dinet.model import KINDS

_LEXICON = Path(__file__).with_name("lexicon.toml")
_AT_LINE = re.compile(r"at line (\d+)")


@cache
def built_in() -> Dialect:
    """The dialect that dinet speaks by itself."""
    tables = tomllib.loads(_LEXICON.read_text(encoding="utf-8"))
    heights, kinds, asks = (
        tables.pop("heights"),
        tables.pop("kinds"),
        tables.pop("asks"),
    )
    roles = tuple(name for name, table in tables.items() if isinstance(table, dict))
    kind_of = {
        role: kind for role in roles for kind in KINDS if kind == kinds.get(role, role)
    }
    forms = {
        role: tuple(frozenset(form.split()) for form in asked)
        for role, asked in asks.items()
    }
    start = Dialect(
        {},
        {},
        frozenset(),
        roles,
        tuple(tables["ladder"]),
        kind_of,
        {},
        tuple(map(tuple, heights)),
        forms,
    )
    return Change(start, tables, _LEXICON.name).dialect()


_CURRENT: ContextVar[Dialect | None] = ContextVar("dialect", default=None)


def current() -> Dialect:
    """The dialect in which is being read here and now."""
    return _CURRENT.get() or built_in()


@contextmanager
def speaking(dialect: Dialect) -> Iterator[None]:
    """Read in a dialect, and afterwards in the one before again; what other threads read is not touched."""
    token = _CURRENT.set(dialect)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def dialect_in(data: bytes, name: str) -> Dialect:
    """The built-in dialect, extended and changed by a file.

    Args:
        data: The whole file.
        name: Its name without folders.

    Raises:
        UsageError: The file is no dialect; all its problems with their lines.

    Example:
        >>> dialect_in(b'inspanning = ["klus", "klussen"]', "eigen.toml").words["klussen"]
        'effort'
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UsageError(
            Sentence("this file is not UTF-8 text."), where=name
        ) from error
    try:
        tables = tomllib.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # a number of thousands of digits is a plain ValueError
        found = _AT_LINE.search(str(error))
        where = f"{name}:{found[1] if found else len(text.splitlines()) or 1}"
        hint = Sentence('Write a line as: doel = ["one word", "another word"].')
        raise UsageError(Sentence("this is not TOML."), hint, where=where) from error
    return Change(built_in(), tables, name, text).dialect()
