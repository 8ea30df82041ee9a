"""The checksum by which a native file tells whether anyone changed it since dinet wrote it.

It stands behind the words of the first line, which is a comment, so the file needs no other file
beside it. A file that does not fit its own checksum, or that has none, is somebody's work and is
not written over.
"""

import codecs
import re
from hashlib import sha256

_SEAL = re.compile(r"(?<=\A#)([^\n]*) \(sha256 ([0-9a-f]{16})\)(?=\n)")
_BEGINNINGS = b"#", codecs.BOM_UTF8 + b"#"
"""How a file begins that may have a checksum."""
_DIGITS = 16
"""Of the checksum, hexadecimal: it guards against oversight, not against forgery."""


def seal_text(text: str) -> str:
    r"""A native file with its checksum.

    Args:
        text: The file; its first line is a comment.

    Example:
        >>> seal_text("# Een netwerk\ndinet: 1\n")
        '# Een netwerk (sha256 4ece5eeac79243a2)\ndinet: 1\n'
    """
    first, _, rest = text.partition("\n")
    return f"{first} (sha256 {_checksum(text)})\n{rest}"


def is_sealed(data: bytes) -> bool:
    """Whether a file has a checksum, whatever became of the rest of it."""
    # a picture of a megabyte is no text: its first sign tells that, and no more is read of it
    if not data.startswith(_BEGINNINGS):
        return False
    return _SEAL.search(_as_text(data)) is not None


def may_be_replaced(before: bytes, after: bytes) -> bool:
    r"""Whether a file holds nothing of anyone's own.

    It is as dinet wrote it, or says what the new one says.

    Args:
        before: The file that is there.
        after: The file that is to take its place.

    Example:
        >>> made = seal_text("# Een netwerk\ndinet: 1\n").encode()
        >>> may_be_replaced(made, b""), may_be_replaced(made + b"# mine\n", b"")
        (True, False)
    """
    text = _as_text(before)
    body = _without_seal(text)
    found = _SEAL.search(text)
    if found and found[2] == _checksum(body):
        return True
    return body == _without_seal(_as_text(after))


def _without_seal(text: str) -> str:
    return _SEAL.sub(r"\1", text)


def _as_text(data: bytes) -> str:
    """The text of a file; programs that store other line ends change nothing of it."""
    text = data.decode("utf-8-sig", errors="surrogateescape")
    return text.replace("\r\n", "\n")


def _checksum(text: str) -> str:
    whole = sha256(text.encode(errors="surrogateescape")).hexdigest()
    return whole[:_DIGITS]
