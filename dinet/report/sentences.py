"""Sentences that every format tells of a programme: counts, places, links, coverage in grades."""

from collections.abc import Iterable, Iterator, Sequence

from dinet.finding import Finding, Severity
from dinet.language import (
    CountedSentence,
    Sentence,
    translate_count,
    translate_words,
)
from dinet.model import KINDS, Link, Place
from dinet.network import Network, Tally
from dinet.report.coverage.coverage_report import tally_columns
from dinet.wording.labels import counted_kind

COUNTED_SEVERITIES = {
    Severity.ERROR: ("{n} error", "{n} errors"),
    Severity.WARNING: ("{n} warning", "{n} warnings"),
    Severity.INFO: ("{n} for information", "{n} for information"),
}
"""One and many findings of each severity, the worst first."""
_FEW_PLACES = 3
"""So many places are named on a line; of the others their number."""


def count_in_words(number: int, one: str, more: str, lang: str) -> str:
    """A number with its noun.

    Example:
        >>> count_in_words(3, "{n} finding", "{n} findings", "nl")
        '3 bevindingen'
    """
    return translate_count(one, more, number, lang).format(n=number)


def programme_heading(name: str, network: Network, lang: str) -> str:
    """The document's name, and how many elements of each kind it has, or that it has none."""
    kinds = [element.kind for element in network]
    counts = [
        counted_kind(kind, kinds.count(kind)).in_language(lang)
        for kind in KINDS
        if kind in kinds
    ]
    if not counts:
        counts = [Sentence("no goals, targets or efforts").in_language(lang)]
    return f"{name}: {', '.join(counts)}"


def words_read_sentence(read: int, whole: int) -> Sentence:
    """How many of the words of a document were read."""
    return Sentence(
        "{read} of {whole} words were read.", read=read, whole=whole
    )


def list_places(
    places: Iterable[Place], lang: str, most: int = _FEW_PLACES
) -> str:
    """Where something stands; after the first few the number of the others."""
    words = [place.as_sentence().in_language(lang) for place in places]
    if len(words) > most:
        others = count_more_places(len(words) - most)
        words = [*words[:most], others.in_language(lang)]
    return "; ".join(words)


def count_more_places(count: int) -> Sentence:
    """How many places there are besides those that are named."""
    return CountedSentence(
        "and {count} more place", "and {count} more places", count
    )


def place_in_words(place: Place | None, lang: str) -> str:
    """One place in words; empty when there is none."""
    return place.as_sentence().in_language(lang) if place else ""


def count_findings(findings: Iterable[Finding], lang: str) -> str:
    """How many findings there are in all, and of each severity."""
    severities = [finding.severity for finding in findings]
    counts = [
        count_in_words(severities.count(severity), *words, lang)
        for severity, words in COUNTED_SEVERITIES.items()
    ]
    total = count_in_words(
        len(severities), "{n} finding", "{n} findings", lang
    )
    return f"{total}: {', '.join(counts)}"


def coverage_in_words(tally: Tally, lang: str, *, of_goals: bool) -> str:
    """One tally in words: ``9 doelen: 8 direct, 1 via een doel eronder, 0 geen``."""
    counted = counted_kind("goal" if of_goals else "target", tally.total)
    words = counted.in_language(lang)
    if not tally.total:
        return words
    return f"{words}: {grades_in_words(tally, lang, of_goals=of_goals)}"


def grades_in_words(tally: Tally, lang: str, *, of_goals: bool) -> str:
    """How many have each grade, without those that nothing has, but for the best and worst."""
    return ", ".join(
        f"{tally.of_grade(column.grade)} {column.name}"
        for column in tally_columns([tally], lang, of_goals=of_goals)
    )


def link_in_words(link: Link, lang: str) -> str:
    """What a link says, and on what evidence."""
    kind = translate_words(link.kind.replace("_", " "), lang)
    return f"{kind} ({translate_words(link.basis, lang)})"


def programme_overview(
    name: str, network: Network, findings: Sequence[Finding], lang: str
) -> Iterator[str]:
    """A document in five lines: its elements, its coverage, its findings, its reading notes."""
    coverage = network.coverage()
    yield programme_heading(name, network, lang)
    yield coverage_in_words(coverage.goals, lang, of_goals=True)
    yield coverage_in_words(coverage.targets, lang, of_goals=False)
    yield count_findings(findings, lang)
    yield CountedSentence(
        "{count} note on how the document was read: see dinet read {name}",
        "{count} notes on how the document was read: see dinet read {name}",
        len(network.programme.notes),
        name=name,
    ).in_language(lang)
