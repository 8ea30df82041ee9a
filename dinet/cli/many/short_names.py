"""Names of documents in little room, so that no two of them look the same."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

_LEFT_OUT = "…"
_WORD_END = re.compile(r"[/ ._-]")
"""Behind these a name may be cut: `Voorbeeldstad 0001/plan-2020.din.yaml`."""
_LEAST_LEFT_OUT = 4
"""Characters: a mark in the place of fewer saves no room and only hides them."""


def shorten_middle(text: str, width: int) -> str:
    """A text of at most so many characters, that keeps its beginning and its end.

    Example:
        >>> shorten_middle("programma-sociaal-domein.docx", 16)
        'programm…in.docx'
    """
    if len(text) <= width:
        return text
    end = (width - 1) // 2
    return f"{text[: width - 1 - end]}{_LEFT_OUT}{text[len(text) - end :]}"


def shorten_start(text: str, width: int) -> str:
    """A text of at most so many characters, that keeps its end.

    Example:
        >>> shorten_start("Voorbeeldstad 0001/plan.docx", 15)
        '…0001/plan.docx'
    """
    if len(text) <= width:
        return text
    return f"{_LEFT_OUT}{text[len(text) - width + 1 :]}"


def shorten_names(
    names: Sequence[str], width: int
) -> Mapping[str, str] | None:
    """For each name one of at most so many characters, all of them different.

    What all long names begin or end with goes first, then the middle or the beginning of each.

    Args:
        names: All that stand in one column.
        width: Of the column, in characters.

    Returns:
        None when the names could not be told apart in so little room.

    Example:
        >>> years = [f"Voorbeeldstad 0001/plan-{year}.din.yaml" for year in (2024, 2026)]
        >>> list(shorten_names(years, 20).values())
        ['…plan-2024.din.yaml', '…plan-2026.din.yaml']
        >>> shorten_names(["begroting-1a-2026", "begroting-1b-2026"], 9)
        {'begroting-1a-2026': '…1a-2026', 'begroting-1b-2026': '…1b-2026'}
        >>> shorten_names(["plan-a-zuid", "plan-b-zuid", "nota-over-zorg"], 5) is None
        True
    """
    different = tuple(dict.fromkeys(names))
    long = [name for name in different if len(name) > width]
    without_shared = _shared_left_out(long, width)
    ways: tuple[Callable[[str, int], str], ...] = (
        shorten_middle,
        shorten_start,
    )
    for way in ways:
        short = {
            name: way(without_shared.get(name, name), width)
            for name in different
        }
        if len(set(short.values())) == len(short):
            return short
    return None


def _shared_left_out(names: Sequence[str], width: int) -> Mapping[str, str]:
    """Names without what all of them begin and end with: as little of it as lets them fit."""
    if len(names) <= 1:
        return {}
    start = _shared_start(names)
    end = _shared_start([name[len(start) :][::-1] for name in names])
    starts = (0, *_word_ends(start))
    ends = (0, max(_word_ends(end), default=0))
    cut: Mapping[str, str] = {}
    for left_out in ((one, other) for other in ends for one in starts):
        cut = {name: _cut_ends(name, *left_out) for name in names}
        if all(len(short) <= width for short in cut.values()):
            break
    return cut


def _shared_start(names: Sequence[str]) -> str:
    """What all names begin with."""
    pairs = zip(min(names), max(names), strict=False)
    return "".join(
        one for one, _ in takewhile(lambda two: two[0] == two[1], pairs)
    )


def _word_ends(text: str) -> list[int]:
    """How many characters of a text go up to and with each of its signs between words."""
    ends = (found.end() for found in _WORD_END.finditer(text))
    return [end for end in ends if end >= _LEAST_LEFT_OUT]


def _cut_ends(name: str, start: int, end: int) -> str:
    """A name with a mark in the place of so much of its start and of its end."""
    before = _LEFT_OUT if start else ""
    after = _LEFT_OUT if end else ""
    return f"{before}{name[start : len(name) - end]}{after}"
