"""CSV for Excel: the table of goals, targets and efforts, every row complete, to sort and filter; dinet reads it back.

A row is one effort for one target of one goal. “–” means that the network has nothing there.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import product

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import Element, Kind
from dinet.network import Network
from dinet.wording.labels import KIND_WORDS, capitalise_first, translator_for
from dinet.writers.page.table import DinTable, GoalGroup

EMPTY_CELL = "–"
_ELEMENT_CODE = re.compile(r"[DSITBVRP]\d{1,3}(?:\.\d{1,2}){0,3}")
_FORMULA_START = re.compile(r"[=+\-@\t\r＝＋－＠]")
_COLUMN_KINDS: tuple[Kind, ...] = ("goal", "benefit", "target", "capability", "result")
_EFFORT_COLUMNS: dict[str, Callable[[Element], str]] = {
    "Owner": lambda effort: ", ".join(effort.owners) or effort.vacant or "",
    "Partners": lambda effort: ", ".join(effort.partners),
    "Phase": lambda effort: effort.phase or "",
    "Period": lambda effort: effort.period or "",
    "Budget": lambda effort: effort.budget or "",
    "Status": lambda effort: effort.status or "",
    "Remark": lambda effort: effort.remark or "",
}
"""What is told of an effort, by the heading of its column."""

_BLANK_COLUMNS = dict.fromkeys(("Source", *_EFFORT_COLUMNS), "")

CsvRecord = dict[str, str]


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
    say = translator_for(profile.lang)
    records = list(_CsvRecords(network).all_records())
    names = [
        name
        for name in _all_headings()
        if name in _REQUIRED_HEADINGS or any(each.get(name) for each in records)
    ]
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([capitalise_first(say(name)) for name in names])
    rows.writerows(
        [
            guard_formula(each.get(name) or _BLANK_COLUMNS.get(name, EMPTY_CELL))
            for name in names
        ]
        for each in records
    )
    return text.getvalue().encode("utf-8-sig")


def guard_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    Example:
        >>> guard_formula("=1+1"), guard_formula("1+1")
        ("'=1+1", '1+1')
    """
    return f"'{cell}" if _FORMULA_START.match(cell) else cell


def _kind_heading(kind: Kind) -> str:
    return (
        "Deliverable" if kind == "result" else KIND_WORDS[kind][0]
    )  # as a heading, “resultaat” means a target


def _all_headings() -> list[str]:
    return [
        _kind_heading("theme"),
        *map(_kind_heading, _COLUMN_KINDS),
        "Source",
        _kind_heading("effort"),
        *_EFFORT_COLUMNS,
        _kind_heading("programme"),
    ]


_REQUIRED_HEADINGS = {
    _kind_heading("goal"),
    _kind_heading("target"),
    _kind_heading("effort"),
}


def _code_and_text(element: Element) -> str:
    """The code and the words of an element; an id that is no code is left out, because no reader could tell it from words."""
    text = " ".join(element.text.split())
    return f"{element.id}: {text}" if _ELEMENT_CODE.fullmatch(element.id) else text


class _CsvRecords:
    def __init__(self, network: Network) -> None:
        self.table = DinTable(network)

    def all_records(self) -> Iterator[CsvRecord]:
        for section in self.table.sections:
            start: CsvRecord = (
                {_kind_heading("theme"): _code_and_text(section.theme)}
                if section.theme
                else {}
            )
            if not section.groups:
                yield start
            for group in section.groups:
                yield from self._group_records(group, start)

    def _group_records(self, group: GoalGroup, start: CsvRecord) -> Iterator[CsvRecord]:
        goal: CsvRecord = (
            {_kind_heading("goal"): _code_and_text(group.goal)} if group.goal else {}
        )
        for row in group.rows:
            for between, effort in product(
                row.between or (None,), row.efforts or (None,)
            ):
                yield (
                    start
                    | goal
                    | _between_record(between)
                    | self._effort_record(effort)
                )

    def _effort_record(self, effort: Element | None) -> CsvRecord:
        if effort is None:
            return {}
        parts = self.table.parts.get(effort.id, ())
        lines = (
            [
                f"• {_code_and_text(effort)}",
                *(f"- {_code_and_text(part)}" for part in parts),
            ]
            if parts
            else [_code_and_text(effort)]
        )
        return {
            _kind_heading("effort"): "\n".join(lines),
            **{
                name: " ".join(said(effort).split())
                for name, said in _EFFORT_COLUMNS.items()
            },
        }


def _between_record(element: Element | None) -> CsvRecord:
    if element is None:
        return {}
    sources = {"Source": "; ".join(element.sources)} if element.kind == "target" else {}
    return {_kind_heading(element.kind): _code_and_text(element), **sources}


DUTCH = {
    (
        "CSV for Excel: the table of goals, targets and efforts, every row complete, "
        "to sort and filter; dinet reads it back."
    ): (
        "CSV voor Excel: de tabel van doelen, SMART-doelen en inspanningen met "
        "volledige rijen, om te sorteren en te filteren; dinet leest het terug."
    ),
}
