"""What the cells of a sheet hold: texts with their letters, numbers, dates and answers.

Numbers, dates and answers are read as the sheet shows them.
"""

import math
import re
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.content import Span
from dinet.readers.excel.styles import CellLook, is_on, is_small, is_white
from dinet.readers.shared.spreadsheets.number_formats import (
    format_number,
    shows_text,
)
from dinet.readers.shared.xml import attribute_of, find_child, local_name

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?")
_TRUTH = {"0": "ONWAAR", "1": "WAAR", "false": "ONWAAR", "true": "WAAR"}
_FIRST_DAY = date(1899, 12, 30)
_SECONDS_A_DAY = 86_400


class TextRun(NamedTuple):
    """A piece of text, and how its letters look.

    ``white`` and ``small`` are None where the piece does not say its colour or its size.
    """

    text: str
    italic: bool = False
    bold: bool = False
    white: bool | None = None
    small: bool | None = None
    struck: bool = False


def read_runs(text: Element) -> tuple[TextRun, ...]:
    """The pieces of a text, in order; how it is pronounced is left out."""
    found: list[TextRun] = []
    for piece in text:
        if local_name(piece) == "t":
            found.append(TextRun(_unescaped_text(piece)))
        elif local_name(piece) == "r":
            found.append(_read_run(piece))
    return tuple(found)


def _read_run(run: Element) -> TextRun:
    properties = find_child(run, "rPr")
    texts = (_unescaped_text(part) for part in run if local_name(part) == "t")
    return TextRun(
        "".join(texts),
        is_on(properties, "i"),
        is_on(properties, "b"),
        *_run_look(properties),
        struck=is_on(properties, "strike"),
    )


def _run_look(properties: Element | None) -> tuple[bool | None, bool | None]:
    """Whether the letters of a run are white, and whether they are small.

    None for what it does not say.
    """
    has_colour = find_child(properties, "color") is not None
    has_size = find_child(properties, "sz") is not None
    white = is_white(properties) if has_colour else None
    return white, is_small(properties) if has_size else None


def _unescaped_text(text: Element) -> str:
    """The words of an element, with the signs for which ``_x000A_`` and the like stand."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text.text or "")
    return plain.replace("\r\n", "\n")


def _look_of_run(run: TextRun, look: CellLook) -> CellLook:
    """How the letters of a run look in a cell that looks so."""
    white = look.white if run.white is None else run.white
    small = look.small if run.small is None else run.small
    return look._replace(white=white, small=small)


class CellValues:
    """What cells hold, by the texts that the workbook shares.

    Args:
        strings: Those texts.
        since_1904: How the workbook counts its days.
    """

    def __init__(
        self, strings: list[tuple[TextRun, ...]], *, since_1904: bool
    ) -> None:
        self.strings = strings
        self.since_1904 = since_1904
        self.lang = "nl"
        """The language in whose notation numbers are shown: that of the texts around them."""

    def shown_spans(
        self, cell: Element, look: CellLook, *, coloured: bool
    ) -> tuple[tuple[Span, ...], bool]:
        """What a cell shows, in pieces that have the same letters.

        Beside it stands whether the cell holds more, that nobody sees.

        Args:
            cell: The cell.
            look: How it looks.
            coloured: There may be a colour behind it that it does not have itself.

        Raises:
            IndexError: It refers to a text that is not there.
        """
        runs = self._runs_of_cell(cell, look)
        ground = look._replace(plain=look.plain and not coloured)
        seen = [run for run in runs if _look_of_run(run, ground).is_seen]
        unseen = any(run.text.strip() for run in runs) and len(seen) < len(
            runs
        )
        spans = tuple(
            Span(
                run.text,
                run.italic or look.italic,
                run.bold or look.bold,
                run.struck or look.struck,
            )
            for run in seen
        )
        return spans, unseen

    def _runs_of_cell(
        self, cell: Element, look: CellLook
    ) -> tuple[TextRun, ...]:
        kind = attribute_of(cell, "t") or "n"
        within, value = find_child(cell, "is"), find_child(cell, "v")
        text = _unescaped_text(value) if value is not None else ""
        if within is not None and (kind == "inlineStr" or value is None):
            runs = read_runs(within)
        elif kind == "s" and text:
            runs = self._shared_runs(text)
        else:
            return (TextRun(self._shown_text(kind, text, look.code)),)
        return runs if shows_text(look.code) else ()

    def _shared_runs(self, text: str) -> tuple[TextRun, ...]:
        if not text.strip().isdecimal():
            raise IndexError(text)
        return self.strings[int(text)]

    def _shown_text(self, kind: str, text: str, code: str) -> str:
        """The value of a cell that is no rich text: answers, dates and numbers by their format."""
        if kind in ("str", "inlineStr"):
            return text
        text = text.strip()
        if kind == "b":
            return _TRUTH.get(text.casefold(), text)
        if kind == "d":
            return self._shown_date(text, code)
        if kind != "n" or not _NUMBER.fullmatch(text):
            return text
        value = float(text)
        if not math.isfinite(value):
            return text
        return format_number(
            value, code, since_1904=self.since_1904, lang=self.lang
        )

    def _shown_date(self, text: str, code: str) -> str:
        found = _DATE.match(text)
        if not found:
            return text
        year, month, day, hours, minutes, seconds = (
            int(part or 0) for part in found.groups()
        )
        try:
            days = (date(year, month, day) - _FIRST_DAY).days
        except ValueError:
            return text
        time = ((hours * 60 + minutes) * 60 + seconds) / _SECONDS_A_DAY
        return format_number(
            days + time, "d-m-yyyy" if code == "General" else code
        )
