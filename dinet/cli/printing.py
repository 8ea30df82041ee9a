"""What the terminal shows: summaries, findings, notes and answers as plain lines in the reader's language."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

from dinet.document.notes import NOTE_GROUPS
from dinet.document.notes import note_in_language as note_said
from dinet.finding import Finding, Severity
from dinet.language import Sentence, translate_words
from dinet.model import KINDS, Element, Link, Place, Programme
from dinet.network import Coverage, Network, Tally
from dinet.wording.labels import counted_kind

_PIPED = 100


def width() -> int:
    """How many characters a line has: those of the terminal, at most 100."""
    return (
        min(shutil.get_terminal_size((_PIPED, 24)).columns, _PIPED)
        if sys.stdout.isatty()
        else _PIPED
    )


def wrapped(text: str, indent: str = "") -> str:
    """A text in lines that fit, the later lines indented."""
    room = max(width(), len(indent) + 20)
    return textwrap.fill(
        " ".join(text.split()),
        room,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def counted(number: int, one: str, more: str, lang: str) -> str:
    """A number with its noun, such as ``3 doelen``."""
    return translate_words(one if number == 1 else more, lang).format(n=number)


def heading(name: str, network: Network, lang: str) -> str:
    """The document and how many elements of each kind it has."""
    kinds = [each.kind for each in network]
    parts = [
        counted_kind(kind, kinds.count(kind)).in_language(lang)
        for kind in KINDS
        if kind in kinds
    ]
    return f"{name}: {', '.join(parts)}"


def places(found: Iterable[Place], lang: str, most: int = 3) -> str:
    """Where something stands; after the first few the number of the others."""
    words = [place.as_sentence().in_language(lang) for place in found]
    more = (
        [Sentence("and {n} more places", n=len(words) - most).in_language(lang)]
        if len(words) > most
        else []
    )
    return "; ".join(words[:most] + more)


def where(place: Place | None, lang: str) -> str:
    """One place in words; empty when there is none."""
    return place.as_sentence().in_language(lang) if place else ""


def finding_lines(findings: Iterable[Finding], lang: str) -> Iterator[str]:
    """Each finding: how bad, its code and what it is about; the sentence; the place."""
    for finding in findings:
        yield f"{finding.severity.as_sentence().in_language(lang).upper()}  {finding.code} {finding.rule}  {' → '.join(finding.ids)}"
        yield wrapped(finding.sentence.in_language(lang), "    ")
        if finding.places:
            yield wrapped(places(finding.places, lang), "    ")
        yield ""


def finding_counts(findings: Iterable[Finding], lang: str) -> str:
    """How many findings there are of each severity."""
    found = [finding.severity for finding in findings]
    words = (
        (Severity.ERROR, "{n} error", "{n} errors"),
        (Severity.WARNING, "{n} warning", "{n} warnings"),
        (Severity.INFO, "{n} for information", "{n} for information"),
    )
    counts = ", ".join(
        counted(found.count(severity), one, more, lang) for severity, one, more in words
    )
    return f"{counted(len(found), '{n} finding', '{n} findings', lang)}: {counts}"


def note_lines(programme: Programme, lang: str) -> Iterator[str]:
    """The notes in groups, the most urgent first, each with its place."""
    for name, codes in NOTE_GROUPS.items():
        found = [note for note in programme.notes if note.code in codes]
        if found:
            yield ""
            yield f"{translate_words(name, lang)}: {len(found)}"
        for note in found:
            at = f"{where(note.place, lang)}: " if note.place else ""
            yield wrapped(f"{at}{note_said(note, lang)}", "    ").replace(
                "    ", "  - ", 1
            )


def coverage_line(tally: Tally, lang: str, *, of_goals: bool) -> str:
    """One tally in words: ``9 SMART-doelen: 8 direct, 1 via het doel, 0 geen``."""
    graded = counted_kind("goal" if of_goals else "target", tally.total).in_language(
        lang
    )
    through = "through a goal under it" if of_goals else "through the goal"
    parts = [
        f"{tally.direct} {translate_words('direct', lang)}",
        f"{tally.through} {translate_words(through, lang)}",
    ]
    return f"{graded}: {', '.join(parts)}, {tally.none} {translate_words('none', lang)}"


def coverage_lines(coverage: Coverage, lang: str) -> Iterator[str]:
    """The coverage in total and per theme, always in grades."""
    total = Sentence("In total (a shared target counts once)").in_language(lang)
    rows = [(total, coverage.goals, coverage.targets)]
    for row in coverage.themes:
        name = (
            f"{row.theme.id} {row.theme.text}"
            if row.theme
            else Sentence("Without theme").in_language(lang)
        )
        rows.append((name, row.goals, row.targets))
    for name, goals, targets in rows:
        yield wrapped(name)
        yield f"  {coverage_line(goals, lang, of_goals=True)}"
        yield f"  {coverage_line(targets, lang, of_goals=False)}"


def element_line(element: Element, indent: str = "  ") -> str:
    """One element: its id and its whole text."""
    return wrapped(f"{element.id}  {element.text}", indent + "    ").replace(
        indent + "    ", indent, 1
    )


def link_words(link: Link, lang: str) -> str:
    """What a link says, and on what evidence."""
    return f"{translate_words(link.kind.replace('_', ' '), lang)} ({translate_words(link.basis, lang)})"
