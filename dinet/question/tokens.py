"""A question in pieces: words, numbers, quoted texts and signs, each with its column."""

import re
from typing import Literal, NamedTuple

from dinet.language import Sentence
from dinet.question.question_error import QuestionError

MOST_CHARACTERS = 2000
"""Of a question: some thirty lines on a screen, which nobody oversees any more."""
TokenKind = Literal["word", "number", "text", "sign", "end"]


class Token(NamedTuple):
    """A piece of a question.

    Args:
        kind: What it is; ``end`` stands behind the last one.
        text: Its characters; of a quoted text without the marks.
        column: Where it begins, from 1.
        end: The column behind it.
    """

    kind: TokenKind
    text: str
    column: int
    end: int


_SIGNS = {
    "≠": "!=",
    "<>": "!=",
    "≤": "<=",
    "=<": "<=",
    "≥": ">=",
    "=>": ">=",
    "==": "=",
    "≈": "~",
}
"""Other forms of signs, and the form that is used."""
_SIGN = re.compile("!~|!=|<>|<=|>=|=<|=>|==|[~=<>≠≤≥≈(),?]")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(
    r"(?:[^\s()\[\],?~=<>!≠≤≥≈'’‘\"“”„]|,(?=\d)|(?<=\w)['’](?=\w))+"
)
"""A comma is part of a number, and an apostrophe of a word: ``2,5`` and ``thema's``."""
_NUMBER = re.compile(r"-?€?\d+(?:[.,]\d+)*")
_QUOTES = {
    "'": "'",
    "‘": "’'",
    "’": "’",
    '"': '"',
    "“": '”"',
    "”": "”",
    "„": '”“"',
}
"""What may close a quoted text, by what opens it."""


def divide_question(text: str) -> list[Token]:
    """The pieces of a question, with one for its end.

    Raises:
        QuestionError: It is too long, a quoted text has no end, or there is a sign that means
            nothing.

    Example:
        >>> [token.text for token in divide_question("thema's met budget >= 2,5")]
        ["thema's", 'met', 'budget', '>=', '2,5', '']
    """
    if len(text) > MOST_CHARACTERS:
        what = Sentence(
            "a question has at most {most} characters; this one has {found}.",
            most=MOST_CHARACTERS,
            found=len(text),
        )
        raise QuestionError(text, MOST_CHARACTERS + 1, what)
    tokens: list[Token] = []
    place = _skip_spaces(text, 0)
    while place < len(text):
        token = _token_at(text, place)
        tokens.append(token)
        place = _skip_spaces(text, token.end - 1)
    tokens.append(Token("end", "", len(text) + 1, len(text) + 1))
    return tokens


def _skip_spaces(text: str, place: int) -> int:
    blank = _SPACE.match(text, place)
    return blank.end() if blank else place


def _token_at(text: str, place: int) -> Token:
    if text[place] in _QUOTES:
        return _quoted_text(text, place)
    sign = _SIGN.match(text, place)
    if sign:
        form = _SIGNS.get(sign[0], sign[0])
        return Token("sign", form, place + 1, sign.end() + 1)
    word = _WORD.match(text, place)
    if word is None:
        what = Sentence(
            "“{sign}” means nothing in a question.", sign=text[place]
        )
        hint = Sentence("Put a text between quotation marks.")
        raise QuestionError(text, place + 1, what, hint)
    kind: TokenKind = "number" if _NUMBER.fullmatch(word[0]) else "word"
    return Token(kind, word[0], place + 1, word.end() + 1)


def _quoted_text(text: str, start: int) -> Token:
    """A text between quotation marks; a mark within it is written twice.

    An apostrophe between two letters closes nothing: ``'thema's'``.
    """
    closing = _QUOTES[text[start]]
    letters: list[str] = []
    place = start + 1
    while place < len(text):
        sign = text[place]
        if sign not in closing:
            letters.append(sign)
        elif text[place + 1 : place + 2] == sign:
            letters.append(sign)
            place += 1
        elif _is_apostrophe(text, place):
            letters.append(sign)
        else:
            return Token("text", "".join(letters), start + 1, place + 2)
        place += 1
    what = Sentence("this quotation mark is never closed.")
    raise QuestionError(text, start + 1, what)


def _is_apostrophe(text: str, place: int) -> bool:
    """A mark stands between two letters, as in ``auto's``."""
    around = text[place - 1] + text[place + 1 : place + 2]
    return text[place] in "'’" and len(around) > 1 and around.isalpha()


def quote_text(text: str) -> str:
    """A text as it stands in a question, between quotation marks.

    Example:
        >>> quote_text("auto's"), divide_question(quote_text("auto's"))[0].text
        ("'auto''s'", "auto's")
    """
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
