"""The long lists of a large page as data: its script makes them when they are opened, which writing them would not earn back."""

from collections.abc import Sequence
from typing import Any

from dinet.writers.page.script_facts import Places, facts

from dinet.finding import Severity
from dinet.model import Element, Note
from dinet.network import Grade, Network
from dinet.report.findings_by_rule import Found
from dinet.wording.labels import LEVEL_WORDS, between_words, capital, speaker
from dinet.writers.page.table import DinTable, Group, Row, Section

WORDS = {
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
    "reading": "What reading joined, merged, inferred or did not understand. Nothing is guessed in silence.",
    "no_notes": "No reading notes: everything was read as it stands.",
    "all_notes": "All reading notes, in the order of the document",
    "note": "Note",
    "code": "Code",
}
"""What the lists say, in the words that the templates of a small page have for it."""


class Lists:
    """The table, the coverage, the findings and the notes, with a number for every element.

    Args:
        network: What the page shows; a second element with a taken id gets a number after all
            others.
        told: The findings, by rule.
        lang: The language of the page.
    """

    def __init__(self, network: Network, told: Sequence[Found], lang: str) -> None:
        self.network, self.told, self.lang, self.say = (
            network,
            told,
            lang,
            speaker(lang),
        )
        self.doubles = [
            each for each in network.programme.elements if network[each.id] is not each
        ]
        self.number = {
            id(each): number for number, each in enumerate((*network, *self.doubles))
        }
        self.number_of = {each.id: number for number, each in enumerate(network)}
        self.table = DinTable(network)
        self.marks: dict[str, str] = {}

    def data(self) -> dict[str, Any]:
        """Everything, ready for JSON; an element is its number or, with marks, a list of its number and these."""
        say, places = self.say, Places(self.lang)
        return {
            "words": {name: say(words) for name, words in WORDS.items()},
            "columns": [
                capital(say("goal")),
                between_words(self.network, say),
                capital(say("efforts")),
            ],
            "doubles": [facts(each, places) for each in self.doubles],
            "table": list(map(self._section, self.table.sections)),
            "parts": {
                self.number_of[each]: list(map(self._entry, parts))
                for each, parts in self.table.parts.items()
            },
            "coverage": self._coverage(),
            "severities": list(
                filter(None, map(self._severity, sorted(Severity, reverse=True)))
            ),
            "found": list(map(self._found, self.told)),
            "notes": list(map(self._note, self.network.programme.notes)),
        }

    def _section(self, section: Section) -> list[Any]:
        """The theme or what stands in its place, and the groups."""
        heading = (
            WORDS["loose"]
            if section.loose
            else "Without a theme"
            if self.network.themes
            else "Goals"
        )
        theme = self._entry(section.theme) if section.theme else None
        return [theme, self.say(heading), *map(self._group, section.groups)]

    def _group(self, group: Group) -> list[Any]:
        goal = self._entry(group.goal) if group.goal else None
        return [goal, group.label, *(self._row(row, group.goal) for row in group.rows)]

    def _row(self, row: Row, goal: Element | None) -> list[Any]:
        return [[self._entry(each, goal) for each in entries] for entries in row]

    def _entry(self, element: Element, goal: Element | None = None) -> Any:
        number, marks = self.number[id(element)], self.table.marks(element, goal)
        if not marks:
            return number
        return [
            number,
            *(
                [
                    self._said(each.words),
                    [self.number_of[other] for other in each.ids],
                    each.names,
                ]
                for each in marks
            ),
        ]

    def _said(self, words: str) -> str:
        if words not in self.marks:
            self.marks[words] = self.say(words)
        return self.marks[words]

    def _coverage(self) -> dict[str, Any]:
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

    def _found(self, found: Found) -> list[Any]:
        """What the rule is about, whether that says it all, and the places of each finding."""
        return [
            found.about,
            found.alike,
            *("; ".join(spot.places) for spot in found.spots),
        ]

    def _severity(self, severity: Severity) -> list[str]:
        """How many findings of a severity there are, in words; nothing when there are none."""
        many = sum(len(each.spots) for each in self.told if each.severity is severity)
        one, more = LEVEL_WORDS[severity.name.lower()]
        return (
            [severity.name.lower(), f"{many} {self.say(one if many == 1 else more)}"]
            if many
            else []
        )

    def _note(self, note: Note) -> tuple[str, str, str]:
        return (
            note.place.words().said(self.lang) if note.place else "",
            note.message,
            note.code,
        )
