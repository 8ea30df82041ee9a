"""The desk in a process of its own: it can be ended, whatever it is doing, and begun anew."""

import signal
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from shutil import rmtree
from threading import Lock
from typing import NamedTuple

from dinet.application.read_document import in_dialect
from dinet.onefile.desk import Desk, answer_page
from dinet.onefile.warm_up import load_usual_parts

_PATIENCE = 5.0
"""Seconds in which a process that is ended has gone."""


class DeskSettings(NamedTuple):
    """What a desk begins with.

    Args:
        folder: Where it keeps what the page hands over; it is emptied at each start.
        given: Documents that stay where they are, by key.
        dialect: The path of a dialect in which documents are read.
    """

    folder: Path
    given: Mapping[str, Path]
    dialect: str | None = None


class DeskEndedError(Exception):
    """The desk that was asked is there no longer, or there is another by now."""


class DeskProcess:
    """A desk at work. It answers one call after another, and can be ended while it does.

    Args:
        settings: What it begins with.
    """

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        # a process that is copied from one with threads can hang
        self._context = get_context("spawn")
        self._asking = Lock()
        self._starting = Lock()
        self._edition = 0
        self._begin_process()

    def _begin_process(self) -> None:
        ours, theirs = self._context.Pipe()
        self._connection: Connection = ours
        self._process = self._context.Process(
            target=run_desk, args=(theirs, self._settings), daemon=True
        )
        self._process.start()
        theirs.close()  # so that ours tells when the process is gone

    def restart(self) -> str:
        """End the desk and begin anew, unless nobody used it yet; the edition to ask it by."""
        with self._starting:
            was_used = self._edition > 0
            self._edition += (
                1  # first, so that who waits hears that it is another's now
            )
            if was_used:
                self.end()
                with self._asking:
                    self._connection.close()
                    self._begin_process()
            return str(self._edition)

    def ask(self, edition: str, call: str, data: bytes) -> tuple[str, bytes]:
        """What the desk answers, as ``answer_page`` says.

        Args:
            edition: Of the desk that is meant.
            call: In JSON.
            data: The bytes that go with it.

        Raises:
            DeskEndedError: It was ended, or ended itself.
        """
        with self._asking:
            if edition != str(self._edition):
                raise DeskEndedError
            try:
                self._connection.send((call, data))
                told, file = self._connection.recv()
            except (EOFError, OSError) as error:
                raise DeskEndedError from error
        return told, file

    def is_current(self, edition: str) -> bool:
        """Whether this is the edition that now answers."""
        return edition == str(self._edition)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join(_PATIENCE)


def run_desk(connection: Connection, settings: DeskSettings) -> None:
    """Answer calls until nobody asks any more."""
    # Ctrl-C is for the command, which ends this
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rmtree(settings.folder, ignore_errors=True)
    desk = Desk(settings.folder, settings.given, installed=True)
    load_usual_parts()
    with in_dialect(settings.dialect):
        while True:
            try:
                call, data = connection.recv()
            except (EOFError, OSError):
                return
            connection.send(answer_page(desk, call, data))
