"""The mapping file: a short form in which a person says what the document left open.

What it says is then stated in the programme.

    koppeling: 1
    document: plan.docx
    groepen:
      "kolom 1": [D1, D4]
    doelen:
      "D7 Kinderen worden meer gestimuleerd …": D2

Groups are the columns or headings under which efforts stand; the other lists name elements by
id. What is left empty stays open. The words behind an id are checked against the document, so
an old form does not quietly map other elements. What a form says of headings, columns, shapes and
sameness is known before the document is read: see ``mapping_answers``.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from dinet.document.notes import shorten_text
from dinet.errors import did_you_mean
from dinet.interpret.form_answers import NO_ANSWERS, FormAnswers
from dinet.interpret.mapping.mapping_answers import READING_LISTS
from dinet.interpret.mapping.mapping_questions import reading_questions
from dinet.interpret.resolve.stated_sameness import report_moved_id
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
from dinet.vocabulary.active_dialect import active_dialect, words_of
from dinet.vocabulary.folding import fold_text

MAPPING_SUFFIX = ".koppeling.yaml"
_BETWEEN_IDS = re.compile(r"[\s,;+&]+")
LINK_LISTS = ("groepen", "inspanningen", "smart-doelen", "doelen")
"""The lists of a form in which links are stated."""
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
    questions = open_questions(programme)
    lang = programme.lang
    of_reading = reading_questions(programme, lang)
    if not any(questions.values()) and not of_reading.are_open:
        return None
    lines: list[str] = []
    if any(questions.values()):
        lines = [f"# {translate_words(words, lang)}" for words in _EXPLANATION]
        lines += [
            f"#   {element.id}  {shorten_text(element.text)}"
            for element in programme.elements
            if isinstance(element, Goal | Target)
        ]
    lines += [
        "koppeling: 1",
        f"document: {_in_quotes(_document_name(programme))}",
    ]
    for name, asked in questions.items():
        if asked:
            lines.append(f"{name}:")
            lines += [
                f"  {_in_quotes(key)}: []{comment}" for key, comment in asked
            ]
    lines += of_reading.lines
    return "\n".join(lines) + "\n"


_EXPLANATION = (
    "What the document does not say. Put between the brackets which ids are served, "
    "such as [D1, S2]; leave empty what is open.",
    "These ids can be filled in:",
)


def _in_quotes(text: str) -> str:
    """A text between quotation marks, as YAML has it."""
    return json.dumps(text, ensure_ascii=False)


def _document_name(programme: Programme) -> str:
    """The name of the document that the programme was read from; empty without one."""
    for element in programme.elements:
        for place in element.places:
            return place.file
    return ""


_Questions = list[tuple[str, str]]
"""The key of each open question of a list, and what helps to answer it as a comment."""


def open_questions(programme: Programme) -> dict[str, _Questions]:
    """The open questions of each list of the form."""
    network = Network(programme)
    orphans = network.orphans()
    unlinked = (*orphans.efforts_without_goal, *orphans.unknown)
    efforts = [effort for effort in unlinked if isinstance(effort, Effort)]
    alone = (effort for effort in efforts if effort.group is None)
    targets = (
        target for target in network.targets if not network.goals_of(target)
    )
    return {
        "groepen": list(_group_questions(efforts)),
        "inspanningen": _element_questions(alone),
        "smart-doelen": _element_questions(targets),
        "doelen": _element_questions(_unlinked_operational_goals(network)),
    }


def _unlinked_operational_goals(network: Network) -> list[Goal]:
    """The operational goals that serve no other goal; none when there are no strategic ones."""
    if not any(goal.level == "strategic" for goal in network.goals):
        return []
    operational = [
        goal for goal in network.goals if goal.level == "operational"
    ]
    return [goal for goal in operational if not network.goals_of(goal)]


def _element_questions(elements: Iterable[Element]) -> _Questions:
    return [(key_of_element(element), "") for element in elements]


def _group_questions(efforts: Iterable[Effort]) -> Iterator[tuple[str, str]]:
    """A question for each group of efforts, with the beginning of their texts as its comment."""
    groups: dict[str, list[str]] = {}
    for effort in efforts:
        if effort.group:
            groups.setdefault(effort.group, []).append(effort.text)
    for name, texts in groups.items():
        yield name, "  # " + shorten_text(" · ".join(texts), most=100)


def key_of_element(element: Element) -> str:
    """What an element is called in a form: its id, and the beginning of its text."""
    return f"{element.id} {shorten_text(element.text, most=60)}"


def apply_mapping(
    programme: Programme,
    form: Value,
    report: ProblemReport,
    answers: FormAnswers = NO_ANSWERS,
) -> Programme:
    """The programme with the links that a filled-in form states.

    Args:
        programme: As it was read from the document.
        form: The tree of the form.
        report: Is told of ids, groups and keys that do not exist.
        answers: What the form said while the document was read.

    Raises:
        DocumentError: The form does not fit the document; all problems with their line and column.
    """
    if not isinstance(form, Fields):
        report.add_problem(form.mark, Sentence("this is not a mapping file."))
        raise report.as_error()
    known = {element.id: element for element in programme.elements}
    links: list[Link] = []
    for name, value in form.items():
        if name not in READING_LISTS:
            links += _links_of_list(name, value, known, report)
    for name in _ids_in(form):
        if name in known:
            element = known[name]
            report_moved_id(answers, name, element.kind, element.text)
    report.raise_problems()
    before = set(map(_ends_and_kind, programme.links))
    fresh = [
        link
        for link in dict.fromkeys(links)
        if _ends_and_kind(link) not in before
    ]
    whole = Programme(
        identity=programme.identity,
        elements=programme.elements,
        links=(*programme.links, *fresh),
        notes=programme.notes,
        unread=programme.unread,
    )
    return _without_settled_notes(whole)


def _ends_and_kind(link: Link) -> tuple[str, str, LinkKind]:
    return link.start, link.end, link.kind


def _without_settled_notes(programme: Programme) -> Programme:
    """The programme without the notes on what the form asked and nothing leaves open any more."""
    still_open = {
        name for name, asked in open_questions(programme).items() if asked
    }
    notes = tuple(
        note
        for note in programme.notes
        if note.code not in _SETTLED
        or still_open.intersection(_SETTLED[note.code])
    )
    return programme.model_copy(update={"notes": notes})


def names_ids(form: Value) -> bool:
    """A form names elements by their ids, or may do so."""
    sameness = isinstance(form, Fields) and any(
        name in form for name in ("zelfde", "niet-zelfde")
    )
    return sameness or any(True for _ in _ids_in(form))


def _ids_in(form: Value) -> Iterator[MarkedText]:
    """The ids of elements that the lists on links name as what is served."""
    for name, value in form.items() if isinstance(form, Fields) else ():
        if name in LINK_LISTS and isinstance(value, Fields):
            for served in value.values():
                yield from (
                    member
                    for member in values_of(served)
                    if isinstance(member, MarkedText)
                )


def _links_of_list(
    name: MarkedText,
    value: Value,
    known: Mapping[str, Element],
    report: ProblemReport,
) -> Iterator[Link]:
    """The links that one list of a form states; what does not fit the document is a problem."""
    if name in _HEAD:
        return
    if name not in LINK_LISTS or not isinstance(value, Fields):
        report.add_problem(
            name.mark,
            Sentence("this key means nothing here."),
            *did_you_mean(name, (*LINK_LISTS, *READING_LISTS, *_HEAD)),
        )
        return
    for key, served in value.items():
        starts = elements_under_key(name, key, known)
        ids = values_of(served)
        if ids and not starts:
            report.add_problem(
                key.mark,
                Sentence(
                    "“{key}” is not in this document; was the form made from another version?",
                    key=shorten_text(key),
                ),
            )
        for end in ids:
            yield from _links_to(end, starts, known, report)


def elements_under_key(
    name: str, key: str, known: Mapping[str, Element]
) -> list[Element]:
    """The elements that a key of one of the lists on links names; empty when there are none."""
    find = _in_group if name == "groepen" else _elements_named
    return find(key, known)


def _in_group(key: str, known: Mapping[str, Element]) -> list[Element]:
    return [element for element in known.values() if element.group == key]


def _elements_named(key: str, known: Mapping[str, Element]) -> list[Element]:
    """The element with the id at the start of a key, if its text begins with the words after it.

    Empty when there is no such element, or when its text is another by now.
    """
    name, _, words = key.partition(" ")
    element = known.get(name)
    if element is None:
        return []
    beginning = fold_text(words.removesuffix("…"))
    return [element] if fold_text(element.text).startswith(beginning) else []


def _links_to(
    served: Value,
    starts: Iterable[Element],
    known: Mapping[str, Element],
    report: ProblemReport,
) -> Iterator[Link]:
    """The links to one id of a list; an id that does not exist is a problem."""
    word = served if isinstance(served, MarkedText) else ""
    end = known.get(word)
    if end is None:
        report.add_problem(
            served.mark,
            Sentence("there is no element {id} in this programme.", id=word),
            *_id_hints(word, known),
        )
        return
    place = Place(file=report.name, line=served.mark.line + 1)
    for start in starts:
        yield Link(
            start=start.id,
            end=end.id,
            kind=_kind_of_link(start, end),
            basis="stated",
            places=(place,),
        )


def _id_hints(word: str, known: Iterable[str]) -> tuple[Sentence, ...]:
    """How several ids are written, when a word is that many; else the ids that are near."""
    joining = words_of("joining_words.and")
    parts = _BETWEEN_IDS.split(word)
    ids = [part for part in parts if part and part not in joining]
    if len(ids) > 1 and not set(ids).isdisjoint(known):
        words = ", ".join(ids)
        return (
            Sentence(
                "More than one id is written as a list: [{ids}].", ids=words
            ),
        )
    return did_you_mean(word, known)


def _kind_of_link(start: Element, end: Element) -> LinkKind:
    """As the dialect in which is being read has it, or else the one that goes without saying."""
    return active_dialect().link(start.kind, end.kind) or natural_link_kind(
        start.kind, end.kind
    )
