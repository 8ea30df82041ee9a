"""What a person can be asked about links, one question at a time, and what a form answered.

A page in which these are settled shows each question with the elements that it is about, and keeps
all that a form said already.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from dinet.interpret.mapping.mapping_form import (
    LINK_LISTS,
    MAPPING_SUFFIX,
    elements_under_key,
    key_of_element,
    open_questions,
)
from dinet.model import Effort, Element, Programme
from dinet.native.tree import Fields, LeftOpen, Series, Value
from dinet.network import Network

PlainAnswers = Mapping[str, object]
"""A form without the places of its words: texts, lists and mappings."""
_NATIVE_ENDINGS = (".din.yaml", ".din.yml")


class LinkQuestion(NamedTuple):
    """What is to be said of some elements.

    Args:
        list_name: The list of the form in which the answer stands.
        key: What it stands under.
        ids: The elements that it is about; one, or those of a group.
    """

    list_name: str
    key: str
    ids: tuple[str, ...]


def link_questions(
    programme: Programme, answers: PlainAnswers
) -> list[LinkQuestion]:
    """What a document leaves open, and what a form answered of that.

    Args:
        programme: As it was read, with what the form stated.
        answers: The form with which it was read; empty without one.

    Returns:
        Groups first, then elements in the order of the programme. Empty when nothing is open and
        nothing was answered.

    Example:
        >>> from dinet.model import Goal
        >>> goal = Goal(id="D1", text="Meer sport")
        >>> effort = Effort(id="I1", text="Een hal bouwen")
        >>> [one.key for one in link_questions(Programme(elements=(goal, effort)), {})]
        ['I1 Een hal bouwen']
    """
    asked = {
        (one.list_name, one.key): one
        for one in (
            *_unanswered_questions(programme),
            *_answered_questions(programme, answers),
        )
    }
    order = {element.id: at for at, element in enumerate(programme.elements)}

    def place_of(question: LinkQuestion) -> tuple[int, int]:
        at = LINK_LISTS.index(question.list_name)
        return at, min(order[element_id] for element_id in question.ids)

    return sorted(asked.values(), key=place_of)


def _unanswered_questions(programme: Programme) -> Iterator[LinkQuestion]:
    known = {element.id: element for element in programme.elements}
    for name, asked in open_questions(programme).items():
        for key, _ in asked:
            yield from _question_on(name, key, known)
    for element in Network(programme).orphans().unknown:
        yield from _question_on_effort(element)
    for element in Network(programme).orphans().efforts_without_goal:
        yield from _question_on_effort(element)


def _question_on_effort(element: Element) -> Iterator[LinkQuestion]:
    """A form asks of a group as a whole; of one effort of it a person may know more."""
    if isinstance(element, Effort):
        key = key_of_element(element)
        yield LinkQuestion("inspanningen", key, (element.id,))


def _answered_questions(
    programme: Programme, answers: PlainAnswers
) -> Iterator[LinkQuestion]:
    known = {element.id: element for element in programme.elements}
    for name in LINK_LISTS:
        members = answers.get(name)
        if isinstance(members, Mapping):
            for key, served in members.items():
                yield from _question_on(name, key, known) if served else ()


def _question_on(
    name: str, key: str, known: Mapping[str, Element]
) -> Iterator[LinkQuestion]:
    """A question on what a key names; nothing when it names nothing any more."""
    ids = tuple(element.id for element in elements_under_key(name, key, known))
    if ids:
        yield LinkQuestion(name, key, ids)


def plain_answers(form: Value) -> PlainAnswers:
    """What a form says, without the places of its words; empty for what is no form.

    Example:
        >>> from dinet.native.tree import MarkedText
        >>> plain_answers(MarkedText("doel"))
        {}
    """
    plain = _plain_value(form)
    return plain if isinstance(plain, dict) else {}


def _plain_value(value: Value) -> object:
    if isinstance(value, Fields):
        return {
            str(key): _plain_value(member) for key, member in value.items()
        }
    if isinstance(value, Series):
        return [_plain_value(member) for member in value]
    return None if isinstance(value, LeftOpen) else str(value)


def form_name(document: str) -> str:
    """What the form for a document is called.

    Example:
        >>> form_name("map/plan 1.din.yaml")
        'plan 1.koppeling.yaml'
        >>> form_name("")
        'plan.koppeling.yaml'
    """
    name = PurePath(document).name
    for ending in (*_NATIVE_ENDINGS, PurePath(name).suffix):
        if ending and name.casefold().endswith(ending.casefold()):
            name = name[: -len(ending)]
            break
    return (name or "plan") + MAPPING_SUFFIX
