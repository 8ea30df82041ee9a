"""Guards for the parser of web pages.

It takes a time that grows with the square of the attributes of one element.
"""

import re

from dinet.errors import DocumentError
from dinet.language import Sentence

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SHORT_LETTERS = 20_000
# Attributes of one element; real pages have some dozens.
_MOST_ATTRIBUTES = 5000


def check_attributes(text: str, name: str) -> str:
    """The text of a page.

    Args:
        text: The page.
        name: The file's name.

    Raises:
        DocumentError: An element has thousands of attributes.
    """
    if len(text) > _SHORT_LETTERS and any(
        map(_has_many_attributes, text.split("<")[1:])
    ):
        what = Sentence(
            "an element of this page has thousands of attributes; it is not a normal page."
        )
        raise DocumentError(what, where=name)
    return text


def _has_many_attributes(piece: str) -> bool:
    """The tag at the beginning of a piece of a page has more attributes than a page needs."""
    if len(piece) <= _SHORT_LETTERS or not piece[:1].isalpha():
        return False
    tag = _QUOTED.sub("x", piece).partition(">")[0]
    return len(tag.split()) > _MOST_ATTRIBUTES
