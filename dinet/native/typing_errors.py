"""The slips that people make when they write YAML by hand, told from what its parser says and what stands there."""

import re

from dinet.language import Sentence

SIGN_NEEDS_QUOTES = Sentence(
    "A text that begins with this sign needs double quotes around it."
)
BRACKET_NEEDS_QUOTES = Sentence(
    "A text that begins with a bracket needs double quotes around it."
)
_TAB = Sentence("There is a tab here: use spaces.")
COLON_NEEDS_QUOTES = Sentence(
    "A text with a colon needs double quotes around the whole of it, or “>-” before it and a new line."
)
_AFTER = Sentence(
    "The text goes on after its closing quote: put quotes around all of it."
)
_SPACES = Sentence(
    "Check the spaces at the beginning of this line, and whether the line before it needs a colon."
)
_BACKSLASH = Sentence("There is a backslash in the text: put single quotes around it.")
_DASH = Sentence(
    "A list begins on a new line; a text that begins with a dash needs double quotes around it."
)
_OPEN = Sentence(
    "What is opened here is not closed: a quote or bracket too few, or a comma too many."
)
_HINTS_BY_PROBLEM = (
    ("end of stream|',' or", _OPEN),
    ("escape|hex", _BACKSLASH),
    ("entries", _DASH),
    (
        "alphabetic or numeric|indentation indicator|comment or line break|directive",
        SIGN_NEEDS_QUOTES,
    ),
    ("':'|expected", _SPACES),
)


def repair_hint(problem: str, before: str, here: str) -> tuple[Sentence, ...]:
    """How to repair a file that is not YAML; empty when there is nothing better to say than that it is broken.

    Args:
        problem: What the parser says, in its English.
        before: The line up to the place of the problem.
        here: The character at that place; empty at the end of the file.

    Example:
        >>> print(*repair_hint("mapping values are not allowed here", "tekst: In 2026", ":"))
        A text with a colon needs double quotes around the whole of it, or “>-” before it and a new line.
    """
    if "tab" in problem or "cannot start any token" in problem:
        return (_TAB if here in ("\t", "") or "tab" in problem else SIGN_NEEDS_QUOTES,)
    if "mapping values" in problem:
        return (COLON_NEEDS_QUOTES if re.search(r":\s", before) else _SPACES,)
    if "expected" in problem and before.rstrip().endswith(("'", '"')):
        return (_AFTER,)
    return tuple(
        hint for words, hint in _HINTS_BY_PROBLEM if re.search(words, problem)
    )[:1]
