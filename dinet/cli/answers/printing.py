"""What the terminal shows: findings, notes and coverage as lines that fit on it."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import click

from dinet.document.notes import NOTE_GROUPS, shorten_text
from dinet.document.notes import note_in_language as note_said
from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.model import Element, Place, Programme, Unread, clean_text
from dinet.network import Coverage, Network, ThemeCoverage
from dinet.report.findings.summed_notices import SummedNotices
from dinet.report.reading.told_notes import own_notes
from dinet.report.sentences import (
    count_in_words,
    coverage_in_words,
    list_places,
    place_in_words,
    programme_heading,
    words_read_sentence,
)

_MOST_UNREAD = 12
"""Texts that the terminal names: with the numbers above them they fill a screen of 24 lines."""
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


def print_text(text: str, *, err: bool = False) -> None:
    """Print a whole text at once: one of a million lines is not worth a write for each.

    Args:
        text: What would steer a terminal is left out of it.
        err: On the standard error.
    """
    lines = map(clean_text, text.split("\n"))
    click.echo("\n".join(map(str, lines)), err=err)


def line_width() -> int:
    """How many characters a line has: those of the terminal, at most 100."""
    if not sys.stdout.isatty():
        return _WIDEST
    return min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)


def wrap_text(text: str, indent: str = "") -> str:
    """A text in lines that fit, all of them indented."""
    flat = " ".join(text.split())
    width = max(line_width(), len(indent) + 20)
    if flat and len(indent) + len(flat) <= width:
        return f"{indent}{flat}"
    lines = _fill_lines(flat, width - len(indent))
    if lines:
        return "\n".join(f"{indent}{line}" for line in lines)
    return textwrap.fill(
        flat,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def _fill_lines(flat: str, room: int) -> list[str]:
    """A text in lines of so many characters; empty where one of its words is longer than that.

    As ``textwrap`` fills them, in a fraction of its time: an audit may tell thousands of findings.
    """
    lines = []
    while len(flat) > room:
        space = flat.rfind(" ", 0, room + 1)
        if space < 0:
            return []
        lines.append(flat[:space])
        flat = flat[space + 1 :]
    return [*lines, flat] if flat else []


def finding_lines(findings: Iterable[Finding], lang: str) -> Iterator[str]:
    """Each finding: how bad, its code and what it is about; the sentence; the place."""
    for finding in findings:
        severity = finding.severity.as_sentence().in_language(lang).upper()
        head = f"{severity}  {finding.code} {finding.rule}"
        yield "  ".join(filter(None, (head, " → ".join(finding.ids))))
        yield wrap_text(finding.sentence.in_language(lang), "    ")
        if finding.doubt:
            yield wrap_text(finding.doubt.in_language(lang), "    ")
        if finding.places:
            yield wrap_text(list_places(finding.places, lang), "    ")
        yield ""


def summed_lines(summed: Sequence[SummedNotices], lang: str) -> Iterator[str]:
    """Each rule that found something many times: what it finds, how often, and where."""
    for notices in summed:
        severity = notices.severity.as_sentence().in_language(lang).upper()
        yield f"{severity}  {notices.code} {notices.rule}  ({len(notices.ids)})"
        yield wrap_text(notices.about, "    ")
        yield wrap_text(", ".join(dict.fromkeys(notices.ids)), "    ")
        yield ""
    if summed:
        hint = Sentence(
            "The words and places of what is summed up: --format json."
        )
        yield wrap_text(hint.in_language(lang))


def reading_lines(
    name: str,
    network: Network,
    lang: str,
    counts: tuple[int, int] | None = None,
) -> Iterator[str]:
    """The report on a reading for a terminal.

    What was read in numbers, the first texts that were not read, and every note.

    Args:
        name: Of the document.
        network: Of its programme.
        lang: The language of the reader.
        counts: How many words the document has and how many of these were read; None when that
            is not known.
    """
    notes = own_notes(network.programme)
    yield programme_heading(name, network, lang)
    yield from _count_lines(network, lang, counts)
    yield from _unread_lines(network.programme, name, lang)
    yield ""
    yield count_in_words(
        len(notes), "{n} note on the reading", "{n} notes on the reading", lang
    )
    yield from note_lines(network.programme, lang)


def _count_lines(
    network: Network, lang: str, counts: tuple[int, int] | None
) -> Iterator[str]:
    """How many links there are, and how many words were read."""
    count = len(network.programme.links)
    links = count_in_words(count, "{n} link", "{n} links", lang)
    if counts is None:
        yield links
        return
    whole, read = counts
    words = words_read_sentence(read, whole).in_language(lang)
    yield f"{links}; {words}"


def _unread_lines(programme: Programme, name: str, lang: str) -> Iterator[str]:
    """The first texts that were not read, each with its place, as many as fit on a screen."""
    unread = programme.unread
    if not unread:
        return
    yield ""
    title = translate_words("Not read: nowhere in the programme", lang)
    yield f"{title}: {len(unread)}"
    rows = [list(row) for _, row in groupby(unread, key=_row_of)]
    for row in rows[:_MOST_UNREAD]:
        place = place_in_words(_row_place(row), lang)
        where = f"{place}: " if place else ""
        texts = " | ".join(text.text for text in row)
        yield _with_dash(f"{where}{shorten_text(texts)}")
    rest = sum(map(len, rows[_MOST_UNREAD:]))
    if rest:
        more = Sentence(
            "… and {n} more: see dinet read {name} --report FILE.html",
            n=rest,
            name=name,
        )
        yield f"  {more.in_language(lang)}"


def _row_of(unread: Unread) -> Place | None:
    """Where the row of a text stands: what stands on one row is named on one line."""
    place = unread.place
    if place is None or place.row is None:
        return place
    return place.model_copy(update={"column": None, "heading": None})


def _row_place(row: Sequence[Unread]) -> Place | None:
    """Of one text its own place, of several that of their row."""
    return row[0].place if len(row) == 1 else _row_of(row[0])


def note_lines(programme: Programme, lang: str) -> Iterator[str]:
    """The notes in groups, the most urgent first, each with its place."""
    for name, codes in NOTE_GROUPS.items():
        told = own_notes(programme)
        notes = [note for note in told if note.code in codes]
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
