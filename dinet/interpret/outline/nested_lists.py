"""Goals with what is done for them deeper in the same list, under a heading that names both.

Met in agreements of several parties, with no word before the items themselves:

    ## Onze ambities en wat we daarvoor doen
    - Inwoners bewegen elke dag
        - In 2028 voldoet 55% aan de beweegrichtlijn
            - Beweegroutes uitzetten

A middle level is of targets when each of its items has a number. Under a heading about goals
alone the deeper items are efforts where most of them are worded as work, or where such targets
stand between and they have no numbers themselves: ``Schoolfruit het hele jaar``. They are so
too, with a note, where only the goals are counted or bold, and no heading or table of the document
is about efforts. What it costs when wrong: an explanation deeper in the list becomes an effort.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dinet.document.content import Para
from dinet.interpret.outline.sections import LOWEST_HEADING, DocumentSection
from dinet.model import Kind
from dinet.vocabulary.roles import Role, kind_of, kinds_joined_in
from dinet.wording.work_wording import find_work_words

_TWO_LEVELS = 2
"""Goals, and what is done for them."""
_LEAST_GOALS = 2
"""One item with others under it may be the first of a list of anything."""
_THREE_LEVELS = 3
"""Goals, their targets, and what is done for them."""


def divide_nested_lists(
    sections: Iterable[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; each item of such a list is a section that says what it is."""
    sections = tuple(sections)
    divided: list[DocumentSection] = []
    alone = not any(map(_may_hold_efforts, sections))
    for section in sections:
        kinds = _kinds_of_levels(section)
        guessed = not kinds and alone and _marks_goals(section)
        if guessed:
            kinds = _kinds_below_marks(section)
        if kinds:
            divided += _divide_section(section, kinds, is_guess=guessed)
        else:
            divided.append(section)
    return tuple(divided)


def _may_hold_efforts(section: DocumentSection) -> bool:
    """The heading names efforts, or a table stands under it that may hold them."""
    return bool(section.grids) or kind_of(section.role) == "effort"


def _marks_goals(section: DocumentSection) -> bool:
    """Each of the highest items is counted or begins bold, and none of the deeper ones is.

    Met: ``1. **Meer jonge lezers**`` above bullets with what the library does. Deeper items with
    numbers may be what is measured.
    """
    if not _may_be_divided(section):
        return False
    items = [para for para in section.paras if para.block.level is not None]
    top = section.top_level
    high = [_is_marked(para) for para in items if para.block.level == top]
    deep = [para for para in items if para.block.level != top]
    if len(high) < _LEAST_GOALS or not all(high):
        return False
    return not any(map(_is_marked_or_counts, deep))


def _is_marked_or_counts(para: Para) -> bool:
    return _is_marked(para) or _has_number(para.text)


def _is_marked(para: Para) -> bool:
    begins_bold = any(span.bold for span in para.block.spans[:1])
    return bool(para.block.number) or begins_bold


def _kinds_below_marks(section: DocumentSection) -> dict[int, Kind]:
    """The kinds of the two levels of such a list; empty when it has others."""
    levels = sorted(_items_by_level(section))
    if len(levels) != _TWO_LEVELS:
        return {}
    return {levels[0]: "goal", levels[1]: "effort"}


def _kinds_of_levels(section: DocumentSection) -> dict[int, Kind]:
    """What the items of each level are; empty when nothing says that they are of several kinds."""
    if not _may_be_divided(section):
        return {}
    items = _items_by_level(section)
    levels = sorted(items)
    if len(levels) not in (_TWO_LEVELS, _THREE_LEVELS):
        return {}
    lowest = levels[-1]
    kinds: dict[int, Kind] = {levels[0]: "goal", lowest: "effort"}
    if len(levels) == _THREE_LEVELS:
        middle = levels[1]
        if not all(map(_has_number, items[middle])):
            return {}
        kinds[middle] = "target"
        if not any(map(_has_number, items[lowest])):
            return kinds
    return kinds if _says_efforts(section, items[lowest]) else {}


def _may_be_divided(section: DocumentSection) -> bool:
    """A heading names goals, and no person and no table says more of what stands under it."""
    if section.heading is None or section.text or section.grids:
        return False
    if section.answer is not None or section.is_left:
        return False
    return "goal" in kinds_joined_in(section.heading.text)


def _items_by_level(section: DocumentSection) -> dict[int, list[str]]:
    items: dict[int, list[str]] = {}
    for para in section.paras:
        if para.block.level is not None:
            items.setdefault(para.block.level, []).append(para.text)
    return items


def _says_efforts(section: DocumentSection, deepest: Sequence[str]) -> bool:
    """The heading says that efforts stand in the list too, or their words do."""
    words = section.heading.text if section.heading else ""
    if "effort" in kinds_joined_in(words):
        return True
    work = sum(bool(find_work_words(text)) for text in deepest)
    return 2 * work > len(deepest)


def _has_number(text: str) -> bool:
    return any(map(str.isdigit, text))


def _divide_section(
    section: DocumentSection, kinds: dict[int, Kind], *, is_guess: bool
) -> Iterator[DocumentSection]:
    """The section without its list, and one for each item; a guess is of the efforts."""
    others = [para for para in section.paras if para.block.level is None]
    yield replace(section, role=None, parts=tuple(others))
    for para in section.paras:
        if para.block.level is not None:
            kind = kinds[para.block.level]
            item = _section_of_item(para, kind)
            yield replace(item, is_guess=is_guess and kind == "effort")


def _section_of_item(para: Para, kind: Kind) -> DocumentSection:
    depth = para.block.level or 0
    heading = para._replace(
        block=para.block._replace(level=None), heading=LOWEST_HEADING + depth
    )
    return DocumentSection(heading, Role(kind), para.text, ())
