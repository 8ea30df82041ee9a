"""Many documents read into one portfolio: one that cannot be read holds up none of the others."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    tell: Callable[[DinetError], None] = lambda _: None,
) -> ReadPortfolio:
    """Read documents and find what they have to do with each other.

    Args:
        arguments: Files, folders and patterns.
        lang: The language of the reader; None for that of most documents.
        wishes: ``pairs``, a file that settles what is the same, or None; and what else
            ``open_document`` takes.
        besides: Folders in which no documents are looked for.
        tell: Hears of each document that cannot be read.

    Raises:
        UsageError: Fewer than two different documents can be read.
        DinetError: A folder holds no documents, or the file with pairs cannot be read.
    """
    wishes = dict(wishes)
    pairs = wishes.pop("pairs", None)
    found = find_documents(arguments, besides)
    reading = _PortfolioReading(lang, wishes, tell)
    for document in found:
        reading.add_document(document)
    documents = reading.list_documents()
    _check_number(documents)
    settled = SettledFile(SettledPairs(), ())
    if pairs:
        settled = read_settled_pairs(pairs, documents)
    paths = (document.path for document in found)
    given = (*paths, *wishes.get("redact", ()), pairs)
    notices = FileNotices(
        tuple(reading.refused), tuple(reading.twins), settled.elsewhere
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
    reading = _PortfolioReading(lang, {}, lambda _: None)
    for opened in documents:
        reading.add_opened(opened)
    known = reading.list_documents()
    _check_number(known)
    given = tuple(path for opened in documents for path in opened.given)
    notices = FileNotices((), tuple(reading.twins), ())
    portfolio = study_portfolio(known, SettledPairs())
    return ReadPortfolio(portfolio, notices, given, lang)


def _check_number(documents: Sequence[PortfolioDocument]) -> None:
    if len(documents) < FEWEST_DOCUMENTS:
        raise UsageError(
            Sentence("a portfolio takes two different documents or more.")
        )


class _PortfolioReading:
    """What was read so far.

    Args:
        lang: The language of the reader.
        wishes: What else ``open_document`` takes.
        tell: Hears of each document that cannot be read.
    """

    def __init__(
        self,
        lang: str | None,
        wishes: Mapping[str, Any],
        tell: Callable[[DinetError], None],
    ) -> None:
        self._lang = lang
        self._wishes = wishes
        self._tell = tell
        self._networks: list[tuple[str, Network, Network]] = []
        self._files: list[NamedFile] = []
        self._digests: dict[str, str] = {}
        self.refused: list[NamedRefusal] = []
        self.twins: list[tuple[str, str]] = []

    def add_document(self, document: FoundDocument) -> None:
        """Read one; what goes wrong is told and kept.

        Raises:
            UsageError: A wish cannot be met, for whatever document.
        """
        try:
            opened = open_document(document.path, self._lang, **self._wishes)
        except UsageError:  # it holds for every document
            raise
        except DinetError as error:
            self._tell(error)
            name = str(clean_text(Path(document.path).name))
            self.refused.append(NamedRefusal(self._mask_name(name), error))
            return
        self.add_opened(opened)

    def add_opened(self, opened: OpenedDocument) -> None:
        """Add one that was read; what is the same file once more is kept apart."""
        first = self._digests.setdefault(opened.digest, opened.name)
        if len(self._digests) == len(self._files):
            self.twins.append((opened.name, first))
            return
        self._files.append(_named_file(opened))
        # what a mapping and a redaction changed is not what the elements are known by
        known = Network(opened.decoded.programme)
        self._networks.append((opened.name, known, opened.network))

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
