"""The command itself: serve the desk and show it, until the page or Ctrl-C ends it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from dinet.application.files.found_documents import (
    STANDARD_INPUT,
    find_documents,
)
from dinet.cli.answers.printing import print_lines
from dinet.cli.cli_language import spoken_language
from dinet.cli.local_server import show_address
from dinet.cli.opening.desk_process import DeskProcess, DeskSettings
from dinet.cli.opening.desk_server import ServedDesk, serve_desk
from dinet.errors import MissingInputError, UsageError
from dinet.language import Sentence
from dinet.onefile.served_page import served_page

_LOOK = 0.5
"""Seconds between two looks whether the page has ended it; Ctrl-C is heard in between."""


class OpenWishes(NamedTuple):
    """How the desk is opened.

    Args:
        port: Of the server; 0 for any that is free.
        browser: Open the page.
        lang: The language of the page; None for that of the browser.
        dialect: The path of a dialect in which documents are read.
    """

    port: int = 0
    browser: bool = True
    lang: str | None = None
    dialect: str | None = None


def open_desk(documents: Sequence[str], wishes: OpenWishes) -> int:
    """Serve the desk with documents on it, until the page ends it or somebody presses Ctrl-C.

    Args:
        documents: Files, folders and patterns; none for an empty desk.
        wishes: How.

    Returns:
        0. The command ends with 130 after Ctrl-C, as every command does that is broken off.

    Raises:
        UsageError: The port cannot be used, or a document comes through a pipe.
        MissingInputError: A document is not there, or a folder holds none.
    """
    given = _given_documents(documents)
    words = Sentence("dinet is open; Ctrl-C or the button in the page ends.")
    with (
        suppress(KeyboardInterrupt),
        _working_desk(given, wishes) as desk,
        serve_desk(desk, wishes.port) as address,
    ):
        print_lines([words.in_language(spoken_language()), address])
        if wishes.browser:
            show_address(address)
        while not desk.ended.wait(_LOOK):
            pass
    return 0


def _given_documents(arguments: Sequence[str]) -> dict[str, Path]:
    """Each document by the key that the page has for it."""
    if STANDARD_INPUT in arguments:
        what = Sentence("only files can be opened, not what comes in a pipe.")
        raise UsageError(what)
    found = find_documents(arguments) if arguments else ()
    given = {
        f"disk{number}": Path(each.path).absolute()
        for number, each in enumerate(found)
    }
    for path in given.values():
        if not path.is_file():
            what = Sentence("there is no such file.")
            raise MissingInputError(what, where=str(path))
    return given


@contextmanager
def _working_desk(
    given: Mapping[str, Path], wishes: OpenWishes
) -> Iterator[ServedDesk]:
    with TemporaryDirectory(prefix="dinet-") as name:
        folder = Path(name)
        settings = DeskSettings(folder / "desk", given, wishes.dialect)
        process = DeskProcess(settings)
        names = {key: path.name for key, path in given.items()}
        try:
            yield ServedDesk(
                process,
                lambda token: served_page(
                    token, names, wishes.lang or "", folder
                ),
            )
        finally:
            process.end()
