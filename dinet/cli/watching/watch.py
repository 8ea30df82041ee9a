"""The command itself: read the document, show it, and do so again whenever it is saved."""

import gc
import signal
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

import click

from dinet.application.opened_document import Work
from dinet.application.redaction_wishes import NAMES, OWNERS
from dinet.cli.exit_status import message, tell
from dinet.cli.printing import finding_counts, heading
from dinet.cli.watching.file_changes import QUIET, Looks, looks, moments, settled
from dinet.cli.watching.finding_changes import Found, changed, difference_lines, found
from dinet.cli.watching.live_page import Board
from dinet.cli.watching.server import served
from dinet.errors import DinetError, MissingInputError, UsageError
from dinet.language import Sentence
from dinet.verbs import audit, in_dialect, write

_PATIENCE = 8
"""How often a file that is gone or in use is tried again before somebody hears of it: some three seconds."""


def watch(document: str, port: int, *, browser: bool, dialect: str | None = None, **asked: Any) -> int:
    """Show a document in the browser, and what changes about its findings on the terminal, until Ctrl-C.

    Args:
        document: Its path.
        port: Of the server; 0 for any that is free.
        browser: Open the page.
        dialect: The path of a dialect in which it is read.
        asked: As ``Work`` takes it.

    Returns:
        0: to stop is the one way to end this, and nothing is left undone.

    Raises:
        DinetError: The document cannot be read at the start, when there is nothing yet to go on showing.
    """
    if document == "-":
        raise UsageError(Sentence("only a file can be followed, not what comes through a pipe."))
    followed = Followed(document, asked, dialect)
    said = Sentence("{name} is followed; Ctrl-C ends.", name=followed.name).said(followed.lang)
    with (
        ctrl_c() as ended,
        suppress(KeyboardInterrupt),
        served(followed.board, port) as address,
        moments(followed.files) as happening,
    ):
        click.echo(f"{said}\n{address}")
        if browser:  # beside us: some browsers hold up who opens them
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        for _ in happening:
            if ended.is_set():
                break
            followed.look()
    return 0


@contextmanager
def ctrl_c() -> Iterator[Event]:
    """Whether Ctrl-C was pressed: Python loses an interrupt that comes while it throws objects away, but not this."""
    ended = Event()

    def pressed(*_: object) -> None:
        ended.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, pressed)
    try:
        yield ended
    finally:
        signal.signal(signal.SIGINT, before)


class Followed:
    """A document and the page that was last made of it.

    Args:
        document: Its path.
        asked: As ``Work`` takes it.
        dialect: The path of a dialect in which it is read.

    All files that these name are followed too.

    Raises:
        DinetError: It cannot be read.
    """

    def __init__(self, document: str, asked: dict[str, Any], dialect: str | None = None) -> None:
        self._document, self._dialect, self._asked = document, dialect, asked
        names = (each for each in asked.get("redact", ()) if each not in (OWNERS, NAMES))
        self.files = tuple(Path(each) for each in (document, asked.get("mapping"), dialect, *names) if each)
        self._seen: Looks = looks(self.files)
        self._problem: DinetError | None = None
        self._found: tuple[Found, ...] = ()
        work, self._found, page = self._made()
        self.name, self.lang = work.name, work.lang
        self.board = Board(Sentence("dinet watch has ended: this page follows {name} no longer.", name=self.name).said(self.lang))
        self.board.show(page)
        click.echo(heading(work.name, work.network, work.lang))
        self._count()

    def _made(self) -> tuple[Work, tuple[Found, ...], bytes]:
        with in_dialect(self._dialect):
            work = Work(self._document, **self._asked)
        findings = audit(work.network)  # without lines, which change wherever a line is put in
        page = write(work.network, findings, "html", work.profile)
        gc.enable()  # one run of Work may do without, but here many follow each other
        return work, found(work.network, findings), page

    def look(self) -> None:
        """Read the document again if it was saved, or could not be reached before."""
        if looks(self.files) == self._seen and not isinstance(self._problem, MissingInputError):
            return
        for _ in range(_PATIENCE):
            self._seen = settled(self.files)
            try:
                self._show()
                return
            except MissingInputError as error:
                problem: DinetError = error
                time.sleep(QUIET)
            except DinetError as error:
                problem = error
                break
        self._complain(problem)

    def _show(self) -> None:
        work, now, page = self._made()
        new, solved = changed(self._found, now)
        self._found, self.lang = now, work.lang
        if self.board.show(page) or self._problem:
            for line in difference_lines(new, solved, self.lang):
                click.echo(line)
            self._count()
        self._problem = None

    def _count(self) -> None:
        click.echo(finding_counts([each.finding for each in self._found], self.lang))

    def _complain(self, problem: DinetError) -> None:
        said, before = (message(each, self.lang, whole=False) if each else "" for each in (problem, self._problem))
        self._problem = problem
        self.board.say(said)
        if said != before:
            tell(said)
