"""Networks far deeper than the recursion limit."""

import sys

from dinet.network import Tally
from tests.network.worlds import world


class TestDepth:
    LENGTH = 20_000

    def chain(self) -> str:
        return "I1>" + ">".join(f"D{number}" for number in range(self.LENGTH))

    def test_a_chain_far_longer_than_the_recursion_limit_is_answered(self):
        assert sys.getrecursionlimit() < self.LENGTH
        network = world(self.chain())
        assert network.coverage().goals == Tally(
            direct=1, goal_below=self.LENGTH - 1
        )
        assert (
            len(network.critical()[0].rests)
            == len(network.impact("I1").losses)
            == self.LENGTH
        )
        assert set(network.efforts_per_goal().values()) == {frozenset({"I1"})}
        assert (
            len(network.trace("I1").serves)
            == len(network.goals_of(network["I1"]))
            == self.LENGTH
        )
        assert network.cycles() == network.shared() == ()

    def test_a_circle_far_longer_than_the_recursion_limit_is_answered(self):
        network = world(f"{self.chain()}>D0")
        assert set(network.efforts_per_goal().values()) == {frozenset({"I1"})}
        assert [len(each) for each in network.cycles()] == [self.LENGTH]
        assert network.coverage().goals.none == 0
