"""The outline of a document: each heading, what it is about, and the paragraphs and grids under it."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from dinet.document.parts import Grid, Para
from dinet.document.roles import Role, prefixed, role_of
from dinet.wording.same import folded

_TITLE_WORDS = re.compile(r"^\s*(?:programma|programme)\s*:?\s+(?=\S)", re.IGNORECASE)
_HEADING_WORDS = 16
_PAGE = re.compile(r"^\W*(?:pagina|blz\.?|page|p\.)?\s*\d*\s*(?:/|van|of)?\s*\d*\W*$", re.IGNORECASE)


class Section(NamedTuple):
    """One heading and what stands under it.

    Args:
        heading: None for what stands before the first heading.
        role: What the heading is about, when it says so.
        text: What follows a prefix: ``samen sterk`` of ``Focuspunt: samen sterk``; else empty.
        parts: Paragraphs, list items and grids, up to the next heading.
    """

    heading: Para | None
    role: Role | None
    text: str
    parts: tuple[Para | Grid, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables."""
        return tuple(part for part in self.parts if isinstance(part, Grid))

    @property
    def paras(self) -> tuple[Para, ...]:
        """Its paragraphs and list items."""
        return tuple(part for part in self.parts if isinstance(part, Para))

    @property
    def listed(self) -> bool:
        """It holds a list."""
        return any(para.block.level is not None for para in self.paras)


def outline(parts: Iterable[Para | Grid]) -> tuple[str | None, tuple[Section, ...]]:
    """The title of a document, and its sections in reading order."""
    parts = tuple(part for part in parts if isinstance(part, Grid) or not _PAGE.match(part.text))
    title = _title(parts)
    sections = [Section(None, None, "", ())]
    for part, after in zip_longest(parts, parts[1:]):
        if isinstance(part, Para) and _is_heading(part, after, title):
            found = prefixed(part.text)
            role, text = found or (role_of(part.text), "")
            sections.append(Section(part, role, text, ()))
        else:
            sections[-1] = sections[-1]._replace(parts=(*sections[-1].parts, part))
    return title, tuple(section for section in sections if section.heading or section.parts)


def _title(parts: Sequence[Para | Grid]) -> str | None:
    """The first line, when it is short and no heading of a section."""
    first = parts[0] if parts and isinstance(parts[0], Para) else None
    if first is None or first.block.level is not None or len(first.text.split()) > _HEADING_WORDS or first.text.endswith("."):
        return None
    return None if role_of(first.text) or prefixed(first.text) else _TITLE_WORDS.sub("", first.text)


def _is_heading(part: Para, after: Para | Grid | None, title: str | None) -> bool:
    if part.heading is not None:
        return True
    text = part.text
    if part.block.level is not None or len(text.split()) > _HEADING_WORDS * 3:
        return False
    if (
        title
        and text[-1:] not in ",;"
        and folded(text) in (folded(title), folded(f"programma {title}"), folded(f"programme {title}"))
    ):
        return True
    found = prefixed(text)
    if found:
        return True
    short = len(text.split()) <= _HEADING_WORDS and text[-1:] not in ".;,"
    return short and (role_of(text) is not None or isinstance(after, Grid))
