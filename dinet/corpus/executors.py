"""Where the work is done: processes on this machine, or any executor that a caller has."""

import multiprocessing
import os
import sys
from collections.abc import Iterable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Protocol

_MOST_ON_WINDOWS = 61
"""Processes: Windows waits for no more at once, and Python refuses a larger pool there."""


class ExecutorSource(Protocol):
    """Gives an executor, and another one when that breaks.

    Attributes:
        losses: What a future raises when its document brought down the process that read it.
    """

    losses: tuple[type[BaseException], ...]

    @property
    def workers(self) -> int:
        """How many documents it works on at once."""

    @property
    def marks(self) -> str:
        """A folder in which documents are marked as long as they are at work; empty for none.

        An executor that breaks as a whole needs it: nothing else tells which document did that.
        """

    def open_executor(self) -> Executor:
        """The executor that is at work; the first time, or after it was dropped, a new one."""

    def drop_executor(self) -> None:
        """Let go of an executor that is broken, or that nobody waits for any more."""

    def close_source(self) -> None:
        """All is done: wait until nothing runs any more."""


class ProcessPool:
    """Processes on this machine, each a Python of its own.

    They are not copies of this process but start anew, as they must on Windows and macOS, so that
    all systems do the same.

    Args:
        workers: How many; None for one on each processor that may be used.
        modules: What a process loads once, before the first document.
    """

    losses: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def __init__(
        self, workers: int | None = None, modules: Iterable[str] = ()
    ) -> None:
        wanted = workers or count_processors()
        limited = sys.platform == "win32"
        self._workers = min(wanted, _MOST_ON_WINDOWS) if limited else wanted
        self._modules = tuple(modules)
        self._executor: ProcessPoolExecutor | None = None
        self._marks: TemporaryDirectory[str] | None = None
        self._before: set[int | None] = set()

    @property
    def workers(self) -> int:
        """How many processes there are."""
        return self._workers

    @property
    def marks(self) -> str:
        """A folder of its own, that is gone when the work is done."""
        if self._marks is None:
            self._marks = TemporaryDirectory(
                prefix="dinet-", ignore_cleanup_errors=True
            )
        return self._marks.name

    def open_executor(self) -> Executor:
        """The pool, which starts its processes when they are needed."""
        if self._executor is None:
            self._before = _children_now()
            self._executor = ProcessPoolExecutor(
                self._workers,
                _start_anew(self._modules),
                end_with_parent,
            )
        return self._executor

    def drop_executor(self) -> None:
        """End all processes of the pool at once, whatever they do."""
        self._remove_marks()
        if self._executor is None:
            return
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = None
        for child in multiprocessing.active_children():
            if child.pid not in self._before:
                child.kill()

    def close_source(self) -> None:
        """Let the processes end."""
        if self._executor is not None:
            self._executor.shutdown()
            self._executor = None
        self._remove_marks()

    def _remove_marks(self) -> None:
        if self._marks is not None:
            self._marks.cleanup()
            self._marks = None


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, however that ended.

    A parent that is killed tells its pool nothing: that would wait for work for ever, with all
    that it has loaded.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait_for_end() -> None:
        parent.join()
        os._exit(1)

    Thread(target=wait_for_end, daemon=True).start()


def _children_now() -> set[int | None]:
    return {child.pid for child in multiprocessing.active_children()}


def _start_anew(
    modules: tuple[str, ...],
) -> multiprocessing.context.BaseContext:
    """How processes start: on Unix from one that has loaded all that they need."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(modules))
    return context


def count_processors() -> int:
    """The processors that this process may use, at least one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class GivenExecutor:
    """An executor that the caller has: it is used, and neither ended nor replaced.

    Args:
        executor: Any.
        workers: How many documents it works on at once.
    """

    losses: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def __init__(self, executor: Executor, workers: int) -> None:
        self._executor = executor
        self._workers = workers

    @property
    def workers(self) -> int:
        """As the caller said."""
        return self._workers

    @property
    def marks(self) -> str:
        """None: an executor of one's own is not replaced when it breaks."""
        return ""

    def open_executor(self) -> Executor:
        """The same executor each time."""
        return self._executor

    def drop_executor(self) -> None:
        """Leave it to the caller."""

    def close_source(self) -> None:
        """Leave it to the caller."""
