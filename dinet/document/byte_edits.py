"""Bytes that take the place of others in a part of a file, so that nothing else changes."""

from collections.abc import Iterable
from typing import NamedTuple


class ByteEdit(NamedTuple):
    """Bytes that take the place of others in a part; ``begin`` and ``end`` are those of the old."""

    begin: int
    end: int
    data: bytes


def apply_edits(
    data: bytes,
    edits: Iterable[ByteEdit],
    begin: int = 0,
    end: int | None = None,
) -> bytes:
    """Some bytes of a part with edits that lie in them, none of which touches another.

    Args:
        data: The part.
        edits: In any order.
        begin: The first byte.
        end: The one after the last one; None for the end of the part.

    Example:
        >>> apply_edits(b"abcd", [ByteEdit(1, 2, b"x"), ByteEdit(3, 3, b"-")])
        b'axc-d'
    """
    pieces, done = [], begin
    for edit in sorted(edits, key=lambda edit: (edit.begin, edit.end)):
        pieces += [data[done : edit.begin], edit.data]
        done = edit.end
    return b"".join((*pieces, data[done:end]))
