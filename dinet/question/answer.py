"""A question asked of a network: which elements answer it, and what shows that they do."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dinet.language import CountedSentence, Sentence
from dinet.model import Element, Kind, Place
from dinet.network import Network
from dinet.question.asked_question import NamedElements, Question
from dinet.question.field_conditions import (
    CompareNumber,
    CompareText,
    FieldState,
)
from dinet.question.fields import (
    TEXT_FIELD,
    AskedField,
    FieldWords,
    OwnColumn,
)
from dinet.question.link_conditions import (
    CountLinked,
    HasLinked,
    Related,
    StatedLink,
    silent_kinds,
)
from dinet.question.logic import (
    AllOf,
    AnyOf,
    Asking,
    Condition,
    Group,
    Negation,
)
from dinet.question.parser import parse_question
from dinet.question.words import QuestionWords
from dinet.wording.labels import KIND_NAMES

_MOST_NEAREST = 4
"""Of what an element is linked with: three are shown, and whether there are more."""
_MOST_NAMED = 5
"""Ids in a remark; of more only the number is told."""

LinkProof = HasLinked | CountLinked | Related
FieldProof = FieldState | CompareText | CompareNumber


class LinkedElements(NamedTuple):
    """What an element is linked with, as far as it was asked.

    Args:
        group: What was asked for.
        total: How many of these it is linked with.
        nearest: The first few of them, the nearest first.
    """

    group: Sentence
    total: int
    nearest: tuple[Element, ...]


class AnsweringElement(NamedTuple):
    """One element of an answer.

    Args:
        element: Itself.
        fields: What it has in each field that was asked for, in the order of ``Answer.fields``;
            words that leave it open among them.
        linked: What it is linked with, for each link that was asked for.
        places: The cells of the field when one was asked for, else of the element.
    """

    element: Element
    fields: tuple[tuple[str, ...], ...]
    linked: tuple[LinkedElements, ...]
    places: tuple[Place, ...]


class Answer(NamedTuple):
    """What a network answers to a question.

    Args:
        question: As it was understood.
        elements: Those of which the document says that it holds, in the order of the programme.
        unsaid: Those of which the document does not say whether it holds.
        fields: What was asked for of each element.
        groups: The links that were asked for.
        remarks: What a reader should know before trusting the number.
    """

    question: Question
    elements: tuple[AnsweringElement, ...]
    unsaid: tuple[Element, ...]
    fields: tuple[AskedField, ...]
    groups: tuple[Sentence, ...]
    remarks: tuple[Sentence, ...]


def ask_network(network: Network, text: str, lang: str) -> Answer:
    """The answer of a network to a question.

    Args:
        network: Of the document.
        text: The question, in Dutch or English.
        lang: The language of the reader, whose points and commas numbers have.

    Raises:
        QuestionError: The question cannot be understood, or names what the document does not
            have.

    Example:
        >>> from dinet.model import Goal, Programme
        >>> network = Network(Programme(elements=(Goal(id="D1", text="Meer sport"),)))
        >>> [each.element.id for each in ask_network(network, "doelen ~ sport", "nl").elements]
        ['D1']
    """
    question = parse_question(text, QuestionWords(network), lang)
    return answer_question(network, question)


def answer_question(network: Network, question: Question) -> Answer:
    """The answer to a question that was understood."""
    asking = Asking(network)
    verdict = question.choose_elements(asking)
    fields, links = _proofs_of(question)
    return Answer(
        question,
        tuple(_answering_elements(asking, verdict.yes, fields, links)),
        tuple(asking.elements_at(verdict.unsaid)),
        tuple(fields),
        tuple(link.linked.group.short_label() for link in links),
        tuple(_all_remarks(asking, question, len(verdict.unsaid))),
    )


def judged_elements(
    network: Network, question: Question
) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """The elements that answer a question, and those of which the document does not say it."""
    asking = Asking(network)
    verdict = question.choose_elements(asking)
    return (
        tuple(asking.elements_at(verdict.yes)),
        tuple(asking.elements_at(verdict.unsaid)),
    )


def _answering_elements(
    asking: Asking,
    positions: frozenset[int],
    fields: Sequence[AskedField],
    links: Sequence[LinkProof],
) -> Iterator[AnsweringElement]:
    linked = [_linked_lists(asking, positions, link) for link in links]
    for position in sorted(positions):
        element = asking.elements[position]
        texts = tuple(_field_texts(field, element) for field in fields)
        places = element.places
        if len(fields) == 1 and not links:
            places = fields[0].places_in(element)
        ends = tuple(each[position] for each in linked)
        yield AnsweringElement(element, texts, ends, places)


def _field_texts(field: AskedField, element: Element) -> tuple[str, ...]:
    """What stands in a field, also what leaves it open."""
    texts = (*field.texts_of(element), *field.open_texts(element))
    return tuple(dict.fromkeys(texts))


def _linked_lists(
    asking: Asking, positions: frozenset[int], link: LinkProof
) -> dict[int, LinkedElements]:
    """What each of some elements is linked with."""
    group = link.linked.group.as_clause()
    chosen = link.linked.group.choose_elements(asking).yes
    counts = link.linked.counts_of(asking, positions, chosen, link.side)
    nearest = link.linked.nearest_of(
        asking, positions, link.side, _MOST_NEAREST
    )
    return {
        position: LinkedElements(
            group,
            counts[position],
            tuple(map(asking.elements.__getitem__, nearest[position])),
        )
        for position in positions
    }


# what a question asks for


def _proofs_of(question: Question) -> tuple[list[AskedField], list[LinkProof]]:
    """The fields and links whose values show that an element answers, each once.

    What must be missing shows nothing.
    """
    fields: dict[AskedField, None] = {}
    links: dict[object, LinkProof] = {}
    for condition, negated in _leaf_conditions(question.condition):
        if isinstance(condition, FieldProof) and _shows_field(condition):
            fields[condition.field] = None
        if isinstance(condition, CountLinked) or (
            isinstance(condition, LinkProof) and not negated
        ):
            links.setdefault((condition.linked, condition.side), condition)
    return list(fields), list(links.values())


def _shows_field(condition: FieldProof) -> bool:
    """The text stands in every answer, and what must be empty shows nothing."""
    return condition.field != TEXT_FIELD and not _is_empty(condition)


def _is_empty(condition: Condition) -> bool:
    return isinstance(condition, FieldState) and condition.state == "empty"


def _leaf_conditions(
    condition: Condition | None, *, negated: bool = False
) -> Iterator[tuple[Condition, bool]]:
    """The conditions that are not made of others, and whether ``niet`` stands before them."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from _leaf_conditions(part, negated=negated)
    elif isinstance(condition, Negation):
        yield from _leaf_conditions(condition.part, negated=not negated)
    elif condition is not None:
        yield condition, negated


def names_in(question: Question) -> Iterator[OwnColumn | NamedElements]:
    """The columns and the named elements that a question needs, at any depth."""
    for condition, _ in _leaf_conditions(question.condition):
        if isinstance(condition, FieldProof):
            if isinstance(condition.field, OwnColumn):
                yield condition.field
        elif isinstance(condition, StatedLink):
            yield from _names_in_group(condition.group)
        elif isinstance(condition, LinkProof):
            yield from _names_in_group(condition.linked.group)
            yield from _names_in_group(condition.linked.via)


def _names_in_group(
    group: Group | None,
) -> Iterator[OwnColumn | NamedElements]:
    if isinstance(group, NamedElements):
        yield group
    elif isinstance(group, Question):
        yield from names_in(group)


def missing_names(network: Network, question: Question) -> list[Sentence]:
    """What a kept question names and a document does not have; empty when it can be asked."""
    words = QuestionWords(network)
    missing: list[Sentence] = []
    for name in names_in(question):
        if isinstance(name, OwnColumn):
            if words.column_named(name.heading) is None:
                missing.append(
                    Sentence(
                        "the document has no column “{text}”.",
                        text=name.heading,
                    )
                )
            continue
        missing += [
            Sentence("there is no element {id} in this programme.", id=each)
            for each in name.ids
            if each not in network
        ]
    return missing


def missing_in(question: Question) -> Literal["row", "document"] | None:
    """Where what answers a question misses something: on its row, or anywhere; None if nothing.

    Reading may have lost it there.
    """
    leaves = list(_leaf_conditions(question.condition))
    for condition, negated in leaves:
        if isinstance(condition, CountLinked) and condition.sign in _FEW:
            return "document"
        if negated and isinstance(condition, LinkProof):
            return "document"
    if any(_is_empty(condition) for condition, _ in leaves):
        return "row"
    return None


_FEW = ("<", "<=", "=")
"""Signs of a number of links that is too low when a link was not read."""


# what a reader should know


def _all_remarks(
    asking: Asking, question: Question, unsaid: int
) -> Iterator[Sentence]:
    among = asking.positions_of(question.kinds)
    yield from dict.fromkeys(_open_remarks(asking, question, among))
    if unsaid:
        yield from dict.fromkeys(_silence_remarks(asking, question, among))


def _open_remarks(
    asking: Asking, question: Question, among: frozenset[int]
) -> Iterator[Sentence]:
    """Of each field that must be empty: where it is not, but still open."""
    for condition, negated in _leaf_conditions(question.condition):
        if not isinstance(condition, FieldState) or negated:
            continue
        if not _is_empty(condition):
            continue
        field = condition.field
        found = [
            element
            for element in asking.elements_at(among)
            if field.open_texts(element)
        ]
        if found:
            yield CountedSentence(
                "Of {count} element {field} is still open, which is not empty: {ids}.",
                "Of {count} elements {field} is still open, which is not empty: {ids}.",
                len(found),
                field=FieldWords(field),
                ids=name_elements(found),
            )


def _silence_remarks(
    asking: Asking, question: Question, among: frozenset[int]
) -> Iterator[Sentence]:
    """Between which kinds the document names no link at all."""
    for condition, _ in _leaf_conditions(question.condition):
        group = _group_of(condition)
        if group is None:
            continue
        others = group.kinds_in(asking)
        for kind in silent_kinds(asking, among, group):
            for other in asking.of_kind:
                if other in others - {kind}:
                    yield _silence_sentence(kind, other)


def _group_of(condition: Condition) -> Group | None:
    if isinstance(condition, LinkProof):
        return condition.linked.group
    return condition.group if isinstance(condition, StatedLink) else None


def _silence_sentence(kind: Kind, other: Kind) -> Sentence:
    return Sentence(
        "The document names no link between {kinds} and {others}.",
        kinds=Sentence(KIND_NAMES[kind].many),
        others=Sentence(KIND_NAMES[other].many),
    )


def name_elements(elements: Sequence[Element]) -> str:
    """The ids of the first few elements, and how many more there are."""
    ids = ", ".join(element.id for element in elements[:_MOST_NAMED])
    more = len(elements) - _MOST_NAMED
    return f"{ids} … (+{more})" if more > 0 else ids
