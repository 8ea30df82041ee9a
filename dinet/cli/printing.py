"""What the terminal shows: findings, notes and coverage as lines that fit on it."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

import click

from dinet.document.notes import NOTE_GROUPS
from dinet.document.notes import note_in_language as note_said
from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.model import Element, Programme, clean_text
from dinet.network import Coverage, Network, ThemeCoverage
from dinet.report.sentences import (
    count_in_words,
    coverage_in_words,
    list_places,
    place_in_words,
    programme_heading,
)

_WIDEST = 100
"""Characters on a line: what is longer is hard to read, however wide the terminal is."""


def print_lines(lines: Iterable[str], *, err: bool = False) -> None:
    """Print lines of text, each as soon as it is there.

    Args:
        lines: What would steer a terminal is left out of them: names of files hold anything.
        err: On the standard error.
    """
    for line in lines:
        click.echo(clean_text(line), err=err)


def line_width() -> int:
    """How many characters a line has: those of the terminal, at most 100."""
    if not sys.stdout.isatty():
        return _WIDEST
    return min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)


def wrap_text(text: str, indent: str = "") -> str:
    """A text in lines that fit, all of them indented."""
    return textwrap.fill(
        " ".join(text.split()),
        max(line_width(), len(indent) + 20),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def finding_lines(findings: Iterable[Finding], lang: str) -> Iterator[str]:
    """Each finding: how bad, its code and what it is about; the sentence; the place."""
    for finding in findings:
        severity = finding.severity.as_sentence().in_language(lang).upper()
        yield f"{severity}  {finding.code} {finding.rule}  {' → '.join(finding.ids)}"
        yield wrap_text(finding.sentence.in_language(lang), "    ")
        if finding.places:
            yield wrap_text(list_places(finding.places, lang), "    ")
        yield ""


def reading_lines(name: str, network: Network, lang: str) -> Iterator[str]:
    """The report on a reading for a terminal: what was read in numbers, and every note."""
    notes = network.programme.notes
    yield programme_heading(name, network, lang)
    yield ""
    yield count_in_words(
        len(notes), "{n} note on the reading", "{n} notes on the reading", lang
    )
    yield from note_lines(network.programme, lang)


def note_lines(programme: Programme, lang: str) -> Iterator[str]:
    """The notes in groups, the most urgent first, each with its place."""
    for name, codes in NOTE_GROUPS.items():
        notes = [note for note in programme.notes if note.code in codes]
        if notes:
            yield ""
            yield f"{translate_words(name, lang)}: {len(notes)}"
        for note in notes:
            place = place_in_words(note.place, lang)
            where = f"{place}: " if place else ""
            yield _with_dash(f"{where}{note_said(note, lang)}")


def _with_dash(text: str) -> str:
    """A text with a dash before its first line."""
    return wrap_text(text, "    ").replace("    ", "  - ", 1)


def coverage_lines(coverage: Coverage, lang: str) -> Iterator[str]:
    """The coverage in total and per theme, always in grades."""
    total = Sentence("In total (a shared target counts once)").in_language(
        lang
    )
    yield from _tally_lines(total, coverage, lang)
    for row in coverage.themes:
        name = Sentence("Without theme").in_language(lang)
        if row.theme:
            name = f"{row.theme.id} {row.theme.text}"
        yield from _tally_lines(name, row, lang)


def _tally_lines(
    name: str, tallies: Coverage | ThemeCoverage, lang: str
) -> Iterator[str]:
    yield wrap_text(name)
    yield f"  {coverage_in_words(tallies.goals, lang, of_goals=True)}"
    yield f"  {coverage_in_words(tallies.targets, lang, of_goals=False)}"


def element_line(element: Element, indent: str = "  ") -> str:
    """One element: its id and its whole text."""
    deeper = indent + "    "
    return wrap_text(f"{element.id}  {element.text}", deeper).replace(
        deeper, indent, 1
    )
