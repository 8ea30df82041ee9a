"""Which elements look like one, and may be asked of a person one pair at a time."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dinet.interpret.mapping.link_questions import LinkQuestion, PlainAnswers
from dinet.interpret.mapping.mapping_questions import (
    merged_texts,
    possible_duplicates,
)
from dinet.model import Element, Programme
from dinet.vocabulary.folding import fold_text

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
        what a form answered and can be taken back. Last, under their two texts, what reading made
        one although the words differ, and what a form took apart again.

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
    of_texts = list(_text_questions(programme, answers))
    # two that a form took apart by their texts still look alike: that is asked once
    asked = {frozenset(question.ids) for question in of_texts}
    left = (pair for pair in pairs if frozenset(pair) not in asked)
    of_ids = [LinkQuestion(SAME, " ".join(pair), pair) for pair in left]
    return [*of_ids, *of_texts]


def key_of_texts(one: str, other: str) -> str:
    """What a question on two texts stands under.

    Example:
        >>> key_of_texts("Een hal", "De hal")
        '["Een hal", "De hal"]'
    """
    return json.dumps([one, other], ensure_ascii=False)


def names_in_key(key: str) -> tuple[str, ...]:
    """The two ids, or the two texts, that the key of a question names; empty when it names none.

    Example:
        >>> names_in_key("I1 I2"), names_in_key('["Een hal", "De hal"]')
        (('I1', 'I2'), ('Een hal', 'De hal'))
    """
    if not key.startswith("["):
        return tuple(key.split())
    try:
        names = json.loads(key)
    except ValueError:
        return ()
    return tuple(name for name in names if isinstance(name, str))


def is_pair_of_texts(names: Sequence[str], programme: Programme) -> bool:
    """Whether two texts are those of elements of one kind, or of one element.

    Args:
        names: The texts.
        programme: As it was read.
    """
    texts = elements_by_text(programme)
    known = [texts.get(fold_text(name)) for name in names]
    kinds = {element.kind if element else "" for element in known}
    return len(set(names)) == _ONE_PAIR and len(kinds) == 1 and "" not in kinds


def elements_by_text(programme: Programme) -> dict[str, Element]:
    """The first element that has each text, folded, as its own or as another wording."""
    texts: dict[str, Element] = {}
    for element in programme.elements:
        for text in (element.text, *element.wordings):
            texts.setdefault(fold_text(text), element)
    return texts


def _text_questions(
    programme: Programme, answers: PlainAnswers
) -> Iterator[LinkQuestion]:
    """What reading made one although the words differ, and what a form says of two texts."""
    texts = elements_by_text(programme)
    asked: dict[frozenset[str], tuple[str, ...]] = {}
    for names in (*merged_texts(programme), *_answered_pairs(answers)):
        asked.setdefault(frozenset(map(fold_text, names)), names)
    for names in asked.values():
        if is_pair_of_texts(names, programme):
            ids = dict.fromkeys(texts[fold_text(name)].id for name in names)
            key = key_of_texts(*names)
            yield LinkQuestion(SAME, key, tuple(ids))


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
