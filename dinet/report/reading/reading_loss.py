"""What reading lost or guessed, by class: an audit tells it before it blames the programme."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dinet.document.notes import INFERRED
from dinet.language import JoinedSentences, Sentence
from dinet.model import (
    SUPPORTING_LINKS,
    WEAK_BASES,
    Basis,
    Note,
    Programme,
    Unread,
)

LOSS_WORDS: dict[str, tuple[str, str]] = {
    "hidden_sheet": ("{n} hidden sheet", "{n} hidden sheets"),
    "hidden_rows": ("{n} hidden row", "{n} hidden rows"),
    "hidden_columns": ("{n} hidden column", "{n} hidden columns"),
    "hidden_text": ("{n} hidden text", "{n} hidden texts"),
    "struck_text": (
        "{n} text with a line through it",
        "{n} texts with a line through them",
    ),
    "page_unread": ("{n} damaged page", "{n} damaged pages"),
    "page_picture": (
        "{n} page that is a picture",
        "{n} pages that are pictures",
    ),
    "table_not_understood": ("{n} table", "{n} tables"),
    "table_apart": (
        "{n} table about something else",
        "{n} tables about something else",
    ),
    "under_merged": (
        "{n} cell under a merged cell",
        "{n} cells under merged cells",
    ),
    "cell_not_understood": ("{n} cell", "{n} cells"),
    "mark_left": ("{n} cross without a link", "{n} crosses without a link"),
    "box_left": ("{n} box", "{n} boxes"),
    "shapes": ("{n} drawn shape with text", "{n} drawn shapes with text"),
    "embedded": ("{n} embedded object", "{n} embedded objects"),
    "formula_unknown": (
        "{n} formula without a result",
        "{n} formulas without a result",
    ),
    "footnotes": ("{n} footnote", "{n} footnotes"),
    "fields_left": ("{n} field of a form", "{n} fields of a form"),
    "text_beyond": (
        "{n} letter beyond the page",
        "{n} letters beyond the page",
    ),
    "sideways_text": ("{n} sideways text", "{n} sideways texts"),
    "heading_left": (
        "{n} heading with nothing read under it",
        "{n} headings with nothing read under them",
    ),
    "text_left": (
        "{n} text outside the network",
        "{n} texts outside the network",
    ),
    "words_left": (
        "{n} piece of text beside what was read",
        "{n} pieces of text beside what was read",
    ),
    "code_left": ("{n} code or number", "{n} codes or numbers"),
}
"""One and several of each class, what weighs most first."""


GUESS_WORDS: dict[str, tuple[str, str]] = {
    "inferred_links": ("{n} link", "{n} links"),
    "inherited_links": (
        "{n} link taken over from the row above",
        "{n} links taken over from the row above",
    ),
    "filtered_rows": (
        "{n} row that a filter hides and was read",
        "{n} rows that a filter hides and were read",
    ),
    "other_guesses": (
        "{n} point in the reading notes",
        "{n} points in the reading notes",
    ),
}
"""One and several of each class of guesses, what weighs most first."""
GUESS_OF_BASIS: dict[Basis, str] = {
    "inferred": "inferred_links",
    "inherited": "inherited_links",
}


def _list_classes(
    words: Mapping[str, tuple[str, str]], counts: Iterable[tuple[str, int]]
) -> Sentence:
    """How many there are of each class, with commas between them."""
    parts = (
        Sentence(words[code][count > 1], n=count) for code, count in counts
    )
    return JoinedSentences(*parts, glue=", ")


class ReadingGuesses(NamedTuple):
    """What reading guessed, for a person to check.

    Args:
        counts: Each class with how many of it there are, what weighs most first.
    """

    counts: tuple[tuple[str, int], ...]

    def sentence(self) -> Sentence:
        """All classes in one sentence."""
        what = _list_classes(GUESS_WORDS, self.counts)
        return Sentence(
            "Please check what reading inferred: {what}.", what=what
        )


class ReadingLoss(NamedTuple):
    """What reading lost.

    Args:
        counts: Each class with how many of it there are, what weighs most first.
    """

    counts: tuple[tuple[str, int], ...]

    def parts(self) -> Sentence:
        """All classes, with commas between them."""
        return _list_classes(LOSS_WORDS, self.counts)

    def sentence(self) -> Sentence:
        """All classes in one sentence."""
        return Sentence("Reading left out: {what}.", what=self.parts())


_OF_TABLES = ("table_not_understood", "table_apart")
"""The reasons that count tables, not texts."""


def _count_noted(notes: Iterable[Note]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for note in notes:
        if note.code in LOSS_WORDS:
            number = note.values.get("count", "1")
            counts[note.code] += int(number) if number.isdecimal() else 1
    return dict(counts)


def _count_unread(unread: Iterable[Unread]) -> dict[str, int]:
    """How many texts were not read for each reason; of tables how many tables."""
    counts: Counter[str] = Counter()
    tables = set()
    for text in unread:
        if text.reason in _OF_TABLES and text.place is not None:
            tables.add((text.reason, text.place.sheet, text.place.table))
        else:
            counts[text.reason] += 1
    counts.update(reason for reason, _, _ in tables)
    return dict(counts)


def reading_loss(programme: Programme) -> ReadingLoss | None:
    """What reading lost of the document of a programme; None when nothing.

    Example:
        >>> from dinet.model import Place, Unread
        >>> cell = Unread(text="Zie bijlage", reason="cell_not_understood")
        >>> lost = reading_loss(Programme(unread=(cell, cell)))
        >>> print(lost.sentence())
        Reading left out: 2 cells.
    """
    # notes that name an unread text do not count it a second time
    counts = _count_noted(programme.notes) | _count_unread(programme.unread)
    found = [(code, counts[code]) for code in LOSS_WORDS if code in counts]
    return ReadingLoss(tuple(found)) if found else None


def reading_guesses(programme: Programme) -> ReadingGuesses | None:
    """What reading guessed of the document of a programme; None when nothing.

    Example:
        >>> from dinet.model import Link
        >>> link = Link(start="I1", end="D1", kind="contributes_to", basis="inferred")
        >>> print(reading_guesses(Programme(links=(link,))).sentence())
        Please check what reading inferred: 1 link.
    """
    counts: Counter[str] = Counter(
        GUESS_OF_BASIS[link.basis]
        for link in programme.links
        if link.basis in WEAK_BASES and link.kind in SUPPORTING_LINKS
    )
    for note in programme.notes:
        if note.code == "filtered_rows":
            counts["filtered_rows"] += 1
        elif note.code in INFERRED:
            counts["other_guesses"] += 1
    found = [(code, counts[code]) for code in GUESS_WORDS if counts[code]]
    return ReadingGuesses(tuple(found)) if found else None


def reading_sentences(programme: Programme) -> list[Sentence]:
    """What reading lost and then what it guessed: with this every audit begins.

    Empty when everything was read as it stands.
    """
    parts = reading_loss(programme), reading_guesses(programme)
    return [part.sentence() for part in parts if part]
