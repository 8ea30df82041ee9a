"""Where a text says how to reach somebody.

By a mail address, a telephone number or a citizen service number.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

SensitiveKind = Literal["name", "mail", "phone", "number"]


class SensitiveSpan(NamedTuple):
    """A part of a text that may not be published: from ``start`` up to ``end``."""

    start: int
    end: int
    kind: SensitiveKind


_MAIL_ADDRESS = re.compile(
    r"(?:mailto:)?[\w.+%'-]{1,64}\s?(?:@|\(at\)|\[at\]|＠)\s?"
    r"\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){1,5}"
)
_PHONE_NUMBER = re.compile(
    r"(?<![\w.,-])(?:tel:)?(?:\(?(?:\+|00)\d{1,3}\)?(?:[ -]?\(0\))?|\(?0)"
    r"(?:[ ().-]{0,2}\d){8,11}(?!\w)"
)
_SERVICE_NUMBER = re.compile(
    r"(?:bsn|burgerservicenummer)\W{0,3}(?:nummer\W{0,3})?(\d[\d .]{7,11}\d)",
    re.IGNORECASE,
)
_PHONE_DIGITS = range(10, 15)
"""How many digits a telephone number has, with its country's."""


def find_contacts(text: str) -> Iterator[SensitiveSpan]:
    """The mail addresses, telephone numbers and citizen service numbers in a text.

    All addresses come first, then all telephone numbers, then all other numbers; those of
    different kinds may overlap. Empty means: none.

    Example:
        >>> text = "Bel 06-12 34 56 78 of mail a.b@hier.nl"
        >>> [(span.kind, text[span.start:span.end]) for span in find_contacts(text)]
        [('mail', 'a.b@hier.nl'), ('phone', '06-12 34 56 78')]
        >>> list(find_contacts("van 2023-2026 voor € 1.250.000,00 per jaar, 0,5 fte"))
        []
    """
    for address in _MAIL_ADDRESS.finditer(text):
        yield SensitiveSpan(*address.span(), "mail")
    for number in _PHONE_NUMBER.finditer(text):
        # amounts and spans of years have fewer digits
        if sum(map(str.isdigit, number[0])) in _PHONE_DIGITS:
            yield SensitiveSpan(*number.span(), "phone")
    for number in _SERVICE_NUMBER.finditer(text):
        yield SensitiveSpan(*number.span(1), "number")
