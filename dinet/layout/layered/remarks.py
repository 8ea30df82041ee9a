"""What is told under the text of a box: what is missing there, what the rules found, and how well efforts cover it."""

from collections.abc import Iterable, Iterator

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Element, Target
from dinet.network import Grade, Network, Orphans

GAPS = {
    "goals_without_effort": Sentence("! no effort"),
    "goals_without_target": Sentence("! no target"),
    "targets_without_goal": Sentence("! no goal"),
    "targets_without_effort": Sentence("! no effort"),
    "efforts_without_goal": Sentence("! no goal"),
}
COVERED = ("goals_without_effort", "targets_without_effort")
"""The gaps that a grade of coverage tells too."""
GRADES = {
    Grade.DIRECT: Sentence("✓ efforts: direct"),
    Grade.THROUGH: Sentence("± efforts: through the goal"),
    Grade.NONE: Sentence("! efforts: none"),
}
Remarks = dict[str, list[str]]


def remarks_in(
    network: Network, findings: Iterable[Finding], profile: Profile
) -> tuple[frozenset[str], Remarks]:
    """The gaps that a whole kind of elements has, by their names in ``GAPS``; and what is told in boxes, by element.

    Args:
        network: The whole programme, of whatever part a picture is made.
        findings: Told where the profile marks findings: the code with its sign, and then the words.
        profile: What to tell, and in which language.
    """
    found: Remarks = {}
    everywhere = frozenset[str]()
    if profile.coverage:
        for element in (*network.goals, *network.targets):
            found[element.id] = [GRADES[network.grade(element)].said(profile.lang)]
    if profile.marks == "gaps":
        everywhere, gaps = gaps_in(
            network, profile.lang, COVERED if profile.coverage else ()
        )
        _add(found, ((each, words) for each, said in gaps.items() for words in said))
    if profile.marks == "findings":
        _add(found, _marks(findings, profile.lang))
    _add(found, ((element.id, note) for element in network if (note := _note(element))))
    return everywhere, found


def _add(found: Remarks, more: Iterable[tuple[str, str]]) -> None:
    for element, words in more:
        found.setdefault(element, []).append(words)


def _marks(findings: Iterable[Finding], lang: str) -> Iterator[tuple[str, str]]:
    """Every finding at what it is about; one about a link at where the link begins."""
    for finding in findings:
        yield finding.ids[0], f"! {finding.code}"
        yield finding.ids[0], finding.sentence.said(lang)


def _note(element: Element) -> str:
    """The year and the sources of a target."""
    year = (
        element.target.year if isinstance(element, Target) and element.target else None
    )
    return " · ".join(each for each in (year, *element.sources) if each)


def gaps_in(
    network: Network, lang: str, without: Iterable[str] = ()
) -> tuple[frozenset[str], Remarks]:
    """The gaps that a whole kind of elements has, by their names in ``GAPS``; and all others in words, by element.

    Args:
        network: The whole programme.
        lang: The language of the words.
        without: Names of gaps that are not told.
    """
    orphans = network.orphans()
    names = [each for each in GAPS if each not in without]
    everywhere = _everywhere(network, orphans, names)
    found: Remarks = {}
    for name in (each for each in names if each not in everywhere):
        _add(
            found,
            ((gapped.id, GAPS[name].said(lang)) for gapped in getattr(orphans, name)),
        )
    return everywhere, found


def _everywhere(
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
