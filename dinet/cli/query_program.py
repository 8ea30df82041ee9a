"""The questions of ``dinet query``, by name and in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from dinet.cli.cli_language import spoken_language
from dinet.cli.commands.question_group import ASK, QuestionGroup
from dinet.cli.commands.question_help import QuestionCommand
from dinet.cli.options import (
    as_format,
    as_many_format,
    debug,
    document,
    lang,
    many_documents_options,
    reading_options,
)
from dinet.language import Sentence

if TYPE_CHECKING:
    from dinet.application.opened_document import OpenedDocument

MOST_STOPPED = 20
"""Efforts that ``query worst`` stops together: nobody drops more at once, and it takes longer."""


@click.group(
    cls=QuestionGroup, subcommand_metavar='(NAME | "QUESTION") DOCUMENT'
)
def query() -> None:
    """Ask a question about a document, by its name or in words.

    In words: dinet query "doelen zonder inspanningen en thema ~ 'netwerk'" DOCUMENT. Dutch and
    English words are understood, in capitals or not; articles may be left out.
    """


class QuestionSource(NamedTuple):
    """The documents that are asked a question, and in which form they answer.

    Args:
        document: A file; or a folder or pattern, of which each document answers.
        form: ``text``, ``json`` or ``jsonl``.
        lang: The language that the user asked for.
        wishes: What the options for reading and for many documents hold.
    """

    document: str
    form: str
    lang: str | None
    wishes: dict[str, Any]


def _answer_one_or_many(
    source: QuestionSource,
    asked: dict[str, Any],
    answer_one: "Callable[[OpenedDocument], int]",
) -> int:
    """Answer about the one document, or about each of many.

    Args:
        source: The documents.
        asked: The question, as ``AskedAnswer`` has it for many documents.
        answer_one: Answers about one that is opened, and gives the exit status.
    """
    from dinet.cli.many_wishes import are_many, take_wishes

    document, form, lang, wishes = source
    many_wishes = take_wishes(wishes)
    if are_many((document,), many_wishes, form):
        from dinet.cli.many.commands import query_many
        from dinet.cli.many.works import AskedAnswer

        answer = AskedAnswer(**asked, form=form)
        return query_many(document, lang, wishes, answer, many_wishes)
    from dinet.cli.command_files import open_for_command

    return answer_one(open_for_command(document, lang, wishes))


@query.command(ASK, hidden=True)
@click.argument("words", metavar='"QUESTION"')
@document
@click.option(
    "--explain",
    is_flag=True,
    help="Say first in one sentence how the question was understood.",
)
@as_many_format
@many_documents_options
@reading_options
@lang
@debug
def ask(
    words: str,
    document: str,
    explain: bool,
    form: str,
    lang: str | None,
    **wishes: Any,
) -> int:
    """Answer a question in words, or one that is kept under a name."""
    from dinet.cli.commands.document_commands import run_question

    source = QuestionSource(document, form, lang, wishes)
    return _answer_one_or_many(
        source,
        {"question": words, "in_words": True},
        lambda opened: run_question(opened, words, form, explain=explain),
    )


_ID_WORDS = {0: "", 1: "ID ", -1: "ID... "}
"""How the help calls the ids before the document, by how many there are; -1 is one or more."""


def question(name: str, words: str, *, ids: int = 0) -> None:
    """Add a question: its answer is the method of Network and the printer of the same name.

    Args:
        name: Of the question.
        words: Its help.
        ids: How many ids it takes before the document; -1 for one or more.
    """

    @query.command(name, help=words, cls=QuestionCommand)
    @click.argument(
        "words",
        nargs=-1 if ids else 1,
        required=True,
        metavar=_ID_WORDS[ids] + "DOCUMENT",
    )
    @as_many_format
    @many_documents_options
    @reading_options
    @lang
    @debug
    def ask(
        words: tuple[str, ...] | str,
        form: str,
        lang: str | None,
        **wishes: Any,
    ) -> int:
        from dinet.cli.commands.document_commands import run_query

        *asked, document = (words,) if isinstance(words, str) else words
        _check_ids(asked, ids)
        return _answer_one_or_many(
            QuestionSource(document, form, lang, wishes),
            {"question": name, "ids": tuple(asked)},
            lambda opened: run_query(opened, name, asked, form),
        )


def _check_ids(asked: list[str], ids: int) -> None:
    if ids < 0 and not asked:
        words = Sentence("give at least one id before the document.")
        raise click.UsageError(words.in_language(spoken_language()))
    if ids == 1 and len(asked) != 1:
        words = Sentence("give one id, and then the document.")
        raise click.UsageError(words.in_language(spoken_language()))


question(
    "orphans",
    "Goals without effort or target, targets without goal or effort, efforts without goal.",
)


@query.command(
    "coverage",
    help="How far goals and targets are covered by efforts, in grades, per theme.",
    cls=QuestionCommand,
)
@document
@click.option(
    "--by",
    type=click.Choice(("owner", "phase", "theme", "money")),
    help="Divide the efforts instead: by owner (each role apart), phase or theme, or by goal with "
    "their money; with what rests on them alone.",
)
@as_many_format
@many_documents_options
@reading_options
@lang
@debug
def coverage(
    document: str, by: Any, form: str, lang: str | None, **wishes: Any
) -> int:
    """Answer how far goals and targets are covered, or how the efforts are divided."""
    from dinet.cli.commands.document_commands import run_breakdown, run_query

    def run_coverage(opened: "OpenedDocument") -> int:
        if by:
            return run_breakdown(opened, by, form)
        return run_query(opened, "coverage", [], form)

    return _answer_one_or_many(
        QuestionSource(document, form, lang, wishes),
        {"question": "coverage", "by": by},
        run_coverage,
    )


question("shared", "Targets and efforts that serve more than one goal.")
question("critical", "Efforts on which a goal or target rests alone.")
question(
    "trace",
    "Everything that an element serves, and everything that serves it.",
    ids=1,
)
question("impact", "What is lost when these efforts stop.", ids=-1)


@query.command(
    "contribution",
    help="How much of the goals each effort carries, and which it carries alone.",
    cls=QuestionCommand,
)
@document
@as_format
@reading_options
@lang
@debug
def contribution(
    document: str, form: str, lang: str | None, **wishes: Any
) -> int:
    """Answer how much of the goals each effort carries."""
    from dinet.cli.command_files import open_for_command
    from dinet.cli.commands.document_commands import run_contribution

    return run_contribution(open_for_command(document, lang, wishes), form)


@query.command(
    "worst",
    help="Which efforts, so many at once and fewer, cost most goals when they stop.",
    cls=QuestionCommand,
)
@click.argument("most", metavar="NUMBER", type=click.IntRange(1, MOST_STOPPED))
@document
@as_format
@reading_options
@lang
@debug
def worst(
    most: int, document: str, form: str, lang: str | None, **wishes: Any
) -> int:
    """Answer which few efforts cost most goals when they stop."""
    from dinet.cli.command_files import open_for_command
    from dinet.cli.commands.document_commands import run_worst

    return run_worst(open_for_command(document, lang, wishes), most, form)
