"""When a target has to be met, and years that say something else."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target


def deadlines_of(text: str) -> list[tuple[str, str]]:
    """The deadlines of a text, without their places."""
    return [
        (deadline.norm, deadline.kind)
        for deadline in analyse_target(text).deadlines
    ]


@pytest.mark.parametrize(
    ("time", "norm", "kind"),
    [
        ("in 2028", "2028", "year"),
        ("uiterlijk eind 2028", "2028", "year"),
        ("vóór 2028", "2028", "year"),
        ("in september 2027", "2027-09", "month"),
        ("op 1 maart 2027", "2027-03-01", "date"),
        ("per 1-3-2027", "2027-03-01", "date"),
        ("uiterlijk 2027-03-01", "2027-03-01", "date"),
        ("in Q2 2026", "2026-Q2", "quarter"),
        ("in het tweede kwartaal van 2026", "2026-Q2", "quarter"),
        ("in 2026-Q2", "2026-Q2", "quarter"),
        ("in schooljaar 2026-2027", "2026/2027", "splityear"),
        ("in seizoen 2026/27", "2026/2027", "splityear"),
        ("in het derde kwartaal van 2026/2027", "2026/2027-Q3", "quarter"),
        ("in de periode 2026-2030", "2026/2030", "period"),
        ("tussen 2026 en 2030", "2026/2030", "period"),
        ("binnen drie jaar", "P3Y", "relative"),
        ("in de komende 6 maanden", "P6M", "relative"),
        ("over anderhalf jaar", "P18M", "relative"),
        ("volgend jaar", "next-year", "relative"),
        ("jaarlijks", "P1Y", "recurring"),
        ("elke drie jaar", "P3Y", "recurring"),
        ("deze collegeperiode", "term", "term"),
        ("voor de zomervakantie", "event", "event"),
    ],
)
def test_a_time_is_normalised(time: str, norm: str, kind: str) -> None:
    assert deadlines_of(f"Wij openen {time} een speeltuin.") == [(norm, kind)]


@pytest.mark.parametrize(
    ("time", "norm"),
    [
        ("by 31 May 2027", "2027-05-31"),
        ("by May 31, 2027", "2027-05-31"),
        ("by the end of 2027", "2027"),
        ("in the third quarter of 2026", "2026-Q3"),
        ("over the next five years", "P5Y"),
        ("annually", "P1Y"),
        ("before the next elections", "event"),
    ],
)
def test_an_english_time_is_normalised(time: str, norm: str) -> None:
    found = deadlines_of(f"The council will open a park {time}.")
    assert [norm for norm, _ in found] == [norm]


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal valpartijen daalt ten opzichte van 2021.",
        "De Woonvisie 2035 staat vol met wensen voor de stad.",
        "In de buurt staan 2000 bomen.",
        "De wachttijd is maximaal 5 weken.",
        "Het afval daalt naar 90 kg per inwoner per jaar.",
        "De komende jaren planten we bomen.",
        "De brug gaat minimaal 15 jaar mee.",
    ],
)
def test_a_year_or_length_of_something_else_is_no_deadline(text: str) -> None:
    assert deadlines_of(text) == []


def test_a_recurring_time_is_no_deadline_beside_a_year() -> None:
    text = "Vanaf 2027 planten we 300 bomen per jaar."
    assert deadlines_of(text) == [("2027", "year")]


def test_every_milestone_has_its_deadline() -> None:
    text = "In 2026 sport 40% en in 2028 sport 50% van de jeugd."
    assert [norm for norm, _ in deadlines_of(text)] == ["2026", "2028"]


def test_the_place_of_a_deadline_holds_its_preposition() -> None:
    text = "De hal is uiterlijk in 2027 gereed."
    (deadline,) = analyse_target(text).deadlines
    assert deadline.span.words == "uiterlijk in 2027"
    assert text[deadline.span.start : deadline.span.end] == "uiterlijk in 2027"
