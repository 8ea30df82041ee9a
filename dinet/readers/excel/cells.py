"""What the cells of a sheet hold: texts with their letters, and numbers, dates and answers as the sheet shows them."""

import math
import re
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.document.content import Span
from dinet.readers.excel.styles import Look, is_on, is_small, is_white
from dinet.readers.shared.spreadsheets.number_formats import shown, shows_text
from dinet.readers.shared.xml import attribute, child, tag

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?")
_TRUTH = {"0": "ONWAAR", "1": "WAAR", "false": "ONWAAR", "true": "WAAR"}
_FIRST_DAY = date(1899, 12, 30)


class Run(NamedTuple):
    """A piece of text, and how its letters look; ``white`` is None where it does not say its colour."""

    text: str
    italic: bool = False
    bold: bool = False
    white: bool | None = None
    small: bool | None = None


def runs(text: Element) -> tuple[Run, ...]:
    """The pieces of a text, in order; how it is pronounced is left out."""
    found: list[Run] = []
    for each in text:
        if tag(each) == "t":
            found.append(Run(_plain(each)))
        elif tag(each) == "r":
            properties = child(each, "rPr")
            words = "".join(_plain(part) for part in each if tag(part) == "t")
            found.append(
                Run(
                    words,
                    is_on(properties, "i"),
                    is_on(properties, "b"),
                    *_ink(properties),
                )
            )
    return tuple(found)


def _ink(properties: Element | None) -> tuple[bool | None, bool | None]:
    white = is_white(properties) if child(properties, "color") is not None else None
    return white, is_small(properties) if child(properties, "sz") is not None else None


def _plain(text: Element) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text.text or "").replace(
        "\r\n", "\n"
    )


def _over(run: Run, look: Look) -> Look:
    """How the letters of a run look in a cell that looks so."""
    white = look.white if run.white is None else run.white
    return look._replace(
        white=white, small=look.small if run.small is None else run.small
    )


class Values:
    """What cells hold, by the texts that the workbook shares.

    Args:
        strings: Those texts.
        since_1904: How the workbook counts its days.
    """

    def __init__(self, strings: list[tuple[Run, ...]], *, since_1904: bool) -> None:
        self.strings = strings
        self.since_1904 = since_1904

    def spans(
        self, cell: Element, look: Look, *, coloured: bool
    ) -> tuple[tuple[Span, ...], bool]:
        """What a cell shows, in pieces that have the same letters, and whether there is more that nobody sees.

        Args:
            cell: The cell.
            look: How it looks.
            coloured: There may be a colour behind it that it does not have itself.

        Raises:
            IndexError: It refers to a text that is not there.
        """
        found = self._runs(cell, look)
        ground = look._replace(plain=look.plain and not coloured)
        seen = [run for run in found if _over(run, ground).seen]
        unseen = any(run.text.strip() for run in found) and len(seen) < len(found)
        return tuple(
            Span(run.text, run.italic or look.italic, run.bold or look.bold)
            for run in seen
        ), unseen

    def _runs(self, cell: Element, look: Look) -> tuple[Run, ...]:
        kind = attribute(cell, "t") or "n"
        within, value = child(cell, "is"), child(cell, "v")
        text = _plain(value) if value is not None else ""
        if within is not None and (kind == "inlineStr" or value is None):
            found = runs(within)
        elif kind == "s" and text:
            found = self._shared(text)
        else:
            return (
                Run(
                    self._said(
                        kind,
                        text if kind in ("str", "inlineStr") else text.strip(),
                        look.code,
                    )
                ),
            )
        return found if shows_text(look.code) else ()

    def _shared(self, text: str) -> tuple[Run, ...]:
        if not text.strip().isdecimal():
            raise IndexError(text)
        return self.strings[int(text)]

    def _said(self, kind: str, text: str, code: str) -> str:
        if kind == "b":
            return _TRUTH.get(text.casefold(), text)
        if kind == "d":
            return self._dated(text, code)
        if kind != "n" or not _NUMBER.fullmatch(text):
            return text
        value = float(text)
        return (
            shown(value, code, since_1904=self.since_1904)
            if math.isfinite(value)
            else text
        )

    def _dated(self, text: str, code: str) -> str:
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
        return shown(days + time, "d-m-yyyy" if code == "General" else code)
