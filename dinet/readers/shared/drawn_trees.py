"""Trees that are drawn with lines in plain text: each branch is an item of a list, so deep.

Met as ``├── Doel 1: …`` under the line that names the main goal, as programs that list folders
draw it, and with the signs of a keyboard: ``|-- Actie: …``.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_BRANCH = re.compile(
    r"(?P<before>[\s│┃|]*)(?:[├└┣┗╰╠╚][─━═╴-]*|[|+`\\]-{1,3})[>►▸]?\s+(?=\S)"
)
"""What stands before the text of a branch."""
_LEAST_BRANCHES = 2
"""Lines: one may begin with such a sign by chance."""


class DrawnTreeLine(NamedTuple):
    """A line of a text, without what is drawn before it.

    Args:
        text: Its words.
        level: In the tree, from 0 for its root; None for a line that is in none.
    """

    text: str
    level: int | None


def read_drawn_trees(lines: Sequence[str]) -> list[DrawnTreeLine]:
    """The lines, each as deep as the tree has it; the line right above a tree is its root."""
    branches = [_BRANCH.match(line) for line in lines]
    drawn: list[DrawnTreeLine] = []
    columns: list[int] = []
    """Where the branches begin under which the line stands, its own last."""
    may_draw = sum(map(bool, branches)) >= _LEAST_BRANCHES
    for line, branch in zip(lines, branches, strict=True):
        if branch is None or not may_draw:
            columns = []
            drawn.append(DrawnTreeLine(line, None))
            continue
        if drawn and not columns:
            drawn[-1] = drawn[-1]._replace(level=0)
        columns = _columns_down_to(len(branch["before"]), columns)
        drawn.append(DrawnTreeLine(line[branch.end() :], len(columns)))
    return drawn


def _columns_down_to(column: int, columns: Sequence[int]) -> list[int]:
    return [*(above for above in columns if above < column), column]
