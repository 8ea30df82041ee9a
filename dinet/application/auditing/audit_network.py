"""What the rules find in a network, and where that stands in a file of dinet's own form."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dinet.application.files.input_files import read_input_file
from dinet.application.read_document import read_located
from dinet.errors import UsageError, did_you_mean
from dinet.finding import (
    Finding,
    MilderSentence,
    Rule,
    RuleSettings,
    WholeProgramme,
)
from dinet.language import Sentence
from dinet.model import Element, Link, Programme
from dinet.native import DecodedFile
from dinet.network import Network
from dinet.plugins import Plugin, plugin_folder
from dinet.report.reading.reading_doubts import ReadingDoubts

Findings = tuple[Finding, ...]


class AuditWishes(NamedTuple):
    """What the user wants of an audit.

    Args:
        today: The date of reference, as ``2026-03-01``; None for that of the document. The clock
            is never asked: the same document has the same findings tomorrow.
        also: Names or codes of rules that apply only when they are asked for.
        fail_on: The least severity that makes a command fail; ``never`` for none; empty for what
            the settings of the folder say, or else an error.
        select: Codes, names or families of the only rules that count; empty for all.
        ignore: Those of rules that do not count.
        baseline: The path of an earlier audit: what that found too does not count for the exit
            status; None for none.
        thresholds: Numbers of rules, as ``DO505=10``.
        visionary: Words that name goals which need no target.
        numbers: The thresholds that hold, by the names of rules and what they count.
        since: The path of an older version: the same of what that has too; None for none.
    """

    today: str | None = None
    also: tuple[str, ...] = ()
    fail_on: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    thresholds: tuple[str, ...] = ()
    visionary: tuple[str, ...] = ()
    numbers: Mapping[str, Mapping[str, int]] = {}
    since: str | None = None

    def files(self, documents: Iterable[str]) -> tuple[str, ...]:
        """All files that the user gave: nothing is ever written over these.

        Args:
            documents: Those that are audited.
        """
        return (*documents, *filter(None, (self.baseline, self.since)))


NO_WISHES = AuditWishes()
"""The rules that apply by default or by the settings of the folder, on the document's own date."""


def audit_network(
    network: Network | Programme, wishes: AuditWishes = NO_WISHES
) -> Findings:
    """What the rules find in a network.

    Args:
        network: It, or its programme.
        wishes: The date of reference, and rules that are off by default.

    Returns:
        Findings, the worst first, then by code, then in reading order of what they are about.
        Empty: nothing found.

    Example:
        >>> from dinet.application.read_document import read_document
        >>> findings = audit_network(read_document("examples/hoogeveen.docx"))
        >>> [finding.rule for finding in findings if finding.severity.name == "ERROR"]
        []
    """
    network = Network(network) if isinstance(network, Programme) else network
    if wishes.today:
        network = set_reference_date(network, wishes.today)
    plugins = plugin_folder("rules").plugins
    applied = (plugins[name] for name in applied_rules(wishes))
    doubts = ReadingDoubts(network.programme)
    visionary = _visionary_ids(network, wishes)
    findings = chain.from_iterable(
        _apply_rule(
            plugin,
            network,
            doubts,
            RuleSettings(wishes.numbers.get(plugin.name, {}), visionary),
        )
        for plugin in applied
    )
    return rank_findings(findings)


def rank_findings(findings: Iterable[Finding]) -> Findings:
    """Findings in their order: the worst first, then by code; those of one rule stay in theirs."""
    return tuple(
        sorted(findings, key=lambda finding: (-finding.severity, finding.code))
    )


def applied_rules(wishes: AuditWishes = NO_WISHES) -> list[str]:
    """The names of the rules that apply, in alphabetical order.

    Raises:
        UsageError: A wish names no rule.
    """
    asked = {find_rule(word).name for word in wishes.also}
    plugins = plugin_folder("rules").plugins
    return [
        name
        for name, plugin in plugins.items()
        if name in asked or plugin.module.check.by_default
    ]


def find_rule(word: str, others: Iterable[str] = ()) -> Plugin:
    """The rule with a code or a name, in any case.

    Args:
        word: It.
        others: What else the user may have meant.

    Raises:
        UsageError: There is none; with the nearest that there are.

    Example:
        >>> find_rule("dc101").name
        'goal_without_effort'
    """
    by_word: dict[str, Plugin] = {}
    for name, plugin in plugin_folder("rules").plugins.items():
        by_word[name] = by_word[plugin.module.check.code] = plugin
    folded = {known.casefold(): plugin for known, plugin in by_word.items()}
    found = folded.get(word.casefold())
    if found is None:
        what = Sentence("there is no rule {code}.", code=word)
        raise UsageError(what, *did_you_mean(word, [*by_word, *others]))
    return found


def set_reference_date(network: Network, today: str) -> Network:
    """The same network with another date of reference."""
    programme = network.programme
    identity = programme.identity.model_copy(update={"date": today})
    return Network(programme.model_copy(update={"identity": identity}))


def _visionary_ids(network: Network, wishes: AuditWishes) -> frozenset[str]:
    if not wishes.visionary:
        return frozenset()
    # few folders name such goals, and the words for marks take time to load
    from dinet.application.auditing.visionary_goals import find_visionary

    return frozenset(find_visionary(network, wishes.visionary).ids)


def _apply_rule(
    plugin: Plugin,
    network: Network,
    doubts: ReadingDoubts,
    settings: RuleSettings,
) -> Iterator[Finding]:
    rule: Rule = plugin.module.check
    for about, sentence in rule.find_remarks(network, settings):
        doubt = doubts.doubt_about(about, rule.missing_from)
        severity = rule.severity
        if isinstance(sentence, MilderSentence):
            severity = sentence.severity
        yield Finding(rule.code, plugin.name, severity, about, sentence, doubt)


def locate_findings(findings: Findings, path: str | Path) -> Findings:
    """The findings on a file of dinet's own form; those without a place get the line or row.

    The file is read again for it, unless all of them have a place already.

    Args:
        findings: What ``audit_network`` found.
        path: The file that was read: YAML or a workbook. In others everything has a place already.
    """
    if all(finding.places for finding in findings):
        return findings
    name = Path(path).name
    return locate_in_file(
        findings, read_located(read_input_file(path), name), name
    )


def locate_in_file(
    findings: Findings, decoded: DecodedFile, name: str
) -> Findings:
    """The findings on a file that was read; those without a place get the line or row.

    Args:
        findings: What ``audit_network`` found.
        decoded: What reading the file gave.
        name: How the file is called in places.
    """
    if not decoded.marks:
        return findings
    placed = _PlacedSubjects(decoded, name)
    return tuple(map(placed.place_finding, findings))


class _PlacedSubjects:
    """What findings are about, with the line or row where it stands in a file.

    Args:
        decoded: What reading the file gave.
        name: How the file is called in places.
    """

    def __init__(self, decoded: DecodedFile, name: str) -> None:
        self._find_place = cache(partial(decoded.place_of, file=name))
        # several rules find something in one element
        self._placed: dict[int, Element | Link] = {}

    def place_finding(self, finding: Finding) -> Finding:
        """The finding with a place, unless it has one or none is known."""
        about = finding.about
        if finding.places or isinstance(about, WholeProgramme):
            return finding
        placed = self._placed.get(id(about))
        if placed is None:
            placed = self._placed[id(about)] = self._place_subject(
                about, finding.ids[0]
            )
        return finding._replace(about=placed)

    def _place_subject(
        self, about: Element | Link, element_id: str
    ) -> Element | Link:
        place = self._find_place(element_id)
        if place is None:
            return about
        return about.model_copy(update={"places": (place,)})
