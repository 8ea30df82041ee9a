"""What ``dinet read`` does: have a document read, and print what was understood.

It stands apart from the other commands on documents: reading loads no rules and no pictures.
"""

from dinet.application.opened_document import OpenedDocument
from dinet.application.save_reading import (
    reading_page,
    write_mapping_form,
    write_native,
)
from dinet.cli.answers.printing import print_lines, print_text, reading_lines
from dinet.cli.command_files import (
    STANDARD_OUTPUT,
    write_beginning,
    write_to_target,
)
from dinet.language import Sentence


def write_persons(opened: OpenedDocument, target: str) -> None:
    """Write the list of people to tick; one that is there may have been edited, and stays.

    Raises:
        OutputError: It cannot be written, or another list is there.
    """
    from dinet.report.redaction.persons_form import persons_form

    if opened.redacted:
        lines = persons_form(opened.redacted, opened.name, opened.lang)
        text = "\n".join(lines) + "\n"
        write_beginning(text.encode(), target)


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
    _print_reading(opened, form, err=target == STANDARD_OUTPUT)
    if target and target != STANDARD_OUTPUT:
        _offer_mapping_form(opened, target)
    return 0


def _print_reading(opened: OpenedDocument, form: str, *, err: bool) -> None:
    """Print the report on a reading in a form, on the standard error when that is asked."""
    if form == "text":
        counts = opened.account.count_words() if opened.account else None
        lines = reading_lines(opened.name, opened.network, opened.lang, counts)
        print_lines(lines, err=err)
    elif form == "html":
        print_text(reading_page(opened), err=err)
    else:
        from dinet.report.reading.reading_report import reading_report

        report = reading_report(opened.network, opened.name, opened.lang, form)
        print_text(report, err=err)


def _offer_mapping_form(opened: OpenedDocument, target: str) -> None:
    path = write_mapping_form(opened, target)
    if path:
        words = Sentence(
            "What the document leaves open can be filled in: {file}",
            file=str(path),
        )
        print_lines(["", words.in_language(opened.lang)])
