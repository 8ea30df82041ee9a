"""What the page's script knows: elements, links, places and findings as short lists.

From these it makes the details of an element on demand.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from dinet.language import Sentence
from dinet.model import (
    AIM_KINDS,
    BASES,
    KINDS,
    LINK_KINDS,
    SUPPORTING_LINKS,
    Aim,
    Element,
    Level,
    Place,
)
from dinet.network import Grade, Network
from dinet.report.findings_by_rule import RuleFindings
from dinet.wording.labels import BASIS_NAMES, KIND_NAMES, LINK_NAMES, translator_for
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
_SCRIPT_ESCAPES = {each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


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
        if place.sheet:
            return place.as_sentence().in_language(self._lang)
        values = place.__dict__
        shape = tuple(value not in (None, "") for value in values.values())
        if shape not in self._word_patterns:
            blanks = {
                name: f"{{{name}}}"
                for name, there in zip(values, shape, strict=True)
                if there or name == "file"
            }
            self._word_patterns[shape] = (
                Place.model_construct(None, **blanks)
                .as_sentence()
                .in_language(self._lang)
            )
        return self._word_patterns[shape].format_map(values)


def build_script_data(
    network: Network, told: Iterable[RuleFindings], lang: str
) -> dict[str, Any]:
    """All that the script needs, ready for JSON.

    Args:
        network: What the page shows.
        told: The findings, by rule.
        lang: The language of the page.

    Returns:
        An object of ``words``, ``kinds``, ``manyKinds``, ``levels``, ``grades`` (the best
        first), ``aims`` (the kinds that work is for), ``linkKinds`` (name, words from either
        end, and 1 for those that carry support), ``bases``, ``elements`` (in reading order),
        ``links`` (numbers of elements, kind and basis, then of places), ``places`` and
        ``findings``. What is empty is left out.
    """
    say, places = translator_for(lang), NumberedPlaces(lang)
    number = {element.id: at for at, element in enumerate(network)}
    kind_at = {kind: at for at, kind in enumerate(LINK_KINDS)}
    basis_at = {basis: at for at, basis in enumerate(BASES)}
    grades = {grade: Sentence(grade.value).in_language(lang) for grade in Grade}
    return {
        "lang": lang,
        "textLang": network.programme.lang,
        "words": {name: say(words) for name, words in SCRIPT_WORDS.items()},
        "kinds": {kind: say(one) for kind, (one, _) in KIND_NAMES.items()},
        "manyKinds": {kind: say(many) for kind, (_, many) in KIND_NAMES.items()},
        "levels": {level: say(level) for level in get_args(Level)},
        "grades": [grades[grade] for grade in Grade],
        "aims": [kind for kind in KINDS if kind in AIM_KINDS],
        "linkKinds": [
            [kind, *map(say, LINK_NAMES[kind]), int(kind in SUPPORTING_LINKS)]
            for kind in LINK_KINDS
        ],
        "bases": [say(BASIS_NAMES[basis]) for basis in BASES],
        "elements": [
            element_facts(element, places) | _grade_fact(network, element, grades)
            for element in network
        ],
        "links": [
            [
                number[link.start],
                number[link.end],
                kind_at[link.kind],
                basis_at[link.basis],
                *places.numbers_of(link.places),
            ]
            for link in network.links()
        ],
        "places": places.words,
        "findings": [
            [each.severity.name.lower(), each.level, each.code, spot.sentence, spot.ids]
            for each in told
            for spot in each.spots
        ],
    }


def to_script_json(data: object) -> str:
    """JSON that can stand inside a ``<script>`` element: nothing in it can end that."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for each, escaped in _SCRIPT_ESCAPES.items():
        text = text.replace(each, escaped)
    return text


def element_facts(element: Element, places: NumberedPlaces) -> dict[str, Any]:
    """What the document says of one element; what is empty is left out."""
    values = vars(element)  # asking for what a kind does not have takes long in a model
    facts: dict[str, Any] = {
        "id": element.id,
        "kind": element.kind,
        "text": element.text,
    }
    facts |= {name: value for name in FACT_FIELDS if (value := values.get(name))}
    if element.planning:
        facts["planning"] = [[step.period, step.phase] for step in element.planning]
    aim = values.get("target")
    if isinstance(aim, Aim):
        facts["aim"] = aim.model_dump(exclude_none=True)
    if element.places:
        facts["places"] = places.numbers_of(element.places)
    return facts


def _grade_fact(
    network: Network, element: Element, words: Mapping[Grade, str]
) -> dict[str, str]:
    return (
        {"grade": words[network.grade(element)]}
        if element.kind in ("goal", "target")
        else {}
    )
