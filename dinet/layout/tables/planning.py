"""The planning: which effort is when in which phase, and who does it. Not how that is drawn."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from dinet.language import JoinedSentences, Sentence
from dinet.layout.layered.cards import display_text
from dinet.model import Effort, Element
from dinet.network import Network
from dinet.vocabulary.active_dialect import active_phrases
from dinet.vocabulary.folding import fold_text
from dinet.wording.periods import MONTHS_A_YEAR, MonthRange, parse_period

UNKNOWN_PLANNING = Sentence("planning unknown")
OTHER_FILLS = ("other-1", "other-2", "other-3")
"""The names of fills for phases that the vocabulary does not know."""
GroupHeading: TypeAlias = str | Sentence


class Phase(NamedTuple):
    """A phase as the document calls it, the letter that stands for it, and the name of its fill."""

    words: str
    letter: str
    fill: str


PlanningStep: TypeAlias = tuple[str, Phase | None]
"""A period in the words of the document, and its phase."""


class PlanningBar(NamedTuple):
    """One time of one effort.

    Args:
        span: When; a side that is open goes on beyond the calendar.
        phase: None when the document says when, but not in which phase.
        stated_periods: The periods in the words of the document, the first and the last when there
            are several.
        lane: Bars of one effort at the same time stand in lanes under each other, from 0.
    """

    span: MonthRange
    phase: Phase | None
    stated_periods: tuple[str, ...]
    lane: int = 0

    def words(self) -> Sentence:
        """The phase and the time: ``uitvoering: 2024 K1 – 2024 K3``."""
        when = Sentence("{time}", time=" – ".join(self.stated_periods))
        if not self.phase:
            return when
        phase = Sentence("{phase}", phase=self.phase.words)
        return JoinedSentences(phase, when, glue=": ")


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
        parts = [bar.words() for bar in self.bars]
        parts += [
            Sentence("{remark}", remark=remark) for remark in self.remarks
        ]
        return (
            JoinedSentences(*parts, glue="; ") if parts else UNKNOWN_PLANNING
        )


class PlanningGroup(NamedTuple):
    """Lines under one heading: a theme, or else an owner.

    The last group has the efforts of which no planning is known.
    """

    heading: GroupHeading
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
        first_year, last_year = self.years
        start = first_year * MONTHS_A_YEAR
        month_count = (last_year - first_year + 1) * MONTHS_A_YEAR
        first = start if bar.span.first is None else bar.span.first
        last = (
            start + month_count - 1 if bar.span.last is None else bar.span.last
        )
        return (first - start) / month_count, (last + 1 - start) / month_count


def build_planning(network: Network, *, short: bool = False) -> Planning:
    """The planning of all efforts.

    Args:
        network: The programme.
        short: Titles or first sentences in place of whole texts.
    """
    schedule = _PhaseSchedule(network)
    lines = [
        schedule.plan_effort(effort, short=short) for effort in network.efforts
    ]
    phases = tuple(schedule.phases.values())
    groups = tuple(_group_efforts(network, lines))
    return Planning(_years_of(lines), phases, groups)


def _years_of(lines: Iterable[EffortPlanning]) -> tuple[int, int] | None:
    """The first and the last year in which any bar begins or ends; None without any date."""
    months: list[int] = []
    for line in lines:
        for bar in line.bars:
            months += [month for month in bar.span if month is not None]
    if not months:
        return None
    return min(months) // MONTHS_A_YEAR, max(months) // MONTHS_A_YEAR


class _PhaseSchedule:
    """The phases of a programme, and with these the planning of each effort.

    Attributes:
        phases: By their folded words, in the order in which they occur.
    """

    def __init__(self, network: Network) -> None:
        self.phases: dict[str, Phase] = {}
        for key, words in _phase_words(network).items():
            taken_letters = {phase.letter for phase in self.phases.values()}
            letter = _choose_letter(words, taken_letters)
            self.phases[key] = Phase(words, letter, self._choose_fill(key))

    def _choose_fill(self, key: str) -> str:
        """The fill that belongs to the words of a phase, unless another phase has it already."""
        used_fills = [phase.fill for phase in self.phases.values()]
        usual_fill = _usual_fill(key)
        if usual_fill and usual_fill not in used_fills:
            return usual_fill
        # with more phases than fills, some share one; their letters still tell them apart
        shared_fill = OTHER_FILLS[len(used_fills) % len(OTHER_FILLS)]
        free_fills = (fill for fill in OTHER_FILLS if fill not in used_fills)
        return next(free_fills, shared_fill)

    def plan_effort(self, effort: Effort, *, short: bool) -> EffortPlanning:
        """The planning of one effort: its steps, or else its period and phase."""
        steps = self._steps_of(effort)
        bars, remarks = _read_bars(steps)
        phase = self.phases.get(fold_text(effort.phase or ""))
        if phase and not steps:
            remarks.append(phase.words)
        return EffortPlanning(
            effort,
            display_text(effort, short=short),
            who=", ".join(effort.owners) or effort.vacant or "",
            bars=tuple(_assign_lanes(bars)),
            remarks=tuple(remarks),
        )

    def _steps_of(self, effort: Effort) -> list[PlanningStep]:
        """The periods of an effort in words, each with its phase if that is known."""
        if effort.planning:
            return [
                (step.period, self.phases.get(fold_text(step.phase)))
                for step in effort.planning
            ]
        if effort.period:
            return [
                (effort.period, self.phases.get(fold_text(effort.phase or "")))
            ]
        return []


def _phase_words(network: Network) -> dict[str, str]:
    """The words of each phase as they are first written, by their folded form."""
    words_by_key: dict[str, str] = {}
    for effort in network.efforts:
        phases = [step.phase for step in effort.planning]
        for words in (*phases, effort.phase or ""):
            if words.strip():
                words_by_key.setdefault(
                    fold_text(words), " ".join(words.split())
                )
    return words_by_key


def _usual_fill(key: str) -> str:
    """The fill of the phase that the vocabulary recognises in folded words; empty for none."""
    for fill, words in active_phrases().group_of("phases").items():
        if any(word in key for word in words):
            return fill
    return ""


def _choose_letter(words: str, taken_letters: set[str]) -> str:
    """A letter of the words, or else a number, that no other phase has."""
    letters = [
        sign for sign in words.upper() if sign.isascii() and sign.isalpha()
    ]
    numbers = map(str, range(1, len(taken_letters) + 2))
    signs = (*letters, *numbers)
    return next(sign for sign in signs if sign not in taken_letters)


def _read_bars(
    steps: Iterable[PlanningStep],
) -> tuple[list[PlanningBar], list[str]]:
    """Bars of the periods that can be read, and the other periods in words.

    Periods that follow each other in one phase become one bar: a planning with a column for each
    quarter names a phase of a year four times.
    """
    bars: list[PlanningBar] = []
    remarks: list[str] = []
    for period, phase in steps:
        span = parse_period(period)
        if span is None:
            remarks.append(_describe_step(period, phase))
        elif bars and _continues_bar(bars[-1], span, phase):
            whole = MonthRange(bars[-1].span.first, span.last)
            first_period = bars[-1].stated_periods[0]
            bars[-1] = PlanningBar(whole, phase, (first_period, period))
        else:
            bars.append(PlanningBar(span, phase, (period,)))
    return bars, list(filter(None, remarks))


def _describe_step(period: str, phase: Phase | None) -> str:
    """A period that is no time on a calendar, and its phase: ``straks: uitvoering``."""
    words = [" ".join(period.split()), phase.words if phase else ""]
    return ": ".join(filter(None, words))


def _continues_bar(
    bar: PlanningBar, span: MonthRange, phase: Phase | None
) -> bool:
    """Whether a time begins in the month after a bar, in the same phase."""
    if span.first is None or bar.phase != phase:
        return False
    return bar.span.last == span.first - 1


def _assign_lanes(bars: Sequence[PlanningBar]) -> Iterator[PlanningBar]:
    """Bars with the first lane in which nothing else stands at the same time."""
    lane_ends: list[float] = []
    for bar in sorted(bars, key=lambda bar: _span_bounds(bar.span)):
        first, last = _span_bounds(bar.span)
        free_lanes = (
            lane for lane, end in enumerate(lane_ends) if end < first
        )
        lane = next(free_lanes, len(lane_ends))
        lane_ends[lane : lane + 1] = [last]
        yield bar._replace(lane=lane)


def _span_bounds(span: MonthRange) -> tuple[float, float]:
    """The first and last month of a time; a side that is open is infinitely far away."""
    first = float("-inf") if span.first is None else span.first
    last = float("inf") if span.last is None else span.last
    return first, last


def _group_efforts(
    network: Network, lines: Sequence[EffortPlanning]
) -> Iterator[PlanningGroup]:
    """The lines by theme, or without themes by the owner who is named first.

    What has no theme or owner comes after these, and what is not planned comes last.
    """
    headings = _GroupHeadings(network)
    lines_under: dict[GroupHeading, list[EffortPlanning]] = {
        heading: [] for heading in headings.theme_headings
    }
    unplanned: list[EffortPlanning] = []
    for line in lines:
        if line.known:
            lines_under.setdefault(headings.heading_of(line), []).append(line)
        else:
            unplanned.append(line)
    lines_under[headings.default_heading] = lines_under.pop(
        headings.default_heading, []
    )
    lines_under[UNKNOWN_PLANNING] = unplanned
    for heading, together in lines_under.items():
        if together:
            yield PlanningGroup(heading, tuple(together))


class _GroupHeadings:
    """The headings of groups: themes in their own order, or owners as they come.

    ``default_heading`` is that of efforts that have neither.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.themed = any(
            network.themes_of(effort) for effort in network.efforts
        )
        self.theme_headings = (
            [_theme_heading(theme) for theme in network.themes]
            if self.themed
            else []
        )
        self.default_heading = (
            Sentence("Without a theme")
            if self.themed
            else Sentence("Without an owner")
        )

    def heading_of(self, line: EffortPlanning) -> GroupHeading:
        """The heading of a line: its first theme, or its first owner."""
        if self.themed:
            themes = self.network.themes_of(line.effort)
            return (
                _theme_heading(themes[0]) if themes else self.default_heading
            )
        return next(iter(line.effort.owners), self.default_heading)


def _theme_heading(theme: Element) -> str:
    return f"{theme.id} {display_text(theme, short=True)}"
