"""What a programme says of its elements beside their texts and links.

These are the planning of efforts, and a table for each other kind.

Phases stand in words; colours only repeat them. Periods beside each other in the same phase are
one cell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, cycle, groupby
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.model import KINDS, Element, Goal, Kind, Level, Target
from dinet.network import Network
from dinet.wording.element_details import detail_lines
from dinet.wording.labels import (
    EFFORT_FIELDS,
    FIELD_NAMES,
    TARGET_FIELDS,
    kind_heading,
    kind_name,
    owners_in_words,
)
from dinet.writers.office.archive import one_line
from dinet.writers.word.element_text import ElementWriter
from dinet.writers.word.goal_tables import COLUMN_HEADINGS, GoalTables
from dinet.writers.word.page_balance import share_rows
from dinet.writers.word.word_xml import (
    WordCell,
    divide_width,
    write_page_break,
    write_paragraph,
    write_run,
)

PHASE_TINTS = ("DCEAF5", "FBE8BF", "CFEBDD", "EBDDF0", "F3F0C2", "E4E4E4")
"""The grounds of phases; they only repeat the words, so they may come back."""
FIELD_HEADINGS = (
    *EFFORT_FIELDS,
    "title",
    "wordings",
    *TARGET_FIELDS,
    "details",
)
"""What the tables tell, in the order of their columns."""


class DetailTable(NamedTuple):
    """One table of details."""

    kind: Kind
    level: Level | None
    elements: Sequence[Element]


class DetailTables:
    """Writes the tables of details.

    Args:
        tables: Knows the colours and the language.
        entries: Writes the elements.
        width: Of the text on a page, in twentieths of a point.
        height: The same, where each of these tables begins a page; 0 where they do not.
    """

    def __init__(
        self,
        tables: GoalTables,
        entries: ElementWriter,
        width: int,
        height: int = 0,
    ) -> None:
        self.tables = tables
        self.entries = entries
        self.width = width
        self.height = height
        self.network = tables.arrangement.network

    def write_planning(self) -> str:
        """The planning of the efforts; empty when nothing is known of it."""
        tables = _tables_of_kind(self.network, "effort")
        return "".join(map(self._write_section, tables))

    def write_others(self) -> str:
        """The details of all other kinds; empty when there are none."""
        kinds = [kind for kind in KINDS if kind not in ("programme", "effort")]
        tables = chain.from_iterable(
            _tables_of_kind(self.network, kind) for kind in kinds
        )
        return "".join(map(self._write_section, tables))

    def _write_section(self, table: DetailTable) -> str:
        """A heading and a table: fields that some element has, then periods of some planning."""
        lang = self.entries.lang
        title = self._table_title(table.kind)
        fields = _used_fields(table.elements, lang)
        periods = _sort_periods(table.elements)
        tints = _phase_tints(table.elements)
        head = self._heading_cells(table, fields, periods)
        rows = []
        for element in table.elements:
            name = WordCell(self.entries.write_name(element))
            phases = _phase_cells(element, periods, tints)
            rows.append(
                [name, *_field_cells(element, fields, self.entries), *phases]
            )
        widths = self._column_widths(len(fields), len(periods))
        heading = self.tables.write_heading(title.in_language(lang))
        pieces = (
            share_rows(rows, widths, self.height) if self.height else [rows]
        )
        tables = (
            self.tables.write_table(widths, title, head, piece)
            for piece in pieces
        )
        return heading + write_page_break().join(tables)

    def _heading_cells(
        self, table: DetailTable, fields: Sequence[str], periods: Sequence[str]
    ) -> list[WordCell]:
        lang = self.entries.lang
        kind = table.kind
        name = kind_heading(kind, lang)
        if table.level:
            name = COLUMN_HEADINGS[table.level].in_language(lang)
        field_names = (
            translate_words(FIELD_NAMES[field], lang) for field in fields
        )
        head = [
            self.tables.heading_cell(words, kind)
            for words in (name, *field_names)
        ]
        head += [
            self.tables.heading_cell(period, kind, own=False, style="Small")
            for period in periods
        ]
        return head

    def _column_widths(self, fields: int, periods: int) -> list[int]:
        """The widths of the columns: of the names, of the fields, and of the periods.

        From eight periods on they share one room; none gets so narrow that a phase breaks up.
        """
        period_share = max(6.0, 58 / max(8, periods))
        shares = [34 - periods, *[12] * fields, *[period_share] * periods]
        return divide_width(self.width, *shares)

    def _table_title(self, kind: Kind) -> Sentence:
        if kind == "effort":
            return Sentence(FIELD_NAMES["planning"])
        name = kind_name(kind, self.entries.lang, 2)
        return Sentence("Other details of the {kind}", kind=name)


def _tables_of_kind(network: Network, kind: Kind) -> Iterator[DetailTable]:
    """The elements of a kind of which there is something to say, in a table for each level."""
    elements = [
        element
        for element in network
        if element.kind == kind
        and (field_values(element, network.programme.lang) or element.planning)
    ]
    elements.sort(key=lambda element: str(_goal_level(element)))
    for level, members in groupby(elements, key=_goal_level):
        yield DetailTable(kind, level, tuple(members))


def _used_fields(elements: Sequence[Element], lang: str) -> list[str]:
    """The fields of which some element has something to say."""
    used: set[str] = set()
    for element in elements:
        used.update(field_values(element, lang))
    return [field for field in FIELD_HEADINGS if field in used]


def _phase_tints(elements: Sequence[Element]) -> dict[str, str]:
    """A tint for every phase, in the order in which the phases come; the tints are repeated."""
    steps = chain.from_iterable(element.planning for element in elements)
    phases = dict.fromkeys(one_line(step.phase) for step in steps)
    return dict(zip(phases, cycle(PHASE_TINTS), strict=False))


def _goal_level(element: Element) -> Level | None:
    return element.level if isinstance(element, Goal) else None


def _field_cells(
    element: Element, fields: Sequence[str], entries: ElementWriter
) -> Iterator[WordCell]:
    values = field_values(element, entries.lang)
    for field in fields:
        if words := values.get(field):
            yield WordCell(write_paragraph(write_run(words), style="Cell"))
        else:
            yield WordCell(entries.write_missing("not stated"))


def field_values(element: Element, lang: str) -> dict[str, str]:
    """What there is to say of an element, by field, with names in a language.

    Example:
        >>> from dinet.model import Effort
        >>> field_values(Effort(id="I1", text="Een hal", owners=("Ans", "Bo"), period="2027"), "nl")
        {'owners': 'Ans, Bo', 'period': '2027'}
    """
    texts = _field_texts(element) | _aim_values(element)
    details = detail_lines(element, lang)
    texts["details"] = "; ".join(line.joined for line in details)
    lines = {
        field: one_line(texts.get(field) or "") for field in FIELD_HEADINGS
    }
    return {field: words for field, words in lines.items() if words}


def _field_texts(element: Element) -> dict[str, str | None]:
    """The fields of an element as texts; a phase or title that is told elsewhere is left out."""
    planned_phases = {step.phase for step in element.planning}
    phase = element.phase if planned_phases != {element.phase} else ""
    title = element.title if element.title != element.text else ""
    return {
        "owners": owners_in_words(element),
        "partners": "; ".join(element.partners),
        "phase": phase,
        "period": element.period,
        "budget": element.budget,
        "status": element.status,
        "remark": element.remark,
        "title": title,
        "wordings": " / ".join(element.wordings),
    }


def _aim_values(element: Element) -> dict[str, str | None]:
    """What a target wants to reach, in numbers; empty when it does not say."""
    aim = element.target if isinstance(element, Target) else None
    return aim.model_dump() if aim else {}


def _sort_periods(elements: Sequence[Element]) -> list[str]:
    """All periods of a planning, by the numbers in them and then as they come."""
    steps = chain.from_iterable(element.planning for element in elements)
    periods = dict.fromkeys(one_line(step.period) for step in steps)
    return sorted(periods, key=_numbers_in)


def _numbers_in(period: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d{1,9}", period)]


def _phase_cells(
    element: Element, periods: Sequence[str], tints: dict[str, str]
) -> Iterator[WordCell]:
    """A cell for every stretch of periods in one phase, a blank one for a period without."""
    planned = {
        one_line(step.period): one_line(step.phase)
        for step in element.planning
    }
    phases = [planned.get(period, "") for period in periods]
    for phase, stretch in groupby(phases):
        count = len(list(stretch))
        if phase:
            words = write_paragraph(write_run(phase), style="Small")
            yield WordCell(words, tints[phase], span=count)
        else:
            yield from [WordCell()] * count
