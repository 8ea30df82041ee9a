"""A document that takes too long ends the process that reads it, whatever that is doing.

The clock is that of ``faulthandler``, which needs no turn of Python's: a reader that hangs in a
library written in C is ended too. One process has one such clock, and a cluster may read several
documents in one process, so the first moment at which any of them is too late is set.
"""

import faulthandler
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident


class _DeadlineClock:
    """The deadlines of the documents that this process reads now."""

    def __init__(self) -> None:
        self._deadlines: dict[int, tuple[float, int]] = {}
        self._lock = Lock()

    def set_deadline(self, seconds: float, witness: int) -> None:
        """The document of this thread has to be done in so many seconds."""
        with self._lock:
            deadline = time.monotonic() + seconds
            self._deadlines[get_ident()] = deadline, witness
            self._arm_clock()

    def drop_deadline(self) -> None:
        """The document of this thread is done."""
        with self._lock:
            self._deadlines.pop(get_ident(), None)
            self._arm_clock()

    def _arm_clock(self) -> None:
        faulthandler.cancel_dump_traceback_later()
        if not self._deadlines:
            return
        first, witness = min(self._deadlines.values())
        left = max(first - time.monotonic(), _LEAST_SECONDS)
        faulthandler.dump_traceback_later(left, exit=True, file=witness)


_LEAST_SECONDS = 0.01
"""The clock takes no 0: who is too late already has this much left."""
_CLOCK = _DeadlineClock()


_MARK_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


@contextmanager
def limit_time(seconds: float, mark: str = "") -> Iterator[None]:
    """End this process when what stands within this takes longer.

    Args:
        seconds: How long it may take; 0 for as long as it likes.
        mark: A file that is there as long as it lasts. It stays when the process is brought down,
            and then holds something when that was for taking too long; empty for none.
    """
    witness = os.open(mark or os.devnull, _MARK_FLAGS)
    try:
        if seconds > 0:
            _CLOCK.set_deadline(seconds, witness)
        yield
    finally:
        if seconds > 0:
            _CLOCK.drop_deadline()
        os.close(witness)
        if mark:
            os.unlink(mark)
