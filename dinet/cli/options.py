"""The options that commands share, and what they set before the command runs."""

from collections.abc import Callable, Iterable
from typing import Any

import click

from dinet.language import LANGUAGES

Decorated = Callable[..., Any]

document = click.argument("document", metavar="DOCUMENT")
documents = click.argument(
    "documents", metavar="DOCUMENT|FOLDER...", nargs=-1, required=True
)
lang = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=lambda ctx, _, wished: _wished_language(ctx, wished),
    help="Language of what you read; by default that of the document.",
)
debug = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=lambda ctx, _, value: ctx.meta.update(
        debug=ctx.meta.get("debug") or value
    ),
    help="Show all problems of a document, and details when dinet itself fails.",
)
mapping = click.option(
    "--mapping",
    metavar="FILE",
    help="A filled-in mapping file that says what the document leaves open.",
)
limit = click.option(
    "--limit",
    multiple=True,
    metavar="NAME=VALUE",
    expose_value=False,
    callback=lambda ctx, _, wishes: _apply_limits(ctx, wishes),
    help="Raise a guard against huge documents, such as cells=400000 or file=80MB; "
    "may be given more than once.",
)
redact = click.option(
    "--redact",
    multiple=True,
    metavar="WHO",
    help="Leave out names, mail addresses and telephone numbers: of owners, all names, "
    "or those in a file; keep-public spares who answers in public. For publication.",
)
dialect = click.option(
    "--dialect",
    metavar="FILE",
    expose_value=False,
    callback=lambda ctx, _, path: _apply_dialect(ctx, path),
    help="A TOML file with the document's own words for goals, efforts and so on.",
)
today = click.option(
    "--today",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    callback=lambda _, __, day: f"{day:%Y-%m-%d}" if day else None,
    metavar="YYYY-MM-DD",
    help="The date by which deadlines have passed; by default that of the document.",
)
measurements = click.option(
    "--measurements",
    multiple=True,
    metavar="FILE",
    help="Figures of targets: a file of your own that names them, or a form in YAML that says "
    "which series of an export is which target; may be given more than once.",
)
as_format = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="For a person or for a program.",
)
as_many_format = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "jsonl")),
    default="text",
    help="For a person or for a program; jsonl has a line for each document.",
)
engine = click.option(
    "--engine",
    type=click.Choice(("auto", "embedded", "dot")),
    default="auto",
    help="What draws PNG and PDF.",
)
organisation = click.option(
    "--organisation",
    metavar="NAME",
    help="Whose the programme is, where its document does not say so.",
)
date = click.option(
    "--date",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    callback=lambda _, __, day: f"{day:%Y-%m-%d}" if day else None,
    metavar="YYYY-MM-DD",
    help="Of which day the programme is, where its document does not say so.",
)
short = click.option(
    "--short",
    is_flag=True,
    help="Draw short titles in place of whole texts.",
)
style = click.option(
    "--style",
    metavar="STYLE",
    help="Look of the pictures: colour, grey, contrast, or a house style FILE.toml.",
)


PICTURES = (
    engine,
    click.option(
        "--dpi",
        type=click.IntRange(36, 1200),
        help="Dots per inch of a PNG; by default what suits the page.",
    ),
    click.option(
        "--width",
        metavar="WIDTH",
        help="Width of an svg or png, such as 16cm, which then ends where its drawing ends.",
    ),
    click.option(
        "--no-title",
        is_flag=True,
        help="Draw no title, and not whose the programme is, over a picture.",
    ),
    click.option(
        "--title",
        metavar="TEXT",
        help="What stands over a picture in place of the programme's name.",
    ),
    click.option(
        "--ask",
        metavar="TEXT",
        help="What is asked of the council, on what is one page or one slide.",
    ),
    click.option(
        "--status",
        metavar="TEXT",
        help="What a report is, such as a draft, on its first page.",
    ),
    click.option(
        "--edition",
        metavar="TEXT",
        help="The version of a report, on its first page.",
    ),
    click.option(
        "--conclusion",
        metavar="TEXT",
        help="What a report concludes, before its summary.",
    ),
    organisation,
    date,
    click.option(
        "--show",
        type=click.Choice(("coverage",)),
        help="Tell in every box how well efforts cover it.",
    ),
    click.option(
        "--marks",
        type=click.Choice(("gaps", "findings", "none")),
        default="gaps",
        help="What boxes tell: what is missing, all findings of the audit, or nothing.",
    ),
    click.option(
        "--steps",
        type=click.IntRange(1, 20),
        default=2,
        help="How many links --around follows to each side.",
    ),
    click.option(
        "--around",
        metavar="ID",
        help="Draw one element with what it serves and what serves it.",
    ),
    click.option("--theme", metavar="ID", help="Draw one theme."),
    short,
    click.option(
        "--direction",
        type=click.Choice(("goals", "efforts")),
        default="goals",
        help="What stands at the left of pictures.",
    ),
    style,
    click.option(
        "--page",
        metavar="PAGE",
        help="Paper of the pictures: A4, A4-landscape, A3, 16:9 …, A0 for a poster, or 420x297mm; "
        "without it that is A3, a small pdf is A4, and an svg or png ends where its drawing ends.",
    ),
)
"""The last one stands first in the help."""


SERVING = (
    click.option(
        "--no-browser",
        is_flag=True,
        help="Do not open the page; its address is printed.",
    ),
    click.option(
        "--port",
        type=click.IntRange(1, 65535),
        help="Of the page on this machine; by default one that is free.",
    ),
)
"""The last one stands first in the help."""


SEVERITIES = ("error", "warning", "info", "never")
AUDIT_FORMATS = (
    "text",
    "json",
    "sarif",
    "junit",
    "github",
    "md",
    "html",
    "xlsx",
    "docx",
)
"""Of the report on an audit: for the terminal, for programs, and those of ``writers/audit``."""
AUDIT = (
    click.option(
        "--visionary",
        multiple=True,
        metavar="GOAL",
        help="A goal that needs no target, by its id or by a word in a field or heading beside "
        "it; can be given more than once.",
    ),
    click.option(
        "--threshold",
        "thresholds",
        multiple=True,
        metavar="RULE=NUMBER",
        help="Another number for a rule, such as DO505=10 or DC114.efforts=30; dinet rules RULE "
        "tells what it has.",
    ),
    click.option(
        "--also",
        multiple=True,
        metavar="RULE",
        help="Apply a rule that is off by default; can be given more than once.",
    ),
    today,
    measurements,
    click.option(
        "--fail-on",
        type=click.Choice(SEVERITIES),
        help="End with status 1 at findings this bad or worse; by default at errors.",
    ),
    click.option(
        "--baseline",
        metavar="FILE.json",
        help="An earlier audit, from --format json: what that found too is told, and does not "
        "count for the exit status.",
    ),
    click.option(
        "--since",
        metavar="OLD",
        help="An older version of the document, of any format: what that has too, however it is "
        "numbered or worded there, is told, and does not count for the exit status.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=lambda _, __, words: _split_words(words),
        metavar="RULE",
        help="Leave out a rule or a family of rules; can be given more than once.",
    ),
    click.option(
        "--select",
        multiple=True,
        callback=lambda _, __, words: _split_words(words),
        metavar="RULE",
        help="Apply only this rule, by code or name, or this family, such as DC; "
        "can be given more than once.",
    ),
    click.option(
        "-o",
        "--output",
        "target",
        metavar="FILE",
        help="The file to write; without it the report goes to the screen.",
    ),
    click.option(
        "--format",
        "form",
        type=click.Choice((*AUDIT_FORMATS, "jsonl")),
        default="text",
        help="Of the report on the audit.",
    ),
)
"""The last one stands first in the help."""


CHOICE = (
    click.option(
        "--move-weights",
        is_flag=True,
        help="With more than 40 efforts too, tell what changes when one goal weighs a fifth more "
        "or less.",
    ),
    click.option(
        "--sets",
        "most_sets",
        type=click.IntRange(1, 1000),
        metavar="NUMBER",
        help="Equally good sets that are counted at most; by default 100, and 10 with more than "
        "40 efforts.",
    ),
    click.option(
        "--weight",
        "weights",
        multiple=True,
        metavar="ID=NUMBER",
        help="How heavy a goal counts; 1 without it. May be given more than once.",
    ),
    click.option(
        "--by",
        "measure",
        type=click.Choice(("goals", "points")),
        default="goals",
        help="What is to be as much as possible: goals with an effort, or the points that the "
        "document divides over what serves them.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="ID",
        help="An effort that may not be in; the answer tells what that costs. May be given more "
        "than once.",
    ),
    click.option(
        "--keep",
        multiple=True,
        metavar="ID",
        help="An effort that has to be in; the answer tells what that costs. May be given more "
        "than once.",
    ),
    click.option(
        "--costs",
        "cost_files",
        multiple=True,
        metavar="FILE",
        help="What efforts cost: YAML with a line “I3: 50000” for each, or a table with the id "
        "first and the amount last.",
    ),
    click.option(
        "--cost",
        "costs",
        multiple=True,
        metavar="ID=AMOUNT",
        help="What an effort costs; it wins over the document. May be given more than once.",
    ),
    click.option(
        "--budget",
        required=True,
        metavar="AMOUNT",
        help="How much money there is, such as 250000 or “€ 1,5 mln”.",
    ),
)
"""The last one stands first in the help."""


STATUSES_TO_FAIL_ON = {
    "too-slow": "too slow",
    "te-langzaam": "too slow",
    "wrong-way": "wrong way",
    "verkeerde-kant": "wrong way",
    "not-reached": "not reached",
    "niet-gehaald": "not reached",
}
"""What ``dinet measured --fail-on`` looks for, by the words in which it may be asked."""
COMPARISON_FORMATS = (
    "text",
    "json",
    "html",
    "docx",
    "xlsx",
    "svg",
    "png",
    "pdf",
    "jsonl",
    "yaml",
)
"""Of a comparison: for the terminal, for programs, documents, pictures, and the form of doubts."""
CHANGES_TO_FAIL_ON = {
    "softer": "softer",
    "zachter": "softer",
    "stricter": "stricter",
    "strenger": "stricter",
    "later": "later",
    "earlier": "earlier",
    "eerder": "earlier",
    "gone": "gone",
    "vanished": "gone",
    "vervallen": "gone",
    "verdwenen": "gone",
    "any": "any",
    "iets": "any",
}
"""What ``dinet compare --fail-on`` looks for, by the words in which it may be asked."""

SPREAD = (
    click.option(
        "--timeout",
        type=click.FloatRange(min=0),
        metavar="SECONDS",
        help="How long one document of many may take, by default 120; 0 for as long as it likes.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Of the cluster that --executor names, such as tcp://10.0.0.5:8786.",
    ),
    click.option(
        "--executor",
        type=click.Choice(("pool", "dask")),
        help="Where many documents are worked on: processes on this machine, or a cluster.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="NUMBER",
        help="How many documents are worked on at once, by default one on each processor.",
    ),
)
"""Of every command that has many documents read in other processes."""
MANY = (
    click.option(
        "--resume",
        metavar="FOLDER",
        help="Keep the result of each document in this folder, and do not do again what is "
        "there.",
    ),
    *SPREAD,
)
"""Of commands that take folders and patterns; the last one stands first in the help."""


def _with_options(
    command: Decorated, options: Iterable[Decorated]
) -> Decorated:
    """A command with more options, of which the last one stands first in its help."""
    for option in options:
        command = option(command)
    return command


def reading_options(command: Decorated) -> Decorated:
    """The options of every command that reads a document."""
    return _with_options(command, (redact, limit, dialect, mapping))


def many_documents_options(command: Decorated) -> Decorated:
    """The options of every command that takes many documents."""
    return _with_options(command, MANY)


def worker_options(command: Decorated) -> Decorated:
    """The options of a command that reads many documents and keeps no results of them."""
    return _with_options(command, SPREAD)


def serving_options(command: Decorated) -> Decorated:
    """The options of every command that shows its page from this machine."""
    return _with_options(command, SERVING)


def _split_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words that were given one by one, or with commas between them."""
    return tuple(",".join(words).replace(",", " ").split())


def audit_options(command: Decorated) -> Decorated:
    """The options of an audit: by what, and how it is told."""
    return _with_options(command, AUDIT)


def choice_options(command: Decorated) -> Decorated:
    """The options of a choice: how much money there is, and what binds it."""
    return _with_options(command, CHOICE)


def _wished_language(ctx: click.Context, wished: str | None) -> str | None:
    """The language asked for at a command, or else before it: ``dinet --lang en audit``."""
    if wished:
        ctx.meta["lang"] = wished
    asked: str | None = ctx.meta.get("lang")
    return asked


def _apply_limits(ctx: click.Context, wishes: tuple[str, ...]) -> None:
    """The guards stay as asked until the command ends."""
    if wishes:
        from dinet.limits import parse_limits, use_limits

        ctx.with_resource(use_limits(parse_limits(wishes)))


def _apply_dialect(ctx: click.Context, path: str | None) -> None:
    """Documents are read in this dialect until the command ends."""
    if path:
        from dinet.application.read_document import in_dialect

        ctx.meta["dialect"] = path
        ctx.with_resource(in_dialect(path))


def placed_picture_options(command: Decorated) -> Decorated:
    """The options of pictures and texts in a file that has its own pages."""
    return _with_options(command, (engine, organisation, date, short, style))


def picture_options(command: Decorated) -> Decorated:
    """The options of printed pictures."""
    return _with_options(command, PICTURES)
