"""The words that reading looks for inside texts, in lists by name.

``phrases.toml`` has those that dinet knows by itself; a dialect file adds to them.

A list that belongs to a group is named after both: ``months.10``, ``joining_words.and``.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("phrases.toml")
_DUTCH = "dutch_names"
NO_TEXT = "(?:(?!))"
"""A regular expression that no text matches: what a list without words amounts to."""


class Phrases:
    """Lists of words by name.

    Args:
        lists: The words of each list.
        dutch: The Dutch name of each part of a name.

    Example:
        >>> Phrases({"months.5": ("mei", "may")}).words_of("months.5")
        ('mei', 'may')
    """

    def __init__(
        self,
        lists: Mapping[str, tuple[str, ...]],
        dutch: Mapping[str, str] | None = None,
    ) -> None:
        self.lists = dict(lists)
        self.dutch = dict(dutch or {})
        self.made: dict[Callable[[], Any], Any] = {}
        """What was made of these words so far, by the function that makes it."""

    def words_of(self, *names: str) -> tuple[str, ...]:
        """The words of some lists or whole groups, in order.

        Raises:
            KeyError: There is no list and no group with such a name.

        Example:
            >>> built_in_phrases().words_of("joining_words.and", "joining_words.or")
            ('en', 'and', 'of', 'or')
        """
        words: list[str] = []
        for name in names:
            for listed in self._lists_named(name):
                words.extend(listed)
        return tuple(words)

    def group_of(self, name: str) -> dict[str, tuple[str, ...]]:
        """The lists of a group by the last part of their names, in order.

        Example:
            >>> built_in_phrases().group_of("ordinals")["2"]
            ('2e', 'tweede', '2nd', 'second')
        """
        start = f"{name}."
        return {
            key.removeprefix(start): words
            for key, words in self.lists.items()
            if key.startswith(start)
        }

    def find_name(self, name: str, group: str = "") -> str | None:
        """The name of the list or group that a word in a dialect file means.

        The word may be English or Dutch; None when there is no such list.

        Args:
            name: The word; case, hyphens and spaces do not count.
            group: The group in which the list is looked for; empty for a list of its own or a
                group.

        Example:
            >>> built_in_phrases().find_name("maanden")
            'months'
            >>> built_in_phrases().find_name("en", "joining_words")
            'joining_words.and'
        """
        plain = name.strip().casefold().replace("-", "_").replace(" ", "_")
        names = list(self.group_of(group)) if group else self.names
        by_dutch = (known for known in names if self.dutch.get(known) == plain)
        found = plain if plain in names else next(by_dutch, None)
        return f"{group}.{found}" if found and group else found

    @property
    def names(self) -> list[str]:
        """The names of all groups, and of the lists in none, in order."""
        return list(
            dict.fromkeys(name.partition(".")[0] for name in self.lists)
        )

    def with_lists(self, lists: Mapping[str, tuple[str, ...]]) -> "Phrases":
        """The same with some lists replaced or added; itself when there are none."""
        return Phrases({**self.lists, **lists}, self.dutch) if lists else self

    def _lists_named(self, name: str) -> Iterator[tuple[str, ...]]:
        """The list with a name, or all lists of the group with that name."""
        if name in self.lists:
            yield self.lists[name]
            return
        group = self.group_of(name)
        if not group:
            raise KeyError(name)
        yield from group.values()


@cache
def built_in_phrases() -> Phrases:
    """The words that dinet knows by itself."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    dutch = tables.pop(_DUTCH)
    lists: dict[str, tuple[str, ...]] = {}
    for name, table in tables.items():
        if isinstance(table, dict):
            lists |= {
                f"{name}.{key}": tuple(words) for key, words in table.items()
            }
        else:
            lists[name] = tuple(table)
    return Phrases(lists, dutch)


def any_of(words: Iterable[str]) -> str:
    r"""A regular expression for any of some words, the longest first.

    Example:
        >>> any_of(["blz", "blz."]), any_of([])
        ('(?:blz\\.|blz)', '(?:(?!))')
    """
    forms = sorted(set(words), key=lambda word: (-len(word), word))
    if not forms:
        return NO_TEXT
    return f"(?:{'|'.join(map(re.escape, forms))})"
