"""Where a text says how to reach somebody: mail addresses, telephone numbers, citizen service numbers."""

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
    r"(?:mailto:)?[\w.+%'-]{1,64}\s?(?:@|\(at\)|\[at\]|＠)\s?\w[\w-]{0,62}(?:\.\w[\w-]{0,62}){1,5}"
)
_PHONE_NUMBER = re.compile(
    r"(?<![\w.,-])(?:tel:)?(?:\(?(?:\+|00)\d{1,3}\)?(?:[ -]?\(0\))?|\(?0)(?:[ ().-]{0,2}\d){8,11}(?!\w)"
)
_SERVICE_NUMBER = re.compile(
    r"(?:bsn|burgerservicenummer)\W{0,3}(?:nummer\W{0,3})?(\d[\d .]{7,11}\d)",
    re.IGNORECASE,
)
_PHONE_DIGITS = range(10, 15)
"""How many digits a telephone number has, with its country's."""


def find_contacts(text: str) -> Iterator[SensitiveSpan]:
    """The mail addresses, telephone numbers and citizen service numbers in a text, in no particular order.

    Example:
        >>> [(each.kind, "Bel 06-12 34 56 78 of mail a.b@hier.nl"[each.start:each.end])
        ...  for each in find_contacts("Bel 06-12 34 56 78 of mail a.b@hier.nl")]
        [('mail', 'a.b@hier.nl'), ('phone', '06-12 34 56 78')]
        >>> list(find_contacts("van 2023-2026 voor € 1.250.000,00 per jaar, 0,5 fte"))
        []
    """
    for found in _MAIL_ADDRESS.finditer(text):
        yield SensitiveSpan(*found.span(), "mail")
    for found in _PHONE_NUMBER.finditer(text):
        if sum(map(str.isdigit, found[0])) in _PHONE_DIGITS:
            yield SensitiveSpan(*found.span(), "phone")
    for found in _SERVICE_NUMBER.finditer(text):
        yield SensitiveSpan(*found.span(1), "number")
