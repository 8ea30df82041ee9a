"""The names in cells of owners, and what each owner is to the work."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.given_names import is_given_name
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.time_headings import without_year
from dinet.wording.undetermined import is_vacant

_LONGEST_NAME = 80
"""In characters: what is longer is no name, and would take time to match."""
_LONGEST_LIST = 4 * _LONGEST_NAME
"""In characters: a longer cell names a whole committee, and is no list of names with commas."""
_MOST_ROLE_WORDS = 4
"""A role has no more words: ``gedelegeerd ambtelijk opdrachtgever``; more are a sentence."""
_BRACKETED = re.compile(r" ?\(([^()]+)\)")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\. ?)+")
_COLUMN_DIVIDERS = re.compile(r" ?[,;/] ?")


@once_per_dialect
def _name_pattern() -> re.Pattern[str]:
    word = rf"(?:[A-ZÀ-Þ][\w'’.-]*|{any_of(words_of('names.particles'))})"
    return re.compile(rf"^{word}(?:\s+{word})+$")


@once_per_dialect
def _surname_first_pattern() -> re.Pattern[str]:
    """``Jansen, Kim``, ``de Wit, Sam``, ``Vries, A. de``: as mail and staff systems write names."""
    particle = any_of(words_of("names.particles"))
    word = r"[A-ZÀ-Þ][\w'’]*"
    double = rf"(?:-(?:{particle} ){{0,3}}{word})?"
    given = rf"(?:(?:[A-ZÀ-Þ][a-z]?\. ?)+|{word}(?:-{word})?)"
    return re.compile(
        rf"(?P<surname>(?P<particles>(?:{particle} ){{0,3}}){word}{double}), ?"
        rf"(?P<given>{given})(?: ?{particle}\b){{0,3}}"
        rf"(?: \([^()]*\))?"
    )


def _pattern_between(signs: str) -> re.Pattern[str]:
    """One of some signs, or a word for *and*, with the spaces around it."""
    joined = any_of(words_of("joining_words.and"))
    return re.compile(rf" ?(?:{signs}|\b{joined}\b) ?")


@once_per_dialect
def _between_pattern() -> re.Pattern[str]:
    return _pattern_between(r",|;|/|&|\+")


@once_per_dialect
def _between_people() -> re.Pattern[str]:
    return _pattern_between(r"&|\+")


@once_per_dialect
def _between_whole_names() -> re.Pattern[str]:
    """What divides names of which each has a comma of its own."""
    return _pattern_between(r";|/|&|\+")


@once_per_dialect
def _role_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('names.roles'))}(?:s|en|n)?\b")


def role_in_heading(heading: str) -> str | None:
    """What a heading over names says that the owners under it are, in its own words.

    None for a heading that only asks who it is.

    Example:
        >>> role_in_heading("Bestuurlijk trekker (naam)"), role_in_heading("Wie")
        ('Bestuurlijk trekker', None)
    """
    words = _BRACKETED.sub("", without_year(heading)[0]).strip(" :.-")
    return words if words and is_owner_role(words) else None


def is_owner_role(words: str) -> bool:
    """The words are what an owner may be to the work: trekker, ambtelijk opdrachtgever."""
    return (
        len(words.split()) <= _MOST_ROLE_WORDS
        and _role_pattern().search(fold_text(words)) is not None
    )


class NamedOwner(NamedTuple):
    """One owner in a cell.

    Args:
        name: As it stands there, or completed.
        role: What the cell says that it is; None when it does not say.
    """

    name: str
    role: str | None = None


class OwnerNames:
    """Splits what stands in owner cells into names.

    A comma, semicolon or slash always divides, but for the comma between a surname and the given
    name behind it. ``&`` and ``en`` divide only names of people, so ``Zorg & Welzijn`` stays one
    department. A lone first name is the one full name in the document that begins with it.

    Args:
        cells: The words of all owner cells of the document.
    """

    def __init__(self, cells: Iterable[str]) -> None:
        parts: set[str] = set()
        self.split_cells: dict[
            str, tuple[tuple[NamedOwner, ...], str | None]
        ] = {}
        self.firsts: dict[str, set[str]] = {}
        for cell in chain.from_iterable(map(_cells_in, cells)):
            whole = _surnames_first(_without_brackets(cell))
            if whole is None:
                parts.update(_between_pattern().split(_without_brackets(cell)))
            for name in whole or ():
                given = name.partition(",")[2].split()[0]
                self.firsts.setdefault(given, set()).add(name)
        self.people = set(filter(_is_name, parts))
        for name in self.people:
            self.firsts.setdefault(name.split()[0], set()).add(name)

    def split_owners(self, cell: str) -> tuple[tuple[str, ...], str | None]:
        """The owners that a cell names, in order, and the words that name nobody (``Vacant``)."""
        owners, nobody = self.split_roles(cell)
        return tuple(dict.fromkeys(owner.name for owner in owners)), nobody

    def split_roles(
        self, cell: str
    ) -> tuple[tuple[NamedOwner, ...], str | None]:
        """The owners that a cell names with their roles, and the words that name nobody."""
        if cell not in self.split_cells:
            self.split_cells[cell] = self._split_cell(cell)
        return self.split_cells[cell]

    def _split_cell(
        self, cell: str
    ) -> tuple[tuple[NamedOwner, ...], str | None]:
        if is_vacant(cell):
            return (), cell.strip()
        owners: list[NamedOwner] = []
        nobody = None
        for part in self._parts_of(cell):
            role, name = _split_role(part.strip())
            if is_vacant(name):
                nobody = nobody or part.strip()
            elif name:
                owners.append(NamedOwner(self.full_name(name), role))
        return tuple(dict.fromkeys(owners)), nobody

    def _parts_of(self, cell: str) -> Iterator[str]:
        """The names in a cell; ``en`` divides only names of people."""
        opened = _without_brackets(cell)
        whole = _surnames_first(opened)
        if whole is not None:
            yield from whole
            return
        apart = _cells_in(opened)
        if len(apart) > 1:
            yield from chain.from_iterable(map(self._parts_of, apart))
            return
        for piece in _COLUMN_DIVIDERS.split(opened):
            parts = _between_people().split(piece)
            if all(map(self._is_person, parts)):
                yield from parts
            else:
                yield piece

    def _is_person(self, text: str) -> bool:
        """The text is a full name, a first name of the document, or says that nobody is named."""
        return _is_name(text) or text in self.firsts or is_vacant(text)

    def full_name(self, name: str) -> str:
        """The one full name that begins with a lone first name; every other name as it is."""
        whole = self.firsts.get(name, set())
        return next(iter(whole)) if len(whole) == 1 else name


def _surnames_first(cell: str) -> tuple[str, ...] | None:
    """The names in a cell that has all of them with the surname first; None for any other cell.

    Such a cell has a comma in every name: ``de Wit, Sam; Bakker, Noor``. A comma alone divides
    these too, when surnames and given names take turns.
    """
    if "," not in cell or len(cell) > _LONGEST_LIST:
        return None
    names: list[str] = []
    for piece in filter(None, _between_whole_names().split(cell)):
        parts = [part.strip() for part in piece.split(",")]
        if len(parts) % 2:
            return None
        names += map(", ".join, zip(parts[::2], parts[1::2], strict=True))
    if not names or not all(map(_may_be_surname_first, names)):
        return None
    return tuple(names) if any(map(_is_surname_first, names)) else None


def _cells_in(cell: str) -> tuple[str, ...]:
    """The parts of a cell that are read apart; the cell itself when it is one.

    Where a semicolon divides it and a part is a name with its surname first, no comma divides
    names: ``GGD; de Wit, Sam``, as lists in an office have it and as dinet writes it.
    """
    parts = tuple(filter(None, map(str.strip, cell.split(";"))))
    if len(parts) > 1 and any(map(_is_surname_first, parts)):
        return parts
    return (cell,)


def _may_be_surname_first(name: str) -> bool:
    """Words as a surname with a given name behind its comma has them."""
    if len(name) > _LONGEST_NAME:
        return False
    found = _surname_first_pattern().fullmatch(name)
    return found is not None and not is_given_name(found["surname"])


def _is_surname_first(name: str) -> bool:
    """A sign tells that it is one person and no list of two.

    The sign is a given name that is much used, initials, or a particle before the surname. Two
    departments (``Sport, Jeugd``) have none of these, nor have two surnames or two first names.
    """
    if len(name) > _LONGEST_NAME:
        return False
    found = _surname_first_pattern().fullmatch(name)
    if found is None:
        return False
    given = found["given"].strip()
    has_initials = _INITIALS.fullmatch(given) is not None
    return has_initials or is_given_name(given) or bool(found["particles"])


def _split_role(part: str) -> tuple[str | None, str]:
    """The role before or behind a name (``Opdrachtgever: …``, ``… (trekker)``), and the name."""
    before, colon, name = part.partition(":")
    if colon and name.strip() and is_owner_role(before):
        return before.strip(), name.strip()
    bracket = _BRACKETED.search(part)
    if bracket and bracket.end() == len(part) and is_owner_role(bracket[1]):
        return bracket[1], part[: bracket.start()].strip()
    return None, part


def _without_brackets(cell: str) -> str:
    """A second person in brackets becomes one after a semicolon; other brackets stay."""
    return _BRACKETED.sub(_open_bracket, " ".join(cell.split()))


def _open_bracket(bracketed: re.Match[str]) -> str:
    words = bracketed[1]
    return (
        f"; {words}" if _is_name(words) or is_vacant(words) else bracketed[0]
    )


def _is_name(text: str) -> bool:
    """Capitalised words with particles between them, as the name of a person is."""
    return (
        len(text) <= _LONGEST_NAME and _name_pattern().match(text) is not None
    )
