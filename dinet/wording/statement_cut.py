"""A statement cut into words and into parts, for rules that judge how it is worded."""

import re
from functools import lru_cache
from typing import NamedTuple

from dinet.vocabulary.statement_words import statement_words

_WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*")
_SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_]{3}[.!?])|(?<=[\d%)\]”\"][.!?])) (?=[^a-zà-þ])|; ?"
)
"""Not after a short word: ``t.o.v. 2019``, ``nr. 2``."""
_INNER_END = re.compile(r"[.!?]\s")
_KEPT_TEXTS = 32768
"""Texts whose words are kept: a dozen rules ask for the words of each."""


class StatementCut(NamedTuple):
    """The words of a statement.

    Args:
        words: As they stand there.
        lows: The same in lower case.
    """

    words: tuple[str, ...]
    lows: tuple[str, ...]

    def first_after_article(self) -> int:
        """Where the first word stands that is no article; 0 when there is none."""
        articles = statement_words("work.articles")
        has_article = len(self.lows) > 1 and self.lows[0] in articles
        return int(has_article)


@lru_cache(maxsize=_KEPT_TEXTS)
def cut_statement(text: str) -> StatementCut:
    """The words of a text, without marks.

    Example:
        >>> cut_statement("Meer sport (elke week).").lows
        ('meer', 'sport', 'elke', 'week')
    """
    words = tuple(_WORD.findall(text))
    lows = tuple(map(str.lower, words))
    return StatementCut(words, lows)


def quote_words(text: str, last: int) -> str:
    """A text up to one of its words, as it stands there.

    Args:
        text: It.
        last: Which word of its cut is the last one, from 0.

    Example:
        >>> quote_words("90% van de ouders, zeg maar", 3)
        '90% van de ouders'
    """
    for position, found in enumerate(_WORD.finditer(text)):
        if position == last:
            return " ".join(text[: found.end()].split())
    return " ".join(text.split())


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, also those between semicolons, without empty ones.

    Example:
        >>> split_sentences("Dit daalt t.o.v. 2019. Dat stijgt; en dat ook.")
        ['Dit daalt t.o.v. 2019.', 'Dat stijgt', 'en dat ook.']
    """
    # most texts are one sentence, and looking back at every letter takes its time
    flat = " ".join(text.split())
    if ";" not in flat and not _INNER_END.search(flat):
        return [flat] if flat else []
    return [part for part in _SENTENCE_END.split(flat) if part.strip()]
