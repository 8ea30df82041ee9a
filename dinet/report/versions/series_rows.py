"""What a series of versions says, in rows: every output tells these, in this order."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import Sentence
from dinet.model import KINDS, Element, Kind
from dinet.report.versions.changed_words import MarkedPiece, mark_changed_words
from dinet.report.versions.version_sections import change_in_words
from dinet.versions.version_series import (
    AimCover,
    ElementLife,
    LifeYear,
    Turn,
    VersionSeries,
)
from dinet.wording.labels import KIND_NAMES

TURN_NAMES: dict[Turn, Sentence] = {
    "absent": Sentence("does not stand there"),
    "present": Sentence("stands there"),
    "same": Sentence("unchanged"),
    "changed": Sentence("changed"),
    "new": Sentence("new"),
    "back": Sentence("there again"),
    "from_split": Sentence("perhaps from a split"),
    "from_merger": Sentence("perhaps from a merger"),
    "gone": Sentence("no longer there"),
    "split": Sentence("perhaps split"),
    "merged": Sentence("perhaps merged"),
}


class SeriesCell(NamedTuple):
    """An element in one version.

    Args:
        turn: What became of it.
        name: Of the turn.
        element: As it stands there; None when it does not.
        pieces: Its words, those marked that the version before had not; empty when unchanged.
        facts: What changed and what it asks, apart from its words.
        is_doubtful: A person has to look whether it is the same.
    """

    turn: Turn
    name: Sentence
    element: Element | None
    pieces: tuple[MarkedPiece, ...]
    facts: tuple[Sentence | str, ...]
    is_doubtful: bool


class SeriesTable(NamedTuple):
    """The lives of the elements of one kind in which something changed; there is one at least.

    Args:
        kind: Of all of them.
        title: The name of many such elements.
        rows: A cell for each version.
        unchanged: How many more there are that stood in every version as they were.
    """

    kind: Kind
    title: Sentence
    rows: tuple[tuple[SeriesCell, ...], ...]
    unchanged: int


def series_tables(series: VersionSeries) -> Iterator[SeriesTable]:
    """A table for each kind of which an element changed, in the order of kinds."""
    for kind in KINDS:
        lives = [life for life in series.lives if life.kind == kind]
        changed = [life for life in lives if not life.is_constant]
        if changed:
            title = Sentence(KIND_NAMES[kind].many)
            rows = tuple(tuple(cells_of_life(life)) for life in changed)
            yield SeriesTable(kind, title, rows, len(lives) - len(changed))


def cells_of_life(life: ElementLife) -> Iterator[SeriesCell]:
    """A cell for each version."""
    last: Element | None = None
    for year in life.years:
        yield SeriesCell(
            year.turn,
            TURN_NAMES[year.turn],
            year.element,
            _marked_pieces(last, year),
            tuple(_facts_of(year)),
            year.certainty == "likely",
        )
        last = year.element or last


def _marked_pieces(
    last: Element | None, year: LifeYear
) -> tuple[MarkedPiece, ...]:
    element = year.element
    if element is None or year.turn == "same":
        return ()
    if last is None or last.text == element.text:
        return (MarkedPiece(element.text, is_changed=False),)
    return mark_changed_words(last.text, element.text).new


def _facts_of(year: LifeYear) -> Iterator[Sentence | str]:
    if year.asked and year.turn != "same":
        yield " · ".join(year.asked)
    for change in year.changes:
        if change.kind != "reworded":
            yield change_in_words(change)


def changed_covers(series: VersionSeries) -> tuple[AimCover, ...]:
    """The aims of which the number of efforts moved; empty when it did nowhere."""
    return tuple(
        cover for cover in series.aim_covers() if len(set(cover.efforts)) > 1
    )


class CoverTotal(NamedTuple):
    """Of one version: how many of its goals and targets have an effort, of how many."""

    covered: int
    aims: int


def cover_totals(series: VersionSeries) -> tuple[CoverTotal, ...]:
    """One for each version."""
    counts = [cover.efforts for cover in series.aim_covers()]
    return tuple(
        CoverTotal(
            sum(bool(efforts[number]) for efforts in counts),
            sum(efforts[number] is not None for efforts in counts),
        )
        for number in range(len(series.networks))
    )
