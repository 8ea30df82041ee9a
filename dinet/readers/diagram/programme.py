"""A drawn network becomes a programme.

Nothing is guessed: a box that nothing says what it is is left out, with a note.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dinet.document.content import Block, Document, Para, Span
from dinet.document.notes import make_note
from dinet.errors import DocumentError
from dinet.interpret.document_kind import language_of
from dinet.language import Sentence
from dinet.model import ELEMENT_OF, Kind, Link, Note, Programme, natural_link_kind
from dinet.native.keys import LINK_KINDS, hyphenated_word, names_by_word
from dinet.native.link_direction import rise_towards_vision
from dinet.readers.diagram.boxes import Diagram, DiagramBox, Stroke
from dinet.readers.diagram.kinds import (
    KindAndLevel,
    KnownBox,
    all_coded,
    meaning_of_word,
    recognise_box,
)

_LINK_KINDS = names_by_word(LINK_KINDS)
_COUNTED_NAME = re.compile(r"(?:n\d{1,9}::)*n?\d{1,9}")
"""Names that a program gave, not a person."""


def build_programme(diagram: Diagram) -> Programme:
    """The programme that a drawing shows.

    Args:
        diagram: Boxes and lines. A box around others is a theme, unless it says to be something
            else or names a column.

    Raises:
        DocumentError: No box says what it is.
    """
    return _DiagramReading(diagram).build_programme()


class _DiagramReading:
    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self.boxes = {each.name: each for each in diagram.boxes}
        self.lang = diagram.identity.get("lang") or _language_of_labels(diagram)
        self.notes: list[Note] = []
        self.columns = {
            each.name: found
            for each in diagram.boxes
            if each.holds and not each.says and (found := meaning_of_word(each.label))
        }
        rest = [each for each in diagram.boxes if each.name not in self.columns]
        dotted = all_coded(each for each in rest if "text" not in each.fields)
        self.known = {
            each.name: recognise_box(each, self._column_of(each), dotted=dotted)
            for each in rest
        }
        self.same: dict[str, str] = {}
        """A group whose theme is also drawn as a box in it, and the name of that box."""

    def _add_remark(
        self, code: str, box: DiagramBox | Stroke, **values: object
    ) -> None:
        self.notes.append(make_note(code, box.place, self.lang, **values))

    def _boxes_around(self, box: DiagramBox) -> Iterator[DiagramBox]:
        """The boxes around a box, the nearest first."""
        seen = {box.name}
        while box.inside in self.boxes and box.inside not in seen:
            box = self.boxes[box.inside]
            seen.add(box.name)
            yield box

    def _column_of(self, box: DiagramBox) -> KindAndLevel | None:
        nearest = next(self._boxes_around(box), None)
        return self.columns.get(nearest.name) if nearest and not box.holds else None

    def build_programme(self) -> Programme:
        self._find_themes()
        self._leave_out_unknown()
        if not self.known:
            what = Sentence("no box says that it is a goal, target or effort.")
            hint = Sentence(
                "Give boxes a class or kind (doel, smart-doel, inspanning), or a code such as D1, S1, I1."
            )
            raise DocumentError(what, hint, where=self.diagram.name)
        ids = self._give_ids()
        links = [*self._links_of_lines(ids), *self._links_of_groups(ids)]
        served = {each.start for each in links}
        elements = [
            self._build_element(name, ids[name], served) for name in self._in_order()
        ]
        if self.diagram.left:
            text = ", ".join(self.diagram.left)
            self.notes.append(
                make_note(
                    "drawing_left", self.diagram.boxes[0].place, self.lang, text=text
                )
            )
        identity = {"lang": self.lang, **self.diagram.identity}
        notes = (*self.diagram.notes, *self.notes)
        return Programme.model_validate(
            {"identity": identity, "elements": elements, "links": links, "notes": notes}
        )

    # what each box is

    def _find_themes(self) -> None:
        """A group that does not say what it is is a theme, when it holds something that does."""
        self._find_twins()
        filled = {
            around.name
            for name, each in self.known.items()
            if each.kind
            for around in self._boxes_around(self.boxes[name])
        }
        for name, each in self.known.items():
            box = self.boxes[name]
            if box.holds and not each.kind and name in filled and each.text:
                self.known[name] = each._replace(kind="theme")
                self._add_remark("theme_from_group", box, text=each.text)

    def _find_twins(self) -> None:
        """Find groups that have the id of a box in them: then that is what the group shows, and its lines are drawn."""
        inner = {
            (self._nearest_group(self.boxes[name]), each.code): name
            for name, each in self.known.items()
            if each.kind and each.code
        }
        for name, each in self.known.items():
            twin = inner.get((name, each.code or ""))
            if (
                twin
                and self.boxes[name].holds
                and each.kind in (None, self.known[twin].kind)
            ):
                self.same[name] = twin
                self.known[name] = self.known[twin]

    def _leave_out_unknown(self) -> None:
        ends = Counter(
            name for each in self.diagram.strokes for name in {each.start, each.end}
        )
        for name in [name for name, each in self.known.items() if each.kind is None]:
            box = self.boxes[name]
            if box.label or ends[name]:
                self._add_remark(
                    "box_left", box, text=box.label or name, count=ends[name]
                )
            del self.known[name]

    def _give_ids(self) -> dict[str, str]:
        """An id for every box: what it says of itself, or its name when a person gave it, or else counted."""
        ids: dict[str, str] = {}
        taken: set[str] = set()
        counts: Counter[str] = Counter()
        own = [name for name in self.known if name not in self.same]
        for name in own:
            said = self._stated_id(name)
            if said is not None and said not in taken:
                ids[name] = said
                taken.add(said)
        for name in own:
            if name not in ids:
                ids[name] = self._next_id(self.known[name], taken, counts)
                taken.add(ids[name])
                if self._stated_id(name) is not None:
                    self._add_remark(
                        "id_taken",
                        self.boxes[name],
                        text=self._stated_id(name),
                        id=ids[name],
                    )
        return ids | {name: ids[twin] for name, twin in self.same.items()}

    def _stated_id(self, name: str) -> str | None:
        code, box = self.known[name].code, self.boxes[name]
        if "id" in box.fields:
            return str(box.fields["id"])
        return (
            code
            if code is not None
            else None
            if box.holds or _COUNTED_NAME.fullmatch(name)
            else name
        )

    def _next_id(self, each: KnownBox, taken: set[str], counts: Counter[str]) -> str:
        prefix = ELEMENT_OF[each.kind or "goal"].prefix
        counts[prefix] += 1
        while f"{prefix}{counts[prefix]}" in taken:
            counts[prefix] += 1
        return f"{prefix}{counts[prefix]}"

    def _in_order(self) -> list[str]:
        """The names of what is an element, in reading order: as they are counted, or else as they stand in the file."""
        names = [name for name in self.known if name not in self.same]
        if all(map(_COUNTED_NAME.fullmatch, names)):
            return sorted(
                names, key=lambda name: [int(each) for each in re.findall(r"\d+", name)]
            )
        return names

    def _build_element(
        self, name: str, element_id: str, served: set[str]
    ) -> dict[str, Any]:
        each, box = self.known[name], self.boxes[name]
        values: dict[str, Any] = {
            "text": each.text,
            **box.fields,
            "id": element_id,
            "kind": each.kind,
            "places": (box.place,),
        }
        if each.kind == "goal" and each.level:
            values.setdefault("level", each.level)
        around = self._nearest_group(box)
        group = None if around is None else self.known[around]
        if (
            group
            and not box.holds
            and element_id not in served
            and each.kind == "effort"
        ):
            values.setdefault("group", group.text)
        return values

    def _nearest_group(self, box: DiagramBox) -> str | None:
        """The name of the nearest box around a box that is not a mere column, if any."""
        return next(
            (each.name for each in self._boxes_around(box) if each.name in self.known),
            None,
        )

    # how they are linked

    def _known_kind(self, name: str) -> Kind | None:
        found = self.known.get(name)
        return found.kind if found else None

    def _links_of_lines(self, ids: dict[str, str]) -> Iterator[Link]:
        """The links that lines stand for.

        Lines between two rungs of the ladder are turned to run towards what is served.
        """
        strokes = [
            each
            for each in self.diagram.strokes
            if each.start in ids and each.end in ids
        ]
        rises = [self._rise_of_line(each) for each in strokes]
        downward = sum(each < 0 for each in rises) > sum(each > 0 for each in rises)
        turned = []
        for stroke, up in zip(strokes, rises, strict=True):
            kind = _LINK_KINDS.get(hyphenated_word(stroke.says))
            start, end = stroke.start, stroke.end
            if kind is None and (up < 0 or (up == 0 and downward and stroke.arrow)):
                turned += [stroke] * stroke.arrow
                start, end = end, start
            values = {"basis": stroke.basis, "places": (stroke.place,)}
            link_kind = kind or natural_link_kind(
                self._known_kind(start), self._known_kind(end)
            )
            yield Link.model_validate(
                {"start": ids[start], "end": ids[end], "kind": link_kind, **values}
            )
        self._remark_lines(strokes, turned)

    def _rise_of_line(self, stroke: Stroke) -> int:
        """How many rungs of the ladder a line comes nearer to the vision; 0 for one whose words say what it is."""
        start, end = self._known_kind(stroke.start), self._known_kind(stroke.end)
        explicit = hyphenated_word(stroke.says) in _LINK_KINDS
        return (
            0
            if explicit or start is None or end is None
            else rise_towards_vision(start, end)
        )

    def _remark_lines(self, strokes: list[Stroke], turned: list[Stroke]) -> None:
        if turned:
            text = f"{turned[0].start} → {turned[0].end}"
            self._add_remark("arrows_turned", turned[0], count=len(turned), text=text)
        words = [
            each
            for each in strokes
            if each.says and hyphenated_word(each.says) not in _LINK_KINDS
        ]
        if words:
            self._add_remark(
                "line_words_left", words[0], count=len(words), text=words[0].says
            )

    def _links_of_groups(self, ids: dict[str, str]) -> Iterator[Link]:
        """The links that standing in a group means: goals to their theme, and what serves a goal to the goal around it."""
        for name, each in self.known.items():
            around = self._nearest_group(self.boxes[name])
            if around is None or around in self.same or name in self.same:
                continue
            kind, above = each.kind, self._known_kind(around)
            if (
                kind
                and above
                and (
                    kind in ("goal", "theme")
                    if above == "theme"
                    else rise_towards_vision(kind, above) > 0
                )
            ):
                evidence = {"basis": "heading", "places": (self.boxes[name].place,)}
                yield Link.model_validate(
                    {
                        "start": ids[name],
                        "end": ids[around],
                        "kind": natural_link_kind(kind, above),
                        **evidence,
                    }
                )


def _language_of_labels(diagram: Diagram) -> str:
    paras = tuple(
        Para(Block((Span(each.label),)), each.place) for each in diagram.boxes
    )
    return language_of(Document(diagram.name, paras))
