"""Documents are put into a store as they are read, some hundred at a time.

What is in the store and did not change is not read again. A run that is ended in the middle loses
only what was not written yet: the next one goes on from there.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    WorkSettings,
)
from dinet.corpus.kept_results import fingerprint_run, fingerprint_task
from dinet.corpus.store.document_rows import corpus_task

_AT_ONCE = 128
"""Documents in one transaction: each takes some milliseconds, and a lost one is read again."""


class DocumentStore(Protocol):
    """What a store does for who fills it; ``store_file.CorpusStore`` is one."""

    def known_fingerprints(self) -> dict[str, str]:
        """By what each document is known."""

    def document_names(self) -> set[str]:
        """All documents of the store."""

    def refused_names(self) -> set[str]:
        """Those that could not be read."""

    def add_documents(self, added: list[object], replaced: list[str]) -> None:
        """Put documents into it, all of them or none."""


class StoreFiller:
    """Knows what a store has, and adds what it has not.

    Args:
        store: It.
        settings: What holds for all documents.
        make_entry: Makes an entry of the store, of a result and its fingerprint.

    Attributes:
        kept: How many documents are in the store as they are now.
        refused: How many of these could not be read when they were added.
    """

    def __init__(
        self,
        store: DocumentStore,
        settings: WorkSettings,
        make_entry: Callable[[DocumentResult, str | None], object],
    ) -> None:
        self._store = store
        self._make_entry = make_entry
        self._run = fingerprint_run(corpus_task, settings)
        self._known = store.known_fingerprints()
        self._there = store.document_names()
        self._fingerprints: dict[str, str | None] = {}
        self._refused = store.refused_names()
        self._given: set[str] = set()
        self.kept = 0
        self.refused = 0

    def tasks_to_do(
        self, tasks: Iterable[DocumentTask]
    ) -> Iterator[DocumentTask]:
        """The documents that are not in the store as they are now."""
        for task in tasks:
            self._given.add(task.name)
            fingerprint = fingerprint_task(task, self._run)
            if fingerprint and self._known.get(task.name) == fingerprint:
                self.kept += 1
                self.refused += task.name in self._refused
                continue
            self._fingerprints[task.name] = fingerprint
            yield task

    def absent_names(self) -> list[str]:
        """The documents of the store that are not among those that were given, by name.

        They may be gone from the folder, or have come from another one.
        """
        return sorted(self._there - self._given)

    def store_results(
        self, results: Iterable[DocumentResult]
    ) -> Iterator[DocumentResult]:
        """Store results, and give each of them on."""
        waiting: list[DocumentResult] = []
        for result in results:
            waiting.append(result)
            if len(waiting) >= _AT_ONCE:
                self._add_results(waiting)
                waiting = []
            yield result._replace(data="")
        self._add_results(waiting)

    def _add_results(self, results: list[DocumentResult]) -> None:
        if not results:
            return
        entries = [
            self._make_entry(result, self._fingerprint_of(result))
            for result in results
        ]
        names = [result.name for result in results]
        replaced = [name for name in names if name in self._there]
        self._store.add_documents(entries, replaced)

    def _fingerprint_of(self, result: DocumentResult) -> str | None:
        """What a document will be known by; nothing when another try may end otherwise."""
        if result.trace or result.verdict is Verdict.LOST:
            return None
        return self._fingerprints[result.name]
