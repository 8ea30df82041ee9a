"""What is told under the text of a box.

What is missing there, what the rules found, and how well efforts cover it.
"""

from collections.abc import Iterable, Iterator, Sequence

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
LEAST_COMMON = 4
"""A gap of a whole kind is told once, from so many elements of that kind on."""
RemarksByElement = dict[str, list[str]]


def collect_remarks(
    network: Network, findings: Iterable[Finding], profile: Profile
) -> tuple[frozenset[str], RemarksByElement]:
    """What is told in boxes, and what is told once for a whole kind of elements.

    Args:
        network: The whole programme, of whatever part a picture is made.
        findings: Told where the profile marks findings: the code with its sign, and then the words.
        profile: What to tell, and in which language.

    Returns:
        The gaps that a whole kind of elements has, by their names in ``GAP_REMARKS``; and by
        element the grade of coverage, the gaps or findings, and then the note of a target.
    """
    remarks: RemarksByElement = {}
    common_gaps = frozenset[str]()
    if profile.coverage:
        _add_remarks(remarks, _grade_remarks(network, profile.lang))
    if profile.marks == "gaps":
        told_by_grade = COVERAGE_GAPS if profile.coverage else ()
        common_gaps, gaps = collect_gaps(network, profile.lang, told_by_grade)
        for element, words in gaps.items():
            remarks.setdefault(element, []).extend(words)
    if profile.marks == "findings":
        _add_remarks(remarks, _finding_remarks(findings, profile.lang))
    _add_remarks(remarks, _target_notes(network))
    return common_gaps, remarks


def _add_remarks(
    remarks: RemarksByElement, more: Iterable[tuple[str, str]]
) -> None:
    for element, words in more:
        remarks.setdefault(element, []).append(words)


def _grade_remarks(network: Network, lang: str) -> Iterator[tuple[str, str]]:
    """How well efforts cover each goal and target."""
    for element in (*network.goals, *network.targets):
        yield (
            element.id,
            GRADE_REMARKS[network.grade(element)].in_language(lang),
        )


def _finding_remarks(
    findings: Iterable[Finding], lang: str
) -> Iterator[tuple[str, str]]:
    """Every finding at what it is about; one about a link at where the link begins."""
    for finding in findings:
        yield finding.ids[0], f"! {finding.code}"
        yield finding.ids[0], finding.sentence.in_language(lang)


def _target_notes(network: Network) -> Iterator[tuple[str, str]]:
    """The note of every element that has one."""
    for element in network:
        note = _target_note(element)
        if note:
            yield element.id, note


def _target_note(element: Element) -> str:
    """The year and the sources of a target; empty when it has none."""
    year = None
    if isinstance(element, Target) and element.target:
        year = element.target.year
    return " · ".join(part for part in (year, *element.sources) if part)


def collect_gaps(
    network: Network, lang: str, without: Iterable[str] = ()
) -> tuple[frozenset[str], RemarksByElement]:
    """What is missing in a programme.

    Args:
        network: The whole programme.
        lang: The language of the words.
        without: Names of gaps that are not told.

    Returns:
        The gaps that a whole kind of elements has, by their names in ``GAP_REMARKS``; and all
        others in words, by element.
    """
    orphans = network.orphans()
    names = [name for name in GAP_REMARKS if name not in without]
    common_gaps = _find_common_gaps(network, orphans, names)
    remarks: RemarksByElement = {}
    for name in names:
        if name not in common_gaps:
            words = GAP_REMARKS[name].in_language(lang)
            for element in _elements_with_gap(orphans, name):
                remarks.setdefault(element.id, []).append(words)
    return common_gaps, remarks


def _elements_with_gap(orphans: Orphans, name: str) -> Sequence[Element]:
    elements: Sequence[Element] = getattr(orphans, name)
    return elements


def _find_common_gaps(
    network: Network, orphans: Orphans, names: Iterable[str]
) -> frozenset[str]:
    """The gaps that all goals, targets or efforts have, if these are not too few to tell so."""
    sizes = {
        "goals": len(network.goals),
        "targets": len(network.targets),
        "efforts": len(network.efforts),
    }
    common_gaps: set[str] = set()
    for name in names:
        size = sizes[name.partition("_")[0]]
        if (
            size >= LEAST_COMMON
            and len(_elements_with_gap(orphans, name)) == size
        ):
            common_gaps.add(name)
    return frozenset(common_gaps)
