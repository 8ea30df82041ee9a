"""The files of a command: the document that it opens, and where its results go."""

from collections.abc import Iterable, Mapping
from typing import Any

from dinet.application.files.output_files import write_new_file, write_result
from dinet.application.opened_document import OpenedDocument, open_document
from dinet.cli.answers.printing import print_lines
from dinet.cli.output_stream import write_to_output

STANDARD_OUTPUT = "-"


def open_for_command(
    document: str, lang: str | None, wishes: Mapping[str, Any]
) -> OpenedDocument:
    """Open a document, and say on the standard error what was left out of it.

    Args:
        document: Its path.
        lang: The language of what the user reads; None for that of the document.
        wishes: What else ``open_document`` takes.
    """
    opened = open_document(document, lang, **wishes)
    print_redaction(opened)
    return opened


def print_redaction(opened: OpenedDocument) -> None:
    """Say on the standard error what was left out, when something was asked to be."""
    if opened.redacted:
        from dinet.report.redaction.redaction_log import redaction_log

        print_lines(redaction_log(opened.redacted, opened.lang), err=True)


def write_to_target(
    data: bytes, target: str, given: Iterable[str] = ()
) -> None:
    """Write a result to a file, or to the standard output for ``-``.

    Raises:
        OutputError: It cannot be written, or the target is one of what the user gave.
    """
    if target == STANDARD_OUTPUT:
        write_to_output(data)
    else:
        write_result(data, target, given)


def write_beginning(data: bytes, target: str) -> None:
    """Write a file to begin with, or to the standard output for ``-``; keep one that is there.

    Raises:
        OutputError: It cannot be written, or another file is there.
    """
    if target == STANDARD_OUTPUT:
        write_to_output(data)
    else:
        write_new_file(data, target)
