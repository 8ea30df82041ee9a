"""The dialect in which is being read: the built-in one, or a user's own that extends it."""

import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar

from dinet.errors import UsageError
from dinet.language import Sentence
from dinet.model import KINDS
from dinet.vocabulary.dialect import Dialect
from dinet.vocabulary.dialect_file import Change
from dinet.vocabulary.phrases import Phrases, built_in_phrases

_LEXICON = Path(__file__).with_name("lexicon.toml")
_Made = TypeVar("_Made")
_AT_LINE = re.compile(r"at line (\d+)")


@cache
def built_in_dialect() -> Dialect:
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


def active_dialect() -> Dialect:
    """The dialect in which is being read here and now."""
    return _CURRENT.get() or built_in_dialect()


def active_phrases() -> Phrases:
    """The words that reading looks for inside texts here and now.

    Without a dialect of the user's own the roles of headings are not loaded for it.
    """
    dialect = _CURRENT.get()
    return built_in_phrases() if dialect is None else dialect.phrases


def words_of(*names: str) -> tuple[str, ...]:
    """The words of some lists of the active dialect, in order.

    ``phrases.toml`` has the names of all lists.

    Example:
        >>> words_of("months.5")
        ('mei', 'may')
    """
    return active_phrases().words_of(*names)


def once_per_dialect(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """Make something of the active words when it is first asked for, once for each dialect.

    It is kept as long as these words live, so nothing is compiled when a module is imported.

    Args:
        make: A function without arguments, such as one that compiles a regular expression.
    """

    @wraps(make)
    def kept() -> _Made:
        made = active_phrases().made
        if make not in made:
            made[make] = make()
        found: _Made = made[make]
        return found

    return kept


@contextmanager
def using_dialect(dialect: Dialect) -> Iterator[None]:
    """Read in a dialect as long as the context lasts; other threads read in their own."""
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
    return Change(built_in_dialect(), tables, name, text).dialect()
