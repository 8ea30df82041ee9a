"""The number that a cell shows, its marks, and what is no figure."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from dinet.measurements.word_lists import is_listed
from dinet.wording.numbers import NUMBER_PATTERN, parse_number

_FIGURE = re.compile(
    rf"(?:€\s*)?(?P<sign>[-−–+])?\s*(?P<number>{NUMBER_PATTERN}|[.,]\d+)\s*"
    r"(?P<unit>%|‰|€)?\s*(?P<mark>\*{1,3}|[¹²³⁴†‡])?\s*"
    r"(?:(?:±|\+/-)\s*(?P<margin>[\d.,]+)\s*(?:%|pp)?)?"
)
_DECIMAL_COMMA = re.compile(r"\d,\d{1,2}(?!\d)|\d\.\d{3},\d|\d,\d{4,}")
_DECIMAL_POINT = re.compile(r"\d\.\d{1,2}(?!\d)|\d,\d{3}\.\d|\d\.\d{4,}")


class CellFigure(NamedTuple):
    """What a cell of a file says.

    Args:
        text: As it stands there.
        number: None where there is no figure: blank, suppressed, unknown, or other words.
        unit: ``%`` behind the number; empty when nothing stands there.
        mark: A star or a number of a note behind it.
        margin: What stands behind ``±``.
    """

    text: str
    number: Decimal | None
    unit: str = ""
    mark: str = ""
    margin: str = ""


def parse_figure(text: str, notation: str) -> CellFigure | None:
    """What a cell says; None when it is neither a figure nor a sign that there is none.

    Args:
        text: Of the cell.
        notation: ``nl`` when the file has a decimal comma, else ``en``.

    Example:
        >>> parse_figure("1.420", "nl").number, parse_figure("11.0", "en").number
        (Decimal('1420'), Decimal('11.0'))
        >>> parse_figure("80*", "nl").mark, parse_figure("x", "nl").number
        ('*', None)
        >>> parse_figure("Hoogeveen", "nl")
    """
    text = " ".join(text.split())
    if not text or is_listed(text, "cells.missing"):
        return CellFigure(text, None)
    if text[0] in "<>≤≥" and text[1:].strip().isdigit():
        # "<5": too few to tell, which is a bound and no figure
        return CellFigure(text, None)
    found = _FIGURE.fullmatch(text)
    if not found:
        return None
    number = _number_of(found, notation)
    if number is None:
        return None
    unit, mark = found["unit"] or "", found["mark"] or ""
    return CellFigure(text, number, unit, mark, found["margin"] or "")


def _number_of(found: re.Match[str], notation: str) -> Decimal | None:
    written = found["number"]
    number = parse_number(written.lstrip(".,"), notation)
    if written[0] in ".,":
        number = Decimal(f"0.{written[1:]}")
    is_below = found["sign"] in ("-", "−", "–")
    return -number if number is not None and is_below else number


def notation_of(texts: Iterable[str]) -> str:
    """How a file writes decimals: ``nl`` with a comma, ``en`` with a point.

    One file has one notation: beside ``12,4`` a number such as ``1.420`` has a thousand. Where
    nothing tells, it is that of Dutch files.

    Example:
        >>> notation_of(["1420", "12.4"]), notation_of(["1.420", "12,4"]), notation_of(["1.420"])
        ('en', 'nl', 'nl')
    """
    figures = [text for text in texts if _FIGURE.fullmatch(text.strip())]
    commas = sum(bool(_DECIMAL_COMMA.search(text)) for text in figures)
    points = sum(bool(_DECIMAL_POINT.search(text)) for text in figures)
    return "en" if points > commas else "nl"
