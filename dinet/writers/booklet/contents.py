"""The contents of the report as plain data: texts, numbers and lists, which a template sets in type."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dinet.finding import Finding
from dinet.layout.layered.cards import display_text
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinGroup, DinMark, DinSection, DinTable
from dinet.layout.tables.matrix import (
    BRACKETS_LEGEND,
    PARTIAL_LEGEND,
    WAY_SIGNS,
    WAY_WORDS,
    DinMatrix,
    MatrixColumn,
    split_columns,
)
from dinet.layout.tables.planning import EffortPlanning, Planning
from dinet.layout.text.measure import shorten_text
from dinet.model import Element
from dinet.network import Grade, Network, Tally
from dinet.report.findings_by_rule import RuleFindings, findings_by_rule
from dinet.report.summary import count_facts, summarise_programme
from dinet.wording.labels import KIND_NAMES, capitalise_first, translator_for
from dinet.writers.page.words import between_words

ReportData = dict[str, Any]
MOST_COLUMNS = 26
"""So many goals and targets fit beside each other on a page that lies."""
MOST_BANDS = 3
"""A matrix that is wider cannot be read on paper."""
WIDEST_CODE = 7.0
"""A code that is wider than this, in letter sizes, is cut."""
WIDEST_COLUMN_CODE = 2.3
"""Likewise over a column of the matrix."""
COLUMN_WORDS_ROOM = 22.0
"""The room for the words over it: two lines."""
MOST_NAMED_IDS = 12
"""So many ids are named after a mark; of the others the number is told."""
PART_HEADINGS = {
    "summary": "Summary",
    "picture": "The network",
    "table": "Goals, targets and efforts",
    "coverage": "Coverage",
    "findings": "Findings",
    "matrix": "Matrix",
    "planning": "Planning",
    "notes": "Reading notes",
}
"""The headings of the parts of a report, in their order."""
REPORT_WORDS = {
    **PART_HEADINGS,
    "kind": "Goals and efforts network",
    "contents": "Contents",
    "vision": "Vision",
    "source": "Source",
    "no_goal": "Linked to nothing",
    "whole": "for the goal as a whole",
    "no_target": "no target",
    "no_own_effort": "no effort of its own",
    "own_missed": "Without an effort of its own",
    "all_missed": "Without any effort",
    "goal": "Goal",
    "no_effort": "no effort",
    "bare": "Nothing in this programme is linked to these goals.",
    "no_elements": "Nothing was found in this document.",
    "no_findings": "No findings: every rule that was applied is met.",
    "no_cells": "No effort is linked to a goal or target, so there is no matrix.",
    "too_wide": "This matrix is too wide to be read on paper.",
    "no_notes": "No reading notes: everything was read as it stands.",
    "too_large": "This network is too large for a picture; the tables hold all of it.",
    "grades": "Direct: an effort is linked to it. Through the goal: its goal has efforts, "
    "but none is linked to the target. None: no effort at all.",
    "missed": "Targets that miss an effort under one of their goals",
    "theme": "Theme",
    "total": "Total",
    "element": "Element",
    "elements": "Elements",
    "number": "Number",
    "severity": "Severity",
    "finding": "Finding",
    "place": "In the document",
    "note": "Note",
    "effort": "Effort",
    "efforts": "Efforts",
    "in_words": "The planning in words",
    "who": "Who",
    "when": "Phase and period",
    "goals_count": "Number of goals",
    "targets_count": "Number of targets and others",
    "efforts_count": "Number of efforts",
    "efforts_direct": "of which directly",
    "page": "page {number} of {count}",
    "made": "Made with dinet",
}


def build_contents(
    network: Network,
    findings: tuple[Finding, ...],
    profile: Profile,
    models: tuple[DinMatrix, Planning],
) -> ReportData:
    """All that the report tells, ready for JSON; the pictures are not in it.

    Args:
        network: The programme.
        findings: What the rules said of it.
        profile: The language, and the name of the document.
        models: The matrix and the planning of the network.
    """
    matrix, planning = models
    made = _ReportContents(network, profile.lang)
    identity = network.programme.identity
    return {
        "lang": profile.lang,
        "text_lang": network.programme.lang,
        "title": identity.title or profile.source or made.say("Programme"),
        "about": [
            each
            for each in (identity.organisation, identity.period, identity.date)
            if each
        ],
        "document": profile.source,
        "vision": identity.vision or "",
        "words": {name: made.say(words) for name, words in REPORT_WORDS.items()},
        "facts": [
            fact._asdict() for fact in count_facts(network, findings, profile.lang)
        ],
        "summary": summarise_programme(network, findings, planning, profile.lang),
        "table": made.table_data(),
        "coverage": made.coverage_data(),
        "findings": (
            told := [
                _finding_data(each)
                for each in findings_by_rule(findings, profile.lang, profile.source)
            ]
        ),
        "found": [
            list(together)
            for _, together in groupby(told, key=lambda each: bool(each["alike"]))
        ],
        "matrix": made.matrix_data(matrix),
        "planning": [made.planning_data(line) for line in planning.lines if line.known],
        "notes": made.note_rows(),
    }


def _finding_data(this: RuleFindings) -> ReportData:
    rows = [
        {"ids": each.ids, "sentence": each.sentence, "place": "; ".join(each.places)}
        for each in this.spots
    ]
    return this._asdict() | {
        "spots": rows,
        "severity": this.severity.name.lower(),
        "ids": this.ids,
    }


def _shorten_code(element: Element) -> str:
    return shorten_text(element.id, WIDEST_CODE, "bold")


def _section_form(section: DinSection) -> str:
    """How a section is set: goals without anything as a ``list``, efforts without goals as ``groups``, else as a ``table``."""
    rows = [row for group in section.groups for row in group.rows]
    if all(group.goal for group in section.groups) and not any(
        row.between or row.efforts for row in rows
    ):
        return "list"
    return (
        "table"
        if any(group.goal for group in section.groups)
        or any(row.between for row in rows)
        else "groups"
    )


class _ReportContents:
    def __init__(self, network: Network, lang: str) -> None:
        self.network, self.lang, self.say, self.din_table = (
            network,
            lang,
            translator_for(lang),
            DinTable(network),
        )

    # the DIN table

    def table_data(self) -> ReportData:
        """The table of goals, targets and efforts, by theme."""
        headings = [
            capitalise_first(self.say("goal")),
            between_words(self.network, self.say),
            capitalise_first(self.say("efforts")),
        ]
        return {
            "headings": headings,
            "sections": [
                self._section_data(section) for section in self.din_table.sections
            ],
        }

    def _section_data(self, section: DinSection) -> ReportData:
        if section.theme:
            heading = f"{section.theme.id} {section.theme.text}"
        elif section.loose:
            heading = self.say("Linked to nothing")
        else:
            heading = (
                self.say("Without a theme")
                if self.network.themes
                else capitalise_first(self.say("goals"))
            )
        return {
            "heading": heading,
            "form": _section_form(section),
            "groups": [self._group_data(group) for group in section.groups],
        }

    def _group_data(self, group: DinGroup) -> ReportData:
        label = (
            capitalise_first(f"{self.say('stood under')} {group.label}")
            if group.label
            else ""
        )
        rows = [
            {
                "between": self._entries_data(row.between, group.goal),
                "efforts": self._entries_data(row.efforts, group.goal),
            }
            for row in group.rows
        ]
        return {
            "goal": self._entry_data(group.goal, None) if group.goal else None,
            "label": label,
            "rows": rows,
        }

    def _entries_data(
        self, elements: Iterable[Element], goal: Element | None
    ) -> list[ReportData]:
        return [self._entry_data(element, goal) for element in elements]

    def _entry_data(self, element: Element, goal: Element | None) -> ReportData:
        kind = (
            ""
            if element.kind in ("goal", "target", "effort")
            else capitalise_first(self.say(KIND_NAMES[element.kind].one))
        )
        return {
            "id": _shorten_code(element),
            "kind": element.kind,
            "called": kind,
            "text": element.text,
            "sources": "; ".join(element.sources),
            "marks": [
                self._reference_words(mark)
                for mark in self.din_table.cross_references(element, goal)
            ],
            "parts": self._entries_data(self.din_table.parts.get(element.id, ()), None),
        }

    def _reference_words(self, mark: DinMark) -> str:
        more = (
            [self.say("and {count} more").format(count=len(mark.ids) - MOST_NAMED_IDS)]
            if len(mark.ids) > MOST_NAMED_IDS
            else []
        )
        return f"{self.say(mark.words)} {', '.join((*mark.ids[:MOST_NAMED_IDS], *mark.names, *more))}"

    # coverage

    def coverage_data(self) -> ReportData:
        """The grades by theme and in total, and what misses an effort where it stands."""
        coverage = self.network.coverage()
        grades = [capitalise_first(self.say(grade.value)) for grade in Grade]
        tables = []
        for name, heading in (("targets", "Targets"), ("goals", "Goals")):
            rows = [
                self._tally_row(row.theme, getattr(row, name))
                for row in coverage.themes
            ]
            rows.append([self.say("Total"), *getattr(coverage, name)])
            if getattr(coverage, name).total:
                tables.append(
                    {
                        "heading": self.say(heading),
                        "columns": [self.say("Theme"), *grades],
                        "rows": rows,
                    }
                )
        return {"tables": tables, "missed": self._missed_targets()}

    def _tally_row(self, theme: Element | None, tally: Tally) -> list[str | int]:
        return [
            f"{theme.id} {theme.text}" if theme else self.say("Without a theme"),
            *tally,
        ]

    def _missed_targets(self) -> list[list[str]]:
        """For every goal the targets under it without an effort of their own, and those without any."""
        missed: dict[str, tuple[list[str], list[str]]] = {}
        for each in self.network.measurements():
            if each.grade is not Grade.DIRECT:
                missed.setdefault(each.goal.id, ([], []))[
                    each.grade is Grade.NONE
                ].append(each.target.id)
        return [[goal, *map(", ".join, targets)] for goal, targets in missed.items()]

    # matrix and planning

    def matrix_data(self, matrix: DinMatrix) -> ReportData:
        """The matrix in bands of columns that fit on a page, and its legend."""
        found = [*split_columns(matrix.columns, MOST_COLUMNS)] if matrix.cells else []
        found = found if len(found) <= MOST_BANDS else []
        ways, weak = matrix.ways()
        legend = [
            [WAY_SIGNS[way], WAY_WORDS[way].in_language(self.lang)] for way in ways
        ]
        legend += [["( )", BRACKETS_LEGEND.in_language(self.lang)]] if weak else []
        legend += (
            [["", PARTIAL_LEGEND.in_language(self.lang)]] if len(found) > 1 else []
        )
        return {
            "legend": legend,
            "bands": [self._band_data(matrix, band) for band in found],
            "missing": self.say(
                REPORT_WORDS["too_wide" if matrix.cells else "no_cells"]
            ),
        }

    def _band_data(
        self, matrix: DinMatrix, band: tuple[MatrixColumn, ...]
    ) -> ReportData:
        themes = [
            [
                f"{theme} {display_text(self.network[theme], short=True)}"
                if theme
                else self.say("Without a theme"),
                len(list(columns)),
            ]
            for theme, columns in groupby(band, key=lambda column: column.theme)
        ]
        rows = []
        for effort in matrix.rows_in(band):
            signs = [
                cell.sign if (cell := matrix.cell(effort, column)) else ""
                for column in band
            ]
            rows.append(
                {
                    "id": _shorten_code(effort),
                    "text": display_text(effort, short=True),
                    "signs": signs,
                    "served": matrix.served(effort),
                }
            )
        return {
            "themes": themes if self.network.themes else [],
            "columns": [
                [
                    shorten_text(each.element.id, WIDEST_COLUMN_CODE, "bold"),
                    each.element.kind,
                    shorten_text(
                        display_text(each.element, short=True), COLUMN_WORDS_ROOM
                    ),
                ]
                for each in band
            ],
            "rows": rows,
            "totals": [matrix.serving(column) for column in band],
        }

    def planning_data(self, line: EffortPlanning) -> ReportData:
        """The planning of one effort in words."""
        return {
            "id": _shorten_code(line.effort),
            "text": line.text,
            "who": line.who,
            "when": line.words().in_language(self.lang),
        }

    def note_rows(self) -> list[list[str]]:
        """The reading notes: where, and what."""
        notes = self.network.programme.notes
        return [
            [
                note.place.as_sentence().in_language(self.lang) if note.place else "",
                note.message,
            ]
            for note in notes
        ]
