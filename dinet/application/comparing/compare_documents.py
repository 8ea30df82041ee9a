"""Two versions of a programme from two documents: opened, paired, and what a check asks of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dinet.application.comparing.audited_versions import (
    add_changed_findings,
    with_changed_findings,
)
from dinet.application.comparing.pairing_file import read_pairing_file
from dinet.application.opened_document import (
    OpenedDocument,
    open_document,
    redact_together,
)
from dinet.language import Sentence
from dinet.versions.amendment import Amendment, compare_amended
from dinet.versions.version_comparison import (
    VersionComparison,
    compare_versions,
)
from dinet.versions.version_series import VersionSeries, follow_versions


@dataclass(frozen=True, slots=True)
class ComparedDocuments:
    """Two documents and what differs between them.

    Args:
        old: The document of the old version.
        new: That of the new one.
        comparison: Of both programmes.
    """

    old: OpenedDocument
    new: OpenedDocument
    comparison: VersionComparison

    @property
    def lang(self) -> str:
        """The language of the reader."""
        return self.new.lang


def compare_documents(
    old: str,
    new: str,
    lang: str | None = None,
    pairs: str | None = None,
    wishes: Mapping[str, Any] | None = None,
) -> ComparedDocuments:
    """Read two documents and compare what they hold.

    Args:
        old: The path of the old version.
        new: That of the new one; of any format, whatever the old one has.
        lang: The language of the reader; None for that of the new document.
        pairs: A file that settles which elements are the same; None for none.
        wishes: What else ``open_document`` takes, for both.

    Raises:
        DinetError: One of the documents cannot be read, or the file with pairs.
    """
    was, becomes = _open_versions((old, new), lang, wishes or {})
    settled = {}
    if pairs:
        settled = read_pairing_file(pairs, was.network, becomes.network)
    comparison = compare_versions(was.network, becomes.network, settled)
    comparison = with_changed_findings(comparison, was, becomes)
    return ComparedDocuments(was, becomes, comparison)


def compare_with_amendment(
    document: str,
    lang: str | None,
    amendment: Amendment,
    wishes: Mapping[str, Any],
) -> ComparedDocuments:
    """Read a document and tell what an amendment would do to it.

    Args:
        document: Its path.
        lang: The language of the reader; None for that of the document.
        amendment: What is struck out and reworded.
        wishes: What else ``open_document`` takes.

    Raises:
        DinetError: The document cannot be read, or has not what the amendment names.
    """
    opened = open_document(document, lang, **wishes)
    comparison = compare_amended(opened.network, amendment)
    name = Sentence("{name} as amended", name=opened.name)
    amended = opened._replace(
        name=name.in_language(opened.lang), network=comparison.new
    )
    comparison = with_changed_findings(comparison, opened, amended)
    return ComparedDocuments(opened, amended, comparison)


@dataclass(frozen=True, slots=True)
class FollowedDocuments:
    """Three or more documents, and the life of every element in them.

    Args:
        documents: The versions, in the order of time.
        series: Of all their programmes.
    """

    documents: tuple[OpenedDocument, ...]
    series: VersionSeries

    @property
    def lang(self) -> str:
        """The language of the reader."""
        return self.documents[-1].lang

    @property
    def names(self) -> tuple[str, ...]:
        """Of the documents."""
        return tuple(document.name for document in self.documents)

    @property
    def given(self) -> tuple[str, ...]:
        """The paths that nothing may be written to."""
        return tuple(
            path for document in self.documents for path in document.given
        )


def follow_documents(
    documents: Sequence[str],
    lang: str | None,
    wishes: Mapping[str, Any],
) -> FollowedDocuments:
    """Read versions of a programme and follow every element through them.

    Args:
        documents: Their paths, in the order of time; of any formats.
        lang: The language of the reader; None for that of the last document.
        wishes: What else ``open_document`` takes, for all of them.

    Raises:
        DinetError: One of the documents cannot be read.
    """
    opened = _open_versions(documents, lang, wishes)
    series = follow_versions([document.network for document in opened])
    steps = tuple(add_changed_findings(series.steps, opened))
    return FollowedDocuments(opened, replace(series, steps=steps))


def _open_versions(
    documents: Sequence[str], lang: str | None, wishes: Mapping[str, Any]
) -> tuple[OpenedDocument, ...]:
    """All of them, with one number for each person whose name is left out."""
    own = dict(wishes)
    asked = own.pop("redact", ())
    opened = [open_document(one, lang, **own) for one in documents]
    return redact_together(opened, asked)


def has_checked_change(
    comparison: VersionComparison, asked: Iterable[str]
) -> bool:
    """Whether two versions differ in one of the ways that a check looks for.

    Args:
        comparison: Of both versions.
        asked: ``softer``, ``stricter``, ``later``, ``earlier``, ``gone`` or ``any``.
    """
    found = set(_found_changes(comparison))
    return not found.isdisjoint(asked)


def _found_changes(comparison: VersionComparison) -> Iterator[str]:
    if not comparison.is_equal:
        yield "any"
    if comparison.gone:
        yield "gone"
    for pair in comparison.pairs:
        for change in pair.changes:
            yield change.effect
