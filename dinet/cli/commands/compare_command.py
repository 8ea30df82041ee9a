"""What ``dinet compare`` does: have two versions compared, and print what differs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import click

from dinet.application.comparing.compare_documents import (
    ComparedDocuments,
    compare_documents,
    compare_with_amendment,
    has_checked_change,
)
from dinet.application.comparing.pairing_file import write_pairing_form
from dinet.application.files.output_files import write_result
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import print_lines, wrap_text
from dinet.cli.cli_language import spoken_language
from dinet.cli.exit_status import print_error
from dinet.errors import DinetError, UsageError
from dinet.language import Sentence
from dinet.model import Element
from dinet.report.sentences import list_places
from dinet.report.versions.version_data import comparison_as_data
from dinet.report.versions.version_page import version_page
from dinet.report.versions.version_row import VersionRow
from dinet.report.versions.version_sections import (
    VersionSection,
    list_sections,
    sums_in_words,
)
from dinet.versions.amendment import Amendment

CHECK_FAILED = 1
"""The status when a change was found that the check looks for."""
_INDENT = "  "
_TWO_VERSIONS = 2
"""Of one programme: what an old and a new document hold."""
_OFFICE_FORMS = ("docx", "xlsx")
_PICTURE_FORMS = ("svg", "png", "pdf")


class WishedComparison(NamedTuple):
    """How a comparison is told, and when the command fails.

    Args:
        form: One of ``options.COMPARISON_FORMATS``.
        target: The file to write; None for the screen.
        fail_on: The changes that a check looks for.
    """

    form: str
    target: str | None
    fail_on: Sequence[str]


def run_compare(
    documents: tuple[str, ...],
    lang: str | None,
    wishes: Mapping[str, Any],
    wished: WishedComparison,
) -> int:
    """Tell what differs between two documents; 1 when a change was found that was asked for.

    Args:
        documents: The old one and the new one; one alone with an amendment.
        lang: The language of the reader; None for that of the new document.
        wishes: ``pairs``, ``stop`` and ``change``, and what ``open_document`` takes.
        wished: How it is told.
    """
    try:
        compared = _compare_as_wished(documents, lang, dict(wishes))
        _tell_comparison(compared, wished)
    except DinetError as error:
        print_error(error, lang or spoken_language())
        return error.status
    has_failed = has_checked_change(compared.comparison, wished.fail_on)
    return CHECK_FAILED if has_failed else 0


def _compare_as_wished(
    documents: tuple[str, ...], lang: str | None, wishes: dict[str, Any]
) -> ComparedDocuments:
    pairs, stopped = wishes.pop("pairs"), wishes.pop("stop")
    changed = dict(map(_split_change, wishes.pop("change")))
    if len(documents) == 1 and (stopped or changed):
        amendment = Amendment(stopped, changed)
        return compare_with_amendment(documents[0], lang, amendment, wishes)
    if len(documents) != _TWO_VERSIONS or stopped or changed:
        raise UsageError(
            Sentence("give two documents, or one with --stop or --change.")
        )
    old, new = documents
    return compare_documents(old, new, lang, pairs, wishes)


def _split_change(words: str) -> tuple[str, str]:
    """``S3=In 2028 …`` as the id and the new text.

    Raises:
        UsageError: There is no text.
    """
    name, _, text = words.partition("=")
    if not name.strip() or not text.strip():
        what = Sentence("“{words}” is no change.", words=words)
        raise UsageError(what, Sentence("Write ID=NEW TEXT."))
    return name.strip(), text.strip()


def _tell_comparison(
    compared: ComparedDocuments, wished: WishedComparison
) -> None:
    if wished.target:
        given = (*compared.old.given, *compared.new.given)
        write_result(comparison_file(compared, wished), wished.target, given)
    elif wished.form in (*_OFFICE_FORMS, *_PICTURE_FORMS):
        what = Sentence("a file of this format does not fit on a screen.")
        raise UsageError(what, Sentence("Give its name with -o."))
    elif wished.form == "text":
        print_lines(_comparison_lines(compared))
    else:
        click.echo(_comparison_text(compared, wished.form), nl=False)


def comparison_file(
    compared: ComparedDocuments, wished: WishedComparison
) -> bytes:
    """A comparison as a file, in the form that is wished."""
    if wished.form in _PICTURE_FORMS:
        return _comparison_picture(compared, wished.form)
    if wished.form not in _OFFICE_FORMS:
        return _comparison_text(compared, wished.form).encode()
    # who wants no Office file does not wait for openpyxl
    from dinet.writers.versions.word_table import write_word
    from dinet.writers.versions.workbook import write_workbook

    write_file = write_word if wished.form == "docx" else write_workbook
    names = compared.old.name, compared.new.name
    return write_file(compared.comparison, *names, compared.lang)


def _comparison_picture(compared: ComparedDocuments, form: str) -> bytes:
    """The new version with signs of what changed."""
    from dinet.application.write_network import write_network
    from dinet.report.versions.version_picture import mark_version

    marked = mark_version(compared.comparison, compared.lang)
    title = f"{compared.old.name} → {compared.new.name}"
    profile = compared.new.profile._replace(title=title, source="", trim=True)
    return write_network(
        marked.network, (), form, marked.marked_profile(profile)
    )


def _comparison_text(compared: ComparedDocuments, form: str) -> str:
    """The whole file."""
    comparison = compared.comparison
    if form in ("json", "jsonl"):
        indent = 2 if form == "json" else None
        return f"{as_json(comparison_as_data(comparison), indent)}\n"
    if form == "yaml":
        return write_pairing_form(comparison, compared.lang)
    if form == "html":
        names = compared.old.name, compared.new.name
        return version_page(comparison, *names, compared.lang)
    return "".join(f"{line}\n" for line in _comparison_lines(compared))


def _comparison_lines(compared: ComparedDocuments) -> Iterator[str]:
    lang = compared.lang
    yield f"{compared.old.name} → {compared.new.name}"
    yield ""
    for sentence in sums_in_words(compared.comparison):
        yield wrap_text(sentence.in_language(lang))
    sections = list_sections(compared.comparison)
    if not sections:
        yield ""
        yield Sentence("No differences.").in_language(lang)
    for section in sections:
        yield ""
        yield from _section_lines(section, lang)


def _section_lines(section: VersionSection, lang: str) -> Iterator[str]:
    yield f"{section.title.in_language(lang)} ({len(section.rows)})"
    for row in section.rows:
        yield from _row_lines(row, lang)


def _row_lines(row: VersionRow, lang: str) -> Iterator[str]:
    for line in _sides_of_row(row, lang):
        yield wrap_text(line, _INDENT)
    for fact in row.facts:
        yield wrap_text(fact.in_language(lang), 2 * _INDENT)
    if row.is_doubtful:
        doubt = Sentence("likely, not sure: look whether these are the same")
        yield wrap_text(doubt.in_language(lang), 2 * _INDENT)


def _sides_of_row(row: VersionRow, lang: str) -> Iterator[str]:
    """The elements with their places; which side they are of, where both have some."""
    if not row.old and not row.new:
        yield row.absence.in_language(lang)
        return
    is_both = row.old and row.new
    was, becomes = Sentence("was"), Sentence("becomes")
    for words, elements in ((was, row.old), (becomes, row.new)):
        side = f"{words.in_language(lang)} " if is_both else ""
        for element in elements:
            yield f"{side}{_with_place(element, lang)}"


def _with_place(element: Element, lang: str) -> str:
    places = list_places(element.places[:1], lang)
    where = f" ({places})" if places else ""
    return f"{element.id} {element.text}{where}"
