"""What a person says of a document in its mapping form, as far as reading needs it.

The form is read before the document. What it says of headings, columns and the shapes of tables
goes into reading; what it says of elements by their ids is for after it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dinet.model import Element, Kind, Place
from dinet.native.problems import ProblemReport
from dinet.native.tree import MarkedText
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import Role, without_number


class HeadingAnswer(NamedTuple):
    """What a heading of the document is.

    Args:
        heading: Its words, as the form has them.
        words: What the person says that it is.
        role: The same as dinet has it.
        heads_members: What stands under it is that (``doelen``), not the heading itself (``doel``).
        place: The line of the form.
    """

    heading: MarkedText
    words: str
    role: Role
    heads_members: bool
    place: Place


class ColumnAnswer(NamedTuple):
    """What the columns under a heading hold.

    Args:
        table: The name of the only table that is meant; None for all tables.
        heading: Its words, as the form has them.
        words: What the person says that it holds.
        role: The same as dinet has it.
        place: The line of the form.
    """

    table: MarkedText | None
    heading: MarkedText
    words: str
    role: Role
    place: Place


class ShapeAnswer(NamedTuple):
    """Which shape a table has.

    Args:
        table: Its name.
        words: How the person calls the shape.
        shape: The name of the plug-in.
        place: The line of the form.
        rows: What the heads of the rows of a matrix are; None when the person does not say so.
        columns: The same of the heads of its columns.
    """

    table: MarkedText
    words: MarkedText
    shape: str
    place: Place
    rows: Kind | None = None
    columns: Kind | None = None


class SamenessAnswer(NamedTuple):
    """Elements that are one, or that are not.

    Args:
        names: Their ids, or the words of the document for them.
        are_same: They are one.
        place: The line of the form.
    """

    names: tuple[MarkedText, ...]
    are_same: bool
    place: Place


@dataclass
class FormAnswers:
    """All that a form says for reading; nothing when there is no form.

    Args:
        report: Is told of what does not fit the document.
        headings: In the order of the form, by the heading as headings are compared.
        columns: In the order of the form.
        shapes: In the order of the form.
        sameness: In the order of the form.
        elements_before: By id the elements that reading without the form gives; these are what a
            person sees who fills in a form.
    """

    report: ProblemReport
    headings: dict[str, HeadingAnswer] = field(default_factory=dict)
    columns: list[ColumnAnswer] = field(default_factory=list)
    shapes: list[ShapeAnswer] = field(default_factory=list)
    sameness: list[SamenessAnswer] = field(default_factory=list)
    elements_before: Mapping[str, Element] = field(default_factory=dict)

    @property
    def changes_reading(self) -> bool:
        """The form says anything that has to be known while the document is read."""
        return bool(
            self.headings or self.columns or self.shapes or self.sameness
        )

    @property
    def moves_ids(self) -> bool:
        """The form says anything by which an id may become that of another element."""
        return bool(self.headings or self.columns or self.shapes)

    def all_keys(self) -> Iterator[MarkedText]:
        """What these answers are about, each with its place in the form."""
        yield from (answer.heading for answer in self.headings.values())
        yield from (answer.heading for answer in self.columns)
        yield from (answer.table for answer in self.shapes)
        for sameness in self.sameness:
            yield from sameness.names

    def answer_for_heading(self, text: str) -> HeadingAnswer | None:
        """What a person says of a heading, with or without the number before it."""
        if not self.headings:
            return None
        return self.headings.get(plain(text)) or self.headings.get(
            plain(without_number(text))
        )


NO_ANSWERS = FormAnswers(ProblemReport(""))
"""Without a form; nothing may be added to it."""
