"""CSV for Excel: the table of goals, targets and efforts, every row complete, to sort and \
filter; dinet reads it back.

A row is one effort for one target of one goal. “–” means that the network has nothing there.
"""  # noqa: D205 (one sentence of the catalogue)

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
from dinet.wording.element_codes import is_readable_code
from dinet.wording.labels import (
    EFFORT_FIELDS,
    FIELD_NAMES,
    KIND_NAMES,
    Translator,
    capitalise_first,
    translator_for,
)

EMPTY_CELL = "–"
_FORMULA_START = re.compile(r"[=+\-@\t\r＝＋－＠]")
_COLUMN_KINDS: tuple[Kind, ...] = ("goal", *BETWEEN_KINDS)
_COLUMNS = (
    "theme",
    *_COLUMN_KINDS,
    "sources",
    "effort",
    *EFFORT_FIELDS,
    "programme",
)
"""The columns, by kind and field."""
_REQUIRED_HEADINGS = {"goal", "target", "effort"}
_BLANK_COLUMNS = dict.fromkeys(("sources", *EFFORT_FIELDS), "")

CsvRecord = dict[str, str]


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The table, as Dutch and English Excel open it by a double click.

    That takes semicolons, UTF-8 with its mark, and CRLF.

    Args:
        network: Every element stands in at least one row.
        findings: Not written.
        profile: ``lang`` is the language of the headings.

    Returns:
        The headings alone for an empty programme. A cell that a spreadsheet would take for a
        formula begins with ``'``.
    """
    records = list(_CsvRecords(network).all_records())
    names = _filled_columns(records)
    say = translator_for(profile.lang)
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([_kind_heading(name, say) for name in names])
    for record in records:
        rows.writerow([_cell_text(record, name) for name in names])
    return text.getvalue().encode("utf-8-sig")


def _filled_columns(records: list[CsvRecord]) -> list[str]:
    """The columns that hold something, and those that stand there always."""
    filled = set(_REQUIRED_HEADINGS)
    for record in records:
        filled.update(name for name, value in record.items() if value)
    return [name for name in _COLUMNS if name in filled]


def _cell_text(record: CsvRecord, name: str) -> str:
    return guard_formula(
        record.get(name) or _BLANK_COLUMNS.get(name, EMPTY_CELL)
    )


def guard_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    Example:
        >>> guard_formula("=1+1"), guard_formula("1+1")
        ("'=1+1", '1+1')
    """
    return f"'{cell}" if _FORMULA_START.match(cell) else cell


def _kind_heading(name: str, say: Translator) -> str:
    words = {
        kind: names.one for kind, names in KIND_NAMES.items()
    } | FIELD_NAMES
    return capitalise_first(say(words[name]))


def _field_text(effort: Element, field: str) -> str:
    """What is told of an effort in the column of a field."""
    value = getattr(effort, field)
    if field == "owners" and not value:
        value = effort.vacant
    words = ", ".join(value) if isinstance(value, tuple) else value or ""
    return " ".join(words.split())


def _code_and_text(element: Element) -> str:
    """The code and the words of an element.

    An id that is no code is left out, because no reader could tell it from words.
    """
    text = " ".join(element.text.split())
    return f"{element.id}: {text}" if is_readable_code(element.id) else text


class _CsvRecords:
    def __init__(self, network: Network) -> None:
        self.table = DinTable(network)

    def all_records(self) -> Iterator[CsvRecord]:
        """The rows of the table; a theme without goals has one row."""
        for section in self.table.sections:
            theme: CsvRecord = {}
            if section.theme:
                theme["theme"] = _code_and_text(section.theme)
            if not section.groups:
                yield theme
            for group in section.groups:
                yield from self._group_records(group, theme)

    def _group_records(
        self, group: DinGroup, theme: CsvRecord
    ) -> Iterator[CsvRecord]:
        start = theme.copy()
        if group.goal:
            start["goal"] = _code_and_text(group.goal)
        for row in group.rows:
            pairs = product(row.between or (None,), row.efforts or (None,))
            for between, effort in pairs:
                yield (
                    start
                    | _between_record(between)
                    | self._effort_record(effort)
                )

    def _effort_record(self, effort: Element | None) -> CsvRecord:
        """An effort with its sub-efforts in one cell, and a cell for each of its fields."""
        if effort is None:
            return {}
        lines = [_code_and_text(effort)]
        parts = self.table.parts.get(effort.id, ())
        if parts:
            lines = [
                f"• {lines[0]}",
                *(f"- {_code_and_text(part)}" for part in parts),
            ]
        fields = {field: _field_text(effort, field) for field in EFFORT_FIELDS}
        return {"effort": "\n".join(lines), **fields}


def _between_record(element: Element | None) -> CsvRecord:
    if element is None:
        return {}
    record: CsvRecord = {element.kind: _code_and_text(element)}
    if element.kind == "target":
        record["sources"] = "; ".join(element.sources)
    return record


DUTCH = {
    (
        "CSV for Excel: the table of goals, targets and efforts, every row complete, "
        "to sort and filter; dinet reads it back."
    ): (
        "CSV voor Excel: de tabel van doelen, SMART-doelen en inspanningen met "
        "volledige rijen, om te sorteren en te filteren; dinet leest het terug."
    ),
}
