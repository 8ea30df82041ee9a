"""How a target stands by what was measured, with the arithmetic that says so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from dinet.measurements.aimed_value import (
    AimedValue,
    Obstacle,
    find_aimed_value,
)
from dinet.measurements.right_way import right_way
from dinet.measurements.word_lists import is_listed
from dinet.model import Measurement, Target
from dinet.network import Network
from dinet.targets.known_target import KnownTarget, know_targets
from dinet.targets.target_direction import BetterDirection

Status = Literal[
    "reached",
    "not reached",
    "on course",
    "too slow",
    "wrong way",
    "cannot be said",
]
STATUSES: tuple[Status, ...] = (
    "wrong way",
    "too slow",
    "not reached",
    "cannot be said",
    "on course",
    "reached",
)
"""From what asks most attention to what asks least."""
ENOUGH_PACE = Fraction(95, 100)
"""Of the pace still needed: figures are rounded, so a target that just falls short is on course."""
OLD_AFTER = 3
"""Years: monitors come every two years, so an older last figure says little of today."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class MeasuredPoint:
    """The figure of one year.

    Args:
        year: Of a school year the last.
        number: What was measured.
        measurements: All that say so, the first of the files first.
    """

    year: int
    number: Decimal
    measurements: tuple[Measurement, ...]

    @property
    def is_provisional(self) -> bool:
        """A file calls it provisional; exports of OData cannot say so."""
        return any(map(is_provisional, self.measurements))


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a target goes against how fast it has to.

    Args:
        base: Where it started.
        base_year: When.
        is_stated: The target itself says so, and it is not the first figure.
        last: The last figure.
        last_year: Its year.
        so_far: In a year.
        needed: In each year that is left; None when none is left or the target names no year.
    """

    base: Decimal
    base_year: int
    is_stated: bool
    last: Decimal
    last_year: int
    so_far: Fraction
    needed: Fraction | None

    @property
    def share_of_needed(self) -> Fraction | None:
        """What of the pace needed there is; None when nothing is needed."""
        if not self.needed:
            return None
        return self.so_far / self.needed


@dataclass(frozen=True, slots=True)
class TargetStatus:
    """How a target stands.

    Args:
        known: The target.
        status: In one of six words.
        obstacle: Why it cannot be said; empty when it can.
        points: The figures that count, in the order of the years.
        left_out: Measurements without a number, or of after the date of reference.
        clashing: Figures of one year that differ.
        aimed: What the target asks; None when no figure can be held against it.
        way: Which way is better; None when nothing tells.
        pace: None when it takes no pace to say it.
        final_only: How it stands by its final figures alone; None when all are final.
        revised: How it stands by values that were revised later, each with its measurement.
        year_passed: The year of the target lies before the date of reference.
        way_assumed: Nothing tells which way is better, so more is taken to be.
        today: The date of reference; empty when there is none.
    """

    known: KnownTarget
    status: Status
    obstacle: Obstacle | Literal[""] = ""
    points: tuple[MeasuredPoint, ...] = ()
    left_out: tuple[Measurement, ...] = ()
    clashing: tuple[Measurement, ...] = ()
    aimed: AimedValue | None = None
    way: BetterDirection | None = None
    pace: Pace | None = None
    final_only: "TargetStatus | None" = None
    revised: tuple["RevisedStatus", ...] = ()
    year_passed: bool = False
    way_assumed: bool = False
    today: str = ""

    @property
    def measured(self) -> tuple[Measurement, ...]:
        """All that was measured of it, with what has no number too."""
        return realised_of(self.known)

    @property
    def replaced_figures(self) -> tuple[Measurement, ...]:
        """Provisional figures in whose place another file has a final one."""
        told = [one for point in self.points for one in point.measurements]
        told += [*self.left_out, *self.clashing]
        return tuple(one for one in self.measured if one not in told)

    @property
    def last(self) -> MeasuredPoint | None:
        """The last figure; None without any."""
        return self.points[-1] if self.points else None


@dataclass(frozen=True, slots=True)
class RevisedStatus:
    """A value that came in place of that of the document, and how the target stands by it."""

    measurement: Measurement
    status: Status = field(default="cannot be said")


def judge_targets(
    network: Network,
    ways: Mapping[str, BetterDirection] | None = None,
    revisions: Mapping[str, Sequence[Measurement]] | None = None,
) -> tuple[TargetStatus, ...]:
    """How each target stands by its measurements, in the order of the programme.

    The date of reference is that of the programme; there is no clock. Without one a year has
    passed only where its figure is in.

    Args:
        network: Whose targets hold their measurements.
        ways: By the id of a target the better way, where a person said it.
        revisions: Likewise the values that came in place of that of the document.
    """
    today = network.programme.identity.date or ""
    ways, revisions = ways or {}, revisions or {}
    return tuple(
        judge_target(
            known,
            today,
            ways.get(known.element.id),
            revisions.get(known.element.id, ()),
        )
        for known in know_targets(network)
    )


def judge_target(
    known: KnownTarget,
    today: str = "",
    way: BetterDirection | None = None,
    revisions: Sequence[Measurement] = (),
) -> TargetStatus:
    """How one target stands.

    Args:
        known: With its measurements.
        today: The date of reference, ``YYYY-MM-DD``; empty for none.
        way: The better way, where a person said it.
        revisions: The values that came in place of that of the document.

    Example:
        >>> from dinet.targets.known_target import know_target
        >>> figures = [Measurement(kind="realised", year=str(year), text=f"{share}%",
        ...     number=Decimal(share), unit="%") for year, share in ((2023, 70), (2024, 78))]
        >>> target = Target(id="S1", text="In 2026 sport 90%.", measurements=figures)
        >>> judge_target(know_target(target, "nl"), "2025-01-01").status
        'on course'
    """
    judgement = _Judgement(known, today, way)
    judged = judgement.judge_all()
    revised = tuple(
        RevisedStatus(one, judgement.judge_revision(judged, one))
        for one in revisions
    )
    return replace(judged, revised=revised)


class _Judgement:
    """How one target stands, by all its figures or by some of them."""

    def __init__(
        self, known: KnownTarget, today: str, way: BetterDirection | None
    ) -> None:
        self.known = known
        self.today = today
        self.year_now = year_in(today)
        self.stated_way = way

    def judge_all(self) -> TargetStatus:
        """By all figures; and by those that are final, when the last one is not."""
        realised = realised_of(self.known)
        counting = [one for one in realised if self._is_counted(one)]
        left_out = tuple(one for one in realised if one not in counting)
        judged = replace(self.judge_figures(counting), left_out=left_out)
        last = judged.last
        if not last or not last.is_provisional or judged.obstacle:
            return judged
        return replace(
            judged, final_only=self.judge_figures(_final_figures(judged))
        )

    def _is_counted(self, measurement: Measurement) -> bool:
        """It has a number and a year, which does not lie after the date of reference."""
        year = year_in(measurement.year or "")
        if measurement.number is None or year is None:
            return False
        return self.year_now is None or year <= self.year_now

    def judge_figures(
        self, measurements: Sequence[Measurement]
    ) -> TargetStatus:
        """By these figures, all of which count."""
        points, clashing = _points_of(measurements)
        units = list(dict.fromkeys(one.unit or "" for one in measurements))
        by_year = {point.year: point.number for point in points}
        aimed: AimedValue | Obstacle = find_aimed_value(
            self.known, units, by_year
        )
        undecided = self._undecided_status("no figures", points)
        undecided = replace(undecided, clashing=clashing)
        if not measurements:
            return undecided
        if not isinstance(aimed, AimedValue):
            return replace(undecided, obstacle=aimed)
        undecided = replace(undecided, aimed=aimed)
        if clashing:
            return replace(undecided, obstacle="clash")
        return self.judge_points(points, aimed)

    def _undecided_status(
        self, obstacle: Obstacle, points: tuple[MeasuredPoint, ...]
    ) -> TargetStatus:
        return TargetStatus(
            self.known,
            "cannot be said",
            obstacle,
            points,
            today=self.today,
        )

    def judge_points(
        self, points: tuple[MeasuredPoint, ...], aimed: AimedValue
    ) -> TargetStatus:
        """By one figure a year against a number."""
        way = self._way_of(points, aimed)
        is_assumed = way is None and self._assumes_way(points, aimed)
        way = "up" if is_assumed else way
        passed = self._has_passed(aimed, points[-1])
        status = TargetStatus(
            self.known,
            "cannot be said",
            points=points,
            aimed=aimed,
            way=way,
            year_passed=passed,
            way_assumed=is_assumed,
            today=self.today,
        )
        if is_met(points[-1].number, aimed, way):
            return replace(status, status="reached")
        if way is None:
            return replace(status, obstacle="no way")
        if passed:
            return replace(status, status="not reached")
        return self._judge_pace(status, points, aimed, way)

    def _way_of(
        self, points: Sequence[MeasuredPoint], aimed: AimedValue
    ) -> BetterDirection | None:
        if self.stated_way:
            return self.stated_way
        if aimed.is_added_up:
            return "up"
        first = points[0].number if len(points) > 1 else None
        return right_way(
            self.known, aimed.value, aimed.number, aimed.start, first
        )

    @staticmethod
    def _assumes_way(
        points: Sequence[MeasuredPoint], aimed: AimedValue
    ) -> bool:
        """Nothing tells, nor does anything contradict that more is better."""
        return len(points) == 1 or points[0].number == aimed.number

    def _has_passed(self, aimed: AimedValue, last: MeasuredPoint) -> bool:
        if aimed.year is None:
            return False
        is_over = self.year_now is not None and self.year_now > aimed.year
        return is_over or last.year >= aimed.year

    def _judge_pace(
        self,
        status: TargetStatus,
        points: Sequence[MeasuredPoint],
        aimed: AimedValue,
        way: BetterDirection,
    ) -> TargetStatus:
        pace = _pace_of(points, aimed)
        if pace is None:
            return replace(status, obstacle="one figure")
        status = replace(status, pace=pace)
        sign = 1 if way == "up" else -1
        if pace.so_far * sign <= 0:
            return replace(status, status="wrong way")
        if pace.share_of_needed is None:
            return replace(status, obstacle="no year")
        fast_enough = pace.share_of_needed >= ENOUGH_PACE
        return replace(
            status, status="on course" if fast_enough else "too slow"
        )

    def judge_revision(
        self, judged: TargetStatus, revision: Measurement
    ) -> Status:
        """By a value that came in place of that of the document."""
        if not judged.aimed or not judged.points or judged.clashing:
            return "cannot be said"
        if revision.number is None:
            return "cannot be said"
        year = year_in(revision.year or "") or judged.aimed.year
        aimed = replace(
            judged.aimed, number=revision.number, other_end=None, year=year
        )
        return self.judge_points(judged.points, aimed).status


def _final_figures(status: TargetStatus) -> list[Measurement]:
    """The figures that no file calls provisional."""
    return [
        one
        for point in status.points
        for one in point.measurements
        if not point.is_provisional
    ]


def realised_of(known: KnownTarget) -> tuple[Measurement, ...]:
    """What was measured of a target, and is no aim and no forecast."""
    target = known.element
    if not isinstance(target, Target):
        return ()
    return tuple(one for one in target.measurements if one.kind == "realised")


def _points_of(
    measurements: Iterable[Measurement],
) -> tuple[tuple[MeasuredPoint, ...], tuple[Measurement, ...]]:
    """One figure for each year, and the figures of a year that differ.

    A final figure comes in place of a provisional one of the same year.
    """
    by_year: dict[int, list[Measurement]] = defaultdict(list)
    for one in measurements:
        year = year_in(one.year or "")
        if year is not None:
            by_year[year].append(one)
    points: list[MeasuredPoint] = []
    clashing: list[Measurement] = []
    for year, several in sorted(by_year.items()):
        counting = _final_of(several)
        if len({(one.number, one.unit) for one in counting}) > 1:
            clashing += counting
        number = counting[0].number
        if number is not None:
            points.append(MeasuredPoint(year, number, counting))
    return tuple(points), tuple(clashing)


def _final_of(several: Sequence[Measurement]) -> tuple[Measurement, ...]:
    """The final figures among those of one year that differ; else all of them."""
    final = [one for one in several if not is_provisional(one)]
    differ = len({one.number for one in several}) > 1
    return tuple(final if differ and final else several)


def is_met(
    number: Decimal, aimed: AimedValue, way: BetterDirection | None
) -> bool:
    """Whether a figure is at the value aimed at, or beyond it where the way is known."""
    if aimed.other_end is not None:
        return aimed.number <= number <= aimed.other_end
    if aimed.value.comparator in ("gt", "lt"):
        return way is not None and _is_beyond(number, aimed.number, way)
    if number == aimed.number:
        return True
    return way is not None and _is_beyond(number, aimed.number, way)


def _is_beyond(number: Decimal, aimed: Decimal, way: BetterDirection) -> bool:
    return number > aimed if way == "up" else number < aimed


def _pace_of(
    points: Sequence[MeasuredPoint], aimed: AimedValue
) -> Pace | None:
    """The pace from the start to the last figure; None when there is only one of both."""
    last = points[-1]
    base, base_year, is_stated = points[0].number, points[0].year, False
    if aimed.start is not None and aimed.start_year is not None:
        base, base_year, is_stated = aimed.start, aimed.start_year, True
    if last.year <= base_year:
        return None
    so_far = Fraction(last.number - base) / (last.year - base_year)
    needed = None
    if aimed.year is not None and aimed.year > last.year:
        left = aimed.year - last.year
        needed = Fraction(aimed.number - last.number) / left
    return Pace(
        base, base_year, is_stated, last.number, last.year, so_far, needed
    )


def is_provisional(measurement: Measurement) -> bool:
    """Whether a figure is called provisional by its file."""
    return is_listed(measurement.status or "", "cells.provisional")


def year_in(text: str) -> int | None:
    """The last year that a text names.

    Example:
        >>> year_in("2023/2024"), year_in("2025-12-31"), year_in("")
        (2024, 2025, None)
    """
    found = _YEAR.findall(text)
    return int(found[-1]) if found else None
