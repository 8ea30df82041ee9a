"""What the terminal shows: summaries, findings, notes and answers as plain lines in the reader's language."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator

from dinet.document.notes import GROUPS
from dinet.document.notes import said as note_said
from dinet.finding import Finding, Severity
from dinet.language import Sentence, translated
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
    return translated(one if number == 1 else more, lang).format(n=number)


def heading(name: str, network: Network, lang: str) -> str:
    """The document and how many elements of each kind it has."""
    kinds = [each.kind for each in network]
    parts = [
        counted_kind(kind, kinds.count(kind)).said(lang)
        for kind in KINDS
        if kind in kinds
    ]
    return f"{name}: {', '.join(parts)}"


def places(found: Iterable[Place], lang: str, most: int = 3) -> str:
    """Where something stands; after the first few the number of the others."""
    words = [place.words().said(lang) for place in found]
    more = (
        [Sentence("and {n} more places", n=len(words) - most).said(lang)]
        if len(words) > most
        else []
    )
    return "; ".join(words[:most] + more)


def where(place: Place | None, lang: str) -> str:
    """One place in words; empty when there is none."""
    return place.words().said(lang) if place else ""


def finding_lines(findings: Iterable[Finding], lang: str) -> Iterator[str]:
    """Each finding: how bad, its code and what it is about; the sentence; the place."""
    for finding in findings:
        yield f"{finding.severity.words().said(lang).upper()}  {finding.code} {finding.rule}  {' → '.join(finding.ids)}"
        yield wrapped(finding.sentence.said(lang), "    ")
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
    for name, codes in GROUPS.items():
        found = [note for note in programme.notes if note.code in codes]
        if found:
            yield ""
            yield f"{translated(name, lang)}: {len(found)}"
        for note in found:
            at = f"{where(note.place, lang)}: " if note.place else ""
            yield wrapped(f"{at}{note_said(note, lang)}", "    ").replace(
                "    ", "  - ", 1
            )


def coverage_line(tally: Tally, lang: str, *, of_goals: bool) -> str:
    """One tally in words: ``9 SMART-doelen: 8 direct, 1 via het doel, 0 geen``."""
    graded = counted_kind("goal" if of_goals else "target", tally.total).said(lang)
    through = "through a goal under it" if of_goals else "through the goal"
    parts = [
        f"{tally.direct} {translated('direct', lang)}",
        f"{tally.through} {translated(through, lang)}",
    ]
    return f"{graded}: {', '.join(parts)}, {tally.none} {translated('none', lang)}"


def coverage_lines(coverage: Coverage, lang: str) -> Iterator[str]:
    """The coverage in total and per theme, always in grades."""
    total = Sentence("In total (a shared target counts once)").said(lang)
    rows = [(total, coverage.goals, coverage.targets)]
    for row in coverage.themes:
        name = (
            f"{row.theme.id} {row.theme.text}"
            if row.theme
            else Sentence("Without theme").said(lang)
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
    return f"{translated(link.kind.replace('_', ' '), lang)} ({translated(link.basis, lang)})"
