"""What stands in a text beside its statement: its source, the programme it is done together with, references."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.document.parts import Block

_SOURCE = re.compile(
    r"[\s(\[]*\b(?:bron(?:nen|vermelding)?|source|sources)\s*:\s*(?P<name>[^()]+(?:\([^()]*\)[^()]*)*?)[\s)\]]*$", re.IGNORECASE
)
_QUOTES = "'\"‘’‚“”„"
_JOINT_WORDS = r"gezamenlijke\s+(?:uitvoering|inzet|aanpak)\s+met|joint\s+(?:execution|delivery|implementation)\s+with"
_JOINT_QUOTED = re.compile(rf"[{_QUOTES}]\s*(?:{_JOINT_WORDS})\s+(?P<name>[^{_QUOTES}]+?)\s*[{_QUOTES}]", re.IGNORECASE)
_JOINT_WHOLE = re.compile(rf"^\(?\s*(?:{_JOINT_WORDS})\s+(?P<name>[^.:()]+?)\s*\)?\s*[.:]?$", re.IGNORECASE)
_SEE = r"(?:zie|see)\s+(?:ook\s+|also\s+)?"
_WHAT = (
    r"(?:focuspunt|thema|pijler|programmalijn|speerpunt|doel|opgave|inspanning|theme|goal|effort|bijlage|annex|hoofdstuk|chapter)"
)
_BRACKETED = re.compile(rf"\s*[(\[]\s*{_SEE}(?P<name>[^()\[\]]+?)\s*[)\]]", re.IGNORECASE)
_INLINE = re.compile(rf"\b{_SEE}(?P<name>{_WHAT}\b[^();.]*)", re.IGNORECASE)


class Peeled(NamedTuple):
    """A text without what stands beside its statement, and what that was.

    Args:
        text: The statement.
        sources: Names after ``Bron:``, as written.
        joint_with: Names of other programmes.
        references: The words of each cross-reference.
    """

    text: str
    sources: tuple[str, ...] = ()
    joint_with: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


def peeled(text: str) -> Peeled:
    """What a text says, and what it says beside that.

    A bracket that is only a reference leaves the text; a reference within a sentence stays in it.

    Example:
        >>> peeled("Minder schulden in 2030. (Bron: CBS)")
        Peeled(text='Minder schulden in 2030.', sources=('CBS',), joint_with=(), references=())
    """
    rest, sources = _taken(_SOURCE, text)
    rest, joint = _taken(_JOINT_QUOTED, rest)
    if not joint:
        rest, joint = _taken(_JOINT_WHOLE, rest)
    rest, references = _taken(_BRACKETED, rest)
    inline = [found["name"].strip() for found in _INLINE.finditer(rest)]
    names = tuple(name.strip().rstrip(".,; ") for name in sources)
    return Peeled(" ".join(rest.split()), names, tuple(name.strip() for name in joint), (*references, *inline))


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[str, ...]]:
    names = tuple(found["name"] for found in pattern.finditer(text))
    return (pattern.sub(" ", text).strip(), names) if names else (text, ())


class Item(NamedTuple):
    """One statement of a cell: what it says, and how deep it stands in a list (0 is the top)."""

    said: Peeled
    level: int


class Statements(NamedTuple):
    """What a cell says.

    Args:
        items: Its statements in order.
        introductions: Paragraphs that end with a colon and only introduce the list under them.
    """

    items: tuple[Item, ...]
    introductions: tuple[str, ...]


def statements(blocks: Iterable[Block]) -> Statements:
    """The statements of a cell.

    A paragraph that is only a source belongs to the statement just before it. A joint programme belongs to all
    statements of its cell. A paragraph that goes on in lower case where the one before has no end is part of it.
    """
    whole = tuple(_whole(blocks))
    listed = any(block.level is not None for block in whole)
    found: list[Item] = []
    introductions: list[str] = []
    joint: list[str] = []
    for block in whole:
        said = peeled(block.text)
        joint += said.joint_with
        if listed and block.level is None and said.text.endswith(":"):
            introductions.append(said.text)
        elif said.text:
            found.append(Item(said, block.level or 0 if found else 0))
        elif found:
            found[-1] = Item(_with_asides(found[-1].said, said), found[-1].level)
    joint_with = tuple(dict.fromkeys(joint))
    return Statements(tuple(Item(item.said._replace(joint_with=joint_with), item.level) for item in found), tuple(introductions))


def _whole(blocks: Iterable[Block]) -> Iterator[Block]:
    before: Block | None = None
    for block in blocks:
        goes_on = block.level is None and block.text[:1].islower() and before is not None and before.text[-1:].isalnum()
        if before is not None and goes_on and not _SOURCE.match(block.text):
            before = Block((*before.spans, before.spans[-1]._replace(text=" "), *block.spans), before.level)
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _with_asides(said: Peeled, aside: Peeled) -> Peeled:
    return said._replace(sources=said.sources + aside.sources, references=said.references + aside.references)
