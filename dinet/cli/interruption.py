"""Ctrl-C while a command runs: it ends, cleans up and says nothing, wherever Python was."""

import signal
import sys
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_AGAIN = 0.01
"""Seconds after which an interrupt that was lost comes again."""


class Interrupted:
    """Whether Ctrl-C was pressed."""

    def __init__(self) -> None:
        self.pressed = False

    def note_press(self, *_: object) -> None:
        """What the system calls.

        Raises:
            KeyboardInterrupt: Always, in whatever runs at this moment.
        """
        self.pressed = True
        raise KeyboardInterrupt


def _press_again() -> None:
    """Interrupt the main thread, also while it waits."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:  # Windows
        interrupt_main()


_RUNNING: ContextVar[Interrupted | None] = ContextVar(
    "interrupted", default=None
)


def was_interrupted() -> bool:
    """Whether Ctrl-C was pressed in this run.

    A library may turn the interrupt into an error of its own: what it raises then is no failure.
    """
    running = _RUNNING.get()
    return running is not None and running.pressed


@contextmanager
def quiet_interrupts() -> Iterator[Interrupted]:
    """Within this Ctrl-C raises KeyboardInterrupt, and comes again where Python loses it.

    While objects are thrown away, and in what a library in C calls, Python can only print an
    exception and go on. Such an interrupt is raised anew a moment later.
    """
    interrupted = Interrupted()
    before = signal.getsignal(signal.SIGINT)
    hook_before = sys.unraisablehook

    def hear_lost(lost: Any) -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt):
            _interrupt_soon()
        else:
            hook_before(lost)

    if (
        before is signal.SIG_IGN
    ):  # somebody wants this process to outlive Ctrl-C
        yield interrupted
        return
    running = _RUNNING.set(interrupted)
    try:
        sys.unraisablehook = hear_lost
        signal.signal(signal.SIGINT, interrupted.note_press)
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)
        sys.unraisablehook = hook_before
        _RUNNING.reset(running)


def _interrupt_soon() -> None:
    again = threading.Timer(_AGAIN, _press_again)
    again.daemon = True
    again.start()
