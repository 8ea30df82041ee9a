"""Goals on numbered lines under a heading about goals, each with labelled lines under it.

Met in agendas whose goals are bold lines, and no headings or list items of the format:

    ## Doelen
    1. Alle kinderen starten goed
    Resultaat: in 2029 haalt 95% het taalniveau
    Acties:
    - peuteropvang gratis maken
    2. Geen leerling valt uit
    Resultaat: ...

The second of them became one more action of the first. The numbers count on from one, and between
each two a line says that it holds targets or efforts. What it costs when wrong: a numbered line
between such lines that explains something becomes a goal.
"""

import re
from collections.abc import Sequence

from dinet.document.content import Grid, Para
from dinet.vocabulary.roles import find_label, kind_of, role_of, without_number

_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)] (?=\S)")
_LEAST_GOALS = 2
"""One numbered line may be the first of a list of anything."""
_SERVING_KINDS = ("target", "effort")
"""Of what stands under a goal."""


def open_numbered_goals(
    parts: Sequence[Para | Grid],
) -> tuple[Para | Grid, ...]:
    """The parts; such a line is a heading right under the one about goals."""
    opened = list(parts)
    for place, part in enumerate(parts):
        if not _heads_goals(part):
            continue
        rank = part.heading if isinstance(part, Para) else None
        for number in _goals_under(parts, place, rank or 0):
            line = opened[number]
            if isinstance(line, Para):
                opened[number] = line._replace(heading=(rank or 0) + 1)
    return tuple(opened)


def _heads_goals(part: Para | Grid) -> bool:
    """A heading of the format that names goals in general: ``Doelen``."""
    if isinstance(part, Grid) or part.heading is None:
        return False
    role = role_of(without_number(part.text))
    return kind_of(role) == "goal"


def _goals_under(
    parts: Sequence[Para | Grid], place: int, rank: int
) -> list[int]:
    """The places of the numbered lines under a heading; empty unless each has its own lines."""
    under = _lines_under(parts, place, rank)
    found: list[int] = []
    for number, part in enumerate(under, place + 1):
        if _counted_number(part) == len(found) + 1:
            found.append(number)
    ends = (*found[1:], place + 1 + len(under))
    serve = (
        any(map(_says_serving, under[first - place : end - place - 1]))
        for first, end in zip(found, ends, strict=True)
    )
    return found if len(found) >= _LEAST_GOALS and all(serve) else []


def _lines_under(
    parts: Sequence[Para | Grid], place: int, rank: int
) -> list[Para]:
    """The lines up to the next heading as high; none when a table or lower heading is among them.

    Such headings name the goals themselves.
    """
    lines: list[Para] = []
    for part in parts[place + 1 :]:
        if isinstance(part, Grid):
            return []
        if part.heading is not None:
            return lines if part.heading <= rank else []
        lines.append(part)
    return lines


def _counted_number(part: Para) -> int:
    """The number before a line that is no list item and says nothing by a label; else 0."""
    found = _NUMBERED.match(part.text)
    if found is None or part.block.level is not None or find_label(part.text):
        return 0
    return int(found["number"])


def _says_serving(part: Para) -> bool:
    """The line says that targets or efforts stand in it or under it."""
    named = find_label(part.text)
    role = named.role if named else role_of(part.text.rstrip(": "))
    return kind_of(role) in _SERVING_KINDS
