"""The report on a defect of dinet itself: a file for the maintainers, beside whoever ran it.

It is written where the user happens to stand, which may be a folder that others write in too. So it
never goes through a link: somebody could have laid one there that leads to a file of the user's.
"""

import stat
import traceback
from collections.abc import Sequence
from pathlib import Path

from dinet.application.files.output_files import replace_file
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
        Where it is, or how to see the details when it could not be written: there is a link, a
        folder or a device of its name, or the folder may not be written in.
    """
    data = "\n\n".join(traces).encode("utf-8", errors="backslashreplace")
    try:
        if _is_free_or_file(Path(REPORT)):
            replace_file(Path(REPORT), data)
            return Sentence(
                "The details are in {file}; please send that to the maintainers.",
                file=REPORT,
            )
    except OSError:
        pass  # the folder may not be written in, or the disk is full
    return Sentence("Run it again with --debug to see the details.")


def _is_free_or_file(path: Path) -> bool:
    """Whether nothing is there, or a file; a pipe would never take it, a link leads away."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True
