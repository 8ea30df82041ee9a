"""Where a text says how to reach somebody, or holds a number that is one person's.

Patterns look at a text without case and accents; the words in them stand in ``words.toml``.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from dinet.redaction.word_lists import (
    WORD_LISTS,
    begins_as_organisation,
    join_alternatives,
)

SensitiveKind = Literal["name", "mail", "handle", "phone", "number"]


class SensitiveSpan(NamedTuple):
    """A part of a text that may not be published: from ``start`` up to ``end``."""

    start: int
    end: int
    kind: SensitiveKind


_AT = r"(?:@|[(\[{](?:at|apenstaart(?:je)?)[)\]}])"
_DOT = r"(?:\.|\s?[\[({](?:dot|punt)[\])}]\s?)"
# a name of a mail box, bounded so that no text takes long
MAIL_ADDRESS = re.compile(
    rf"(?:mailto:)?(?P<box>[\w.+%'’-]{{1,64}})\s?{_AT}\s?"
    rf"\w[\w-]{{0,62}}(?:{_DOT}\w[\w-]{{0,62}}){{1,5}}"
)
# "anne at proefdam punt nl": both words, since either alone is ordinary
_SPELLED_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} (?:at|apenstaart(?:je)?) \w[\w-]{0,62}"
    r"(?: (?:punt|dot) \w[\w-]{1,62}){1,3}"
)
_SITES = join_alternatives(WORD_LISTS["profile_sites"])
PROFILE_ADDRESS = re.compile(
    rf"(?:https?://)?(?<![\w-])(?:[\w-]{{1,30}}\.){{0,2}}(?:{_SITES})\s?/"
    r"\s?(?P<page>@?[^\s/?#<>\"'()\[\],;]{2,80})[^\s<>\"'()\[\],;]{0,200}"
    # an address that a narrow column breaks in two
    r"(?:(?<=-)\s[\w-]{2,60}/?|\s\w{1,40}(?:-\w{1,40}){1,5}/?)?"
)
_STOPS = ".:!"
"""What ends the sentence about an address, and no address itself."""
_HANDLE = re.compile(r"(?<![\w.@/])@(?P<page>\w[\w.-]{1,40}\w)")
_ACCOUNT = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['account_words'])})(?:-\w{{1,20}})?"
    r"(?:\s?[:=]\s?|\s(?=@?[a-z._-]{1,40}\d))(?P<page>@?\w[\w.-]{2,40}\w)"
)
"""After a sign whatever stands there; without one only letters that end in digits: “insta jp01”."""
_OWN_SITE = re.compile(
    rf"(?<![\w@-])(?P<page>[\w-]{{2,60}})\.(?:{join_alternatives(WORD_LISTS['own_sites'])})(?!\w)"
)
_GAP = r"[ ()._–—‐‑•·/-]{0,3}"
"""What may stand between two digits of a telephone number: “0528 - 29 19 11”."""
_DATE_OR_HOURS = (
    r"\d{1,2}(?P<sign>[-./])\d{1,2}(?P=sign)(?:(?:19|20)\d\d(?!\d)|\d\d(?![-./ ]?\d))"
    r"|\d\d[.:]\d\d ?[-–] ?\d\d[.:]\d\d"
)
_PHONE_NUMBER = re.compile(
    rf"(?<![\w.,-])(?!{_DATE_OR_HOURS})(?:tel:)?"
    r"(?P<number>(?:\(?(?:\+ ?|00)[1-9]\d{0,2}\)?(?:[ -]?\(0\))?|\(?06[:;]|\(?0\)?[1-9])"
    rf"(?:{_GAP}\d){{7,11}})(?!\w)(?: ?/ ?\d{{6,8}}(?!\w))?"
)
_YEARS = r"(?:19|20)\d\d\b(?! ?\d{2,4}\b(?! ?[-–/]))"
_LOCAL_NUMBER = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['telephone_words'])})\b\.?\s?(?:nr|nummer)?\.?"
    rf"\s?[:=]?\s?(?!{_YEARS}|14 ?0\d)(?P<number>\d(?:[ .–-]{{0,3}}\d){{5,10}})(?![\w%]|[.,]\d)"
)
_EXTENSION = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['extension_words'])})\b\.?\s?(?:nr|nummer)?\.?"
    r"\s?[:=]?\s?(?P<number>\d(?:[ -]?\d){1,7})(?![\w%]|[.,]\d)"
)
_NUMBERED = r"(?:nummers?|nrs?|no|id)"
_OWN_NUMBER = re.compile(
    rf"\b(?:(?:{join_alternatives(WORD_LISTS['number_words'])})(?:[ -]?{_NUMBERED})?"
    rf"|(?:{join_alternatives(WORD_LISTS['number_stems'])})[ -]?{_NUMBERED})"
    r"\W{0,3}(?:is\W{1,3})?"
    r"(?P<number>(?=(?:\W?\w){4})[a-z]{0,3}-?\d[\w.-]{0,13}"
    r"(?:[ -](?=[a-z.]{0,9}\d)[\w.]{1,10}){0,5}(?<=\w))"
)
"""In groups that each hold a digit: the word behind “bsn 123456782 hoort” is the plan's."""
_PAPER_NUMBER = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['paper_words'])})\W{{1,3}}"
    r"(?P<number>(?=\w{0,9}\d)[a-z\d]{9,10})(?!\w)"
)
_NUMBER_PLATE = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['vehicle_words'])})(?:s|en)?\W{{0,3}}"
    r"(?P<number>(?=[a-z\d -]{0,6}\d)(?:[a-z]{1,3}|\d{1,3})(?:[ -](?:[a-z]{1,3}|\d{1,3})){2})"
    r"(?![\w-])"
)
_ROOM = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['room_words'])})[ -]?{_NUMBERED}?\W{{0,3}}"
    r"(?P<number>[a-z]?\d{1,2}\.\d{2,3}[a-z]?)(?![\w%]|[.,]\d)"
)
_BIRTH_DATE = re.compile(
    rf"\b(?:{join_alternatives(WORD_LISTS['birth_words'])})(?!\w)\W{{0,3}}(?:(?:op|on)\W{{1,3}})?"
    r"(?P<number>\d{1,2}(?:[-/. ]{1,2}\d{1,2}[-/. ]{1,2}| [a-z]{3,9}\.? )(?:19|20)?\d\d)(?!\w)"
)
"""A whole date: a year alone is that of many people."""
_PERSONAL_NUMBERS = (
    _OWN_NUMBER,
    _PAPER_NUMBER,
    _NUMBER_PLATE,
    _ROOM,
    _BIRTH_DATE,
)
_BANK_ACCOUNT = re.compile(
    r"\b[a-z]{2}\d\d[ .-]?(?:[a-z]{4}[ .-]?\d{4}[ .-]?\d{4}[ .-]?\d\d"
    r"|\d{4}(?:[ .-]?\d{4}){2,5}(?:[ .-]?\d{1,3})?)\b"
)
_NINE_DIGITS = re.compile(
    r"(?<![\w.,€-])(?:\d{9}|\d{4}\.\d\d\.\d{3}|\d{3} \d{3} \d{3})(?![\w-]|[,.][\d-])"
)
_PHONE_DIGITS = range(10, 15)
"""How many digits a telephone number has, with its country's."""
_CITIZEN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
"""The weights of the check on a citizen service number: the sum divides by eleven."""


def find_contacts(text: str) -> Iterator[SensitiveSpan]:
    """The mail addresses, accounts, telephone numbers and personal numbers in a text.

    One kind after the other; those of different kinds may overlap. Empty means: none.

    Args:
        text: Without case and accents, as ``fold_text`` gives it.

    Example:
        >>> text = "op 06-12 34 56 78, mail a.b@hier.nl of zie x.com/ab1"
        >>> [(span.kind, text[span.start:span.end]) for span in find_contacts(text)]
        [('mail', 'a.b@hier.nl'), ('handle', 'x.com/ab1'), ('phone', '06-12 34 56 78')]
        >>> list(find_contacts("van 2023-2026 voor € 1.250.000,00 per jaar, 0,5 fte"))
        []
    """
    for pattern in (MAIL_ADDRESS, _SPELLED_ADDRESS):
        for address in pattern.finditer(text):
            yield SensitiveSpan(*address.span(), "mail")
    yield from _find_accounts(text)
    if any(map(str.isdigit, text)):
        yield from _find_phones(text)
        yield from _find_numbers(text)


def _find_accounts(text: str) -> Iterator[SensitiveSpan]:
    """Pages and names of accounts of people; those of organisations stay."""
    for pattern in (PROFILE_ADDRESS, _HANDLE, _ACCOUNT, _OWN_SITE):
        for account in pattern.finditer(text):
            if not _is_public_page(account["page"]):
                start = account.start()
                if pattern is _ACCOUNT:
                    start = account.start("page")
                end = start + len(text[start : account.end()].rstrip(_STOPS))
                yield SensitiveSpan(start, end, "handle")


def _is_public_page(page: str) -> bool:
    bare = page.lstrip("@")
    return bare in WORD_LISTS["public_pages"] or begins_as_organisation(bare)


def _find_phones(text: str) -> Iterator[SensitiveSpan]:
    for number in _PHONE_NUMBER.finditer(text):
        # amounts and spans of years have fewer digits
        if sum(map(str.isdigit, number["number"])) in _PHONE_DIGITS:
            yield SensitiveSpan(_start_of_phone(number), number.end(), "phone")
    for pattern in (_LOCAL_NUMBER, _EXTENSION):
        yield from _numbers_after(pattern.finditer(text), "phone")


def _start_of_phone(number: re.Match[str]) -> int:
    """Where a number begins: a bracket that it does not close stands around more than it."""
    opens_more = number[0].startswith("(") and ")" not in number[0]
    return number.start() + opens_more


def _find_numbers(text: str) -> Iterator[SensitiveSpan]:
    for pattern in _PERSONAL_NUMBERS:
        yield from _numbers_after(pattern.finditer(text), "number")
    for account in _BANK_ACCOUNT.finditer(text):
        yield SensitiveSpan(*account.span(), "number")
    for number in _NINE_DIGITS.finditer(text):
        if _is_citizen_number(re.sub(r"\D", "", number[0])):
            yield SensitiveSpan(*number.span(), "number")


def _numbers_after(
    found: Iterable[re.Match[str]], kind: SensitiveKind
) -> Iterator[SensitiveSpan]:
    """The numbers alone, without the words that introduce them."""
    for match in found:
        yield SensitiveSpan(*match.span("number"), kind)


def _is_citizen_number(digits: str) -> bool:
    weighed = zip(_CITIZEN_WEIGHTS, map(int, digits), strict=True)
    total = sum(weight * digit for weight, digit in weighed)
    return int(digits) > 0 and total % 11 == 0
