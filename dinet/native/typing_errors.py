"""The slips that people make when they write YAML by hand.

They are recognised by what the parser says and by what stands at that place.
"""

import re

from dinet.language import Sentence

SIGN_NEEDS_QUOTES = Sentence(
    "A text that begins with this sign needs double quotes around it."
)
BRACKET_NEEDS_QUOTES = Sentence(
    "A text that begins with a bracket needs double quotes around it."
)
_TAB_NEEDS_SPACES = Sentence("There is a tab here: use spaces.")
COLON_NEEDS_QUOTES = Sentence(
    "A text with a colon needs double quotes around the whole of it, "
    "or “>-” before it and a new line."
)
_TEXT_AFTER_QUOTE = Sentence(
    "The text goes on after its closing quote: put quotes around all of it."
)
_CHECK_INDENTATION = Sentence(
    "Check the spaces at the beginning of this line, and whether the line before it needs a colon."
)
_BACKSLASH_NEEDS_QUOTES = Sentence(
    "There is a backslash in the text: put single quotes around it."
)
_DASH_NEEDS_NEW_LINE = Sentence(
    "A list begins on a new line; a text that begins with a dash needs double quotes around it."
)
_NOT_CLOSED = Sentence(
    "What is opened here is not closed: a quote or bracket too few, or a comma too many."
)
SPACE_AFTER_DASH = Sentence("Put a space after the dash.")
FOR_YAML = (
    SIGN_NEEDS_QUOTES,
    BRACKET_NEEDS_QUOTES,
    COLON_NEEDS_QUOTES,
    SPACE_AFTER_DASH,
)
"""Advice that means nothing to who fills in a workbook."""
_HINTS_BY_PROBLEM = (
    ("end of stream|',' or", _NOT_CLOSED),
    ("escape|hex", _BACKSLASH_NEEDS_QUOTES),
    ("entries", _DASH_NEEDS_NEW_LINE),
    (
        "alphabetic or numeric|indentation indicator|comment or line break|directive",
        SIGN_NEEDS_QUOTES,
    ),
    ("':'|expected", _CHECK_INDENTATION),
)
"""Words in what the parser says, and the hint for it; the first that fits counts."""


def repair_hint(problem: str, before: str, here: str) -> tuple[Sentence, ...]:
    """How to repair a file that is not YAML: one hint, or none when no slip is recognised.

    Args:
        problem: What the parser says, in its English.
        before: The line up to the place of the problem.
        here: The character at that place; empty at the end of the file.

    Example:
        >>> problem = "mapping values are not allowed here"
        >>> repair_hint(problem, "tekst: In 2026", ":") == (COLON_NEEDS_QUOTES,)
        True
    """
    hint = _hint_by_surroundings(problem, before, here)
    if hint:
        return (hint,)
    for words, usual_hint in _HINTS_BY_PROBLEM:
        if re.search(words, problem):
            return (usual_hint,)
    return ()


def _hint_by_surroundings(
    problem: str, before: str, here: str
) -> Sentence | None:
    """The hint that follows only from the text around the problem; arguments as above."""
    if "tab" in problem:
        return _TAB_NEEDS_SPACES
    if "cannot start any token" in problem:
        return _TAB_NEEDS_SPACES if here in ("\t", "") else SIGN_NEEDS_QUOTES
    if "mapping values" in problem:
        has_colon_before = re.search(r":\s", before)
        return COLON_NEEDS_QUOTES if has_colon_before else _CHECK_INDENTATION
    if "expected" in problem and before.rstrip().endswith(("'", '"')):
        return _TEXT_AFTER_QUOTE
    return None
