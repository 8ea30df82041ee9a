"""Where the efforts stand that serve nothing: in columns like those of a newspaper, group after group."""

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
    heaps: Sequence[UnlinkedGroup],
    heights: dict[str, float],
    columns: int,
    gap: float,
    caption: float,
) -> tuple[tuple[Tile, ...], float]:
    """Divide groups over columns of about the same height, in reading order: down, and then to the right.

    Args:
        heaps: The groups; a caption stays with the first family under it.
        heights: Of every family.
        columns: How many there are, at least 1.
        gap: Between two tiles.
        caption: The height of a caption.

    Returns:
        The tiles in reading order, and the height of the highest column.
    """
    pieces = list(_caption_families(heaps))
    sizes = [
        heights[head] + gap + (caption if words else 0.0) for words, head in pieces
    ]
    share, before, column = sum(sizes) / columns, 0.0, -1
    tiles: list[Tile] = []
    bottoms = [0.0] * columns
    for (words, head), size in zip(pieces, sizes, strict=True):
        column = min(
            columns - 1, column + 1, int((before + size / 2) / share)
        )  # none is passed over
        before += size
        if words:
            tiles.append(Tile("", words, column, bottoms[column]))
            bottoms[column] += caption
        tiles.append(Tile(head, "", column, bottoms[column]))
        bottoms[column] += heights[head] + gap
    return tuple(tiles), max(bottoms) - gap


def _caption_families(heaps: Sequence[UnlinkedGroup]) -> Iterator[tuple[str, str]]:
    """Every family, the first of a group with the caption of the group; what has no group comes first."""
    for heap in sorted(heaps, key=lambda heap: heap.group is not None):
        for number, head in enumerate(heap.heads):
            yield (heap.group or "" if not number else ""), head
