"""The programme as a graph, and every question that can be asked of it.

``network`` is the door: a question is a method there, in the programme's own words. Questions
over all elements are answered from ``snapshot``, the network as lists of numbers: ``coverage``
grades by the words of ``grades``, ``measuring`` tells how targets measure goals, ``proofs`` has
the ways that prove it, ``impact`` stops efforts, ``tracing`` follows links. ``graph`` alone knows
networkx, and ``results`` holds what the answers look like. A new question gets a function in one
of these, a method in ``network``, and a law in the tests that compares it with the plainest way to
count.

What several rules ask, and nobody else, stands beside them as a function of a network:
``element_texts``, ``link_points``, ``listed_ids`` and ``planning_list``.

The room may import the model, the errors and the language, and nothing that reads or draws.
"""

from dinet.network.grades import (
    GOAL_GRADES,
    MEASURED_GRADES,
    QUESTION_WORDS,
    TARGET_GRADES,
    Grade,
    GradeWords,
    Measured,
    grade_name,
)
from dinet.network.network import Network
from dinet.network.results import (
    Coverage,
    Critical,
    Hop,
    Impact,
    Loss,
    Measurement,
    MeasureProof,
    Orphans,
    Proof,
    Shared,
    Tally,
    ThemeCoverage,
    Trace,
)

__all__ = [
    "GOAL_GRADES",
    "MEASURED_GRADES",
    "QUESTION_WORDS",
    "TARGET_GRADES",
    "Coverage",
    "Critical",
    "Grade",
    "GradeWords",
    "Hop",
    "Impact",
    "Loss",
    "MeasureProof",
    "Measured",
    "Measurement",
    "Network",
    "Orphans",
    "Proof",
    "Shared",
    "Tally",
    "ThemeCoverage",
    "Trace",
    "grade_name",
]
