"""The child process that takes a PDF apart, and the message when it cannot."""

import json
import os
import subprocess
import sys
from pathlib import Path

from dinet.document.own_outputs import own_output_error, source_in_origin
from dinet.errors import DocumentError, MissingLibraryError
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
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


def extract_pages(data: bytes, name: str) -> list[PdfPage]:
    """The pages of a PDF file, taken apart in a process of its own.

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
        answer = json.loads(_run_child(data))
    except subprocess.TimeoutExpired as error:
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


def _run_child(data: bytes) -> bytes:
    """What the child answers; empty when it was ended."""
    bullets = json.dumps(
        sorted(bullet_signs())
    )  # of ASCII only, whatever the locale
    paths = [str(_SOURCES), *(path for path in sys.path if path)]
    return subprocess.run(  # noqa: S603 - a fixed command
        [
            sys.executable,
            "-P",
            "-m",
            "dinet.readers.pdf_pages.child",
            bullets,
            *map(str, current_limits()),
        ],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=current_limits().pdf_seconds,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    ).stdout
