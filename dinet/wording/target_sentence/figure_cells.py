"""Figures in rows: ``rekening 2024 81% | begroting 2026 85% | streefwaarde 2028: 90%``.

Rows of indicator tables reach dinet as one line, with bars, dashes, commas or semicolons between
the cells. Such a cell holds one number, at most one year, and words that say whether the number
was measured or is aimed at. It has no verb that could tell.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dinet.wording.target_sentence.quantities import Quantity
from dinet.wording.target_sentence.target_text import TargetText
from dinet.wording.target_sentence.times import TimeExpression
from dinet.wording.target_sentence.tokens import NUMBER

MEASURED, PLANNED = "row.measured", "row.planned"
"""The lists of words that head a cell."""
_TOLD = "row.told"
"""Words that say so only beside a cell that is planned: "resultaat 2024 81%"."""
_LETTERS = (f"{MEASURED}_letters", f"{PLANNED}_letters")
"""The lists of letters that stand for the words."""
_SEPARATORS = frozenset("|;,→")
_MAY_SEPARATE = _SEPARATORS | frozenset("-:()[].")
"""Every sign between two cells, and those that only sometimes are."""
_INNER_SIGNS = frozenset("():=*+[]")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A cell of a row.

    Args:
        first: Its first token.
        end: Behind its last token.
        label: ``MEASURED``, ``PLANNED``, ``_TOLD``, or empty when no word says which.
        quantity: Its number.
        time: Its year; None when there is none.
        is_arrowed: An arrow stands behind it.
    """

    first: int
    end: int
    label: str
    quantity: Quantity
    time: TimeExpression | None
    is_arrowed: bool

    @property
    def year(self) -> int:
        """The year in which the time of the cell ends; 0 when it has none."""
        return self.time.last_year if self.time else 0


def mark_figure_cells(
    text: TargetText, times: list[TimeExpression], quantities: list[Quantity]
) -> None:
    """Give the numbers and years in cells their roles, by labels or the order of the years."""
    if not _may_have_cells(text, times):
        return  # as of most texts
    cells = list(_find_cells(text, times, quantities))
    _mark_labelled(cells)
    plain = [cell for cell in cells if not cell.label and cell.time]
    for cell in _earlier_than_before(text, plain, times):
        _give_role(cell, is_start=True)
    if _begins_with_start(text, plain) and len(plain) == len(cells):
        _give_role(plain[0], is_start=True)


def _may_have_cells(text: TargetText, times: list[TimeExpression]) -> bool:
    """Something tells measured from planned: a label, an arrow, or a year behind a later one.

    ``_TOLD`` alone does not: those words say so beside a cell that is planned.
    """
    return (
        text.has_any(MEASURED, PLANNED)
        or "→" in text.lows
        or _looks_back_at_year(text, times)
        or _has_lettered_number(text)
    )


def _looks_back_at_year(text: TargetText, times: list[TimeExpression]) -> bool:
    latest = 0
    for time in filter(_is_calendar, times):
        if time.last_year < latest and _heads_cell(text, time):
            return True
        latest = max(latest, time.last_year)
    return False


def _is_calendar(time: TimeExpression) -> bool:
    return time.is_calendar


def _has_lettered_number(text: TargetText) -> bool:
    """``R 2023 81%``: a letter stands for a label."""
    if not any(map(text.has_word, _LETTERS)):  # as in most texts
        return False
    return any(
        token.kind == NUMBER and text.word_in(index - 1, *_LETTERS)
        for index, token in enumerate(text.tokens)
    )


def _mark_labelled(cells: list[FigureCell]) -> None:
    is_planned = any(cell.label == PLANNED for cell in cells)
    for cell in cells:
        is_sure = cell.label in (MEASURED, PLANNED)
        if is_sure or (cell.label and is_planned):
            _give_role(cell, is_start=cell.label != PLANNED)


def _give_role(cell: FigureCell, *, is_start: bool) -> None:
    if not cell.quantity.role:
        cell.quantity.role = "baseline" if is_start else "target"
    if cell.time and not cell.time.role:
        cell.time.role = "baseline" if is_start else "deadline"


def _heads_cell(text: TargetText, time: TimeExpression | None) -> bool:
    """A year without a preposition, or before a colon: ``In 2023: 2,9``."""
    if time is None:
        return False
    return time.first == time.core or text.low_at(time.end) == ":"


def _earlier_than_before(
    text: TargetText, cells: list[FigureCell], times: list[TimeExpression]
) -> Iterator[FigureCell]:
    """``2026/2027: 92%; 2021/2022: 85%``: a year behind a later one looks back."""
    for cell in cells:
        before = [
            time.last_year
            for time in times
            if time.is_calendar
            and time.core < cell.first
            and time.role in ("", "deadline")
        ]
        # "in 2027 30%" behind 2030 is a milestone: a preposition says when it has to be
        if before and _heads_cell(text, cell.time) and cell.year < max(before):
            yield cell


def _begins_with_start(text: TargetText, cells: list[FigureCell]) -> bool:
    """``7,8% (2023) → 6% (2026)``: what an arrow leads from, unless a word says it is planned."""
    if len(cells) < 2 or not cells[0].is_arrowed:
        return False
    if text.holds(PLANNED, 0, text.count):
        return False
    return cells[1].year > cells[0].year


# --- where cells begin and end --------------------------------------------------


def _find_cells(
    text: TargetText, times: list[TimeExpression], quantities: list[Quantity]
) -> Iterator[FigureCell]:
    places_of_numbers = {quantity.first for quantity in quantities}
    for first, end in _split_segments(text, places_of_numbers):
        places = range(first, end)
        own = [number for number in quantities if number.first in places]
        if len(own) != 1:
            continue
        named = [time for time in times if time.core in places]
        cell = _cell_of(text, places, own[0], named)
        if cell:
            yield cell


def _cell_of(
    text: TargetText,
    places: range,
    quantity: Quantity,
    times: list[TimeExpression],
) -> FigureCell | None:
    """The cell in a stretch with one number; None when it has other words, or tells nothing."""
    if quantity.form == "universal":
        return None
    years = [time for time in times if time.is_calendar]
    covered = _covered_tokens(times, quantity)
    label = _label_of(text, places.start, places.stop, covered)
    if label is None or len(years) > 1 or not (label or years):
        return None
    return FigureCell(
        places.start,
        places.stop,
        label,
        quantity,
        years[0] if years else None,
        is_arrowed=text.low_at(places.stop) == "→",
    )


def _split_segments(
    text: TargetText, numbers: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The stretches between separators; brackets with a number in them are one of their own."""
    first = 0
    sentences = text.sentences
    for index, low in enumerate(text.lows):
        if index > first and sentences[index - 1] != sentences[index]:
            yield first, index
            first = index
        may_separate = low in _MAY_SEPARATE  # as few tokens
        if may_separate and _is_separator(text, first, index, numbers):
            if index > first:
                yield first, index
            first = index + 1
    if first < text.count:
        yield first, text.count


def _is_separator(
    text: TargetText, first: int, index: int, numbers: Collection[int]
) -> bool:
    low = text.lows[index]
    if low in _SEPARATORS or text.is_dash(index):
        return True
    if low == ":":
        return _is_heading(text, first, index)
    if low in ("(", ")", "[", "]"):
        return _holds_number(text, index, numbers)
    is_last = index + 1 == text.count
    return low == "." and (is_last or not text.same_sentence(index, index + 1))


def _is_heading(text: TargetText, first: int, index: int) -> bool:
    """What stands before a colon is no label or year, so that the cell begins behind it."""
    return (
        _label_of(text, first, index, _claimed_places(text, first, index))
        is None
    )


def _claimed_places(text: TargetText, first: int, end: int) -> set[int]:
    return {place for place in range(first, end) if text.claims[place]}


def _holds_number(
    text: TargetText, index: int, numbers: Collection[int]
) -> bool:
    """A number stands within the brackets of which one is at a place."""
    depth = text.depths[index]
    step = 1 if text.lows[index] in ("(", "[") else -1
    place = index + step
    while 0 <= place < text.count and text.depths[place] >= depth:
        if place in numbers:
            return True
        if text.lows[place] in ("(", ")", "[", "]"):
            break
        place += step
    return False


def _covered_tokens(
    times: list[TimeExpression], quantity: Quantity
) -> set[int]:
    covered = set(range(quantity.bound, quantity.unit_end))
    for time in times:
        covered |= set(range(time.first, time.end))
    return covered


# --- what heads a cell -----------------------------------------------------------


def _label_of(
    text: TargetText, first: int, end: int, covered: set[int]
) -> str | None:
    """The list of the label in a stretch, empty for none; None when it has other words too."""
    label = ""
    index = first
    while index < end:
        if index in covered:
            index += 1
            continue
        found = _label_at(text, index)
        if found:
            label = label or found[0]
            index = found[1]
        elif _is_between(text, index):
            index += 1
        else:
            return None
    return label


def _label_at(text: TargetText, index: int) -> tuple[str, int] | None:
    for name in (MEASURED, PLANNED, _TOLD):
        end = text.phrase_end(index, name)
        if end is not None:
            return name, end
        # "R 2023 81%": a letter only right before its year
        is_letter = name != _TOLD and text.word_in(index, f"{name}_letters")
        if is_letter and text.is_number(index + 1):
            return name, index + 1
    return None


def _is_between(text: TargetText, index: int) -> bool:
    """A sign or a word that changes nothing about its number."""
    return text.lows[index] in _INNER_SIGNS or text.word_in(
        index, "number_fillers.any", "time.before", "subject.article"
    )
