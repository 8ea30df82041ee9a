"""What is wrong with a question, and where."""

import unicodedata

from dinet.errors import UsageError
from dinet.language import JoinedSentences, Sentence

_MOST_SHOWN = 72
"""Characters of a question around the column: with the indent they fit on a line of a terminal."""
_INDENT = "  "
_MARK = "^"


class QuestionError(UsageError):
    """A question that cannot be understood, with the column where that shows.

    Args:
        text: The whole question.
        column: Where it goes wrong, from 1 up to one behind the last character.
        what: What was found there, and what was expected.
    """

    def __init__(self, text: str, column: int, *what: Sentence) -> None:
        self.text = text
        self.column = column
        super().__init__(
            JoinedSentences(
                Sentence("column {column} of the question:", column=column),
                *what,
            ),
            *_pointer_lines(text, column),
        )

    def in_language(self, lang: str) -> str:
        """The message, the part of the question that it is about, and a mark under the column."""
        return JoinedSentences(
            self._with_place(), *self.what[1:], glue="\n"
        ).in_language(lang)

    def _with_place(self) -> Sentence:
        if not self.where:
            return self.what[0]
        return JoinedSentences(
            Sentence("{where}:", where=self.where), self.what[0]
        )


def _pointer_lines(text: str, column: int) -> tuple[Sentence, Sentence]:
    """The question, cut when it is long, and a mark under one of its columns."""
    shown = "".join(map(_visible_sign, text))
    start = max(0, column - 1 - _MOST_SHOWN // 2)
    start = 0 if len(shown) <= _MOST_SHOWN else start
    before = shown[start : column - 1]
    line = shown[start : start + _MOST_SHOWN]
    lead = "…" if start else ""
    tail = "…" if start + _MOST_SHOWN < len(shown) else ""
    blanks = " " * sum(map(_width_of, lead + before))
    return (
        Sentence("{line}", line=f"{_INDENT}{lead}{line}{tail}"),
        Sentence("{line}", line=f"{_INDENT}{blanks}{_MARK}"),
    )


def _visible_sign(sign: str) -> str:
    """A sign as it takes one place on the line: ends of lines and tabs are a space there."""
    if sign.isspace():
        return " "
    return sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _width_of(sign: str) -> int:
    """The columns of a terminal that a sign takes."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
