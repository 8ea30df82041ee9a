"""What stands in a text beside its statement: its source, the programme it is done together with, references."""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import zip_longest
from typing import NamedTuple

from dinet.document.content import Block
from dinet.interpret.cited_sources import split_sources
from dinet.interpret.stated_links import StatedLink, extract_stated_links
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import role_of
from dinet.wording.sentence_ends import (
    begins_continuation,
    ends_like_sentence,
    ends_unfinished,
)

_QUOTES = "'\"‘’‚“”„"


@once_per_dialect
def _joint_forms() -> tuple[re.Pattern[str], ...]:
    """``gezamenlijke uitvoering met …``: quoted, in brackets, alone, or before a colon."""
    joint = any_of(words_of("references.joint"))
    forms = (
        rf"[{_QUOTES}] ?{joint} (?P<name>[^{_QUOTES}]+)[{_QUOTES}]",
        rf"[(\[] ?{joint} (?P<name>[^()\[\]]+)[)\]]",
        rf"^{joint} (?P<name>[^.:()]+)[.:]?$",
        rf"^{joint} (?P<name>[^.:()]+): (?=\S)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@once_per_dialect
def _bracketed_reference() -> re.Pattern[str]:
    see = any_of(words_of("references.see"))
    return re.compile(rf" ?[(\[] ?{see} (?P<name>[^()\[\]]+)[)\]]", re.IGNORECASE)


@once_per_dialect
def _inline_reference() -> re.Pattern[str]:
    see, seen = any_of(words_of("references.see")), any_of(words_of("references.seen"))
    return re.compile(rf"\b{see} (?P<name>{seen}\b[^();.]*)", re.IGNORECASE)


_ASIDE = re.compile(
    r"(?P<before>.*\S) ?[(\[](?P<word>[^\W\d][\w -]{2,30}) ?: ?(?P<rest>[^()\[\]]+)[)\]]\.?"
    r"|(?P<whole>[^\W\d][\w -]{2,30}) ?: ?(?P<all>\S.*)"
)
_LONGEST_ASIDE = 80
_ASIDES = ("owner", "partner", "period", "budget", "status", "phase")
_LEAST_PIECES, _LEAST_PIECE, _MOST_PIECE = 3, 2, 12
_BEFORE_STOP = re.compile(r" +([.,;])")


class AnnotatedText(NamedTuple):
    """A text without what stands beside its statement, and what that was.

    Args:
        text: The statement.
        sources: Names after ``Bron:``, as written.
        joint_with: Names of other programmes.
        references: The words of each cross-reference.
        stated: The links that it states by codes.
        asides: What it says of itself beside that, each with the role: an owner, a period, money.
    """

    text: str
    sources: tuple[str, ...] = ()
    joint_with: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    stated: tuple[StatedLink, ...] = ()
    asides: tuple[tuple[str, str], ...] = ()


def extract_annotations(text: str) -> AnnotatedText:
    """What a text says, and what it says beside that.

    A bracket that is only a reference leaves the text; a reference within a sentence stays in it.

    Example:
        >>> extract_annotations("Minder schulden in 2030. (Bron: CBS)")
        AnnotatedText(text='Minder schulden in 2030.', sources=('CBS',), joint_with=(), references=(), stated=(), asides=())
    """
    rest, sources = split_sources(" ".join(text.split()))
    rest, joint = next(
        (
            taken
            for taken in (_taken(form, rest) for form in _joint_forms())
            if taken[1]
        ),
        (rest, ()),
    )
    rest, links = extract_stated_links(rest)
    rest, asides = _parted(rest)
    rest, references = _taken(_bracketed_reference(), rest)
    inline = [found["name"].strip() for found in _inline_reference().finditer(rest)]
    return AnnotatedText(
        " ".join(rest.split()), sources, joint, (*references, *inline), links, asides
    )


def _parted(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A text without ``Trekker: …``, in brackets at its end or as all that it says, and that."""
    found = _ASIDE.fullmatch(text)
    word, rest = (
        (found["word"] or found["whole"], found["rest"] or found["all"])
        if found
        else ("", "")
    )
    role = role_of(word)
    if (
        found is None
        or role is None
        or role.name not in _ASIDES
        or len(rest) > _LONGEST_ASIDE
        or ": " in rest
    ):
        return text, ()
    return (found["before"] or "").strip(), ((role.name, rest.strip(" .")),)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[str, ...]]:
    names = tuple(found["name"].strip() for found in pattern.finditer(text))
    return (
        (_BEFORE_STOP.sub(r"\1", pattern.sub(" ", text)).strip(), names)
        if names
        else (text, ())
    )


class CellStatement(NamedTuple):
    """One statement of a cell: what it says, how deep it stands in a list (0 is the top), and whether it is in one."""

    said: AnnotatedText
    level: int
    listed: bool = False
    whole: str = ""
    """Of the first of several that semicolons divide: all of them."""


class Statements(NamedTuple):
    """What a cell says.

    Args:
        items: Its statements in order.
        introductions: Paragraphs that end with a colon and only introduce the list under them.
    """

    items: tuple[CellStatement, ...]
    introductions: tuple[str, ...]


def split_statements(blocks: Iterable[Block]) -> Statements:
    """The statements of a cell.

    A paragraph that is only a source belongs to the statement just before it, or at the top to
    the one after it. A joint programme belongs to all statements of its cell. A paragraph that
    goes on with the one before is part of it.
    """
    whole = tuple(_whole(blocks))
    found: list[CellStatement] = []
    introductions: list[str] = []
    joint: list[str] = []
    early: list[AnnotatedText] = []
    for block, after in zip_longest(whole, whole[1:]):
        said = extract_annotations(block.text)
        joint += said.joint_with
        if block.level is None and _introduces(block, after, said.text):
            introductions.append(said.text)
        elif any(map(str.isalnum, said.text)):
            found += _divided(
                CellStatement(
                    said, block.level or 0 if found else 0, block.level is not None
                )
            )
        elif found:
            found[-1] = found[-1]._replace(said=_with_asides(found[-1].said, said))
        else:
            early.append(said)
    joint_with = tuple(dict.fromkeys(joint))
    if not found and any(said.asides for said in early):
        found = [
            CellStatement(AnnotatedText(block.text), 0) for block in whole
        ]  # there is nothing else here of which they could be said
        early = []
    if found:
        found[0] = found[0]._replace(said=reduce(_with_asides, early, found[0].said))
    items = (
        item._replace(said=item.said._replace(joint_with=joint_with)) for item in found
    )
    return Statements(tuple(items), tuple(introductions))


def _divided(item: CellStatement) -> Iterator[CellStatement]:
    """A list on one line in its items: at least three short pieces between semicolons, without sentences or a colon."""
    text = item.said.text.rstrip("; ")
    pieces = [piece.strip() for piece in text.split(";")]
    short = all(_LEAST_PIECE <= len(piece.split()) <= _MOST_PIECE for piece in pieces)
    if (
        len(pieces) < _LEAST_PIECES
        or not short
        or any(ends_like_sentence(piece) for piece in pieces[:-1])
        or ":" in text
    ):
        yield item._replace(said=item.said._replace(text=text))
        return
    for number, piece in enumerate(pieces):
        yield CellStatement(
            item.said._replace(text=piece), item.level, True, "" if number else text
        )


def _whole(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each with the paragraphs that go on with it."""
    parts: list[Block] = []
    for block in blocks:
        if parts and not _continues_statement(parts[-1], block):
            yield _one(parts)
            parts = []
        parts.append(block)
    if parts:
        yield _one(parts)


def _introduces(block: Block, after: Block | None, text: str) -> bool:
    """A paragraph above a list that ends with a colon, or stands in bold without an end, only introduces the list."""
    if after is None or after.level is None:
        return False
    return text.endswith(":") or (_is_title(block) and not _is_title(after))


def _is_title(block: Block) -> bool:
    """All its words are bold, and it does not end like a sentence."""
    return all(
        span.bold for span in block.spans if span.text.strip()
    ) and not ends_like_sentence(block.text)


def _continues_statement(before: Block, block: Block) -> bool:
    """It explains a title, or it begins in lower case, the one before has no end, and one of the two shows that they are one.

    Lower case alone does not: lists without capitals and full stops are common.
    """
    if (
        _is_title(before)
        and before.level is None
        and block.level is None
        and not _is_title(block)
        and ends_like_sentence(block.text)
    ):
        return split_sources(block.text)[0] == block.text
    start, end = block.text, before.text
    if (
        block.level is not None
        or not start[:1].islower()
        or ends_like_sentence(end)
        or split_sources(start)[0] != start
    ):
        return False
    return (
        ends_unfinished(end)
        or begins_continuation(start)
        or (ends_like_sentence(start) and end[:1].isupper())
    )


def _one(parts: list[Block]) -> Block:
    space = (parts[0].spans[-1]._replace(text=" "),)
    spans = [span for part in parts for span in (*space, *part.spans)]
    return Block(tuple(spans[1:]), parts[0].level)


def _with_asides(said: AnnotatedText, aside: AnnotatedText) -> AnnotatedText:
    return said._replace(
        sources=said.sources + aside.sources,
        references=said.references + aside.references,
        stated=said.stated + aside.stated,
        asides=said.asides + aside.asides,
    )
