"""CSV for Excel: the table of goals, targets and efforts, every row complete, to sort and filter; dinet reads it back.

A row is one effort for one target of one goal. “–” means that the network has nothing there.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import product

from dinet.layout.style.profile import Profile

from dinet.finding import Finding
from dinet.model import Element, Kind
from dinet.network import Network
from dinet.wording.labels import KIND_WORDS, capital, speaker
from dinet.writers.page.table import DinTable, Group

NOTHING = "–"
_CODE = re.compile(r"[DSITBVRP]\d{1,3}(?:\.\d{1,2}){0,3}")
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_RUNGS: tuple[Kind, ...] = ("goal", "benefit", "target", "capability", "result")
_EFFORT: dict[str, Callable[[Element], str]] = {
    "Owner": lambda effort: ", ".join(effort.owners) or effort.vacant or "",
    "Partners": lambda effort: ", ".join(effort.partners),
    "Phase": lambda effort: effort.phase or "",
    "Period": lambda effort: effort.period or "",
    "Budget": lambda effort: effort.budget or "",
    "Status": lambda effort: effort.status or "",
    "Remark": lambda effort: effort.remark or "",
}
"""What is told of an effort, by the heading of its column."""

_BLANK = dict.fromkeys(("Source", *_EFFORT), "")

Record = dict[str, str]


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The table, as Dutch and English Excel open it by a double click: semicolons, UTF-8 with its mark, CRLF.

    Args:
        network: Every element stands in at least one row.
        findings: Not written.
        profile: ``lang`` is the language of the headings.

    Returns:
        The headings alone for an empty programme. A cell that a spreadsheet would take for a
        formula begins with ``'``.
    """
    say = speaker(profile.lang)
    records = list(_Records(network).all())
    names = [
        name
        for name in _headings()
        if name in _ALWAYS or any(each.get(name) for each in records)
    ]
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([capital(say(name)) for name in names])
    rows.writerows(
        [guarded(each.get(name) or _BLANK.get(name, NOTHING)) for name in names]
        for each in records
    )
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    Example:
        >>> guarded("=1+1"), guarded("1+1")
        ("'=1+1", '1+1')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _heading(kind: Kind) -> str:
    return (
        "Deliverable" if kind == "result" else KIND_WORDS[kind][0]
    )  # as a heading, “resultaat” means a target


def _headings() -> list[str]:
    return [
        _heading("theme"),
        *map(_heading, _RUNGS),
        "Source",
        _heading("effort"),
        *_EFFORT,
        _heading("programme"),
    ]


_ALWAYS = {_heading("goal"), _heading("target"), _heading("effort")}


def _words(element: Element) -> str:
    """The code and the words of an element; an id that is no code is left out, because no reader could tell it from words."""
    text = " ".join(element.text.split())
    return f"{element.id}: {text}" if _CODE.fullmatch(element.id) else text


class _Records:
    def __init__(self, network: Network) -> None:
        self.table = DinTable(network)

    def all(self) -> Iterator[Record]:
        for section in self.table.sections:
            start: Record = (
                {_heading("theme"): _words(section.theme)} if section.theme else {}
            )
            if not section.groups:
                yield start
            for group in section.groups:
                yield from self._of_group(group, start)

    def _of_group(self, group: Group, start: Record) -> Iterator[Record]:
        goal: Record = {_heading("goal"): _words(group.goal)} if group.goal else {}
        for row in group.rows:
            for between, effort in product(
                row.between or (None,), row.efforts or (None,)
            ):
                yield start | goal | _between(between) | self._of_effort(effort)

    def _of_effort(self, effort: Element | None) -> Record:
        if effort is None:
            return {}
        parts = self.table.parts.get(effort.id, ())
        lines = (
            [f"• {_words(effort)}", *(f"- {_words(part)}" for part in parts)]
            if parts
            else [_words(effort)]
        )
        return {
            _heading("effort"): "\n".join(lines),
            **{name: " ".join(said(effort).split()) for name, said in _EFFORT.items()},
        }


def _between(element: Element | None) -> Record:
    if element is None:
        return {}
    sources = {"Source": "; ".join(element.sources)} if element.kind == "target" else {}
    return {_heading(element.kind): _words(element), **sources}


DUTCH = {
    (
        "CSV for Excel: the table of goals, targets and efforts, every row complete, "
        "to sort and filter; dinet reads it back."
    ): (
        "CSV voor Excel: de tabel van doelen, SMART-doelen en inspanningen met "
        "volledige rijen, om te sorteren en te filteren; dinet leest het terug."
    ),
}
