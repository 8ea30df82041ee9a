"""What the commands on documents do: have it done by ``application``, and print what comes back."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from dinet.application.audit_documents import AuditedDocument, audit_documents
from dinet.application.audit_network import (
    AuditWishes,
    Findings,
    applied_rules,
)
from dinet.application.build_results import (
    KeptResult,
    MadeResult,
    build_results,
)
from dinet.application.opened_document import (
    OpenedDocument,
    audit_document,
    open_document,
)
from dinet.application.output_files import write_new_file, write_result
from dinet.application.save_reading import (
    reading_page,
    write_mapping_form,
    write_native,
)
from dinet.application.write_network import write_network
from dinet.cli.answer_lines import answer_data, answer_lines
from dinet.cli.cli_language import spoken_language
from dinet.cli.exit_status import FailureLog, print_error, print_message
from dinet.cli.output_stream import write_to_output
from dinet.cli.printing import (
    finding_lines,
    print_lines,
    reading_lines,
    summed_lines,
    wrap_text,
)
from dinet.finding import Severity
from dinet.language import Sentence
from dinet.report.audit_report import AppliedRules, audit_data
from dinet.report.reading_loss import reading_sentences
from dinet.report.sentences import (
    count_findings,
    programme_heading,
    programme_overview,
)
from dinet.report.summed_notices import sum_up_notices

# most folders have no rules of their own, and need not load the language of questions
if TYPE_CHECKING:
    from dinet.application.own_rules import OwnRuleOutcome

STANDARD_OUTPUT = "-"


def open_for_command(
    document: str, lang: str | None, wishes: Mapping[str, Any]
) -> OpenedDocument:
    """Open a document, and say on the standard error what was left out of it.

    Args:
        document: Its path.
        lang: The language of what the user reads; None for that of the document.
        wishes: What else ``open_document`` takes.
    """
    opened = open_document(document, lang, **wishes)
    print_redaction(opened)
    return opened


def print_redaction(opened: OpenedDocument) -> None:
    """Say on the standard error what was left out, when something was asked to be."""
    if opened.redacted:
        from dinet.report.redaction_log import redaction_log

        print_lines(redaction_log(opened.redacted, opened.lang), err=True)


def write_to_target(
    data: bytes, target: str, given: Iterable[str] = ()
) -> None:
    """Write a result to a file, or to the standard output for ``-``.

    Raises:
        OutputError: It cannot be written, or the target is one of what the user gave.
    """
    if target == STANDARD_OUTPUT:
        write_to_output(data)
    else:
        write_result(data, target, given)


def write_beginning(data: bytes, target: str) -> None:
    """Write a file to begin with, or to the standard output for ``-``; keep one that is there.

    Raises:
        OutputError: It cannot be written, or another file is there.
    """
    if target == STANDARD_OUTPUT:
        write_to_output(data)
    else:
        write_new_file(data, target)


def run_build(opened: OpenedDocument, folder: str) -> int:
    """Make every format and tell of each; the status is that of the worst failure.

    A native file that was edited is kept, and told of after the others: nothing went wrong.
    """
    findings = audit_document(opened)
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
    if kept:
        print_lines([Sentence("Kept:").in_language(opened.lang)])
        print_lines(
            f"  {result.error.in_language(opened.lang)}" for result in kept
        )
    return failures.close_log()


def run_read(
    opened: OpenedDocument,
    target: str | None,
    form: str,
    report: str | None = None,
) -> int:
    """Report what was read; write the native file when asked, and a form for what is open."""
    if report:
        page = reading_page(opened)
        write_to_target(page.encode(), report, opened.given)
    if target:
        write_to_target(write_native(opened), target, opened.given)
    print_lines(_reading_report(opened, form), err=target == STANDARD_OUTPUT)
    if target and target != STANDARD_OUTPUT:
        _offer_mapping_form(opened, target)
    return 0


def _reading_report(opened: OpenedDocument, form: str) -> Iterable[str]:
    if form == "text":
        counts = opened.account.count_words() if opened.account else None
        return reading_lines(opened.name, opened.network, opened.lang, counts)
    if form == "html":
        return reading_page(opened).split("\n")
    from dinet.report.reading_report import reading_report

    return reading_report(
        opened.network, opened.name, opened.lang, form
    ).split("\n")


def _offer_mapping_form(opened: OpenedDocument, target: str) -> None:
    path = write_mapping_form(opened, target)
    if path:
        words = Sentence(
            "What the document leaves open can be filled in: {file}",
            file=str(path),
        )
        print_lines(["", words.in_language(opened.lang)])


def run_write(opened: OpenedDocument, form: str, target: str) -> int:
    """Write one format."""
    findings = audit_document(opened)
    data = write_network(opened.network, findings, form, opened.profile)
    write_to_target(data, target, opened.given)
    return 0


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


def run_question(
    opened: OpenedDocument, words: str, form: str, *, explain: bool
) -> int:
    """Print the answer to a question in words, or to the one that is kept under this name."""
    from dinet.application.kept_questions import ask_document
    from dinet.cli.question_lines import question_data, question_lines

    answer = ask_document(opened, words)
    if form == "json":
        click.echo(question_data(answer, opened, opened.lang))
        return 0
    if explain:
        understood = answer.question.explain_whole()
        print_lines([wrap_text(understood.in_language(opened.lang)), ""])
    print_lines(question_lines(answer, opened, opened.lang))
    return 0


def run_audit(
    documents: tuple[str, ...],
    lang: str | None,
    wishes: Mapping[str, Any],
    form: str,
    audit_wishes: AuditWishes,
) -> int:
    """Print the findings on documents; the status is the worst that any of them gives.

    A document that cannot be read is named, and the others are still audited.
    """
    rules = applied_rules(audit_wishes)
    status = 0
    reports = []
    for outcome in audit_documents(documents, lang, wishes, audit_wishes):
        if not isinstance(outcome, AuditedDocument):
            print_error(outcome.error, lang or spoken_language())
            status = max(status, outcome.error.status)
            continue
        status = max(
            status, _audit_status(outcome.findings, audit_wishes.fail_on)
        )
        print_redaction(outcome.opened)
        _print_doubts(outcome)
        if form == "json":
            reports.append(_audit_data(outcome, rules))
        else:
            _print_audit(outcome)
    if form == "json":
        _print_audit_data(reports, many=len(documents) > 1)
    return status


def _audit_status(findings: Findings, fail_on: str) -> int:
    if fail_on == "never":
        return 0
    worst_allowed = Severity[fail_on.upper()]
    return int(any(finding.severity >= worst_allowed for finding in findings))


def _audit_data(
    audited: AuditedDocument, rules: list[str]
) -> dict[str, object]:
    opened = audited.opened
    return audit_data(
        opened.name,
        opened.network,
        audited.findings,
        opened.lang,
        AppliedRules(
            rules, [_own_rule_data(each, opened.lang) for each in audited.own]
        ),
    )


def _own_rule_data(outcome: "OwnRuleOutcome", lang: str) -> dict[str, object]:
    """A rule of one's own for programs: its code and question, and whether it was applied."""
    kept = outcome.rule.kept
    return {
        "code": kept.code,
        "question": kept.question,
        "applied": not outcome.missing,
        "missing": [each.in_language(lang) for each in outcome.missing],
        "unsaid": [element.id for element in outcome.unsaid],
    }


def _print_doubts(audited: AuditedDocument) -> None:
    """Say of which rules of one's own nothing found is not nothing wrong."""
    if not audited.own:
        return
    from dinet.application.own_rules import doubt_about

    for outcome in audited.own:
        doubt = doubt_about(outcome)
        if doubt:
            print_message(doubt.in_language(audited.opened.lang))


def _print_audit_data(reports: list[dict[str, object]], *, many: bool) -> None:
    """One document is an object, more are a list; one that was refused is an empty object."""
    data: object = reports if many else next(iter(reports), {})
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _see_reading(opened: OpenedDocument) -> str:
    return Sentence("See dinet read {name}.", name=opened.name).in_language(
        opened.lang
    )


def _print_audit(audited: AuditedDocument) -> None:
    opened = audited.opened
    findings = audited.findings
    lang = audited.opened.lang
    print_lines([programme_heading(opened.name, opened.network, lang)])
    told = [
        sentence.in_language(lang)
        for sentence in reading_sentences(opened.programme)
    ]
    if told:
        print_lines(
            map(wrap_text, [*told[:-1], f"{told[-1]} {_see_reading(opened)}"])
        )
    print_lines([count_findings(findings, lang), ""])
    whole, summed = sum_up_notices(findings, lang)
    print_lines(finding_lines(whole, lang))
    print_lines(summed_lines(summed, lang))
