"""The commands. Each parses and calls; what it prints stands in the other files of this room.

Everything heavy is imported by the command that needs it: ``--version`` and ``--help`` import no
networkx or pydantic.
"""

from typing import Any

import click

from dinet import __version__
from dinet.cli.cli_language import spoken_language
from dinet.cli.corpus_program import corpus
from dinet.cli.exit_status import Program
from dinet.cli.options import (
    CHANGES_TO_FAIL_ON,
    COMPARISON_FORMATS,
    STATUSES_TO_FAIL_ON,
    as_format,
    audit_options,
    choice_options,
    debug,
    dialect,
    document,
    documents,
    lang,
    limit,
    many_documents_options,
    measurements,
    picture_options,
    placed_picture_options,
    reading_options,
    redact,
    serving_options,
    today,
    worker_options,
)
from dinet.cli.query_program import query
from dinet.language import Sentence

REPORTS = ("text", "json", "html", "md", "jsonl")


@click.group(
    cls=Program, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(
    __version__, prog_name="dinet", message="%(prog)s %(version)s"
)
@lang
@debug
def program(**_: Any) -> None:
    """Read a doelen-inspanningen-netwerk, see what hangs together and what is missing.

    Begin with: dinet build DOCUMENT
    """


@program.command()
@documents
@click.option(
    "--since",
    metavar="OLD",
    help="An older version: the page then has a tab that tells what was and what becomes.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    default="output",
    metavar="FOLDER",
    help="Where the results go.",
)
@picture_options
@measurements
@many_documents_options
@reading_options
@lang
@debug
def build(
    documents: tuple[str, ...], folder: str, lang: str | None, **wishes: Any
) -> int:
    """Make everything of a document: page, pictures, table, findings and native file."""
    from dinet.cli.command_files import open_for_command, print_redaction
    from dinet.cli.commands.document_commands import run_build
    from dinet.cli.many_wishes import are_many, take_wishes

    since = wishes.pop("since")
    many_wishes = take_wishes(wishes)
    if are_many(documents, many_wishes):
        from dinet.cli.many.commands import build_many

        if since:
            words = Sentence("--since is for one document.")
            raise click.UsageError(words.in_language(spoken_language()))
        return build_many(documents, lang, wishes, folder, many_wishes)
    wishes = {**wishes, "accounted": True}
    if since:
        from dinet.application.comparing.previous_version import open_since

        opened = open_since(documents[0], since, lang, wishes)
        print_redaction(opened)
    else:
        opened = open_for_command(documents[0], lang, wishes)
    return run_build(opened, folder)


@program.command()
@documents
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    help="The native file to write, NAME.din.yaml; - for the screen. Of many documents the folder "
    "for those files.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(REPORTS),
    default="text",
    help="Of the report on the reading.",
)
@click.option(
    "--report",
    metavar="FILE.html",
    help="Write a page that shows the document with every word marked by what became of it.",
)
@click.option(
    "--persons",
    metavar="FILE.txt",
    help="Write who --redact would leave out: a list to tick and give back to --redact.",
)
@many_documents_options
@reading_options
@lang
@debug
def read(
    documents: tuple[str, ...],
    target: str | None,
    form: str,
    report: str | None,
    lang: str | None,
    **wishes: Any,
) -> int:
    """Read a document and say what was understood, and what was not."""
    from dinet.cli.command_files import open_for_command
    from dinet.cli.commands.read_command import run_read, write_persons
    from dinet.cli.many_wishes import are_many, take_wishes

    many_wishes = take_wishes(wishes)
    if are_many(documents, many_wishes, form):
        if report or wishes.pop("persons"):
            words = Sentence("--report and --persons are for one document.")
            raise click.UsageError(words.in_language(spoken_language()))
        from dinet.cli.many.commands import read_many

        return read_many(documents, lang, wishes, (form, target, many_wishes))
    persons = wishes.pop("persons")
    if persons and not wishes["redact"]:
        wishes["redact"] = ("names",)
    opened = open_for_command(
        documents[0], lang, {**wishes, "accounted": True}
    )
    if persons:
        write_persons(opened, persons)
    return run_read(opened, target, form, report)


@program.command()
@document
@click.option(
    "--format",
    "form",
    required=True,
    metavar="NAME",
    help="One of the names that dinet formats shows.",
)
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    metavar="FILE",
    help="The file to write; - for the screen.",
)
@click.option(
    "--template",
    metavar="FILE.dotx",
    help="For docx: your own template, of which styles, page, header and footer are kept.",
)
@picture_options
@measurements
@reading_options
@lang
@debug
def write(
    document: str, form: str, target: str, lang: str | None, **wishes: Any
) -> int:
    """Write a document in another format."""
    from dinet.cli.command_files import open_for_command
    from dinet.cli.commands.document_commands import run_write

    template = wishes.pop("template")
    if template and wishes["page"]:
        words = Sentence("the page is that of the template; leave out --page.")
        raise click.UsageError(words.in_language(spoken_language()))
    opened = open_for_command(document, lang, {**wishes, "accounted": True})
    return run_write(opened, form, target, template)


@program.command()
@click.argument("host", metavar="FILE")
@click.option(
    "--from",
    "document",
    required=True,
    metavar="DOCUMENT",
    help="The document of the programme from which the places are filled.",
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="NEW",
    help="The file to write, of the same kind; a .docx or .pptx may be made of a template.",
)
@click.option(
    "--in-place", is_flag=True, help="Change FILE itself, in place of -o."
)
@placed_picture_options
@measurements
@reading_options
@lang
@debug
def update(
    host: str,
    document: str,
    target: str | None,
    lang: str | None,
    *,
    in_place: bool,
    **wishes: Any,
) -> int:
    """Fill the places of your own Word or PowerPoint file, such as DIN:tabel; all else stays.

    A place is a content control, a bookmark (DIN_tabel_T1), or on a slide a shape with that name.
    Run it again with the next version of the programme. Ends with status 1 when a place could
    not be filled.
    """
    from dinet.cli.command_files import open_for_command
    from dinet.cli.commands.update_command import WishedUpdate, run_update

    opened = open_for_command(document, lang, wishes)
    return run_update(opened, WishedUpdate(host, target, in_place))


@program.command()
@documents
@audit_options
@many_documents_options
@reading_options
@lang
@debug
def audit(
    documents: tuple[str, ...],
    form: str,
    target: str | None,
    lang: str | None,
    **wishes: Any,
) -> int:
    """Check documents by the rules and list the findings."""
    from dinet.application.auditing.audit_network import AuditWishes
    from dinet.cli.commands.document_commands import WishedReport, run_audit
    from dinet.cli.many_wishes import (
        MANY_FORMS,
        are_folders,
        are_many,
        list_paths,
        take_wishes,
    )

    many_wishes = take_wishes(wishes)
    audit_wishes = AuditWishes(
        wishes.pop("today"),
        wishes.pop("also"),
        wishes.pop("fail_on") or "",
        wishes.pop("select"),
        wishes.pop("ignore"),
        wishes.pop("baseline"),
        wishes.pop("thresholds"),
        wishes.pop("visionary"),
        since=wishes.pop("since"),
    )
    if audit_wishes.since and (
        are_many(documents, many_wishes, form) or audit_wishes.baseline
    ):
        words = Sentence(
            "--since is for one document, and without --baseline."
        )
        raise click.UsageError(words.in_language(spoken_language()))
    if form in MANY_FORMS and (
        are_folders(documents) or are_many((), many_wishes, form)
    ):
        from dinet.cli.many.commands import audit_many

        told = (form, target, many_wishes)
        return audit_many(documents, lang, wishes, audit_wishes, told)
    if are_folders(documents):
        documents = list_paths(documents)
    return run_audit(
        documents, lang, wishes, audit_wishes, WishedReport(form, target)
    )


@program.command()
@click.argument("sentences", metavar="SENTENCE|DOCUMENT...", nargs=-1)
@click.option(
    "--jsonl",
    is_flag=True,
    help='Answer JSON lines {"id", "text"} of the standard input, each with one line.',
)
@as_format
@reading_options
@lang
@debug
def smart(
    sentences: tuple[str, ...],
    form: str,
    lang: str | None,
    *,
    jsonl: bool,
    **wishes: Any,
) -> int:
    """Show what is SMART in target sentences, or in all targets of a document."""
    from dinet.cli.commands.smart_command import run_smart, run_smart_lines

    if jsonl and not sentences:
        return run_smart_lines()
    if jsonl or not sentences:
        words = Sentence("give sentences, a document, or --jsonl alone.")
        raise click.UsageError(words.in_language(spoken_language()))
    return run_smart(sentences, lang, wishes, form)


@program.command()
@click.argument("texts", metavar="SENTENCE SENTENCE|DOCUMENT", nargs=-1)
@click.option(
    "--jsonl",
    is_flag=True,
    help='Answer JSON lines {"id", "a", "b"} of the standard input, each with one line.',
)
@as_format
@reading_options
@lang
@debug
def same(
    texts: tuple[str, ...],
    form: str,
    lang: str | None,
    *,
    jsonl: bool,
    **wishes: Any,
) -> int:
    """Tell whether two sentences say the same, or which of a document do or conflict."""
    from dinet.cli.commands.same_command import (
        run_same_document,
        run_same_lines,
        run_same_sentences,
    )

    if jsonl and not texts:
        return run_same_lines()
    if jsonl or len(texts) not in (1, 2):
        words = Sentence("give two sentences, a document, or --jsonl alone.")
        raise click.UsageError(words.in_language(spoken_language()))
    if len(texts) == 1:
        return run_same_document(texts[0], lang, wishes, form)
    one, other = texts
    return run_same_sentences(one, other, lang, form)


@program.command()
@click.argument("documents", metavar="OLD [NEW...]", nargs=-1)
@click.option(
    "--stop",
    metavar="ID",
    multiple=True,
    help="Compare with the same document without this element.",
)
@click.option(
    "--change",
    metavar="ID=TEXT",
    multiple=True,
    help="Compare with the same document in which this element has another text.",
)
@click.option(
    "--pairs",
    metavar="FILE",
    help="A file that settles which elements are the same.",
)
@click.option(
    "--fail-on",
    type=click.Choice(tuple(CHANGES_TO_FAIL_ON)),
    multiple=True,
    help="End with status 1 when there is such a change.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(COMPARISON_FORMATS),
    default="text",
    help="For a person, for a program, was and becomes as a page, a document or a workbook, a "
    "picture of the new version with what changed, or as yaml a form for --pairs with what is "
    "not sure.",
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    help="The file to write; without it the comparison goes to the screen. Of folders the folder "
    "for a file of each pair.",
)
@many_documents_options
@reading_options
@lang
@debug
def compare(
    documents: tuple[str, ...], form: str, lang: str | None, **wishes: Any
) -> int:
    """Tell what changes from one version of a programme to the next, or by an amendment.

    Of three or more versions it tells what became of each element in each of them.
    """
    from dinet.cli.commands.compare_command import (
        WishedComparison,
        run_compare,
    )
    from dinet.cli.many_wishes import are_folders, take_wishes

    many_wishes = take_wishes(wishes)
    asked = tuple(CHANGES_TO_FAIL_ON[word] for word in wishes.pop("fail_on"))
    wished = WishedComparison(form, wishes.pop("target"), asked)
    if are_folders(documents):
        from dinet.cli.many.compare_folders import compare_folders

        return compare_folders(documents, lang, wishes, wished, many_wishes)
    if len(documents) > 2:
        from dinet.cli.commands.series_command import run_series

        return run_series(documents, lang, wishes, wished)
    return run_compare(documents, lang, wishes, wished)


@program.command()
@click.argument("documents", metavar="DOCUMENT|FOLDER...", nargs=-1)
@click.option(
    "--pairs",
    metavar="FILE",
    help="A file that settles what is the same in several documents, and what is not.",
)
@as_format
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="FOLDER",
    help="Where page, report, workbook, data, network and a form of pairs go; without it all is "
    "told on the screen.",
)
@worker_options
@redact
@limit
@dialect
@lang
@debug
def portfolio(
    documents: tuple[str, ...],
    form: str,
    folder: str | None,
    lang: str | None,
    **wishes: Any,
) -> int:
    """Tell what programmes share, count twice and say differently, each with its places.

    Nothing is made one but what a person settled.
    """
    from dinet.cli.commands.portfolio_command import (
        PortfolioAnswer,
        run_portfolio,
    )
    from dinet.cli.many_wishes import take_wishes

    many_wishes = take_wishes(wishes)
    answer = PortfolioAnswer(form, folder)
    return run_portfolio(documents, lang, wishes, answer, many_wishes)


@program.command()
@document
@measurements
@today
@click.option(
    "--fail-on",
    type=click.Choice(tuple(STATUSES_TO_FAIL_ON)),
    multiple=True,
    help="End with status 1 when a target stands so.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "html")),
    default="text",
    help="For a person, for a program, or a page to print on A4.",
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    help="The file to write; without it the answer goes to the screen.",
)
@reading_options
@lang
@debug
def measured(document: str, form: str, lang: str | None, **wishes: Any) -> int:
    """Tell of each target how it stands by what was measured."""
    from dinet.cli.commands.measured_command import (
        WishedStatuses,
        run_measured,
    )

    asked = (STATUSES_TO_FAIL_ON[word] for word in wishes.pop("fail_on"))
    wished = WishedStatuses(form, wishes.pop("target"), tuple(asked))
    return run_measured(document, lang, wishes, wished)


@program.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(("yaml", "xlsx")),
    default="yaml",
    help="A text file or an Excel workbook.",
)
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    metavar="FILE",
    help="The file to write; - for the screen.",
)
@lang
@debug
def new(form: str, target: str, lang: str | None) -> None:
    """Make an empty programme to fill in."""
    from dinet.application.empty_programme import build_empty_programme
    from dinet.cli.command_files import write_beginning

    write_beginning(
        build_empty_programme(form, lang or spoken_language()), target
    )


@program.command()
@click.argument("file", metavar="NAME.din.yaml")
@click.option("--ids", is_flag=True, help="Write an id at every element.")
@lang
@debug
def fmt(file: str, ids: bool, **_: Any) -> None:
    """Put a native file in order, keeping its comments."""
    from dinet.application.native_file_order import order_native_file

    order_native_file(file, with_ids=ids)


program.add_command(query)


@program.command()
@document
@choice_options
@as_format
@reading_options
@lang
@debug
def choose(document: str, form: str, lang: str | None, **wishes: Any) -> int:
    """Choose the efforts that carry most of the goals for a sum of money."""
    from dinet.application.choose_in_document import AskedChoice
    from dinet.cli.commands.choose_command import run_choose

    asked = {name: wishes.pop(name) for name in AskedChoice._fields}
    return run_choose(document, lang, wishes, AskedChoice(**asked), form)


@program.command()
@document
@serving_options
@reading_options
@lang
@debug
def watch(
    document: str, port: int | None, no_browser: bool, **wishes: Any
) -> Any:
    """Follow a document while you work on it: the page in the browser,
    what changes about the findings here.
    """  # noqa: D205 (one sentence of the catalogue)
    from dinet.plugins import PluginFolder

    # as a plug-in, which says what to install should a library be missing
    watching = PluginFolder("dinet.cli.watching").plugin_named("watch").module
    dialect = click.get_current_context().meta.get("dialect")
    return watching.watch_document(
        document, port or 0, browser=not no_browser, dialect=dialect, **wishes
    )


@program.command(name="open")
@click.argument("documents", metavar="[DOCUMENT|FOLDER]...", nargs=-1)
@serving_options
@dialect
@lang
@debug
def open_page(
    documents: tuple[str, ...],
    port: int | None,
    no_browser: bool,
    lang: str | None,
) -> Any:
    """Do everything in the browser: read documents, look, fill in, compare and save.

    Without a document you choose or drop them in the page. It stays on this computer.
    """
    from dinet.plugins import PluginFolder

    # as a plug-in, which says what to install should a library be missing
    opening = PluginFolder("dinet.cli.opening").plugin_named("open").module
    dialect = click.get_current_context().meta.get("dialect")
    wishes = opening.OpenWishes(port or 0, not no_browser, lang, dialect)
    return opening.open_desk(documents, wishes)


@program.command()
@click.argument("code", required=False)
@lang
@debug
def rules(code: str | None, **_: Any) -> None:
    """List the rules, or explain one by its code or name."""
    from dinet.cli.catalogue import explain_rule, list_rules

    lines = (
        explain_rule(code, spoken_language())
        if code
        else list_rules(spoken_language())
    )
    click.echo("\n".join(lines))


@program.command()
@lang
@debug
def formats(**_: Any) -> None:
    """List the formats that dinet reads and writes."""
    from dinet.cli.catalogue import list_formats

    click.echo("\n".join(list_formats(spoken_language())))


program.add_command(corpus)
