"""Where the figures of a target come from: after a mark, or a survey in brackets behind it."""

from bisect import bisect_left

from dinet.wording.source_marks import (
    cut_source_name,
    find_sources,
    names_several,
    split_source_names,
)
from dinet.wording.target_sentence.result import TargetSource, TextSpan
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.tokens import Token

SOURCE = "source"
"""The claim on the tokens of a source."""
_SURVEY = "source.survey"
_OPENING_BRACKETS = frozenset("([")
_AROUND = " .,;:()[]\"'"
_LONGEST_SURVEY = 12
"""In tokens: brackets with more words explain something."""


def find_target_sources(text: TargetText) -> tuple[TargetSource, ...]:
    """The sources that a text names, in order; their tokens are claimed."""
    sources = [*_marked_sources(text), *_surveys_in_brackets(text)]
    return tuple(sorted(sources, key=lambda source: source.span.start))


def _marked_sources(text: TargetText) -> list[TargetSource]:
    """Behind ``Bron:`` up to the closing bracket or the end of the sentence."""
    sources = []
    marks = find_sources(text.text)
    for index, mark in enumerate(marks):
        stop = len(text.text)
        if index + 1 < len(marks):
            stop = marks[index + 1].start()
        start = mark.end()
        named, _ = cut_source_name(text.text[start:stop])
        _claim_characters(text, mark.start(), start + len(named))
        places = [(0, len(named))]
        if names_several(mark):
            places = list(split_source_names(named))
        for first, end in places:
            source = _named_source(text, start + first, named[first:end])
            if source:
                sources.append(source)
    return sources


def _named_source(
    text: TargetText, start: int, piece: str
) -> TargetSource | None:
    name = piece.strip(_AROUND)
    if piece.rstrip(" .").endswith(")") and "(" in name:
        name += ")"
    if not any(map(str.isalnum, name)):
        return None
    begin = text.text.index(name, start)
    return TargetSource(name, TextSpan(begin, begin + len(name), name))


def _claim_characters(text: TargetText, start: int, stop: int) -> None:
    first = bisect_left(text.tokens, start, key=_token_start)
    end = bisect_left(text.tokens, stop, key=_token_start)
    text.claim(first, end, SOURCE)


def _token_start(token: Token) -> int:
    return token.start


def _surveys_in_brackets(text: TargetText) -> list[TargetSource]:
    """A survey or register alone in brackets: ``(cliëntervaringsonderzoek Wmo)``."""
    if not any(text.depths):  # as in most texts
        return []
    sources = []
    for index, low in enumerate(text.lows):
        if low not in _OPENING_BRACKETS or text.claims[index]:
            continue
        source = _survey_at(text, index)
        if source:
            sources.append(source)
    return sources


def _survey_at(text: TargetText, index: int) -> TargetSource | None:
    end = _closing_bracket(text, index)
    if end is None or end == index + 1:
        return None
    inside = range(index + 1, end)
    if any(text.claims[place] for place in inside):
        return None
    is_survey = _has_survey(text, inside)
    if not is_survey and not _follows_figure(text, index, end):
        return None
    if _tells_value(text, index + 1, end):
        return None
    text.claim(index, end + 1, SOURCE)
    span = text.span(index + 1, end)
    return TargetSource(span.words, span)


def _closing_bracket(text: TargetText, index: int) -> int | None:
    """The bracket that closes the one at a place; None when it is far away."""
    depth = text.depths[index]
    for end in range(index + 1, min(index + _LONGEST_SURVEY + 2, text.count)):
        if text.lows[end] in (")", "]") and text.depths[end] == depth:
            return end
    return None


def _follows_figure(text: TargetText, index: int, end: int) -> bool:
    """A name in brackets right behind a number or year: ``1,5% in 2027 (VSV-verkenner)``."""
    letter = text.text[text.tokens[index + 1].start]
    behind_figure = text.is_number(index - 1) or text.low_at(index - 1) == "%"
    has_number = any(map(text.is_number, range(index + 1, end)))
    return behind_figure and letter.isupper() and not has_number


def _has_survey(text: TargetText, inside: range) -> bool:
    if not text.has_any(_SURVEY) and not text.has_word(_SURVEY):
        return False  # as in most texts
    return any(_names_survey(text, place) for place in inside)


def _names_survey(text: TargetText, index: int) -> bool:
    return text.is_word(index) and (
        text.phrase_end(index, _SURVEY) is not None
        or text.word_in(index, _SURVEY)
    )


def _tells_value(text: TargetText, first: int, end: int) -> bool:
    """The brackets hold a figure, a verb of the past or a word for now: no name of a source."""
    for index in range(first, end):
        if text.lows[index] == "%" or text.lows[index] in "€:":
            return True
        if text.phrase_end(index, "baseline.past") is not None:
            return True
    return False
