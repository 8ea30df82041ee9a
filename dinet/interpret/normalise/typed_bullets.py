"""Bullets and numbers that were typed as characters become list items."""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, pairwise

from dinet.document.content import Block, Span
from dinet.vocabulary.active_dialect import once_per_dialect
from dinet.vocabulary.phrases import any_of
from dinet.wording.bullets import bullet_anywhere, bullet_signs, typed_signs

_LEAST_COUNT = 2
"""Of numbers in a line: one may stand before any text."""
_FIRST_COUNTS = ("1.", "1)", "a)", "a.")
"""How a line that counts its items begins."""
_LETTERED = re.compile(r"(?<!\S)(?P<number>\d{1,2}[a-z])[.)]\s+(?=[^\W\d])")
"""Met in cells of work, whose numbers are those of the goals beside it: ``1a. … 1b. … 2a. …``."""
_SUB_ITEM = re.compile(r"(?<=\s)[-–](?=[A-ZÀ-Þ])")
_ENUMERATED = re.compile(
    r"(?<!\S)(?:\()?(?P<number>\d{1,2}|[a-h])(?P<mark>[.)])\s+(?=[^\W\d])"
)
_NUMBER = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[a-z](?=\)))[.)]\s+(?=\S)"
)


@once_per_dialect
def _at_start() -> re.Pattern[str]:
    """A bullet with the space around it; a hyphen right before a capital is one too."""
    signs, typed = any_of(bullet_signs()), any_of(typed_signs())
    return re.compile(rf"\s*(?:{signs}\s*|{typed}\s+(?=\S)|-(?=[A-ZÀ-Þ]))")


def lift_typed_bullets(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with typed bullets as list items; blank blocks are dropped.

    A bullet character splits anywhere. A hyphen is a bullet only at the start of a block, or
    before a capital inside a list item, where it begins a sub-item: ``in-/extern``, ``Sport-
    en`` and ``-9 maanden`` stay whole.
    """
    blocks = tuple(blocks)
    if all(map(_is_plain, blocks)):  # as in most cells
        return blocks
    return tuple(
        item
        for block in blocks
        for item in _items_of_block(block)
        if item.text
    )


def lift_typed_numbers(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, those with a typed number before them as list items.

    The number stays, for it may be a label.

    Example:
        >>> blocks = [Block((Span("1. Meer sport"),)), Block((Span("2 hallen"),))]
        >>> [block.level for block in lift_typed_numbers(blocks)]
        [0, None]
    """
    return tuple(map(_lift_typed_number, blocks))


def _lift_typed_number(block: Block) -> Block:
    if block.level is None and _NUMBER.match(block.text):
        return block._replace(level=0)
    return block


def _items_of_block(block: Block) -> Iterator[Block]:
    """The items of a block, or the block when it is none."""
    if len(block.text) == 1:
        yield block  # a mark in a matrix
        return
    level = block.level or 0
    counted = _counted_items(block.text)
    for text in counted:
        yield Block((block.spans[0]._replace(text=text),), level)
    if counted:
        return
    first, *others = _split_spans(block.spans, bullet_anywhere())
    yield from _first_item(block._replace(spans=first))
    for piece in others:
        yield from _sub_items(Block(piece, level))


def _is_plain(block: Block) -> bool:
    """One run of text that begins with a letter, which is neither a bullet nor a count.

    Most blocks are; taking all of them apart and putting them together takes time and memory.
    """
    if block.level is not None or len(block.spans) != 1:
        return False
    text = block.text
    if not text[:1].isalpha() or text.startswith(_FIRST_COUNTS):
        return False
    whole = block.spans[0].text
    return not _at_start().match(text) and not bullet_anywhere().search(whole)


def _counted_items(text: str) -> list[str]:
    """The pieces of a line that counts: ``1) … 2) …``, each with its number.

    Empty when the line does not count from its start.
    """
    lettered = list(_LETTERED.finditer(text))
    if _count_letters(lettered):
        return _pieces_from(lettered, text)
    marks = list(_ENUMERATED.finditer(text))
    if len(marks) < _LEAST_COUNT or marks[0].start() != 0:
        return []
    counts = ["".join(mark.group("number", "mark")) for mark in marks]
    if counts[0] not in _FIRST_COUNTS:
        return []
    number, sign = counts[0][0], counts[0][1]
    if counts != [
        f"{chr(ord(number) + step)}{sign}" for step in range(len(marks))
    ]:
        return []
    return _pieces_from(marks, text)


def _count_letters(marks: list[re.Match[str]]) -> bool:
    """The marks count on from the start of a line: ``1a``, ``1b``, ``2a``."""
    numbers = [mark["number"] for mark in marks]
    counts = [(int(number[:-1]), number[-1]) for number in numbers]
    if len(counts) < _LEAST_COUNT or marks[0].start() != 0:
        return False
    return counts[0][1] == "a" and all(
        second in ((first[0], chr(ord(first[1]) + 1)), (first[0] + 1, "a"))
        for first, second in pairwise(counts)
    )


def _pieces_from(marks: list[re.Match[str]], text: str) -> list[str]:
    """The pieces of a line from each mark to the next."""
    starts = [mark.start() for mark in marks]
    ends = [*starts[1:], len(text)]
    return [
        text[start:end].strip()
        for start, end in zip(starts, ends, strict=True)
    ]


def _first_item(block: Block) -> Iterator[Block]:
    """What stands before the second bullet of a block: an item when it begins with a bullet."""
    mark = _at_start().match(block.text)
    if not mark or mark.end() == len(block.text):
        yield from _sub_items(block) if block.level is not None else (block,)
        return
    level = block.level
    if level is None:
        glued = mark[0].strip() == "-" and not mark[0].endswith(" ")
        level = (
            1 if glued else 0
        )  # a hyphen right before a capital begins a sub-item
    yield from _sub_items(
        Block(_without_mark(block.spans), level, block.number)
    )


def _sub_items(block: Block) -> Iterator[Block]:
    """The block, divided at hyphens right before a capital; what follows these stands deeper."""
    for number, piece in enumerate(_split_spans(block.spans, _SUB_ITEM)):
        counted = "" if number else block.number
        yield Block(piece, (block.level or 0) + min(number, 1), counted)


def _split_spans(
    spans: tuple[Span, ...], mark: re.Pattern[str]
) -> list[tuple[Span, ...]]:
    """What stands before, between and after the marks in a text; a piece may be empty."""
    pieces: list[list[Span]] = [[]]
    for span in spans:
        for number, text in enumerate(mark.split(span.text)):
            if number:
                pieces.append([])
            if text:
                pieces[-1].append(span._replace(text=text))
    return [tuple(piece) for piece in pieces]


def _without_mark(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without the bullet at their start, which may be a span of its own."""
    first, *rest = dropwhile(lambda span: not span.text.strip(), spans)
    mark = _at_start().match(first.text)
    if mark:
        bare = first.text[mark.end() :]
    else:
        bare = first.text.lstrip(
            "".join((" ", *typed_signs(), *bullet_signs()))
        )
    return (first._replace(text=bare), *rest)
