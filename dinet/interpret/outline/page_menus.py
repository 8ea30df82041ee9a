"""What a web page has besides its text, when it was saved or exported: menus, links to its top.

Such lines are no elements, wherever they stand: ``Naar boven`` after the last effort is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dinet.document.content import Grid, Para
from dinet.interpret.outline.sections import DocumentSection, is_list_item
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text

_SEVERAL_CONTROLS = 2
"""Of the items of a list: then it is a menu from the first of them on, with all other links."""
_BETWEEN_LINKS = re.compile(r" ?[|•·] ?")
"""In the foot of a page: ``Cookies | Privacyverklaring``."""
_SIGNS = " »«›‹>|↑→←▲•·:"


@once_per_dialect
def _controls() -> frozenset[str]:
    return frozenset(map(fold_text, words_of("page_words.page_controls")))


def set_menus_apart(
    sections: Iterable[DocumentSection],
) -> Iterator[DocumentSection]:
    """The sections, with the lines of menus in a section of their own, about nothing, behind it."""
    for section in sections:
        menus = _menus_in(section)
        if not menus:
            yield section
            continue
        rest = tuple(part for part in section.parts if id(part) not in menus)
        apart = tuple(part for part in section.parts if id(part) in menus)
        yield replace(section, parts=rest)
        yield DocumentSection(None, None, "", apart)


def _menus_in(section: DocumentSection) -> set[int]:
    """The identities of the paragraphs and list items that belong to the page."""
    menus: set[int] = set()
    for is_list, run in groupby(section.parts, key=is_list_item):
        parts = list(run)
        controls = [part for part in parts if _is_control(part)]
        if is_list and len(controls) >= _SEVERAL_CONTROLS:
            controls = parts[parts.index(controls[0]) :]
        menus.update(map(id, controls))
    menus.update(map(id, _foot_of_page(section.parts, menus)))
    return menus


def _foot_of_page(
    parts: Sequence[Para | Grid], menus: set[int]
) -> list[Para | Grid]:
    """The lines after the last list or table, when one of them belongs to the page.

    Then the others are an address, opening hours and the like.
    """
    foot: list[Para | Grid] = []
    for part in reversed(parts):
        is_menu = id(part) in menus
        if not is_menu and (isinstance(part, Grid) or is_list_item(part)):
            break
        foot.append(part)
    follows_list = len(foot) < len(parts)
    return (
        foot
        if follows_list and any(id(part) in menus for part in foot)
        else []
    )


def _is_control(part: Para | Grid) -> bool:
    if isinstance(part, Grid) or part.heading is not None:
        return False
    links = _BETWEEN_LINKS.split(part.text.strip(_SIGNS))
    return all(fold_text(link) in _controls() for link in links)
