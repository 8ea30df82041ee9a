"""The outline of a document: each heading, what it is about, and the paragraphs and grids under it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from dinet.document.content import Grid, Para
from dinet.interpret.cited_sources import split_sources
from dinet.interpret.normalise.typed_bullets import lift_typed_numbers
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import Role, kind_of, labelled, role_of, without_number
from dinet.wording.sentence_ends import ends_like_sentence

_HEADING_WORDS = 16
_OPENS = ("vision", "legend")
_FEW = 2
"""So many words about money, owners and the like are a heading; more may be a statement: ``Subsidie voor clubs``."""
_ENDS_IN_DIGIT = re.compile(r"\d$")
_LEADERS = re.compile(r"(?:\. ?){3}\d+$|…\.* ?\d+$")


@once_per_dialect
def _title_words() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('page_words.programmes'))}:? (?=[^\W\d])", re.IGNORECASE
    )


@once_per_dialect
def _contents_pattern() -> re.Pattern[str]:
    return re.compile(any_of(words_of("page_words.contents")), re.IGNORECASE)


@once_per_dialect
def _caption_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('page_words.captions'))} \d", re.IGNORECASE)


@dataclass(frozen=True)
class DocumentSection:
    """One heading and what stands under it.

    Args:
        heading: None for what stands before the first heading.
        role: What the heading is about, when it says so.
        text: What follows a prefix: ``samen sterk`` of ``Focuspunt: samen sterk``; else empty.
        parts: Paragraphs, list items and grids, up to the next heading.
        number: Of ``Doel 2``, whether or not something follows it.
    """

    heading: Para | None
    role: Role | None
    text: str
    parts: tuple[Para | Grid, ...]
    number: str = ""

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables."""
        return tuple(part for part in self.parts if isinstance(part, Grid))

    @cached_property
    def paras(self) -> tuple[Para, ...]:
        """Its paragraphs and list items."""
        return tuple(part for part in self.parts if isinstance(part, Para))

    @property
    def label(self) -> str:
        """The words before its text: ``Actie`` of ``Actie: zaal huren``; empty when it has no text."""
        words = (
            self.heading.text.removesuffix(self.text)
            if self.heading and self.text
            else ""
        )
        return without_number(words).strip(" :.-–—")

    @cached_property
    def holds_list(self) -> bool:
        """It holds a list."""
        return any(para.block.level is not None for para in self.paras)


def outline_document(
    parts: Iterable[Para | Grid],
) -> tuple[str | None, tuple[DocumentSection, ...]]:
    """The title of a document, and its sections in reading order.

    A table of contents is left out.
    """
    parts = tuple(_without_contents(parts))
    title = _title(parts)
    sections: list[tuple[Para | None, list[Para | Grid]]] = [(None, [])]
    for part, after in zip_longest(parts, parts[1:]):
        under = sections[-1][1]
        if isinstance(part, Para) and _is_heading(
            part, None if _continues_list(under, part) else after, title
        ):
            sections.append((part, []))
        else:
            sections[-1][1].append(_numbered(part) if isinstance(part, Para) else part)
    return title, tuple(
        _section(heading, tuple(under))
        for heading, under in sections
        if heading or under
    )


def _section(heading: Para | None, parts: tuple[Para | Grid, ...]) -> DocumentSection:
    if heading is None:
        return DocumentSection(None, None, "", parts)
    found = labelled(heading.text)
    if found:
        return DocumentSection(heading, found.role, found.rest, parts, found.number)
    return DocumentSection(
        heading, role_of(without_number(heading.text)), "", parts, _number(heading.text)
    )


def _continues_list(before: Sequence[Para | Grid], part: Para) -> bool:
    """The paragraph has a number, as the one before it has: it is the last of a list, not a heading of what follows."""
    last = before[-1] if before else None
    return (
        isinstance(last, Para)
        and last.block.level is not None
        and _numbered(part).block.level is not None
    )


def _number(heading: str) -> str:
    """The number at the end of ``Doel 2``."""
    last = without_number(heading).rpartition(" ")[2].rstrip(":.")
    return (
        last
        if last.replace(".", "").isdecimal() or (len(last) == 1 and last.isupper())
        else ""
    )


def _numbered(part: Para) -> Para:
    return part._replace(block=lift_typed_numbers((part.block,))[0])


def _without_contents(parts: Iterable[Para | Grid]) -> Iterator[Para | Grid]:
    """The parts without a table of contents: lines with dots before a number, or any that end in one under such a heading."""
    inside = False
    for part in parts:
        if isinstance(part, Para):
            text = part.text
            if _LEADERS.search(text[-_HEADING_WORDS:]) or (
                inside and _ENDS_IN_DIGIT.search(text)
            ):
                continue
            inside = _contents_pattern().fullmatch(text) is not None
        else:
            inside = False
        yield part


def _title(parts: Sequence[Para | Grid]) -> str | None:
    """The first line, when it is short and no heading of a section."""
    first = parts[0] if parts and isinstance(parts[0], Para) else None
    if (
        first is None
        or first.block.level is not None
        or len(first.text.split()) > _HEADING_WORDS
        or first.text.endswith(".")
    ):
        return None
    plain = without_number(first.text)
    if (
        role_of(plain)
        or labelled(plain)
        or plain != first.text
        or _contents_pattern().fullmatch(plain)
    ):
        return None
    found = _title_words().match(plain)
    return plain[found.end() :] if found else plain


def _is_heading(part: Para, after: Para | Grid | None, title: str | None) -> bool:
    if part.heading is not None:
        return True
    text = part.text
    if (
        part.block.level is not None
        or len(text.split()) > _HEADING_WORDS * 3
        or not split_sources(text)[0]
    ):
        return False
    plain = fold_text(text)
    if title and text[-1:] not in ",;":
        titles = (
            title,
            *(f"{word} {title}" for word in words_of("page_words.programmes")),
        )
        if plain in map(fold_text, titles):
            return True
    if labelled(text) or _caption_pattern().match(text):
        return not _caption_pattern().match(text)
    short = (
        len(text.split()) <= _HEADING_WORDS
        and (not ends_like_sentence(text) or text[-1:] in ":?")
        and text[-1:] != ","
    )
    role = role_of(without_number(text))
    names = role is not None and (
        kind_of(role)
        or role.name in _OPENS
        or text[-1:] in ":?"
        or len(text.split()) <= _FEW
    )
    return short and (bool(names) or isinstance(after, Grid))
