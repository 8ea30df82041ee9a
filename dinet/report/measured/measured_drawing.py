"""The small line beside a target: its figures, the value aimed at as a tick, the course dashed.

Drawn as SVG by hand; without script, style or colour of its own, so that it reads in grey and a
page may hold many.
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dinet.measurements.aimed_value import AimedValue
from dinet.measurements.target_status import TargetStatus

_WIDTH, _HEIGHT = 180, 56
"""In units of the drawing: three to one, so that a row of a table holds one."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 172, 10, 40
"""Where the line may run: years stand under it."""
_YEARS_AT = 53
_DOT, _TICK = 2.4, 7
"""Half the size of a figure and of the tick of the target."""
_LETTER = 9
"""Size of the years: 6.5 points where the drawing is four centimetres wide."""


class DrawnLine(NamedTuple):
    """The scales of one drawing.

    Args:
        first: The first year.
        last: The last year.
        low: The lowest number.
        high: The highest number.
    """

    first: int
    last: int
    low: float
    high: float

    def place_year(self, year: int) -> float:
        """Where a year stands."""
        if self.last == self.first:
            return (_LEFT + _RIGHT) / 2
        share = (year - self.first) / (self.last - self.first)
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def place_number(self, number: float) -> float:
        """Where a number stands; the highest at the top."""
        if self.high == self.low:
            return (_TOP + _BOTTOM) / 2
        share = (number - self.low) / (self.high - self.low)
        return round(_BOTTOM - share * (_BOTTOM - _TOP), 1)


def small_line(status: TargetStatus, label: str) -> str:
    """The drawing of one target; empty when there is nothing to draw.

    Args:
        status: Of the target.
        label: Says the same in words, for who does not see it.
    """
    if not status.points:
        return ""
    scale = _scale_of(status)
    parts = [
        *_draw_course(status, scale),
        *_measured_line(status, scale),
        *_target_tick(status.aimed, scale),
        *_draw_years(scale),
    ]
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f"aria-label={quoteattr(label)}>{''.join(parts)}</svg>"
    )


def _scale_of(status: TargetStatus) -> DrawnLine:
    years = [point.year for point in status.points]
    numbers = [float(point.number) for point in status.points]
    aimed = status.aimed
    if aimed:
        numbers.append(float(aimed.number))
        years += [year for year in (aimed.year, aimed.start_year) if year]
        if aimed.start is not None:
            numbers.append(float(aimed.start))
    return DrawnLine(min(years), max(years), min(numbers), max(numbers))


def _draw_course(status: TargetStatus, scale: DrawnLine) -> Iterator[str]:
    """From the start to the target, dashed: the course that is needed."""
    aimed = status.aimed
    if aimed is None or aimed.year is None:
        return
    year, number = status.points[0].year, float(status.points[0].number)
    if aimed.start is not None and aimed.start_year is not None:
        year, number = aimed.start_year, float(aimed.start)
    if year < aimed.year:
        start = f"{scale.place_year(year)} {scale.place_number(number)}"
        end = f"{scale.place_year(aimed.year)} {scale.place_number(float(aimed.number))}"
        yield (
            f'<path d="M{start}L{end}" fill="none" stroke="currentColor" '
            'stroke-width="1" stroke-dasharray="4 3" opacity=".7"/>'
        )


def _measured_line(status: TargetStatus, scale: DrawnLine) -> Iterator[str]:
    """The figures joined; a provisional one is an open dot."""
    spots = [
        (scale.place_year(point.year), scale.place_number(float(point.number)))
        for point in status.points
    ]
    path = "L".join(f"{across} {down}" for across, down in spots)
    yield (
        f'<path d="M{path}" fill="none" stroke="currentColor" '
        'stroke-width="1.8"/>'
    )
    for point, (across, down) in zip(status.points, spots, strict=True):
        fill = "Canvas" if point.is_provisional else "currentColor"
        yield (
            f'<circle cx="{across}" cy="{down}" r="{_DOT}" fill="{fill}" '
            'stroke="currentColor" stroke-width="1.2"/>'
        )


def _target_tick(aimed: AimedValue | None, scale: DrawnLine) -> Iterator[str]:
    """The value aimed at: a thick stroke at its year."""
    if aimed is None:
        return
    across = scale.place_year(aimed.year or scale.last)
    down = scale.place_number(float(aimed.number))
    yield (
        f'<path d="M{across - _TICK} {down}h{2 * _TICK}" '
        'stroke="currentColor" stroke-width="3.4"/>'
    )


def _draw_years(scale: DrawnLine) -> Iterator[str]:
    yield _year_text(scale.first, "start", _LEFT - _DOT)
    if scale.last != scale.first:
        yield _year_text(scale.last, "end", _RIGHT + _TICK)


def _year_text(year: int, anchor: str, across: float) -> str:
    return (
        f'<text x="{across}" y="{_YEARS_AT}" font-size="{_LETTER}" '
        f'text-anchor="{anchor}" fill="currentColor">{year}</text>'
    )
