"""The child process that takes a PDF apart, and the message when it cannot."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.readers.portable.sheet import MOST_PAGES, Sheet, unpacked

MOST_SECONDS = 60
MOST_BYTES = 768 * 1024 * 1024
_MARK = b"%PDF-"
_SOURCES = Path(__file__).parents[3]
_OTHER = Sentence("Give the file it was made from, such as the Word file.")
_REFUSED: dict[str, Callable[[int], tuple[Sentence, ...]]] = {
    "password": lambda _: (
        Sentence("this file is protected with a password."),
        Sentence("Save it without password and give that."),
    ),
    "damaged": lambda _: (
        Sentence("this is not a PDF, or it is damaged."),
        Sentence("Save it as PDF again in the program it was made with."),
    ),
    "empty": lambda _: (Sentence("this PDF has no pages."), _OTHER),
    "pages": lambda count: (
        Sentence("this PDF has {count} pages; dinet reads at most {most}.", count=count, most=MOST_PAGES),
        Sentence("Give only the pages with goals, targets and efforts."),
    ),
    "cells": lambda _: (Sentence("the pages of this PDF hold more letters or cells than dinet reads."), _OTHER),
    "failed": lambda _: (Sentence("this PDF is damaged, or asks for more memory than dinet gives it."), _OTHER),
}


def sheets(data: bytes, name: str, seconds: float = MOST_SECONDS, size: int = MOST_BYTES) -> list[Sheet]:
    """The pages of a PDF file, taken apart in a process of its own.

    Args:
        data: The whole file.
        name: Its name, for messages.
        seconds: How long the process may take before it is ended.
        size: How many bytes of memory it may have, on systems that know such a limit.

    Raises:
        DocumentError: The file is refused, or the process had to be ended or ended itself.
    """
    if _MARK not in data[:1024]:
        raise DocumentError(*_REFUSED["damaged"](0), where=name)
    try:
        said = json.loads(_answer(data, seconds, size))
    except subprocess.TimeoutExpired as error:
        what = Sentence("this PDF takes longer than {seconds} seconds to read and was stopped.", seconds=round(seconds))
        raise DocumentError(what, _OTHER, where=name) from error
    except ValueError as error:  # it was ended, and said nothing
        raise DocumentError(*_REFUSED["failed"](0), where=name) from error
    if "refused" in said:
        reason, count = said["refused"]
        raise DocumentError(*_REFUSED[reason](count), where=name)
    return [unpacked(each) for each in said["sheets"]]


def _answer(data: bytes, seconds: float, size: int) -> bytes:
    """What the child says; nothing when it was ended."""
    limits = str(size), str(max(round(seconds), 1))
    paths = [str(_SOURCES), *(path for path in sys.path if path)]
    return subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-P", "-m", "dinet.readers.portable.child", *limits],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    ).stdout
