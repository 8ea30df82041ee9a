"""Where the efforts stand that serve nothing: in columns like a newspaper's, group after group."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.layout.layered.arrangement import UnlinkedGroup


class Tile(NamedTuple):
    """A family, or without a head the caption of a group, and where it stands.

    Args:
        column: From 0, from the left.
        y: The top.
    """

    head: str
    caption: str
    column: int
    y: float


def tile_unlinked(
    groups: Sequence[UnlinkedGroup],
    heights: dict[str, float],
    columns: int,
    gap: float,
    caption: float,
) -> tuple[tuple[Tile, ...], float]:
    """Divide groups over columns of about the same height, in reading order.

    They go down, and then to the right.

    Args:
        groups: The groups; a caption stays with the first family under it.
        heights: Of every family.
        columns: How many there are, at least 1.
        gap: Between two tiles.
        caption: The height of a caption.

    Returns:
        The tiles in reading order, and the height of the highest column.
    """
    families = list(_caption_families(groups))
    sizes: list[float] = []
    for words, head in families:
        size = heights[head] + gap
        sizes.append(size + caption if words else size)
    numbers = _spread_over_columns(sizes, columns)
    tiles: list[Tile] = []
    bottoms = [0.0] * columns
    for (words, head), column in zip(families, numbers, strict=True):
        if words:
            tiles.append(Tile("", words, column, bottoms[column]))
            bottoms[column] += caption
        tiles.append(Tile(head, "", column, bottoms[column]))
        bottoms[column] += heights[head] + gap
    return tuple(tiles), max(bottoms) - gap


def _spread_over_columns(
    sizes: Sequence[float], columns: int
) -> Iterator[int]:
    """The column of every family: that in which its middle falls when columns are as high."""
    column_size = sum(sizes) / columns
    size_before, column = 0.0, -1
    for size in sizes:
        column_of_middle = int((size_before + size / 2) / column_size)
        # The next column at most: a family higher than a column may not leave one empty.
        column = min(columns - 1, column + 1, column_of_middle)
        size_before += size
        yield column


def _caption_families(
    groups: Sequence[UnlinkedGroup],
) -> Iterator[tuple[str, str]]:
    """The caption and the head of every family; what has no group comes first.

    Only the first family of a group has its caption, others have an empty one.
    """
    for group in sorted(groups, key=lambda group: group.group is not None):
        caption = group.group or ""
        for head in group.heads:
            yield caption, head
            caption = ""
