"""The standard output: whole or not at all, and every way in which it fails has its own error.

Without a buffer (``python -u``, PYTHONUNBUFFERED) Python itself forgets what the system did not
take of a write, so a full disk or a closed pipe would leave a cut result and status 0. And what
stands in the buffer of a stream that failed would be tried again, and complained about, at the end.
"""

import io
import os
import select
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from dinet.application.files.output_files import explain_os_error
from dinet.errors import OutputError
from dinet.language import Sentence


class ClosedPipeError(Exception):
    """Nobody reads the output any more. click would end with status 1 at the system's own error."""


class OutputStream(io.RawIOBase):
    """A stream that takes all that is written to it, or says in words that it cannot.

    Args:
        raw: Where the bytes go; it stays open.
    """

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw
        self._beginning = _beginning_of_file(raw)
        self._failed = False

    def write(self, data: Any) -> int:
        """All of the data; once it failed, what follows goes nowhere.

        Raises:
            ClosedPipeError: Nobody reads it any more.
            OutputError: It cannot be written. A file is as long again as before the first byte.
        """
        size = memoryview(data).nbytes
        if self._failed:
            return size
        try:
            self._write_all(memoryview(data).cast("B"))
        except BrokenPipeError as error:
            self._failed = True
            raise ClosedPipeError from error
        except OSError as error:
            self._failed = True
            self._take_back()
            why = explain_os_error(error)
            raise OutputError(
                Sentence("the output cannot be written: {why}.", why=why)
            ) from error
        return size

    def _write_all(self, left: memoryview) -> None:
        while left:
            taken = self._raw.write(left)
            if (
                taken is None
            ):  # a pipe that does not block, and is full at this moment
                select.select([], [self._raw], [])
            left = left[taken or 0 :]

    def _take_back(self) -> None:
        """Leave nothing of a result that is not whole."""
        if self._beginning is not None:
            with suppress(OSError):
                os.ftruncate(self._raw.fileno(), self._beginning)
                os.lseek(self._raw.fileno(), self._beginning, os.SEEK_SET)

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def fileno(self) -> int:
        """The number by which the system knows it."""
        return self._raw.fileno()

    def isatty(self) -> bool:
        """Whether a person sees it at once."""
        return self._raw.isatty()


def _beginning_of_file(raw: io.RawIOBase) -> int | None:
    """Where our output begins in a file.

    None for anything else, and for a file into which others write too: what is theirs is not taken
    back.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    with suppress(OSError, ValueError):
        known = os.fstat(raw.fileno())
        appended = fcntl.fcntl(raw.fileno(), fcntl.F_GETFL) & os.O_APPEND
        if (
            stat.S_ISREG(known.st_mode)
            and not appended
            and not _holds_messages(known)
        ):
            return os.lseek(raw.fileno(), 0, os.SEEK_CUR)
    return None


def _holds_messages(output: os.stat_result) -> bool:
    """Whether the standard error goes into the same file."""
    with suppress(OSError, ValueError, AttributeError):
        return os.path.samestat(output, os.fstat(sys.stderr.fileno()))
    return False


@contextmanager
def protected_output() -> Iterator[None]:
    """Within this the standard output is one that takes all or fails, and there always is one.

    Characters that the terminal does not know are shown as their numbers.
    """
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (
        stream or io.TextIOWrapper(io.BytesIO()) for stream in before
    )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.stdout = _protect_stream(sys.stdout)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _protect_stream(stream: Any) -> Any:
    """The stream over an OutputStream; one that leads to no file or device as it is."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if not isinstance(raw, io.RawIOBase):
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(OutputStream(raw)),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=stream.line_buffering,
    )


def write_to_output(data: bytes) -> None:
    """Write a result to the standard output.

    Raises:
        ClosedPipeError: Nobody reads it any more.
        OutputError: It cannot be written.
    """
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def drop_unwritten_messages() -> None:
    """Give the messages away, or drop them: else Python would end with status 120."""
    try:
        sys.stderr.flush()
    except OSError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
