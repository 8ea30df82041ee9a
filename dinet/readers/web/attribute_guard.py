"""Guards for the parser of web pages, which takes a time that grows with the square of the attributes of one element."""

import re

from dinet.errors import DocumentError
from dinet.language import Sentence

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_SHORT_LETTERS = 20_000
_MOST_ATTRIBUTES = 5000


def check_attributes(text: str, name: str) -> str:
    """The text of a page.

    Args:
        text: The page.
        name: The file's name.

    Raises:
        DocumentError: An element has thousands of attributes.
    """
    for piece in text.split("<")[1:] if len(text) > _SHORT_LETTERS else ():
        if len(piece) > _SHORT_LETTERS and piece[:1].isalpha():
            tag = _QUOTED.sub("x", piece).partition(">")[0]
            if len(tag.split()) > _MOST_ATTRIBUTES:
                raise DocumentError(
                    Sentence(
                        "an element of this page has thousands of attributes; it is not a normal page."
                    ),
                    where=name,
                )
    return text
