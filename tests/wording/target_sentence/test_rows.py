"""Rows of indicator tables on one line: cells with a label, a year and a number."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target

Figures = list[tuple[str | None, object]]


def aims_of(text: str) -> tuple[list[object], list[str]]:
    """The values and deadlines of a text."""
    found = analyse_target(text)
    values: list[object] = [value.value for value in found.values]
    return values, [deadline.norm for deadline in found.deadlines]


def starts_of(text: str) -> Figures:
    """The years and values of the starting points."""
    starts = analyse_target(text).baselines
    return [(start.year, start.value) for start in starts]


@pytest.mark.parametrize(
    "row",
    [
        "Leden: rekening 2022 40, begroting 2025 50, begroting 2027 60.",
        "Leden | realisatie 2022: 40 | raming 2025: 50 | doel 2027: 60",
        "Leden – werkelijk 2022: 40 – begroot 2025: 50 – ambitie 2027: 60",
        "Leden: R 2022 40; B 2025 50; S 2027 60",
        "Leden | 2022 (werkelijk) 40 | 2025 (begroot) 50 | 2027 (doel) 60",
        "Leden: 40 (2022) → 50 (2025) → 60 (2027)",
        "Members | actual 2022: 40 | budget 2025: 50 | target 2027: 60",
    ],
)
def test_the_label_of_a_cell_says_what_its_number_is(row: str) -> None:
    assert aims_of(row) == ([50, 60], ["2025", "2027"])
    assert starts_of(row) == [("2022", 40)]


@pytest.mark.parametrize(
    "row",
    [
        "Verzuim: 6,1% nulmeting, doel 5,0% in 2027.",
        "Verzuim. Nulmeting: 6,1%. Streefwaarde 2027: 5,0%.",
        "Verzuim: doel 2027 5,0% | stand 6,1%",
    ],
)
def test_a_label_needs_no_year(row: str) -> None:
    assert aims_of(row) == ([5], ["2027"])
    assert starts_of(row) == [(None, 6.1)]


def test_a_cell_with_an_earlier_year_looks_back() -> None:
    row = "Deelname vve in 2026/2027: 92%; 2021/2022: 85%."
    assert aims_of(row) == ([92], ["2026/2027"])
    assert starts_of(row) == [("2021/2022", 85)]


def test_a_year_before_a_colon_behind_the_targets_looks_back() -> None:
    row = "Inbraken: 22 (2026), 20 (2028). In 2023: 29."
    assert aims_of(row) == ([22, 20], ["2026", "2028"])
    assert starts_of(row) == [("2023", 29)]


def test_an_earlier_year_with_a_preposition_is_a_milestone() -> None:
    text = "In 2030 fietst 40%, in 2027 30%."
    assert aims_of(text) == ([40, 30], ["2030", "2027"])
    assert starts_of(text) == []


def test_a_row_of_successive_years_has_no_starting_point() -> None:
    row = "Streefwaarden leden: 2025: 40 – 2026: 50 – 2027: 60"
    assert aims_of(row) == ([40, 50, 60], ["2025", "2026", "2027"])
    assert starts_of(row) == []


def test_the_unit_of_a_row_may_stand_in_brackets() -> None:
    row = "Oevers (in km): planning 2025 6,5 | planning 2026 8,0"
    found = analyse_target(row)
    assert [value.unit for value in found.values] == ["km", "km"]


def test_a_word_of_a_label_in_a_sentence_is_no_cell() -> None:
    text = "In 2028 haalt 60% van de plannen de planning, een goede score."
    assert aims_of(text) == ([60], ["2028"])
