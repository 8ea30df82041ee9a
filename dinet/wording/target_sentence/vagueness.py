"""The words that leave a target open."""

from dinet.wording.target_sentence.clauses import SentenceFrame
from dinet.wording.target_sentence.directions import DirectionWord
from dinet.wording.target_sentence.result import TextSpan
from dinet.wording.target_sentence.sources import SOURCE
from dinet.wording.target_sentence.target_text import FREE, TargetText
from dinet.wording.undetermined import find_undetermined

_OPEN_LISTS = ("vague.settle", "vague.possible", "vague.time")
_WEAK_LISTS = ("vague.intensifier", "vague.quality")


def find_vague_words(
    text: TargetText,
    frames: list[SentenceFrame],
    directions: list[DirectionWord],
    *,
    is_bounded: bool,
    is_checkable: bool,
) -> tuple[TextSpan, ...]:
    """The markers of vagueness, in the order of the text.

    Args:
        text: It.
        frames: Its sentences; those about the past are left out.
        directions: Its words of direction.
        is_bounded: A value or yardstick says how much, so that a bare comparative is not vague.
        is_checkable: An end state or product can be seen to be there: then a word of quality is
            part of its name.
    """
    spans = _find_listed(text, frames, _OPEN_LISTS)
    spans += _find_open_words(text)
    if not is_bounded:
        spans += [
            word.span for word in directions if word.direction != "stable"
        ]
        if not is_checkable:
            spans += _find_listed(text, frames, _WEAK_LISTS)
    return _without_overlaps(spans)


def settled_later(text: TargetText) -> TextSpan | None:
    """The first words that say that something is still to be settled."""
    for index, end in text.phrases_of("vague.settle"):
        if text.claims[index] != SOURCE:
            return text.span(index, end)
    spans = _find_open_words(text)
    return spans[0] if spans else None


def _find_listed(
    text: TargetText, frames: list[SentenceFrame], names: tuple[str, ...]
) -> list[TextSpan]:
    places = text.places_of(*names)
    if not places:  # as in most texts
        return []
    aiming = [
        range(frame.first, frame.end) for frame in frames if not frame.is_past
    ]
    return [
        text.span(
            index, max(text.phrase_end(index, name) or 0 for name in names)
        )
        for index in places
        if text.claims[index] == FREE and any(index in part for part in aiming)
    ]


def _find_open_words(text: TargetText) -> list[TextSpan]:
    """What all of dinet takes for undetermined: also n.t.b. and p.m."""
    spans = []
    for words in find_undetermined(text.text):
        start = text.text.find(words)
        if start >= 0:
            spans.append(TextSpan(start, start + len(words), words))
    return spans


def _without_overlaps(spans: list[TextSpan]) -> tuple[TextSpan, ...]:
    kept: list[TextSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
