"""What charts tell, as numbers that can be edited: the coverage by theme, and when efforts run.

Every chart has a sentence that says the same for who cannot see it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.layout.tables.planning import (
    EffortPlanning,
    Planning,
    build_planning,
)
from dinet.layout.text.measure import shorten_at_word
from dinet.model import Theme
from dinet.network import Grade, Network, Tally
from dinet.report.coverage.coverage_report import TallyColumn, tally_columns
from dinet.wording.labels import kind_heading

MOST_BARS = 20
"""So many bars under each other can be read on a slide; more make another chart."""


NAME_ROOM, FEW_NAMES_ROOM = 18, 36
"""In letter sizes: so much of the name of a theme stands beside its bar.

The second holds for few bars: beside these names have three lines.
"""
FEW_BARS = 5
"""So many bars are as far apart as three lines of a name are high."""


class CoverageChart(NamedTuple):
    """How many goals or targets of each theme have which grade.

    Args:
        title: What is counted.
        names: Of the themes; the programme itself where it has none.
        columns: The grades that occur, best first.
        counts: For each grade, how many of each theme have it.
        spoken: All of it in words.
    """

    title: str
    names: tuple[str, ...]
    columns: tuple[TallyColumn, ...]
    counts: tuple[tuple[int, ...], ...]
    spoken: str


class PlannedEffort(NamedTuple):
    """When an effort runs.

    Args:
        code: Its id.
        name: Its id with the beginning of its text.
        start: As a year with what has passed of it: half 2026 is 2026.5.
        years: How long it takes.
        words: Its planning in the words of the document.
    """

    code: str
    name: str
    start: float
    years: float
    words: str


class PlanningChart(NamedTuple):
    """When efforts run.

    Args:
        title: What is shown.
        years: The first and the last year.
        efforts: Those with a date, in the order of the planning; some of many.
        spoken: All of it in words.
    """

    title: str
    years: tuple[int, int]
    efforts: tuple[PlannedEffort, ...]
    spoken: str


def coverage_chart(
    network: Network, lang: str, *, of_goals: bool
) -> CoverageChart | None:
    """The goals or targets of each theme by how well efforts cover them; None of a single bar."""
    name = kind_heading("goal" if of_goals else "target", lang)
    of_kind = _counted_rows(network, name, lang, of_goals=of_goals)
    rows = [(row, tally) for row, tally in of_kind if tally.total]
    if not _tells_something(rows):
        return None
    tallies = [tally for _, tally in rows]
    columns = tally_columns(tallies, lang, of_goals=of_goals)
    counts = [
        tuple(tally.of_grade(column.grade) for tally in tallies)
        for column in columns
    ]
    spoken = "; ".join(_spoken_row(row, tally, columns) for row, tally in rows)
    names = tuple(row for row, _ in rows)
    return CoverageChart(
        name, names, tuple(columns), tuple(counts), f"{name}: {spoken}."
    )


def _counted_rows(
    network: Network, name: str, lang: str, *, of_goals: bool
) -> Iterator[tuple[str, Tally]]:
    """The goals or targets of each theme by grade; all together where there is no theme."""
    coverage = network.coverage()
    few = len(network.themes) <= FEW_BARS
    if not network.themes:
        yield name, coverage.goals if of_goals else coverage.targets
        return
    for row in coverage.themes:
        tally = row.goals if of_goals else row.targets
        room = FEW_NAMES_ROOM if few else NAME_ROOM
        yield _theme_name(row.theme, lang, room), tally


def _tells_something(rows: Sequence[tuple[str, Tally]]) -> bool:
    """Whether there is more to see than one bar in one piece."""
    pieces = [count for _, tally in rows for count in tally if count]
    return len(pieces) > 1


def _theme_name(theme: Theme | None, lang: str, room: float) -> str:
    """The code and the name of a theme; one that has no room ends at a word."""
    if theme is None:
        return translate_words("Without a theme", lang)
    name = f"{theme.id} {theme.title or theme.text}"
    return shorten_at_word(name, room)


def _spoken_row(
    name: str, tally: Tally, columns: Sequence[TallyColumn]
) -> str:
    parts = [
        f"{tally.of_grade(column.grade)} {column.name}" for column in columns
    ]
    return f"{name}: {', '.join(parts)}"


def planning_charts(
    network: Network, lang: str, most: int = MOST_BARS
) -> list[PlanningChart]:
    """When efforts run, in charts of at most so many; none when no effort has a date.

    Args:
        network: The programme.
        lang: The language of our own words.
        most: Of efforts in one chart.
    """
    planning = build_planning(network, short=True)
    if planning.years is None:
        return []
    efforts = list(_planned_efforts(planning, lang))
    parts = -(-len(efforts) // most)
    size = -(-len(efforts) // max(parts, 1))
    title = Sentence(
        "The planning is known of {known} of {total} efforts.",
        known=len(efforts),
        total=len(planning.lines),
    ).in_language(lang)
    charts = []
    for number in range(parts):
        some = tuple(efforts[number * size : (number + 1) * size])
        spoken = "; ".join(f"{each.code}: {each.words}" for each in some)
        charts.append(
            PlanningChart(title, planning.years, some, f"{title} {spoken}.")
        )
    return charts


def _planned_efforts(planning: Planning, lang: str) -> Iterator[PlannedEffort]:
    first_year, last_year = planning.years or (0, 0)
    length = last_year - first_year + 1
    for line in planning.lines:
        if not line.bars:
            continue
        start, end = _whole_span(planning, line)
        yield PlannedEffort(
            line.effort.id,
            shorten_at_word(f"{line.effort.id} {line.text}", NAME_ROOM),
            round(first_year + start * length, 2),
            round((end - start) * length, 2),
            line.words().in_language(lang),
        )


def _whole_span(
    planning: Planning, line: EffortPlanning
) -> tuple[float, float]:
    """From the start of the first bar of an effort to the end of its last."""
    shares = [planning.bar_shares(bar) for bar in line.bars]
    return min(start for start, _ in shares), max(end for _, end in shares)


def grade_pattern(grade: Grade) -> str:
    """Which of three grounds a grade has in a chart: ``full``, ``hatched`` or ``open``.

    So a chart is read in grey too.
    """
    if grade in (Grade.DIRECT, Grade.OWN_TARGET):
        return "full" if grade is Grade.DIRECT else "dense"
    return "open" if grade in (Grade.NONE, Grade.UNKNOWN) else "hatched"
