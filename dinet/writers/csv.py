"""CSV for Excel: the table of goals, targets and efforts, every row complete, to sort and filter; dinet reads it back.

A row is one effort for one target of one goal. “–” means that the network has nothing there.
"""

import csv
import io
import re
from collections.abc import Iterator
from itertools import product

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinGroup, DinTable
from dinet.model import BETWEEN_KINDS, Element, Kind
from dinet.network import Network
from dinet.wording.labels import EFFORT_FIELDS, FIELD_NAMES, KIND_NAMES, capital
from dinet.writers.page.words import Say, speaker

NOTHING = "–"
_CODE = re.compile(r"[DSITBVRP]\d{1,3}(?:\.\d{1,2}){0,3}")
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_RUNGS: tuple[Kind, ...] = ("goal", *BETWEEN_KINDS)

_BLANK = dict.fromkeys(("sources", *EFFORT_FIELDS), "")

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
        for name in _COLUMNS
        if name in _ALWAYS or any(each.get(name) for each in records)
    ]
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([_heading(name, say) for name in names])
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


_COLUMNS = ("theme", *_RUNGS, "sources", "effort", *EFFORT_FIELDS, "programme")
"""The columns, by kind and field."""
_ALWAYS = {"goal", "target", "effort"}


def _heading(name: str, say: Say) -> str:
    words = {kind: names.one for kind, names in KIND_NAMES.items()} | FIELD_NAMES
    return capital(say(words[name]))


def _field(effort: Element, field: str) -> str:
    """What is told of an effort in the column of a field."""
    value = getattr(effort, field)
    if field == "owners" and not value:
        value = effort.vacant
    return " ".join(
        (", ".join(value) if isinstance(value, tuple) else value or "").split()
    )


def _words(element: Element) -> str:
    """The code and the words of an element; an id that is no code is left out, because no reader could tell it from words."""
    text = " ".join(element.text.split())
    return f"{element.id}: {text}" if _CODE.fullmatch(element.id) else text


class _Records:
    def __init__(self, network: Network) -> None:
        self.table = DinTable(network)

    def all(self) -> Iterator[Record]:
        for section in self.table.sections:
            start: Record = {"theme": _words(section.theme)} if section.theme else {}
            if not section.groups:
                yield start
            for group in section.groups:
                yield from self._of_group(group, start)

    def _of_group(self, group: DinGroup, start: Record) -> Iterator[Record]:
        goal: Record = {"goal": _words(group.goal)} if group.goal else {}
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
        fields = {field: _field(effort, field) for field in EFFORT_FIELDS}
        return {"effort": "\n".join(lines), **fields}


def _between(element: Element | None) -> Record:
    if element is None:
        return {}
    sources = (
        {"sources": "; ".join(element.sources)} if element.kind == "target" else {}
    )
    return {element.kind: _words(element), **sources}


DUTCH = {
    (
        "CSV for Excel: the table of goals, targets and efforts, every row complete, "
        "to sort and filter; dinet reads it back."
    ): (
        "CSV voor Excel: de tabel van doelen, SMART-doelen en inspanningen met "
        "volledige rijen, om te sorteren en te filteren; dinet leest het terug."
    ),
}
