"""How well elements are covered by efforts, and what has none, in worlds of a few elements."""

import pytest

from dinet.network import Grade, Tally
from tests.network.worlds import ids, link, world

DIRECT, OWN_TARGET, GOAL, GOAL_BELOW, SHARED_TARGET, NONE, UNKNOWN = Grade


def grades(text: str) -> dict[str, Grade]:
    network = world(text)
    return {each.id: network.grade(each) for each in network}


def measured(text: str) -> dict[str, Grade]:
    return {
        f"{each.target.id}>{each.goal.id}": each.grade
        for each in world(text).measurements()
    }


class TestGrades:
    def test_a_goal_with_an_effort_is_direct(self):
        assert grades("I1>D1")["D1"] == DIRECT

    def test_a_goal_of_which_only_a_target_has_an_effort_is_covered_through_its_own_target(
        self,
    ):
        assert grades("I1>S1>D1")["D1"] == OWN_TARGET

    def test_a_goal_that_shares_the_target_with_the_only_effort_is_told_apart(
        self,
    ):
        assert grades("S1>D1 S1>D2 I1>S1 I1>D2") == {
            "S1": DIRECT,
            "D1": SHARED_TARGET,
            "D2": DIRECT,
            "I1": DIRECT,
        }

    def test_an_effort_on_a_shared_target_alone_gives_none_of_its_goals_an_own_effort(
        self,
    ):
        found = grades("I1>S1>D1 S1>D2")
        assert (found["D1"], found["D2"]) == (SHARED_TARGET, SHARED_TARGET)

    def test_a_target_shared_by_way_of_a_benefit_is_shared_too(self):
        found = grades("I1>S1>B1>D1 B1>D2")
        assert (found["D1"], found["D2"]) == (SHARED_TARGET, SHARED_TARGET)

    def test_a_way_over_a_goal_below_stays_one_over_a_shared_target(self):
        assert grades("I1>S1>D2>D1 S1>D3 I1>D3")["D1"] == SHARED_TARGET

    def test_the_best_way_counts(self):
        text = "S1>D1 S1>D2 I1>S1 I1>D2 I2>D3>D1"
        assert grades(text)["D1"] == GOAL_BELOW
        assert grades(text + " I3>S2>D1")["D1"] == OWN_TARGET

    def test_a_document_that_links_no_effort_leaves_the_grades_unknown(self):
        assert grades("D1 S1>D1 I1 I2") == {
            "D1": UNKNOWN,
            "S1": UNKNOWN,
            "I1": DIRECT,
            "I2": DIRECT,
        }

    def test_a_document_without_efforts_has_goals_without_effort(self):
        assert grades("D1 S1>D1") == {"D1": NONE, "S1": NONE}

    def test_once_an_effort_is_linked_other_goals_have_none(self):
        found = grades("I1>D1 D2 I2")
        assert (found["D1"], found["D2"]) == (DIRECT, NONE)

    def test_goals_are_unknown_when_efforts_serve_targets_without_a_goal_only(
        self,
    ):
        found = grades("I1>S1 D1 S2>D1")
        assert (found["S1"], found["D1"], found["S2"]) == (
            DIRECT,
            UNKNOWN,
            NONE,
        )

    def test_a_strategic_goal_with_efforts_under_its_operational_goals_only_is_through_these(
        self,
    ):
        assert grades("I1>D2>D1")["D1"] == GOAL_BELOW

    def test_a_target_is_direct_only_by_an_effort_of_its_own(self):
        assert grades("I1>S1>D1 S2>D1") == {
            "I1": DIRECT,
            "S1": DIRECT,
            "D1": OWN_TARGET,
            "S2": GOAL,
        }

    def test_a_target_of_a_strategic_goal_is_covered_only_through_the_goal_under_it(
        self,
    ):
        assert grades("S1>D1 I1>D2>D1")["S1"] == GOAL_BELOW

    def test_a_target_of_a_covered_theme_only_has_no_effort(self):
        assert grades("I1>D1>T1 S1>T1")["S1"] == NONE

    def test_an_effort_through_capabilities_and_benefits_is_direct(self):
        assert grades("I1>V1>B1>D1")["D1"] == DIRECT

    def test_a_target_of_a_covered_benefit_is_through(self):
        assert grades("I1>B1>D1 S1>B1")["S1"] == GOAL

    def test_a_theme_is_covered_through_its_goals(self):
        assert grades("I1>D1>T1 D2>T2 I2>T3") == {
            "I1": DIRECT, "D1": DIRECT, "T1": GOAL_BELOW, "D2": NONE, "T2": NONE,
            "I2": DIRECT, "T3": DIRECT,
        }  # fmt: skip

    def test_an_effort_is_work_itself(self):
        assert grades("I1 I2>I3") == {"I1": DIRECT, "I2": DIRECT, "I3": DIRECT}

    def test_a_link_upside_down_gives_a_target_no_effort_of_its_own(self):
        assert grades("I1>D1>S1")["S1"] == GOAL_BELOW


class TestCoverage:
    def test_totals_count_every_goal_and_target_once(self):
        coverage = world(
            "T1 T2 D1>T1 D2>T2 D3>T2 I1>S1>D1 S1>D2 I2>D2 S2>D2 S3>D3"
        ).coverage()
        assert coverage.goals == Tally(direct=1, none=1, shared_target=1)
        assert coverage.targets == Tally(direct=1, through_goal=1, none=1)
        assert coverage.targets.total == 3
        assert coverage.targets.share == pytest.approx(1 / 3)

    def test_a_target_that_two_themes_share_counts_in_both_rows(self):
        first, second = world("D1>T1 D2>T2 I1>S1>D1 S1>D2").coverage().themes
        assert (first.theme.id, first.targets) == ("T1", Tally(direct=1))
        assert (second.theme.id, second.targets) == ("T2", Tally(direct=1))

    def test_what_has_no_theme_has_a_last_row_of_its_own(self):
        rows = world("D1>T1 D2 S2>D2 I1>D2").coverage().themes
        assert [
            (row.theme and row.theme.id, row.goals, row.targets)
            for row in rows
        ] == [
            ("T1", Tally(none=1), Tally()),
            (None, Tally(direct=1), Tally(through_goal=1)),
        ]

    def test_a_goal_without_a_theme_counts_under_that_of_the_goal_it_contributes_to(
        self,
    ):
        (row,) = world("D2>D1>T1").coverage().themes
        assert row.goals.total == 2

    def test_a_goal_with_a_theme_counts_there_only(self):
        first, second = world("D1>T1 D2>T2 D2>D1 S2>D2").coverage().themes
        assert (first.goals.total, first.targets.total) == (1, 0)
        assert (second.goals.total, second.targets.total) == (1, 1)

    def test_a_theme_counts_what_stands_under_its_sub_themes(self):
        first, second = world("T1 D1>T2>T1").coverage().themes
        assert (first.goals.total, second.goals.total) == (1, 1)


class TestMeasurements:
    def test_targets_stand_by_goal_and_then_in_reading_order(self):
        assert list(measured("D1 D2 S3 S1>D2 S3>D2 S1>D1")) == [
            "S1>D1",
            "S3>D2",
            "S1>D2",
        ]

    def test_a_shared_target_with_an_effort_in_one_row_is_not_covered_in_the_other(
        self,
    ):
        text = "S1>D1 S1>D2 I1>S1 I1>D1 I2>D2"
        assert measured(text) == {"S1>D1": DIRECT, "S1>D2": GOAL}
        assert grades(text)["S1"] == DIRECT

    def test_a_goal_that_only_borrows_an_effort_by_a_shared_target_is_told_so_everywhere(
        self,
    ):
        text = "S1>D1 S1>D2 I1>S1 I1>D1"
        assert measured(text)["S1>D2"] == SHARED_TARGET
        assert grades(text)["D2"] == SHARED_TARGET

    def test_an_effort_that_names_no_goal_works_on_a_shared_target_for_all_of_them(
        self,
    ):
        assert measured("I1>S1>D1 S1>D2") == {"S1>D1": DIRECT, "S1>D2": DIRECT}

    def test_an_effort_for_a_goal_that_the_target_does_not_measure_names_none_of_its_goals(
        self,
    ):
        assert measured("I1>S1>D1 S1>D2 I1>D3") == {
            "S1>D1": DIRECT,
            "S1>D2": DIRECT,
        }

    def test_an_effort_names_a_goal_also_by_a_goal_under_it(self):
        assert measured("S1>D1 S1>D2 I1>S1 I1>D3>D1") == {
            "S1>D1": DIRECT,
            "S1>D2": SHARED_TARGET,
        }

    def test_an_effort_names_no_goal_by_way_of_another_target(self):
        assert measured("S1>D1 S1>D2 I1>S1 I1>S2>D1") == {
            "S1>D1": DIRECT,
            "S1>D2": DIRECT,
            "S2>D1": DIRECT,
        }

    def test_beside_a_target_with_an_effort_another_is_through_the_goal(self):
        assert measured("I1>S1>D1 S2>D1") == {
            "S1>D1": DIRECT,
            "S2>D1": GOAL,
        }

    def test_a_covered_goal_under_a_shared_target_is_no_effort_for_it(self):
        assert (
            measured("S1>D1 S1>D2 I1>S1 I1>D1 I2>D3>S1")["S1>D2"]
            == SHARED_TARGET
        )

    def test_a_target_under_a_shared_target_that_has_no_effort_itself_gives_it_none(
        self,
    ):
        assert (
            measured("S1>D1 S1>D2 I1>S1 I1>D1 S2>S1 S2>D3 I3>D3")["S1>D2"]
            == SHARED_TARGET
        )

    def test_a_sub_effort_names_the_goal_of_its_effort(self):
        assert measured("S1>D1 S1>D2 I2>I1>D1 I2>S1") == {
            "S1>D1": DIRECT,
            "S1>D2": SHARED_TARGET,
        }


class TestOrphans:
    def test_a_whole_chain_has_no_orphans(self):
        assert world("I1>S1>D1>T1").orphans().total == 0

    def test_a_goal_without_work_is_listed_with_its_targets(self):
        orphans = world("S1>D1").orphans()
        assert ids(orphans.goals_without_effort) == "D1"
        assert ids(orphans.targets_without_effort) == "S1"
        assert orphans.total == 2

    def test_a_target_with_efforts_through_its_goal_only_is_still_listed(self):
        assert (
            ids(world("S1>D1 I1>D1").orphans().targets_without_effort) == "S1"
        )

    def test_a_strategic_goal_is_measured_by_the_targets_of_its_operational_goals(
        self,
    ):
        assert (
            ids(world("I1>S1>D2>D1 I1>D3>D1").orphans().goals_without_target)
            == "D3"
        )

    def test_a_goal_is_measured_by_the_targets_of_its_benefits(self):
        assert world("I1>S1>B1>D1").orphans().total == 0

    def test_a_target_of_a_theme_has_no_goal(self):
        assert ids(world("I1>S1>T1").orphans().targets_without_goal) == "S1"

    def test_an_effort_for_a_target_without_a_goal_has_no_goal_either(self):
        orphans = world("I1>S1").orphans()
        assert ids(orphans.efforts_without_goal) == "I1"
        assert ids(orphans.targets_without_goal) == "S1"

    def test_an_effort_for_a_theme_has_no_goal(self):
        assert ids(world("I1>T1").orphans().efforts_without_goal) == "I1"

    def test_a_sub_effort_has_the_goal_of_its_effort(self):
        assert world("I2>I1>S1>D1").orphans().total == 0

    def test_an_effort_with_only_sub_efforts_has_no_goal_and_neither_have_they(
        self,
    ):
        assert (
            ids(world("D1 I2>I1 S1>D1 I3>S1").orphans().efforts_without_goal)
            == "I2 I1"
        )

    def test_efforts_in_a_circle_serve_no_goal(self):
        assert ids(world("I1>I2>I1").orphans().efforts_without_goal) == "I1 I2"

    def test_a_goal_that_borrows_its_only_effort_is_listed_apart(self):
        orphans = world("S1>D1 S1>D2 I1>S1 I1>D2").orphans()
        assert ids(orphans.goals_on_shared_target) == "D1"
        assert orphans.goals_without_effort == ()

    def test_a_strategic_goal_without_a_target_of_its_own_is_listed_apart(
        self,
    ):
        orphans = world("I1>S1>D2>D1").orphans()
        assert ids(orphans.goals_measured_below) == "D1"
        assert orphans.goals_without_target == ()

    def test_what_a_document_does_not_say_is_unknown_and_not_missing(self):
        orphans = world("D1 D2 I1 I2 S1").orphans()
        assert ids(orphans.unknown) == "D1 D2 S1 I1 I2"
        assert orphans.total == 5

    def test_targets_without_any_goal_are_no_unknown_links(self):
        orphans = world("S1 S2").orphans()
        assert ids(orphans.targets_without_goal) == "S1 S2"
        assert orphans.unknown == ()


class TestProofs:
    def test_the_proof_of_a_grade_runs_from_the_effort_to_the_element(self):
        network = world("I1>S1>D2>D1")
        proof = network.proof(network["D1"])
        assert ids(proof.path) == "I1 S1 D2 D1"
        assert [link.kind for link in proof.links] == [
            "contributes_to",
            "measures",
            "contributes_to",
        ]

    def test_the_proof_of_a_target_through_its_goal_names_that_goal(self):
        network = world("I1>D1 S1>D1")
        proof = network.proof(network["S1"])
        assert ids(proof.path) == "I1 D1 S1"
        assert (proof.links[-1].start, proof.links[-1].end) == ("S1", "D1")

    def test_an_inferred_link_is_passed_by_for_a_firm_way_of_the_same_grade(
        self,
    ):
        weak = link("I1", "D1").model_copy(update={"basis": "inferred"})
        network = world("D1 I1 I2>D1", weak)
        proof = network.proof(network["D1"])
        assert (ids(proof.path), proof.without_weak) == ("I2 D1", None)

    def test_a_grade_that_rests_on_an_inferred_link_tells_what_is_left(self):
        weak = link("I1", "D1").model_copy(update={"basis": "inferred"})
        network = world("I1 I2>S1>D1", weak)
        proof = network.proof(network["D1"])
        assert (proof.grade, proof.without_weak) == (DIRECT, OWN_TARGET)
        assert ids(proof.path) == "I1 D1"

    def test_what_nothing_leads_to_has_no_way(self):
        network = world("I1>D1 D2")
        assert network.proof(network["D2"]).path == ()
