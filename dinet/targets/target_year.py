"""The year of a target, for rules that hold it against another year."""

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


def last_years(network: Network) -> dict[str, int]:
    """The last year of each target that has one, by its id, in the order of the programme."""
    years = {
        known.element.id: last_year_of(known)
        for known in know_targets(network)
    }
    return {target: year for target, year in years.items() if year is not None}
