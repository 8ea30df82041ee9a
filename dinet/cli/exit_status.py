"""How a run ends: every way has its own exit status, and says in a line or three what happened."""

import io
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

import click

from dinet.application.output_files import reason
from dinet.cli.cli_language import Group, asked_language, spoken
from dinet.errors import DinetError, MissingLibraryError, OutputError
from dinet.language import DEFAULT, Joined, Sentence, speak

DEFECT, INTERRUPTED, CLOSED_PIPE = 70, 130, 141
REPORT = "dinet-defect.txt"
DEBUG = "--debug"
_MOST_LINES = 3


class _ClosedPipeError(Exception):
    """Nobody reads the output any more. click would end with status 1 at the error that the system gives."""


class Program(Group):
    """The whole program: every way in which it can end has its own exit status."""

    group_class = Group

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run a command line and end the process."""
        words = list(sys.argv[1:] if args is None else args)
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them is a tenth of the start-up
        speak(asked_language(words) or DEFAULT)
        sys.stdout, sys.stderr = (stream or io.TextIOWrapper(io.BytesIO()) for stream in (sys.stdout, sys.stderr))
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        sys.exit(self._status(words))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parse; ``--help`` prints here."""
        with _pipe():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _pipe():
            return super().invoke(ctx)

    def _status(self, words: list[str]) -> int:
        try:
            status = super().main(words, prog_name="dinet", standalone_mode=False)
            with _pipe():
                sys.stdout.flush()
        except click.ClickException as error:
            with suppress(OSError):
                error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except _ClosedPipeError:
            return CLOSED_PIPE
        except Exception as error:  # noqa: BLE001 (the last line of defence: a defect gets one line and a report)
            return _failed(error, words)
        return status if isinstance(status, int) else 0


@contextmanager
def _pipe() -> Iterator[None]:
    """Tell a closed pipe from other faults; what is still in the buffer then goes nowhere."""
    try:
        yield
    except BrokenPipeError as error:
        _drop_output()
        raise _ClosedPipeError from error


def _drop_output() -> None:
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(error: Exception, words: list[str]) -> int:
    if isinstance(error, OSError) and not isinstance(error, DinetError):
        _drop_output()
        error = OutputError(Sentence("the output cannot be written: {why}.", why=reason(error)))
    if isinstance(error, MemoryError):
        error = MissingLibraryError(Sentence("this machine has not enough memory left for this document."))
    if isinstance(error, DinetError):
        tell(message(error, spoken(), whole=DEBUG in words))
        return error.status
    return _defect(words)


def tell(text: str) -> None:
    """Say something on the standard error, if there is one that takes it; what would steer a terminal is left out."""
    shown = "".join(each if each.isprintable() or each == "\n" else "\N{REPLACEMENT CHARACTER}" for each in text)
    with suppress(OSError):
        click.echo(shown, err=True)


def message(error: DinetError, lang: str, *, whole: bool) -> str:
    """What an error says, in at most three lines.

    Args:
        error: The error; one about many problems has a line for each.
        lang: The language.
        whole: Show all lines.
    """
    lines = error.said(lang).split("\n")
    if whole or len(lines) <= _MOST_LINES:
        return "\n".join(lines)
    last = error.what[-1].parts[-1] if isinstance(error.what[-1], Joined) else Sentence("")
    count = len(lines) - _MOST_LINES + int(str(last.values.get("count", 1)))
    return "\n".join((*lines[: _MOST_LINES - 1], Sentence("… and {count} more; --debug shows them.", count=count).said(lang)))


def _defect(words: list[str]) -> int:
    """Say in one line that dinet itself failed, and put what a maintainer needs into a file."""
    trace = traceback.format_exc()
    if DEBUG in words:
        tell(trace)
        return DEFECT
    names = " ".join(Path(word).name for word in words)
    try:
        Path(REPORT).write_text(f"dinet {names}\n\n{trace}", encoding="utf-8", errors="backslashreplace")
        hint = Sentence("The details are in {file}; please send that to the maintainers.", file=REPORT)
    except OSError:
        hint = Sentence("Run it again with --debug to see the details.")
    what = Sentence("dinet itself failed at: dinet {words}.", words=names)
    tell(f"{what.said(spoken())} {hint.said(spoken())}")
    return DEFECT
