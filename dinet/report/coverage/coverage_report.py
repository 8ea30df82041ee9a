"""What every output tells of coverage: grades, what they mean, and the way that proves each.

A grade that no goal or target has is left out of a table, except the best and the worst: their
absence tells something too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.model import Element, Goal
from dinet.network import (
    GOAL_GRADES,
    MEASURED_GRADES,
    TARGET_GRADES,
    Grade,
    GradeWords,
    Measured,
    Network,
    Tally,
    grade_name,
)
from dinet.wording.proof_words import path_in_words

ALWAYS_TOLD = frozenset({Grade.DIRECT, Grade.NONE})
"""The grades that are counted also when nothing has them."""


class TallyColumn(NamedTuple):
    """A grade that a table of coverage has a column for."""

    grade: Grade
    name: str


class ProvenGrade(NamedTuple):
    """An element with its grade in words, and the way that proves it.

    Args:
        grade: How efforts cover it.
        words: The grade's name.
        path: The way in ids and arrows; empty where nothing leads to the element.
        doubt: That the grade rests on weak evidence, and what is left without; empty if not.
    """

    element: Element
    grade: Grade
    words: str
    path: str
    doubt: str


def told_grades(tallies: Iterable[Tally], *, of_goals: bool) -> list[Grade]:
    """The grades that some tallies are told by, best first."""
    rows = list(tallies)
    grades = GOAL_GRADES if of_goals else TARGET_GRADES
    found = {
        grade for grade in grades if any(row.of_grade(grade) for row in rows)
    }
    # where all is unknown, that none has no effort would claim too much
    always = frozenset() if found == {Grade.UNKNOWN} else ALWAYS_TOLD
    return [grade for grade in grades if grade in found | always]


def tally_columns(
    tallies: Iterable[Tally], lang: str, *, of_goals: bool
) -> list[TallyColumn]:
    """The columns of a table of tallies, best first."""
    return [
        TallyColumn(
            grade, grade_name(grade, of_goals=of_goals).in_language(lang)
        )
        for grade in told_grades(tallies, of_goals=of_goals)
    ]


def prove_grade(network: Network, element: Element, lang: str) -> ProvenGrade:
    """The grade of a goal or target in words, with the way that proves it."""
    proof = network.proof(element)
    name = grade_name(proof.grade, of_goals=isinstance(element, Goal))
    doubt = ""
    if proof.without_weak is not None:
        left = grade_name(
            proof.without_weak, of_goals=isinstance(element, Goal)
        )
        doubt = Sentence(
            "rests on a link that the document does not state; without it: {grade}",
            grade=left,
        ).in_language(lang)
    return ProvenGrade(
        element,
        proof.grade,
        name.in_language(lang),
        path_in_words(proof.path, proof.links),
        doubt,
    )


def proven_grades(network: Network, lang: str) -> Iterator[ProvenGrade]:
    """All goals and then all targets, each with its grade and its proof."""
    for element in (*network.goals, *network.targets):
        yield prove_grade(network, element, lang)


def told_proofs(network: Network, lang: str) -> Iterator[ProvenGrade]:
    """The grades that a report gives one by one: without those that the document leaves open."""
    for proven in proven_grades(network, lang):
        if proven.grade is not Grade.UNKNOWN:
            yield proven


def measures_sentence(network: Network) -> Sentence | None:
    """How many goals are measured, and how; None without goals."""
    counts = Counter(network.measured(goal) for goal in network.goals)
    parts = [
        Sentence("{count} {name}", count=counts[grade], name=words.name)
        for grade, words in MEASURED_GRADES.items()
        if counts[grade]
    ]
    if not parts:
        return None
    total = len(network.goals)
    if counts[Measured.NONE] == total:
        return CountedSentence(
            "No target measures the one goal.",
            "No target measures any of the {count} goals.",
            total,
        )
    return Sentence(
        "Goals measured: {counts}.", counts=JoinedSentences(*parts, glue=", ")
    )


class GradeDefinition(NamedTuple):
    """What a grade is called, and what it means, in the reader's language."""

    name: str
    definition: str


def grade_definitions(
    network: Network, lang: str
) -> dict[str, list[GradeDefinition]]:
    """The meanings of the grades that a report tells, for goals, targets and measuring.

    Empty for what the programme has nothing of.
    """
    coverage = network.coverage()
    goals = told_grades([coverage.goals], of_goals=True)
    targets = told_grades([coverage.targets], of_goals=False)
    measured = {network.measured(goal) for goal in network.goals}
    of_goals = [GOAL_GRADES[grade] for grade in goals]
    of_targets = [TARGET_GRADES[grade] for grade in targets]
    of_measuring = [
        words for grade, words in MEASURED_GRADES.items() if grade in measured
    ]
    return {
        "goals": _define_grades(of_goals, lang) if network.goals else [],
        "targets": _define_grades(of_targets, lang) if network.targets else [],
        "measured": _define_grades(of_measuring, lang),
    }


def _define_grades(
    grades: Iterable[GradeWords], lang: str
) -> list[GradeDefinition]:
    return [
        GradeDefinition(
            words.name.in_language(lang), words.definition.in_language(lang)
        )
        for words in grades
    ]


def definition_data(lang: str) -> dict[str, dict[str, str]]:
    """The meaning of every grade by its name in JSON, for goals, targets and measuring."""
    return {
        "goals": _meanings_by_name(GOAL_GRADES, lang),
        "targets": _meanings_by_name(TARGET_GRADES, lang),
        "measured": _meanings_by_name(MEASURED_GRADES, lang),
    }


def _meanings_by_name(
    grades: Mapping[Grade, GradeWords] | Mapping[Measured, GradeWords],
    lang: str,
) -> dict[str, str]:
    return {
        grade.value: words.definition.in_language(lang)
        for grade, words in grades.items()
    }


def proof_data(network: Network) -> list[dict[str, object]]:
    """The grade of each goal and target with the way that proves it, ready for JSON."""
    return [
        _element_data(network, element)
        for element in (*network.goals, *network.targets)
    ]


def _element_data(network: Network, element: Element) -> dict[str, object]:
    proof = network.proof(element)
    data: dict[str, object] = {
        "id": element.id,
        "grade": proof.grade.value,
        "path": [step.id for step in proof.path],
        "links": [
            {
                "from": link.start,
                "to": link.end,
                "kind": link.kind,
                "basis": link.basis,
            }
            for link in proof.links
        ],
    }
    if proof.without_weak is not None:
        data["without_weak_links"] = proof.without_weak.value
    if isinstance(element, Goal):
        measured = network.measure_proof(element)
        data["measured"] = measured.measured.value
        data["measured_path"] = [step.id for step in measured.path]
    return data
