"""Bullets and numbers that were typed as characters become list items."""

import re
from collections.abc import Iterable, Iterator

from dinet.document.content import Block, Span
from dinet.vocabulary.active_dialect import once_per_dialect
from dinet.vocabulary.phrases import any_of
from dinet.wording.bullets import bullet_anywhere, bullet_signs, typed_signs

_LEAST_COUNT = 2
_SUB_ITEM = re.compile(r"(?<=\s)[-–](?=[A-ZÀ-Þ])")
_ENUMERATED = re.compile(
    r"(?<!\S)(?:\()?(?P<number>\d{1,2}|[a-h])(?P<mark>[.)])\s+(?=[^\W\d])"
)
_NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z](?=\)))[.)]\s+(?=\S)")


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
    return tuple(item for block in blocks for item in _items(block) if item.text)


def lift_typed_numbers(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, those with a typed number before them as list items; the number stays, for it may be a label.

    Example:
        >>> [block.level for block in lift_typed_numbers([Block((Span("1. Meer sport"),)), Block((Span("2 hallen"),))])]
        [0, None]
    """
    return tuple(
        block._replace(level=0)
        if block.level is None and _NUMBER.match(block.text)
        else block
        for block in blocks
    )


def _items(block: Block) -> Iterator[Block]:
    if len(block.text) == 1:
        yield block  # a mark in a matrix
        return
    enumerated = _enumerated(block.text)
    if enumerated:
        span = block.spans[0]
        yield from (
            Block((span._replace(text=text),), block.level or 0) for text in enumerated
        )
        return
    for number, piece in enumerate(_split(block.spans, bullet_anywhere())):
        if number == 0:
            yield from _first(Block(piece, block.level))
        else:
            yield from _sub_items(Block(piece, block.level or 0))


def _enumerated(text: str) -> list[str]:
    """The pieces of a line that counts: ``1) … 2) …``, each with its number; empty when it does not count from its start."""
    marks = list(_ENUMERATED.finditer(text))
    counts = ["".join(mark.group("number", "mark")) for mark in marks]
    if (
        len(marks) < _LEAST_COUNT
        or marks[0].start()
        or counts[0] not in ("1.", "1)", "a)")
    ):
        return []
    wanted = [
        f"{chr(ord(counts[0][0]) + step)}{counts[0][-1]}" for step in range(len(marks))
    ]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return (
        [
            text[mark.start() : end].strip()
            for mark, end in zip(marks, ends, strict=True)
        ]
        if counts == wanted
        else []
    )


def _first(block: Block) -> Iterator[Block]:
    mark = _at_start().match(block.text)
    if not mark or mark.end() == len(block.text):
        yield from _sub_items(block) if block.level is not None else (block,)
        return
    glued = mark[0].strip() == "-" and not mark[0].endswith(" ")
    level = block.level if block.level is not None else 1 if glued else 0
    yield from _sub_items(Block(_without_mark(block.spans), level))


def _sub_items(block: Block) -> Iterator[Block]:
    for number, piece in enumerate(_split(block.spans, _SUB_ITEM)):
        yield Block(piece, (block.level or 0) + min(number, 1))


def _split(spans: tuple[Span, ...], mark: re.Pattern[str]) -> list[tuple[Span, ...]]:
    pieces: list[list[Span]] = [[]]
    for span in spans:
        for number, text in enumerate(mark.split(span.text)):
            if number:
                pieces.append([])
            if text:
                pieces[-1].append(span._replace(text=text))
    return [tuple(piece) for piece in pieces]


def _without_mark(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    rest = list(spans)
    while rest and not rest[0].text.strip():
        rest.pop(0)
    first = rest[0]
    mark = _at_start().match(first.text)
    bare = (
        first.text[mark.end() :]
        if mark
        else first.text.lstrip("".join((" ", *typed_signs(), *bullet_signs())))
    )
    return (first._replace(text=bare), *rest[1:])
