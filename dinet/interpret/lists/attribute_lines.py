"""Lines that say something of what they stand under: ``Trekker: X``, ``Wanneer: 2027``.

Of which element they tell, their place says:

- a list item tells of what it stands under, or else of the item before it;
- a line after efforts tells of these, of one or of all that stand behind one label;
- a line before the efforts of a goal tells of all of them, as the owner of a card does, and of the
  goal when no efforts follow; money is of the goal when there are several, for it is one sum.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from dinet.document.content import Para
from dinet.interpret.outline.sections import DocumentSection
from dinet.interpret.reading import Measure, ProgrammeReading
from dinet.interpret.texts.annotations import extract_annotations
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.model import Kind, Place
from dinet.vocabulary.roles import (
    in_network,
    kind_of,
    kinds_named_in,
    role_of,
)
from dinet.vocabulary.time_headings import without_year
from dinet.wording.numbers import is_measure

_LABEL = re.compile(
    r"(?P<label>[^\W\d][\w .'/-]{1,40}?) ?(?:\d+)? ?: ?(?P<words>\S.*)"
)
_LONGEST_CHARACTERS = 120
"""Of an owner, a period or a sum; a longer text after such a word is prose."""
_PERSON_ROLES = ("owner", "partner", "period")
_NAME_WORDS = 8
"""In a list of efforts: longer words after ``Wie:`` may be what is done."""
_LEAST_DEFINING_WORDS = 2
"""Of an element that only a reference names."""
_SHORT_ROLES = ("owner", "partner", "period", "budget", "status", "phase")
_MEASURE_ROLES = ("baseline", "value", "unit")
_VALUE_ROLES = (*_MEASURE_ROLES, "realised", "forecast")
_LONG_ROLES = ("remark",)
_NEVER_WAITING = (*_MEASURE_ROLES, "source", "reference")
"""These tell of what was read last, never of what is still to come."""
ATTRIBUTE_ROLES = (*_SHORT_ROLES, *_MEASURE_ROLES, *_LONG_ROLES, "source")


class AttributeLine(NamedTuple):
    """What a line says of what it stands under.

    Args:
        role: What it is about: ``owner``, ``period``, ``baseline`` …
        label: The words before the colon.
        words: Those after it.
    """

    role: str
    label: str
    words: str


def attributes_in(text: str) -> tuple[AttributeLine, ...]:
    """What a line says of what it stands under; empty when it says anything else.

    Example:
        >>> [line.words for line in attributes_in("Trekker: team Groen, wanneer: 2027")]
        ['team Groen', '2027']
        >>> attributes_in("Doel: meer groen")
        ()
    """
    said = extract_annotations(text)
    if not said.text:
        asides = [
            AttributeLine(role, "", words) for role, words in said.asides
        ]
        sources = [AttributeLine("source", "", name) for name in said.sources]
        return (*asides, *sources)
    found = _LABEL.fullmatch(text)
    role = role_of(found["label"]) if found else None
    if found is None or role is None:
        return ()
    return attribute_under(role.name, found["label"], found["words"])


def is_labelled_value(text: str) -> bool:
    """A text is one value with the word for what it is, and no target by itself.

    Met in forms, beside the name of the indicator: ``Nu: 240``, ``Doel 2028: 400``.

    Example:
        >>> is_labelled_value("Nulmeting: 240"), is_labelled_value("Aantal banen: 240")
        (True, False)
    """
    found = _LABEL.fullmatch(text)
    if found is None or not is_measure(found["words"]):
        return False
    label = text.partition(":")[0]
    role = role_of(label) or in_network(label)
    return role is not None and role.name in _VALUE_ROLES


def attribute_under(
    role: str, label: str, words: str
) -> tuple[AttributeLine, ...]:
    """What words say under a label or heading with a role; empty when they are too many for it."""
    if role not in (*ATTRIBUTE_ROLES, "reference"):
        return ()
    if role not in _LONG_ROLES and len(words) > _LONGEST_CHARACTERS:
        return ()
    return (AttributeLine(role, label, words.strip(" ;")),)


def attributes_of_para(
    para: Para, section: DocumentSection, *, heads: bool
) -> tuple[AttributeLine, ...]:
    """What a paragraph or list item says of what it stands under; empty when it says none of that.

    Args:
        para: The paragraph.
        section: In which it stands.
        heads: The heading of the section stands under that of a goal.
    """
    lines = attributes_in(para.text) if ":" in para.text else ()
    heading = section.heading
    if not lines and heading and (heads or heading.text.endswith(":")):
        lines = _lines_under_label(para, section, heading)
    if not lines or not _may_be_attribute(lines[0], para, section):
        return ()
    return lines


def _lines_under_label(
    para: Para, section: DocumentSection, heading: Para
) -> tuple[AttributeLine, ...]:
    """What a line says under a label or heading such as ``Trekker:`` that stands above it."""
    role = section.role
    if role is None or role.name not in ATTRIBUTE_ROLES or section.grids:
        return ()
    return attribute_under(role.name, heading.text.rstrip(": "), para.text)


def _may_be_attribute(
    line: AttributeLine, para: Para, section: DocumentSection
) -> bool:
    """The line tells of something; a list item beside efforts may be one of them itself.

    ``Subsidie: voor clubs`` in a list of efforts is an effort; ``trekker: X`` is none.
    """
    level, top = para.block.level, section.top_level
    beside = kind_of(section.role) is not None and not section.text
    if level is None or not beside or level != top:
        return True
    return (
        line.role in _PERSON_ROLES and len(line.words.split()) <= _NAME_WORDS
    )


class AttributeLineReader:
    """Gives what lines say to the elements that they tell of.

    Args:
        draft: Where the mentions stand.
    """

    def __init__(self, draft: ProgrammeReading) -> None:
        self.draft = draft
        self.goal: int | None = None
        """What is open: the lines before its efforts tell of these."""
        self.efforts: list[int] = []
        """Those of the goal that is open."""
        self.here: list[int] = []
        """What stands behind the label, or under the heading, that came last."""
        self.waiting: list[tuple[AttributeLine, Place]] = []
        """The lines that tell of efforts still to come, and where they stand."""

    def open_goal(self, number: int | None) -> None:
        """Another goal is open from here on, or none."""
        self.hand_out()
        self.goal, self.efforts, self.here = number, [], []

    def open_section(self) -> None:
        """Another label or heading comes."""
        self.here = []

    def add_element(self, number: int) -> None:
        """An element was read."""
        self.here.append(number)
        if self.draft.mentions[number].kind == "effort":
            self.efforts.append(number)

    def read_line(
        self, line: AttributeLine, para: Para, rank: int | None
    ) -> bool:
        """Read a line; False when it tells of nothing that was read.

        Args:
            line: What it says.
            para: Where it stands.
            rank: The level of the heading above it.
        """
        if classify_text(line.words) is TextKind.NOTHING:
            return bool(self.here)
        told_of = self._told_of(line, para, rank)
        if (
            line.role == "budget"
            and len(told_of) > 1
            and self.goal is not None
        ):
            told_of = [self.goal]
        if told_of:
            for number in told_of:
                self._say(line, number, para.place)
            return True
        if self.goal is None or line.role in _NEVER_WAITING:
            return False
        self.waiting.append((line, para.place))
        return True

    def _told_of(
        self, line: AttributeLine, para: Para, rank: int | None
    ) -> list[int]:
        """The elements that a line tells of; empty when these are still to come."""
        here = self.here
        kinds = {self.draft.mentions[number].kind for number in here}
        if line.role == "source":
            return here[-1:]
        if line.role in _MEASURE_ROLES:
            return here[-1:] if "target" in kinds else []
        in_list = para.block.level is not None
        if in_list and "effort" in kinds:
            return here[-1:]
        if (in_list and rank is not None) or "effort" in kinds:
            return here
        return self._without_efforts(kinds)

    def _without_efforts(self, kinds: set[Kind]) -> list[int]:
        """What stands behind the last label, when it waits for no efforts of a goal."""
        return [] if self.goal is not None or "theme" in kinds else self.here

    def _say(self, line: AttributeLine, number: int, place: Place) -> None:
        mention = self.draft.mentions[number]
        if line.role == "source":
            mention.sources.append(line.words)
        elif line.role == "reference":
            kinds = kinds_named_in(line.label)
            named = self.draft.add_reference(
                line.words,
                place,
                kinds,
                may_define=self._may_define(line.words, kinds),
            )
            self.draft.link_mentions(number, named, None, "stated", place)
        elif line.role in _MEASURE_ROLES:
            year = without_year(line.label)[1]
            mention.measures.append(
                Measure(line.role, line.label, year, line.words, place)
            )
        else:
            mention.add_attribute(line.role, line.words)
            mention.add_cell(line.role, line.words, place)

    def _may_define(self, words: str, kinds: tuple[Kind, ...]) -> bool:
        """The words are an element when nothing is: no other place of the document holds such.

        Met in books of projects, which name their goals only so: ``Draagt bij aan doel: Groen om
        de hoek``. One word may be a code or a name.
        """
        if not kinds or len(words.split()) < _LEAST_DEFINING_WORDS:
            return False
        return not any(
            mention.kind in kinds and mention.reference is None
            for mention in self.draft.mentions
        )

    def hand_out(self) -> None:
        """Give what waits to the efforts that came after it, or to the goal when none came."""
        efforts = [
            number
            for number in self.efforts
            if self.draft.mentions[number].part_of is None
        ]
        for line, place in self.waiting:
            told_of: Iterable[int] = efforts
            if not efforts or (line.role == "budget" and len(efforts) > 1):
                told_of = () if self.goal is None else (self.goal,)
            for number in told_of:
                self._say_unless_said(line, number, place)
        self.waiting = []

    def _say_unless_said(
        self, line: AttributeLine, number: int, place: Place
    ) -> None:
        """Say what holds for all, unless the element says something else of itself."""
        mention = self.draft.mentions[number]
        name = "owner_words" if line.role == "owner" else line.role
        if not getattr(mention, name, None):
            self._say(line, number, place)
