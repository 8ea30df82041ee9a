"""What is told under the text of a box.

What is missing there, what the rules found, and how well efforts cover it.
"""

from collections.abc import Iterable, Iterator, Sequence

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Element, Target
from dinet.network import Grade, Network, Orphans, grade_name

GAP_REMARKS = {
    "goals_without_effort": Sentence("! no effort"),
    "goals_on_shared_target": Sentence("! no effort of its own"),
    "goals_without_target": Sentence("! no target"),
    "goals_measured_below": Sentence("! no target of its own"),
    "targets_without_goal": Sentence("! no goal"),
    "targets_without_effort": Sentence("! no effort of its own"),
    "efforts_without_goal": Sentence("! no goal"),
    "unknown": Sentence("? not said what serves what"),
}
NO_EFFORT_AT_ALL = Sentence("! no effort")
"""In place of no effort of its own, where a target has none through its goal either."""
COVERAGE_GAPS = (
    "goals_without_effort",
    "goals_on_shared_target",
    "targets_without_effort",
)
"""The gaps that a grade of coverage tells too."""
GRADE_SIGNS = {
    Grade.DIRECT: "✓",
    Grade.OWN_TARGET: "✓",
    Grade.THROUGH_GOAL: "±",
    Grade.GOAL_BELOW: "±",
    Grade.SHARED_TARGET: "!",
    Grade.NONE: "!",
    Grade.UNKNOWN: "?",
}
"""The sign before each grade: it has efforts of its own, some by another way, none, or unknown."""
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
        element the grade of coverage, the gaps or findings, the notes of the profile, and then
        the note of a target.
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
    _add_remarks(remarks, profile.notes)
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
        grade = network.grade(element)
        words = Sentence(
            "{sign} efforts: {grade}",
            sign=GRADE_SIGNS[grade],
            grade=grade_name(grade, of_goals=element.kind == "goal"),
        )
        yield element.id, words.in_language(lang)


def _finding_remarks(
    findings: Iterable[Finding], lang: str
) -> Iterator[tuple[str, str]]:
    """Every finding at what it is about; one about a link at where the link begins.

    What is about the programme as a whole stands in no box.
    """
    for finding in findings:
        for element_id in finding.ids[:1]:
            yield element_id, f"! {finding.code}"
            yield element_id, finding.whole_sentence.in_language(lang)


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
            for element in _elements_with_gap(orphans, name):
                words = _gap_words(network, element, name)
                remarks.setdefault(element.id, []).append(
                    words.in_language(lang)
                )
    return common_gaps, remarks


def _gap_words(network: Network, element: Element, name: str) -> Sentence:
    is_target_gap = name == "targets_without_effort"
    if is_target_gap and network.grade(element) is Grade.NONE:
        return NO_EFFORT_AT_ALL
    return GAP_REMARKS[name]


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
    # that nothing is said of what serves what is told once, however few it is about
    common_gaps = {"unknown"} if orphans.unknown else set()
    for name in names:
        if name == "unknown":
            continue
        size = sizes[name.partition("_")[0]]
        if (
            size >= LEAST_COMMON
            and len(_elements_with_gap(orphans, name)) == size
        ):
            common_gaps.add(name)
    return frozenset(common_gaps)
