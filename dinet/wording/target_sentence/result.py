"""What is found in a target sentence: each part with the place and the words it rests on."""

from typing import Literal, NamedTuple

Comparator = Literal["eq", "ge", "le", "gt", "lt", "approx", "range"]
ValueKind = Literal["level", "change", "diff"]
Direction = Literal["up", "down", "stable", "improve", "mixed", "none"]
DeadlineKind = Literal[
    "year",
    "month",
    "date",
    "quarter",
    "splityear",
    "period",
    "relative",
    "recurring",
    "term",
    "event",
]
WhyNot = Literal["", "empty", "past", "process"]


class TextSpan(NamedTuple):
    """A place in a text.

    Args:
        start: Of the first character, from 0.
        end: Behind the last character.
        words: What stands there, as it stands there.

    Example:
        >>> TextSpan(3, 7, "2028")[:2]
        (3, 7)
    """

    start: int
    end: int
    words: str


class TargetValue(NamedTuple):
    """A number that says when the target is met.

    Args:
        value: In full ("2,4 miljoen" is 2400000); both ends of a range.
        unit: ``%``, ``pp``, ``punten``, ``rapportcijfer``, ``euro``, a physical unit, or the noun
            that is counted; empty for a ratio or an index number.
        comparator: ``eq`` when no word says otherwise.
        kind: ``level`` for an end state, ``change`` for the size of the step, ``diff`` for the
            distance from a yardstick.
        span: The number with its unit, without the words of the comparator.
    """

    value: float | tuple[float, float]
    unit: str
    comparator: Comparator
    kind: ValueKind
    span: TextSpan


class TargetDeadline(NamedTuple):
    """When the target has to be met.

    Args:
        norm: ``2028``, ``2022-07``, ``2027-01-01``, ``2025-Q3``, ``2024/2025``, ``P2Y`` (in two
            years, or every two years), ``this-year``, ``next-year``, ``term`` or ``event``.
        kind: How to read the norm.
        span: The time with its preposition.
    """

    norm: str
    kind: DeadlineKind
    span: TextSpan


class TargetBaseline(NamedTuple):
    """A starting point or yardstick; what the text leaves out is None.

    Args:
        year: ``2019`` or ``2023/2024``.
        value: What was measured then.
        unit: Of the value.
        reference: Of a yardstick that is not the own past: ``Nederlands gemiddelde``.
        span: All of it.
    """

    year: str | None
    value: float | None
    unit: str | None
    reference: str | None
    span: TextSpan


class TargetSource(NamedTuple):
    """Where the figures come from.

    Args:
        name: Without the word ``Bron`` and what follows the name.
        span: Of the name.
    """

    name: str
    span: TextSpan


class SmartVerdict(NamedTuple):
    """One letter of SMART.

    Args:
        verdict: S, M and T: ``yes``, ``partial`` or ``no``. A: ``stated`` or ``unknown``. R:
            ``supported``, ``doubtful`` or ``unknown``. Empty when the text is no target.
        span: The words it rests on; None when it rests on the absence of words.
    """

    verdict: str
    span: TextSpan | None


class TargetAnalysis(NamedTuple):
    """What a text says as a target. Spans are places in ``text``; lists are in its order.

    Args:
        text: As it was given.
        read_to: Behind the last character that was read; less than the length of a long text.
        language: In which it was read.
        is_target: False for a text that only reports the past or the process; then all that
            follows is empty.
        why_not: ``past``, ``process`` or ``empty``; empty for a target.
        values: When the target is met.
        direction: Which way the indicator moves, as far as the text says so.
        direction_spans: The words that say so.
        deadlines: When it has to be met.
        baselines: Where it starts.
        sources: Where the figures come from.
        subject: Who or what is measured, in the shortest continuous words; None: not said.
        vague: The words that leave the target open.
        verdicts: By letter, in the order S, M, A, R, T.
    """

    text: str
    read_to: int
    language: str
    is_target: bool
    why_not: WhyNot
    values: tuple[TargetValue, ...]
    direction: Direction
    direction_spans: tuple[TextSpan, ...]
    deadlines: tuple[TargetDeadline, ...]
    baselines: tuple[TargetBaseline, ...]
    sources: tuple[TargetSource, ...]
    subject: TextSpan | None
    vague: tuple[TextSpan, ...]
    verdicts: dict[str, SmartVerdict]

    @property
    def is_cut(self) -> bool:
        """The text is longer than what was read."""
        return self.read_to < len(self.text)
