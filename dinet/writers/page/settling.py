"""What a page needs to settle in it what its document leaves open; few pages have anything open."""

import json
from collections.abc import Iterable, Iterator, Mapping

from dinet.finding import Finding
from dinet.interpret.mapping.link_questions import (
    LinkQuestion,
    form_name,
    link_questions,
)
from dinet.interpret.mapping.sameness_questions import sameness_questions
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Goal, Target
from dinet.network import Network
from dinet.report.reading.unsaid_links import shell_argument
from dinet.wording.labels import translator_for

_ALIKE_RULE = "near_duplicate"
"""Finds two elements that say the same in other words."""

SETTLING_WORDS: dict[str, str] = {
    "told": "{count} of {total} linked",
    "serves": "Serves",
    "choose": "Choose a goal",
    "choose_for": "Choose a goal for {name}",
    "find": "Search by code or words",
    "options": "What can be served",
    "nothing": "Nothing fits these words.",
    "done": "Done",
    "drop": "Take away: {name} serves {aim}",
    "added": "{name} now serves {aim}.",
    "dropped": "{name} no longer serves {aim}.",
    "undone": "Taken back.",
    "each": "The efforts apart ({count})",
    "through_group": "by way of {group}",
    "by_group": "Efforts under a heading of the document",
    "by_effort": "Efforts",
    "by_target": "Targets",
    "by_goal": "Operational goals",
    "zelfde": "The same",
    "niet-zelfde": "Not the same",
    "pairs": "Do these say the same?",
    "read_as_one": "Read as one, though the words differ.",
    "judged": "{name}: {verdict}.",
    "unjudged": "{name}: open again.",
    "told_pairs": "{count} of {total} judged",
    "unsaved": "Not saved yet.",
    "downloaded": "The form {form} has been downloaded. Put it beside the document.",
    "saved": "Saved in {form}.",
    "saving": "Saving …",
    "refused": "Not saved: {reason}",
    "lost": "Not saved: dinet watch does not answer.",
    "conflict": "{form} was changed by someone else. Nothing has been overwritten.",
    "theirs": "In the form now",
    "mine": "Your choice",
    "open": "(open)",
    "take_mine": "Save my choice",
    "take_theirs": "Leave what is in the form",
    "explained_form": (
        "What the document does not say. Put between the brackets which ids are served, "
        "such as [D1, S2]; leave empty what is open."
    ),
}


def settling_facts(
    network: Network, findings: Iterable[Finding], profile: Profile
) -> dict[str, object] | None:
    """What the page's script needs to settle links, and whether two elements are one.

    Args:
        network: What the page shows.
        findings: Of two elements that say the same it is asked whether they are one.
        profile: The language, the document, and the form with which it was read.

    Returns:
        ``form`` and ``document``, their names; ``answers``, all that the form says; ``questions``,
        each a list of the form, a key and numbers of elements; ``aims``, the numbers of what can
        be served; ``words``; and ``links``, whether any question is on links. None when nothing
        is open, nothing could be served, or nothing may be settled.
    """
    if profile.answers is None:
        return None
    aims = [
        number
        for number, element in enumerate(network)
        if isinstance(element, Goal | Target)
    ]
    answers = json.loads(profile.answers) if profile.answers else {}
    links = link_questions(network.programme, answers) if aims else []
    pairs: list[LinkQuestion] = []
    if profile.original:  # only what is read from a document can become one
        alike = _alike_pairs(findings)
        pairs = sameness_questions(network.programme, alike, answers)
    if not links and not pairs:
        return None
    say = translator_for(profile.lang)
    form = form_name(profile.source)
    return {
        "form": form,
        "document": profile.source,
        "answers": answers,
        "questions": _number_questions(network, (*links, *pairs)),
        "links": bool(links),
        "aims": aims,
        "words": {name: say(words) for name, words in SETTLING_WORDS.items()},
    }


def rebuilding_command(source: str, lang: str) -> str:
    """What makes the page anew with the form for a document; it may be typed as it is."""
    form = shell_argument(form_name(source))
    document = shell_argument(source)
    command = Sentence(
        "dinet build {document} --mapping {made}", document=document, made=form
    )
    return command.in_language(lang)


def _alike_pairs(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """The ids of each two elements that a rule finds to say the same."""
    for finding in findings:
        if finding.rule == _ALIKE_RULE:
            values = finding.sentence.values
            yield str(values["other"]), str(values["id"])


def _number_questions(
    network: Network, questions: Iterable[LinkQuestion]
) -> list[tuple[str, str, list[int]]]:
    number: Mapping[str, int] = {
        element.id: at for at, element in enumerate(network)
    }
    return [
        (one.list_name, one.key, [number[each] for each in one.ids])
        for one in questions
    ]
