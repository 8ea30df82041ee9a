"""The name by which each document of a portfolio is known, before the ids of its elements."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

SEPARATOR = ":"
"""Between a namespace and an id: ``hoogeveen:D3``. No namespace holds it."""


class NamedFile(NamedTuple):
    """What a namespace is made of.

    Args:
        stem: The name of the file, without its suffix and with safe signs only.
        folder: The name of the folder in which it stands; empty when that was not given.
        suffix: Of the file, without its full stop.
    """

    stem: str
    folder: str
    suffix: str


def give_namespaces(files: Sequence[NamedFile]) -> list[str]:
    """A namespace for each file, in the same order: its name, and only as much more as is needed.

    The folder and then the suffix come in where names are alike, so that no namespace depends on
    the order in which files are given. A number comes in when that is not enough.

    Example:
        >>> files = [("jeugd", "a", "docx"), ("sport", "a", "docx"), ("jeugd", "b", "docx")]
        >>> give_namespaces([NamedFile(*file) for file in files])
        ['a-jeugd', 'sport', 'b-jeugd']
    """
    names = [""] * len(files)
    open_places = list(range(len(files)))
    for name_file in _WAYS:
        made = {place: name_file(files[place]) for place in open_places}
        taken = Counter([*made.values(), *names])
        for place, name in made.items():
            if taken[name] == 1:
                names[place] = name
        open_places = [place for place in open_places if not names[place]]
    _number_rest(names, open_places, files)
    return names


def _name_with_folder(file: NamedFile) -> str:
    return "-".join(
        filter(None, (_clean_name(file.folder), file.stem))
    ).lower()


def _name_with_suffix(file: NamedFile) -> str:
    return f"{file.stem}-{file.suffix}".lower()


def _whole_name(file: NamedFile) -> str:
    return f"{_name_with_folder(file)}-{file.suffix}".lower()


_WAYS: tuple[Callable[[NamedFile], str], ...] = (
    lambda file: file.stem.lower(),
    _name_with_folder,
    _name_with_suffix,
    _whole_name,
)
"""How a file is named; the next one where two files have one name."""


def _number_rest(
    names: list[str], places: Sequence[int], files: Sequence[NamedFile]
) -> None:
    for place in places:
        name = files[place].stem.lower()
        free = (made for made in _numbered_names(name) if made not in names)
        names[place] = next(free)


def _numbered_names(name: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _clean_name(name: str) -> str:
    """The name of a folder with safe signs only."""
    last = PurePath(name).name
    return "".join(sign if sign.isalnum() else "-" for sign in last).strip("-")
