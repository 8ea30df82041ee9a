"""A breakdown of the efforts as a table of words, the same in every output, and as data."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.language import CountedSentence, Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.report.coverage.breakdown import (
    NAMELESS,
    WAY_NAMES,
    Breakdown,
    BreakdownRow,
    BreakdownWay,
    break_down,
    told_ways,
)
from dinet.report.coverage.money_sum import (
    MoneySum,
    money_data,
    total_in_words,
)
from dinet.report.coverage.owner_load import load_sentences, owner_load
from dinet.wording.numbers import hundredths

_MOST_IDS = 12
"""So many ids are named in a cell; the number before them counts all. The JSON has them all."""
_FIRST_COLUMN: dict[BreakdownWay, Sentence] = {
    "owner": Sentence("Owner"),
    "phase": Sentence("Phase"),
    "theme": Sentence("Theme"),
    "money": Sentence("Goal"),
}


class BreakdownTable(NamedTuple):
    """A table in words.

    Args:
        title: What it tells.
        headings: Of its columns, the same for every programme.
        rows: Their cells; the last row is of all efforts together.
        notes: How it is to be read.
    """

    title: str
    headings: list[str]
    rows: list[list[str]]
    notes: list[str]

    def without_empty_columns(self) -> "BreakdownTable":
        """The same table without the columns that no row fills."""
        filled = list(map(self._is_filled, range(len(self.headings))))
        rows = [_kept_cells(row, filled) for row in self.rows]
        return self._replace(
            headings=_kept_cells(self.headings, filled), rows=rows
        )

    def _is_filled(self, column: int) -> bool:
        return any(row[column] for row in self.rows)


def breakdown_table(
    network: Network, way: BreakdownWay, lang: str
) -> BreakdownTable:
    """The efforts of a programme, divided, as a table.

    Args:
        network: The programme.
        way: By what.
        lang: Of the reader.
    """
    breakdown = break_down(network, way)
    words = _TableWords(breakdown, lang)
    cells = [words.row_cells(row) for row in breakdown.rows]
    cells.append(words.total_cells())
    notes = [note.in_language(lang) for note in _table_notes(breakdown)]
    title = WAY_NAMES[way].in_language(lang)
    return BreakdownTable(title, words.headings(), cells, notes)


def told_breakdowns(network: Network, lang: str) -> list[BreakdownTable]:
    """The breakdowns that a report tells: by what the document says something of.

    Args:
        network: The programme.
        lang: Of the reader.
    """
    return [
        breakdown_table(network, way, lang).without_empty_columns()
        for way in told_ways(network)
    ]


def _kept_cells(cells: Sequence[str], filled: Sequence[bool]) -> list[str]:
    """The cells of the columns that some row fills."""
    return [cell for cell, keep in zip(cells, filled, strict=True) if keep]


class _TableWords:
    """The words of a table in one language."""

    def __init__(self, breakdown: Breakdown, lang: str) -> None:
        self.breakdown = breakdown
        self.lang = lang

    def headings(self) -> list[str]:
        """Of all columns, in their order."""
        words = (
            _FIRST_COLUMN[self.breakdown.way],
            Sentence("Role"),
            Sentence("Efforts"),
            Sentence("Of which in more rows"),
            Sentence("Goals"),
            Sentence("Share of the goals"),
            Sentence("Rests on these alone"),
            Sentence("Budget of the goal itself"),
            Sentence("Money known"),
            Sentence("Amount unknown"),
            Sentence("Without an amount"),
        )
        return [each.in_language(self.lang) for each in words]

    def row_cells(self, row: BreakdownRow) -> list[str]:
        """The cells of a row."""
        own = row.own_money
        return [
            self._name_of(row),
            self._role_of(row),
            self._list_elements(row.efforts),
            self._list_elements(row.shared),
            self._list_elements(row.goals)
            if self.breakdown.way != "money"
            else "",
            "" if row.share is None else hundredths(row.share, self.lang),
            self._list_elements(row.resting),
            self._own_money(own) if own else "",
            *self._money_cells(row.money),
        ]

    def total_cells(self) -> list[str]:
        """The row of all efforts, each counted once."""
        breakdown = self.breakdown
        total = Sentence("In total, each effort once").in_language(self.lang)
        shared = str(len(breakdown.shared)) if breakdown.shared else ""
        money = self._money_cells(breakdown.money)
        count = str(breakdown.efforts)
        return [total, "", count, shared, "", "", "", "", *money]

    def _name_of(self, row: BreakdownRow) -> str:
        if row.key.name is None:
            return NAMELESS[self.breakdown.way].in_language(self.lang)
        return f"{row.key.name} {row.key.text}".strip()

    def _role_of(self, row: BreakdownRow) -> str:
        """The role of an owner, where the document tells roles apart."""
        has_roles = any(other.key.role for other in self.breakdown.rows)
        if row.key.role or not has_roles or row.key.name is None:
            return row.key.role
        return _FIRST_COLUMN["owner"].in_language(self.lang)

    def _list_elements(self, elements: Sequence[Element]) -> str:
        """How many they are, and the ids of the first; empty for none."""
        return self._listed_ids([element.id for element in elements])

    def _listed_ids(self, ids: Sequence[str]) -> str:
        if not ids:
            return ""
        rest = " …" if len(ids) > _MOST_IDS else ""
        return f"{len(ids)} ({', '.join(ids[:_MOST_IDS])}{rest})"

    def _money_cells(self, money: MoneySum) -> Iterator[str]:
        """What is known, what is not, and what is not said; empty where nobody says any."""
        says_any = bool(
            self.breakdown.money.known or self.breakdown.money.unknown
        )
        yield self._list_totals(money)
        yield self._listed_ids(money.unknown)
        yield self._listed_ids(money.unstated) if says_any else ""

    def _list_totals(self, money: MoneySum) -> str:
        return "; ".join(
            total_in_words(total, self.lang) for total in money.totals
        )

    def _own_money(self, money: MoneySum) -> str:
        if money.unknown and not money.totals:
            return Sentence("unknown").in_language(self.lang)
        return self._list_totals(money)


def _table_notes(breakdown: Breakdown) -> Iterator[Sentence]:
    """How to read the counts: what stands in two rows, and what is not known."""
    if breakdown.shared:
        yield CountedSentence(
            "{count} effort stands in more than one row, whole in each; in the total it counts "
            "once.",
            "{count} efforts stand in more than one row, whole in each; in the total they count "
            "once.",
            len(breakdown.shared),
        )
    if breakdown.way == "owner":
        yield from load_sentences(owner_load(breakdown))
    if any(row.share for row in breakdown.rows):
        yield Sentence(
            "Share of the goals: each goal is divided equally over the efforts that carry it; "
            "an owner has the shares of his efforts."
        )
    yield from _money_notes(breakdown.money)
    if any(row.resting for row in breakdown.rows):
        yield Sentence(
            "Rests on these alone: goals and targets of which every effort stands in this row."
        )


def _money_notes(money: MoneySum) -> Iterator[Sentence]:
    """Which amounts are in no sum, and which count once."""
    if money.unknown or (money.unstated and money.known):
        yield Sentence(
            "An amount that is open, such as p.m., or not stated is unknown: it is in no sum, and "
            "it is not zero."
        )
    if money.shared_cells:
        yield CountedSentence(
            "{count} cell states one amount for several efforts; it counts once.",
            "{count} cells state one amount for several efforts; each counts once.",
            money.shared_cells,
        )


def breakdown_data(network: Network, way: BreakdownWay) -> dict[str, object]:
    """The efforts of a programme, divided, ready for JSON: elements by their ids.

    Args:
        network: The programme.
        way: By what.
    """
    breakdown = break_down(network, way)
    data = _table_data(breakdown)
    if way == "owner":
        data["load"] = owner_load(breakdown)._asdict()
    return data


def _table_data(breakdown: Breakdown) -> dict[str, object]:
    return {
        "by": breakdown.way,
        "rows": [_row_data(row) for row in breakdown.rows],
        "total": {
            "efforts": breakdown.efforts,
            "shared": _ids_of(breakdown.shared),
            "money": money_data(breakdown.money),
        },
    }


def _row_data(row: BreakdownRow) -> dict[str, object]:
    data: dict[str, object] = {
        "name": row.key.name,
        "role": row.key.role or None,
        "efforts": _ids_of(row.efforts),
        "shared": _ids_of(row.shared),
        "goals": _ids_of(row.goals),
        "resting": _ids_of(row.resting),
        "money": money_data(row.money),
    }
    if row.share is not None:
        data["share"] = {
            "number": round(float(row.share), 6),
            "exact": str(row.share),
        }
    if row.own_money is not None:
        data["own_money"] = money_data(row.own_money)
    return data


def _ids_of(elements: Sequence[Element]) -> list[str]:
    return [element.id for element in elements]
