"""How a run ends: every way has its own exit status, and says in a line or three what happened."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from dinet.cli.cli_language import CliGroup, asked_language, spoken_language
from dinet.cli.defect_report import name_command, save_report, trace_of
from dinet.cli.interruption import quiet_interrupts, was_interrupted
from dinet.cli.output_stream import (
    ClosedPipeError,
    drop_unwritten_messages,
    protected_output,
)
from dinet.errors import DinetError, MissingLibraryError
from dinet.language import (
    DEFAULT_LANGUAGE,
    JoinedSentences,
    Sentence,
    speak_language,
)

DEFECT, INTERRUPTED, CLOSED_PIPE = 70, 130, 141
"""The status of a defect (EX_SOFTWARE of sysexits.h), and those of shells after signals.

A shell adds the number of the signal to 128: 2 for Ctrl-C, 13 for a pipe that nobody reads.
"""
DEBUG = "--debug"
_MOST_LINES = 3
"""A message is not longer; the rest of a list of problems is counted."""


class Program(CliGroup):
    """The whole program: every way in which it can end has its own exit status."""

    group_class = CliGroup

    def main(
        self, args: Sequence[str] | None = None, *_: Any, **__: Any
    ) -> NoReturn:
        """Run a command line and end the process."""
        words = list(sys.argv[1:] if args is None else args)
        # looking for plug-ins of pydantic is a tenth of the start-up
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        speak_language(asked_language(words) or DEFAULT_LANGUAGE)
        status = INTERRUPTED
        with (
            protected_output(),
            suppress(KeyboardInterrupt),
            quiet_interrupts() as interrupted,
        ):
            ended = self._end_status(words)
            status = INTERRUPTED if interrupted.pressed else ended
            drop_unwritten_messages()
        sys.exit(status)

    def _end_status(self, words: list[str]) -> int:
        try:
            status = super().main(
                words, prog_name="dinet", standalone_mode=False
            )
            sys.stdout.flush()
        except click.ClickException as error:
            with suppress(OSError):
                error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except ClosedPipeError:
            return CLOSED_PIPE
        except SystemExit:
            raise
        except BaseException as error:  # noqa: BLE001 (the last line of defence)
            if was_interrupted():
                return INTERRUPTED
            return FailureLog(spoken_language(), whole=DEBUG in words).end_run(
                error, words
            )
        return status if isinstance(status, int) else 0


class FailureLog:
    """What went wrong in a run: it is told at once, and the worst of it is the exit status.

    Args:
        lang: The language in which it is told.
        whole: Show all lines of a message, and the trace of a defect; None when the command line
            that runs asks for it.
    """

    def __init__(self, lang: str, *, whole: bool | None = None) -> None:
        self._lang = lang
        self._whole = _asks_for_details() if whole is None else whole
        self._status = 0
        self._traces: list[str] = []

    def add_failure(
        self, error: BaseException, command: str, place: str
    ) -> None:
        """Tell of one failure, after which the run goes on.

        Args:
            error: What was raised.
            command: The words after ``dinet`` that would fail in the same way.
            place: What comes before the message: the file that was not made.
        """
        if was_interrupted():
            raise KeyboardInterrupt from error
        known = _known_error(error)
        if known:
            self._status = max(self._status, known.status)
            print_message(
                place + error_message(known, self._lang, whole=self._whole)
            )
        else:
            self._keep_trace(error, command)
            print_message(
                place + _defect_sentence(command).in_language(self._lang)
            )

    def close_log(self) -> int:
        """The exit status, a defect's before any other; says where the report on defects is."""
        if not self._traces:
            return self._status
        if not self._whole:
            print_message(save_report(self._traces).in_language(self._lang))
        return DEFECT

    def end_run(self, error: BaseException, words: list[str]) -> int:
        """Tell in one line of what ended the whole run; the exit status."""
        known = _known_error(error)
        if known:
            print_message(error_message(known, self._lang, whole=self._whole))
            return known.status
        command = name_command(words)
        self._keep_trace(error, command)
        if not self._whole:
            report = save_report(self._traces)
            message = JoinedSentences(_defect_sentence(command), report)
            print_message(message.in_language(self._lang))
        return DEFECT

    def _keep_trace(self, error: BaseException, command: str) -> None:
        trace = trace_of(error, command)
        self._traces.append(trace)
        if self._whole:
            print_message(trace)


def _known_error(error: BaseException) -> DinetError | None:
    """What went wrong in words for the user; None for a defect of dinet itself."""
    if isinstance(error, MemoryError):
        what = Sentence(
            "this machine has not enough memory left for this document."
        )
        return MissingLibraryError(what)
    return error if isinstance(error, DinetError) else None


def _defect_sentence(command: str) -> Sentence:
    return Sentence("dinet itself failed at: dinet {words}.", words=command)


def _asks_for_details() -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get("debug"))


def print_error(error: DinetError, lang: str) -> None:
    """Say what went wrong, in as many lines as the command line asks for."""
    print_message(error_message(error, lang, whole=_asks_for_details()))


def print_message(text: str) -> None:
    """Say something on the standard error, if there is one that takes it.

    What would steer a terminal is shown as a sign of its own.
    """
    shown = "".join(map(_harmless_sign, text))
    with suppress(OSError):
        click.echo(shown, err=True)


def _harmless_sign(sign: str) -> str:
    return (
        sign
        if sign.isprintable() or sign == "\n"
        else "\N{REPLACEMENT CHARACTER}"
    )


def error_message(error: DinetError, lang: str, *, whole: bool) -> str:
    """What an error says, in at most three lines.

    Args:
        error: The error; one about many problems has a line for each.
        lang: The language.
        whole: Show all lines.
    """
    lines = error.in_language(lang).split("\n")
    if whole or len(lines) <= _MOST_LINES:
        return "\n".join(lines)
    count = len(lines) - _MOST_LINES + _counted_in_last_line(error)
    more = Sentence("… and {count} more; --debug shows them.", count=count)
    return "\n".join((*lines[: _MOST_LINES - 1], more.in_language(lang)))


def _counted_in_last_line(error: DinetError) -> int:
    """How many problems the last line of an error stands for: it may say that there are more."""
    last = error.what[-1]
    if not isinstance(last, JoinedSentences):
        return 1
    return int(str(last.parts[-1].values.get("count", 1)))
