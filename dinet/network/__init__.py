"""The programme as a graph, and every question that can be asked of it, in the programme's own words."""

from dinet.network.network import Network
from dinet.network.results import (
    Coverage,
    Critical,
    Grade,
    Hop,
    Impact,
    Loss,
    Measurement,
    Orphans,
    Shared,
    Tally,
    ThemeCoverage,
    Trace,
)

__all__ = [
    "Coverage",
    "Critical",
    "Grade",
    "Hop",
    "Impact",
    "Loss",
    "Measurement",
    "Network",
    "Orphans",
    "Shared",
    "Tally",
    "ThemeCoverage",
    "Trace",
]
