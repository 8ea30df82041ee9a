"""The mapping file: a short form in which a person says what the document left open, and that is then stated.

    koppeling: 1
    document: plan.docx
    groepen:
      "kolom 1": [D1, D4]
    doelen:
      "D7 Kinderen worden meer gestimuleerd …": D2

Groups are the columns or headings under which efforts stand; the other lists name elements by
id. What is left empty stays open. The words behind an id are checked against the document, so
an old form does not quietly map other elements.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from dinet.document.notes import shorten_text
from dinet.errors import did_you_mean
from dinet.language import Sentence, translate_words
from dinet.model import (
    Effort,
    Element,
    Goal,
    Link,
    LinkKind,
    Place,
    Programme,
    Target,
    natural_link_kind,
)
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, MarkedText, Value, values_of
from dinet.network import Network
from dinet.vocabulary.active_dialect import active_dialect
from dinet.vocabulary.folding import fold_text

MAPPING_SUFFIX = ".koppeling.yaml"
_LISTS = ("groepen", "inspanningen", "smart-doelen", "doelen")
_HEAD = ("koppeling", "document")
_SETTLED = {
    "group_unexplained": ("groepen",),
    "levels_unlinked": ("doelen",),
    "list_unlinked": ("groepen", "inspanningen", "smart-doelen"),
}
"""Which lists of the form answer a note: it goes when none of them has a question left."""


def mapping_form(programme: Programme) -> str | None:
    """The form to fill in for a programme, or None when its document leaves nothing open.

    Returns:
        YAML: the ids that can be filled in as comments, then each open question with an empty list.
    """
    questions = {name: list(found) for name, found in _questions(programme)}
    if not any(questions.values()):
        return None
    lang = programme.lang
    lines = [f"# {translate_words(words, lang)}" for words in _EXPLANATION]
    lines += [
        f"#   {each.id}  {shorten_text(each.text)}"
        for each in programme.elements
        if isinstance(each, Goal | Target)
    ]
    lines += [
        "koppeling: 1",
        f"document: {json.dumps(_document(programme), ensure_ascii=False)}",
    ]
    for name, asked in questions.items():
        if asked:
            lines += [
                f"{name}:",
                *(
                    f"  {json.dumps(key, ensure_ascii=False)}: []{comment}"
                    for key, comment in asked
                ),
            ]
    return "\n".join(lines) + "\n"


_EXPLANATION = (
    "What the document does not say. Put between the brackets which ids are served, such as [D1, S2]; leave empty what is open.",
    "These ids can be filled in:",
)


def _document(programme: Programme) -> str:
    return next(
        (place.file for element in programme.elements for place in element.places), ""
    )


def _questions(programme: Programme) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """Each list of the form: the key of every open question, and what helps to answer it as a comment."""
    network = Network(programme)
    loose = [
        each
        for each in network.orphans().efforts_without_goal
        if isinstance(each, Effort)
    ]
    yield "groepen", _groups(loose)
    yield "inspanningen", ((_key(each), "") for each in loose if each.group is None)
    yield (
        "smart-doelen",
        ((_key(each), "") for each in network.targets if not network.goals_of(each)),
    )
    upper = any(each.level == "strategic" for each in network.goals)
    below = (
        each
        for each in network.goals
        if each.level == "operational" and upper and not network.goals_of(each)
    )
    yield "doelen", ((_key(each), "") for each in below)


def _groups(loose: Iterable[Effort]) -> Iterator[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for effort in loose:
        if effort.group:
            groups.setdefault(effort.group, []).append(effort.text)
    for name, texts in groups.items():
        yield name, "  # " + shorten_text(" · ".join(texts), most=100)


def _key(element: Element) -> str:
    return f"{element.id} {shorten_text(element.text, most=60)}"


def apply_mapping(
    programme: Programme, answers: Value, report: ProblemReport
) -> Programme:
    """The programme with the links that a filled-in form states.

    Args:
        programme: As it was read from the document.
        answers: The tree of the form.
        report: Is told of ids, groups and keys that do not exist.

    Raises:
        DocumentError: The form does not fit the document; all problems with their line and column.
    """
    if not isinstance(answers, Fields):
        report.add_problem(answers.mark, Sentence("this is not a mapping file."))
        raise report.as_error()
    known = {each.id: each for each in programme.elements}
    links = [
        link
        for name, value in answers.items()
        for link in _answered(name, value, known, report)
    ]
    report.raise_problems()
    before = {(link.start, link.end, link.kind) for link in programme.links}
    fresh = tuple(
        link
        for link in dict.fromkeys(links)
        if (link.start, link.end, link.kind) not in before
    )
    whole = Programme(
        identity=programme.identity,
        elements=programme.elements,
        links=(*programme.links, *fresh),
        notes=programme.notes,
    )
    still = {name for name, found in _questions(whole) if any(True for _ in found)}
    notes = tuple(
        note
        for note in whole.notes
        if note.code not in _SETTLED or still.intersection(_SETTLED[note.code])
    )
    return whole.model_copy(update={"notes": notes})


def _answered(
    name: MarkedText, value: Value, known: Mapping[str, Element], report: ProblemReport
) -> Iterator[Link]:
    if name in _HEAD:
        return
    if name not in _LISTS or not isinstance(value, Fields):
        report.add_problem(
            name.mark,
            Sentence("this key means nothing here."),
            *did_you_mean(name, (*_LISTS, *_HEAD)),
        )
        return
    for key, served in value.items():
        starts = _in_group(key, known) if name == "groepen" else _named(key, known)
        ids = values_of(served)
        if not starts and ids:
            report.add_problem(
                key.mark,
                Sentence(
                    "“{key}” is not in this document; was the form made from another version?",
                    key=shorten_text(key),
                ),
            )
        for each in ids:
            yield from _links(starts, each, known, report)


def _in_group(key: str, known: Mapping[str, Element]) -> list[Element]:
    return [each for each in known.values() if each.group == key]


def _named(key: str, known: Mapping[str, Element]) -> list[Element]:
    """The element with the id that a key begins with, if its text still begins with the words behind it."""
    name, _, words = key.partition(" ")
    element = known.get(name)
    same = element is not None and fold_text(element.text).startswith(
        fold_text(words.removesuffix("…"))
    )
    return [element] if element and same else []


def _links(
    starts: Iterable[Element],
    served: Value,
    known: Mapping[str, Element],
    report: ProblemReport,
) -> Iterator[Link]:
    end = known.get(served) if isinstance(served, MarkedText) else None
    if end is None:
        word = served if isinstance(served, MarkedText) else ""
        report.add_problem(
            served.mark,
            Sentence("there is no element {id} in this programme.", id=word),
            *did_you_mean(word, known),
        )
        return
    place = Place(file=report.name, line=served.mark.line + 1)
    for start in starts:
        yield Link(
            start=start.id,
            end=end.id,
            kind=_kind(start, end),
            basis="stated",
            places=(place,),
        )


def _kind(start: Element, end: Element) -> LinkKind:
    """As the dialect in which is being read has it, or else the one that goes without saying."""
    return active_dialect().link(start.kind, end.kind) or natural_link_kind(
        start.kind, end.kind
    )
