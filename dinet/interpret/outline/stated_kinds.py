"""Lists whose items say what they are, under items that do not say so: trees of goals.

    - Jongeren sporten vaker
        - KPI: 75% van de jongeren is lid in 2028
        - Actie: kennismaken op school

    1. Iedereen kan de gebouwen in (doel)
    1.1 Hellingbanen kopen (actie)

Met in trees of goals that were typed as a list. Each item without others under it says its kind,
before its text or in brackets behind it; then what such items stand under is a goal, and a short
name above goals is their theme. What it costs when wrong: a heading of something else, typed as an
item above labelled ones, becomes a goal.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from dinet.document.content import Para
from dinet.interpret.outline.labelled_lines import is_letter_or_minutes
from dinet.interpret.outline.sections import LOWEST_HEADING, DocumentSection
from dinet.model import Kind
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import Role, find_label, kind_of, role_of

_LEAST_STATED = 3
"""Items that say what they are: fewer may be labels in any list."""
_MOST_NAME_WORDS = 2
"""Of a theme; a goal says what is wanted in more words."""
_SERVING: frozenset[Kind] = frozenset({"target", "result", "effort"})
"""The kinds of items that stand under a goal."""
_KIND_BEHIND = re.compile(
    r"(?P<text>.+?)(?:\s*\((?P<word>[^()]{3,30})\)\.?|\s+[-–—]\s+(?P<last>[^()–—]{3,30}))"
)
"""``Hellingbanen kopen (actie)``, ``Tuinen vergroenen – maatregel``."""
_OUTLINE_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s")


class _ListItem(NamedTuple):
    """One item of such a list.

    Args:
        para: Where it stands.
        depth: How deep, from 0.
        role: What it says that it is; None when it does not say so.
        text: Without the word for its kind.
    """

    para: Para
    depth: int
    role: Role | None
    text: str


def divide_stated_lists(
    sections: Iterable[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; each item of such a list is a section that says what it is."""
    sections = tuple(sections)
    if is_letter_or_minutes(sections):
        return sections
    divided: list[DocumentSection] = []
    for section in sections:
        items = _items_of(section)
        if _is_stated_tree(items):
            divided += _divide_section(section, items)
        else:
            divided.append(section)
    return tuple(divided)


def _items_of(section: DocumentSection) -> list[_ListItem]:
    """The items of a section of which the format, a number or their words give the depth."""
    if section.is_left or section.answer is not None or section.grids:
        return []
    items = [
        _read_item(para, depth)
        for para in section.paras
        if (depth := _depth_of(para)) is not None
    ]
    return items or _lines_by_words(section)


def _lines_by_words(section: DocumentSection) -> list[_ListItem]:
    """Lines without any sign, each with the word for its kind behind it; empty when one has none.

    The words stand as deep as they come: ``hoofddoel``, ``subdoel``, ``maatregel``.
    """
    depths: dict[str, int] = {}
    items: list[_ListItem] = []
    for para in section.paras:
        behind = _kind_behind(para.text)
        if behind is None:
            return []
        text, word, role = behind
        depth = depths.setdefault(fold_text(word), len(depths))
        items.append(_ListItem(para, depth, role, text))
    return items


def _depth_of(para: Para) -> int | None:
    """How deep an item stands; None for a paragraph."""
    number = _OUTLINE_NUMBER.match(para.text)
    dots = number["number"].count(".") if number else 0
    if para.block.level is None:
        return dots if number and para.heading is None else None
    return max(para.block.level, dots)


def _read_item(para: Para, depth: int) -> _ListItem:
    label = find_label(para.text)
    if label is not None and kind_of(label.role) and label.rest:
        return _ListItem(para, depth, label.role, label.rest)
    behind = _kind_behind(para.text)
    if behind is None:
        return _ListItem(para, depth, None, para.text)
    text, _, role = behind
    return _ListItem(para, depth, role, text)


def _kind_behind(text: str) -> tuple[str, str, Role] | None:
    """A text without the word for its kind behind it, that word and its role; else None."""
    found = _KIND_BEHIND.fullmatch(text)
    if found is None:
        return None
    word = found["word"] or found["last"]
    role = role_of(word)
    return (found["text"], word, role) if role and kind_of(role) else None


def _is_stated_tree(items: Sequence[_ListItem]) -> bool:
    """The lowest items say what they are, and something stands above them or behind their words."""
    stated = [kind_of(item.role) for item in items if item.role]
    if len(stated) < _LEAST_STATED or _SERVING.isdisjoint(stated):
        return False
    if not all(item.role or _has_below(items, item) for item in items):
        return False
    if not all(map(_says_kind, items)):
        return True
    return "goal" in stated and any(map(_says_kind_behind, items))


def _says_kind(item: _ListItem) -> bool:
    return item.role is not None


def _says_kind_behind(item: _ListItem) -> bool:
    """The word for its kind stands behind its text, in brackets."""
    return _says_kind(item) and item.para.text.startswith(item.text)


def _has_below(items: Sequence[_ListItem], item: _ListItem) -> bool:
    return any(
        above is item and below.depth > item.depth
        for above, below in pairwise(items)
    )


def _divide_section(
    section: DocumentSection, items: Sequence[_ListItem]
) -> Iterator[DocumentSection]:
    """The section without its list, and one for each item."""
    listed = {id(item.para) for item in items}
    others = [part for part in section.parts if id(part) not in listed]
    yield replace(section, role=None, parts=tuple(others))
    for number, item in enumerate(items):
        role = item.role or _role_of_parent(items[number:])
        yield _section_of_item(item, role)


def _role_of_parent(items: Sequence[_ListItem]) -> Role:
    """What an item is that does not say so, by what stands right under it.

    Args:
        items: From that item on.
    """
    parent, *behind = items
    below = list(_items_right_below(parent, behind))
    holds_work = any(kind_of(item.role) in _SERVING for item in below)
    is_name = len(parent.text.split()) <= _MOST_NAME_WORDS
    says_goals = any(kind_of(item.role) == "goal" for item in below)
    if not holds_work and (is_name or says_goals):
        return Role("theme")
    return Role("goal")


def _items_right_below(
    parent: _ListItem, behind: Sequence[_ListItem]
) -> Iterator[_ListItem]:
    lowest = behind[0].depth if behind else 0
    for item in behind:
        if item.depth <= parent.depth:
            return
        if item.depth == lowest:
            yield item


def _section_of_item(item: _ListItem, role: Role) -> DocumentSection:
    block = item.para.block._replace(level=None)
    heading = item.para._replace(
        block=block, heading=LOWEST_HEADING + item.depth
    )
    return DocumentSection(heading, role, item.text, ())
