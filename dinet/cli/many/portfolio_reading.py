"""The documents of a portfolio, read in other processes as those of every other command."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dinet.application.files.found_documents import FoundDocument
from dinet.application.read_portfolio import (
    PortfolioReading,
    read_for_portfolio,
)
from dinet.cli.many.running import make_settings, start_run
from dinet.cli.many_wishes import ManyWishes
from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    WorkSettings,
)
from dinet.corpus.task_batch import refuse_task
from dinet.errors import DinetError, UsageError
from dinet.language import Sentence


def portfolio_task(
    task: DocumentTask, settings: WorkSettings
) -> DocumentResult:
    """Read a document for a portfolio: ``taken`` is what was read, or why that cannot be."""
    try:
        read = read_for_portfolio(task.path, settings.lang, settings.wishes)
    except DinetError as error:
        return refuse_task(task, error, settings)._replace(taken=error)
    return DocumentResult(
        task.name, elements=len(read.shown.elements), taken=read
    )


class PortfolioReader:
    """Reads documents as the user wants it.

    Args:
        many: How.

    Attributes:
        refused: Why documents could not be read; not when that holds for all of them.
        traces: Of defects of dinet itself, for who mends them.
    """

    def __init__(self, many: ManyWishes) -> None:
        self._many = many
        self.refused: list[DinetError] = []
        self.traces: list[str] = []

    def read_documents(
        self,
        documents: Sequence[FoundDocument],
        lang: str | None,
        wishes: Mapping[str, Any],
    ) -> Iterator[PortfolioReading | DinetError]:
        """What was read of each document, or why nothing was; in their order."""
        tasks = [DocumentTask(each.path, each.name) for each in documents]
        settings = make_settings("portfolio", lang, wishes)
        for result in start_run(portfolio_task, tasks, settings, self._many):
            if result.trace:
                self.traces.append(result.trace)
            outcome = result.taken or _loss_of(result)
            is_refused = isinstance(outcome, DinetError)
            if is_refused and not isinstance(outcome, UsageError):
                self.refused.append(outcome)
            yield outcome


def _loss_of(result: DocumentResult) -> DinetError:
    """That a document was skipped, in the words of the run."""
    return DinetError(Sentence("{words}", words=result.message))
