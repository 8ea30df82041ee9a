"""What stands in a text beside its statement.

That is its source, the programme it is done together with, references, an owner and the like.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import zip_longest
from typing import NamedTuple

from dinet.document.content import Block
from dinet.interpret.texts.cited_sources import split_sources
from dinet.interpret.texts.element_labels import is_code
from dinet.interpret.texts.stated_links import (
    StatedLink,
    extract_indirect_way,
    extract_stated_links,
)
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import role_of
from dinet.vocabulary.time_headings import is_period
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
def _annotating_words() -> tuple[str, ...]:
    """Words of which one stands in every joint programme and reference, in small letters."""
    see = (f"{word} " for word in words_of("references.see"))
    return tuple(map(str.casefold, (*words_of("references.joint"), *see)))


@once_per_dialect
def _bracketed_reference() -> re.Pattern[str]:
    see = any_of(words_of("references.see"))
    return re.compile(
        rf" ?[(\[] ?{see} (?P<name>[^()\[\]]+)[)\]]", re.IGNORECASE
    )


@once_per_dialect
def _inline_reference() -> re.Pattern[str]:
    see, seen = (
        any_of(words_of("references.see")),
        any_of(words_of("references.seen")),
    )
    return re.compile(rf"\b{see} (?P<name>{seen}\b[^();.]*)", re.IGNORECASE)


_ASIDE = re.compile(
    r"(?P<before>.*\S) ?[(\[](?P<word>[^\W\d][\w -]{2,30}) ?: ?(?P<rest>[^()\[\]]+)[)\]]\.?"
    # Veegploeg in het weekend - trekker: Reiniging
    r"|(?P<first>.*\S)(?: [-–—|]|[;.,]) (?P<name>[^\W\d][\w -]{2,30}?) ?: ?(?P<last>[^:()\[\]]+)"
    r"|(?P<whole>[^\W\d][\w -]{2,30}) ?: ?(?P<all>\S.*)"
)
_LONGEST_ASIDE = 80
"""In characters: an owner, a period or a sum is short; a longer text is a statement."""
_MOST_ASIDES = 6
"""At the end of a text: as many as there are roles, each once."""
_ASIDES = ("owner", "partner", "period", "budget", "status", "phase")
_LEAST_PIECES = 3
"""Of a list on one line: one semicolon may just as well stand in a sentence."""
_NUMBER_IN_LINE = re.compile(r"(?<!\S)(?P<number>\d{1,2})[.)] (?=[A-ZÀ-Þ])")
"""Before each item of a list that was typed on one line."""
_LEAST_LABELLED_PIECES = 2
"""Behind a label for several a semicolon divides: ``Acties: zaal huren; affiche maken``."""
_LEAST_PIECE_WORDS = 2
_MOST_PIECE_WORDS = 12
"""What stands between semicolons and is longer is a clause of a sentence, not an item."""
_SIGNS_BESIDE = re.compile(r"[:;()\[\]]")
"""One stands in every source, list on one line, stated link and aside."""
_BEFORE_STOP = re.compile(r" +([.,;])")
"""The space that is left before a sign when a bracket was taken out."""


class AnnotatedText(NamedTuple):
    """A text without what stands beside its statement, and what that was.

    Args:
        text: The statement.
        sources: Names after ``Bron:``, as written.
        joint_with: Names of other programmes.
        references: The words of each cross-reference.
        stated: The links that it states by codes.
        asides: What it says of itself beside that, each with the role: an owner, a period, money.
        is_indirect: It serves the goal beside it only by way of something else.
    """

    text: str
    sources: tuple[str, ...] = ()
    joint_with: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    stated: tuple[StatedLink, ...] = ()
    asides: tuple[tuple[str, str], ...] = ()
    is_indirect: bool = False


def _states_one_thing(text: str) -> bool:
    """Nothing can stand beside the statement of a text: it has no sign or word for that.

    Such words in other letters than those of ASCII are left to the patterns. Most texts are
    looked at once so, instead of by nine patterns.
    """
    if not text.isascii() or _SIGNS_BESIDE.search(text):
        return False
    small = text.lower()
    return not any(map(small.__contains__, _annotating_words()))


def extract_annotations(text: str) -> AnnotatedText:
    """What a text says, and what it says beside that.

    A bracket that is only a reference leaves the text; a reference within a sentence stays in it.

    Example:
        >>> annotated = extract_annotations("Minder schulden in 2030. (Bron: CBS)")
        >>> annotated.text, annotated.sources
        ('Minder schulden in 2030.', ('CBS',))
    """
    text = " ".join(text.split())
    if _states_one_thing(text):
        return AnnotatedText(text)
    rest, sources = split_sources(text)
    rest, joint = _extract_joint_programmes(rest)
    rest, links = extract_stated_links(rest)
    rest, is_indirect = extract_indirect_way(rest)
    rest, asides = _extract_asides(rest)
    rest, references = _extract_bracketed_references(rest)
    inline = [
        found["name"].strip() for found in _inline_reference().finditer(rest)
    ]
    return AnnotatedText(
        " ".join(rest.split()),
        sources,
        joint,
        (*references, *inline),
        links,
        asides,
        is_indirect,
    )


def _extract_bracketed_references(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the references in brackets, and the names in these."""
    if "(" not in text and "[" not in text:
        return text, ()
    return _extract_names(_bracketed_reference(), text)


def _extract_joint_programmes(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the programmes that it is done together with, and their names.

    Only one form is looked for in a text: the first that it has.
    """
    for form in _joint_forms():
        rest, names = _extract_names(form, text)
        if names:
            return rest, names
    return text, ()


def _extract_asides(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A text without what it says of itself at its end, and that, in the order of the text."""
    asides: tuple[tuple[str, str], ...] = ()
    for _ in range(_MOST_ASIDES):
        text, found = _extract_aside(text)
        if not found:
            break
        asides = (*found, *asides)
    return text, asides


def _extract_aside(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A text without ``Trekker: …``, in brackets at its end or as all that it says, and that."""
    found = _ASIDE.fullmatch(text) if ":" in text else None
    if found is None:
        return text, ()
    before, label, words = _parts_of_aside(found)
    role = role_of(label)
    if role is None or role.name not in _ASIDES:
        return text, ()
    if len(words) > _LONGEST_ASIDE or ": " in words:
        return text, ()
    return before.strip(), _split_aside(role.name, words.strip(" ."))


def _split_aside(role: str, words: str) -> tuple[tuple[str, str], ...]:
    """An aside by its role; a period after the name of an owner is one of its own.

    Met: ``(trekker: Sportraad, 2027)``.
    """
    names, comma, last = words.rpartition(",")
    if role == "owner" and comma and is_period(last.strip()):
        return (role, names.strip()), ("period", last.strip())
    return ((role, words),)


def _parts_of_aside(found: re.Match[str]) -> tuple[str, str, str]:
    """What stands before an aside, its label and its words, in whichever form it has."""
    if found["word"]:
        return found["before"], found["word"], found["rest"]
    if found["name"]:
        return found["first"], found["name"], found["last"]
    return "", found["whole"], found["all"]


def _extract_names(
    pattern: re.Pattern[str], text: str
) -> tuple[str, tuple[str, ...]]:
    """A text without what a pattern finds in it, and the names in that."""
    names = tuple(found["name"].strip() for found in pattern.finditer(text))
    if not names:
        return text, ()
    return _BEFORE_STOP.sub(r"\1", pattern.sub(" ", text)).strip(), names


class CellStatement(NamedTuple):
    """One statement of a cell.

    Args:
        said: What it says.
        level: How deep it stands in a list; 0 is the top.
        listed: It stands in a list.
        whole: Of the first of several that stand on one line: all of them.
    """

    said: AnnotatedText
    level: int
    listed: bool = False
    whole: str = ""


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
    paragraphs = tuple(blocks)
    if len(paragraphs) > 1:
        paragraphs = tuple(_join_continuations(paragraphs))
    if len(paragraphs) == 1 and _is_plain_statement(paragraphs[0].text):
        said = AnnotatedText(paragraphs[0].text)
        listed = paragraphs[0].level is not None
        return Statements((CellStatement(said, 0, listed),), ())
    cell = _CellReader()
    for block, after in zip_longest(paragraphs, paragraphs[1:]):
        cell.read_paragraph(block, after)
    if not cell.items and any(said.asides for said in cell.early):
        # there is nothing else in the cell of which the asides could be said
        texts = [AnnotatedText(block.text) for block in paragraphs]
        cell.items = [CellStatement(text, 0) for text in texts]
        cell.early = []
    return Statements(tuple(cell.finished_items()), tuple(cell.introductions))


def _is_plain_statement(text: str) -> bool:
    """A text is a statement and nothing else, as in most cells."""
    return _states_one_thing(text) and any(map(str.isalnum, text))


class _CellReader:
    """What has been read of a cell, paragraph by paragraph."""

    def __init__(self) -> None:
        self.items: list[CellStatement] = []
        self.introductions: list[str] = []
        self.joint: list[str] = []
        """Programmes with which all that the cell names is done."""
        self.early: list[AnnotatedText] = []
        """What stands beside a statement, read before any statement."""

    def read_paragraph(self, block: Block, after: Block | None) -> None:
        """Read one paragraph, with the one after it in sight."""
        said = extract_annotations(block.text)
        self.joint += said.joint_with
        if block.level is None and _introduces_list(block, after, said.text):
            self.introductions.append(said.text)
        elif any(map(str.isalnum, said.text)):
            level = block.level or 0 if self.items else 0
            item = CellStatement(said, level, block.level is not None)
            self.items += _split_at_semicolons(item)
        elif self.items:
            last = self.items[-1]
            self.items[-1] = last._replace(said=_with_asides(last.said, said))
        else:
            self.early.append(said)

    def finished_items(self) -> Iterator[CellStatement]:
        """The statements: the first with what stood before it, all with the joint programmes."""
        joint_with = tuple(dict.fromkeys(self.joint))
        early = self.early
        for item in self.items:
            said = reduce(_with_asides, early, item.said)
            early = []
            yield _with_said(item, said, joint_with)


def _with_said(
    item: CellStatement, said: AnnotatedText, joint_with: tuple[str, ...]
) -> CellStatement:
    """The item with what it says and whom that is done with; itself when that changes nothing."""
    if said is item.said and said.joint_with == joint_with:
        return item
    return item._replace(said=said._replace(joint_with=joint_with))


def _split_at_semicolons(item: CellStatement) -> Iterator[CellStatement]:
    """A list on one line as its items; every other statement as it is.

    Such a list has at least three short pieces between semicolons, no sentences and no colon; or
    two pieces or more that each begin with a code of their own: ``A1 Huisbezoek; A2 Cursus``.
    """
    text = item.said.text.rstrip("; ")
    if text != item.said.text:
        item = item._replace(said=item.said._replace(text=text))
    pieces = [piece.strip() for piece in text.split(";")]
    coded = _begin_with_codes(pieces)
    if not coded and (":" in text or not _are_list_items(pieces)):
        yield item
        return
    whole = text
    for piece in pieces:
        yield CellStatement(
            item.said._replace(text=piece), item.level, True, whole
        )
        whole = ""


def split_list_line(items: Iterable[CellStatement]) -> Iterator[CellStatement]:
    """The items; a list on one line as several, where a label says that there are more.

    Behind ``Acties:`` two pieces are a list, for the label is a plural.
    """
    for item in items:
        pieces = pieces_of_line(item.said.text)
        if len(pieces) < _LEAST_LABELLED_PIECES or item.whole:
            yield item
            continue
        whole = item.said.text
        for piece in pieces:
            said = extract_annotations(piece)
            yield CellStatement(
                _with_asides(said, item.said)._replace(
                    text=said.text or piece
                ),
                item.level,
                True,
                whole,
            )
            whole = ""


def split_short_pieces(
    items: Iterable[CellStatement],
) -> Iterator[CellStatement]:
    """The items; one of two or more short pieces between semicolons as several.

    For cells under a heading for several: ``Acties`` above ``Moestuin aanleggen; Kookles geven``.
    Each piece begins as a statement does, for ``bellen; daarna schrijven`` is one of two clauses.
    """
    for item in items:
        pieces = pieces_of_line(item.said.text)
        if _begin_as_statements(pieces):
            yield from split_list_line([item])
        else:
            yield item


def pieces_of_line(text: str) -> list[str]:
    """The pieces of a list on one line, between semicolons or each behind the next number.

    Met behind labels: ``Doelen: 1. Meer toeristen 2. Meer banen``.
    """
    starts = [
        found.start()
        for number, found in enumerate(_NUMBER_IN_LINE.finditer(text), 1)
        if found["number"] == str(number)
    ]
    if starts[:1] == [0] and ";" not in text:
        ends = (*starts[1:], len(text))
        return [
            text[start:end].strip()
            for start, end in zip(starts, ends, strict=True)
        ]
    return list(filter(None, map(str.strip, text.split(";"))))


def _begin_as_statements(pieces: list[str]) -> bool:
    """All pieces begin with a capital or number, are short, and none but the last is a sentence."""
    if len(pieces) < _LEAST_LABELLED_PIECES or any(
        map(ends_like_sentence, pieces[:-1])
    ):
        return False
    return all(
        (piece[0].isupper() or piece[0].isdigit())
        and len(piece.split()) <= _MOST_PIECE_WORDS
        for piece in pieces
    )


def _begin_with_codes(pieces: list[str]) -> bool:
    """Each piece is a code and a text (``2 hallen`` counts something), and no code comes back."""
    codes = [piece.partition(" ")[0].rstrip(".:)") for piece in pieces]
    if len(codes) < _LEAST_LABELLED_PIECES or len(set(codes)) < len(codes):
        return False
    return all(map(_is_code_with_number, codes)) and all(
        " " in piece for piece in pieces
    )


def _is_code_with_number(code: str) -> bool:
    return is_code(code) and not code.isalpha() and not code.isdecimal()


def _are_list_items(pieces: list[str]) -> bool:
    """There are enough pieces for a list, each of a few words; only the last may be a sentence."""
    if len(pieces) < _LEAST_PIECES or any(
        map(ends_like_sentence, pieces[:-1])
    ):
        return False
    lengths = [len(piece.split()) for piece in pieces]
    return (
        min(lengths) >= _LEAST_PIECE_WORDS
        and max(lengths) <= _MOST_PIECE_WORDS
    )


def _join_continuations(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each with the paragraphs that go on with it."""
    parts: list[Block] = []
    for block in blocks:
        if parts and not _continues_statement(parts[-1], block):
            yield _join_blocks(parts)
            parts = []
        parts.append(block)
    if parts:
        yield _join_blocks(parts)


def _introduces_list(block: Block, after: Block | None, text: str) -> bool:
    """The paragraph only introduces the list under it: it ends with a colon, or is a title."""
    if after is None or after.level is None:
        return False
    return text.endswith(":") or (_is_title(block) and not _is_title(after))


def _is_title(block: Block) -> bool:
    """All its words are bold, and it does not end like a sentence."""
    bold = all(span.bold for span in block.spans if span.text.strip())
    return bold and not ends_like_sentence(block.text)


def _continues_statement(before: Block, block: Block) -> bool:
    """A paragraph is part of the statement before it: it explains its title, or goes on with it."""
    if _explains_title(before, block):
        return split_sources(block.text)[0] == block.text
    return block.level is None and _continues_sentence(before.text, block.text)


def _explains_title(before: Block, block: Block) -> bool:
    """A sentence stands right under a title, neither of them in a list."""
    outside_lists = before.level is None and block.level is None
    is_sentence = not _is_title(block) and ends_like_sentence(block.text)
    return outside_lists and _is_title(before) and is_sentence


def _continues_sentence(end: str, start: str) -> bool:
    """A text begins in lower case, the one before has no end, and the two belong together.

    Lower case alone does not show that they do: lists without capitals and full stops are
    common. So one ends unfinished, one begins with a joining word, or they make one sentence.
    """
    if not start[:1].islower() or ends_like_sentence(end):
        return False
    if split_sources(start)[0] != start:
        return False
    whole_sentence = end[:1].isupper() and ends_like_sentence(start)
    return ends_unfinished(end) or begins_continuation(start) or whole_sentence


def _join_blocks(parts: list[Block]) -> Block:
    """Blocks as one, with a space between them, in the list of the first."""
    first = parts[0]
    if len(parts) == 1:
        return first
    space = first.spans[-1]._replace(text=" ")
    spans = list(first.spans)
    for part in parts[1:]:
        spans += (space, *part.spans)
    return Block(tuple(spans), first.level)


def _with_asides(said: AnnotatedText, aside: AnnotatedText) -> AnnotatedText:
    return said._replace(
        sources=said.sources + aside.sources,
        references=said.references + aside.references,
        stated=said.stated + aside.stated,
        asides=said.asides + aside.asides,
        is_indirect=said.is_indirect or aside.is_indirect,
    )
