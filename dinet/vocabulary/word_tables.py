"""Lists of words in a TOML file of a room, in groups; each file is read when first asked for."""

import tomllib
from functools import cache
from pathlib import Path


def listed_in(file: Path, name: str) -> list[str]:
    """The words of a list, as the file has them.

    Args:
        file: With tables of lists.
        name: Of the list, after its group: ``work.verbs``.

    Raises:
        KeyError: There is no such list.

    Example:
        >>> "organiseren" in listed_in(Path(__file__).with_name("statements.toml"), "work.verbs")
        True
    """
    group, _, key = name.partition(".")
    return _read_tables(file)[group][key]


@cache
def _read_tables(file: Path) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
