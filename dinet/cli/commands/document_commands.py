"""What the commands on documents do: have it done by ``application``, and print what comes back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import click

from dinet.application.auditing.audit_documents import (
    DocumentOutcome,
    audit_documents,
    with_findings,
)
from dinet.application.auditing.audit_network import AuditWishes, Findings
from dinet.application.auditing.write_audit import (
    COPY_FORMATS,
    FILE_FORMATS,
    write_audit,
)
from dinet.application.build_results import (
    KeptResult,
    MadeResult,
    build_results,
)
from dinet.application.opened_document import OpenedDocument
from dinet.application.page_profile import profile_for_form
from dinet.application.write_network import write_network
from dinet.cli.answers.answer_lines import answer_data, answer_lines
from dinet.cli.answers.audit_lines import audit_lines
from dinet.cli.answers.breakdown_lines import breakdown_lines
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import print_lines, print_text, wrap_text
from dinet.cli.cli_language import spoken_language
from dinet.cli.command_files import (
    STANDARD_OUTPUT,
    print_redaction,
    write_to_target,
)
from dinet.cli.exit_status import FailureLog, print_error, print_message
from dinet.errors import DinetError, UsageError
from dinet.language import Sentence
from dinet.model import clean_text
from dinet.report.coverage.breakdown import BreakdownWay
from dinet.report.coverage.breakdown_table import (
    breakdown_data,
    breakdown_table,
)
from dinet.report.findings.audit_result import AuditResult
from dinet.report.findings.audit_words import doubt_words
from dinet.report.sentences import programme_overview
from dinet.wording.deadlines import is_dated

UNDATED_REPORT = Sentence(
    "The report has no date, so an archive does not take it as PDF/A yet: "
    "give --date YYYY-MM-DD."
)
UNDATED_FORMS = {
    "report": UNDATED_REPORT,
    "woo": Sentence(
        "The report in this pack has no date, so an archive does not take it as PDF/A yet: "
        "give --date YYYY-MM-DD."
    ),
    "council": Sentence(
        "This page has no date, so an archive does not take it as PDF/A yet: "
        "give --date YYYY-MM-DD."
    ),
    "council_zip": Sentence(
        "The pages in this zip have no date, so an archive does not take them as PDF/A yet: "
        "give --date YYYY-MM-DD."
    ),
}
"""What is said of formats that are for archives too once their day is known."""
PICTURE_FORMS = ("svg", "png")
"""The formats that put all on one picture, whatever becomes of its letters."""


def run_build(opened: OpenedDocument, folder: str) -> int:
    """Make every format and tell of each; the status is that of the worst failure.

    A native file that was edited is kept, and told of after the others: nothing went wrong.
    """
    opened, findings = with_findings(opened)
    print_lines(
        programme_overview(opened.name, opened.network, findings, opened.lang)
    )
    print_lines([Sentence("Written:").in_language(opened.lang)])
    failures = FailureLog(opened.lang)
    kept: list[KeptResult] = []
    for outcome in build_results(opened, findings, folder):
        if isinstance(outcome, MadeResult):
            print_lines([f"  {outcome.target}"])
        elif isinstance(outcome, KeptResult):
            kept.append(outcome)
        else:
            command = f"write {opened.name} --format {outcome.form}"
            failures.add_failure(
                outcome.error, command, f"  {outcome.target}: "
            )
    if not is_dated(opened.programme.identity):
        print_lines([UNDATED_REPORT.in_language(opened.lang)])
    if kept:
        print_lines([Sentence("Kept:").in_language(opened.lang)])
        print_lines(
            f"  {result.error.in_language(opened.lang)}" for result in kept
        )
    return failures.close_log()


def run_write(
    opened: OpenedDocument, form: str, target: str, template: str | None = None
) -> int:
    """Write one format; in a template when one is given."""
    if template:
        # only --template changes files of others
        from dinet.application.publishing.update_document import (
            write_in_template,
        )

        data = write_in_template(opened, form, template, target)
        write_to_target(data, target, (template, *opened.given))
        return 0
    opened, findings = with_findings(opened)
    if form == "woo":
        # the lists of names take long to load, and only this format needs them
        from dinet.application.publishing.woo_checks import enclose_checks

        opened = enclose_checks(opened)
    profile = profile_for_form(opened, form)
    data = write_network(opened.network, findings, form, profile)
    write_to_target(data, target, opened.given)
    _warn_of_small_letters(opened, findings, form)
    undated = UNDATED_FORMS.get(form)
    if undated and not is_dated(opened.programme.identity):
        print_lines([undated.in_language(opened.lang)], err=True)
    return 0


def _warn_of_small_letters(
    opened: OpenedDocument, findings: Findings, form: str
) -> None:
    """Say of a picture or poster that its letters cannot be read."""
    if form not in (*PICTURE_FORMS, "pdf"):
        return
    # most commands draw nothing, and the room that does has a file for each step
    from dinet.layout.trimmed_picture import (
        small_letters_warning,
        small_poster_warning,
    )

    is_document = form == "pdf"
    warn = small_poster_warning if is_document else small_letters_warning
    warning = warn(opened.network, findings, opened.profile)
    if warning:
        print_lines([warning.in_language(opened.lang)], err=True)


def run_query(
    opened: OpenedDocument, question: str, ids: list[str], form: str
) -> int:
    """Print the answer to a question: what the method of Network with this name gives."""
    answer = getattr(opened.network, question)(*ids)
    if form == "json":
        click.echo(answer_data(opened.network, question, answer, opened.lang))
    else:
        print_lines(
            answer_lines(opened.network, question, answer, opened.lang)
        )
    return 0


def run_contribution(opened: OpenedDocument, form: str) -> int:
    """Print how much of the goals each effort carries."""
    # what few commands need is loaded by these alone
    from dinet.cli.answers.contribution_answer import (
        contribution_data,
        contribution_lines,
    )
    from dinet.network.contribution import find_contribution

    answer = find_contribution(opened.network)
    if form == "json":
        click.echo(as_json(contribution_data(answer, opened.lang), indent=2))
    else:
        print_lines(contribution_lines(answer, opened.lang))
    return 0


def run_worst(opened: OpenedDocument, most: int, form: str) -> int:
    """Print which few efforts cost most goals when they stop."""
    from dinet.cli.answers.worst_answer import worst_data, worst_lines
    from dinet.network.worst_losses import find_worst_losses

    losses = find_worst_losses(opened.network, most)
    if form == "json":
        click.echo(as_json(worst_data(losses, opened.lang), indent=2))
    else:
        print_lines(worst_lines(losses, opened.lang))
    return 0


def run_breakdown(opened: OpenedDocument, way: BreakdownWay, form: str) -> int:
    """Print the efforts divided by owner, phase or theme, or by goal with their money."""
    if form == "json":
        data = breakdown_data(opened.network, way)
        click.echo(as_json(data, indent=2))
    else:
        table = breakdown_table(opened.network, way, opened.lang)
        print_lines(breakdown_lines(table.without_empty_columns()))
    return 0


def run_question(
    opened: OpenedDocument, words: str, form: str, *, explain: bool
) -> int:
    """Print the answer to a question in words, or to the one that is kept under this name."""
    from dinet.application.kept_questions import ask_document
    from dinet.cli.answers.question_lines import question_data, question_lines

    answer = ask_document(opened, words)
    if form == "json":
        click.echo(question_data(answer, opened, opened.lang))
        return 0
    if explain:
        understood = answer.question.explain_whole()
        print_lines([wrap_text(understood.in_language(opened.lang)), ""])
    print_lines(question_lines(answer, opened, opened.lang))
    return 0


class WishedReport(NamedTuple):
    """How the user wants to be told of an audit.

    Args:
        form: ``text``, or a format of ``write_audit``.
        target: The file to write, or ``-``; None for the screen.
    """

    form: str = "text"
    target: str | None = None


def run_audit(
    documents: tuple[str, ...],
    lang: str | None,
    wishes: Mapping[str, Any],
    audit_wishes: AuditWishes,
    report: WishedReport,
) -> int:
    """Tell the findings on documents; the status is the worst that any of them gives.

    A document that cannot be read is named, and the others are still audited.

    Args:
        documents: Their paths.
        lang: The language of what the user reads; None for that of each document.
        wishes: What else ``open_document`` takes.
        audit_wishes: By what they are audited.
        report: How the result is told.
    """
    check_report(report)
    told_lang = lang or spoken_language()

    def tell_outcome(outcome: DocumentOutcome) -> None:
        if isinstance(outcome, DinetError):
            print_error(outcome, told_lang)
        else:
            print_redaction(outcome)

    result = _audit_as_wished(
        documents, lang, wishes, audit_wishes, tell_outcome
    )._replace(lang=told_lang)
    for audit in result.audited:
        for doubt in doubt_words(audit):
            print_message(doubt)
    if report != WishedReport():
        given = audit_wishes.files(documents)
        _write_report(
            result, report, given, redacted=bool(wishes.get("redact"))
        )
    elif result.audited:
        print_text("\n".join(audit_lines(result)))
    return result.status()


def _audit_as_wished(
    documents: tuple[str, ...],
    lang: str | None,
    wishes: Mapping[str, Any],
    audit_wishes: AuditWishes,
    tell: Callable[[DocumentOutcome], None],
) -> AuditResult:
    """All documents, or one beside its older version."""
    old = audit_wishes.since
    if old is None:
        return audit_documents(
            documents, lang, wishes, audit_wishes, tell=tell
        )
    # pairing two versions takes more to load than an audit does
    from dinet.application.comparing.audit_since import audit_since

    return audit_since(
        (old, documents[0]), lang, wishes, audit_wishes, tell=tell
    )


def _write_report(
    result: AuditResult,
    report: WishedReport,
    given: Sequence[str],
    *,
    redacted: bool,
) -> None:
    """Write the result; a copy of the document only when it could be read."""
    is_copy = report.form in COPY_FORMATS
    if is_copy and not result.audited:
        return
    data = _audit_bytes(result, report.form)
    write_to_target(data, report.target or STANDARD_OUTPUT, given)
    if redacted and is_copy:
        print_message(_NAMES_STAY.in_language(result.lang))


_NAMES_STAY = Sentence(
    "The comments are without the names that were left out; the document around them still "
    "has all of them."
)


def _audit_bytes(result: AuditResult, form: str) -> bytes:
    if form == "text":
        lines = (clean_text(line) for line in audit_lines(result))
        return "".join(f"{line}\n" for line in lines).encode()
    return write_audit(result, form)


def check_report(report: WishedReport) -> None:
    """Go on only when the screen can show what is asked.

    Raises:
        UsageError: A workbook is for a file.
    """
    if report.form in FILE_FORMATS and report.target is None:
        what = Sentence(
            "{form} is for a file: give -o FILE.", form=report.form
        )
        raise UsageError(what)
