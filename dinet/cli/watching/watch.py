"""The command itself: read the document, show it, and do so again whenever it is saved."""

import gc
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from dinet.application.auditing.audit_documents import with_findings
from dinet.application.opened_document import (
    STANDARD_INPUT,
    open_document,
)
from dinet.application.page_profile import profile_for_form
from dinet.application.publishing.redaction_wishes import NAMES, OWNERS
from dinet.application.read_document import in_dialect
from dinet.application.write_network import write_network
from dinet.cli.answers.printing import print_lines
from dinet.cli.command_files import print_redaction
from dinet.cli.exit_status import error_message, print_message
from dinet.cli.local_server import show_address
from dinet.cli.watching.element_changes import tell_changes
from dinet.cli.watching.file_changes import (
    QUIET,
    FileLooks,
    look_at_files,
    moments_of_change,
    wait_until_settled,
)
from dinet.cli.watching.finding_changes import (
    Worded,
    compare_findings,
    difference_lines,
    word_findings,
)
from dinet.cli.watching.form_file import FormFile
from dinet.cli.watching.live_page import LivePage
from dinet.cli.watching.server import serve_page
from dinet.errors import DinetError, MissingInputError, UsageError
from dinet.interpret.mapping.link_questions import form_name
from dinet.language import Sentence
from dinet.network import Network
from dinet.report.sentences import count_findings, programme_heading

_PATIENCE = 8
"""How often a file that is gone or in use is tried again before somebody hears of it: some 3 s."""


def watch_document(
    document: str,
    port: int,
    *,
    browser: bool,
    dialect: str | None = None,
    **wishes: Any,
) -> int:
    """Show a document in the browser, and what changes about its findings here, until Ctrl-C.

    Args:
        document: Its path.
        port: Of the server; 0 for any that is free.
        browser: Open the page.
        dialect: The path of a dialect in which it is read.
        wishes: As ``open_document`` takes them.

    Returns:
        0: to stop is the one way to end this, and nothing is left undone.

    Raises:
        DinetError: The document cannot be read at the start, when there is nothing yet to show.
    """
    if document == STANDARD_INPUT:
        what = Sentence(
            "only a file can be followed, not what comes through a pipe."
        )
        raise UsageError(what)
    followed = FollowedDocument(document, wishes, dialect)
    words = Sentence("{name} is followed; Ctrl-C ends.", name=followed.name)
    with (
        remember_ctrl_c() as ended,
        suppress(KeyboardInterrupt),
        serve_page(followed.live, port) as address,
        moments_of_change(followed.files) as moments,
    ):
        print_lines([words.in_language(followed.lang), address])
        if browser:
            show_address(address)
        for _ in moments:
            if ended.is_set():
                break
            followed.look_again()
    return 0


@contextmanager
def remember_ctrl_c() -> Iterator[Event]:
    """Whether Ctrl-C was pressed, also when Python loses the interrupt.

    It does so when one comes while it throws objects away.
    """
    ended = Event()

    def note_press(*_: object) -> None:
        ended.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note_press)
    try:
        yield ended
    finally:
        signal.signal(signal.SIGINT, before)


class ShownDocument(NamedTuple):
    """A document as it was last read: its name, language, summary, findings, page and network."""

    name: str
    lang: str
    heading: str
    findings: Worded
    page: bytes
    network: Network


def _form_of(document: str, wishes: dict[str, Any]) -> FormFile:
    """The form that was given, or the one that would stand beside the document."""
    given = wishes.get("mapping")
    if given:
        return FormFile(Path(given), is_used=True)
    beside = Path(document).with_name(form_name(document))
    return FormFile(beside, is_used=False)


class FollowedDocument:
    """A document and the page that was last made of it.

    Args:
        document: Its path.
        wishes: As ``open_document`` takes them.
        dialect: The path of a dialect in which it is read.

    All files that these name are followed too.

    Raises:
        DinetError: It cannot be read.
    """

    def __init__(
        self, document: str, wishes: dict[str, Any], dialect: str | None = None
    ) -> None:
        self._document = document
        self._dialect = dialect
        self._wishes = wishes
        lists = [
            name
            for name in wishes.get("redact", ())
            if name not in (OWNERS, NAMES)
        ]
        self.form = _form_of(document, wishes)
        named = (document, self.form.path, dialect, *lists)
        self.files = tuple(Path(name) for name in named if name)
        self._seen: FileLooks = look_at_files(self.files)
        self._problem: DinetError | None = None
        shown = self._read_again()
        self.name = shown.name
        self.lang = shown.lang
        self._findings = shown.findings
        self._network = shown.network
        ended = Sentence(
            "dinet watch has ended: this page follows {name} no longer.",
            name=self.name,
        )
        form = None if wishes.get("redact") else self.form
        self.live = LivePage(ended.in_language(self.lang), form)
        self.live.show_page(shown.page)
        print_lines([shown.heading])
        self._print_counts()

    def _read_again(self) -> ShownDocument:
        # an open document takes half the time without collecting, but here many follow each other
        gc.disable()
        try:
            return self._make_page()
        finally:
            gc.enable()

    def _make_page(self) -> ShownDocument:
        self.form.note_edition()
        with in_dialect(self._dialect):
            wishes = {**self._current_wishes(), "accounted": True}
            opened = open_document(self._document, **wishes)
        self.form.programme = opened.programme
        print_redaction(opened)
        # without lines, which change wherever a line is put in
        opened, findings = with_findings(opened, with_lines=False)
        profile = profile_for_form(opened, "html")
        page = write_network(opened.network, findings, "html", profile)
        heading = programme_heading(opened.name, opened.network, opened.lang)
        worded = word_findings(opened.network, findings)
        return ShownDocument(
            opened.name, opened.lang, heading, worded, page, opened.network
        )

    def _current_wishes(self) -> dict[str, Any]:
        """The wishes, with the form as soon as the page has written one."""
        if not self.form.is_used:
            return self._wishes
        return self._wishes | {"mapping": str(self.form.path)}

    def look_again(self) -> None:
        """Read the document again if it was saved, or could not be reached before."""
        away = isinstance(self._problem, MissingInputError)
        if look_at_files(self.files) == self._seen and not away:
            return
        for _ in range(_PATIENCE):
            self._seen = wait_until_settled(self.files)
            try:
                self._show_again()
                return
            except MissingInputError as error:
                problem: DinetError = error
                time.sleep(QUIET)
            except DinetError as error:
                problem = error
                break
        self._tell_problem(problem)

    def _show_again(self) -> None:
        shown = self._read_again()
        new, solved = compare_findings(self._findings, shown.findings)
        self._findings = shown.findings
        self.lang = shown.lang
        changes = tell_changes(self._network, shown.network, shown.lang)
        self._network = shown.network
        if self.live.show_page(shown.page, changes) or self._problem:
            print_lines(difference_lines(new, solved, self.lang))
            self._print_counts()
        self._problem = None

    def _print_counts(self) -> None:
        findings = [worded.finding for worded in self._findings]
        print_lines([count_findings(findings, self.lang)])

    def _tell_problem(self, problem: DinetError) -> None:
        """Show a problem on the page, and here unless it is the one that was shown before."""
        before = ""
        if self._problem:
            before = error_message(self._problem, self.lang, whole=False)
        message = error_message(problem, self.lang, whole=False)
        self._problem = problem
        self.live.show_message(message)
        if message != before:
            print_message(message)
