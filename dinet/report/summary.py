"""What a report says of a programme as a whole, in words and numbers."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import CountedSentence, Sentence, translate_words
from dinet.layout.tables.planning import Planning
from dinet.network import Grade, Network, Tally
from dinet.report.coverage.coverage_report import measures_sentence
from dinet.report.reading.reading_loss import reading_sentences
from dinet.report.sentences import grades_in_words
from dinet.wording.labels import (
    KIND_NAMES,
    LEVEL_WORDS,
    capitalise_first,
    kind_name,
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
    return [*_kind_facts(network, lang), *_severity_facts(findings, lang)]


def _kind_facts(network: Network, lang: str) -> Iterator[CountedFact]:
    counts = Counter(element.kind for element in network)
    for kind in KIND_NAMES:
        if counts[kind]:
            name = kind_name(kind, lang, counts[kind])
            yield CountedFact(str(counts[kind]), name, kind)


def _severity_facts(
    findings: tuple[Finding, ...], lang: str
) -> Iterator[CountedFact]:
    counts = Counter(finding.severity for finding in findings)
    for severity, count in sorted(counts.items(), reverse=True):
        one, many = LEVEL_WORDS[severity.name.lower()]
        words = translate_words(one if count == 1 else many, lang)
        yield CountedFact(str(count), words)


def summarise_programme(
    network: Network,
    findings: tuple[Finding, ...],
    planning: Planning,
    lang: str,
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
    measures = measures_sentence(network)
    if measures:
        yield measures
    yield from _lone_support(network)
    yield from reading_sentences(network.programme)
    yield _finding_sentence(findings)
    if planning.known:
        yield Sentence(
            "The planning is known of {known} of {total} efforts.",
            known=planning.known,
            total=len(planning.lines),
        )
    notes = network.programme.notes
    if notes:
        yield CountedSentence(
            "Reading the document left {count} note on what was joined, inferred or not "
            "understood.",
            "Reading the document left {count} notes on what was joined, inferred or not "
            "understood.",
            len(notes),
        )


def _lone_support(network: Network) -> Iterator[Sentence]:
    """How many elements rest on one effort; nothing when there are none."""
    rests = chain.from_iterable(
        support.rests for support in network.critical()
    )
    resting = {element.id for element in rests}
    if resting:
        yield CountedSentence(
            "{count} element rests on one effort: when that stops, no effort serves it any "
            "more.",
            "{count} elements rest on one effort each: when that stops, no effort serves them "
            "any more.",
            len(resting),
        )


def _finding_sentence(findings: tuple[Finding, ...]) -> Sentence:
    if not findings:
        return Sentence("No findings: every rule that was applied is met.")
    return CountedSentence(
        "The audit has {count} finding; it stands with its reason and place in this report.",
        "The audit has {count} findings; they stand with their reason and place in this "
        "report.",
        len(findings),
    )


class _CoverageSentences(NamedTuple):
    """How efforts cover elements of a kind, when all are alike and when they are not.

    Each is about one element, and about more.
    """

    direct: tuple[str, str]
    none: tuple[str, str]
    unknown: tuple[str, str]
    mixed: tuple[str, str]


_GOAL_SENTENCES = _CoverageSentences(
    (
        "The one goal has an effort that serves it directly.",
        "All {total} goals have an effort that serves them directly.",
    ),
    (
        "The one goal has no effort.",
        "None of the {total} goals has an effort.",
    ),
    (
        "The document does not say which efforts serve its one goal.",
        "The document does not say which efforts serve which of its {total} goals.",
    ),
    (
        "Efforts for the one goal: {grades}.",
        "Efforts for the {total} goals: {grades}.",
    ),
)
_TARGET_SENTENCES = _CoverageSentences(
    (
        "The one target has an effort of its own.",
        "All {total} targets have an effort of their own.",
    ),
    (
        "The one target has no effort.",
        "None of the {total} targets has an effort.",
    ),
    (
        "The document does not say which efforts serve its one target.",
        "The document does not say which efforts serve which of its {total} targets.",
    ),
    (
        "Efforts for the one target: {grades}.",
        "Efforts for the {total} targets: {grades}.",
    ),
)


class _GradeCounts(Sentence):
    """How many have each grade, in the language of the reader."""

    def __init__(self, tally: Tally, *, of_goals: bool) -> None:
        super().__init__("{grades}")
        self.tally = tally
        self.of_goals = of_goals

    def in_language(self, lang: str) -> str:
        return grades_in_words(self.tally, lang, of_goals=self.of_goals)


def coverage_sentences(network: Network) -> Iterator[Sentence]:
    """How efforts cover the goals, and how the targets, of the kinds that there are."""
    coverage = network.coverage()
    for sentences, tally in (
        (_GOAL_SENTENCES, coverage.goals),
        (_TARGET_SENTENCES, coverage.targets),
    ):
        if tally.total:
            one, many = _fitting_sentences(sentences, tally)
            grades = _GradeCounts(tally, of_goals=tally is coverage.goals)
            yield CountedSentence(
                one, many, tally.total, total=tally.total, grades=grades
            )


def _fitting_sentences(
    sentences: _CoverageSentences, tally: Tally
) -> tuple[str, str]:
    """The sentences for elements that are all alike, or else those that name every grade."""
    alike = {
        Grade.DIRECT: sentences.direct,
        Grade.NONE: sentences.none,
        Grade.UNKNOWN: sentences.unknown,
    }
    for grade, fitting in alike.items():
        if tally.of_grade(grade) == tally.total:
            return fitting
    return sentences.mixed
