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
from dinet.model import (
    ELEMENT_OF,
    Basis,
    Kind,
    Link,
    Note,
    Place,
    Programme,
    natural_link_kind,
)
from dinet.native.facts import known_facts
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
        DocumentError: There is no box, or none says what it is.
    """
    if not diagram.boxes:
        what = Sentence("this drawing is empty.")
        raise DocumentError(what, where=diagram.name)
    return _DiagramReading(diagram).build_programme()


class _DiagramReading:
    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self.boxes = {box.name: box for box in diagram.boxes}
        self.lang = diagram.identity.get("lang") or _language_of_labels(
            diagram
        )
        self.notes: list[Note] = []
        self.columns: dict[str, KindAndLevel] = {}
        """The groups whose label says what stands in them, by name."""
        for box in diagram.boxes:
            meaning = _meaning_of_column(box)
            if meaning:
                self.columns[box.name] = meaning
        self.known = self._recognise_boxes()
        """What each box is that is no column, by name."""
        self.same: dict[str, str] = {}
        """A group whose theme is also drawn as a box in it, and the name of that box."""

    def _recognise_boxes(self) -> dict[str, KnownBox]:
        rest = [
            box for box in self.diagram.boxes if box.name not in self.columns
        ]
        dotted = all_coded(box for box in rest if "text" not in box.fields)
        return {
            box.name: recognise_box(box, self._column_of(box), dotted=dotted)
            for box in rest
        }

    def _add_remark(
        self, code: str, box: DiagramBox | Stroke, **values: object
    ) -> None:
        self.notes.append(make_note(code, box.place, self.lang, **values))

    def _boxes_around(self, box: DiagramBox) -> Iterator[DiagramBox]:
        """The boxes around a box, the nearest first."""
        passed = {box.name}
        while box.inside in self.boxes and box.inside not in passed:
            box = self.boxes[box.inside]
            passed.add(box.name)
            yield box

    def _column_of(self, box: DiagramBox) -> KindAndLevel | None:
        """What the column says in which a box stands; None for a group, and outside columns."""
        if box.holds:
            return None
        nearest = next(self._boxes_around(box), None)
        return self.columns.get(nearest.name) if nearest else None

    def build_programme(self) -> Programme:
        self._find_themes()
        self._leave_out_unknown()
        if not self.known:
            what = Sentence("no box says that it is a goal, target or effort.")
            hint = Sentence(
                "Give boxes a class or kind (doel, smart-doel, inspanning), "
                "or a code such as D1, S1, I1."
            )
            raise DocumentError(what, hint, where=self.diagram.name)
        ids = self._give_ids()
        links = [*self._links_of_lines(ids), *self._links_of_groups(ids)]
        starts = {link.start for link in links}
        elements = [
            self._build_element(name, ids[name], starts)
            for name in self._in_order()
        ]
        self._remark_left_out()
        identity = {"lang": self.lang, **self.diagram.identity}
        notes = (*self.diagram.notes, *self.notes)
        return Programme.model_validate(
            {
                "identity": identity,
                "elements": elements,
                "links": links,
                "notes": notes,
            }
        )

    def _remark_left_out(self) -> None:
        if self.diagram.left:
            text = ", ".join(self.diagram.left)
            self._add_remark("drawing_left", self.diagram.boxes[0], text=text)

    # what each box is

    def _find_themes(self) -> None:
        """A group that does not say what it is is a theme, when it holds something that does."""
        self._find_twins()
        filled = self._groups_around_known()
        for name, known in self.known.items():
            box = self.boxes[name]
            if box.holds and not known.kind and name in filled and known.text:
                self.known[name] = known._replace(kind="theme")
                self._add_remark("theme_from_group", box, text=known.text)

    def _groups_around_known(self) -> set[str]:
        """The names of the boxes around boxes that say what they are."""
        groups: set[str] = set()
        for name, known in self.known.items():
            if known.kind:
                groups.update(
                    around.name
                    for around in self._boxes_around(self.boxes[name])
                )
        return groups

    def _find_twins(self) -> None:
        """Find groups that have the id of a box in them.

        Then that box is what the group shows, and its lines are drawn.
        """
        inner = {
            (self._nearest_group(self.boxes[name]), known.code): name
            for name, known in self.known.items()
            if known.kind and known.code
        }
        for name, known in self.known.items():
            twin = inner.get((name, known.code or ""))
            if not twin or not self.boxes[name].holds:
                continue
            if known.kind in (None, self.known[twin].kind):
                self.same[name] = twin
                self.known[name] = self.known[twin]

    def _leave_out_unknown(self) -> None:
        """Leave out the boxes that nothing says what they are.

        Those with words or lines get a remark.
        """
        line_counts = Counter(
            name
            for line in self.diagram.strokes
            for name in {line.start, line.end}
        )
        unknown = [
            name for name, known in self.known.items() if known.kind is None
        ]
        for name in unknown:
            box, count = self.boxes[name], line_counts[name]
            if box.label or count:
                self._add_remark(
                    "box_left", box, text=box.label or name, count=count
                )
            del self.known[name]

    def _give_ids(self) -> dict[str, str]:
        """An id for every box.

        It is what the box says of itself, or its name when a person gave it, or else counted.
        """
        ids: dict[str, str] = {}
        taken: set[str] = set()
        own = [name for name in self.known if name not in self.same]
        for name in own:
            stated = self._stated_id(name)
            if stated is not None and stated not in taken:
                ids[name] = stated
                taken.add(stated)
        counts: Counter[str] = Counter()
        for name in own:
            if name not in ids:
                ids[name] = self._next_id(self.known[name], taken, counts)
                taken.add(ids[name])
                self._remark_taken_id(name, ids[name])
        return ids | {name: ids[twin] for name, twin in self.same.items()}

    def _remark_taken_id(self, name: str, new_id: str) -> None:
        """Note that another box had the id already that a box gives itself."""
        stated = self._stated_id(name)
        if stated is not None:
            self._add_remark(
                "id_taken", self.boxes[name], text=stated, id=new_id
            )

    def _stated_id(self, name: str) -> str | None:
        """The id that a box gives itself; None when it has to be counted."""
        code, box = self.known[name].code, self.boxes[name]
        if "id" in box.fields:
            return str(box.fields["id"])
        if code is not None:
            return code
        return None if box.holds or _COUNTED_NAME.fullmatch(name) else name

    def _next_id(
        self, known: KnownBox, taken: set[str], counts: Counter[str]
    ) -> str:
        """The next id for an element of a kind that no box has yet."""
        prefix = ELEMENT_OF[known.kind or "goal"].prefix
        counts[prefix] += 1
        while f"{prefix}{counts[prefix]}" in taken:
            counts[prefix] += 1
        return f"{prefix}{counts[prefix]}"

    def _in_order(self) -> list[str]:
        """The names of what is an element, in reading order.

        That is as they are counted, or else as they stand in the file.
        """
        names = [name for name in self.known if name not in self.same]
        if all(map(_COUNTED_NAME.fullmatch, names)):
            names.sort(key=_numbers_in_name)
        return names

    def _build_element(
        self, name: str, element_id: str, starts: set[str]
    ) -> dict[str, Any]:
        """The fields of an element.

        Args:
            name: Of its box.
            element_id: Its id.
            starts: The ids of all elements that serve another.
        """
        known, box = self.known[name], self.boxes[name]
        values: dict[str, Any] = {
            "text": known.text,
            **(known_facts(box.facts, known.kind) if known.kind else {}),
            **box.fields,
            "id": element_id,
            "kind": known.kind,
            "places": (box.place,),
        }
        if known.kind == "goal" and known.level:
            values.setdefault("level", known.level)
        around = self._nearest_group(box)
        unlinked_effort = known.kind == "effort" and element_id not in starts
        if around is not None and unlinked_effort and not box.holds:
            values.setdefault("group", self.known[around].text)
        return values

    def _nearest_group(self, box: DiagramBox) -> str | None:
        """The name of the nearest box around a box that is not a mere column, if any."""
        for around in self._boxes_around(box):
            if around.name in self.known:
                return around.name
        return None

    # how they are linked

    def _known_kind(self, name: str) -> Kind | None:
        known = self.known.get(name)
        return known.kind if known else None

    def _links_of_lines(self, ids: dict[str, str]) -> Iterator[Link]:
        """The links that lines stand for.

        A line between two kinds of which one serves the other is turned to run towards what is
        served. Of a line between equals nothing says which way it runs: it is turned when most
        other lines of the drawing are.
        """
        strokes = [
            line for line in self.diagram.strokes if ids.keys() >= line.ends
        ]
        rises = [self._rise_of_line(line) for line in strokes]
        downward = _run_downward(rises)
        turned: list[Stroke] = []
        for stroke, rise in zip(strokes, rises, strict=True):
            start, end = stroke.start, stroke.end
            level_line_down = rise == 0 and downward and stroke.arrow
            kind = _LINK_KINDS.get(hyphenated_word(stroke.says))
            if kind is None:
                if rise < 0 or level_line_down:
                    turned += [stroke] * stroke.arrow
                    start, end = end, start
                kind = natural_link_kind(
                    self._known_kind(start), self._known_kind(end)
                )
            yield _build_link(
                (ids[start], ids[end]), kind, stroke.basis, stroke.place
            )
        self._remark_lines(strokes, turned)

    def _rise_of_line(self, stroke: Stroke) -> int:
        """How many kinds a line comes nearer to the vision.

        0 for one whose words say what it is, and for one of which an end is not known.
        """
        start, end = (
            self._known_kind(stroke.start),
            self._known_kind(stroke.end),
        )
        if start is None or end is None or _says_link_kind(stroke):
            return 0
        return rise_towards_vision(start, end)

    def _remark_lines(
        self, strokes: list[Stroke], turned: list[Stroke]
    ) -> None:
        """Note which arrows were turned, and which words at lines have no meaning here."""
        if turned:
            text = f"{turned[0].start} → {turned[0].end}"
            self._add_remark(
                "arrows_turned", turned[0], count=len(turned), text=text
            )
        worded = [
            line for line in strokes if line.says and not _says_link_kind(line)
        ]
        if worded:
            self._add_remark(
                "line_words_left",
                worded[0],
                count=len(worded),
                text=worded[0].says,
            )

    def _links_of_groups(self, ids: dict[str, str]) -> Iterator[Link]:
        """The links that standing in a group means.

        Goals and themes belong to the theme around them, and what serves a goal to the goal
        around it.
        """
        for name, known in self.known.items():
            box = self.boxes[name]
            around = self._nearest_group(box)
            if around is None or around in self.same or name in self.same:
                continue
            above = self._known_kind(around)
            if known.kind and above and _belongs_in_group(known.kind, above):
                kind = natural_link_kind(known.kind, above)
                yield _build_link(
                    (ids[name], ids[around]), kind, "heading", box.place
                )


def _meaning_of_column(box: DiagramBox) -> KindAndLevel | None:
    """What the label of a group says of the boxes in it; None for what is no column."""
    if not box.holds or box.says:
        return None
    return meaning_of_word(box.label)


def _belongs_in_group(kind: Kind, above: Kind) -> bool:
    """An element of a kind belongs to one of the other kind by standing in its group."""
    if above == "theme":
        return kind in ("goal", "theme")
    return rise_towards_vision(kind, above) > 0


def _run_downward(rises: list[int]) -> bool:
    """More lines of a drawing run away from the vision than towards it."""
    falling = sum(rise < 0 for rise in rises)
    return falling > sum(rise > 0 for rise in rises)


def _says_link_kind(stroke: Stroke) -> bool:
    """The words at a line name the kind of the link that it stands for."""
    return hyphenated_word(stroke.says) in _LINK_KINDS


def _numbers_in_name(name: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", name)]


def _build_link(
    ends: tuple[str, str], kind: str, basis: Basis, place: Place
) -> Link:
    start, end = ends
    return Link.model_validate(
        {
            "start": start,
            "end": end,
            "kind": kind,
            "basis": basis,
            "places": (place,),
        }
    )


def _language_of_labels(diagram: Diagram) -> str:
    paras = tuple(
        Para(Block((Span(box.label),)), box.place) for box in diagram.boxes
    )
    return language_of(Document(diagram.name, paras))
