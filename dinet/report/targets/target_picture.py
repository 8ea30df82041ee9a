"""A picture of a target sentence in plain text: under each part a line and what it is."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.model import clean_text
from dinet.wording.target_sentence.result import TargetAnalysis, TextSpan

_UNDERLINE = "─"
_LEAST_WIDTH = 20
"""In characters: a narrower terminal is written over its edge."""


class LabelledPart(NamedTuple):
    """A part of a sentence and what it is called."""

    span: TextSpan
    label: str


class _Segment(NamedTuple):
    """A part as far as it stands on one line: its columns and its label."""

    start: int
    end: int
    label: str


def labelled_parts(analysis: TargetAnalysis, lang: str) -> list[LabelledPart]:
    """The parts of a sentence, the narrowest meaning first: where two overlap, the first is shown.

    Args:
        analysis: Of the sentence.
        lang: The reader's language.
    """
    spans = [
        *((value.span, Sentence("value")) for value in analysis.values),
        *((source.span, Sentence("source")) for source in analysis.sources),
        *(
            (deadline.span, Sentence("deadline"))
            for deadline in analysis.deadlines
        ),
        *(
            (baseline.span, Sentence("start"))
            for baseline in analysis.baselines
        ),
        *((span, Sentence("vague")) for span in analysis.vague),
        *((span, Sentence("direction")) for span in analysis.direction_spans),
    ]
    if analysis.subject:
        spans.append((analysis.subject, Sentence("who or what")))
    return [
        LabelledPart(span, label.in_language(lang)) for span, label in spans
    ]


def picture_lines(
    text: str, parts: Sequence[LabelledPart], width: int
) -> Iterator[str]:
    r"""The text in lines that fit, each with its parts underlined and named below it.

    Args:
        text: The sentence.
        parts: As ``labelled_parts`` gives them.
        width: Of a line, in characters.

    Example:
        >>> part = LabelledPart(TextSpan(3, 7, "2028"), "termijn")
        >>> print("\n".join(picture_lines("In 2028 klaar.", [part], 40)))
        In 2028 klaar.
           ────
           termijn
    """
    labels = parts_by_character(text, parts)
    for start, end in _line_ends(text, max(width, _LEAST_WIDTH)):
        yield str(clean_text(text[start:end]))
        segments = list(_segments(text, labels, start, end))
        if segments:
            yield _underline(segments)
            yield from _label_lines(segments)


def parts_by_character(
    text: str, parts: Sequence[LabelledPart]
) -> list[LabelledPart | None]:
    """For each character of a text the part that it is shown in; None: in none."""
    labels: list[LabelledPart | None] = [None] * len(text)
    for part in parts:
        for index in range(part.span.start, part.span.end):
            labels[index] = labels[index] or part
    return labels


def _line_ends(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends: at white space, or in a word that is wider than a line."""
    start = 0
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        limit = _reach(text, start, width)
        newline = text.find("\n", start, limit)
        end = newline if newline >= 0 else limit
        if end < len(text) and not text[end].isspace():
            blank = max(text.rfind(sign, start, end) for sign in " \t")
            end = blank if blank > start else end
        yield start, start + len(text[start:end].rstrip())
        start = end


def _reach(text: str, start: int, width: int) -> int:
    """Up to which character a line of some width reaches."""
    used = 0
    for index in range(start, len(text)):
        used += _columns(text[index])
        if used > width:
            return max(index, start + 1)
    return len(text)


def _columns(character: str) -> int:
    """How many columns a terminal takes for a character."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _segments(
    text: str, labels: Sequence[LabelledPart | None], start: int, end: int
) -> Iterator[_Segment]:
    """The parts on one line; the blanks at the ends of a part are not underlined."""
    column = 0
    current: LabelledPart | None = None
    begin = 0
    for index in range(start, end):
        if labels[index] is not current:
            if current:
                yield _Segment(begin, column, current.label)
            current, begin = labels[index], column
        column += _columns(text[index])
    if current:
        yield _Segment(begin, column, current.label)


def _underline(segments: Sequence[_Segment]) -> str:
    line = ""
    for segment in segments:
        line = line.ljust(segment.start)
        is_next = line.endswith(_UNDERLINE)
        size = max(1, segment.end - segment.start - is_next)
        line += " " * is_next + _UNDERLINE * size
    return line


def _label_lines(segments: Sequence[_Segment]) -> Iterator[str]:
    """The labels below their parts; one that finds no room goes a line lower."""
    lines: list[str] = []
    for segment in segments:
        for index, line in enumerate(lines):
            if len(line) < segment.start:
                lines[index] = line.ljust(segment.start) + segment.label
                break
        else:
            lines.append(" " * segment.start + segment.label)
    yield from lines
