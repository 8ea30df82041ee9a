"""Commands that speak Dutch or English."""

import copy
import os
from collections.abc import Sequence

import click

from dinet.language import DEFAULT, LANGUAGES, translated


def asked_language(args: Sequence[str]) -> str | None:
    """The language that a command line asks for, wherever ``--lang`` stands in it, or else the environment; or None."""
    for word, after in zip(args, [*args[1:], ""], strict=False):
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
