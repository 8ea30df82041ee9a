"""Commands that speak Dutch or English, give hints for misspelled words, and end with a status that means something."""

import copy
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from dinet.errors import DinetError
from dinet.language import DEFAULT, LANGUAGES, Sentence, speak, translated

DEFECT, INTERRUPTED, CLOSED_PIPE = 70, 130, 141
REPORT = "dinet-defect.txt"


def asked_language(args: Sequence[str]) -> str | None:
    """The language that a command line asks for, wherever ``--lang`` stands in it, or else the environment; or None."""
    for word, after in zip(args, [*args[1:], ""], strict=True):
        lang = after if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if lang in LANGUAGES:
            return lang
    lang = os.environ.get("DINET_LANG", "")
    return lang if lang in LANGUAGES else None


def spoken() -> str:
    """The language in which this process speaks of itself."""
    return os.environ.get("LANGUAGE", DEFAULT)


class Command(click.Command):
    """A command whose help is in the user's language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, translated."""
        said = copy.copy(self)
        said.params = [_said(param) for param in self.params]
        said.help = translated(" ".join((self.help or "").split()), spoken())
        click.Command.format_help(said, ctx, formatter)

    def get_short_help_str(self, limit: int = 80) -> str:
        """The first sentence of the help, translated; the limit of click does not fit Dutch words."""
        return _first_sentence(self, limit)


def _first_sentence(command: click.Command, _: int) -> str:
    return translated(" ".join((command.help or "").split()), spoken()).partition(". ")[0].rstrip(".")


def _said(param: click.Parameter) -> click.Parameter:
    said = copy.copy(param)
    if isinstance(said, click.Option):
        said.help = translated(said.help or "", spoken())
    return said


class Group(click.Group):
    """A group of such commands."""

    command_class = Command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, translated."""
        said = copy.copy(self)
        said.params = [_said(param) for param in self.params]
        said.help = translated(" ".join((self.help or "").split()), spoken())
        click.Group.format_help(said, ctx, formatter)

    def get_short_help_str(self, limit: int = 80) -> str:
        """The first sentence of the help, translated."""
        return _first_sentence(self, limit)


class Program(Group):
    """The whole program: every way in which it can end has its own exit status."""

    group_class = Group

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run a command line and end the process."""
        words = list(sys.argv[1:] if args is None else args)
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them is a tenth of the start-up
        speak(asked_language(words) or DEFAULT)
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        sys.exit(self._status(words))

    def _status(self, words: list[str]) -> int:
        try:
            status = super().main(words, prog_name="dinet", standalone_mode=False)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except DinetError as error:
            click.echo(_visible(error.said(spoken())), err=True)
            return error.status
        except (click.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return CLOSED_PIPE
        except Exception:  # noqa: BLE001 (the last line of defence: a defect gets one line and a report)
            return _defect(words)
        return status if isinstance(status, int) else 0


def _visible(text: str) -> str:
    """A text without characters that steer a terminal."""
    return "".join(each if each.isprintable() or each == "\n" else "\N{REPLACEMENT CHARACTER}" for each in text)


def _defect(words: list[str]) -> int:
    """Say in one line that dinet itself failed, and put what a maintainer needs into a file."""
    trace = traceback.format_exc()
    if "--debug" in words:
        click.echo(trace, err=True)
        return DEFECT
    names = " ".join(Path(word).name for word in words)
    try:
        Path(REPORT).write_text(f"dinet {names}\n\n{trace}", encoding="utf-8")
        hint = Sentence("The details are in {file}; please send that to the maintainers.", file=REPORT)
    except OSError:
        hint = Sentence("Run it again with --debug to see the details.")
    what = Sentence("dinet itself failed at: dinet {words}.", words=names)
    click.echo(_visible(f"{what.said(spoken())} {hint.said(spoken())}"), err=True)
    return DEFECT
