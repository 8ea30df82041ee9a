"""Everything that can go wrong by the document, the machine or the user's choice.

    DinetError
    ├── InputError            65   the document is refused or cannot be used
    │   ├── UnknownFormatError     no reader for this kind of file
    │   └── DocumentError          it was opened, but does not hold what it should
    ├── MissingInputError     66   no such file, or it may not be read
    ├── MissingLibraryError   69   a library or program that this format needs is not there
    ├── OutputError           73   the result cannot be written; nothing was changed
    │   └── EditedFileError        what would be written over is somebody's own work
    └── UsageError             2   the question itself is off
        ├── UnknownElementError    no element with this id in the network
        └── UnknownNameError       no writer or rule with this name

A wrong document is an error, a weak programme is a finding, a wrong program is a TypeError.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from dinet.language import JoinedSentences, Sentence

MOST_HINTS = 3  # words that a hint names
LEAST_LIKENESS = (
    0.6  # share, from 0 to 1, from which a typing error is still likely
)
MOST_LISTED = 20
"""So many problems of one file are listed in a message; of more only the number is told."""


class DinetError(Exception):
    """A message for the user, and the exit status that goes with it.

    Args:
        what: What was found, what was expected and a hint, as sentences.
        where: The place as the user sees it; empty when it is not about a document.
    """

    status = 70

    def __init__(self, *what: Sentence, where: str | Sentence = "") -> None:
        self.what = what
        self.where = where
        super().__init__(self.in_language("en"))

    def __reduce__(self) -> tuple[Any, ...]:
        """As another process takes it over: with its sentences, which speak every language."""
        kind = type(self)
        return kind.__new__, (kind, *self.args), self.__dict__

    def in_language(self, lang: str) -> str:
        """The message in a language, as ``WHERE: WHAT. Hint.``."""
        where = self.where
        if isinstance(where, Sentence):
            where = where.in_language(lang)
        message = JoinedSentences(*self.what).in_language(lang)
        return f"{where}: {message}" if where else message


class InputError(DinetError):
    """The document is refused or cannot be used."""

    status = 65


class UnknownFormatError(InputError):
    """No reader for this kind of file."""


class DocumentError(InputError):
    """The document could be opened, but does not hold what it should."""


class MissingInputError(DinetError):
    """No such file, or it may not be read."""

    status = 66


class MissingLibraryError(DinetError):
    """A library or program that is needed here is not there or failed."""

    status = 69


class OutputError(DinetError):
    """The result cannot be written; nothing was changed."""

    status = 73


class EditedFileError(OutputError):
    """The file that would be written over holds somebody's own work, and was kept."""


class UsageError(DinetError):
    """The question itself is off: an option, a name, a combination."""

    status = 2


class UnknownElementError(UsageError, KeyError):
    """No element with this id."""

    def __str__(self) -> str:
        return self.in_language("en")


class UnknownNameError(UsageError):
    """No writer or rule with this name."""


def did_you_mean(word: str, known: object) -> tuple[Sentence, ...]:
    """A hint that names the nearest known words, or no sentence when none is near.

    Args:
        word: What the user wrote.
        known: The words that exist, in any iterable of strings.

    Returns:
        At most one sentence, naming at most three words, nearest first.

    Example:
        >>> print(*did_you_mean("orphan", ["orphans", "coverage"]))
        Did you mean orphans?
    """
    words: dict[str, str] = {}
    if isinstance(known, Iterable):
        words = {str(name).casefold(): str(name) for name in known}
    near = get_close_matches(
        word.casefold(), list(words), n=MOST_HINTS, cutoff=LEAST_LIKENESS
    )
    if not near:
        return ()
    return (
        Sentence(
            "Did you mean {words}?",
            words=", ".join(map(words.__getitem__, near)),
        ),
    )


def problems_as_error(
    problems: Sequence[tuple[str, JoinedSentences]],
) -> DocumentError:
    """One error that lists problems, a line for each; over twenty only their number.

    Args:
        problems: Where each was found as the user sees it, and what it is; at least one.

    Example:
        >>> one, two = JoinedSentences(Sentence("One.")), JoinedSentences(Sentence("Two."))
        >>> print(problems_as_error([("a.yaml:1:1", one), ("a.yaml:3:1", two)]))
        a.yaml:1:1: One.
        a.yaml:3:1: Two.
    """
    (where, first), *rest = problems[:MOST_LISTED]
    lines: list[Sentence] = [first]
    for place, what in rest:
        lines.append(JoinedSentences(Sentence("{where}:", where=place), what))
    if len(problems) > MOST_LISTED:
        lines.append(
            Sentence("And {count} more.", count=len(problems) - MOST_LISTED)
        )
    return DocumentError(JoinedSentences(*lines, glue="\n"), where=where)
