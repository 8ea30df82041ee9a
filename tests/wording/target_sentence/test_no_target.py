"""Sentences that only report the past or the process, and those that look like it."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target


@pytest.mark.parametrize(
    ("text", "why_not"),
    [
        ("In 2020 fietste 40% van de scholieren.", "past"),
        ("In 2020 was het verzuim 6%.", "past"),
        ("In 2020 werkten 40 vrijwilligers in de tuin.", "past"),
        ("Het aantal leden steeg in 2020 van 40 naar 50.", "past"),
        ("De afgelopen jaren is het aantal leden gestegen.", "past"),
        ("Het college heeft op 4 mei 2021 het plan vastgesteld.", "past"),
        ("Het verzuim is in 2021 gestegen ten opzichte van 2020.", "past"),
        ("De raad heeft een fietsplan vastgesteld.", "past"),
        ("In 2020, 40% of pupils walked to school.", "past"),
        ("De voortgang wordt elk jaar besproken.", "process"),
        ("Het verzuim wordt gemeten met een vragenlijst.", "process"),
        ("Progress is reviewed every year.", "process"),
        ("", "empty"),
        (" … ", "empty"),
    ],
)
def test_a_report_is_no_target(text: str, why_not: str) -> None:
    found = analyse_target(text)
    assert not found.is_target
    assert found.why_not == why_not
    assert found.values == ()
    assert found.deadlines == ()


@pytest.mark.parametrize(
    "text",
    [
        "In 2028 fietst 40% van de scholieren (in 2020 was dit 30%).",
        "In 2028 hebben alle scholen een fietsplan opgesteld.",
        "Het verzuim was 6% in 2020 en daalt naar 4% in 2028.",
        "Uiterlijk 1 mei 2028 is de hal geopend.",
        "In 2028 breiden we het park uit.",
        "Wij zetten in op 300 bomen extra.",
        "40% of pupils will have walked to school by 2028.",
    ],
)
def test_a_target_may_tell_of_the_past_too(text: str) -> None:
    assert analyse_target(text).is_target


def test_what_a_sentence_about_the_past_counts_is_a_starting_point() -> None:
    text = "In 2028 fietst 40%. In 2020 fietste 30%."
    found = analyse_target(text)
    assert [value.value for value in found.values] == [40]
    assert [start.value for start in found.baselines] == [30]
