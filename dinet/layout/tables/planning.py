"""The planning: which effort is when in which phase, and who does it. Not how that is drawn."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.language import JoinedSentences, Sentence
from dinet.layout.layered.cards import display_text
from dinet.model import Effort, Element
from dinet.network import Network
from dinet.vocabulary.active_dialect import active_phrases
from dinet.vocabulary.folding import fold_text
from dinet.wording.periods import MONTHS_A_YEAR, MonthRange, parse_period

UNKNOWN_PLANNING = Sentence("planning unknown")
OTHER_FILLS = ("other-1", "other-2", "other-3")


class Phase(NamedTuple):
    """A phase as the document calls it, the letter by which it is known, and the name of its fill."""

    words: str
    letter: str
    fill: str


class PlanningBar(NamedTuple):
    """One time of one effort.

    Args:
        span: When; a side that is open goes on beyond the calendar.
        phase: None when the document says when, but not in which phase.
        stated_periods: The periods in the words of the document, the first and the last when there are
            several.
        lane: Bars of one effort at the same time stand in lanes under each other, from 0.
    """

    span: MonthRange
    phase: Phase | None
    stated_periods: tuple[str, ...]
    lane: int = 0

    def words(self) -> Sentence:
        """The phase and the time: ``uitvoering: 2024 K1 – 2024 K3``."""
        when = Sentence("{time}", time=" – ".join(self.stated_periods))
        return (
            JoinedSentences(
                Sentence("{phase}", phase=self.phase.words), when, glue=": "
            )
            if self.phase
            else when
        )


class EffortPlanning(NamedTuple):
    """The planning of one effort.

    Args:
        text: The effort in words, short if that was asked for.
        who: The owners; or the words that stand where they should.
        bars: In the order of the document; empty when no time could be read.
        remarks: What is said of its planning that is no time on a calendar.
    """

    effort: Effort
    text: str
    who: str
    bars: tuple[PlanningBar, ...]
    remarks: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """The document says anything of its planning."""
        return bool(self.bars or self.remarks)

    @property
    def lane_count(self) -> int:
        """How many bars stand under each other; at least one."""
        return max((bar.lane for bar in self.bars), default=0) + 1

    def words(self) -> Sentence:
        """All that is known, in one sentence."""
        said = [
            *(bar.words() for bar in self.bars),
            *(Sentence("{remark}", remark=each) for each in self.remarks),
        ]
        return JoinedSentences(*said, glue="; ") if said else UNKNOWN_PLANNING


class PlanningGroup(NamedTuple):
    """Lines under one heading: a theme, or else an owner; the last group has the efforts of which no planning is known."""

    heading: str | Sentence
    lines: tuple[EffortPlanning, ...]


class Planning(NamedTuple):
    """The planning of a programme.

    Args:
        years: The first and the last year that any bar touches; None when no bar has a date.
        phases: All that occur, in the order in which they do.
        groups: Each effort stands once.
    """

    years: tuple[int, int] | None
    phases: tuple[Phase, ...]
    groups: tuple[PlanningGroup, ...]

    @property
    def lines(self) -> tuple[EffortPlanning, ...]:
        """All lines."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def known(self) -> int:
        """Of how many efforts any planning is known."""
        return sum(line.known for line in self.lines)

    def bar_shares(self, bar: PlanningBar) -> tuple[float, float]:
        """Where on the calendar a bar begins and ends, as shares of its width."""
        if not self.years:
            return 0.0, 1.0
        start, months = (
            self.years[0] * MONTHS_A_YEAR,
            (self.years[1] - self.years[0] + 1) * MONTHS_A_YEAR,
        )
        first = start if bar.span.first is None else bar.span.first
        last = start + months - 1 if bar.span.last is None else bar.span.last
        return (first - start) / months, (last + 1 - start) / months


def build_planning(network: Network, *, short: bool = False) -> Planning:
    """The planning of all efforts.

    Args:
        network: The programme.
        short: Titles or first sentences in place of whole texts.
    """
    schedule = _PhaseSchedule(network)
    lines = [schedule.plan_effort(effort, short=short) for effort in network.efforts]
    months = [
        month
        for line in lines
        for bar in line.bars
        for month in bar.span
        if month is not None
    ]
    years = (
        (min(months) // MONTHS_A_YEAR, max(months) // MONTHS_A_YEAR) if months else None
    )
    return Planning(
        years, tuple(schedule.phases.values()), tuple(_group_efforts(network, lines))
    )


class _PhaseSchedule:
    def __init__(self, network: Network) -> None:
        words: dict[str, str] = {}
        for effort in network.efforts:
            for said in (*(step.phase for step in effort.planning), effort.phase or ""):
                if said.strip():
                    words.setdefault(fold_text(said), " ".join(said.split()))
        self.phases: dict[str, Phase] = {}
        for key, said in words.items():
            taken = {phase.letter for phase in self.phases.values()}
            self.phases[key] = Phase(
                said, _choose_letter(said, taken), self._choose_fill(key)
            )

    def _choose_fill(self, key: str) -> str:
        used = [phase.fill for phase in self.phases.values()]
        fills = active_phrases().group_of("phases").items()
        named = next(
            (fill for fill, words in fills if any(word in key for word in words)), ""
        )
        if named and named not in used:
            return named
        return next(
            (fill for fill in OTHER_FILLS if fill not in used),
            OTHER_FILLS[len(used) % len(OTHER_FILLS)],
        )

    def plan_effort(self, effort: Effort, *, short: bool) -> EffortPlanning:
        """The planning of one effort."""
        who = ", ".join(effort.owners) or effort.vacant or ""
        steps = [
            (step.period, self.phases.get(fold_text(step.phase)))
            for step in effort.planning
        ]
        phase = self.phases.get(fold_text(effort.phase or ""))
        if effort.period and not steps:
            steps = [(effort.period, phase)]
        bars, remarks = _read_bars(steps)
        if phase and not steps:
            remarks.append(phase.words)
        return EffortPlanning(
            effort,
            display_text(effort, short=short),
            who,
            tuple(_assign_lanes(bars)),
            tuple(remarks),
        )


def _choose_letter(words: str, taken: set[str]) -> str:
    """A letter of the words, or else a number, that no other phase has."""
    letters = [each for each in words.upper() if each.isascii() and each.isalpha()]
    numbers = map(str, range(1, len(taken) + 2))
    return next(each for each in (*letters, *numbers) if each not in taken)


def _read_bars(
    steps: Iterable[tuple[str, Phase | None]],
) -> tuple[list[PlanningBar], list[str]]:
    """Bars of the periods that can be read, those that follow each other in one phase as one; and the others in words."""
    bars: list[PlanningBar] = []
    remarks: list[str] = []
    for said, phase in steps:
        when = parse_period(said)
        if when is None:
            remarks.append(
                ": ".join(
                    filter(None, [" ".join(said.split()), phase.words if phase else ""])
                )
            )
        elif (
            bars
            and bars[-1].phase == phase
            and when.first is not None
            and bars[-1].span.last == when.first - 1
        ):
            bars[-1] = PlanningBar(
                MonthRange(bars[-1].span.first, when.last),
                phase,
                (bars[-1].stated_periods[0], said),
            )
        else:
            bars.append(PlanningBar(when, phase, (said,)))
    return bars, [each for each in remarks if each]


def _assign_lanes(bars: Sequence[PlanningBar]) -> Iterator[PlanningBar]:
    """Bars with the first lane in which nothing else stands at the same time."""
    ends: list[float] = []
    for bar in sorted(bars, key=lambda bar: _span_bounds(bar.span)):
        first, last = _span_bounds(bar.span)
        lane = next((at for at, end in enumerate(ends) if end < first), len(ends))
        ends[lane : lane + 1] = [last]
        yield bar._replace(lane=lane)


def _span_bounds(when: MonthRange) -> tuple[float, float]:
    return (
        float("-inf") if when.first is None else when.first,
        float("inf") if when.last is None else when.last,
    )


def _group_efforts(
    network: Network, lines: Sequence[EffortPlanning]
) -> Iterator[PlanningGroup]:
    """The lines by theme; without themes by the owner who is named first; what is not planned comes last."""
    headings = _GroupHeadings(network)
    found: dict[str | Sentence, list[EffortPlanning]] = {
        heading: [] for heading in headings.theme_headings
    }
    for line in (line for line in lines if line.known):
        found.setdefault(headings.heading_of(line), []).append(line)
    nameless = found.pop(headings.default_heading, [])
    yield from (
        PlanningGroup(heading, tuple(together))
        for heading, together in found.items()
        if together
    )
    if nameless:
        yield PlanningGroup(headings.default_heading, tuple(nameless))
    if unknown := tuple(line for line in lines if not line.known):
        yield PlanningGroup(UNKNOWN_PLANNING, unknown)


class _GroupHeadings:
    """The headings of groups: themes in their own order, or owners as they come; and the one of what has neither."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.themed = any(network.themes_of(effort) for effort in network.efforts)
        self.theme_headings = (
            [_theme_heading(theme) for theme in network.themes] if self.themed else []
        )
        self.default_heading = (
            Sentence("Without a theme") if self.themed else Sentence("Without an owner")
        )

    def heading_of(self, line: EffortPlanning) -> str | Sentence:
        """The heading of a line."""
        if self.themed:
            return next(
                map(_theme_heading, self.network.themes_of(line.effort)),
                self.default_heading,
            )
        return next(iter(line.effort.owners), self.default_heading)


def _theme_heading(theme: Element) -> str:
    return f"{theme.id} {display_text(theme, short=True)}"
