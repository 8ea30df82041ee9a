"""What became of every word of a document: each part of it, as it stands."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dinet.interpret.account.word_matching import ClaimedRun
from dinet.model import Place, Unread, UnreadReason


class AccountedText(NamedTuple):
    """One paragraph, with what became of its words.

    Args:
        runs: Joined they are the text; none has no fate.
        level: As in a ``Block``: None outside lists.
    """

    runs: tuple[ClaimedRun, ...]
    level: int | None = None

    def count_words(self) -> tuple[int, int]:
        """How many words it has, and how many of these were read.

        A word of which parts have become different things counts where it begins.
        """
        if len(self.runs) == 1:  # as of most texts
            count = _count_words(self.runs[0].text)
            return count, count * self.runs[0].is_read
        whole = read = 0
        word_begun = False
        for run in self.runs:
            count = 0
            for word in re.findall(r"\s+|\S+", run.text):
                if word.isspace():
                    word_begun = False
                elif _has_letters(word):
                    count += not word_begun
                    word_begun = True
            whole += count
            read += count * run.is_read
        return whole, read


class AccountedCell(NamedTuple):
    """One cell, as ``Cell`` has it."""

    place: Place
    texts: tuple[AccountedText, ...] = ()
    covered: bool = False
    width: int = 1


class AccountedGrid(NamedTuple):
    """One table, as it stands in the document."""

    place: Place
    rows: tuple[tuple[AccountedCell, ...], ...]


class AccountedPara(NamedTuple):
    """One paragraph, heading or list item outside a table."""

    place: Place
    text: AccountedText
    heading: int | None = None


class Account(NamedTuple):
    """What became of every word of a document.

    Args:
        parts: In reading order, every one that the reader gave.
    """

    parts: tuple[AccountedPara | AccountedGrid, ...]

    def texts(self) -> Iterator[tuple[Place, AccountedText]]:
        """Every paragraph, in tables and outside them, with its place."""
        for part in self.parts:
            if isinstance(part, AccountedPara):
                yield part.place, part.text
                continue
            for cell in chain.from_iterable(part.rows):
                for text in cell.texts:
                    yield cell.place, text

    def unread(self) -> tuple[Unread, ...]:
        """Every text that is nowhere in the programme, whole, in reading order."""
        found: list[Unread] = []
        for place, text in self.texts():
            for run in text.runs:
                if run.fate is not None and run.fate.kind == "unread":
                    reason = _REASONS[run.fate.field]
                    found.append(
                        Unread(
                            text=run.text.strip(), place=place, reason=reason
                        )
                    )
        return tuple(found)

    def count_words(self) -> tuple[int, int]:
        """How many words the document has, and how many of these were read."""
        whole = read = 0
        for _, text in self.texts():
            words, words_read = text.count_words()
            whole += words
            read += words_read
        return whole, read


_REASONS: dict[str, UnreadReason] = {
    "": "cell_not_understood",
    "outside": "text_left",
    "heading": "heading_left",
    "table": "table_not_understood",
    "apart": "table_apart",
    "code": "code_left",
    "mark": "mark_left",
    "beside": "words_left",
}


def _count_words(text: str) -> int:
    """How many words with a letter or digit a text has; most words have nothing else."""
    words = text.split()
    plain = sum(map(str.isalnum, words))
    return plain if plain == len(words) else sum(map(_has_letters, words))


def _has_letters(word: str) -> bool:
    return word.isalnum() or any(map(str.isalnum, word))
