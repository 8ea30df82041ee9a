"""What the page's script knows: elements, links, places and findings as short lists.

From these it makes the details of an element on demand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, get_args

from pydantic_core import to_json

from dinet.model import (
    AIM_KINDS,
    BASES,
    KINDS,
    LINK_KINDS,
    SUPPORTING_LINKS,
    WEAK_BASES,
    Aim,
    Element,
    Kind,
    Level,
    LinkKind,
    Place,
)
from dinet.network import Grade, Network, grade_name
from dinet.report.findings.findings_by_rule import RuleFindings
from dinet.wording.element_details import detail_lines
from dinet.wording.labels import (
    BASIS_NAMES,
    KIND_NAMES,
    LINK_NAMES,
    Translator,
    translator_for,
)
from dinet.writers.page.target_facts import target_facts
from dinet.writers.page.view_words import VIEW_WORDS
from dinet.writers.page.words import SCRIPT_WORDS

TEXT_FIELDS = (
    "title",
    "vacant",
    "phase",
    "period",
    "budget",
    "status",
    "group",
    "remark",
    "level",
)
LIST_FIELDS = ("wordings", "sources", "owners", "joint_with", "partners")
FACT_FIELDS = (*TEXT_FIELDS, *LIST_FIELDS)
GRADES = tuple(Grade)
_SCRIPT_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class NumberedPlaces:
    """Places in words, each said once; a place is known by its number.

    Places of one shape (file, table and row, say) differ in their values only, so each shape is
    translated once.
    """

    def __init__(self, lang: str) -> None:
        self.words: list[str] = []
        self._lang = lang
        self._numbers: dict[Place, int] = {}
        self._word_patterns: dict[tuple[bool, ...], str] = {}

    def number_of(self, place: Place) -> int:
        """The number of a place."""
        known = self._numbers.get(place)
        if known is None:
            known = self._numbers[place] = len(self.words)
            self.words.append(self._place_words(place))
        return known

    def numbers_of(self, places: Iterable[Place]) -> list[int]:
        """The numbers of places, each once, in their order."""
        return list(dict.fromkeys(map(self.number_of, places)))

    def _place_words(self, place: Place) -> str:
        if (
            place.sheet
        ):  # the words for a cell of a sheet depend on its value too
            return place.as_sentence().in_language(self._lang)
        values = place.__dict__
        shape = tuple(value not in (None, "") for value in values.values())
        pattern = self._word_patterns.get(shape)
        if pattern is None:
            pattern = self._word_patterns[shape] = self._shape_pattern(
                values, shape
            )
        return pattern.format_map(values)

    def _shape_pattern(
        self, values: Iterable[str], shape: tuple[bool, ...]
    ) -> str:
        """The words for places of one shape, with a blank for every value that these have."""
        blanks = {
            name: f"{{{name}}}"
            for name, there in zip(values, shape, strict=True)
            if there or name == "file"
        }
        place = Place.model_construct(None, **blanks)
        return place.as_sentence().in_language(self._lang)


def build_script_data(
    network: Network,
    rules: Sequence[RuleFindings],
    lang: str,
    *,
    in_parts: bool = True,
) -> dict[str, Any]:
    """All that the script needs, ready for JSON.

    Args:
        network: What the page shows.
        rules: The findings, by rule.
        lang: The language of the page.
        in_parts: Targets are told in their parts. A large page leaves that to the sheet of
            targets: reading thousands of sentences takes longer than making the page.

    Returns:
        An object of ``words``, ``kinds``, ``manyKinds``, ``levels``, ``grades`` (all names, the
        best first), ``gradeNames`` (those of goals and of targets), ``aims`` (the kinds that
        work is for), ``linkKinds`` (name, words from either end, and 1 for those that carry
        support), ``bases``, ``weakBases`` (numbers of these), ``elements`` (in reading order),
        ``links`` (numbers of elements, kind and basis, then of places), ``places``,
        ``findings``, and ``rules`` (what each is about). What is empty is left out.
    """
    places = NumberedPlaces(lang)
    weights = _weights(network)
    return {
        "lang": lang,
        "textLang": network.programme.lang,
        **_fixed_words(lang),
        "elements": _element_list(network, places, lang, in_parts=in_parts),
        "links": list(_link_list(network, places)),
        **({"weights": weights} if weights else {}),
        "places": places.words,
        "findings": list(_finding_list(rules)),
        "rules": {rule.code: rule.about for rule in rules},
    }


def _fixed_words(lang: str) -> dict[str, Any]:
    """What does not depend on the network: our words, and the names of kinds, links and bases."""
    say = translator_for(lang)
    words = {name: say(english) for name, english in SCRIPT_WORDS.items()}
    for name, sentence in VIEW_WORDS.items():
        words[name] = say(sentence.words)
    levels = {level: say(level) for level in get_args(Level)}
    link_kinds = [_link_kind(kind, say) for kind in LINK_KINDS]
    bases = [say(BASIS_NAMES[basis]) for basis in BASES]
    return {
        "words": words,
        **_kind_words(say),
        "levels": levels,
        "grades": _distinct_grades(lang),
        "gradeNames": _grade_names(lang),
        "aims": sorted(AIM_KINDS, key=KINDS.index),
        "linkKinds": link_kinds,
        "bases": bases,
        "weakBases": [
            at for at, basis in enumerate(BASES) if basis in WEAK_BASES
        ],
    }


def _kind_words(say: Translator) -> dict[str, dict[Kind, str]]:
    """What one and several elements of each kind are called."""
    singular = {kind: say(names.one) for kind, names in KIND_NAMES.items()}
    plural = {kind: say(names.many) for kind, names in KIND_NAMES.items()}
    return {"kinds": singular, "manyKinds": plural}


def _link_kind(kind: LinkKind, say: Translator) -> list[Any]:
    """The name of a kind of link, its words from either end, and 1 if it carries support."""
    return [kind, *map(say, LINK_NAMES[kind]), int(kind in SUPPORTING_LINKS)]


def _grade_names(lang: str) -> dict[str, list[str]]:
    """What each grade of a goal and of a target is called, the best first."""
    return {
        kind: [
            grade_name(grade, of_goals=kind == "goal").in_language(lang)
            for grade in Grade
        ]
        for kind in ("goal", "target")
    }


def _distinct_grades(lang: str) -> list[str]:
    """All names of grades, each once, the best first."""
    names = _grade_names(lang)
    pairs = zip(names["goal"], names["target"], strict=True)
    return list(dict.fromkeys(chain.from_iterable(pairs)))


def _element_list(
    network: Network, places: NumberedPlaces, lang: str, *, in_parts: bool
) -> list[dict[str, Any]]:
    names, distinct = _grade_names(lang), _distinct_grades(lang)
    elements = [
        element_facts(element, places, lang)
        | _grade_fact(network, element, names, distinct)
        for element in network
    ]
    if in_parts:
        for facts, element in zip(elements, network, strict=True):
            facts.update(target_facts(element, network.programme.lang, lang))
    return elements


def _link_list(
    network: Network, places: NumberedPlaces
) -> Iterator[list[int]]:
    """For every link the numbers of its ends, its kind, its basis and its places."""
    number = {element.id: at for at, element in enumerate(network)}
    kind_at = {kind: at for at, kind in enumerate(LINK_KINDS)}
    basis_at = {basis: at for at, basis in enumerate(BASES)}
    for link in network.links():
        ends = number[link.start], number[link.end]
        evidence = kind_at[link.kind], basis_at[link.basis]
        yield [*ends, *evidence, *places.numbers_of(link.places)]


def _weights(network: Network) -> dict[int, str]:
    """The weights of the links that have one, by the number of the link."""
    return {
        number: link.weight
        for number, link in enumerate(network.links())
        if link.weight
    }


def _finding_list(rules: Iterable[RuleFindings]) -> Iterator[list[Any]]:
    for rule in rules:
        heading = rule.severity.name.lower(), rule.level, rule.code
        for spot in rule.spots:
            yield [*heading, spot.sentence, spot.ids]


def to_script_json(data: object) -> str:
    """JSON that can stand inside a ``<script>`` element: nothing in it can end that."""
    # three times as fast as the json of Python, on lists of a hundred thousand numbers
    text = to_json(data).decode()
    for sign, escaped in _SCRIPT_ESCAPES.items():
        text = text.replace(sign, escaped)
    return text


def element_facts(
    element: Element, places: NumberedPlaces, lang: str
) -> dict[str, Any]:
    """What the document says of one element; what is empty is left out."""
    values = vars(
        element
    )  # asking for what a kind does not have takes long in a model
    facts: dict[str, Any] = {
        "id": element.id,
        "kind": element.kind,
        "text": element.text,
    }
    for name in FACT_FIELDS:
        value = values.get(name)
        if value:
            facts[name] = value
    if element.planning:
        facts["planning"] = [
            [step.period, step.phase] for step in element.planning
        ]
    aim = values.get("target")
    if isinstance(aim, Aim):
        facts["aim"] = aim.model_dump(exclude_none=True)
    details = detail_lines(element, lang)
    if details:
        facts["details"] = [[line.name, line.text] for line in details]
    if element.places:
        facts["places"] = places.numbers_of(element.places)
    return facts


def _grade_fact(
    network: Network,
    element: Element,
    names: Mapping[str, Sequence[str]],
    distinct: Sequence[str],
) -> dict[str, int]:
    """How a goal or target is covered, by the number of the name; nothing for other kinds."""
    if element.kind not in names:
        return {}
    name = names[element.kind][GRADES.index(network.grade(element))]
    return {"grade": distinct.index(name)}
