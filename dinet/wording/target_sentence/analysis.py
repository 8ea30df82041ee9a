"""The question of this room: what does this sentence say as a target?"""

from dinet.wording.target_sentence.baselines import (
    find_baselines,
)
from dinet.wording.target_sentence.clauses import (
    SentenceFrame,
)
from dinet.wording.target_sentence.directions import (
    DirectionWord,
    find_direction_words,
    settle_direction,
)
from dinet.wording.target_sentence.language_words import (
    LANGUAGES,
    guess_language,
)
from dinet.wording.target_sentence.quantities import (
    Quantity,
)
from dinet.wording.target_sentence.result import (
    TargetAnalysis,
    TargetBaseline,
    TargetDeadline,
    TargetSource,
    TargetValue,
    TextSpan,
    WhyNot,
)
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.sentence_parts import read_sentence
from dinet.wording.target_sentence.subjects import find_subject
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import TimeExpression
from dinet.wording.target_sentence.vagueness import find_vague_words
from dinet.wording.target_sentence.values import (
    add_kinds,
    take_unit_of_subject,
    target_values,
)
from dinet.wording.target_sentence.verdicts import (
    VerdictGrounds,
    empty_verdicts,
    find_checkable_state,
    judge_target,
)

LONGEST_TEXT = 5000
"""In characters, more than a page: what follows in a longer text is no sentence of the target."""


def analyse_target(text: str, language: str | None = None) -> TargetAnalysis:
    """What a text says as a target: how much, which way, by when, from where, of whom.

    Args:
        text: A sentence, or the few sentences of one cell. Any text is accepted; of one that is
            longer than ``LONGEST_TEXT`` the beginning is read, and ``read_to`` says how far.
        language: ``nl`` or ``en``; None: the one of whose words there are most.

    Returns:
        The parts with their places in the text. Of a text that only reports the past or the
        process only ``is_target`` and ``why_not`` are told.

    Example:
        >>> found = analyse_target("In 2028 sport minimaal 60% van de jeugd (2020: 51%).")
        >>> found.values[0].value, found.values[0].comparator, found.deadlines[0].norm
        (60.0, 'ge', '2028')
        >>> found.baselines[0].value, found.subject.words, found.verdicts["M"].verdict
        (51.0, 'jeugd', 'yes')
    """
    language = language or guess_language(text)
    if language not in LANGUAGES:
        language = LANGUAGES[0]
    sources, parts = read_sentence(text[:LONGEST_TEXT], language)
    why_not = _why_no_target(parts.frames)
    if why_not:
        return _no_target(text, language, why_not)
    return _build_analysis(_take_service_norms(parts), sources, text)


def _why_no_target(frames: list[SentenceFrame]) -> WhyNot:
    """Why no sentence is a target; empty when one is."""
    if not frames:
        return "empty"
    if all(frame.is_past or frame.is_process for frame in frames):
        return "past" if any(frame.is_past for frame in frames) else "process"
    return ""


def _no_target(text: str, language: str, why_not: WhyNot) -> TargetAnalysis:
    return TargetAnalysis(
        text=text,
        read_to=min(len(text), LONGEST_TEXT),
        language=language,
        is_target=False,
        why_not=why_not,
        values=(),
        direction="none",
        direction_spans=(),
        deadlines=(),
        baselines=(),
        sources=(),
        subject=None,
        vague=(),
        verdicts=empty_verdicts(),
    )


def _build_analysis(
    parts: SentenceParts, sources: tuple[TargetSource, ...], text: str
) -> TargetAnalysis:
    marked = parts.text
    words = find_direction_words(marked, parts.frames, parts.quantities)
    subject = find_subject(parts)
    if subject:
        parts = take_unit_of_subject(parts, subject.words)
    values = target_values(parts)
    direction, spans = settle_direction(
        words,
        has_level=any(value.kind == "level" for value in values),
        has_step=any(
            value.kind == "change" and value.unit in ("%", "pp", "punten")
            for value in values
        ),
    )
    deadlines = _find_deadlines(parts)
    baselines = find_baselines(parts)
    vague = _vague_words(parts, words, values, baselines)
    grounds = VerdictGrounds(
        marked,
        parts.frames,
        values,
        direction,
        words,
        deadlines,
        baselines,
        subject,
        bool(vague),
    )
    return TargetAnalysis(
        text=text,
        read_to=min(len(text), LONGEST_TEXT),
        language=marked.language,
        is_target=True,
        why_not="",
        values=values,
        direction=direction,
        direction_spans=spans,
        deadlines=deadlines,
        baselines=baselines,
        sources=sources,
        subject=subject,
        vague=vague,
        verdicts=judge_target(grounds),
    )


def _vague_words(
    parts: SentenceParts,
    words: list[DirectionWord],
    values: tuple[TargetValue, ...],
    baselines: tuple[TargetBaseline, ...],
) -> tuple[TextSpan, ...]:
    is_bounded = bool(values) or any(
        baseline.value is not None or baseline.reference
        for baseline in baselines
    )
    # where a value bounds the words it makes no difference
    is_checkable = not is_bounded and (
        find_checkable_state(parts.text, parts.frames) is not None
    )
    return find_vague_words(
        parts.text,
        parts.frames,
        words,
        is_bounded=is_bounded,
        is_checkable=is_checkable,
    )


# --- deadlines ----------------------------------------------------------------


def _take_service_norms(parts: SentenceParts) -> SentenceParts:
    """``90% binnen 3 maanden``: beside a share or year a number of months is a norm."""
    # few sentences have one
    if not any(map(_may_be_norm, parts.times)) or not _is_measured(parts):
        return parts
    parts = parts.own_copy()
    for time in filter(_may_be_norm, parts.times):
        time.role = "value"
        parts.quantities.append(_as_quantity(parts.text, time))
    parts.quantities.sort(key=_first_token)
    add_kinds(parts)
    return parts


def _may_be_norm(time: TimeExpression) -> bool:
    """A number of months."""
    return (
        time.role == "deadline"
        and time.kind == "relative"
        and time.norm.endswith("M")
    )


def _is_measured(parts: SentenceParts) -> bool:
    """A share is aimed at, or a year says by when."""
    if any(value.unit == "%" for value in target_values(parts)):
        return True
    return any(
        time.is_calendar for time in parts.times if time.role == "deadline"
    )


def _first_token(quantity: Quantity) -> int:
    return quantity.first


def _as_quantity(text: TargetText, time: TimeExpression) -> Quantity:
    unit = text.lows[time.end - 1]
    return Quantity(
        time.end - 2,
        time.end - 1,
        time.end,
        float(time.norm[1:-1]),
        unit,
        "number",
        comparator="le",
        role="target",
    )


def _find_deadlines(parts: SentenceParts) -> tuple[TargetDeadline, ...]:
    """The deadlines; a recurring time or event is none beside a year, or within a unit."""
    times = [time for time in parts.times if time.role == "deadline"]
    has_calendar = any(time.is_calendar for time in times)
    deadlines = []
    for time in times:
        is_loose = time.kind in ("recurring", "event")
        if is_loose and (has_calendar or _is_in_unit(parts, time)):
            continue
        if _is_told_by_another(times, time):
            continue
        span = parts.text.span(time.first, time.end)
        deadlines.append(
            TargetDeadline(time.norm, time.kind, span)  # type: ignore[arg-type]
        )
    return tuple(deadlines)


def _is_told_by_another(
    times: list[TimeExpression], time: TimeExpression
) -> bool:
    if time.kind == "event":
        return _follows_length(times, time)
    return time.kind == "term" and _names_its_years(times, time)


def _follows_length(
    times: list[TimeExpression], event: TimeExpression
) -> bool:
    """``binnen twee jaar na de start``: the event is where the two years begin."""
    return any(
        time.kind == "relative" and time.end in (event.first, event.core)
        for time in times
    )


def _names_its_years(
    times: list[TimeExpression], term: TimeExpression
) -> bool:
    """``planperiode 2022-2027``: the years say which."""
    return any(
        time.is_calendar and term.end in (time.first, time.core)
        for time in times
    )


def _is_in_unit(parts: SentenceParts, time: TimeExpression) -> bool:
    """``kg per inwoner per jaar``, ``(4 per jaar)``."""
    if parts.text.word_in(time.core - 2, "units.per"):
        return True
    return any(
        quantity.end <= time.core < quantity.unit_end
        for quantity in parts.quantities
    )
