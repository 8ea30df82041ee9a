"""Goals by how they are covered."""

from dinet.model import Goal
from dinet.network import Grade, Network


def goals_of_grade(network: Network, grade: Grade) -> list[Goal]:
    """The goals that are covered in one way, in the order of the document."""
    return [goal for goal in network.goals if network.grade(goal) is grade]
