"""Columns of plain text that a line of dashes rules, as terminals and mail programs draw them.

    Doel                       Maatregel
    -------------------------  ------------------
    Erfgoed blijft bewaard     Monumentenfonds

Each run of dashes is as wide as its column, so where the columns begin is told. Columns made with
spaces alone are not told so, and are none of these.
"""

import re
from collections.abc import Sequence

_RULE = re.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,})+\s*")


def split_ruled_columns(lines: Sequence[str]) -> list[str | None]:
    r"""The lines; those of a ruled table have tabs between their cells, and its rule is None.

    As many come back as went in. A table with words across the beginning of a column stays as it
    is.

    Example:
        >>> split_ruled_columns(["Doel   Actie", "-----  -----", "Rust   Stil asfalt"])
        ['Doel\tActie', None, 'Rust\tStil asfalt']
    """
    split: list[str | None] = list(lines)
    for rule, line in enumerate(lines):
        if not rule or not _RULE.fullmatch(line):
            continue
        starts = [found.start() for found in re.finditer(r"[-=]+", line)]
        places = [rule - 1, *range(rule + 1, _end_of_table(lines, rule))]
        heads = bool(lines[rule - 1].strip())
        if heads and all(_fits(lines[place], starts) for place in places):
            split[rule] = None
            for place in places:
                split[place] = "\t".join(_cells_of(lines[place], starts))
    return split


def _end_of_table(lines: Sequence[str], rule: int) -> int:
    """The index of the first blank line or rule behind a rule, or of the end of the text."""
    for place in range(rule + 1, len(lines)):
        if not lines[place].strip() or _RULE.fullmatch(lines[place]):
            return place
    return len(lines)


def _fits(row: str, starts: Sequence[int]) -> bool:
    """No word stands across the beginning of a column."""
    return "\t" not in row and not any(
        row[start - 1 : start].strip() for start in starts[1:]
    )


def _cells_of(row: str, starts: Sequence[int]) -> list[str]:
    """The texts of a row, one for each column."""
    ends = [*starts[1:], len(row)]
    first = [0, *starts[1:]]
    return [
        row[start:end].strip() for start, end in zip(first, ends, strict=True)
    ]
