"""What a target does not say, that nobody can account for it without."""

from collections.abc import Iterator
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from dinet.model import Element, Target
from dinet.network import Network
from dinet.targets.known_target import KnownTarget, know_targets
from dinet.targets.stated_figures import analyse_text
from dinet.wording.sentence_ends import first_sentence
from dinet.wording.target_sentence.result import Direction, TargetAnalysis
from dinet.wording.undetermined import find_undetermined

GapKind = Literal[
    "empty",
    "past",
    "process",
    "open",
    "group",
    "number",
    "comparative",
    "deadline",
    "year",
    "start",
    "start_value",
    "source",
]
_WAYS: frozenset[Direction] = frozenset({"up", "down", "improve", "mixed"})
_MOST_SENTENCES = 10
"""Of one target; a text with more is no target sentence but a page."""


class Gap(NamedTuple):
    """One thing that a target does not say.

    Args:
        kind: ``empty``, ``past`` or ``process``: the text aims at nothing, or only tells what was
            measured or what is being done. ``open``: words that leave something to be settled,
            or a time or an amount as wide as one likes. ``group``: of whom or what. ``number``:
            how much. ``comparative``: how much, where it says only more or less. ``deadline``: by
            when. ``year``: by which year, where it says a term or event. ``start``: where it
            starts. ``start_value``: the value where it starts, where it says the year.
            ``source``: who says so.
        words: Of the sentence, that the gap stands at; of a group what there is of it. Empty
            when it is the absence of words.
    """

    kind: GapKind
    words: str = ""


class TargetGap(NamedTuple):
    """One thing that a target does not say, and which target it is."""

    target: Element
    gap: Gap


_GAPS_OF: WeakKeyDictionary[Network, tuple[TargetGap, ...]] = (
    WeakKeyDictionary()
)
"""What was asked once: several rules ask it of the same network in one run."""


def gaps_to_tell(network: Network) -> tuple[TargetGap, ...]:
    """Each gap with its target, in the order of the programme; found once for a network.

    Not of targets that are left open: another rule tells that, and it is no second fault that
    there is no number or year either.
    """
    gaps = _GAPS_OF.get(network)
    if gaps is None:
        gaps = _GAPS_OF[network] = tuple(_find_gaps_to_tell(network))
    return gaps


def _find_gaps_to_tell(network: Network) -> Iterator[TargetGap]:
    for known in know_targets(network):
        if is_left_open(known):
            continue
        for gap in find_gaps(known):
            yield TargetGap(known.element, gap)


def targets_without_figures(network: Network) -> Iterator[Element]:
    """Targets that say only which way: no number, no start, and no moment to be held against.

    "Meer inwoners sporten in 2028 dan in 2024" can be checked, "Inwoners sporten meer" cannot.
    """
    for known in know_targets(network):
        has_figures = known.values or known.baselines or known.deadlines
        is_way = known.is_target and known.analysis.direction in _WAYS
        if is_way and not has_figures and not is_left_open(known):
            yield known.element


def find_gaps(known: KnownTarget) -> tuple[Gap, ...]:
    """The gaps of a target, in the order in which a reader asks for them.

    Args:
        known: The target.

    Returns:
        Empty when it says all. Of a text that is no target only that.

    Example:
        >>> from dinet.model import Target
        >>> from dinet.targets.known_target import know_target
        >>> target = Target(id="S1", text="Meer kinderen sporten in 2028.")
        >>> [gap.kind for gap in find_gaps(know_target(target, "nl"))]
        ['comparative', 'start', 'source']
    """
    why_not = known.analysis.why_not
    if not known.is_target and why_not:
        return (Gap(why_not),)
    number = _missing_number(known)
    is_counted = bool(number or known.stated.values)
    open_words = _open_words(known, is_counted=is_counted)
    is_told = bool(open_words or number)
    gaps = (
        *open_words,
        *_unnamed_group(known, is_told=is_told),
        *number,
        *_missing_deadline(known),
        *_missing_start(known),
    )
    return gaps if known.sources else (*gaps, Gap("source"))


def _open_words(known: KnownTarget, *, is_counted: bool) -> tuple[Gap, ...]:
    """Words to be settled, and vague phrases: ``zoveel mogelijk``, ``op termijn``.

    Where a number lacks or a field has it, a single vague word is filled by that: ``meer``,
    ``gezond``.
    """
    settled = find_undetermined(known.element.text)
    ways = {span.start for span in known.analysis.direction_spans}
    vague = [
        span.words
        for span in known.analysis.vague
        if span.start not in ways
        and not _is_in_any(span.words, settled)
        and not (is_counted and len(span.words.split()) == 1)
    ]
    return tuple(Gap("open", one) for one in dict.fromkeys((*settled, *vague)))


def _is_in_any(words: str, texts: tuple[str, ...]) -> bool:
    folded = words.casefold()
    return any(
        folded in text.casefold() or text.casefold() in folded
        for text in texts
    )


def _unnamed_group(known: KnownTarget, *, is_told: bool) -> tuple[Gap, ...]:
    """It is not definite of whom or what.

    A group that is still open has been named so already, and where only a number lacks that
    makes the rest definite too.
    """
    verdict = known.verdicts["S"].verdict
    group = known.indicator or known.analysis.subject
    if verdict == "yes" or (is_told and group):
        return ()
    subject = known.analysis.subject
    return (Gap("group", subject.words if subject else ""),)


def _missing_number(known: KnownTarget) -> tuple[Gap, ...]:
    """No number at all, or none in a sentence that has a deadline of its own."""
    if not known.values:
        return _gap_in_number(known.analysis, has_start=known.has_start)
    if known.stated.values:
        return ()
    for sentence in _sentences_in(known.element.text):
        analysis = analyse_text(sentence, known.analysis.language)
        # without a deadline of its own it explains the sentence before it: "Dat is meer dan nu."
        if analysis.is_target and analysis.deadlines and not analysis.values:
            gaps = _gap_in_number(analysis, has_start=False)
            return tuple(gap for gap in gaps if gap.kind == "comparative")
    return ()


def _gap_in_number(
    analysis: TargetAnalysis, *, has_start: bool
) -> tuple[Gap, ...]:
    """What a text without a number lacks; nothing when it names a product or a state to check."""
    verdict = analysis.verdicts["M"].verdict
    is_way = analysis.direction in _WAYS
    is_state = verdict == "partial" and not (
        analysis.direction == "stable" or analysis.baselines
    )
    if verdict == "yes" or has_start or is_state:
        return ()
    if is_way and analysis.direction_spans:
        return (Gap("comparative", analysis.direction_spans[0].words),)
    return (Gap("number"),)


def _sentences_in(text: str) -> list[str]:
    """The sentences of a text of several; empty for one sentence."""
    sentences: list[str] = []
    rest = text
    while rest and len(sentences) < _MOST_SENTENCES:
        sentence = first_sentence(rest)
        sentences.append(sentence)
        rest = rest[len(sentence) :].lstrip()
    return sentences if len(sentences) > 1 else []


def _missing_deadline(known: KnownTarget) -> tuple[Gap, ...]:
    verdict = known.verdicts["T"].verdict
    if verdict == "yes":
        return ()
    if known.deadlines:
        return (Gap("year", known.deadlines[0].origin.words),)
    return (Gap("deadline"),)


def _missing_start(known: KnownTarget) -> tuple[Gap, ...]:
    """Where it starts, for what moves and for shares; a product or count may start at nothing."""
    if known.has_start:
        return ()
    for baseline in known.baselines:
        if baseline.year:
            return (Gap("start_value", baseline.year),)
    is_share = any(
        value.unit == "%" and value.kind == "level" for value in known.values
    )
    moves = known.analysis.direction not in ("none", "improve")
    return (Gap("start"),) if is_share or moves else ()


def years_without_value(known: KnownTarget) -> tuple[str, ...]:
    """The years that a target compares with, and of which it does not say the value.

    A sentence that only tells what happened in a year compares with nothing.

    Example:
        >>> from dinet.model import Target
        >>> from dinet.targets.known_target import know_target
        >>> text = "Minder verzuim in 2028 t.o.v. 2019. In 2021 daalde het."
        >>> years_without_value(know_target(Target(id="S1", text=text), "nl"))
        ('2019',)
    """
    if any(baseline.value is not None for baseline in known.baselines):
        return ()
    stated = [
        baseline.year
        for baseline in known.stated.baselines
        if baseline.year and not baseline.reference
    ]
    return tuple(dict.fromkeys((*stated, *_years_compared_with(known))))


def _years_compared_with(known: KnownTarget) -> Iterator[str]:
    """The years of the baselines in the sentences that aim at something."""
    text = known.element.text
    for sentence in _sentences_in(text) or [text]:
        analysis = analyse_text(sentence, known.analysis.language)
        for baseline in analysis.baselines if analysis.is_target else ():
            if baseline.year and not baseline.reference:
                yield baseline.year


def is_left_open(known: KnownTarget) -> bool:
    """All that the target says, or its value, is that it is still to be settled."""
    element = known.element
    aim = element.target if isinstance(element, Target) else None
    if aim and aim.value and find_undetermined(aim.value):
        return True
    open_words = find_undetermined(element.text)
    if not open_words:  # as of nearly all targets
        return False
    text = element.text.strip(" .()").casefold()
    return any(words.strip(" .()").casefold() == text for words in open_words)
