"""Who carries what, as the page's script shows it."""

from collections.abc import Iterable
from typing import TypeAlias

from dinet.model import Element
from dinet.network import Network
from dinet.report.coverage.breakdown import break_down

OwnerRow: TypeAlias = tuple[str, str, list[int], list[int], list[int]]
"""The role and the name of an owner, and the numbers of efforts, of goals, and of what rests on
this owner alone. The name is empty for the efforts without an owner."""


def list_owner_rows(network: Network) -> list[OwnerRow]:
    """The owners, those of most efforts first; empty when the document names none.

    Example:
        >>> from dinet.model import Effort, Programme
        >>> hall = Effort(id="I1", text="Een hal", owners=("Team Sport",))
        >>> list_owner_rows(Network(Programme(elements=(hall,))))
        [('', 'Team Sport', [0], [], [])]
    """
    number_of = {element.id: at for at, element in enumerate(network)}

    def list_numbers(elements: Iterable[Element]) -> list[int]:
        return [number_of[element.id] for element in elements]

    rows: list[OwnerRow] = [
        (
            row.key.role,
            row.key.name or "",
            list_numbers(row.efforts),
            list_numbers(row.goals),
            list_numbers(row.resting),
        )
        for row in break_down(network, "owner").rows
    ]
    has_names = any(name for _, name, *_ in rows)
    return rows if has_names else []
