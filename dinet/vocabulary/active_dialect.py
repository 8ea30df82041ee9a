"""The dialect in which is being read: the built-in one, or a user's own that extends it."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from dinet.errors import UsageError
from dinet.language import Sentence
from dinet.model import KINDS, Kind
from dinet.vocabulary.dialect import Dialect
from dinet.vocabulary.dialect_file import Change
from dinet.vocabulary.phrases import Phrases, built_in_phrases

_LEXICON = Path(__file__).with_name("lexicon.toml")
_Product = TypeVar("_Product")
_AT_LINE = re.compile(r"at line (\d+)")


@cache
def built_in_dialect() -> Dialect:
    """The dialect that dinet speaks by itself."""
    tables = tomllib.loads(_LEXICON.read_text(encoding="utf-8"))
    heights = tables.pop("heights")
    kinds = tables.pop("kinds")
    questions = tables.pop("asks")
    roles = tuple(
        name for name, table in tables.items() if isinstance(table, dict)
    )
    without_words = Dialect(
        words={},
        columns={},
        everyday=frozenset(),
        roles=roles,
        ladder=tuple(tables["ladder"]),
        kinds=_kinds_of_roles(roles, kinds),
        serves={},
        heights=tuple(map(tuple, heights)),
        asks={role: _forms_of(asked) for role, asked in questions.items()},
    )
    return Change(without_words, tables, _LEXICON.name).dialect()


def _kinds_of_roles(
    roles: Iterable[str], renamed: Mapping[str, str]
) -> dict[str, Kind]:
    """The kind of element of each role that holds elements.

    A role is called after its kind, unless the table of renamed roles says otherwise.
    """
    known: dict[str, Kind] = {kind: kind for kind in KINDS}
    kinds = {role: known.get(renamed.get(role, role)) for role in roles}
    return {role: kind for role, kind in kinds.items() if kind}


def _forms_of(questions: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Each form of a question as the set of its words."""
    return tuple(frozenset(form.split()) for form in questions)


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


def once_per_dialect(make: Callable[[], _Product]) -> Callable[[], _Product]:
    """Make something of the active words when it is first asked for, once for each dialect.

    It is kept as long as these words live, so nothing is compiled when a module is imported.

    Args:
        make: A function without arguments, such as one that compiles a regular expression.
    """

    @wraps(make)
    def product_of_dialect() -> _Product:
        # as active_phrases has it, without a call more: this is asked many times for each cell
        dialect = _CURRENT.get()
        phrases = built_in_phrases() if dialect is None else dialect.phrases
        products = phrases.made
        try:
            product: _Product = products[make]
        except KeyError:
            product = products[make] = make()
        return product

    return product_of_dialect


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
    tables = _parse_toml(text, name)
    return Change(built_in_dialect(), tables, name, text).dialect()


def _parse_toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    # a number of thousands of digits is a plain ValueError
    except (ValueError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        last_line = len(text.splitlines()) or 1
        where = f"{name}:{found[1] if found else last_line}"
        hint = Sentence(
            'Write a line as: doel = ["one word", "another word"].'
        )
        raise UsageError(
            Sentence("this is not TOML."), hint, where=where
        ) from error
