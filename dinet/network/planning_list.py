"""A planning that repeats the efforts of a document in a list of its own: where the two differ."""

from typing import NamedTuple

from dinet.model import Effort, Place
from dinet.network.network import Network

_REPEATED = 3
"""Efforts that stand both in the planning and elsewhere: of fewer it may be chance."""
_List = tuple[str, str | None, int | None]
"""A table of a document: its file, its sheet and its number."""


class PlanningDrift(NamedTuple):
    """How a planning differs from the list of efforts; both are empty without such a planning.

    Args:
        only_planned: Efforts that stand in the planning and nowhere else.
        unplanned: Efforts that are not in it, nor is an effort that they are part of.
    """

    only_planned: tuple[Effort, ...] = ()
    unplanned: tuple[Effort, ...] = ()


def planning_drift(network: Network) -> PlanningDrift:
    """What stands in one of the two lists only, each in the order of the programme.

    The planning is a table in which every effort has a planning, and at least three of these also
    stand in another place. The annex of Coevorden has one, with a row that its table of efforts
    does not have. A table of efforts with a planning in its own columns is none.
    """
    planning = _planning_tables(network)
    if not planning:  # as in most documents
        return PlanningDrift()
    repeated = 0
    only_planned = []
    for effort in network.efforts:
        lists = _lists_of(effort)
        if planning.isdisjoint(lists):
            continue
        if lists <= planning:
            only_planned.append(effort)
        else:
            repeated += 1
    if repeated < _REPEATED:
        return PlanningDrift()
    unplanned = [
        effort
        for effort in network.efforts
        if not effort.planning and not _whole_is_planned(effort, network)
    ]
    return PlanningDrift(tuple(only_planned), tuple(unplanned))


def _planning_tables(network: Network) -> set[_List]:
    """The tables in which an effort with a planning stands, and none without."""
    planned: set[_List] = set()
    others: set[_List] = set()
    if not any(effort.planning for effort in network.efforts):
        return planned
    for effort in network.efforts:
        (planned if effort.planning else others).update(_lists_of(effort))
    return {listed for listed in planned - others if listed[1] or listed[2]}


def _lists_of(effort: Effort) -> set[_List]:
    return {_list_of(place) for place in effort.places}


def _list_of(place: Place) -> _List:
    return place.file, place.sheet, place.table


def _whole_is_planned(effort: Effort, network: Network) -> bool:
    return any(
        isinstance(served, Effort) and served.planning
        for served in network.serves(effort)
    )
