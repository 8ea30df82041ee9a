"""The report on a defect of dinet itself: a file for the maintainers, beside whoever ran it.

It is written where the user happens to stand.
"""

import traceback
from collections.abc import Sequence
from pathlib import Path

from dinet.language import Sentence

REPORT = "dinet-defect.txt"


def name_command(words: Sequence[str]) -> str:
    """A command line without the folders in it, which may tell who somebody is."""
    return " ".join(Path(word).name for word in words)


def trace_of(error: BaseException, command: str) -> str:
    """What a maintainer needs to find a defect.

    Args:
        error: What was raised.
        command: The words after ``dinet``.
    """
    return f"dinet {command}\n\n{''.join(traceback.format_exception(error))}"


def save_report(traces: Sequence[str]) -> Sentence:
    """Write the report; what the user is told of it.

    Args:
        traces: As ``trace_of`` gives them, at least one.

    Returns:
        Where it is, or how to see the details when it could not be written.
    """
    data = "\n\n".join(traces).encode("utf-8", errors="backslashreplace")
    try:
        Path(REPORT).write_bytes(data)
    except OSError:
        return Sentence("Run it again with --debug to see the details.")
    return Sentence("The details are in {file}; please send that to the maintainers.", file=REPORT)
