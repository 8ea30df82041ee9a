"""Commands that speak Dutch or English."""

import copy
import os
from collections.abc import Sequence
from typing import TypeVar

import click

from dinet.language import DEFAULT_LANGUAGE, LANGUAGES, translate_words

AnyCommand = TypeVar("AnyCommand", bound=click.Command)


def asked_language(args: Sequence[str]) -> str | None:
    """The language that a command line asks for, or else the environment; or None.

    ``--lang`` counts wherever it stands: also a line that cannot be parsed is answered in it. Of
    several the last one counts, as for the answers.
    """
    asked = None
    for word, after in zip(args, [*args[1:], ""], strict=False):
        lang = after if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and lang in LANGUAGES:
            asked = lang
    if asked:
        return asked
    lang = os.environ.get("DINET_LANG", "")
    return lang if lang in LANGUAGES else None


def spoken_language() -> str:
    """The language in which this process speaks of itself."""
    return os.environ.get("LANGUAGE", DEFAULT_LANGUAGE)


def _translated_help(command: click.Command) -> str:
    return translate_words(
        " ".join((command.help or "").split()), spoken_language()
    )


def _first_sentence(command: click.Command) -> str:
    return _translated_help(command).partition(". ")[0].rstrip(".")


def _translated_option(param: click.Parameter) -> click.Parameter:
    translated = copy.copy(param)
    if isinstance(translated, click.Option):
        translated.help = translate_words(
            translated.help or "", spoken_language()
        )
    return translated


def _translated_copy(command: AnyCommand) -> AnyCommand:
    """A command with its help and that of its options in the user's language."""
    translated = copy.copy(command)
    translated.params = list(map(_translated_option, command.params))
    translated.help = _translated_help(command)
    return translated


class CliCommand(click.Command):
    """A command whose help is in the user's language."""

    def format_help(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the help, translated."""
        click.Command.format_help(_translated_copy(self), ctx, formatter)

    def get_short_help_str(self, limit: int = 80) -> str:  # noqa: ARG002 (click's own)
        """The first sentence of the help, translated; the limit of click does not fit Dutch."""
        return _first_sentence(self)


class CliGroup(click.Group):
    """A group of such commands."""

    command_class = CliCommand

    def format_help(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the help, translated."""
        click.Group.format_help(_translated_copy(self), ctx, formatter)

    def get_short_help_str(self, limit: int = 80) -> str:  # noqa: ARG002 (click's own)
        """The first sentence of the help, translated."""
        return _first_sentence(self)
