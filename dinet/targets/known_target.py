"""What is known of a target: each part from a field where one states it, else from the sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from dinet.model import Element, Target
from dinet.network import Network
from dinet.targets.stated_figures import (
    KnownBaseline,
    KnownDeadline,
    KnownSource,
    KnownValue,
    PartOrigin,
    StatedFigures,
    analyse_text,
)
from dinet.wording.target_sentence.result import (
    SmartVerdict,
    TargetAnalysis,
    TextSpan,
)

CALENDAR_KINDS = frozenset(
    {"year", "month", "date", "quarter", "splityear", "period"}
)
"""Deadlines that name a year."""
_YEAR = re.compile(r"(?<![\d/-])20\d\d(?![\d/-])")
_MOST_HEADING_WORDS = 3
"""Of a heading whose year is that of its column, the year among them: "SMART-doel eind 2028"."""


class KnownTarget(NamedTuple):
    """A target with all that its fields and its sentence say, each part with its origin.

    Args:
        element: The target, or a goal that is asked the same questions.
        analysis: What the sentence alone says: direction, subject, vague words, its own values.
        stated: What the fields alone say.
        values: When it is met; those of the fields when these have a number.
        deadlines: When it has to be met; those of the fields when these have a year or period.
        baselines: Where it starts; those of the fields when these state one.
        sources: Who says so; those that the document names, else those in the sentence.
        indicator: What is measured, when a field says it.
        verdicts: By letter, as ``SmartVerdict`` has them; ``unknown`` where nothing tells.
    """

    element: Element
    analysis: TargetAnalysis
    stated: "StatedParts"
    values: tuple[KnownValue, ...]
    deadlines: tuple[KnownDeadline, ...]
    baselines: tuple[KnownBaseline, ...]
    sources: tuple[KnownSource, ...]
    indicator: str | None
    verdicts: dict[str, "KnownVerdict"]

    @property
    def is_target(self) -> bool:
        """The sentence says what is aimed at, or a field does."""
        return self.analysis.is_target or bool(self.values)

    @property
    def has_start(self) -> bool:
        """There is a value or a yardstick to compare with."""
        return any(
            baseline.value is not None or baseline.reference
            for baseline in self.baselines
        )


class StatedParts(NamedTuple):
    """What the fields of a target state; empty for an element without such fields."""

    values: tuple[KnownValue, ...] = ()
    deadlines: tuple[KnownDeadline, ...] = ()
    baselines: tuple[KnownBaseline, ...] = ()
    sources: tuple[KnownSource, ...] = ()


class KnownVerdict(NamedTuple):
    """The verdict of one letter, and what it rests on: nothing when words lack."""

    verdict: str
    origin: PartOrigin | None


def know_target(element: Element, lang: str) -> KnownTarget:
    """What is known of a target.

    Args:
        element: A target; of any other kind only the text and the sources are looked at.
        lang: The language of the document.

    Example:
        >>> from dinet.model import Aim
        >>> text = "In 2028 sport 60% van de jeugd (2020: 51%)."
        >>> known = know_target(Target(id="S1", text=text, target=Aim(value="65")), "nl")
        >>> known.values[0].value, known.values[0].origin.field
        (65.0, 'value')
        >>> known.deadlines[0].norm, known.deadlines[0].origin.words
        ('2028', 'In 2028')
        >>> known.verdicts["R"].verdict
        'supported'
    """
    analysis = analyse_text(element.text, lang)
    stated = _stated_parts(element, lang)
    if not stated.deadlines and not analysis.deadlines:
        stated = stated._replace(deadlines=_deadlines_in_heading(element))
    parts = StatedParts(
        stated.values or tuple(map(KnownValue.from_sentence, analysis.values)),
        stated.deadlines
        or tuple(map(KnownDeadline.from_sentence, analysis.deadlines)),
        _joined_baselines(stated, analysis),
        stated.sources
        or tuple(map(KnownSource.from_sentence, analysis.sources)),
    )
    aim = element.target if isinstance(element, Target) else None
    indicator = aim.indicator if aim else None
    return KnownTarget(
        element,
        analysis,
        stated,
        parts.values,
        parts.deadlines,
        parts.baselines,
        parts.sources,
        indicator,
        _known_verdicts(analysis, stated, indicator),
    )


_TARGETS_OF: WeakKeyDictionary[Network, dict[str, KnownTarget]] = (
    WeakKeyDictionary()
)
"""What was asked once: rules, reports and writers ask it of the same network in one run."""


def know_targets(network: Network) -> tuple[KnownTarget, ...]:
    """What is known of each target of a programme, in its order; found once for a network."""
    return tuple(_targets_by_id(network).values())


def know_element(network: Network, element: Element) -> KnownTarget:
    """What is known of an element of a programme; of a target it is found once for a network.

    Args:
        network: The programme.
        element: Of it.
    """
    known = _targets_by_id(network).get(element.id)
    return known or know_target(element, network.programme.lang)


def _targets_by_id(network: Network) -> dict[str, KnownTarget]:
    known = _TARGETS_OF.get(network)
    if known is None:
        lang = network.programme.lang
        known = {one.id: know_target(one, lang) for one in network.targets}
        _TARGETS_OF[network] = known
    return known


def goals_as_targets(network: Network) -> tuple[KnownTarget, ...]:
    """What the goals that no target measures say themselves, in the order of the programme.

    Strategic goals are left out: these are meant as a horizon. In many programmes the lowest
    goals are all that is said of what will be reached.
    """
    lang = network.programme.lang
    return tuple(know_target(goal, lang) for goal in _lowest_goals(network))


def numbered_goals(network: Network) -> tuple[KnownTarget, ...]:
    """Those of ``goals_as_targets`` that may tell a number or a year: most goals do not.

    Example:
        >>> from dinet.model import Goal, Programme
        >>> goals = (Goal(id="D1", text="Meer sport"), Goal(id="D2", text="Meer sport dan in 2024"))
        >>> [known.element.id for known in numbered_goals(Network(Programme(elements=goals)))]
        ['D2']
    """
    lang = network.programme.lang
    return tuple(
        know_target(goal, lang)
        for goal in _lowest_goals(network)
        if any(map(str.isdecimal, goal.text))
    )


def _lowest_goals(network: Network) -> Iterator[Element]:
    for goal in network.orphans().goals_without_target:
        if getattr(goal, "level", None) != "strategic":
            yield goal


def _joined_baselines(
    stated: StatedParts, analysis: TargetAnalysis
) -> tuple[KnownBaseline, ...]:
    """The baselines of the fields; when these have no number, those of the sentence too."""
    if any(baseline.value is not None for baseline in stated.baselines):
        return stated.baselines
    said = map(KnownBaseline.from_sentence, analysis.baselines)
    return (*stated.baselines, *said)


def _stated_parts(element: Element, lang: str) -> StatedParts:
    if isinstance(element, Target):
        figures = StatedFigures(element, lang)
        return StatedParts(
            figures.values(),
            figures.deadlines(),
            figures.baselines(),
            figures.sources(),
        )
    sources = (
        KnownSource(source, PartOrigin(source, field="source"))
        for source in element.sources
    )
    return StatedParts(sources=tuple(sources))


def _deadlines_in_heading(element: Element) -> tuple[KnownDeadline, ...]:
    """``Streefwaarde 2030``: a column of targets has the year of all of them in its heading.

    Met in the table of a water authority. In a longer heading the year may be that of a document:
    ``Doelen uit het coalitieakkoord 2026``.
    """
    if not isinstance(element, Target):
        return ()
    for place in element.places:
        heading = place.heading or ""
        years = _YEAR.findall(heading)
        if len(years) == 1 and len(heading.split()) <= _MOST_HEADING_WORDS:
            origin = PartOrigin(heading, field="year", places=(place,))
            return (KnownDeadline(years[0], "year", origin),)
    return ()


def _known_verdicts(
    analysis: TargetAnalysis, stated: StatedParts, indicator: str | None
) -> dict[str, KnownVerdict]:
    """The verdicts on the sentence, bettered by what the fields add to it."""
    verdicts = {
        letter: _known_verdict(verdict)
        for letter, verdict in analysis.verdicts.items()
    }
    for value in stated.values[:1]:
        verdicts["M"] = KnownVerdict("yes", value.origin)
        if indicator or _lacks_only_result(analysis):
            # a named indicator or group with a number is definite
            verdicts["S"] = KnownVerdict("yes", value.origin)
        verdicts["R"] = _realistic_verdict(value, verdicts["R"])
    for deadline in stated.deadlines[:1]:
        verdict = "yes" if deadline.kind in CALENDAR_KINDS else "partial"
        verdicts["T"] = KnownVerdict(verdict, deadline.origin)
    for baseline in stated.baselines:
        if baseline.value is not None:
            verdicts["R"] = KnownVerdict("supported", baseline.origin)
    return verdicts


def _lacks_only_result(analysis: TargetAnalysis) -> bool:
    """The sentence names a definite group, and no result at all: ``Sportdeelname jeugd``."""
    verdict = analysis.verdicts["S"]
    return (
        verdict.verdict == "partial"
        and verdict.span is not None
        and verdict.span == analysis.subject
        and analysis.verdicts["M"].verdict == "no"
        and analysis.direction in ("none", "improve")
    )


def _known_verdict(verdict: SmartVerdict) -> KnownVerdict:
    origin = _origin_of(verdict.span)
    return KnownVerdict(verdict.verdict or "unknown", origin)


def _origin_of(span: TextSpan | None) -> PartOrigin | None:
    return PartOrigin(span.words, span) if span else None


def _realistic_verdict(
    value: KnownValue, verdict: KnownVerdict
) -> KnownVerdict:
    """The verdict when a field says the value: the sentence may doubt a number it replaces."""
    if verdict.verdict == "doubtful":
        verdict = KnownVerdict("unknown", None)
    is_all = value.unit == "%" and value.kind == "level" and value.value == 100
    if (is_all or value.value == 0) and verdict.verdict == "unknown":
        return verdict._replace(verdict="doubtful", origin=value.origin)
    return verdict


def years_in(norm: str) -> tuple[int, int]:
    """The first and the last year of a calendar time.

    Example:
        >>> years_in("2028"), years_in("2027-Q3"), years_in("2024/2026")
        ((2028, 2028), (2027, 2027), (2024, 2026))
    """
    first, _, last = norm.partition("/")
    year = int(first[:4])
    return year, int(last[:4]) if last[:4].isdigit() else year
