"""Goals with what is done for them deeper in the same list, under a heading that names both.

Met in agreements of several parties, with no word before the items themselves:

    ## Onze ambities en wat we daarvoor doen
    - Inwoners bewegen elke dag
        - In 2028 voldoet 55% aan de beweegrichtlijn
            - Beweegroutes uitzetten

A middle level is of targets when each of its items has a number. Under a heading about goals
alone the deeper items are efforts where most of them are worded as work, or where such targets
stand between and they have no numbers themselves: ``Schoolfruit het hele jaar``. What it costs
when wrong: an explanation deeper in the list becomes an effort.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dinet.document.content import Para
from dinet.interpret.outline.sections import LOWEST_HEADING, DocumentSection
from dinet.model import Kind
from dinet.vocabulary.roles import Role, kinds_joined_in
from dinet.wording.work_wording import find_work_words

_TWO_LEVELS = 2
"""Goals, and what is done for them."""
_THREE_LEVELS = 3
"""Goals, their targets, and what is done for them."""


def divide_nested_lists(
    sections: Iterable[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; each item of such a list is a section that says what it is."""
    divided: list[DocumentSection] = []
    for section in sections:
        kinds = _kinds_of_levels(section)
        if kinds:
            divided += _divide_section(section, kinds)
        else:
            divided.append(section)
    return tuple(divided)


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
    section: DocumentSection, kinds: dict[int, Kind]
) -> Iterator[DocumentSection]:
    """The section without its list, and one for each item."""
    others = [para for para in section.paras if para.block.level is None]
    yield replace(section, role=None, parts=tuple(others))
    for para in section.paras:
        if para.block.level is not None:
            yield _section_of_item(para, kinds[para.block.level])


def _section_of_item(para: Para, kind: Kind) -> DocumentSection:
    depth = para.block.level or 0
    heading = para._replace(
        block=para.block._replace(level=None), heading=LOWEST_HEADING + depth
    )
    return DocumentSection(heading, Role(kind), para.text, ())
