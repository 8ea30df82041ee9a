"""A text in tokens: words, numbers and signs, with their places, sentences and brackets."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

WORD, NUMBER, SIGN = "word", "number", "sign"
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    # t.o.v., n.t.b.: of at most seven letters, so that a row of letters takes no time
    r"|(?:[^\W\d_]\.){2,6}[^\W\d_]?(?![^\W_])"
    r"|[^\W\d_][^\W_]*(?:[-'’‑][^\W\d_][^\W_]*)*"
    r"|\S"
)
"""Numbers, shortened words, words and signs; the first character tells which it is."""
_ACCENTED_ONE = re.compile(r"[eé]{2}n")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-", "—": "-"})
_MAY_END = frozenset(".!?;")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_BRACKETS = _OPENING | _CLOSING
_BULLETS = frozenset("•▪●◦*")
_WORDS_REMEMBERED = 16384
"""Words as they are written: each is folded once; a large programme has so many."""
_MOST_CUT = 64
"""Texts: the language of one is guessed just before it is read, and both ask for its tokens."""


class Token(NamedTuple):
    """A word, a number or one sign.

    Args:
        kind: ``word``, ``number`` or ``sign``.
        start: Of its first character.
        end: Behind its last character.
        low: In lower case and without accents; ``één`` keeps them, since ``een`` is an article.
    """

    kind: str
    start: int
    end: int
    low: str


@lru_cache(maxsize=_MOST_CUT)
def cut_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order; what is between them is white space.

    Example:
        >>> [token.low for token in cut_tokens("Één op de 5 t.o.v. 2019.")]
        ['één', 'op', 'de', '5', 't.o.v.', '2019', '.']
    """
    # a named tuple checks nothing: as a bare one each is made in half the time
    make_tuple = tuple.__new__
    tokens = []
    for match in _TOKEN.finditer(text):
        kind, low = _kind_and_fold(match[0])
        start, end = match.span()
        tokens.append(make_tuple(Token, (kind, start, end, low)))
    return tuple(tokens)


@lru_cache(_WORDS_REMEMBERED)
def _kind_and_fold(written: str) -> tuple[str, str]:
    """What a token is, and how it is looked up."""
    first = written[0]
    if first.isdecimal():
        return NUMBER, written
    return WORD if first.isalnum() else SIGN, fold_word(written)


def fold_word(word: str) -> str:
    """A word in lower case without accents, except for ``één``.

    Example:
        >>> fold_word("Vóór"), fold_word("Één"), fold_word("Eén")
        ('voor', 'één', 'één')
    """
    low = word.lower()
    if low.isascii():
        return low
    if _ACCENTED_ONE.fullmatch(low):
        return "één"
    plain = unicodedata.normalize("NFKD", low.translate(_STRAIGHT))
    return "".join(
        letter for letter in plain if not unicodedata.combining(letter)
    )


def number_sentences(
    text: str, tokens: Sequence[Token], short_words: frozenset[str]
) -> list[int]:
    """The number of the sentence in which each token stands.

    A sentence ends at a full stop before white space, at a semicolon and at the end of a line;
    not behind a shortened word, and a full stop in a name (``waarstaatjegemeente.nl``) ends none.

    Args:
        text: The text.
        tokens: Its tokens.
        short_words: Words behind which a full stop ends no sentence: ``ca.``
    """
    lows = [token.low for token in tokens]
    may_break = "\n" in text or not _BULLETS.isdisjoint(lows)
    if not may_break and _MAY_END.isdisjoint(lows[:-1]):  # as of most texts
        return [0] * len(tokens)
    numbers = []
    sentence = 0
    for index, token in enumerate(tokens):
        numbers.append(sentence)
        may_end = token.low in _MAY_END  # as few are
        is_end = may_end and _ends_sentence(text, tokens, index, short_words)
        if is_end or (may_break and _breaks_line(text, tokens, index)):
            sentence += 1
    return numbers


def _ends_sentence(
    text: str,
    tokens: Sequence[Token],
    index: int,
    short_words: frozenset[str],
) -> bool:
    """A sign stands there that ends a sentence, and no word that is shortened before it."""
    token = tokens[index]
    if token.low == ";":
        return True
    behind = text[token.end : token.end + 1]
    if behind and not behind.isspace():
        return False
    return index == 0 or tokens[index - 1].low not in short_words


def _breaks_line(text: str, tokens: Sequence[Token], index: int) -> bool:
    """A line ends behind this token."""
    if index + 1 >= len(tokens):
        return False
    gap = text[tokens[index].end : tokens[index + 1].start]
    # joined to a word a star is a footnote mark: "oevers (in km)*: …"
    is_bullet = tokens[index + 1].low in _BULLETS and bool(gap)
    return "\n" in gap or is_bullet


def bracket_depths(lows: Sequence[str]) -> list[int]:
    """How many brackets are open around each token, those of the token itself among them."""
    if _BRACKETS.isdisjoint(lows):  # as in most texts
        return [0] * len(lows)
    depths = []
    depth = 0
    for low in lows:
        if low in _OPENING:
            depth += 1
        depths.append(depth)
        if low in _CLOSING and depth:
            depth -= 1
    return depths
