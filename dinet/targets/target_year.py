"""The year of a target, for rules that hold it against another year."""

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from dinet.network import Network
from dinet.targets.known_target import (
    CALENDAR_KINDS,
    KnownTarget,
    know_targets,
    years_in,
)


def last_year_of(known: KnownTarget) -> int | None:
    """The last year by which a target has to be met; None when it names no calendar time.

    Example:
        >>> from dinet.model import Target
        >>> from dinet.targets.known_target import know_target
        >>> target = Target(id="S1", text="In 2028 sport 60%, meer dan in 2030.")
        >>> last_year_of(know_target(target, "nl"))
        2028
    """
    years = [
        years_in(deadline.norm)[1]
        for deadline in known.deadlines
        if deadline.kind in CALENDAR_KINDS
    ]
    return max(years, default=None)


_YEARS_OF: WeakKeyDictionary[Network, Mapping[str, int]] = WeakKeyDictionary()
"""What was asked once: several rules ask it of the same network in one run."""


def last_years(network: Network) -> Mapping[str, int]:
    """The last year of each target that has one, by its id, in the order of the programme."""
    years = _YEARS_OF.get(network)
    if years is None:
        years = _YEARS_OF[network] = dict(_find_last_years(network))
    return years


def _find_last_years(network: Network) -> Iterator[tuple[str, int]]:
    for known in know_targets(network):
        year = last_year_of(known)
        if year is not None:
            yield known.element.id, year
