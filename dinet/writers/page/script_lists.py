"""The long lists of a large page as data.

The page's script makes a list when it is opened: to write all of them into the page would take
longer than a reader ever gets back.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dinet.finding import Severity
from dinet.language import group_thousands
from dinet.layout.tables.din_table import (
    DinGroup,
    DinMark,
    DinRow,
    DinSection,
    DinTable,
)
from dinet.model import Element, Note
from dinet.network import Grade, Network, Tally
from dinet.report.coverage.coverage_report import (
    grade_definitions,
    proven_grades,
    told_grades,
)
from dinet.report.findings.findings_by_rule import RuleFindings
from dinet.report.findings.reference_time import reference_time_sentence
from dinet.report.reading.reading_loss import reading_sentences
from dinet.report.reading.told_notes import kind_of_note, told_notes
from dinet.report.sentences import place_in_words
from dinet.wording.labels import LEVEL_WORDS, capitalise_first, translator_for
from dinet.writers.page.script_facts import (
    GRADES,
    NumberedPlaces,
    element_facts,
)
from dinet.writers.page.words import between_words

LIST_WORDS = {
    "nothing": "Nothing was found in this document.",
    "loose": "Linked to nothing",
    "not_said": "The document does not say what these serve.",
    "without_theme": "Without a theme",
    "stood_under": "stood under",
    "no_goals": "no goals",
    "sources": "Source",
    "more": "and {count} more",
    "targets": "Targets",
    "goals": "Goals",
    "theme": "Theme",
    "share": "Share",
    "total": "Total",
    "twice": "What two themes share counts in both rows and once in the total.",
    "none_graded": "No goals or targets.",
    "missed": "Targets that miss an effort under one of their goals",
    "target_under": "{target} under {goal}: {grade}",
    "no_findings": "No findings: every rule that was applied is met.",
    "all_findings": "All findings, the most serious first",
    "element": "Element",
    "finding": "Finding",
    "places": "In the document",
    "reading": (
        "What reading joined, merged, inferred or did not understand. Nothing is guessed "
        "in silence."
    ),
    "no_notes": "No reading notes: everything was read as it stands.",
    "all_notes": "All reading notes, in the order of the document",
    "note": "Note",
    "kind": "Kind",
    "unfiltered": (
        "The filters leave these as they are: they are about the document as a whole."
    ),
}
"""What the lists say, in the words that the templates of a small page have for it."""


class ScriptLists:
    """The table, the coverage, the findings and the notes, with a number for every element.

    Args:
        network: What the page shows; a second element with a taken id gets a number after all
            others.
        rules: The findings, by rule.
        lang: The language of the page.
    """

    def __init__(
        self, network: Network, rules: Sequence[RuleFindings], lang: str
    ) -> None:
        self.network = network
        self.rule_findings = rules
        self.lang = lang
        self.say = translator_for(lang)
        programme = network.programme
        self.double_elements = [
            element
            for element in programme.elements
            if network[element.id] is not element
        ]
        numbered = enumerate((*network, *self.double_elements))
        self.number_by_identity = {
            id(element): number for number, element in numbered
        }
        self.number_of = {
            element.id: number for number, element in enumerate(network)
        }
        self.table = DinTable(network)
        self.translations: dict[str, str] = {}

    def build_data(self) -> dict[str, Any]:
        """Everything, ready for JSON.

        An element is its number or, with marks, a list of its number and these.
        """
        words = {
            name: self.say(english) for name, english in LIST_WORDS.items()
        }
        places = NumberedPlaces(self.lang)
        doubles = [
            element_facts(twin, places, self.lang)
            for twin in self.double_elements
        ]
        return {
            "words": words,
            "columns": [
                capitalise_first(self.say("goal")),
                between_words(self.network, self.say),
                capitalise_first(self.say("efforts")),
            ],
            "doubles": doubles,
            "table": list(map(self._section_data, self.table.sections)),
            "parts": self._part_lists(),
            "coverage": self._coverage_data(),
            "severities": list(self._severity_lists()),
            "reading": [
                sentence.in_language(self.lang)
                for sentence in reading_sentences(self.network.programme)
            ],
            "as_of": reference_time_sentence(
                self.network.programme.identity
            ).in_language(self.lang),
            "found": list(map(self._finding_data, self.rule_findings)),
            "notes": list(
                map(self._note_data, told_notes(self.network.programme))
            ),
        }

    def _part_lists(self) -> dict[int, list[Any]]:
        """The sub-efforts of each effort that has any, by its number."""
        return {
            self.number_of[effort]: list(map(self._entry_data, parts))
            for effort, parts in self.table.parts.items()
        }

    def _section_data(self, section: DinSection) -> list[Any]:
        """The theme or what stands in its place, and the groups."""
        theme = self._entry_data(section.theme) if section.theme else None
        heading = self.say(self._section_heading(section))
        return [theme, heading, *map(self._group_data, section.groups)]

    def _section_heading(self, section: DinSection) -> str:
        """What stands over a section without a theme, in English."""
        if section.loose:
            return LIST_WORDS["loose"]
        return "Without a theme" if self.network.themes else "Goals"

    def _group_data(self, group: DinGroup) -> list[Any]:
        goal = self._entry_data(group.goal) if group.goal else None
        rows = (self._row_data(row, group) for row in group.rows)
        return [goal, group.label, *rows]

    def _row_data(self, row: DinRow, group: DinGroup) -> list[Any]:
        """What stands between, the efforts, and what is said where there are none of these."""
        goal = group.goal
        between = [self._entry_data(element, goal) for element in row.between]
        efforts = [self._entry_data(effort, goal) for effort in row.efforts]
        data: list[Any] = [between, efforts]
        if not efforts or (goal and not between):
            no_effort = self.table.missing_effort_words(row, goal)
            no_target = self.table.missing_target_words(group)
            data += map(self._translate_once, (no_effort, no_target))
        return data

    def _entry_data(
        self, element: Element, goal: Element | None = None
    ) -> Any:
        number = self.number_by_identity[id(element)]
        marks = self.table.cross_references(element, goal)
        if not marks:
            return number
        return [number, *map(self._mark_data, marks)]

    def _mark_data(self, mark: DinMark) -> list[Any]:
        """The words of a mark, the numbers of the elements that it names, and other names."""
        numbers = [self.number_of[other] for other in mark.ids]
        return [self._translate_once(mark.words), numbers, mark.names]

    def _translate_once(self, words: str) -> str:
        if words not in self.translations:
            self.translations[words] = self.say(words)
        return self.translations[words]

    def _coverage_data(self) -> dict[str, Any]:
        """The tallies in total and by theme, and the targets that miss an effort under a goal."""
        coverage = self.network.coverage()
        number = self.number_of
        themes = []
        for row in coverage.themes:
            theme = number[row.theme.id] if row.theme else None
            themes.append([theme, row.targets, row.goals])
        definitions = grade_definitions(self.network, self.lang)
        return {
            "total": [coverage.targets, coverage.goals],
            "columns": [
                _told_numbers(coverage.targets, of_goals=False),
                _told_numbers(coverage.goals, of_goals=True),
            ],
            "meanings": [definitions["targets"], definitions["goals"]],
            "themes": themes,
            "proofs": dict(self._proof_rows()),
            "remarks": list(self._missed_targets()),
        }

    def _proof_rows(self) -> Iterator[tuple[int, str]]:
        """The way that proves the grade of each goal and target that has one."""
        for element, _, _, path, doubt in proven_grades(
            self.network, self.lang
        ):
            words = "; ".join(filter(None, (path, doubt)))
            if words:
                yield self.number_of[element.id], words

    def _missed_targets(self) -> Iterator[list[int]]:
        """A target, the goal under which it misses an effort, and the grade that it has there."""
        for found in self.network.measurements():
            if found.grade not in (Grade.DIRECT, Grade.UNKNOWN):
                yield [
                    self.number_of[found.target.id],
                    self.number_of[found.goal.id],
                    GRADES.index(found.grade),
                ]

    def _finding_data(self, rule: RuleFindings) -> list[Any]:
        """What the rule is about, whether that says it all, and the places of each finding."""
        places = ("; ".join(spot.places) for spot in rule.spots)
        return [rule.about, rule.alike, *places]

    def _severity_lists(self) -> Iterator[list[str]]:
        """Each severity that there are findings of, the most serious first, and how many."""
        counts: Counter[Severity] = Counter()
        for rule in self.rule_findings:
            counts[rule.severity] += len(rule.spots)
        for severity in sorted(Severity, reverse=True):
            count = counts[severity]
            name = severity.name.lower()
            one, many = LEVEL_WORDS[name]
            if count:
                yield [
                    name,
                    f"{group_thousands(count, self.lang)} "
                    f"{self.say(one if count == 1 else many)}",
                ]

    def _note_data(self, note: Note) -> tuple[str, str, str]:
        place = place_in_words(note.place, self.lang)
        return place, note.message, kind_of_note(note, self.lang)


def _told_numbers(tally: Tally, *, of_goals: bool) -> list[int]:
    """The numbers of the grades that have a column."""
    grades = told_grades([tally], of_goals=of_goals)
    return [GRADES.index(grade) for grade in grades]
