"""What the cells of a sheet hold: texts with their letters, and numbers, dates and answers as the sheet shows them."""

import math
import re
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.content import Span
from dinet.readers.excel.styles import CellLook, is_on, is_small, is_white
from dinet.readers.shared.spreadsheets.number_formats import format_number, shows_text
from dinet.readers.shared.xml import attribute_of, find_child, local_name

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?")
_TRUTH = {"0": "ONWAAR", "1": "WAAR", "false": "ONWAAR", "true": "WAAR"}
_FIRST_DAY = date(1899, 12, 30)


class TextRun(NamedTuple):
    """A piece of text, and how its letters look; ``white`` is None where it does not say its colour."""

    text: str
    italic: bool = False
    bold: bool = False
    white: bool | None = None
    small: bool | None = None


def read_runs(text: Element) -> tuple[TextRun, ...]:
    """The pieces of a text, in order; how it is pronounced is left out."""
    found: list[TextRun] = []
    for each in text:
        if local_name(each) == "t":
            found.append(TextRun(_unescaped_text(each)))
        elif local_name(each) == "r":
            properties = find_child(each, "rPr")
            words = "".join(
                _unescaped_text(part) for part in each if local_name(part) == "t"
            )
            found.append(
                TextRun(
                    words,
                    is_on(properties, "i"),
                    is_on(properties, "b"),
                    *_run_look(properties),
                )
            )
    return tuple(found)


def _run_look(properties: Element | None) -> tuple[bool | None, bool | None]:
    white = (
        is_white(properties) if find_child(properties, "color") is not None else None
    )
    return white, is_small(properties) if find_child(
        properties, "sz"
    ) is not None else None


def _unescaped_text(text: Element) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text.text or "").replace(
        "\r\n", "\n"
    )


def _look_of_run(run: TextRun, look: CellLook) -> CellLook:
    """How the letters of a run look in a cell that looks so."""
    white = look.white if run.white is None else run.white
    return look._replace(
        white=white, small=look.small if run.small is None else run.small
    )


class CellValues:
    """What cells hold, by the texts that the workbook shares.

    Args:
        strings: Those texts.
        since_1904: How the workbook counts its days.
    """

    def __init__(self, strings: list[tuple[TextRun, ...]], *, since_1904: bool) -> None:
        self.strings = strings
        self.since_1904 = since_1904

    def shown_spans(
        self, cell: Element, look: CellLook, *, coloured: bool
    ) -> tuple[tuple[Span, ...], bool]:
        """What a cell shows, in pieces that have the same letters, and whether there is more that nobody sees.

        Args:
            cell: The cell.
            look: How it looks.
            coloured: There may be a colour behind it that it does not have itself.

        Raises:
            IndexError: It refers to a text that is not there.
        """
        found = self._runs_of_cell(cell, look)
        ground = look._replace(plain=look.plain and not coloured)
        seen = [run for run in found if _look_of_run(run, ground).is_seen]
        unseen = any(run.text.strip() for run in found) and len(seen) < len(found)
        return tuple(
            Span(run.text, run.italic or look.italic, run.bold or look.bold)
            for run in seen
        ), unseen

    def _runs_of_cell(self, cell: Element, look: CellLook) -> tuple[TextRun, ...]:
        kind = attribute_of(cell, "t") or "n"
        within, value = find_child(cell, "is"), find_child(cell, "v")
        text = _unescaped_text(value) if value is not None else ""
        if within is not None and (kind == "inlineStr" or value is None):
            found = read_runs(within)
        elif kind == "s" and text:
            found = self._shared_runs(text)
        else:
            return (
                TextRun(
                    self._shown_text(
                        kind,
                        text if kind in ("str", "inlineStr") else text.strip(),
                        look.code,
                    )
                ),
            )
        return found if shows_text(look.code) else ()

    def _shared_runs(self, text: str) -> tuple[TextRun, ...]:
        if not text.strip().isdecimal():
            raise IndexError(text)
        return self.strings[int(text)]

    def _shown_text(self, kind: str, text: str, code: str) -> str:
        if kind == "b":
            return _TRUTH.get(text.casefold(), text)
        if kind == "d":
            return self._shown_date(text, code)
        if kind != "n" or not _NUMBER.fullmatch(text):
            return text
        value = float(text)
        return (
            format_number(value, code, since_1904=self.since_1904)
            if math.isfinite(value)
            else text
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
        time = ((hours * 60 + minutes) * 60 + seconds) / 86_400
        return format_number(days + time, "d-m-yyyy" if code == "General" else code)
