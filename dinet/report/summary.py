"""What a report says of a programme as a whole, in words and numbers."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.tables.planning import Planning
from dinet.network import Network
from dinet.wording.labels import (
    KIND_NAMES,
    LEVEL_WORDS,
    capitalise_first,
    translator_for,
)


class CountedFact(NamedTuple):
    """A number, what it counts, and the kind of element that it is about, if any."""

    number: str
    words: str
    kind: str = ""


def count_facts(
    network: Network, findings: tuple[Finding, ...], lang: str
) -> list[CountedFact]:
    """How many elements there are of each kind that there is, and findings of each severity."""
    say = translator_for(lang)
    kinds = Counter(each.kind for each in network)
    found = [
        CountedFact(str(kinds[kind]), say(words[kinds[kind] != 1]), kind)
        for kind, words in KIND_NAMES.items()
        if kinds[kind]
    ]
    levels = Counter(each.severity for each in findings)
    for level, count in sorted(levels.items(), reverse=True):
        found += [
            CountedFact(str(count), say(LEVEL_WORDS[level.name.lower()][count != 1]))
        ]
    return found


def summarise_programme(
    network: Network, findings: tuple[Finding, ...], planning: Planning, lang: str
) -> list[str]:
    """The programme in a few sentences.

    Its coverage by grade, what rests on one effort, findings, planning and notes.
    """
    return [
        capitalise_first(sentence.in_language(lang))
        for sentence in _summary_sentences(network, findings, planning)
    ]


def _summary_sentences(
    network: Network, findings: tuple[Finding, ...], planning: Planning
) -> Iterator[Sentence]:
    yield from coverage_sentences(network)
    if critical := network.critical():
        rests = len({each.id for effort in critical for each in effort.rests})
        yield Sentence(
            "{count} elements rest on one effort each: when that stops, no effort serves them "
            "any more.",
            count=rests,
        )
    if findings:
        yield Sentence(
            "The audit has {count} findings; they stand with their reason and place in this "
            "report.",
            count=len(findings),
        )
    else:
        yield Sentence("No findings: every rule that was applied is met.")
    if planning.known:
        yield Sentence(
            "The planning is known of {known} of {total} efforts.",
            known=planning.known,
            total=len(planning.lines),
        )
    if notes := network.programme.notes:
        yield Sentence(
            "Reading the document left {count} notes on what was joined, inferred or not "
            "understood.",
            count=len(notes),
        )


class _CoverageSentences(NamedTuple):
    """How efforts cover elements of a kind, when all are alike and when they are not."""

    direct: Sentence
    none: Sentence
    mixed: Sentence


_GOAL_SENTENCES = _CoverageSentences(
    Sentence("All {total} goals have an effort that serves them directly."),
    Sentence("None of the {total} goals has an effort."),
    Sentence(
        "Of {total} goals: {direct} with an effort that serves them directly, {through} only by "
        "way of another goal, "
        "{none} without any effort."
    ),
)
_TARGET_SENTENCES = _CoverageSentences(
    Sentence("All {total} targets have an effort that serves them directly."),
    Sentence("None of the {total} targets has an effort."),
    Sentence(
        "Of {total} targets: {direct} with an effort that serves them directly, {through} only "
        "by way of their goal, "
        "{none} without any effort."
    ),
)


def coverage_sentences(network: Network) -> Iterator[Sentence]:
    """How efforts cover the goals, and how the targets, of the kinds that there are."""
    coverage = network.coverage()
    for grades, tally in (
        (_GOAL_SENTENCES, coverage.goals),
        (_TARGET_SENTENCES, coverage.targets),
    ):
        alike = {tally.direct: grades.direct, tally.none: grades.none}.get(
            tally.total, grades.mixed
        )
        words = alike if tally.total > 1 else grades.mixed
        if tally.total:
            yield Sentence(
                words.words,
                total=tally.total,
                direct=tally.direct,
                through=tally.through,
                none=tally.none,
            )
