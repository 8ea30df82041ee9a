"""What the rules find in a network, and where that stands in a file of dinet's own form."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from dinet.application.input_files import read_input_file
from dinet.finding import Finding, Rule
from dinet.model import Place, Programme
from dinet.network import Network
from dinet.plugins import Plugin, plugin_folder

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
    findings = chain.from_iterable(
        _apply_rule(plugin, network) for plugin in plugins
    )
    return tuple(
        sorted(findings, key=lambda finding: (-finding.severity, finding.code))
    )


def _apply_rule(plugin: Plugin, network: Network) -> Iterator[Finding]:
    rule: Rule = plugin.module.check
    for about, sentence in rule.check(network):
        yield Finding(rule.code, plugin.name, rule.severity, about, sentence)


def locate_findings(
    findings: Findings,
    path: str | Path,
    name: str = "",
    data: bytes | None = None,
) -> Findings:
    """The findings on a file of dinet's own form; those without a place get the line or row.

    Args:
        findings: What ``audit_network`` found.
        path: The file that was read: YAML or a workbook. In others everything has a place already.
        name: How the file is called in places; by default as it is.
        data: What was read from it; None to read it again. A pipe gives itself only once.
    """
    places_of = _finder_of_places(path)
    if places_of is None or all(finding.places for finding in findings):
        return findings
    data = read_input_file(path) if data is None else data
    places = places_of(data, name or Path(path).name)
    return tuple(_with_place(finding, places) for finding in findings)


def _finder_of_places(
    path: str | Path,
) -> Callable[[bytes, str], dict[str, Place]] | None:
    plugin = plugin_folder("readers").for_file(Path(path).name)
    return getattr(plugin.module, "places", None) if plugin else None


def _with_place(finding: Finding, places: dict[str, Place]) -> Finding:
    place = places.get(finding.ids[0])
    if finding.places or place is None:
        return finding
    return finding._replace(
        about=finding.about.model_copy(update={"places": (place,)})
    )
