"""Which elements look like one, and may be asked of a person one pair at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dinet.interpret.mapping.link_questions import LinkQuestion, PlainAnswers
from dinet.interpret.mapping.mapping_questions import possible_duplicates
from dinet.model import Programme

SAME, APART = "zelfde", "niet-zelfde"
VERDICTS = (SAME, APART)
"""The lists of a form, one of which is the answer to a question on a pair."""
_ONE_PAIR = 2
"""Elements: of more together nobody can say in one answer which are the same."""


def sameness_questions(
    programme: Programme, found: Iterable[Sequence[str]], answers: PlainAnswers
) -> list[LinkQuestion]:
    """The pairs of elements of which a person may say whether they are one.

    Args:
        programme: As it was read.
        found: Pairs of ids that rules found to be alike.
        answers: The form with which the document was read; empty without one.

    Returns:
        Each pair once, under its two ids. First what reading doubted, then what rules found, then
        what a form answered and can be taken back.

    Example:
        >>> from dinet.model import Effort
        >>> plan = Programme(elements=(Effort(id="I1", text="Hal"), Effort(id="I2", text="Les")))
        >>> [pair.key for pair in sameness_questions(plan, [("I2", "I1")], {})]
        ['I1 I2']
    """
    kinds = {element.id: element.kind for element in programme.elements}
    order = {element_id: at for at, element_id in enumerate(kinds)}
    pairs: dict[tuple[str, ...], None] = {}
    for names in (
        *_pairs_in(possible_duplicates(programme)),
        *found,
        *_answered_pairs(answers),
    ):
        if len(set(names)) == _ONE_PAIR and is_pair(names, kinds):
            pairs[tuple(sorted(names, key=order.__getitem__))] = None
    return [LinkQuestion(SAME, " ".join(pair), pair) for pair in pairs]


def is_pair(names: Sequence[str], kinds: Mapping[str, str]) -> bool:
    """Whether ids are those of two elements of one kind.

    Args:
        names: The ids.
        kinds: The kind of every element, by its id.
    """
    known = [kinds[name] for name in names if name in kinds]
    return len(names) == len(known) == _ONE_PAIR and len(set(known)) == 1


def _pairs_in(groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The first of each group with every other."""
    for first, *others in groups:
        yield from ((first, other) for other in others)


def _answered_pairs(answers: PlainAnswers) -> Iterator[tuple[str, ...]]:
    for verdict in VERDICTS:
        groups = answers.get(verdict)
        for names in groups if isinstance(groups, list) else ():
            if isinstance(names, list):
                yield tuple(map(str, names))
