"""What a comparison of two versions says, in sections: every output tells these, in this order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dinet.language import CountedSentence, Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.network.grades import grade_name
from dinet.report.versions.finding_rows import (
    added_rows,
    findings_in_words,
    solved_rows,
)
from dinet.report.versions.version_row import VersionRow
from dinet.versions.changes import ChangeKind, Effect, ElementChange
from dinet.versions.division import DividedElement
from dinet.versions.links import ChangedLink
from dinet.versions.pairing import PairedElements
from dinet.versions.version_comparison import (
    ChangedGrade,
    ComparedPair,
    VersionComparison,
)
from dinet.vocabulary.folding import fold_text
from dinet.wording.labels import KIND_NAMES, LINK_NAMES
from dinet.wording.similarity import content_words

CHANGE_NAMES: dict[ChangeKind, Sentence] = {
    "reworded": Sentence("other words"),
    "value": Sentence("value"),
    "deadline": Sentence("deadline"),
    "baseline": Sentence("baseline"),
    "source": Sentence("source"),
    "owner": Sentence("owner"),
    "period": Sentence("period"),
    "budget": Sentence("money"),
    "moved": Sentence("serves"),
    "kind": Sentence("kind of element"),
}
EFFECT_NAMES: dict[Effect, Sentence] = {
    "stricter": Sentence("stricter"),
    "softer": Sentence("softer"),
    "later": Sentence("later"),
    "earlier": Sentence("earlier"),
}
"""What a change asks, where its words tell."""
_MOST_WORDS = 6
"""That are named of two texts: enough to see whether they are about one thing."""
_SIGNS = "().,;:!?\"'“”‘’"
"""At a word, as prose has them."""
_ASKED: frozenset[ChangeKind] = frozenset({"value", "deadline", "baseline"})
_ARRANGED: frozenset[ChangeKind] = frozenset(
    {"source", "owner", "period", "budget", "kind"}
)


@dataclass(frozen=True, slots=True)
class VersionSection:
    """The rows about one kind of difference; there is always at least one."""

    name: str
    title: Sentence
    rows: tuple[VersionRow, ...]


def list_sections(
    comparison: VersionComparison,
) -> tuple[VersionSection, ...]:
    """The sections that have something to tell, what weighs most first.

    Empty when both versions are equal.
    """
    sections = (
        VersionSection(name, title, tuple(rows))
        for name, title, rows in _all_sections(comparison)
    )
    return tuple(section for section in sections if section.rows)


_Section = tuple[str, Sentence, Iterable[VersionRow]]


def _all_sections(comparison: VersionComparison) -> Iterator[_Section]:
    pairs, findings = comparison.pairs, comparison.findings
    yield "gone", Sentence("Gone"), _gone_rows(comparison)
    yield "new", Sentence("New"), _new_rows(comparison)
    asked = Sentence("Targets that ask something else")
    yield "asked", asked, _rows_about(pairs, _ASKED)
    covered = Sentence("Covered better or worse by efforts")
    sides = _BothSides(comparison)
    yield "coverage", covered, map(sides.grade_row, comparison.grades)
    moved = Sentence("Moved to another aim")
    yield "moved", moved, _moved_rows(comparison)
    split = Sentence("Perhaps split")
    yield "split", split, map(_split_row, comparison.split)
    merged = Sentence("Perhaps merged")
    yield "merged", merged, map(_merged_row, comparison.merged)
    suspect = Sentence("Links to look at: what they serve asks something else")
    yield "suspect", suspect, map(sides.suspect_row, comparison.suspect_links)
    yield from _link_sections(comparison, sides)
    arranged = Sentence("Owner, period, money, source or kind")
    yield "arranged", arranged, _rows_about(pairs, _ARRANGED)
    reworded = Sentence("Said in other words")
    yield "reworded", reworded, map(_pair_row, _only_reworded(pairs))
    yield "findings_new", Sentence("New findings"), added_rows(findings)
    yield "findings_solved", Sentence("Solved findings"), solved_rows(findings)


def _link_sections(
    comparison: VersionComparison, sides: "_BothSides"
) -> Iterator[_Section]:
    gone = Sentence("Links that are gone")
    yield "gone_links", gone, map(sides.gone_link_row, comparison.gone_links)
    new = Sentence("Links that are new")
    yield "new_links", new, map(sides.new_link_row, comparison.new_links)


# --- rows ---------------------------------------------------------------------------------------


def _gone_rows(comparison: VersionComparison) -> Iterator[VersionRow]:
    for element in comparison.gone:
        served = _ids_in_words(comparison.old.serves(element))
        facts = (Sentence("it served {served}", served=served),)
        yield VersionRow((element,), (), facts if served else ())


def _new_rows(comparison: VersionComparison) -> Iterator[VersionRow]:
    for element in comparison.added:
        served = _ids_in_words(comparison.new.serves(element))
        facts = (Sentence("it serves {served}", served=served),)
        yield VersionRow((), (element,), facts if served else ())


def _ids_in_words(elements: Iterable[Element]) -> str:
    return ", ".join(element.id for element in elements)


def _split_row(divided: DividedElement) -> VersionRow:
    return VersionRow((divided.whole,), divided.parts, is_doubtful=True)


def _merged_row(divided: DividedElement) -> VersionRow:
    return VersionRow(divided.parts, (divided.whole,), is_doubtful=True)


def _rows_about(
    pairs: Sequence[ComparedPair], kinds: frozenset[ChangeKind]
) -> Iterator[VersionRow]:
    """The pairs with a change of one of some kinds, with these changes as facts."""
    for pair in pairs:
        changes = [change for change in pair.changes if change.kind in kinds]
        if changes:
            yield _row_of_pair(pair.paired, map(change_in_words, changes))


def _moved_rows(comparison: VersionComparison) -> Iterator[VersionRow]:
    """What serves another aim, with the words of both: an id tells little in another version."""
    for pair in comparison.pairs:
        for change in pair.changes:
            if change.kind == "moved":
                was = _aims_in_words(comparison.old, change.old)
                becomes = _aims_in_words(comparison.new, change.new)
                fact = Sentence(
                    "served {old}; serves {new}", old=was, new=becomes
                )
                yield _row_of_pair(pair.paired, [fact])


def _aims_in_words(network: Network, ids: str) -> str:
    """The ids of a change with their texts; as they stand where an id holds a comma itself."""
    names = ids.split(", ")
    if not all(name in network for name in names):
        return ids
    return "; ".join(f"{name} {network[name].text}" for name in names)


def _only_reworded(pairs: Sequence[ComparedPair]) -> Iterator[ComparedPair]:
    for pair in pairs:
        if {change.kind for change in pair.changes} == {"reworded"}:
            yield pair


def _pair_row(pair: ComparedPair) -> VersionRow:
    return _row_of_pair(pair.paired, ())


def _row_of_pair(
    paired: PairedElements, facts: Iterable[Sentence]
) -> VersionRow:
    is_doubtful = paired.certainty == "likely"
    told = (*facts, reason_in_words(paired)) if is_doubtful else tuple(facts)
    return VersionRow((paired.old,), (paired.new,), told, is_doubtful)


class _BothSides:
    """Rows about an element of which only one side is told: it stands in both versions.

    Args:
        comparison: Of both versions.
    """

    def __init__(self, comparison: VersionComparison) -> None:
        pairs = [pair.paired for pair in comparison.pairs]
        self._old = {pair.new.id: pair.old for pair in pairs}
        self._new = {pair.old.id: pair.new for pair in pairs}

    def grade_row(self, changed: ChangedGrade) -> VersionRow:
        """An aim that is covered otherwise."""
        return self._row_of_new(changed.element, grade_in_words(changed))

    def new_link_row(self, link: ChangedLink) -> VersionRow:
        """What serves something that it did not serve."""
        return self._row_of_new(link.start, _link_words(link))

    def suspect_row(self, link: ChangedLink) -> VersionRow:
        """What serves something that asks something else."""
        reasons = map(change_in_words, link.reasons)
        return self._row_of_new(link.start, _link_words(link), *reasons)

    def gone_link_row(self, link: ChangedLink) -> VersionRow:
        """What no longer serves what it served."""
        new = self._new[link.start.id]
        return VersionRow((link.start,), (new,), (_link_words(link),))

    def _row_of_new(self, element: Element, *facts: Sentence) -> VersionRow:
        return VersionRow((self._old[element.id],), (element,), facts)


# --- words -----------------------------------------------------------------------------------


def change_in_words(change: ElementChange) -> Sentence:
    """What changed from what to what, and what that asks."""
    blanks = {
        "name": CHANGE_NAMES[change.kind],
        "old": _side_in_words(change, change.old),
        "new": _side_in_words(change, change.new),
    }
    effect = EFFECT_NAMES.get(change.effect)
    if effect:
        return Sentence(
            "{name}: {old} → {new} ({effect})", effect=effect, **blanks
        )
    return Sentence("{name}: {old} → {new}", **blanks)


def reason_in_words(paired: PairedElements) -> Sentence:
    """Why two elements are taken for one: words of both, or else what hangs with them."""
    in_new = content_words(paired.new.text)
    spoken = fold_text(paired.old.text).split()
    bare = dict.fromkeys(word.strip(_SIGNS) for word in spoken)
    shared = [word for word in bare if word in in_new]
    if paired.ground == "neighbours" or not shared:
        return Sentence(
            "taken for one by what hangs with it and by words of like meaning"
        )
    words = ", ".join(shared[:_MOST_WORDS])
    return Sentence("both say: {words}", words=words)


def _side_in_words(change: ElementChange, words: str) -> object:
    """The words of one side of a change; the kind of an element by its name."""
    if not words:
        return Sentence("nothing")
    if change.kind == "kind":
        return Sentence(_KIND_WORDS[words])
    return words


_KIND_WORDS = {str(kind): names.one for kind, names in KIND_NAMES.items()}


def _link_words(link: ChangedLink) -> Sentence:
    words = Sentence(LINK_NAMES[link.kind].forward)
    return Sentence(
        "{link} {id}: {text}", link=words, id=link.end.id, text=link.end.text
    )


def grade_in_words(changed: ChangedGrade) -> Sentence:
    """How an aim was covered and is now, and by how many efforts."""
    of_goals = changed.element.kind == "goal"
    return Sentence(
        "covered: {old} ({old_efforts}) → {new} ({new_efforts})",
        old=grade_name(changed.old, of_goals=of_goals),
        new=grade_name(changed.new, of_goals=of_goals),
        old_efforts=_count_efforts(changed.old_efforts),
        new_efforts=_count_efforts(changed.new_efforts),
    )


def _count_efforts(count: int) -> Sentence:
    return CountedSentence("{count} effort", "{count} efforts", count)


def changes_in_one_sentence(
    comparison: VersionComparison, old_name: str
) -> Sentence:
    """How many elements are gone, new and changed, for who has a minute.

    Those that were split or merged count as gone in the old version and as new in this one.
    """
    sums = comparison.sums
    return Sentence(
        "Since {old}: {gone} gone, {added} new, {changed} changed.",
        old=old_name,
        gone=sums.gone + sums.split_old + sums.merged_old,
        added=sums.added + sums.split_new + sums.merged_new,
        changed=sum(bool(pair.changes) for pair in comparison.pairs),
    )


def sums_in_words(comparison: VersionComparison) -> tuple[Sentence, ...]:
    """What became of the elements of the old version, and where those of the new come from.

    And what became of the findings, when both were audited.
    """
    sums = comparison.sums
    changed = sum(bool(pair.changes) for pair in comparison.pairs)
    was = Sentence(
        "Was {old} elements: {paired} stayed, {changed} of them changed; "
        "{gone} gone, {split} split, {merged} merged.",
        old=sums.old,
        paired=sums.paired,
        changed=changed,
        gone=sums.gone,
        split=sums.split_old,
        merged=sums.merged_old,
    )
    becomes = Sentence(
        "Becomes {new} elements: {paired} stayed, {added} new, "
        "{split} from a split, {merged} from a merger.",
        new=sums.new,
        paired=sums.paired,
        added=sums.added,
        split=sums.split_new,
        merged=sums.merged_new,
    )
    return was, becomes, *_finding_sums(comparison)


def _finding_sums(comparison: VersionComparison) -> Iterator[Sentence]:
    """What became of the findings; nothing when both versions were not audited."""
    findings = comparison.findings
    if findings is None:
        return
    yield findings_in_words(findings)
    # met: one annex as a workbook, where two efforts stand in the sheet of the planning alone
    if comparison.is_equal and (findings.solved or findings.added):
        yield Sentence(
            "No element and no link differs, only how the documents say it."
        )
