"""The answers to questions, in words for a person and as data for a program.

A question of the command line is a method of ``Network``; the lines for its answer are made by the
function named after it, ``orphans_lines`` for ``orphans``.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from dinet.cli.answers.printing import coverage_lines, element_line, wrap_text
from dinet.language import CountedSentence, Sentence, translate_words
from dinet.model import Goal, Target
from dinet.network import (
    Coverage,
    Critical,
    Grade,
    Hop,
    Impact,
    Loss,
    Measurement,
    Network,
    Orphans,
    Shared,
    Trace,
    grade_name,
)
from dinet.report.coverage.coverage_report import (
    ProvenGrade,
    definition_data,
    grade_definitions,
    measures_sentence,
    proof_data,
    prove_grade,
    proven_grades,
)
from dinet.report.sentences import link_in_words
from dinet.wording.proof_words import path_in_words

ORPHAN_WORDS = {
    "goals_without_effort": "Goals without effort",
    "goals_on_shared_target": "Goals without an effort of their own, only through a target "
    "that they share",
    "goals_without_target": "Goals without target",
    "goals_measured_below": "Goals without a target of their own, measured only through a goal "
    "under them",
    "targets_without_goal": "Targets without goal",
    "targets_without_effort": "Targets without an effort of their own",
    "efforts_without_goal": "Efforts without goal",
    "unknown": "Unknown: the document does not say what serves what",
}
_LINK_FIELDS = {"start", "end", "kind", "basis"}
_UNDER = "      "
"""What stands under a line about an element begins here."""


def answer_lines(
    network: Network, question: str, answer: Any, lang: str
) -> Iterator[str]:
    """The answer to a question, for a person.

    Args:
        network: What was asked.
        question: The name of the method that answered.
        answer: What it gave.
        lang: The reader's language.
    """
    if question == "orphans":
        return orphans_lines(network, answer, lang)
    if question == "coverage":
        return coverage_answer_lines(network, answer, lang)
    printers: dict[str, Callable[[Any, str], Iterator[str]]] = {
        "shared": shared_lines,
        "critical": critical_lines,
        "trace": trace_lines,
        "impact": impact_lines,
    }
    return printers[question](answer, lang)


def answer_data(
    network: Network, question: str, answer: object, lang: str
) -> str:
    """An answer as JSON: elements by their ids, grades by their names.

    That on coverage also has the way that proves each grade, and what the grades mean.
    """
    data = _plain_value(answer)
    if question == "coverage":
        data["elements"] = proof_data(network)
        data["definitions"] = definition_data(lang)
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain_value(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {
            name: _plain_value(field)
            for name, field in value._asdict().items()
        }
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    if hasattr(value, "id"):
        return value.id
    if hasattr(value, "model_dump"):
        return value.model_dump(
            mode="json", by_alias=True, include=_LINK_FIELDS
        )
    return value


def orphans_lines(
    network: Network, orphans: Orphans, lang: str
) -> Iterator[str]:
    """The elements that miss a link, by what they miss."""
    for name, elements in orphans._asdict().items():
        count = len(elements) or translate_words("none", lang)
        yield f"{translate_words(ORPHAN_WORDS[name], lang)}: {count}"
        for element in elements:
            yield element_line(element)
            if name in ("targets_without_effort", "goals_on_shared_target"):
                yield _grade_line(prove_grade(network, element, lang))
            elif name == "goals_measured_below" and isinstance(element, Goal):
                yield _measure_line(network, element)
    if not orphans.total:
        words = "Every goal has a target and an effort, every effort and target a goal."
        yield Sentence(words).in_language(lang)


def _grade_line(proven: ProvenGrade) -> str:
    """A grade in words, the way that proves it, and what speaks against it."""
    words = f"{proven.words}: {proven.path}" if proven.path else proven.words
    parts = filter(None, (words, proven.doubt))
    return wrap_text("; ".join(parts), _UNDER)


def _measure_line(network: Network, goal: Goal) -> str:
    proof = network.measure_proof(goal)
    return wrap_text(path_in_words(proof.path, proof.links), _UNDER)


def coverage_answer_lines(
    network: Network, coverage: Coverage, lang: str
) -> Iterator[str]:
    """The grades; every goal and target with its grade and the way that proves it; what it means.

    What has an effort of its own comes last, with its way only.
    """
    yield from coverage_lines(coverage, lang)
    measures = measures_sentence(network)
    if measures:
        yield from ("", measures.in_language(lang))
    proven = list(proven_grades(network, lang))
    for heading, model in (("Goals", Goal), ("Targets", Target)):
        of_kind = [each for each in proven if isinstance(each.element, model)]
        yield from _proven_lines(heading, of_kind, lang)
    yield from _elsewhere_lines(_covered_elsewhere(network), lang)
    yield from _definition_lines(network, lang)


def _proven_lines(
    heading: str, proven: list[ProvenGrade], lang: str
) -> Iterator[str]:
    """The elements of a kind, the worst grade first; none without any."""
    if not proven:
        return
    yield from ("", translate_words(heading, lang))
    rank = tuple(Grade).index
    for each in sorted(proven, key=lambda found: -rank(found.grade)):
        if each.grade is Grade.DIRECT and not each.doubt:
            yield wrap_text(f"{each.element.id}  {each.path}", "  ")
        else:
            yield element_line(each.element)
            yield _grade_line(each)


def _elsewhere_lines(elsewhere: list[Measurement], lang: str) -> Iterator[str]:
    if elsewhere:
        words = Sentence(
            "Shared targets that have an effort of their own, but not under this goal"
        )
        yield from ("", words.in_language(lang))
    for measurement in elsewhere:
        yield _measurement_line(measurement, lang)


def _covered_elsewhere(network: Network) -> list[Measurement]:
    """Where a target misses an effort that it has under another goal."""
    return [
        measurement
        for measurement in network.measurements()
        if measurement.grade is not Grade.DIRECT
        and network.grade(measurement.target) is Grade.DIRECT
    ]


def _measurement_line(measurement: Measurement, lang: str) -> str:
    words = Sentence(
        "{target} under {goal}: {grade}",
        target=measurement.target.id,
        goal=measurement.goal.id,
        grade=grade_name(measurement.grade, of_goals=False),
    )
    return wrap_text(words.in_language(lang), "  ")


def _definition_lines(network: Network, lang: str) -> Iterator[str]:
    """What each grade that occurs means, for goals and for targets."""
    definitions = grade_definitions(network, lang)
    headings = {
        "goals": "Grades of goals",
        "targets": "Grades of targets",
        "measured": "How goals are measured",
    }
    for what, heading in headings.items():
        if definitions[what]:
            yield from ("", translate_words(heading, lang))
        for name, definition in definitions[what]:
            yield wrap_text(f"{name}: {definition}", "  ")


def shared_lines(shared: tuple[Shared, ...], lang: str) -> Iterator[str]:
    """Elements that serve more than one goal."""
    if not shared:
        words = Sentence("No target or effort serves more than one goal.")
        yield words.in_language(lang)
    for sharing in shared:
        yield element_line(sharing.element, "")
        yield f"    {_sharing_words(sharing, lang)}:"
        for goal in sharing.serves:
            yield element_line(goal, "    ")


def _sharing_words(sharing: Shared, lang: str) -> str:
    """Under how many goals an element stands, and in how many themes when these are several."""
    sentences = [
        CountedSentence(
            "stands under {count} goal",
            "stands under {count} goals",
            len(sharing.serves),
        )
    ]
    themes = len(sharing.themes)
    if themes > 1:
        sentences.append(
            CountedSentence("in {count} theme", "in {count} themes", themes)
        )
    return " ".join(sentence.in_language(lang) for sentence in sentences)


def critical_lines(critical: tuple[Critical, ...], lang: str) -> Iterator[str]:
    """Efforts on which something rests alone."""
    if not critical:
        yield Sentence("Nothing rests on one effort only.").in_language(lang)
    for support in critical:
        yield element_line(support.effort, "")
        yield "    " + Sentence("the only effort for:").in_language(lang)
        for element in support.rests:
            yield element_line(element, "    ")


def trace_lines(trace: Trace, lang: str) -> Iterator[str]:
    """What an element serves and what serves it, indented by distance."""
    yield element_line(trace.element, "")
    sides = (
        (Sentence("serves, towards the vision"), trace.serves),
        (Sentence("is served by, towards the efforts"), trace.served_by),
    )
    for words, hops in sides:
        count = len(hops) or translate_words("nothing", lang)
        yield from ("", f"{words.in_language(lang)}: {count}")
        for hop in hops:
            yield from _hop_lines(hop, lang)


def _hop_lines(hop: Hop, lang: str) -> Iterator[str]:
    indent = "  " * hop.distance
    yield element_line(hop.element, indent)
    evidence = (
        f"{hop.link.start} → {hop.link.end} {link_in_words(hop.link, lang)}"
    )
    yield wrap_text(evidence, indent + "    ")


def impact_lines(impact: Impact, lang: str) -> Iterator[str]:
    """What falls to a lower grade when elements stop."""
    stopped = ", ".join(element.id for element in impact.stopped)
    yield Sentence("If these stop: {ids}", ids=stopped).in_language(lang)
    if not impact.losses:
        words = Sentence(
            "every goal and target keeps the support that it has."
        )
        yield words.in_language(lang)
    for loss in impact.losses:
        yield from _loss_lines(loss, lang)


def _loss_lines(loss: Loss, lang: str) -> Iterator[str]:
    yield element_line(loss.element)
    is_goal = isinstance(loss.element, Goal)
    words = Sentence(
        "was: {before}; becomes: {after}",
        before=grade_name(loss.before, of_goals=is_goal),
        after=grade_name(loss.after, of_goals=is_goal),
    )
    yield wrap_text(words.in_language(lang), _UNDER)
