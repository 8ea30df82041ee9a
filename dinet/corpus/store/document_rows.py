"""The rows of one document, as lines of CSV that a database reads at once."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dinet import __version__
from dinet.application.auditing.audit_documents import decide_findings
from dinet.application.opened_document import OpenedDocument, open_document
from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    WorkSettings,
)
from dinet.corpus.store.origin import OriginWishes, find_origin
from dinet.finding import Finding
from dinet.model import AIM_KINDS, Element, Goal, Place, Target
from dinet.network import Network
from dinet.plugins import plugin_folder
from dinet.report.reading.reading_loss import reading_loss
from dinet.targets.known_target import KnownTarget, know_targets

Row = Sequence[Any]
_BETWEEN = "; "
_SIGNS = re.compile(r"[\W_]+")
_LETTERS = "SMART"
_NEEDED = "SMT"
"""What, how much and when: whether a target is accepted and realistic stands in few documents."""
_LEVELS = ("error", "warning", "info")


def corpus_task(task: DocumentTask, settings: WorkSettings) -> DocumentResult:
    """Read and audit a document, and give its rows; ``asked`` is an ``OriginWishes``.

    The row in ``documents`` ends before the fingerprint, which is known where the store is.
    """
    wishes: OriginWishes = settings.asked
    opened = open_document(task.path, settings.lang, **settings.wishes)
    network, programme = opened.network, opened.programme
    findings = decide_findings(opened, with_lines=False).counting
    reader = plugin_folder("readers").for_file(task.path)
    read_as = reader.name if reader else ""
    is_doubtful = reading_loss(programme) is not None
    verdict = Verdict.CHECK if is_doubtful else Verdict.FINE
    identity = programme.identity
    described = (
        *find_origin(task.name, identity, wishes),
        identity.title,
        identity.period,
        identity.date,
        identity.lang,
        read_as,
        verdict.value,
        len(programme.elements),
        len(programme.links),
        opened.digest,
        __version__,
    )
    rows = {
        "documents": [described],
        "elements": _element_rows(network),
        "links": (
            (link.start, link.end, link.kind, link.basis)
            for link in programme.links
        ),
        "findings": _finding_rows(findings, opened),
        "measurements": _measurement_rows(network),
    }
    data = {table: lines_of(task.name, each) for table, each in rows.items()}
    severities = [finding.severity.name.lower() for finding in findings]
    return DocumentResult(
        task.name,
        verdict,
        read_as=read_as,
        elements=len(programme.elements),
        links=len(programme.links),
        findings=tuple(severities.count(level) for level in _LEVELS),
        data=json.dumps(data, ensure_ascii=False),
    )


def lines_of(document: str, rows: Iterable[Row]) -> str:
    """Rows as CSV, each with its document before it.

    Example:
        >>> print(lines_of("plan.md", [("D1", None, "Meer, en beter")]).strip())
        plan.md,D1,,"Meer, en beter"
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    for row in rows:
        writer.writerow((document, *row))
    return lines.getvalue()


def fold_words(text: str) -> str:
    """A text by its letters and digits alone, so that the same words are the same.

    Example:
        >>> fold_words("Meer  kinderen sporten!")
        'meer kinderen sporten'
    """
    return _SIGNS.sub(" ", text.casefold()).strip()


def _element_rows(network: Network) -> Iterator[Row]:
    verdicts = {
        known.element.id: _smart_verdicts(known)
        for known in know_targets(network)
    }
    unasked = [None] * len(("smart", *_LETTERS))
    for position, element in enumerate(network.programme.elements, start=1):
        goal = element if isinstance(element, Goal) else None
        yield (
            position,
            element.id,
            element.kind,
            goal.level if goal else None,
            element.code,
            element.text,
            fold_words(element.text),
            _BETWEEN.join(element.owners),
            _BETWEEN.join(element.joint_with),
            element.phase,
            element.period,
            element.budget,
            _place_words(element.places),
            _grade_of(network, element),
            network.measured(goal).value if goal else None,
            *verdicts.get(element.id, unasked),
        )


def _smart_verdicts(known: KnownTarget) -> list[str]:
    """Whether a target is SMART, and the verdict of each letter."""
    said = {letter: each.verdict for letter, each in known.verdicts.items()}
    is_smart = all(said.get(letter) == "yes" for letter in _NEEDED)
    letters = [said.get(letter, "unknown") for letter in _LETTERS]
    return ["yes" if is_smart else "no", *letters]


def _grade_of(network: Network, element: Element) -> str | None:
    """How efforts cover an aim; nothing for what no effort is asked of."""
    return network.grade(element).value if element.kind in AIM_KINDS else None


def _place_words(places: Sequence[Place]) -> str | None:
    """The first place, in the words that users see."""
    return places[0].as_sentence().in_language("nl") if places else None


def _finding_rows(
    findings: Iterable[Finding], opened: OpenedDocument
) -> Iterator[Row]:
    for finding in findings:
        doubt = finding.doubt
        yield (
            finding.code,
            finding.rule,
            finding.severity.name.lower(),
            _BETWEEN.join(finding.ids),
            finding.sentence.in_language(opened.lang),
            _place_words(finding.places),
            doubt.in_language(opened.lang) if doubt else None,
        )


def _measurement_rows(network: Network) -> Iterator[Row]:
    for target in network.targets:
        for measured in _values_of(target):
            yield (target.id, *measured)


def _values_of(target: Target) -> Iterator[Row]:
    for measured in target.measurements:
        yield (
            measured.kind,
            measured.year,
            measured.number,
            measured.unit,
            measured.text,
            measured.source,
        )
