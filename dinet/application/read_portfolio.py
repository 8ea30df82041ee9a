"""Many documents read into one portfolio: one that cannot be read holds up none of the others."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from dinet.application.comparing.settled_pairs import (
    SettledFile,
    read_settled_pairs,
)
from dinet.application.files.found_documents import (
    FoundDocument,
    find_documents,
)
from dinet.application.files.output_files import safe_stem
from dinet.application.opened_document import OpenedDocument, open_document
from dinet.errors import DinetError, UsageError
from dinet.language import DEFAULT_LANGUAGE, Sentence
from dinet.model import Programme, clean_text
from dinet.network import Network
from dinet.portfolio.documents import PortfolioDocument
from dinet.portfolio.findings import Portfolio, study_portfolio
from dinet.portfolio.namespaces import NamedFile, give_namespaces
from dinet.portfolio.settled import SettledPairs
from dinet.report.portfolio.portfolio_sections import FileNotices, NamedRefusal

FEWEST_DOCUMENTS = 2
"""Of a portfolio: one alone has nothing in common with another."""


class PortfolioReading(NamedTuple):
    """What a portfolio takes of one document; it can be sent from one process to another.

    Args:
        file: Of what its namespace is made.
        name: Of its file, as it may be shown.
        digest: Of its bytes.
        known: What was read, without what a mapping or a redaction changed.
        shown: The same as it may be shown.
    """

    file: NamedFile
    name: str
    digest: str
    known: Programme
    shown: Programme


def reading_of(opened: OpenedDocument) -> PortfolioReading:
    """What a portfolio takes of a document that was read."""
    # what a mapping and a redaction changed is not what the elements are known by
    return PortfolioReading(
        _named_file(opened),
        opened.name,
        opened.digest,
        opened.decoded.programme,
        opened.programme,
    )


def read_for_portfolio(
    path: str, lang: str | None, wishes: Mapping[str, Any]
) -> PortfolioReading:
    """Read one document of a portfolio.

    Args:
        path: Of the document.
        lang: The language of the reader; None for that of the document.
        wishes: What ``open_document`` takes.

    Raises:
        DinetError: It cannot be read, or a wish cannot be met.
    """
    return reading_of(open_document(path, lang, **wishes))


ReadEach = Callable[
    [Sequence[FoundDocument], str | None, Mapping[str, Any]],
    Iterator[PortfolioReading | DinetError],
]
"""Reads documents in their order, each or why not; on one processor or on many."""


def read_each(
    documents: Sequence[FoundDocument],
    lang: str | None,
    wishes: Mapping[str, Any],
) -> Iterator[PortfolioReading | DinetError]:
    """Read documents one after the other, in this process."""
    for document in documents:
        try:
            yield read_for_portfolio(document.path, lang, wishes)
        except DinetError as error:
            yield error


@dataclass(frozen=True, slots=True)
class ReadPortfolio:
    """A portfolio and what became of all files.

    Args:
        portfolio: Of the documents that could be read.
        notices: What became of the others.
        given: The paths of all that the user gave.
        lang: The language of the reader.
    """

    portfolio: Portfolio
    notices: FileNotices
    given: tuple[str, ...]
    lang: str


def read_portfolio(
    arguments: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
    *,
    besides: Iterable[str] = (),
    read_all: ReadEach = read_each,
) -> ReadPortfolio:
    """Read documents and find what they have to do with each other.

    Args:
        arguments: Files, folders and patterns.
        lang: The language of the reader; None for that of most documents.
        wishes: ``pairs``, a file that settles what is the same, or None; and what else
            ``open_document`` takes.
        besides: Folders in which no documents are looked for.
        read_all: Reads the documents.

    Raises:
        UsageError: Fewer than two different documents can be read.
        DinetError: A folder holds no documents, or the file with pairs cannot be read.
    """
    wishes = dict(wishes)
    pairs = wishes.pop("pairs", None)
    found = find_documents(arguments, besides)
    collected = _CollectedDocuments(lang, wishes)
    for document, outcome in zip(
        found, read_all(found, lang, wishes), strict=True
    ):
        collected.add_outcome(document, outcome)
    documents = collected.list_documents()
    _check_number(documents)
    settled = SettledFile(SettledPairs(), ())
    if pairs:
        settled = read_settled_pairs(pairs, documents)
    paths = (document.path for document in found)
    given = (*paths, *wishes.get("redact", ()), pairs)
    notices = FileNotices(
        tuple(collected.refused), tuple(collected.twins), settled.elsewhere
    )
    return ReadPortfolio(
        study_portfolio(documents, settled.pairs),
        notices,
        tuple(filter(None, given)),
        lang or _usual_language(documents),
    )


def study_opened(
    documents: Sequence[OpenedDocument], lang: str
) -> ReadPortfolio:
    """What documents that were read already have to do with each other.

    Args:
        documents: The documents, in their order.
        lang: The language of the reader.

    Raises:
        UsageError: They are fewer than two different ones.
    """
    collected = _CollectedDocuments(lang, {})
    for opened in documents:
        collected.add_reading(reading_of(opened))
    known = collected.list_documents()
    _check_number(known)
    given = tuple(path for opened in documents for path in opened.given)
    notices = FileNotices((), tuple(collected.twins), ())
    portfolio = study_portfolio(known, SettledPairs())
    return ReadPortfolio(portfolio, notices, given, lang)


def _check_number(documents: Sequence[PortfolioDocument]) -> None:
    if len(documents) < FEWEST_DOCUMENTS:
        raise UsageError(
            Sentence("a portfolio takes two different documents or more.")
        )


class _CollectedDocuments:
    """What was read so far.

    Args:
        lang: The language of the reader.
        wishes: What else ``open_document`` takes.
    """

    def __init__(self, lang: str | None, wishes: Mapping[str, Any]) -> None:
        self._lang = lang
        self._wishes = wishes
        self._networks: list[tuple[str, Network, Network]] = []
        self._files: list[NamedFile] = []
        self._digests: dict[str, str] = {}
        self.refused: list[NamedRefusal] = []
        self.twins: list[tuple[str, str]] = []

    def add_outcome(
        self, document: FoundDocument, outcome: PortfolioReading | DinetError
    ) -> None:
        """Add one; what went wrong is kept.

        Raises:
            UsageError: A wish cannot be met, for whatever document.
        """
        if isinstance(outcome, UsageError):  # it holds for every document
            raise outcome
        if isinstance(outcome, DinetError):
            name = str(clean_text(Path(document.path).name))
            refusal = NamedRefusal(self._mask_name(name), outcome)
            self.refused.append(refusal)
            return
        self.add_reading(outcome)

    def add_reading(self, reading: PortfolioReading) -> None:
        """Add one that was read; what is the same file once more is kept apart."""
        first = self._digests.setdefault(reading.digest, reading.name)
        if len(self._digests) == len(self._files):
            self.twins.append((reading.name, first))
            return
        self._files.append(reading.file)
        networks = Network(reading.known), Network(reading.shown)
        self._networks.append((reading.name, *networks))

    def _mask_name(self, name: str) -> str:
        """The name of a file that could not be read, without the people that have to go."""
        asked = self._wishes.get("redact", ())
        if not asked:
            return name
        # only --redact needs the lists of names
        from dinet.application.publishing.redaction_wishes import read_wishes
        from dinet.redaction.redact import redact_programme

        lang = self._lang or DEFAULT_LANGUAGE
        redacted = redact_programme(
            Programme(), read_wishes(asked), lang, [name]
        )
        return redacted.mask.mask_text(name)[0]

    def list_documents(self) -> list[PortfolioDocument]:
        """Those that could be read, under their namespaces."""
        spaces = give_namespaces(self._files)
        return [
            PortfolioDocument(space, name, known, shown)
            for space, (name, known, shown) in zip(
                spaces, self._networks, strict=True
            )
        ]


def _named_file(opened: OpenedDocument) -> NamedFile:
    """What a namespace is made of; of a redacted name what is left of it."""
    folder = ""
    if opened.redacted is None:
        folder = Path(opened.given[0]).parent.name
    suffix = Path(opened.name).suffix.removeprefix(".")
    return NamedFile(safe_stem(opened.name), folder, suffix)


def _usual_language(documents: Sequence[PortfolioDocument]) -> str:
    langs = [document.known.programme.lang for document in documents]
    return max(langs, key=langs.count, default=DEFAULT_LANGUAGE)
