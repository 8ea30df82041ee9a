"""The programme as a graph, and every question that can be asked of it.

``network`` is the door: a question is a method there, in the programme's own words. Questions
over all elements are answered from ``snapshot``, the network as lists of numbers: ``coverage``
grades, ``impact`` stops efforts, ``tracing`` follows links. ``graph`` alone knows networkx, and
``results`` holds what the answers look like. A new question gets a function in one of these, a
method in ``network``, and a law in the tests that compares it with the plainest way to count.

The room may import the model, the errors and the language, and nothing that reads or draws.
"""

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
