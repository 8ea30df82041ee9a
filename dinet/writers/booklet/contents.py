"""The contents of the report as plain data: texts, numbers and lists.

A template sets them in type.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from dinet.document.own_outputs import describe_origin
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.cards import display_text
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import (
    DinGroup,
    DinMark,
    DinSection,
    DinTable,
)
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
from dinet.model import Effort, Element, Identity, Kind
from dinet.network import Coverage, Grade, Network, Tally, grade_name
from dinet.report.coverage.coverage_report import (
    TallyColumn,
    grade_definitions,
    tally_columns,
    told_proofs,
)
from dinet.report.findings.findings_by_rule import (
    RuleFindings,
    findings_by_rule,
)
from dinet.report.findings.waived_findings import WaivedRow, waived_rows
from dinet.report.reading.reading_loss import reading_sentences
from dinet.report.reading.told_notes import told_notes
from dinet.report.sentences import place_in_words
from dinet.report.summary import count_facts, summarise_programme
from dinet.report.targets.target_sheet import SHEET_TITLE, build_target_sheet
from dinet.wording.element_details import detail_lines
from dinet.wording.labels import KIND_NAMES, capitalise_first, translator_for
from dinet.writers.office.archive import one_line
from dinet.writers.page.words import between_words

ReportData = dict[str, Any]
MOST_COLUMNS = 26
"""So many goals and targets fit beside each other on an A4 that lies."""
MOST_BANDS = 3
"""A matrix that is wider cannot be read on paper."""
WIDEST_CODE = 7.0
"""A code that is wider than this, in letter sizes of its text, is cut."""
WIDEST_COLUMN_CODE = 2.3
"""A code over a column of the matrix that is wider than this, in letter sizes, is cut."""
COLUMN_WORDS_ROOM = 22.0
"""The room for the words over a column of the matrix, in letter sizes: two lines."""
MOST_NAMED_IDS = 12
"""So many ids are named after a mark; of the others the number is told."""
PART_HEADINGS = {
    "summary": "Summary",
    "picture": "The network",
    "table": "Goals, targets and efforts",
    "smart": SHEET_TITLE,
    "coverage": "Coverage",
    "findings": "Findings",
    "matrix": "Matrix",
    "planning": "Planning",
    "details": "Further details",
    "notes": "Reading notes",
}
"""The headings of the parts of a report, in their order."""
REPORT_WORDS = {
    **PART_HEADINGS,
    "kind": "Goals and efforts network",
    "contents": "Contents",
    "vision": "Vision",
    "conclusion": "Conclusion",
    "source": "Source",
    "no_goal": "Linked to nothing",
    "target": "Target",
    "grade": "Efforts",
    "way": "Way that proves it",
    "proofs": "The grade of each goal and target, and what proves it",
    "goal": "Goal",
    "bare": "Nothing in this programme is linked to these goals.",
    "no_elements": "Nothing was found in this document.",
    "waived": "Waived findings",
    "no_findings": "No findings: every rule that was applied is met.",
    "no_cells": "No effort is linked to a goal or target, so there is no matrix.",
    "too_wide": "This matrix is too wide to be read on paper.",
    "no_notes": "No reading notes: everything was read as it stands.",
    "too_large": "This network is too large for a picture; the tables hold all of it.",
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
    contents = _ReportContents(network, profile.lang)
    facts = count_facts(network, findings, profile.lang)
    return {
        **contents.title_data(profile),
        "conclusion": one_line(profile.conclusion),
        "facts": [fact._asdict() for fact in facts],
        "summary": summarise_programme(
            network, findings, planning, profile.lang
        ),
        "reading": [
            sentence.in_language(profile.lang)
            for sentence in reading_sentences(network.programme)
        ],
        "table": contents.table_data(),
        "smart": contents.target_data(),
        "coverage": contents.coverage_data(),
        **_finding_lists(findings, profile),
        "matrix": contents.matrix_data(matrix),
        "planning": contents.planning_rows(planning),
        "details": contents.detail_rows(),
        "notes": contents.note_rows(),
    }


def _finding_lists(
    findings: tuple[Finding, ...], profile: Profile
) -> ReportData:
    """The findings by rule, and the same in stretches that are set alike.

    A stretch of rules of which one sentence says all is a table; other rules stand apart.
    """
    by_rule = findings_by_rule(findings, profile.lang, profile.source)
    rules = [_finding_data(rule) for rule in by_rule]
    stretches = groupby(rules, key=lambda rule: bool(rule["alike"]))
    waived = waived_rows(profile.waived, profile.lang, profile.source)
    return {
        "waived": list(map(_waived_data, waived)),
        "findings": rules,
        "found": [list(stretch) for _, stretch in stretches],
    }


def _finding_data(rule: RuleFindings) -> ReportData:
    rows = [
        {
            "ids": spot.ids,
            "sentence": spot.sentence,
            "place": "; ".join(spot.places),
        }
        for spot in rule.spots
    ]
    return rule._asdict() | {
        "spots": rows,
        "severity": rule.severity.name.lower(),
        "ids": rule.ids,
    }


def _waived_data(row: WaivedRow) -> ReportData:
    return {
        "ids": row.spot.ids,
        "sentence": row.spot.sentence,
        "place": "; ".join(row.spot.places),
        "code": row.code,
        "decision": row.decision,
    }


def about_report(identity: Identity, profile: Profile) -> list[str]:
    """Whose programme it is, for which years and of what date, and which version this is of what.

    What nobody said is left out.
    """
    edition = one_line(profile.edition)
    if edition:
        words = Sentence("version {edition}", edition=edition)
        edition = words.in_language(profile.lang)
    facts = (
        identity.organisation,
        identity.period,
        identity.date,
        edition,
        one_line(profile.status),
    )
    return [fact for fact in facts if fact]


def _shorten_code(element: Element) -> str:
    return shorten_text(element.id, WIDEST_CODE, "bold")


def _section_form(section: DinSection) -> str:
    """How a section is set.

    Returns:
        ``list`` for goals without anything beside them, ``groups`` for efforts without goals, and
        ``table`` for all else.
    """
    rows = list(chain.from_iterable(group.rows for group in section.groups))
    goals = [group.goal for group in section.groups]
    between = any(row.between for row in rows)
    efforts = any(row.efforts for row in rows)
    if all(goals) and not between and not efforts:
        return "list"
    return "table" if any(goals) or between else "groups"


class _ReportContents:
    def __init__(self, network: Network, lang: str) -> None:
        self.network = network
        self.lang = lang
        self.say = translator_for(lang)
        self.din_table = DinTable(network)

    def title_data(self, profile: Profile) -> ReportData:
        """What stands on the first page, and the words of ours that the template needs."""
        source = profile.source
        programme = self.network.programme
        return {
            "lang": self.lang,
            "text_lang": programme.lang,
            "title": programme.title or source or self.say("Programme"),
            "about": about_report(programme.identity, profile),
            "document": source,
            "origin": describe_origin(source, self.lang),
            "vision": programme.vision or "",
            "words": {
                name: self.say(words) for name, words in REPORT_WORDS.items()
            },
        }

    # the DIN table

    def table_data(self) -> ReportData:
        """The table of goals, targets and efforts, by theme."""
        headings = [
            capitalise_first(self.say("goal")),
            between_words(self.network, self.say),
            capitalise_first(self.say("efforts")),
        ]
        sections = map(self._section_data, self.din_table.sections)
        return {"headings": headings, "sections": list(sections)}

    def _section_data(self, section: DinSection) -> ReportData:
        return {
            "heading": self._section_heading(section),
            "form": _section_form(section),
            "groups": [self._group_data(group) for group in section.groups],
        }

    def _section_heading(self, section: DinSection) -> str:
        if section.theme:
            return f"{section.theme.id} {section.theme.text}"
        if section.loose:
            return self.say("Linked to nothing")
        if self.network.themes:
            return self.say("Without a theme")
        return capitalise_first(self.say("goals"))

    def _group_data(self, group: DinGroup) -> ReportData:
        goal = self._entry_data(group.goal, None) if group.goal else None
        rows = [
            {
                "between": self._entries_data(row.between, group.goal),
                "efforts": self._entries_data(row.efforts, group.goal),
                "no_effort": self.say(
                    self.din_table.missing_effort_words(row, group.goal)
                ),
                "no_target": self.say(
                    self.din_table.missing_target_words(group)
                ),
            }
            for row in group.rows
        ]
        return {"goal": goal, "label": self._group_label(group), "rows": rows}

    def _group_label(self, group: DinGroup) -> str:
        """Under which words a group without a goal stood; empty for all other groups."""
        if not group.label:
            return ""
        return capitalise_first(f"{self.say('stood under')} {group.label}")

    def _entries_data(
        self, elements: Iterable[Element], goal: Element | None
    ) -> list[ReportData]:
        return [self._entry_data(element, goal) for element in elements]

    def _entry_data(
        self, element: Element, goal: Element | None
    ) -> ReportData:
        references = self.din_table.cross_references(element, goal)
        parts = self.din_table.parts.get(element.id, ())
        return {
            "id": _shorten_code(element),
            "kind": element.kind,
            "called": self._spoken_kind(element.kind),
            "text": element.text,
            "sources": "; ".join(element.sources),
            "marks": [self._reference_words(mark) for mark in references],
            "parts": self._entries_data(parts, None),
        }

    def _spoken_kind(self, kind: Kind) -> str:
        """The name of a kind; empty for the kinds that a column of the table says."""
        if kind in ("goal", "target", "effort"):
            return ""
        return capitalise_first(self.say(KIND_NAMES[kind].one))

    def _reference_words(self, mark: DinMark) -> str:
        named = [*mark.ids[:MOST_NAMED_IDS], *mark.names]
        others = len(mark.ids) - MOST_NAMED_IDS
        if others > 0:
            named.append(self.say("and {count} more").format(count=others))
        return f"{self.say(mark.words)} {', '.join(named)}"

    # targets

    def target_data(self) -> ReportData:
        """The sheet of targets and of goals without any, as tables; none without either."""
        sheet = build_target_sheet(self.network, self.lang)
        tables = [
            {
                "title": self.say(table.title),
                "remark": self.say(table.remark) if table.remark else "",
                "heads": list(table.heads),
                "rows": [list(row.cells("–")) for row in table.rows],
            }
            for table in sheet.tables()
        ]
        return {"legend": sheet.legend, "tables": tables}

    # coverage

    def coverage_data(self) -> ReportData:
        """The grades by theme and in total, what they mean, and what proves each."""
        coverage = self.network.coverage()
        definitions = grade_definitions(self.network, self.lang)
        tables = []
        for kind, heading in (("targets", "Targets"), ("goals", "Goals")):
            whole: Tally = getattr(coverage, kind)
            if whole.total:
                table = self._coverage_table(coverage, kind, heading)
                meanings = [
                    [capitalise_first(name), meaning]
                    for name, meaning in definitions[kind]
                ]
                tables.append({**table, "definitions": meanings})
        return {
            "tables": tables,
            "missed": self._missed_targets(),
            "proofs": list(self._proof_rows()),
        }

    def _coverage_table(
        self, coverage: Coverage, kind: str, heading: str
    ) -> ReportData:
        """How targets or goals are covered, by theme and then in total."""
        whole: Tally = getattr(coverage, kind)
        columns = tally_columns([whole], self.lang, of_goals=kind == "goals")
        rows = [
            self._tally_row(row.theme, getattr(row, kind), columns)
            for row in coverage.themes
        ]
        total = [self.say("Total"), *_grade_counts(whole, columns)]
        names = [capitalise_first(column.name) for column in columns]
        return {
            "heading": self.say(heading),
            "columns": [self.say("Theme"), *names],
            "rows": [*rows, total],
        }

    def _tally_row(
        self,
        theme: Element | None,
        tally: Tally,
        columns: Sequence[TallyColumn],
    ) -> list[str | int]:
        name = (
            f"{theme.id} {theme.text}"
            if theme
            else self.say("Without a theme")
        )
        return [name, *_grade_counts(tally, columns)]

    def _missed_targets(self) -> list[list[str]]:
        """For every goal the targets under it that miss an effort of their own there.

        Returns:
            The id of the goal, that of the target, and the grade of the target under that goal.
        """
        lang = self.lang
        return [
            [
                goal.id,
                target.id,
                capitalise_first(
                    grade_name(grade, of_goals=False).in_language(lang)
                ),
            ]
            for target, goal, grade in self.network.measurements()
            if grade not in (Grade.DIRECT, Grade.UNKNOWN)
        ]

    def _proof_rows(self) -> Iterator[list[str]]:
        """The id of each goal and target, its grade, and the way that proves it."""
        for element, _, words, path, doubt in told_proofs(
            self.network, self.lang
        ):
            way = "; ".join(filter(None, (path, doubt)))
            yield [element.id, capitalise_first(words), way]

    # matrix and planning

    def matrix_data(self, matrix: DinMatrix) -> ReportData:
        """The matrix in bands of columns that fit on a page, and its legend."""
        bands = _readable_bands(matrix)
        missing = "too_wide" if matrix.cells else "no_cells"
        return {
            "legend": self._matrix_legend(matrix, several=len(bands) > 1),
            "bands": [self._band_data(matrix, band) for band in bands],
            "missing": self.say(REPORT_WORDS[missing]),
        }

    def _matrix_legend(
        self, matrix: DinMatrix, *, several: bool
    ) -> list[list[str]]:
        """What the signs of a matrix mean, and when it has several bands what their totals are."""
        ways, weak = matrix.ways()
        legend = [(WAY_SIGNS[way], WAY_WORDS[way]) for way in ways]
        if weak:
            legend.append(("( )", BRACKETS_LEGEND))
        if several:
            legend.append(("", PARTIAL_LEGEND))
        return [[sign, words.in_language(self.lang)] for sign, words in legend]

    def _band_data(
        self, matrix: DinMatrix, band: tuple[MatrixColumn, ...]
    ) -> ReportData:
        heads = [_column_head(column.element) for column in band]
        rows = [
            _band_row(matrix, band, effort) for effort in matrix.rows_in(band)
        ]
        totals = [matrix.serving(column) for column in band]
        return {
            "themes": self._theme_spans(band),
            "columns": heads,
            "rows": rows,
            "totals": totals,
        }

    def _theme_spans(
        self, band: tuple[MatrixColumn, ...]
    ) -> list[list[str | int]]:
        """The name of each theme over the columns, and over how many it stands.

        Nothing when the programme has no themes.
        """
        if not self.network.themes:
            return []
        by_theme = groupby(band, key=lambda column: column.theme)
        return [
            [self._theme_name(theme), len(list(columns))]
            for theme, columns in by_theme
        ]

    def _theme_name(self, theme_id: str | None) -> str:
        if not theme_id:
            return self.say("Without a theme")
        return f"{theme_id} {display_text(self.network[theme_id], short=True)}"

    def planning_rows(self, planning: Planning) -> list[ReportData]:
        """The planning in words, of the efforts of which one is known."""
        return [
            self.planning_data(line) for line in planning.lines if line.known
        ]

    def planning_data(self, line: EffortPlanning) -> ReportData:
        """The planning of one effort in words."""
        return {
            "id": _shorten_code(line.effort),
            "text": line.text,
            "who": line.who,
            "when": line.words().in_language(self.lang),
        }

    def detail_rows(self) -> list[ReportData]:
        """The roles, measurements and own columns of elements; empty when none has any."""
        return [
            {
                "id": _shorten_code(element),
                "kind": element.kind,
                "lines": [list(line) for line in lines],
            }
            for element in self.network
            if (lines := detail_lines(element, self.lang))
        ]

    def note_rows(self) -> list[list[str]]:
        """The reading notes: where, and what."""
        notes = told_notes(self.network.programme)
        return [
            [place_in_words(note.place, self.lang), note.message]
            for note in notes
        ]


def _readable_bands(matrix: DinMatrix) -> list[tuple[MatrixColumn, ...]]:
    """The columns in pieces that fit on a page; none when they are too many to be read on paper."""
    if not matrix.cells:
        return []
    bands = list(split_columns(matrix.columns, MOST_COLUMNS))
    return bands if len(bands) <= MOST_BANDS else []


def _column_head(element: Element) -> list[str]:
    """The code over a column of the matrix, the kind that it has, and its words."""
    words = display_text(element, short=True)
    return [
        shorten_text(element.id, WIDEST_COLUMN_CODE, "bold"),
        element.kind,
        shorten_text(words, COLUMN_WORDS_ROOM),
    ]


def _band_row(
    matrix: DinMatrix, band: tuple[MatrixColumn, ...], effort: Effort
) -> ReportData:
    return {
        "id": _shorten_code(effort),
        "text": display_text(effort, short=True),
        "signs": [_cell_sign(matrix, effort, column) for column in band],
        "served": matrix.served(effort),
    }


def _cell_sign(matrix: DinMatrix, effort: Effort, column: MatrixColumn) -> str:
    cell = matrix.cell(effort, column)
    return cell.sign if cell else ""


def _grade_counts(tally: Tally, columns: Iterable[TallyColumn]) -> list[int]:
    return [tally.of_grade(column.grade) for column in columns]
