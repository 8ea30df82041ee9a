"""What is told under the text of a box: what is missing there, what the rules found, and how well efforts cover it."""

from collections.abc import Iterable, Iterator

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Element, Target
from dinet.network import Grade, Network, Orphans

GAP_REMARKS = {
    "goals_without_effort": Sentence("! no effort"),
    "goals_without_target": Sentence("! no target"),
    "targets_without_goal": Sentence("! no goal"),
    "targets_without_effort": Sentence("! no effort"),
    "efforts_without_goal": Sentence("! no goal"),
}
COVERAGE_GAPS = ("goals_without_effort", "targets_without_effort")
"""The gaps that a grade of coverage tells too."""
GRADE_REMARKS = {
    Grade.DIRECT: Sentence("✓ efforts: direct"),
    Grade.THROUGH: Sentence("± efforts: through the goal"),
    Grade.NONE: Sentence("! efforts: none"),
}
RemarksByElement = dict[str, list[str]]


def collect_remarks(
    network: Network, findings: Iterable[Finding], profile: Profile
) -> tuple[frozenset[str], RemarksByElement]:
    """The gaps that a whole kind of elements has, by their names in ``GAP_REMARKS``; and what is told in boxes, by element.

    Args:
        network: The whole programme, of whatever part a picture is made.
        findings: Told where the profile marks findings: the code with its sign, and then the words.
        profile: What to tell, and in which language.
    """
    found: RemarksByElement = {}
    everywhere = frozenset[str]()
    if profile.coverage:
        for element in (*network.goals, *network.targets):
            found[element.id] = [
                GRADE_REMARKS[network.grade(element)].in_language(profile.lang)
            ]
    if profile.marks == "gaps":
        everywhere, gaps = collect_gaps(
            network, profile.lang, COVERAGE_GAPS if profile.coverage else ()
        )
        _add_remarks(
            found, ((each, words) for each, said in gaps.items() for words in said)
        )
    if profile.marks == "findings":
        _add_remarks(found, _finding_remarks(findings, profile.lang))
    _add_remarks(
        found,
        ((element.id, note) for element in network if (note := _target_note(element))),
    )
    return everywhere, found


def _add_remarks(found: RemarksByElement, more: Iterable[tuple[str, str]]) -> None:
    for element, words in more:
        found.setdefault(element, []).append(words)


def _finding_remarks(
    findings: Iterable[Finding], lang: str
) -> Iterator[tuple[str, str]]:
    """Every finding at what it is about; one about a link at where the link begins."""
    for finding in findings:
        yield finding.ids[0], f"! {finding.code}"
        yield finding.ids[0], finding.sentence.in_language(lang)


def _target_note(element: Element) -> str:
    """The year and the sources of a target."""
    year = (
        element.target.year if isinstance(element, Target) and element.target else None
    )
    return " · ".join(each for each in (year, *element.sources) if each)


def collect_gaps(
    network: Network, lang: str, without: Iterable[str] = ()
) -> tuple[frozenset[str], RemarksByElement]:
    """The gaps that a whole kind of elements has, by their names in ``GAP_REMARKS``; and all others in words, by element.

    Args:
        network: The whole programme.
        lang: The language of the words.
        without: Names of gaps that are not told.
    """
    orphans = network.orphans()
    names = [each for each in GAP_REMARKS if each not in without]
    everywhere = _find_common_gaps(network, orphans, names)
    found: RemarksByElement = {}
    for name in (each for each in names if each not in everywhere):
        _add_remarks(
            found,
            (
                (gapped.id, GAP_REMARKS[name].in_language(lang))
                for gapped in getattr(orphans, name)
            ),
        )
    return everywhere, found


def _find_common_gaps(
    network: Network, orphans: Orphans, names: Iterable[str]
) -> frozenset[str]:
    """The gaps that all of more than three goals, targets or efforts have."""
    kinds = {
        "goals": network.goals,
        "targets": network.targets,
        "efforts": network.efforts,
    }
    wholes = {name: len(kinds[name.partition("_")[0]]) for name in names}
    return frozenset(
        name
        for name, whole in wholes.items()
        if whole > 3 and len(getattr(orphans, name)) == whole
    )
