"""Where a target starts: years, values and yardsticks."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target

Start = tuple[str | None, float | None, str | None]


def starts_of(text: str) -> list[Start]:
    """The starting points of a text, without units and places."""
    return [
        (start.year, start.value, start.reference)
        for start in analyse_target(text).baselines
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Het verzuim daalt t.o.v. 2022.", ("2022", None, None)),
        ("In 2028 daalt het verzuim sinds 2022.", ("2022", None, None)),
        ("Er zijn in 2028 meer bomen dan in 2022.", ("2022", None, None)),
        ("Het verzuim is 4% in 2028 (2022: 6%).", ("2022", 6, None)),
        ("Het verzuim is 4% in 2028 (was 6% in 2022).", ("2022", 6, None)),
        ("Het verzuim daalt van 6% in 2022 naar 4%.", ("2022", 6, None)),
        ("Het verzuim is 4% in 2028 (nu 6%).", (None, 6, None)),
        ("Het verzuim is 4%, de nulmeting is 6%.", (None, 6, None)),
        ("Het verzuim is 4%; in 2022 was dat 6%.", ("2022", 6, None)),
        ("Het verzuim is in 2028 4%, tegen ruim 6% nu.", (None, 6, None)),
        (
            "Het verzuim ligt in 2028 onder de norm – in 2022 was dat 6%.",
            ("2022", 6, None),
        ),
        ("Het verzuim halveert, vanaf 6% in 2022.", ("2022", 6, None)),
        ("Absence: halve by 2031, from 6% in 2022.", ("2022", 6, None)),
        (
            "Het verzuim mag niet hoger worden dan de 6% van 2022.",
            ("2022", 6, None),
        ),
        ("Het verzuim daalt tot 4%, tegen 6% in 2022.", ("2022", 6, None)),
        (
            "In 2028 is het verzuim lager dan de 6% van 2022.",
            ("2022", 6, None),
        ),
        (
            "Het verzuim is in 2028 lager dan het landelijk gemiddelde.",
            (None, None, "landelijk gemiddelde"),
        ),
        (
            "Het verzuim is in 2028 4% (landelijk gemiddelde: 5%).",
            (None, 5, "landelijk gemiddelde"),
        ),
        ("Absence falls to 4%, down from 6% in 2022.", ("2022", 6, None)),
        ("Absence falls from 6% to 4% by 2028.", (None, 6, None)),
        (
            "Absence falls by 4% compared with 2022/23.",
            ("2022/2023", None, None),
        ),
        ("Absence is 10% below 2022 levels.", ("2022", None, None)),
    ],
)
def test_a_starting_point_is_found(text: str, start: Start) -> None:
    assert starts_of(text) == [start]


@pytest.mark.parametrize(
    "text",
    [
        "In 2028 is meer dan 60% van de daken groen.",
        "In 2028 is het verzuim 4% (2030: 3%).",
        "Het fonds is 5 miljoen euro van 2026 tot 2030.",
        "Wij bouwen in 2028 voor 60% met hout.",
    ],
)
def test_what_is_aimed_at_is_no_starting_point(text: str) -> None:
    assert starts_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Het verzuim is in 2028 ten opzichte van 2022 10% gedaald.",
        "Vergeleken met de nulmeting stijgt de score met 10%.",
        "In de huidige collegeperiode bouwen we 10 tuinen.",
        "The share of trips made by bike reaches 10% by 2028.",
    ],
)
def test_a_number_near_a_starting_point_may_be_the_value(text: str) -> None:
    found = analyse_target(text)
    assert [value.value for value in found.values] == [10]
    assert all(start.value is None for start in found.baselines)


def test_a_unit_that_one_end_of_a_step_leaves_out_is_that_of_the_other() -> (
    None
):
    (start,) = analyse_target("Het aandeel stijgt van 12 naar 20%.").baselines
    assert start.unit == "%"


def test_the_last_of_two_years_in_brackets_is_aimed_at() -> None:
    text = "Percentage inwoners dat fietst (2022: 40%; 2027: 50%)"
    found = analyse_target(text)
    assert [value.value for value in found.values] == [50]
    assert [start.value for start in found.baselines] == [40]


def test_a_step_in_brackets_before_the_deadline_is_of_the_past() -> None:
    text = "De daling (van 60 in 2017 naar 40 in 2023) is in 2028 gestopt."
    assert starts_of(text) == [("2017", 60, None), ("2023", 40, None)]
    assert analyse_target(text).values == ()


def test_a_step_may_have_a_milestone() -> None:
    text = "De schuld gaat van € 90 (2024) via € 80 (2026) naar € 70 in 2028."
    assert starts_of(text) == [("2024", 90, None)]
    values = analyse_target(text).values
    assert [value.value for value in values] == [80, 70]
