"""First names by which a capitalised word is known for the name of a person."""

import tomllib
from functools import cache
from pathlib import Path

from dinet.vocabulary.folding import fold_text

_FILE = Path(__file__).with_name("given_names.toml")


@cache
def given_names() -> tuple[str, ...]:
    """All of them, by the alphabet; the list is loaded when it is first asked for."""
    names = tomllib.loads(_FILE.read_text(encoding="utf-8"))["first"]
    return tuple(names)


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(map(fold_text, given_names()))


def is_given_name(word: str) -> bool:
    """The word is a first name that is much used, whatever else it may mean.

    Example:
        >>> is_given_name("Daniel"), is_given_name("Sport"), is_given_name("Milan")
        (True, False, False)
    """
    return fold_text(word) in _folded_names()
