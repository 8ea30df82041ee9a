"""A drawn network before it means anything: boxes, boxes around boxes, and lines between them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Basis, Note, Place

# Lines of a drawing; ``a & b --> c & d`` draws four in a few letters, so they are counted before
# they are made.
MOST_LINES = 200_000


class DiagramBox(NamedTuple):
    """One box.

    Args:
        name: By which lines refer to it.
        label: The words in it, on one line.
        place: Where in the file it stands.
        says: Words outside its label that may say what it is: its classes, or a field such as
            ``kind``.
        inside: The name of the box around it, if any.
        fields: What the file says of it in fields of the model: ``id``, ``text``, ``phase`` …
        holds: It is drawn around other boxes.
        facts: What dinet wrote of the element beside its label; of another program it may be
            anything.
    """

    name: str
    label: str
    place: Place
    says: tuple[str, ...] = ()
    inside: str | None = None
    fields: Mapping[str, Any] = {}
    holds: bool = False
    facts: Mapping[str, Any] = {}


class Stroke(NamedTuple):
    """One line from box to box.

    Args:
        start: The name of the box where it begins. ``end`` is where it ends.
        place: Where in the file it stands.
        says: The words at it, or a field such as ``kind``.
        arrow: It points from start to end; a line without a head, or with two, does not.
        basis: On what evidence the link rests.
    """

    start: str
    end: str
    place: Place
    says: str = ""
    arrow: bool = True
    basis: Basis = "stated"

    @property
    def ends(self) -> set[str]:
        """The names of the boxes at its ends; one for a line from a box to itself."""
        return {self.start, self.end}


class Diagram(NamedTuple):
    """A whole drawing.

    Args:
        name: The name of the file.
        identity: What it says of the programme as a whole, by field of the model.
        left: Words of the file that have no meaning here; they become a note.
    """

    name: str
    boxes: tuple[DiagramBox, ...]
    strokes: tuple[Stroke, ...]
    identity: Mapping[str, str] = {}
    left: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def check_line_count(lines: int, place: Place) -> None:
    """Go on only when a drawing has no more lines than dinet reads.

    Raises:
        DocumentError: It has.
    """
    if lines > MOST_LINES:
        raise DocumentError(
            Sentence(
                "this drawing has more than {most} lines.", most=MOST_LINES
            ),
            where=place.as_sentence(),
        )
