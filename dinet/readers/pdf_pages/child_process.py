"""Where a PDF is taken apart: a child process, or what stands in for it.

PDF is the one format whose parser is a large library that may crash, hang or fill the memory. It
never runs where the document is read: an installed dinet starts a process, and who embeds dinet
where there are no processes hands in a ``PdfParser`` of their own.
"""

import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol

from dinet.document.own_outputs import own_output_error, source_in_origin
from dinet.errors import DocumentError, MissingLibraryError
from dinet.language import Sentence
from dinet.limits import Limits, current_limits, limit_error
from dinet.readers.pdf_pages.page_content import PdfPage, unpack_page
from dinet.wording.bullets import bullet_signs

_PDF_MARK = b"%PDF-"
# How far into the file that mark may stand; readers of PDF allow some bytes before it.
_MARK_WITHIN_BYTES = 1024
_SOURCES = Path(__file__).parents[3]
_GIVE_SOURCE_FILE = Sentence(
    "Give the file it was made from, such as the Word file."
)
_REFUSED: dict[str, tuple[Sentence, ...]] = {
    "password": (
        Sentence("this file is protected with a password."),
        Sentence("Save it without password and give that."),
    ),
    "damaged": (
        Sentence("this is not a PDF, or it is damaged."),
        Sentence("Save it as PDF again in the program it was made with."),
    ),
    "empty": (Sentence("this PDF has no pages."), _GIVE_SOURCE_FILE),
}
_HINTS = {
    "pages": Sentence("Give only the pages with goals, targets and efforts.")
}


class PdfParser(Protocol):
    """Takes a PDF apart where a crash, a hang or a lack of memory does no harm."""

    def __call__(
        self, data: bytes, bullets: Collection[str], limits: Limits, /
    ) -> bytes:
        """What ``child.answer_for`` makes of a file; empty when it had to be ended.

        Args:
            data: The whole file.
            bullets: The signs of lists.
            limits: Those that are in force.

        Raises:
            TimeoutError: It took longer than ``limits.pdf_seconds`` and was ended.
            OSError: It cannot be started.
        """


def parse_in_process(
    data: bytes, bullets: Collection[str], limits: Limits
) -> bytes:
    """The answer of a process of its own, as ``PdfParser`` says: what an installed dinet uses."""
    signs = json.dumps(sorted(bullets))  # of ASCII only, whatever the locale
    paths = [str(_SOURCES), *(path for path in sys.path if path)]
    command = [sys.executable, "-P", "-m", "dinet.readers.pdf_pages.child"]
    try:
        return subprocess.run(  # noqa: S603 - a fixed command
            [*command, signs, *map(str, limits)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.pdf_seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        ).stdout
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error


_PARSER: ContextVar[PdfParser] = ContextVar(
    "pdf_parser", default=parse_in_process
)


@contextmanager
def use_pdf_parser(parser: PdfParser) -> Iterator[None]:
    """Within this a PDF is taken apart by another parser; afterwards again by that of before."""
    before = _PARSER.set(parser)
    try:
        yield
    finally:
        _PARSER.reset(before)


def extract_pages(data: bytes, name: str) -> list[PdfPage]:
    """The pages of a PDF file, taken apart elsewhere.

    Args:
        data: The whole file.
        name: Its name, for messages.

    Raises:
        DocumentError: The file is refused, or the process had to be ended or ended itself.
        MissingLibraryError: The process cannot be started.
    """
    if _PDF_MARK not in data[:_MARK_WITHIN_BYTES]:
        raise DocumentError(*_REFUSED["damaged"], where=name)
    try:
        parse = _PARSER.get()
        answer = json.loads(parse(data, bullet_signs(), current_limits()))
    except TimeoutError as error:
        raise limit_error("pdf_seconds", 0, name, _GIVE_SOURCE_FILE) from error
    except OSError as error:
        what = Sentence(
            "the process that takes a PDF apart cannot be started: {why}.",
            why=error.strerror or "?",
        )
        raise MissingLibraryError(
            what, Sentence("Close other programs and try again."), where=name
        ) from error
    except ValueError as error:  # it was ended, and answered nothing
        raise limit_error("pdf_memory", 0, name, _GIVE_SOURCE_FILE) from error
    if "refused" in answer:
        raise _refusal_for(name, *answer["refused"])
    return [unpack_page(page) for page in answer["sheets"]]


def _refusal_for(name: str, reason: str, detail: int | str) -> DocumentError:
    """The message for a reason of the child: a word of this table, or the name of a guard."""
    if isinstance(detail, str):
        return own_output_error(source_in_origin(detail), name)
    if reason in _REFUSED:
        return DocumentError(*_REFUSED[reason], where=name)
    return limit_error(
        reason, detail, name, _HINTS.get(reason, _GIVE_SOURCE_FILE)
    )
