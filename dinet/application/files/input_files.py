"""Files of the user's: read once, and no further than they may go, whatever their size says.

A device has no size, a pipe does not tell it and a file may grow while it is read. So one byte more
than the limit is asked for, and whoever gives that byte is refused.
"""

import os
from pathlib import Path
from typing import Protocol

from dinet.errors import MissingInputError
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error

_STEP = 1024 * 1024
"""Bytes asked for at once: what a limit of terabytes allows is not reserved before it is there."""

_READ_FAILURES: dict[type[OSError], Sentence] = {
    FileNotFoundError: Sentence("there is no such file."),
    IsADirectoryError: Sentence("this is a folder, not a document."),
    PermissionError: Sentence("this file may not be read by you."),
}


class ByteStream(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


def read_input_file(path: str | Path) -> bytes:
    """A file of any kind, whole.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: It is larger than the limit ``file``; no more of it was read.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            check_file_size(os.fstat(file.fileno()).st_size, path.name)
            data = read_at_most(file, current_limits().file)
    except (OSError, ValueError) as error:
        raise MissingInputError(
            _explain_failure(error), where=str(path)
        ) from error
    check_file_size(len(data), path.name)
    return data


def _explain_failure(error: OSError | ValueError) -> Sentence:
    """Why a file cannot be read, in words for a person."""
    for kind, words in _READ_FAILURES.items():
        if isinstance(error, kind):
            return words
    return Sentence("this file cannot be read.")


def read_at_most(stream: ByteStream, most: int) -> bytes:
    """What a stream gives until it ends, or until it has given one byte more than this.

    Args:
        stream: Anything with a ``read``.
        most: In bytes.

    Example:
        >>> import io
        >>> read_at_most(io.BytesIO(b"doelen"), 3)
        b'doel'
    """
    pieces = []
    room = most + 1
    while room and (piece := stream.read(min(room, _STEP))):
        pieces.append(piece)
        room -= len(piece)
    return b"".join(pieces)


def check_file_size(size: int, name: str) -> None:
    """Go on only with a file that is no larger than the limit.

    Raises:
        DocumentError: It is larger.
    """
    if size > current_limits().file:
        raise limit_error("file", size, name)
