"""A text in tokens: words, numbers and signs, with their places, sentences and brackets."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

WORD, NUMBER, SIGN = "word", "number", "sign"
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    # t.o.v., n.t.b.: of at most seven letters, so that a row of letters takes no time
    r"|(?P<short>(?:[^\W\d_]\.){2,6}[^\W\d_]?(?![^\W_]))"
    r"|(?P<word>[^\W\d_][^\W_]*(?:[-'’‑][^\W\d_][^\W_]*)*)"
    r"|(?P<sign>\S)"
)
_ACCENTED_ONE = re.compile(r"[eé]{2}n")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-", "–": "-", "—": "-"})
_ENDS = ".!?"
_OPENING, _CLOSING = "([", ")]"
_BULLETS = "•▪●◦*"
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
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or SIGN
        kind = WORD if kind == "short" else kind
        low = match[0] if kind == NUMBER else fold_word(match[0])
        tokens.append(Token(kind, *match.span(), low))
    return tuple(tokens)


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
    numbers = []
    sentence = 0
    for index, token in enumerate(tokens):
        numbers.append(sentence)
        behind = text[token.end : token.end + 1]
        before = tokens[index - 1].low if index else ""
        is_end = token.low in _ENDS and (not behind or behind.isspace())
        if is_end and before in short_words:
            is_end = False
        if is_end or token.low == ";" or _breaks_line(text, tokens, index):
            sentence += 1
    return numbers


def _breaks_line(text: str, tokens: Sequence[Token], index: int) -> bool:
    """A line ends behind this token."""
    if index + 1 >= len(tokens):
        return False
    gap = text[tokens[index].end : tokens[index + 1].start]
    # joined to a word a star is a footnote mark: "oevers (in km)*: …"
    is_bullet = tokens[index + 1].low in _BULLETS and bool(gap)
    return "\n" in gap or is_bullet


def bracket_depths(tokens: Sequence[Token]) -> list[int]:
    """How many brackets are open around each token, those of the token itself among them."""
    depths = []
    depth = 0
    for token in tokens:
        if token.low in _OPENING:
            depth += 1
        depths.append(depth)
        if token.low in _CLOSING and depth:
            depth -= 1
    return depths
