"""What the rules find in a network, and where that stands in a file of dinet's own form."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from dinet.application.input_files import read_input_file
from dinet.application.read_document import read_located
from dinet.finding import Finding, Rule, WholeProgramme
from dinet.model import Programme
from dinet.native import DecodedFile
from dinet.network import Network
from dinet.plugins import Plugin, plugin_folder
from dinet.report.reading_doubts import ReadingDoubts

Findings = tuple[Finding, ...]


def audit_network(network: Network | Programme) -> Findings:
    """What the rules find in a network.

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
    plugins = plugin_folder("rules").plugins.values()
    doubts = ReadingDoubts(network.programme)
    findings = chain.from_iterable(
        _apply_rule(plugin, network, doubts) for plugin in plugins
    )
    return rank_findings(findings)


def rank_findings(findings: Iterable[Finding]) -> Findings:
    """Findings in their order: the worst first, then by code; those of one rule stay in theirs."""
    return tuple(
        sorted(findings, key=lambda finding: (-finding.severity, finding.code))
    )


def _apply_rule(
    plugin: Plugin, network: Network, doubts: ReadingDoubts
) -> Iterator[Finding]:
    rule: Rule = plugin.module.check
    for about, sentence in rule.check(network):
        doubt = doubts.doubt_about(about, rule.missing_from)
        yield Finding(
            rule.code, plugin.name, rule.severity, about, sentence, doubt
        )


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
    return tuple(_with_place(finding, decoded, name) for finding in findings)


def _with_place(finding: Finding, decoded: DecodedFile, name: str) -> Finding:
    if finding.places or isinstance(finding.about, WholeProgramme):
        return finding
    place = decoded.place_of(finding.ids[0], name)
    if place is None:
        return finding
    return finding._replace(
        about=finding.about.model_copy(update={"places": (place,)})
    )
