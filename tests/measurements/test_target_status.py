"""How a target stands follows from its own words and figures, or it is not said."""

from decimal import Decimal

import pytest

from dinet.measurements.status_words import reasons_for_status
from tests.measurements.files import status_of

SPORT = "In 2028 sport 60% van de jeugd (in 2020 was dit 50%)."


@pytest.mark.parametrize(
    ("sentence", "numbers", "status"),
    [
        (SPORT, {"y2024": "60%"}, "reached"),
        (SPORT, {"y2024": "55%"}, "on course"),
        # exactly 0.95 of what is needed, and just less
        (
            "In 2028 sport 90% (in 2020 was dit 10%).",
            {"y2024": "49%"},
            "on course",
        ),
        (
            "In 2028 sport 90% (in 2020 was dit 10%).",
            {"y2024": "48,9%"},
            "too slow",
        ),
        (SPORT, {"y2024": "50%"}, "wrong way"),
        (SPORT, {"y2022": "52%", "y2024": "49%"}, "wrong way"),
        (SPORT, {"y2028": "59,9%"}, "cannot be said"),
        (SPORT, {"y2019": "48%"}, "cannot be said"),
        (
            "In 2024 sport 60% (in 2020 was dit 50%).",
            {"y2023": "58%"},
            "not reached",
        ),
        (
            "In 2025 sport 60% (in 2020 was dit 50%).",
            {"y2025": "58%"},
            "not reached",
        ),
        # less is better: by its start, a comparator, or a word at the number
        (
            "In 2028 rookt 8% (in 2020 was dit 12%).",
            {"y2024": "7%"},
            "reached",
        ),
        ("In 2028 is maximaal 8% te zwaar.", {"y2024": "7%"}, "reached"),
        (
            "In 2028 is het verzuim gedaald naar 8%.",
            {"y2024": "7%"},
            "reached",
        ),
        # a word in another clause says nothing of the number
        (
            "In 2028 werken 12 scholen samen en is er minder uitval.",
            {"y2022": "6", "y2024": "8"},
            "on course",
        ),
        ("In 2028 sport 60%.", {"y2024": "55%"}, "cannot be said"),
        ("In 2028 sport 60%.", {"y2024": "1.340"}, "cannot be said"),
        (
            "Meer jeugd sport in 2028.",
            {"y2022": "50%", "y2024": "55%"},
            "cannot be said",
        ),
        (
            "In 2028 sport meer jeugd dan in 2022.",
            {"y2022": "50%", "y2024": "55%"},
            "reached",
        ),
        (
            "In 2028 sport meer jeugd dan in 2021.",
            {"y2022": "50%", "y2024": "55%"},
            "cannot be said",
        ),
    ],
)
def test_a_target_stands_as_its_arithmetic_says(
    sentence: str, numbers: dict[str, str], status: str
) -> None:
    told = {year: text.replace(".", "") for year, text in numbers.items()}
    assert status_of(sentence, **told).status == status


def test_pace_is_measured_from_the_start_in_the_target_itself() -> None:
    status = status_of(SPORT, y2018="40%", y2024="54%")
    assert status.pace is not None
    assert (status.pace.base, status.pace.base_year) == (Decimal(50), 2020)
    assert (status.pace.so_far, status.pace.needed) == (1, Decimal("1.5"))


def test_a_figure_of_after_the_date_of_reference_does_not_count() -> None:
    before = status_of(SPORT, "2023-12-31", y2022="52%", y2024="60%")
    after = status_of(SPORT, "2024-12-31", y2022="52%", y2024="60%")
    assert (before.status, after.status) == ("too slow", "reached")
    told = [one.in_language("en") for one in reasons_for_status(before, "en")]
    assert any("lies after the date of reference" in one for one in told)


def test_without_a_date_of_reference_only_a_figure_makes_a_year_pass() -> None:
    text = "In 2020 sport 60% (in 2010 was dit 50%)."
    assert status_of(text, "", y2019="55%").status == "too slow"
    assert status_of(text, "", y2020="55%").status == "not reached"


def test_the_arithmetic_is_told_in_the_notation_of_the_reader() -> None:
    status = status_of(SPORT, y2024="50,6%")
    dutch = [one.in_language("nl") for one in reasons_for_status(status, "nl")]
    assert dutch[0] == (
        "Tempo tot nu toe: (50,6 − 50) / (2024 − 2020) = 0,15 per jaar, "
        "vanaf het begin in het doel zelf."
    )
    assert dutch[1].endswith("= 2,35 per jaar.")


def test_one_figure_is_held_against_more_and_that_is_told() -> None:
    short = status_of("In 2024 werken 5 scholen met een plan.", y2024="4")
    met = status_of("In 2028 sport 60%.", y2024="62%")
    unwanted = status_of("In 2028 is het verzuim 8%.", y2024="9%")
    statuses = [one.status for one in (short, met, unwanted)]
    assert statuses == ["not reached", "reached", "cannot be said"]
    for status, is_told in ((short, True), (met, True), (unwanted, False)):
        told = [
            one.in_language("en") for one in reasons_for_status(status, "en")
        ]
        assert any("More is taken" in one for one in told) is is_told
