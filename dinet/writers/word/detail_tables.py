"""What a programme says of its elements beside their texts and links.

These are the planning of efforts, and a table for each other kind.

Phases stand in words; colours only repeat them. Periods beside each other in the same phase are
one cell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.model import KINDS, Element, Goal, Kind, Level, Target
from dinet.wording.labels import (
    EFFORT_FIELDS,
    FIELD_NAMES,
    TARGET_FIELDS,
    kind_heading,
    kind_name,
)
from dinet.writers.office.archive import one_line
from dinet.writers.word.element_text import ElementWriter
from dinet.writers.word.goal_tables import COLUMN_HEADINGS, GoalTables
from dinet.writers.word.word_xml import (
    WordCell,
    WordTable,
    divide_width,
    write_paragraph,
    write_run,
)

PHASE_TINTS = ("DCEAF5", "FBE8BF", "CFEBDD", "EBDDF0", "F3F0C2", "E4E4E4")
FIELD_HEADINGS = (*EFFORT_FIELDS, "title", "wordings", *TARGET_FIELDS)
"""What the tables tell, in the order of their columns."""
_DASH = "–"


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
    """

    def __init__(self, tables: GoalTables, entries: ElementWriter, width: int) -> None:
        self.tables, self.entries, self.width = tables, entries, width
        self.network = tables.arrangement.network

    def write_planning(self) -> str:
        """The planning of the efforts; empty when nothing is known of it."""
        return "".join(
            self._write_section(each)
            for each in self._detail_tables()
            if each.kind == "effort"
        )

    def write_others(self) -> str:
        """The details of all other kinds; empty when there are none."""
        return "".join(
            self._write_section(each)
            for each in self._detail_tables()
            if each.kind != "effort"
        )

    def _detail_tables(self) -> Iterator[DetailTable]:
        for kind in (each for each in KINDS if each != "programme"):
            found = [
                each
                for each in self.network
                if each.kind == kind and (field_values(each) or each.planning)
            ]
            for level, members in groupby(
                sorted(found, key=lambda each: str(_goal_level(each))), key=_goal_level
            ):
                yield DetailTable(kind, level, tuple(members))

    def _write_section(self, this: DetailTable) -> str:
        lang = self.entries.lang
        title = self._title(this.kind)
        name = (
            COLUMN_HEADINGS[this.level].in_language(lang)
            if this.level
            else kind_heading(this.kind, lang)
        )
        fields = [
            field
            for field in FIELD_HEADINGS
            if any(field in field_values(each) for each in this.elements)
        ]
        periods = _sort_periods(this.elements)
        tints = self._phase_tints(this.elements)
        said = [name, *(translate_words(FIELD_NAMES[field], lang) for field in fields)]
        head = [self.tables.heading_cell(each, this.kind) for each in said]
        head += [
            self.tables.heading_cell(each, this.kind, own=False, style="Small")
            for each in periods
        ]
        rows = []
        for each in this.elements:
            cells = [
                WordCell(
                    write_paragraph(
                        write_run(field_values(each).get(field, _DASH)), style="Cell"
                    )
                )
                for field in fields
            ]
            rows.append(
                [
                    WordCell(self.entries.write_name(each)),
                    *cells,
                    *_phase_cells(each, periods, tints),
                ]
            )
        wide = divide_width(
            self.width,
            34 - len(periods),
            *[12] * len(fields),
            *[max(6.0, 58 / max(8, len(periods)))] * len(periods),
        )
        table = WordTable(wide, title, head, rows)
        return self.tables.write_heading(title) + table.to_xml()

    def _title(self, kind: Kind) -> str:
        lang = self.entries.lang
        if kind == "effort":
            return translate_words(FIELD_NAMES["planning"], lang)
        return Sentence(
            "Other details of the {kind}", kind=kind_name(kind, lang, 2)
        ).in_language(lang)

    def _phase_tints(self, elements: Sequence[Element]) -> dict[str, str]:
        phases = dict.fromkeys(
            one_line(step.phase) for each in elements for step in each.planning
        )
        return {
            phase: PHASE_TINTS[number % len(PHASE_TINTS)]
            for number, phase in enumerate(phases)
        }


def _goal_level(element: Element) -> Level | None:
    return element.level if isinstance(element, Goal) else None


def field_values(element: Element) -> dict[str, str]:
    """What there is to say of an element, by field.

    Example:
        >>> from dinet.model import Effort
        >>> field_values(Effort(id="I1", text="Een hal", owners=("Ans", "Bo"), period="2027"))
        {'owners': 'Ans, Bo', 'period': '2027'}
    """
    aim = (
        element.target.model_dump()
        if isinstance(element, Target) and element.target
        else {}
    )
    phase = (
        ""
        if {step.phase for step in element.planning} == {element.phase}
        else element.phase
    )
    found = {
        "owners": ", ".join(
            [*element.owners, *([element.vacant] if element.vacant else [])]
        ),
        "partners": "; ".join(element.partners),
        "phase": phase,
        "wordings": " / ".join(element.wordings),
        "title": element.title if element.title != element.text else "",
        **{
            field: getattr(element, field)
            for field in ("period", "budget", "status", "remark")
        },
        **aim,
    }
    return {
        field: said
        for field in FIELD_HEADINGS
        if (said := one_line(found.get(field) or ""))
    }


def _sort_periods(elements: Sequence[Element]) -> list[str]:
    """All periods of a planning, by the numbers in them and then as they come."""
    found = dict.fromkeys(
        one_line(step.period) for each in elements for step in each.planning
    )
    return sorted(
        found,
        key=lambda period: [int(number) for number in re.findall(r"\d{1,9}", period)],
    )


def _phase_cells(
    element: Element, periods: Sequence[str], tints: dict[str, str]
) -> Iterator[WordCell]:
    """A cell for every stretch of periods in one phase, a blank one for a period without."""
    planned = {one_line(step.period): one_line(step.phase) for step in element.planning}
    for phase, stretch in groupby(periods, key=lambda period: planned.get(period, "")):
        count = len(list(stretch))
        if phase:
            yield WordCell(
                write_paragraph(write_run(phase), style="Small"),
                tints[phase],
                span=count,
            )
        else:
            yield from [WordCell()] * count
