"""From a Programme to a tree of plain values.

The tree is short enough to read, and complete enough to come back as the same programme.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias

from dinet.model import (
    Aim,
    Amount,
    Element,
    ExtraField,
    FieldMention,
    FrozenModel,
    Kind,
    Link,
    Note,
    Place,
    Programme,
    Target,
    Unread,
    Waiver,
    natural_link_kind,
)
from dinet.native import keys
from dinet.native.field_texts import text_of_field
from dinet.native.keys import NativeKey

Tree: TypeAlias = "str | tuple[Tree, ...] | list[Tree] | Branch | None"
"""None was left open; a tuple is best written on one line, a list with a line for each value."""

Branch: TypeAlias = "dict[str, Tree]"

# Characters of all values together; with a key and its indentation such a line still fits in an
# editor without scrolling.
_MOST_LETTERS_A_LINE = 80

_PLACE_WITHOUT_FILE = tuple(key for key in keys.PLACE if key.field != "file")


def encode_programme(programme: Programme, lang: str) -> Branch:
    """The tree of a programme, with a list for every kind of element; what is empty is left out.

    Args:
        programme: Any programme, also one with links to ids that do not exist or with an id
            that is taken twice.
        lang: The language of the keys, ``nl`` or ``en``.

    Example:
        >>> from dinet.model import Goal
        >>> encode_programme(Programme(elements=(Goal(id="D1", text="Meer sport"),)), "nl")
        {'dinet': '1', 'doelen': [{'id': 'D1', 'tekst': 'Meer sport'}]}
    """
    return _Encoder(programme, lang).encode_tree()


def _files_of_places(programme: Programme) -> Iterator[str]:
    for part in chain(programme.elements, programme.links):
        yield from (place.file for place in part.places)
    yield from (note.place.file for note in programme.notes if note.place)
    yield from (left.place.file for left in programme.unread if left.place)


def _most_named_file(programme: Programme) -> str | None:
    """The file in which most parts stand: it is named once, at the top."""
    most_common = Counter(_files_of_places(programme)).most_common(1)
    return most_common[0][0] if most_common else None


_LONGEST_HEADING = 80
"""In characters: a longer heading makes no key that people can read."""


def _are_plain(extra: tuple[ExtraField, ...]) -> bool:
    """The cells have no places, and headings that may be keys: short, and each once."""
    headings = [field.heading for field in extra]
    if len(set(headings)) < len(headings):
        return False
    return all(
        field.place is None
        and field.heading.isprintable()
        and len(field.heading) <= _LONGEST_HEADING
        for field in extra
    )


def _text_of_element(part: FrozenModel, element: Element) -> str | None:
    """The text that an element has where a cell of it or an amount has one too."""
    if isinstance(part, FieldMention):
        return text_of_field(element, part.field)
    return element.budget if isinstance(part, Amount) else None


class _Encoder:
    """Writes one programme.

    Attributes:
        file: The document of all places that name no file; None when there are no places.
        kinds: The kind of each element by its id; of elements with one id that of the first.
        links_from: The links that are not written yet, by the id of the element they start from.
    """

    def __init__(self, programme: Programme, lang: str) -> None:
        self.programme = programme
        self.lang = lang
        self.file = _most_named_file(programme)
        self.kinds: dict[str, Kind] = {
            element.id: element.kind
            for element in reversed(programme.elements)
        }
        self.links_from: dict[str, list[Link]] = {}
        for link in programme.links:
            self.links_from.setdefault(link.start, []).append(link)
        self.element_keys = [
            (key, key.in_language(lang)) for key in keys.ELEMENT
        ]

    def encode_tree(self) -> Branch:
        """The whole tree: what the programme says of itself, its elements, loose links, notes."""
        loose_links: list[Tree] = [
            self._encode_loose_link(link)
            for link in self.programme.links
            if link.start not in self.kinds
        ]
        notes: list[Tree] = [
            self._encode_note(note) for note in self.programme.notes
        ]
        unread: list[Tree] = [
            self._encode_unread(text) for text in self.programme.unread
        ]
        waivers: list[Tree] = [
            self._encode_waiver(waiver) for waiver in self.programme.waivers
        ]
        return self._filled_branch(
            [
                (keys.VERSION, "1"),
                *self._identity_values(),
                (keys.DOCUMENT, self.file),
                *self._elements_by_kind(),
                (keys.LINKS, loose_links),
                (keys.NOTES, notes),
                (keys.UNREAD, unread),
                (keys.WAIVERS, waivers),
            ]
        )

    def _identity_values(self) -> Iterator[tuple[NativeKey, Tree]]:
        """What the programme says of itself; Dutch is the language of a file that names none."""
        identity = self.programme.identity
        for key in keys.IDENTITY:
            if key.field != "lang" or identity.lang != "nl":
                yield key, getattr(identity, key.field)

    def _elements_by_kind(self) -> Iterator[tuple[NativeKey, Tree]]:
        branches: dict[str, list[Tree]] = {
            key.field: [] for key in keys.KIND_KEYS
        }
        for element in self.programme.elements:
            branches[element.kind].append(self._encode_element(element))
        for key in keys.KIND_KEYS:
            yield key, branches[key.field]

    def _filled_branch(
        self, values: Iterable[tuple[NativeKey, Tree]]
    ) -> Branch:
        """Values by their keys in the language of the tree; what is empty is left out."""
        return {
            key.in_language(self.lang): value
            for key, value in values
            if value not in (None, [], ())
        }

    def _word_for(self, name: str, dutch: Mapping[str, str]) -> str:
        return dutch[name] if self.lang == "nl" else name

    # elements

    def _encode_element(self, element: Element) -> Branch:
        links_by_key = self._encode_links_of(element)
        branch: Branch = {}
        for key, word in self.element_keys:
            if key.shape == "link":
                value = links_by_key.get(key)
            else:
                value = self._encode_value(key, element)
            if value not in (None, ()):
                branch[word] = value
        # an aim of which nothing is known is not the same as no aim: its key stands there, open
        if isinstance(element, Target) and element.target == Aim():
            branch[keys.VALUE.in_language(self.lang)] = None
        return branch

    def _encode_value(self, key: NativeKey, element: Element) -> Tree:
        """What an element holds in the field of a key; None or an empty tuple when nothing."""
        holder = (
            getattr(element, "target", None) if key.shape == "aim" else element
        )
        value = getattr(holder, key.field, None)
        if not value:
            return () if key.shape in ("texts", "places") else value
        if key.shape == "texts":
            return self._shape_series(value)
        if key.shape == "level":
            return self._word_for(value, keys.LEVELS)
        if key.shape in ("planning", "parts", "extra"):
            return self._encode_parts(key, element)
        if key.shape == "places":
            return self._encode_places(value)
        return str(value)

    def _encode_parts(self, key: NativeKey, element: Element) -> Tree:
        """The parts that an element has behind a key, a line for each."""
        parts: tuple[FrozenModel, ...] = getattr(element, key.field)
        if key.shape == "extra" and _are_plain(element.extra):
            return {extra.heading: extra.text for extra in element.extra}
        known = keys.PARTS.get(key.field, keys.STEP)
        return [self._encode_part(known, part, element) for part in parts]

    def _encode_part(
        self,
        known: tuple[NativeKey, ...],
        part: FrozenModel,
        element: Element,
    ) -> Branch:
        """One part; a text that is the one of the element's field is left out."""
        values: list[tuple[NativeKey, Tree]] = []
        same = _text_of_element(part, element)
        for key in known:
            value = getattr(part, key.field)
            is_same = key.field == "text" and bool(value) and value == same
            if value is not None and not is_same:
                values.append((key, self._part_value(key, value)))
        return self._filled_branch(values)

    def _part_value(self, key: NativeKey, value: Any) -> Tree:
        if key.shape == "place":
            return self._encode_place(value)
        if key.shape == "number":
            return format(value, "f")
        if key.shape == "field":
            return self._word_for(value, keys.STATED_FIELDS)
        if key.shape == "measurement":
            return self._word_for(value, keys.MEASUREMENT_KINDS)
        return str(value)

    def _shape_series(self, values: "tuple[Tree, ...]") -> Tree:
        """Values as they are best written.

        One value stands alone, some short texts on one line, and longer texts and links with
        their evidence each on a line of their own.
        """
        if len(values) == 1:
            return values[0]
        letters = 0
        for value in values:
            if not isinstance(value, str):
                return list(values)
            letters += len(value)
        return values if letters <= _MOST_LETTERS_A_LINE else list(values)

    def _encode_fields(
        self, known: tuple[NativeKey, ...], holder: FrozenModel
    ) -> Branch:
        """The fields of a part that has only texts and numbers, all written as texts."""
        texts: list[tuple[NativeKey, Tree]] = []
        for key in known:
            value = getattr(holder, key.field)
            texts.append((key, None if value is None else str(value)))
        return self._filled_branch(texts)

    def _encode_places(self, places: tuple[Place, ...]) -> Tree:
        return tuple(self._encode_place(place) for place in places)

    def _encode_place(self, place: Place) -> Branch:
        if place.file == self.file:
            return self._encode_fields(_PLACE_WITHOUT_FILE, place)
        return self._encode_fields(keys.PLACE, place)

    # links and notes

    def _encode_links_of(self, element: Element) -> dict[NativeKey, Tree]:
        """The links of an element by their key; of elements with one id the first has all."""
        ends_by_key: dict[NativeKey, list[Tree]] = {}
        for link in self.links_from.pop(element.id, ()):
            ends = ends_by_key.setdefault(self._link_key(link), [])
            ends.append(self._encode_link_end(link))
        return {
            key: self._shape_series(tuple(ends))
            for key, ends in ends_by_key.items()
        }

    def _link_key(self, link: Link) -> NativeKey:
        """The shortest key that says a link: ``voor`` when its kind goes without saying."""
        end = self.kinds.get(link.end)
        if link.kind == "part_of":
            return keys.THEME if end == "theme" else keys.PART_OF
        if link.kind == natural_link_kind(self.kinds[link.start], end):
            return keys.FOR
        return next(key for key in keys.LINK_KEYS if key.field == link.kind)

    def _encode_link_end(self, link: Link) -> Tree:
        evidence = self._encode_evidence(link)
        if not evidence:
            return link.end
        return {keys.END.in_language(self.lang): link.end, **evidence}

    def _encode_evidence(self, link: Link) -> Branch:
        """What a link rests on and weighs; empty when it is stated, without place or weight."""
        is_stated = link.basis == "stated"
        basis = None if is_stated else self._word_for(link.basis, keys.BASES)
        return self._filled_branch(
            [
                (keys.BASIS, basis),
                (keys.WEIGHT, link.weight),
                (keys.AGREED, link.agreed),
                (keys.PLACES, self._encode_places(link.places)),
            ]
        )

    def _encode_loose_link(self, link: Link) -> Branch:
        """A link from an id that no element has, with both its ends."""
        start, kind, end, *_ = keys.LINK
        known: list[tuple[NativeKey, Tree]] = [
            (start, link.start),
            (kind, self._word_for(link.kind, keys.LINK_KINDS)),
            (end, link.end),
        ]
        return {**self._filled_branch(known), **self._encode_evidence(link)}

    def _encode_unread(self, unread: Unread) -> Branch:
        text, place, reason = keys.UNREAD_TEXT
        where = self._encode_place(unread.place) if unread.place else None
        return self._filled_branch(
            [
                (text, unread.text),
                (place, where),
                (reason, self._word_for(unread.reason, keys.REASONS)),
            ]
        )

    def _encode_waiver(self, waiver: Waiver) -> Branch:
        return self._filled_branch(
            [(key, getattr(waiver, key.field)) for key in keys.WAIVER]
        )

    def _encode_note(self, note: Note) -> Branch:
        code, message, place, values = keys.NOTE
        where = self._encode_place(note.place) if note.place else None
        return self._filled_branch(
            [
                (code, note.code),
                (message, note.message),
                (place, where),
                (values, dict(note.values) or None),
            ]
        )
