"""What a portfolio says, in sections: every output tells these, in this order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dinet.errors import DinetError
from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.network import Tally
from dinet.portfolio.documents import PortfolioDocument
from dinet.portfolio.findings import Portfolio
from dinet.portfolio.rows import Ground, PortfolioRow

SECTION_TITLES: dict[str, Sentence] = {
    "claims": Sentence("Counted twice: one effort for one aim"),
    "money": Sentence("Money that stands twice"),
    "conflicts": Sentence("One aim, two values"),
    "joint": Sentence("Joint efforts"),
    "shared": Sentence("Shared goals and targets"),
    "named": Sentence("Named, but missing or not knowing"),
    "owners": Sentence("Owners in several programmes"),
    "alike": Sentence("Alike, in other words"),
}
SECTION_MEANINGS: dict[str, Sentence] = {
    "claims": Sentence(
        "Two programmes say of the same effort that it serves the same goal or target: its "
        "effect is counted twice."
    ),
    "money": Sentence(
        "Two programmes state money for the same effort: adding up both may count it twice."
    ),
    "conflicts": Sentence(
        "Two programmes say the same goal or target with another value, year or direction."
    ),
    "joint": Sentence("The same effort stands in two programmes or more."),
    "shared": Sentence(
        "The same goal or target stands in two programmes or more."
    ),
    "named": Sentence(
        "A programme says with whom it works, and that programme is not among the documents or "
        "does not have the effort."
    ),
    "owners": Sentence(
        "The same name answers for efforts in two programmes or more; joint efforts count once."
    ),
    "alike": Sentence(
        "Two programmes say this in words that sound alike, and that no rule of dinet calls the "
        "same. Each stands with the one that is nearest, and adds to no other number."
    ),
}
GROUND_WORDS: dict[Ground, Sentence] = {
    "settled": Sentence("settled by a person"),
    "code": Sentence("the same code and the same words"),
    "words": Sentence("the same words"),
    "meaning": Sentence("by what the words say"),
    "name": Sentence("by a name"),
    "likeness": Sentence("by likeness of the words"),
}
CERTAINTY_WORDS = {
    "certain": Sentence("certain"),
    "check": Sentence("check"),
}
CERTAINTY_MEANING = Sentence(
    "Certain is only what is stated: the same code with the same words, or a pair that a person "
    "settled. All else is to be checked, and none of it was made one."
)


@dataclass(frozen=True, slots=True)
class PortfolioSection:
    """The rows of one kind; there is always at least one.

    Args:
        name: As ``PortfolioRows`` calls it.
        title: Of the section.
        meaning: What its rows are, in a sentence.
        rows: They.
    """

    name: str
    title: Sentence
    meaning: Sentence
    rows: tuple[PortfolioRow, ...]


def list_portfolio_sections(
    portfolio: Portfolio,
) -> tuple[PortfolioSection, ...]:
    """The sections that have something to tell, what weighs most first."""
    return tuple(
        PortfolioSection(
            name, SECTION_TITLES[name], SECTION_MEANINGS[name], rows
        )
        for name, rows in portfolio.rows.by_name().items()
        if rows
    )


class DocumentLine(NamedTuple):
    """What a table tells of one document, or of all.

    Args:
        namespace: Of the document; empty for all.
        title: Of the programme.
        file: The name of the file.
        goals: How its goals are covered.
        targets: How its targets are covered.
        efforts: How many it has.
        counts: In how many rows of each section it is.
    """

    namespace: str
    title: str
    file: str
    goals: Tally
    targets: Tally
    efforts: int
    counts: dict[str, int]


def list_document_lines(portfolio: Portfolio) -> Iterator[DocumentLine]:
    """A line for each document."""
    counts: dict[str, Counter[str]] = {
        document.namespace: Counter() for document in portfolio.documents
    }
    for name, rows in portfolio.rows.by_name().items():
        for row in rows:
            for namespace in row.namespaces:
                counts[namespace][name] += 1
    for document in portfolio.documents:
        yield _document_line(document, counts[document.namespace])


def _document_line(
    document: PortfolioDocument, counts: Counter[str]
) -> DocumentLine:
    coverage = document.shown.coverage()
    return DocumentLine(
        document.namespace,
        document.title,
        document.file,
        coverage.goals,
        coverage.targets,
        len(document.shown.efforts),
        {name: counts[name] for name in SECTION_TITLES},
    )


def number_documents(portfolio: Portfolio) -> dict[str, int]:
    """By namespace which document it is, from 1, in the order of ``list_document_lines``."""
    names = (document.namespace for document in portfolio.documents)
    return {name: place for place, name in enumerate(names, start=1)}


def document_tokens(
    namespaces: Iterable[str], numbers: Mapping[str, int]
) -> str:
    """Documents as a filter of the page looks for them.

    By their numbers, so that the filter is the same for all portfolios of as many documents.
    """
    return " ".join(str(numbers[name]) for name in namespaces)


def line_of_whole(portfolio: Portfolio) -> DocumentLine:
    """The line for all documents as one network, in which only settled pairs are one."""
    coverage = portfolio.coverage
    rows = portfolio.rows.by_name()
    return DocumentLine(
        "",
        "",
        "",
        coverage.goals,
        coverage.targets,
        len(portfolio.network.efforts),
        {name: len(rows[name]) for name in SECTION_TITLES},
    )


class NamedRefusal(NamedTuple):
    """A document that could not be read, by its name, and why."""

    name: str
    error: DinetError


class FileNotices(NamedTuple):
    """What became of files beside the portfolio itself.

    Args:
        refused: Documents that could not be read.
        twins: Files that are another one byte for byte, with the name of that.
        elsewhere: Namespaces that the file with pairs names and that are not here.
    """

    refused: tuple[NamedRefusal, ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[str, ...] = ()


def sums_of_portfolio(portfolio: Portfolio) -> Iterator[Sentence]:
    """How many documents there are, what they have in common, and what of it is certain."""
    rows = portfolio.rows
    yield CountedSentence(
        "{count} document, {elements} elements.",
        "{count} documents, {elements} elements.",
        len(portfolio.documents),
        elements=len(portfolio.network),
    )
    sums = JoinedSentences(
        count_joint(len(rows.joint)),
        Sentence("{count} counted twice", count=len(rows.claims)),
        Sentence("{count} with money twice", count=len(rows.money)),
        count_conflicts(len(rows.conflicts)),
        CountedSentence(
            "{count} named programme missing or unaware",
            "{count} named programmes missing or unaware",
            len(rows.named),
        ),
        glue=", ",
    )
    yield Sentence("{sums}.", sums=sums)
    found = [row for each in rows.by_name().values() for row in each]
    certain = sum(row.certainty == "certain" for row in found)
    yield Sentence(
        "Of {count} found, {certain} certain; the others are to be checked.",
        certain=certain,
        count=len(found),
    )


def count_joint(count: int) -> Sentence:
    """How many joint efforts there are."""
    return CountedSentence(
        "{count} joint effort", "{count} joint efforts", count
    )


def count_conflicts(count: int) -> Sentence:
    """How many goals and targets have two values."""
    return CountedSentence(
        "{count} aim with two values", "{count} aims with two values", count
    )


def notices_of_portfolio(
    portfolio: Portfolio, notices: FileNotices, lang: str
) -> Iterator[Sentence]:
    """What a reader has to know of the documents: what was left out, and what was not looked for.

    Args:
        portfolio: What was found.
        notices: What became of files.
        lang: The reader's language.
    """
    for refused in notices.refused:
        yield Sentence(
            "{name} is not among them: {why}",
            name=refused.name,
            why=" ".join(
                part.in_language(lang) for part in refused.error.what
            ),
        )
    for name, first in notices.twins:
        yield Sentence(
            "{name} is {first} byte for byte, and counts once.",
            name=name,
            first=first,
        )
    if notices.elsewhere:
        yield Sentence(
            "The file with pairs names documents that are not here: {names}.",
            names=", ".join(notices.elsewhere),
        )
    for one, other in portfolio.versions:
        yield Sentence(
            "{one} and {other} share half of their elements or more: are these two versions of "
            "one programme? Then compare them to see what changed.",
            one=one,
            other=other,
        )
    if portfolio.listed:
        yield CountedSentence(
            "{count} text stands in a list with the same words and other numbers; other "
            "numbers there were not taken for a contradiction.",
            "{count} texts stand in lists with the same words and other numbers; other "
            "numbers there were not taken for a contradiction.",
            portfolio.listed,
        )


def certainty_in_words(row: PortfolioRow, lang: str) -> str:
    """Whether a row is certain, and on what it rests.

    Example:
        >>> certainty_in_words(PortfolioRow((), "words"), "en")
        'check: the same words'
    """
    certainty = CERTAINTY_WORDS[row.certainty].in_language(lang)
    return f"{certainty}: {GROUND_WORDS[row.ground].in_language(lang)}"
