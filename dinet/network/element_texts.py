"""Every text that a document gives for an element, with its cell."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from dinet.model import Element, FieldName, Place, Target

_ONE_TEXT: tuple[FieldName, ...] = (
    "phase",
    "period",
    "budget",
    "status",
    "remark",
)
"""Fields that hold one text, under their own name."""
_one_texts = attrgetter(*_ONE_TEXT)


class ElementText(NamedTuple):
    """One text of an element.

    Args:
        text: As it stands there.
        place: Its cell; None for the text of the element itself, and where no cell is known.
    """

    text: str
    place: Place | None


def element_texts(element: Element) -> Iterator[ElementText]:
    """The text of an element, its title, and then what its fields and own columns say.

    Example:
        >>> from dinet.model import Effort
        >>> [found.text for found in element_texts(Effort(id="I1", text="Een hal", budget="5"))]
        ['Een hal', '5']
    """
    yield ElementText(element.text, None)
    if element.title:
        yield ElementText(element.title, None)
    for field, text in zip(_ONE_TEXT, _one_texts(element), strict=True):
        if text:
            yield ElementText(text, _cell_of(element, field))
    for owner in element.owners:
        yield ElementText(owner, _cell_of(element, "owner"))
    for source in element.sources:
        yield ElementText(source, _cell_of(element, "source"))
    for extra in element.extra:
        yield ElementText(extra.text, extra.place)
    if type(element) is Target:
        for measurement in element.measurements:
            yield ElementText(measurement.text, measurement.place)


def _cell_of(element: Element, field: FieldName) -> Place | None:
    if not element.stated:
        return None
    return next(iter(element.places_of(field)), None)
