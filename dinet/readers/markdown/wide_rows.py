"""Rows of a pipe table with more cells than its header, which the parser drops.

The header gets as many blank cells, as in a file of cells between semicolons.
"""

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

_BAR = re.compile(r"(?<!\\)\|")


def widen_headers(text: str, tokens: Iterable[Token]) -> str:
    """The text, its tables as wide as their widest row; the same text when they all are.

    Args:
        text: In Markdown.
        tokens: What the parser found in it.
    """
    lines = text.splitlines()
    changed = False
    for token in tokens:
        if token.type == "table_open" and token.map:
            first, end = token.map
            changed = _widen_table(lines, first, end) or changed
    return "\n".join(lines) if changed else text


def _widen_table(lines: list[str], first: int, end: int) -> bool:
    """Add blank cells to the header of the table in these lines; whether that was needed."""
    own = _count_cells(lines[first])
    missing = max(map(_count_cells, lines[first:end])) - own
    if missing < 1:
        return False
    for number, cell in ((first, "   |"), (first + 1, "---|")):
        line = lines[number].rstrip()
        closed = line if _is_closed(line) else f"{line} |"
        lines[number] = closed + cell * missing
    return True


def _is_closed(line: str) -> bool:
    return line.endswith("|") and not line.endswith("\\|")


def _count_cells(line: str) -> int:
    pieces: Sequence[str] = _BAR.split(line.strip())
    begins, ends = not pieces[0], not pieces[-1]
    return len(pieces) - begins - (ends and len(pieces) > 1)
