"""The answers to questions, in words for a person and as data for a program."""

import json
from collections.abc import Iterator
from typing import Any

from dinet.cli.printing import coverage_lines, element_line, link_words, wrapped
from dinet.language import Sentence, translated
from dinet.network import Coverage, Critical, Grade, Hop, Impact, Measurement, Network, Orphans, Shared, Trace

_ORPHANS = {
    "goals_without_effort": "Goals without effort",
    "goals_without_target": "Goals without target",
    "targets_without_goal": "Targets without goal",
    "targets_without_effort": "Targets without an effort of their own",
    "efforts_without_goal": "Efforts without goal",
}


def data(answer: object) -> str:
    """An answer as JSON: elements by their ids, grades in words."""
    return json.dumps(_plain(answer), ensure_ascii=False, indent=2)


def _plain(value: object) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _plain(each) for name, each in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "id"):
        return value.id
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", by_alias=True, include={"start", "end", "kind", "basis"})
    return value


def orphans(network: Network, found: Orphans, lang: str) -> Iterator[str]:
    """The elements that miss a link, by what they miss."""
    for name, elements in found._asdict().items():
        yield f"{translated(_ORPHANS[name], lang)}: {len(elements) or translated('none', lang)}"
        for element in elements:
            yield element_line(element)
            if name == "targets_without_effort":
                yield wrapped(_grade(network.grade(element), lang), "      ")
    if not found.total:
        yield Sentence("Every goal has a target and an effort, every effort and target a goal.").said(lang)


def _grade(grade: Grade, lang: str) -> str:
    words = "covered through the goal only" if grade is Grade.THROUGH else "not covered: its goal has no effort either"
    return translated(words, lang)


def coverage(network: Network, found: Coverage, lang: str) -> Iterator[str]:
    """The grades, and which targets they are about."""
    yield from coverage_lines(found, lang)
    weak = [target for target in network.targets if network.grade(target) is not Grade.DIRECT]
    if weak:
        yield ""
        yield Sentence("Targets without an effort of their own").said(lang)
    for target in weak:
        yield element_line(target)
        yield wrapped(_grade(network.grade(target), lang), "      ")
    elsewhere = [each for each in network.measurements() if each.grade is not Grade.DIRECT and each.target not in weak]
    if elsewhere:
        yield ""
        yield Sentence("Shared targets that have an effort of their own, but not under this goal").said(lang)
    yield from (_elsewhere(each, lang) for each in elsewhere)


def _elsewhere(each: Measurement, lang: str) -> str:
    words = Sentence("{target} under {goal}: {grade}", target=each.target.id, goal=each.goal.id, grade=Sentence(each.grade.value))
    return wrapped(words.said(lang), "  ")


def shared(found: tuple[Shared, ...], lang: str) -> Iterator[str]:
    """Elements that serve more than one goal."""
    if not found:
        yield Sentence("No target or effort serves more than one goal.").said(lang)
    for each in found:
        yield element_line(each.element, "")
        words = Sentence("stands under {n} goals", n=len(each.serves)).said(lang)
        themes = Sentence("in {n} themes", n=len(each.themes)).said(lang) if len(each.themes) > 1 else ""
        yield f"    {words} {themes}".rstrip() + ":"
        for element in each.serves:
            yield element_line(element, "    ")


def critical(found: tuple[Critical, ...], lang: str) -> Iterator[str]:
    """Efforts on which something rests alone."""
    if not found:
        yield Sentence("Nothing rests on one effort only.").said(lang)
    for each in found:
        yield element_line(each.effort, "")
        yield "    " + Sentence("the only effort for:").said(lang)
        for element in each.rests:
            yield element_line(element, "    ")


def trace(found: Trace, lang: str) -> Iterator[str]:
    """What an element serves and what serves it, indented by distance."""
    yield element_line(found.element, "")
    for words, hops in (("serves, towards the vision", found.serves), ("is served by, towards the efforts", found.served_by)):
        yield ""
        yield f"{translated(words, lang)}: {len(hops) or translated('nothing', lang)}"
        for hop in hops:
            yield from _hop(hop, lang)


def _hop(hop: Hop, lang: str) -> Iterator[str]:
    indent = "  " * hop.distance
    yield element_line(hop.element, indent)
    yield wrapped(f"{hop.link.start} → {hop.link.end} {link_words(hop.link, lang)}", indent + "    ")


def impact(found: Impact, lang: str) -> Iterator[str]:
    """What falls to a lower grade when elements stop."""
    yield Sentence("If these stop: {ids}", ids=", ".join(each.id for each in found.stopped)).said(lang)
    if not found.losses:
        yield Sentence("every goal and target keeps the support that it has.").said(lang)
    for loss in found.losses:
        yield element_line(loss.element)
        words = Sentence("was {before}, becomes {after}", before=Sentence(loss.before.value), after=Sentence(loss.after.value))
        yield wrapped(words.said(lang), "      ")
