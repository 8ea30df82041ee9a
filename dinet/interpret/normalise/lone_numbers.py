"""Numbers on lines of their own, and letters before lines, become the numbers of list items.

Met in documents that were pasted from a page or a table: ``1`` and on the next line the goal, or
``a. …``, ``b. …`` typed before goals that a table refers to by these letters. Only what counts up
from 1 or a is such a list: a page number or a name such as ``A. de Wit`` is none.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from dinet.document.content import Block, Grid, Para
from dinet.vocabulary.roles import kind_of, role_of

_LONE = re.compile(r"\(?(?P<count>\d{1,2}|[a-z]|[A-Z])[.):]?")
_LETTERED = re.compile(r"\(?(?P<count>[a-z]|[A-Z])[.)] (?=\S)")
_LEAST_ITEMS = 2
"""Of a list: one number on a line of its own may be anything."""
_FIRST = ("1", "a", "A")


def lift_lone_numbers(parts: Iterable[Para | Grid]) -> list[Para | Grid]:
    """The parts; paragraphs below a number on a line of its own are list items with that number.

    The numbers are no paragraphs any more.
    """
    parts = list(parts)
    numbers: dict[int, str] = {}
    lone: set[int] = set()
    for places in _counting_runs(parts, _lone_numbers(parts)):
        if places[0] > 0 and _announces(parts[places[0] - 1]):
            lone.update(places)
            numbers |= {place + 1: _count_of(parts[place]) for place in places}
    return [
        _numbered(part, numbers[place]) if place in numbers else part
        for place, part in enumerate(parts)
        if place not in lone
    ]


def lift_letters(parts: Iterable[Para | Grid]) -> list[Para | Grid]:
    """The parts; paragraphs that a letter counts are list items with that letter for a number."""
    parts = list(parts)
    levels: set[int] = set()
    for places in _counting_runs(parts, _lettered_lines(parts)):
        if _are_adjacent(places):
            found = (_level_of(parts[place]) for place in places)
            levels.update(level for level in found if level)
            for place in places:
                parts[place] = _numbered(parts[place], _count_of(parts[place]))
    for place in list(_lone_letters(parts, levels)):
        parts[place] = _numbered(parts[place], "a")
    return parts


def _level_of(part: Para | Grid) -> int | None:
    """How deep an item stands in its list; None for what is no item."""
    return part.block.level if isinstance(part, Para) else None


def _lone_letters(
    parts: Sequence[Para | Grid], levels: Container[int | None]
) -> Iterator[int]:
    """Where a list of one line stands, with ``a.`` before it and a line that ends in a colon above.

    Met where ``MAATREGELEN:`` heads two of them under one goal and one under the next. A capital
    may be that of a name.

    Args:
        parts: Of the document.
        levels: How deep in lists other lines are counted so: there a single one is too.
    """
    for place in _lettered_lines(parts):
        before = parts[place - 1] if place else None
        announced = isinstance(before, Para) and before.text.endswith(":")
        counted = _level_of(parts[place]) in levels
        if (announced or counted) and _count_of(parts[place]) == "a":
            yield place


def _plain_text(part: Para | Grid) -> str:
    """The words of a paragraph that is neither a heading nor in a list; else empty."""
    if isinstance(part, Grid) or part.heading is not None:
        return ""
    return part.text if part.block.level is None else ""


def _lone_numbers(parts: Sequence[Para | Grid]) -> Iterator[int]:
    """Where only a number stands, with a paragraph after it that is more than a number."""
    for place, part in enumerate(parts[:-1]):
        after = _plain_text(parts[place + 1])
        if not after or _LONE.fullmatch(after):
            continue
        if _LONE.fullmatch(_plain_text(part)):
            yield place


def _lettered_lines(parts: Sequence[Para | Grid]) -> Iterator[int]:
    for place, part in enumerate(parts):
        if isinstance(part, Grid) or part.heading or part.block.number:
            continue
        if _LETTERED.match(part.text):
            yield place


def _count_of(part: Para | Grid) -> str:
    """The number or letter of a line."""
    text = part.text if isinstance(part, Para) else ""
    found = _LONE.fullmatch(text) or _LETTERED.match(text)
    return found["count"] if found else ""


def _counting_runs(
    parts: Sequence[Para | Grid], places: Iterable[int]
) -> Iterator[list[int]]:
    """The places that count up from the first number or letter, with no heading between them."""
    run: list[int] = []
    for place in places:
        count = _count_of(parts[place])
        if run and not _goes_on(parts, run[-1], place):
            yield from _long_enough(run)
            run = []
        if run or count in _FIRST:
            run.append(place)
    yield from _long_enough(run)


def _long_enough(run: list[int]) -> Iterator[list[int]]:
    if len(run) >= _LEAST_ITEMS:
        yield run


def _goes_on(parts: Sequence[Para | Grid], before: int, place: int) -> bool:
    between = parts[before + 1 : place]
    if any(isinstance(part, Grid) or part.heading for part in between):
        return False
    first, second = _count_of(parts[before]), _count_of(parts[place])
    if first.isdecimal() and second.isdecimal():
        return int(second) == int(first) + 1
    return len(first) == len(second) and ord(second) == ord(first) + 1


def _are_adjacent(places: Sequence[int]) -> bool:
    return places[-1] - places[0] == len(places) - 1


def _announces(part: Para | Grid) -> bool:
    """A list of elements may follow: it is a heading, or a line that says so."""
    if isinstance(part, Grid):
        return False
    if part.heading is not None or part.text.endswith(":"):
        return True
    return kind_of(role_of(part.text)) is not None


def _numbered(part: Para | Grid, number: str) -> Para | Grid:
    """A paragraph as a list item with a number, which does not stand in its text any more."""
    if isinstance(part, Grid):
        return part
    mark = _LETTERED.match(part.text)
    level = part.block.level or 0
    block = Block(part.block.spans, level, number)
    if mark and mark["count"] == number:
        span = part.block.spans[0]._replace(text=part.text[mark.end() :])
        block = Block((span,), level, number)
    return part._replace(block=block)
