"""The long lists of a large page as data.

The page's script makes a list when it is opened: to write all of them into the page would take
longer than a reader ever gets back.
"""

from collections.abc import Sequence
from typing import Any

from dinet.finding import Severity
from dinet.layout.tables.din_table import DinGroup, DinRow, DinSection, DinTable
from dinet.model import Element, Note
from dinet.network import Grade, Network
from dinet.report.findings_by_rule import RuleFindings
from dinet.wording.labels import LEVEL_WORDS, capitalise_first, translator_for
from dinet.writers.page.script_facts import NumberedPlaces, element_facts
from dinet.writers.page.words import between_words

LIST_WORDS = {
    "nothing": "Nothing was found in this document.",
    "loose": "Linked to nothing",
    "not_said": "The document does not say what these serve.",
    "without_theme": "Without a theme",
    "stood_under": "stood under",
    "whole": "for the goal as a whole",
    "no_target": "no target",
    "no_own_effort": "no effort of its own",
    "no_effort": "no effort",
    "no_goals": "no goals",
    "sources": "Source",
    "more": "and {count} more",
    "grades": "Direct: an effort is linked to it. Through the goal: its goal has efforts, "
    "but none is linked to the target. None: no effort at all.",
    "targets": "Targets",
    "goals": "Goals",
    "theme": "Theme",
    "share": "Share",
    "total": "Total",
    "twice": "What two themes share counts in both rows and once in the total.",
    "none_graded": "No goals or targets.",
    "missed": "Targets that miss an effort under one of their goals",
    "through_other": "{target} has no effort of its own under {goal}.",
    "at_all": "{target} has no effort at all under {goal}.",
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
    "code": "Code",
}
"""What the lists say, in the words that the templates of a small page have for it."""


class ScriptLists:
    """The table, the coverage, the findings and the notes, with a number for every element.

    Args:
        network: What the page shows; a second element with a taken id gets a number after all
            others.
        told: The findings, by rule.
        lang: The language of the page.
    """

    def __init__(
        self, network: Network, told: Sequence[RuleFindings], lang: str
    ) -> None:
        self.network, self.rule_findings, self.lang, self.say = (
            network,
            told,
            lang,
            translator_for(lang),
        )
        self.double_elements = [
            each for each in network.programme.elements if network[each.id] is not each
        ]
        self.number_by_identity = {
            id(each): number
            for number, each in enumerate((*network, *self.double_elements))
        }
        self.number_of = {each.id: number for number, each in enumerate(network)}
        self.table = DinTable(network)
        self.translations: dict[str, str] = {}

    def build_data(self) -> dict[str, Any]:
        """Everything, ready for JSON.

        An element is its number or, with marks, a list of its number and these.
        """
        say, places = self.say, NumberedPlaces(self.lang)
        return {
            "words": {name: say(words) for name, words in LIST_WORDS.items()},
            "columns": [
                capitalise_first(say("goal")),
                between_words(self.network, say),
                capitalise_first(say("efforts")),
            ],
            "doubles": [element_facts(each, places) for each in self.double_elements],
            "table": list(map(self._section_data, self.table.sections)),
            "parts": {
                self.number_of[each]: list(map(self._entry_data, parts))
                for each, parts in self.table.parts.items()
            },
            "coverage": self._coverage_data(),
            "severities": list(
                filter(None, map(self._severity_data, sorted(Severity, reverse=True)))
            ),
            "found": list(map(self._finding_data, self.rule_findings)),
            "notes": list(map(self._note_data, self.network.programme.notes)),
        }

    def _section_data(self, section: DinSection) -> list[Any]:
        """The theme or what stands in its place, and the groups."""
        heading = (
            LIST_WORDS["loose"]
            if section.loose
            else "Without a theme"
            if self.network.themes
            else "Goals"
        )
        theme = self._entry_data(section.theme) if section.theme else None
        return [theme, self.say(heading), *map(self._group_data, section.groups)]

    def _group_data(self, group: DinGroup) -> list[Any]:
        goal = self._entry_data(group.goal) if group.goal else None
        return [
            goal,
            group.label,
            *(self._row_data(row, group.goal) for row in group.rows),
        ]

    def _row_data(self, row: DinRow, goal: Element | None) -> list[Any]:
        return [[self._entry_data(each, goal) for each in entries] for entries in row]

    def _entry_data(self, element: Element, goal: Element | None = None) -> Any:
        number, marks = (
            self.number_by_identity[id(element)],
            self.table.cross_references(element, goal),
        )
        if not marks:
            return number
        return [
            number,
            *(
                [
                    self._translate_once(each.words),
                    [self.number_of[other] for other in each.ids],
                    each.names,
                ]
                for each in marks
            ),
        ]

    def _translate_once(self, words: str) -> str:
        if words not in self.translations:
            self.translations[words] = self.say(words)
        return self.translations[words]

    def _coverage_data(self) -> dict[str, Any]:
        found, number = self.network.coverage(), self.number_of
        missed = (
            each
            for each in self.network.measurements()
            if each.grade is not Grade.DIRECT
        )
        return {
            "total": [found.targets, found.goals],
            "themes": [
                [number[row.theme.id] if row.theme else None, row.targets, row.goals]
                for row in found.themes
            ],
            "remarks": [
                [
                    number[each.target.id],
                    number[each.goal.id],
                    each.grade is Grade.THROUGH,
                ]
                for each in missed
            ],
        }

    def _finding_data(self, found: RuleFindings) -> list[Any]:
        """What the rule is about, whether that says it all, and the places of each finding."""
        return [
            found.about,
            found.alike,
            *("; ".join(spot.places) for spot in found.spots),
        ]

    def _severity_data(self, severity: Severity) -> list[str]:
        """How many findings of a severity there are, in words; nothing when there are none."""
        many = sum(
            len(each.spots) for each in self.rule_findings if each.severity is severity
        )
        one, more = LEVEL_WORDS[severity.name.lower()]
        return (
            [severity.name.lower(), f"{many} {self.say(one if many == 1 else more)}"]
            if many
            else []
        )

    def _note_data(self, note: Note) -> tuple[str, str, str]:
        return (
            note.place.as_sentence().in_language(self.lang) if note.place else "",
            note.message,
            note.code,
        )
