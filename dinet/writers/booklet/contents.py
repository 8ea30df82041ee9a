"""The contents of the report as plain data: texts, numbers and lists, which a template sets in type."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dinet.layout.layered.cards import shown
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import (
    BRACKETS,
    PARTIAL,
    SIGNS,
    WAYS,
    Column,
    Matrix,
    bands,
)
from dinet.layout.tables.planning import Line, Planning
from dinet.layout.text.measure import shortened

from dinet.finding import Finding
from dinet.model import Element
from dinet.network import Grade, Network, Tally
from dinet.report.findings_by_rule import Found, found
from dinet.report.summary import facts, summary
from dinet.wording.labels import KIND_WORDS, between_words, capital, speaker
from dinet.writers.page.table import DinTable, Group, Mark, Section

Data = dict[str, Any]
COLUMNS = 26
"""So many goals and targets fit beside each other on a page that lies."""
MOST_BANDS = 3
"""A matrix that is wider cannot be read on paper."""
LONGEST_CODE = 7.0
"""A code that is wider than this, in letter sizes, is cut."""
CODE = 2.3
"""Likewise over a column of the matrix."""
OVER = 22.0
"""The room for the words over it: two lines."""
MOST = 12
"""So many ids are named after a mark; of the others the number is told."""
PARTS = {
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
WORDS = {
    **PARTS,
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


def contents(
    network: Network,
    findings: tuple[Finding, ...],
    profile: Profile,
    models: tuple[Matrix, Planning],
) -> Data:
    """All that the report tells, ready for JSON; the pictures are not in it.

    Args:
        network: The programme.
        findings: What the rules said of it.
        profile: The language, and the name of the document.
        models: The matrix and the planning of the network.
    """
    matrix, planning = models
    made = _Contents(network, profile.lang)
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
        "words": {name: made.say(words) for name, words in WORDS.items()},
        "facts": [fact._asdict() for fact in facts(network, findings, profile.lang)],
        "summary": summary(network, findings, planning, profile.lang),
        "table": made.table(),
        "coverage": made.coverage(),
        "findings": (
            told := [
                _finding(each) for each in found(findings, profile.lang, profile.source)
            ]
        ),
        "found": [
            list(together)
            for _, together in groupby(told, key=lambda each: bool(each["alike"]))
        ],
        "matrix": made.matrix(matrix),
        "planning": [made.planned(line) for line in planning.lines if line.known],
        "notes": made.notes(),
    }


def _finding(this: Found) -> Data:
    rows = [
        {"ids": each.ids, "sentence": each.sentence, "place": "; ".join(each.places)}
        for each in this.spots
    ]
    return this._asdict() | {
        "spots": rows,
        "severity": this.severity.name.lower(),
        "ids": this.ids,
    }


def _code(element: Element) -> str:
    return shortened(element.id, LONGEST_CODE, "bold")


def _form(section: Section) -> str:
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


class _Contents:
    def __init__(self, network: Network, lang: str) -> None:
        self.network, self.lang, self.say, self.din = (
            network,
            lang,
            speaker(lang),
            DinTable(network),
        )

    # the DIN table

    def table(self) -> Data:
        """The table of goals, targets and efforts, by theme."""
        headings = [
            capital(self.say("goal")),
            between_words(self.network, self.say),
            capital(self.say("efforts")),
        ]
        return {
            "headings": headings,
            "sections": [self._section(section) for section in self.din.sections],
        }

    def _section(self, section: Section) -> Data:
        if section.theme:
            heading = f"{section.theme.id} {section.theme.text}"
        elif section.loose:
            heading = self.say("Linked to nothing")
        else:
            heading = (
                self.say("Without a theme")
                if self.network.themes
                else capital(self.say("goals"))
            )
        return {
            "heading": heading,
            "form": _form(section),
            "groups": [self._group(group) for group in section.groups],
        }

    def _group(self, group: Group) -> Data:
        label = (
            capital(f"{self.say('stood under')} {group.label}") if group.label else ""
        )
        rows = [
            {
                "between": self._entries(row.between, group.goal),
                "efforts": self._entries(row.efforts, group.goal),
            }
            for row in group.rows
        ]
        return {
            "goal": self._entry(group.goal, None) if group.goal else None,
            "label": label,
            "rows": rows,
        }

    def _entries(self, elements: Iterable[Element], goal: Element | None) -> list[Data]:
        return [self._entry(element, goal) for element in elements]

    def _entry(self, element: Element, goal: Element | None) -> Data:
        kind = (
            ""
            if element.kind in ("goal", "target", "effort")
            else capital(self.say(KIND_WORDS[element.kind][0]))
        )
        return {
            "id": _code(element),
            "kind": element.kind,
            "called": kind,
            "text": element.text,
            "sources": "; ".join(element.sources),
            "marks": [self._mark(mark) for mark in self.din.marks(element, goal)],
            "parts": self._entries(self.din.parts.get(element.id, ()), None),
        }

    def _mark(self, mark: Mark) -> str:
        more = (
            [self.say("and {count} more").format(count=len(mark.ids) - MOST)]
            if len(mark.ids) > MOST
            else []
        )
        return f"{self.say(mark.words)} {', '.join((*mark.ids[:MOST], *mark.names, *more))}"

    # coverage

    def coverage(self) -> Data:
        """The grades by theme and in total, and what misses an effort where it stands."""
        coverage = self.network.coverage()
        grades = [capital(self.say(grade.value)) for grade in Grade]
        tables = []
        for name, heading in (("targets", "Targets"), ("goals", "Goals")):
            rows = [
                self._tally(row.theme, getattr(row, name)) for row in coverage.themes
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
        return {"tables": tables, "missed": self._missed()}

    def _tally(self, theme: Element | None, tally: Tally) -> list[str | int]:
        return [
            f"{theme.id} {theme.text}" if theme else self.say("Without a theme"),
            *tally,
        ]

    def _missed(self) -> list[list[str]]:
        """For every goal the targets under it without an effort of their own, and those without any."""
        missed: dict[str, tuple[list[str], list[str]]] = {}
        for each in self.network.measurements():
            if each.grade is not Grade.DIRECT:
                missed.setdefault(each.goal.id, ([], []))[
                    each.grade is Grade.NONE
                ].append(each.target.id)
        return [[goal, *map(", ".join, targets)] for goal, targets in missed.items()]

    # matrix and planning

    def matrix(self, matrix: Matrix) -> Data:
        """The matrix in bands of columns that fit on a page, and its legend."""
        found = [*bands(matrix.columns, COLUMNS)] if matrix.cells else []
        found = found if len(found) <= MOST_BANDS else []
        ways, weak = matrix.ways()
        legend = [[SIGNS[way], WAYS[way].said(self.lang)] for way in ways]
        legend += [["( )", BRACKETS.said(self.lang)]] if weak else []
        legend += [["", PARTIAL.said(self.lang)]] if len(found) > 1 else []
        return {
            "legend": legend,
            "bands": [self._band(matrix, band) for band in found],
            "missing": self.say(WORDS["too_wide" if matrix.cells else "no_cells"]),
        }

    def _band(self, matrix: Matrix, band: tuple[Column, ...]) -> Data:
        themes = [
            [
                f"{theme} {shown(self.network[theme], short=True)}"
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
                    "id": _code(effort),
                    "text": shown(effort, short=True),
                    "signs": signs,
                    "served": matrix.served(effort),
                }
            )
        return {
            "themes": themes if self.network.themes else [],
            "columns": [
                [
                    shortened(each.element.id, CODE, "bold"),
                    each.element.kind,
                    shortened(shown(each.element, short=True), OVER),
                ]
                for each in band
            ],
            "rows": rows,
            "totals": [matrix.serving(column) for column in band],
        }

    def planned(self, line: Line) -> Data:
        """The planning of one effort in words."""
        return {
            "id": _code(line.effort),
            "text": line.text,
            "who": line.who,
            "when": line.words().said(self.lang),
        }

    def notes(self) -> list[list[str]]:
        """The reading notes: where, and what."""
        notes = self.network.programme.notes
        return [
            [note.place.words().said(self.lang) if note.place else "", note.message]
            for note in notes
        ]
