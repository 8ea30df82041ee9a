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


class DrawnLine(NamedTuple):
    """A line of a text, without what is drawn before it.

    Args:
        text: Its words.
        level: In the tree, from 0 for its root; None for a line that is in none.
    """

    text: str
    level: int | None


def read_drawn_trees(lines: Sequence[str]) -> list[DrawnLine]:
    """The lines, each as deep as the tree has it; the line right above a tree is its root."""
    branches = [_BRANCH.match(line) for line in lines]
    if sum(branch is not None for branch in branches) < _LEAST_BRANCHES:
        return [DrawnLine(line, None) for line in lines]
    drawn: list[DrawnLine] = []
    open_columns: list[int] = []
    for line, branch in zip(lines, branches, strict=True):
        if branch is None:
            open_columns = []
            drawn.append(DrawnLine(line, None))
            continue
        if not open_columns and drawn:
            drawn[-1] = drawn[-1]._replace(level=0)
        column = len(branch["before"])
        open_columns = [above for above in open_columns if above < column]
        open_columns.append(column)
        drawn.append(DrawnLine(line[branch.end() :], len(open_columns)))
    return drawn
