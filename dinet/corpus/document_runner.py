"""Many documents through one function: in parallel, in order, and each for its own account.

A document can bring down the process that reads it: by a fault in a library, for want of memory, or
because it took too long. A pool of processes then breaks as a whole. So each process marks the
document that it works on; those that were marked are done once more, each alone, and who then
brings down a process has done so twice and is skipped. A cluster mends itself, and tells what it
gave up: that may be what waited beside the cause, so it is sent anew, one by one and then alone.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Future,
    wait,
)
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    Work,
    WorkSettings,
)
from dinet.corpus.executors import ExecutorSource
from dinet.corpus.kept_results import ResultKeeper
from dinet.corpus.task_batch import (
    DEFECT,
    TaskBatch,
    describe_defect,
    name_process,
    run_batch,
)
from dinet.language import Sentence

USUAL_SECONDS = 120
"""How long one document may take: a PDF has a limit of its own, of a minute, and then is told."""
_LARGEST_BATCH = 32
"""Documents sent at once: sending one takes as long as reading a small one."""
_SHARES_OF_WORKER = 4
"""Batches for each worker at least, so that none waits long for the last one."""
_AHEAD = 2
"""Batches that are sent for each worker: one to work on and one that waits for it."""


class _Stage(IntEnum):
    """How a document is tried: with others, by itself, and with nothing else at work."""

    BATCH = 0
    SINGLE = 1
    ALONE = 2


class _Part(NamedTuple):
    """The places in the list of tasks that are worked on together."""

    numbers: tuple[int, ...]
    stage: _Stage
    started: float = 0.0


class WorkOrder(NamedTuple):
    """What is to be done.

    Args:
        work: What is done with a document.
        tasks: The documents.
        settings: What holds for all of them.
        seconds: How long one document may take; 0 for as long as it likes. It holds only where
            the work is done in other processes.
    """

    work: Work
    tasks: Sequence[DocumentTask]
    settings: WorkSettings
    seconds: float = USUAL_SECONDS


def run_documents(
    order: WorkOrder,
    source: ExecutorSource,
    keeper: ResultKeeper | None = None,
    tell: Callable[[DocumentResult], None] = lambda _: None,
) -> Iterator[DocumentResult]:
    """The result of each document, in the order of the tasks, each as soon as it can be given.

    Args:
        order: What is to be done.
        source: Where the work is done. It is closed at the end.
        keeper: Knows what was done before, and keeps what is done now; None for nobody.
        tell: Hears of each document that is done, in whatever order that happens.
    """
    run = _DocumentRun(order, source)
    waiting: dict[int, DocumentResult] = {}
    following = 0
    try:
        for number, result in run.work_off(keeper):
            tell(result)
            waiting[number] = result
            while following in waiting:
                yield waiting.pop(following)
                following += 1
        source.close_source()
    finally:  # nothing is left when all went well
        source.drop_executor()


class _DocumentRun:
    """What waits, what is at work, and who is suspected of having brought down a process."""

    def __init__(self, order: WorkOrder, source: ExecutorSource) -> None:
        self._order = order
        self._source = source
        self._queues: dict[_Stage, deque[_Part]] = {
            stage: deque() for stage in _Stage
        }
        self._at_work: dict[Future[list[DocumentResult]], _Part] = {}

    def work_off(
        self, keeper: ResultKeeper | None
    ) -> Iterator[tuple[int, DocumentResult]]:
        """The number of each document and its result, in the order in which they are done."""
        left: list[int] = []
        for number, task in enumerate(self._order.tasks):
            known = keeper.find_result(task) if keeper else None
            if known:
                yield number, known
            else:
                left.append(number)
        self._queue_batches(left)
        while any(self._queues.values()) or self._at_work:
            for number, result in self._next_results():
                if keeper and result.verdict is not Verdict.LOST:
                    keeper.keep_result(self._order.tasks[number], result)
                yield number, result

    def _queue_batches(self, numbers: Sequence[int]) -> None:
        share = -(-len(numbers) // (self._source.workers * _SHARES_OF_WORKER))
        size = max(1, min(_LARGEST_BATCH, share))
        for start in range(0, len(numbers), size):
            part = _Part(tuple(numbers[start : start + size]), _Stage.BATCH)
            self._queues[_Stage.BATCH].append(part)

    def _next_results(self) -> Iterator[tuple[int, DocumentResult]]:
        """What is done next; parts of which a process was lost are queued anew."""
        broken = self._send_parts()
        if not broken:
            wait(self._at_work, return_when=FIRST_COMPLETED)
            yield from self._take_done(broken)
        if broken:
            wait(self._at_work)  # what breaks an executor ends all in it
            yield from self._take_done(broken)
            marks = _read_marks(self._source.marks)
            self._source.drop_executor()
            yield from self._queue_again(broken, marks)

    def _send_parts(self) -> list[_Part]:
        """Send what there is room for; the part that could not be sent when that is broken.

        Raises:
            BrokenExecutor: An executor that the caller gave, and that cannot be replaced.
        """
        while True:
            queue, room = self._open_queue()
            if not queue or len(self._at_work) >= room:
                return []
            part = queue.popleft()._replace(started=time.monotonic())
            try:
                future = self._source.open_executor().submit(
                    run_batch, self._batch_of(part)
                )
            except BrokenExecutor:
                if not self._source.marks:
                    raise
                return [part]
            self._at_work[future] = part

    def _open_queue(self) -> tuple[deque[_Part], int]:
        """Which parts are sent now, and how many may be at work: suspects go before others."""
        workers = self._source.workers
        if self._queues[_Stage.SINGLE]:
            return self._queues[_Stage.SINGLE], workers
        if self._queues[_Stage.ALONE]:
            return self._queues[_Stage.ALONE], 1
        is_lone = any(
            part.stage is _Stage.ALONE for part in self._at_work.values()
        )
        room = 0 if is_lone else workers * _AHEAD
        return self._queues[_Stage.BATCH], room

    def _batch_of(self, part: _Part) -> TaskBatch:
        order = self._order
        tasks = tuple(order.tasks[number] for number in part.numbers)
        return TaskBatch(
            order.work,
            tasks,
            order.settings,
            order.seconds,
            name_process(),
            self._source.marks,
            part.numbers,
        )

    def _take_done(
        self, broken: list[_Part]
    ) -> Iterator[tuple[int, DocumentResult]]:
        """The results of what is done; parts that went down with an executor are added."""
        done = [future for future in self._at_work if future.done()]
        for future in done:
            part = self._at_work.pop(future)
            try:
                results = future.result()
            except (BrokenExecutor, CancelledError):
                broken.append(part)
            except Exception as error:  # noqa: BLE001 (each executor has its own)
                yield from self._judge_failure(part, error)
            else:
                yield from zip(part.numbers, results, strict=True)

    def _judge_failure(
        self, part: _Part, error: Exception
    ) -> Iterator[tuple[int, DocumentResult]]:
        """What follows from a failure that is about this part alone."""
        if part.stage is _Stage.BATCH:
            self._queue_singles(part)
        elif not isinstance(error, self._source.losses):
            task = self._order.tasks[part.numbers[0]]
            defect = describe_defect(task, error, self._order.settings)
            yield part.numbers[0], defect
        elif part.stage is _Stage.SINGLE:
            lone = part._replace(stage=_Stage.ALONE)
            self._queues[_Stage.ALONE].append(lone)
        else:
            is_late = (
                0 < self._order.seconds <= time.monotonic() - part.started
            )
            yield (
                part.numbers[0],
                self._lost_result(part.numbers[0], is_late=is_late),
            )

    def _queue_singles(self, part: _Part) -> None:
        singles = (_Part((number,), _Stage.SINGLE) for number in part.numbers)
        self._queues[_Stage.SINGLE].extend(singles)

    def _queue_again(
        self, parts: list[_Part], marks: dict[int, bool]
    ) -> Iterator[tuple[int, DocumentResult]]:
        """Queue what went down together; who did so alone is skipped.

        Args:
            parts: What was sent and did not come back.
            marks: The documents that were at work, and whether they took too long.
        """
        innocent: list[int] = []
        for part in sorted(parts):
            for number in part.numbers:
                if part.stage is _Stage.ALONE:
                    is_late = marks.get(number, False)
                    yield number, self._lost_result(number, is_late=is_late)
                elif number in marks or not marks:
                    lone = _Part((number,), _Stage.ALONE)
                    self._queues[_Stage.ALONE].append(lone)
                else:
                    innocent.append(number)
        self._queue_batches(innocent)

    def _lost_result(self, number: int, *, is_late: bool) -> DocumentResult:
        if is_late:
            what = Sentence(
                "this takes longer than {n} seconds and was skipped; "
                "--timeout gives it more.",
                n=f"{self._order.seconds:g}",
            )
        else:
            what = Sentence(
                "this brought down the process that read it, also the second time, "
                "and was skipped."
            )
        name = self._order.tasks[number].name
        message = what.in_language(self._order.settings.told_lang)
        return DocumentResult(name, Verdict.LOST, DEFECT, f"{name}: {message}")


def _read_marks(folder: str) -> dict[int, bool]:
    """The documents that were at work, and whether that was for too long; the marks are removed."""
    marks: dict[int, bool] = {}
    if folder:
        for mark in Path(folder).iterdir():
            marks[int(mark.name)] = mark.stat().st_size > 0
            mark.unlink()
    return marks
