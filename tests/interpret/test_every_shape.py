"""Every shape, found by walking the folder.

The examples of its documentation are read by it, as the programme that stands under them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from textwrap import dedent
from typing import NamedTuple

import pytest

from dinet.api import read_bytes
from dinet.document.content import Document
from dinet.interpret.choice.shape_choice import SHAPES
from dinet.interpret.document_kind import language_of
from dinet.interpret.interpret import Interpreter
from dinet.interpret.reading import ProgrammeReading
from dinet.model import Element, Programme
from dinet.plugins import Plugin
from dinet.readers.md import read as read_markdown
from tests.builder import programme as native

EXAMPLE = re.compile(
    r"^Looks like:\n\n(?P<document>(?:    .*\n|\n)+)"
    r"Reads as:\n\n(?P<programme>(?:    .*\n|\n)+)",
    re.MULTILINE,
)
LABELS = ("Looks like", "Reads as", "Not to be mistaken for", "Met in")


class Example(NamedTuple):
    """A document of the documentation of a shape, and the programme that it is."""

    shape: str
    document: str
    programme: str


def examples() -> Iterator[Example]:
    for plugin in SHAPES.plugins.values():
        for found in EXAMPLE.finditer(f"{plugin.documentation}\n"):
            yield Example(
                plugin.name,
                dedent(found["document"]),
                dedent(found["programme"]),
            )


def name_of(example: Example) -> str:
    earlier = [other for other in EXAMPLES if other.shape == example.shape]
    return f"{example.shape}-{earlier.index(example) + 1}"


EXAMPLES = list(examples())
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
every_shape = pytest.mark.parametrize(
    "plugin", SHAPES.plugins.values(), ids=SHAPES.plugins
)


def facts_of(programme: Programme) -> Counter[tuple[object, ...]]:
    """What a programme says; ids, places, notes and the evidence for links do not count."""
    texts = {element.id: element.text for element in programme.elements}
    facts = Counter(map(fact_of, programme.elements))
    facts.update(
        (texts[link.start], link.kind, texts[link.end], link.weight)
        for link in programme.links
    )
    return facts


def fact_of(element: Element) -> tuple[object, ...]:
    return (
        element.kind,
        element.text,
        getattr(element, "level", None),
        element.owners,
        element.partners,
        element.vacant,
        element.phase,
        element.period,
        element.planning,
        element.budget,
        element.status,
        element.remark,
        element.group,
        element.sources,
    )


@every_example
def test_an_example_is_the_programme_under_it(example: Example) -> None:
    found = read_bytes(example.document.encode(), "plan.md")
    assert facts_of(found) == facts_of(native(example.programme))


@every_example
def test_an_example_leaves_nothing_but_sums(example: Example) -> None:
    found = read_bytes(example.document.encode(), "plan.md")
    sums = [
        note.values["text"]
        for note in found.notes
        if note.code == "sum_row_left"
    ]
    assert all(
        any(unread.text in words for words in sums) for unread in found.unread
    )


@every_example
def test_an_example_is_read_by_its_shape(example: Example) -> None:
    document = read_markdown(example.document.encode(), "plan.md")
    assert isinstance(document, Document)
    interpreter = Interpreter(
        ProgrammeReading("plan.md", language_of(document))
    )
    interpreter.read_document(document)
    shapes = [reading.shape for reading in interpreter.readings.values()]
    assert example.shape in shapes


@every_shape
def test_a_shape_has_an_example_and_says_where_it_was_met(
    plugin: Plugin,
) -> None:
    _, *lines = plugin.documentation.splitlines()
    found = [re.match(r"([A-Z][a-z ]+):", line) for line in lines]
    labels = [label[1] for label in found if label]
    assert list(dict.fromkeys(labels)) == list(LABELS)
    for label in LABELS[2:]:
        told = re.search(rf"^{label}: \w+ \w+", plugin.documentation, re.M)
        assert told, label
    assert plugin.name in {example.shape for example in EXAMPLES}
    assert re.fullmatch(r"[A-Z][^\n]+[.:]?", plugin.summary)
