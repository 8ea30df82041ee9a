"""What kinds of element, links, evidence and fields are called.

The words are English; the catalogue has the Dutch. Every page, table, picture and
report takes its names from here, so that a thing has one name for its readers.
"""

from collections.abc import Callable
from typing import NamedTuple

from dinet.language import Sentence, translate_words
from dinet.model import Basis, Element, Kind, Link, LinkKind, MeasurementKind

Translator = Callable[[str], str]
"""Says English words in the language of a reader."""


class KindName(NamedTuple):
    """What an element of a kind is called, and what several are called."""

    one: str
    many: str


class LinkName(NamedTuple):
    """What a link is called by what serves, and by what is served."""

    forward: str
    backward: str


KIND_NAMES: dict[Kind, KindName] = {
    "programme": KindName("programme", "programmes"),
    "theme": KindName("theme", "themes"),
    "goal": KindName("goal", "goals"),
    "benefit": KindName("benefit", "benefits"),
    "target": KindName("target", "targets"),
    "capability": KindName("capability", "capabilities"),
    "result": KindName("project result", "project results"),
    "effort": KindName("effort", "efforts"),
}
"""In the order of kinds.

A result is named after its project, since councils call a target “resultaat” too.
"""

LINK_NAMES: dict[LinkKind, LinkName] = {
    "contributes_to": LinkName("contributes to", "is served by"),
    "measures": LinkName("measures", "is measured by"),
    "part_of": LinkName("part of", "consists of"),
    "refers_to": LinkName("refers to", "is referred to by"),
    "depends_on": LinkName("depends on", "is needed by"),
    "conflicts_with": LinkName("conflicts with", "conflicts with"),
}

BASIS_NAMES: dict[Basis, str] = {
    "stated": "stated in the document",
    "same row": "in the same row",
    "merged cell": "in a merged cell",
    "heading": "under the same heading",
    "inherited": "taken over from the row above",
    "inferred": "inferred, not certain",
}
"""From the firmest evidence to the weakest."""

FIELD_NAMES: dict[str, str] = {
    "owners": "Owner",
    "vacant": "Owner",
    "joint_with": "Together with",
    "partners": "Partners",
    "phase": "Phase",
    "period": "Period",
    "planning": "Planning",
    "budget": "Budget",
    "status": "Status",
    "remark": "Remark",
    "group": "Stood under",
    "title": "Title",
    "wordings": "Also worded as",
    "indicator": "Measured by",
    "baseline": "Baseline",
    "baseline_year": "Year of the baseline",
    "value": "Value",
    "unit": "Unit",
    "year": "Target year",
    "sources": "Source",
    "details": "Further details",
    "places": "In the document",
}
"""By the field of the model, in the order in which a reader asks for them.

An indicator is ``Measured by`` in English: beside an ``Indicator``, a column of ``Targets`` would
hold values.
"""

MEASUREMENT_NAMES: dict[MeasurementKind, str] = {
    "baseline": "Baseline",
    "realised": "Realised",
    "forecast": "Forecast",
    "target": "Value",
}
"""What the values of a target are called."""

LEVEL_WORDS: dict[str, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("info", "for information"),
}
"""One and many findings of a severity."""

EFFORT_FIELDS = (
    "owners",
    "partners",
    "phase",
    "period",
    "budget",
    "status",
    "remark",
)
"""What tables tell of an effort beside its text."""
TARGET_FIELDS = (
    "indicator",
    "baseline",
    "baseline_year",
    "value",
    "unit",
    "year",
)
"""What tables tell of a target in numbers."""


def translator_for(lang: str) -> Translator:
    """A function that says English words in a language."""
    return lambda words: translate_words(words, lang)


def capitalise_first(words: str) -> str:
    """The words with a capital at the start and the rest as it is: ``SMART-doel`` stays itself.

    Example:
        >>> capitalise_first("SMART-doel"), capitalise_first("doelen")
        ('SMART-doel', 'Doelen')
    """
    return words[:1].upper() + words[1:]


def kind_name(kind: Kind, lang: str, count: int = 1) -> str:
    """What so many elements of a kind are called in a language.

    Example:
        >>> kind_name("goal", "nl"), kind_name("goal", "nl", 2)
        ('doel', 'doelen')
    """
    one, many = KIND_NAMES[kind]
    return translate_words(one if count == 1 else many, lang)


def owners_in_words(element: Element) -> str:
    """The owners of an element in one cell, and what stands there in place of one; may be empty.

    Semicolons divide names of which one has a comma of its own.

    Example:
        >>> from dinet.model import Effort
        >>> owners_in_words(Effort(id="I1", text="Een hal", owners=("GGD", "Sport")))
        'GGD, Sport'
        >>> owners_in_words(Effort(id="I1", text="Een hal", owners=("GGD", "Wit, Sam de")))
        'GGD; Wit, Sam de'
    """
    names = [*element.owners, element.vacant or ""]
    has_comma = any("," in name for name in names)
    return ("; " if has_comma else ", ").join(filter(None, names))


def indirect_words(way: Kind) -> Sentence:
    """That an element serves the goal beside it only by way of an element of a kind.

    Example:
        >>> indirect_words("target").in_language("nl")
        'alleen via SMART-doel'
    """
    return Sentence("only through {kind}", kind=Sentence(KIND_NAMES[way].one))


def with_weight(words: str, link: Link) -> str:
    """The words for a link, with the weight that the document gives it.

    Example:
        >>> with_weight("serves", Link(start="I1", end="D1", kind="contributes_to", weight="++"))
        'serves (++)'
    """
    return f"{words} ({link.weight})" if link.weight else words


def kind_heading(kind: Kind, lang: str, count: int = 2) -> str:
    """The words over elements of a kind, with a capital; over several unless ``count`` is 1.

    Example:
        >>> kind_heading("target", "en"), kind_heading("target", "nl", 1)
        ('Targets', 'SMART-doel')
    """
    return capitalise_first(kind_name(kind, lang, count))


def counted_kind(kind: Kind, count: int) -> Sentence:
    """How many elements of a kind there are.

    Example:
        >>> counted_kind("goal", 3).in_language("nl"), counted_kind("goal", 1).in_language("nl")
        ('3 doelen', '1 doel')
    """
    one, many = KIND_NAMES[kind]
    return Sentence(
        "{count} {name}",
        count=count,
        name=Sentence(one if count == 1 else many),
    )
