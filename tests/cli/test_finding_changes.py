"""Which findings came and which went between two states of a document."""

from dinet.api import audit
from dinet.cli.watching.finding_changes import (
    compare_findings,
    difference_lines,
    word_findings,
)
from tests.builder import network


def moved(before: str, after: str) -> list[str]:
    """The first lines of what came and went between two texts in the native format."""
    states = [
        word_findings(each, audit(each))
        for each in map(network, (before, after))
    ]
    return [
        line
        for line in difference_lines(*compare_findings(*states), "en")
        if line.startswith(("+", "-"))
    ]


def test_a_finding_that_only_moves_is_not_new() -> None:
    before = "doelen: [Meer sport, {tekst: Minder pesten, inspanningen: [Lessen geven]}]"
    after = "doelen: [{tekst: Minder pesten, inspanningen: [Lessen geven]}, Meer sport]"
    assert moved(before, after) == []


def test_a_new_finding_under_an_id_that_had_one_is_new() -> None:
    other = "{tekst: Rust, smart-doelen: [Half], inspanningen: [Werk]}"
    said = moved(
        f"doelen: [Meer sport, {other}]",
        f"doelen: [Minder pesten, Meer sport, {other}]",
    )
    assert said == [
        "+ ERROR  DC101 goal_without_effort  D1",
        "+ WARNING  DC103 goal_without_target  D1",
    ]


def test_a_finding_about_an_element_that_is_reworded_stays() -> None:
    assert (
        moved("doelen: [Meer sport]", "doelen: [Meer kinderen sporten]") == []
    )


def test_a_solved_finding_leaves_and_the_others_stay() -> None:
    said = moved(
        "doelen: [Meer sport]",
        "doelen: [{tekst: Meer sport, inspanningen: [Bouwen van een hal]}]",
    )
    assert said == ["- ERROR  DC101 goal_without_effort  D1"]
