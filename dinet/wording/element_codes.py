"""The forms of codes by which documents call their elements: D1, A2.1, OPG-04, 9.7.3.

What they stand for is told by the document; here is only how they are written.
"""

import re
from functools import lru_cache
from typing import Literal

CodeForm = Literal["letters", "numbers", "letter", ""]

LETTERS_AND_NUMBERS = (
    # SD 3; DOEL-3, KR1, A2.1, D-2024-01, D1.I2
    r"(?:[A-Z]{1,3} |[A-Z][A-Za-z]{0,7}[._-]?)\d{1,4}"
    r"(?:[.-][A-Z]{0,3}\d{1,4}){0,3}[a-z]?"
)
"""A code of letters and numbers, as it may stand before a text or between others."""
LONGEST_CODE = 24
"""In characters, enough for ``PROJECT-2026-00014-b``: what is longer was written as a text."""
_CODES_REMEMBERED = 65536
"""Codes: each is compared with others some four times."""
_ID = re.compile(r"[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*", re.ASCII)
_READABLE = re.compile(
    rf"{LETTERS_AND_NUMBERS}|\d{{1,2}}(?:[a-df-z]|(?:\.\d{{1,2}}){{1,3}})",
    re.ASCII,
)
_SPACE_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_]) (?=\d)")
_STARTING_LETTERS = re.compile(r"[^\W\d_]*")


def form_of_code(code: str) -> CodeForm:
    """The form of a code; empty for what is none.

    Example:
        >>> [form_of_code(code) for code in ("OPG-04", "9.7.3", "A", "n.v.t.")]
        ['letters', 'numbers', 'letter', '']
    """
    has_number = any(map(str.isdigit, code))
    has_letter = any(map(str.isalpha, code))
    if has_number:
        return "letters" if has_letter else "numbers"
    return "letter" if len(code) == 1 and has_letter else ""


def tells_apart(code: str) -> bool:
    """Whether a code is more than a number or letter by which items are counted.

    Example:
        >>> [tells_apart(code) for code in ("D1", "9.7", "2026-014", "3", "B")]
        [True, True, True, False, False]
    """
    return form_of_code(code) == "letters" or "." in folded_code(code)


def id_from_code(code: str) -> str:
    """A code as an id that is safe in addresses and file names; empty when it cannot be one.

    A space before a number is left out, and a slash or another space is a hyphen.

    Example:
        >>> id_from_code("SD 3"), id_from_code("A/2.1"), id_from_code("../x")
        ('SD3', 'A-2.1', '')
    """
    joined = _SPACE_BEFORE_NUMBER.sub("", code.strip())
    hyphened = joined.replace("/", "-").replace(" ", "-")
    if len(hyphened) > LONGEST_CODE or not _ID.fullmatch(hyphened):
        return ""
    return hyphened


def is_readable_code(code: str) -> bool:
    """Whether a code before a colon can be told from words and from the count of a list.

    Example:
        >>> is_readable_code("OPG-04"), is_readable_code("9.7.3")
        (True, True)
        >>> is_readable_code("sport"), is_readable_code("7")
        (False, False)
    """
    return len(code) <= LONGEST_CODE and bool(_READABLE.fullmatch(code))


def letters_of_code(code: str) -> str:
    """The letters with which a code begins, in small letters; empty for a number.

    Example:
        >>> letters_of_code("OPG-04"), letters_of_code("1.2")
        ('opg', '')
    """
    found = _STARTING_LETTERS.match(code.strip())
    return found[0].casefold() if found else ""


@lru_cache(maxsize=_CODES_REMEMBERED)
def folded_code(code: str) -> str:
    """A code as it is compared with others, however it is written.

    A hyphen or slash after a number parts it from what follows, as a full stop does; all other
    signs say nothing.

    Example:
        >>> folded_code("SD 3"), folded_code("OPG-04"), folded_code("D1-2"), folded_code("1.")
        ('sd3', 'opg04', 'd1.2', '1')
    """
    if code.isascii() and code.isalnum():  # as most codes are
        return code.lower()
    dotted = re.sub(r"(?<=\d)[-_/](?=\w)", ".", code.casefold())
    return re.sub(r"[^0-9a-z.]", "", dotted).strip(".")
