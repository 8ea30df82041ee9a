"""What a programme holds, by the place in the document that it comes from."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from dinet.interpret.account.word_matching import WordFate, letters_of
from dinet.model import Aim, AnyElement, FrozenModel, Link, Place, Programme

CellKey = Hashable
"""What two places of one cell or paragraph have in common."""
RowKey = Hashable
"""What two places on one row have in common; of a paragraph that it is the same one."""
ColumnKey = Hashable

cell_key = attrgetter(
    "sheet", "page", "table", "row", "column", "line", "paragraph"
)
row_key = attrgetter("sheet", "page", "table", "row", "line", "paragraph")
column_key = attrgetter("sheet", "page", "table", "column")

_NO_FIELDS = {"id", "kind", "level", "text", "title", "wordings", "places"}
"""Of an element: what is no field of it but itself, and what stands in no cell."""
_MOST_TEXTS = 60
"""Of one element: more texts than this are found only as whole cells, which takes no time."""
_MOST_LINES = 50
"""Of the vision of a programme."""
_PIECES = re.compile(r"; |\n")
"""Between what several mentions say of one field."""
_NOTED_FATES = {
    "source_same": WordFate("field", field="sources"),
    "owner_completed": WordFate("field", field="owners"),
    "referred": WordFate("reference"),
}
"""Notes whose text stands in the document in other words than in the programme."""


_USUAL_FIELDS = ("owners", "period", "budget", "phase", "status", "remark")
"""What most cells beside an element hold."""


@lru_cache
def _placed_fields(kind: type[AnyElement]) -> tuple[str, ...]:
    """The fields of a kind of element whose values know their own places."""
    names = ("stated", "extra", "amounts", "measurements")
    return tuple(name for name in names if name in kind.model_fields)


class HeldText(NamedTuple):
    """A text that the programme holds, and what it is there."""

    text: str
    fate: WordFate


class ElementFields:
    """All that an element says besides its own text."""

    def __init__(self, element: AnyElement) -> None:
        texts: list[HeldText] = []
        for name in type(element).model_fields:
            if name in _NO_FIELDS:
                continue
            for field, text in _texts_in(getattr(element, name), name):
                fate = WordFate("field", element.id, field)
                texts += (HeldText(part, fate) for part in _parts_of(text))
        self.texts = texts[:_MOST_TEXTS]
        self.fate_of: dict[str, WordFate] = {}
        """By the letters of a text."""
        for held in texts:
            self.fate_of.setdefault(letters_of(held.text), held.fate)
        self._all = texts

    @cached_property
    def fate_of_word(self) -> dict[str, WordFate]:
        """By the letters of each single word."""
        fates: dict[str, WordFate] = {}
        for held in self._all:
            for word in map(letters_of, held.text.split()):
                fates.setdefault(word, held.fate)
        return fates


def _texts_in(value: object, field: str) -> Iterator[tuple[str, str]]:
    """The texts in a field, each with the name of the field that holds it.

    What says where texts stand is none of them.
    """
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, tuple):
        for member in value:
            yield from _texts_in(member, field)
    elif isinstance(value, Aim):
        for name in Aim.model_fields:
            yield from _texts_in(getattr(value, name), name)
    elif isinstance(value, FrozenModel) and not isinstance(value, Place):
        for name in type(value).model_fields:
            yield from _texts_in(getattr(value, name), field)


def _parts_of(text: str) -> Iterator[str]:
    """A text, what several mentions said each, and these without a heading before them."""
    yield text
    pieces = _PIECES.split(text)
    if len(pieces) > 1:
        yield from pieces
    for piece in pieces:
        _, colon, rest = piece.partition(": ")
        if colon:
            yield rest


class HeldTexts:
    """What a programme holds, ready to be looked up by place.

    Args:
        programme: Whose elements and links know their places.
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.element_of = {
            element.id: element for element in programme.elements
        }
        self.in_cell: dict[CellKey, list[AnyElement]] = defaultdict(list)
        """The elements whose text stands in a cell."""
        self.near_cell: dict[CellKey, list[str]] = defaultdict(list)
        """The ids of the elements of which a cell states a field."""
        self.in_row: dict[RowKey, list[str]] = defaultdict(list)
        """The ids of the elements that stand on a row."""
        self._fields: dict[str, ElementFields] = {}
        for element in programme.elements:
            self._add_places(element)

    def _add_places(self, element: AnyElement) -> None:
        for place in element.places:
            self.in_cell[cell_key(place)].append(element)
            self.in_row[row_key(place)].append(element.id)
        for name in _placed_fields(type(element)):
            for stated in getattr(element, name):
                if stated.place is not None:
                    self.near_cell[cell_key(stated.place)].append(element.id)

    def fields_of(self, element_id: str) -> ElementFields:
        """All that an element says besides its own text."""
        fields = self._fields.get(element_id)
        if fields is None:
            fields = ElementFields(self.element_of[element_id])
            self._fields[element_id] = fields
        return fields

    def whole_field(self, element_id: str, text: str) -> WordFate | None:
        """The field of an element that is a text, letter for letter; found without any index."""
        element = self.element_of[element_id]
        for name in _USUAL_FIELDS:
            value = getattr(element, name)
            if value and value in (text, (text,)):
                return WordFate("field", element_id, name)
        return None

    # links

    @cached_property
    def links_in_cell(self) -> dict[CellKey, list[Link]]:
        """The links that each cell proves."""
        return self._links_by(cell_key)

    @cached_property
    def links_in_row(self) -> dict[RowKey, list[Link]]:
        """The links that each row proves."""
        return self._links_by(row_key)

    @cached_property
    def linked_in_column(self) -> dict[ColumnKey, set[str]]:
        """The ids of what a column of crosses links."""
        linked: dict[ColumnKey, set[str]] = defaultdict(set)
        for link in self.programme.links:
            for place in link.places:
                if place.file in self._files:
                    linked[column_key(place)].update((link.start, link.end))
        return linked

    @cached_property
    def _files(self) -> frozenset[str]:
        """The names of what the elements stand in: no mapping form, in which a link may stand."""
        return frozenset(
            place.file
            for element in self.programme.elements
            for place in element.places
        )

    def _links_by(self, key: attrgetter) -> dict[Hashable, list[Link]]:  # type: ignore[type-arg]
        links: dict[Hashable, list[Link]] = defaultdict(list)
        files = self._files
        for link in self.programme.links:
            for place in link.places:
                if place.file in files:
                    links[key(place)].append(link)
        return links

    # texts whatever their place

    @cached_property
    def ids_called(self) -> dict[str, list[str]]:
        """By the letters of a text or an id the elements that have it."""
        ids: dict[str, list[str]] = defaultdict(list)
        for element in self.programme.elements:
            names = (element.id, element.text, *element.wordings)
            for letters in dict.fromkeys(map(letters_of, names)):
                ids[letters].append(element.id)
        return ids

    @cached_property
    def programme_texts(self) -> list[HeldText]:
        """What the programme says of itself as a whole."""
        identity = self.programme.identity
        lines = (identity.vision or "").split("\n")[:_MOST_LINES]
        named = chain(
            ((line, "vision") for line in lines),
            ((getattr(identity, name), name) for name in ("title", "period")),
        )
        return [
            HeldText(text, WordFate("programme", field=field))
            for text, field in named
            if text
        ]

    @cached_property
    def whole_texts(self) -> dict[str, WordFate]:
        """By their letters what stands once for many elements: names of groups and phases.

        Also what the programme says of itself.
        """
        fates: dict[str, WordFate] = {}
        for text, fate in self.programme_texts:
            fates.setdefault(letters_of(text), fate)
        for element in self.programme.elements:
            for name, text in _names_shared(element):
                fate = WordFate("field", element.id, name)
                fates.setdefault(letters_of(text), fate)
        return fates

    @cached_property
    def noted_texts(self) -> dict[CellKey, list[HeldText]]:
        """What stands in a cell in other words than in the programme, as notes tell."""
        texts: dict[CellKey, list[HeldText]] = defaultdict(list)
        for note in self.programme.notes:
            fate = _NOTED_FATES.get(note.code)
            text = note.values.get("text")
            if fate and text and note.place is not None:
                texts[cell_key(note.place)].append(HeldText(text, fate))
        return texts


def _names_shared(element: AnyElement) -> Iterable[tuple[str, str]]:
    if element.group:
        yield "group", element.group
    if element.phase:
        yield "phase", element.phase
    for step in element.planning:
        yield "planning", step.phase
