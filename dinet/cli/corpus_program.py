"""The commands of ``dinet corpus``."""

from typing import Any

import click

from dinet.cli.cli_language import CliGroup
from dinet.cli.options import (
    debug,
    documents,
    lang,
    many_documents_options,
    reading_options,
)


@click.group(cls=CliGroup)
def corpus() -> None:
    """Keep many documents in a store, and ask it about all of them."""


@corpus.command("add")
@documents
@click.option(
    "--store",
    metavar="FILE.duckdb",
    help="The store, a file of DuckDB; it is made when it is not there.",
)
@click.option(
    "--parquet",
    metavar="FOLDER",
    help="Write the tables as Parquet too, or alone: for pandas, polars and R.",
)
@click.option(
    "--organisation",
    metavar="NAME",
    help="Whose the documents are, before what they say themselves.",
)
@click.option(
    "--year",
    type=click.IntRange(1900, 2099),
    help="Of which year they are, before what they say themselves.",
)
@click.option(
    "--list",
    metavar="FILE.csv",
    help="Whose each document is and of which year: a list with the columns document, "
    "organisation and year.",
)
@click.option(
    "--remove-absent",
    is_flag=True,
    help="Take out of the store what is not among these documents, such as files that are gone.",
)
@many_documents_options
@reading_options
@lang
@debug
def corpus_add(
    documents: tuple[str, ...],
    store: str | None,
    parquet: str | None,
    remove_absent: bool,
    lang: str | None,
    **wishes: Any,
) -> int:
    """Read documents into a store; what is there and did not change is not read again."""
    from dinet.cli.commands.corpus_commands import StorePlaces, run_corpus_add
    from dinet.cli.many_wishes import take_wishes

    many_wishes = take_wishes(wishes)
    places = StorePlaces(store, parquet, remove_absent)
    return run_corpus_add(documents, lang, wishes, places, many_wishes)


@corpus.command("query")
@click.argument("question", metavar="VIEW|SQL")
@click.option(
    "--store",
    required=True,
    metavar="FILE.duckdb",
    help="The store that dinet corpus add made.",
)
@click.option(
    "--organisation",
    metavar="NAME",
    help="Only the rows of this organisation.",
)
@click.option("--year", type=int, help="Only the rows of this year.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "csv", "json", "md")),
    default="text",
    help="For the screen, a spreadsheet, a program or a text.",
)
@lang
@debug
def corpus_query(
    question: str,
    store: str,
    organisation: str | None,
    year: int | None,
    form: str,
    **_: Any,
) -> None:
    """Ask a store a question that dinet corpus views lists, or one in SQL."""
    from dinet.cli.commands.corpus_commands import run_corpus_query

    filters = {"organisation": organisation, "year": year}
    run_corpus_query(question, store, form, filters)


@corpus.command("views")
@lang
@debug
def corpus_views(**_: Any) -> None:
    """List the questions that a store answers, and its tables."""
    from dinet.cli.answers.printing import print_lines
    from dinet.cli.commands.corpus_commands import list_corpus_views

    print_lines(list_corpus_views())
