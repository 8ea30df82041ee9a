"""Tables that are frames around other tables, or data with tables in their cells."""

from collections.abc import Iterable

from dinet.vocabulary.roles import role_of

_LEAST_ROLES = 2
"""Cells that name columns: one may stand in the title of a poster."""


def names_columns(texts: Iterable[str]) -> bool:
    """The cells of a first row name columns, so their table is no frame.

    Met in plans where every cell of efforts holds a table: half of the cells with words hold one
    then, as in a frame.

    Example:
        >>> names_columns(["Doel", "Wat gaan we doen?"]), names_columns(["Poster", "2027"])
        (True, False)
    """
    roles = (role_of(text) for text in texts if text)
    return sum(role is not None for role in roles) >= _LEAST_ROLES
