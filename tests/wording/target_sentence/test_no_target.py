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
        ("De nota is in het najaar door de raad vastgesteld.", "past"),
        ("Er is in maart een loket geopend.", "past"),
        ("The plan has been discussed and is now being tested.", "process"),
        ("De norm van 80% is niet gehaald.", "process"),
        ("Er zijn 40 bomen geplant, 10 minder dan begroot.", "process"),
        ("De verbouwing verloopt volgens planning.", "process"),
        ("Inmiddels doen zes scholen mee.", "process"),
        ("Van de 48 aanvragen zijn er 41 toegekend.", "process"),
        ("Een aanvraag duurde gemiddeld 8 weken.", "past"),
        ("De wijkagenten voerden in mei gesprekken.", "past"),
        ("Uit de peiling blijkt een daling van het vertrouwen.", "process"),
        ("De proef met de deelfiets loopt.", "process"),
        ("Response times were rated amber in quarter 3.", "past"),
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
        "Eind 2028 ligt het aantal leden op schema: 400.",
        "Ruimte voor 300 woningen in 2028.",
        "De derde kern krijgt in 2028 een buurthuis.",
        "Eind 2026 is het verzuim gedaald ten opzichte van 2025.",
        "Het doel is bereikt wanneer 60% van de jeugd fietst.",
        "In 2027 blijkt uit de peiling dat minimaal 60% tevreden is.",
        "De uitgaven zijn in 2027 niet hoger dan begroot.",
        "Het cijfer stijgt bij de volgende meting naar een 7.",
        "De planning is dat de brug in 2027 open is.",
        "Wij willen dat de bouw volgens planning verloopt.",
        "In 2028 heeft elke school een plan dat vorig jaar is getest.",
        "In het najaar van 2028 is de nota door de raad vastgesteld.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Hoewel in 2020 maar 30% fietste, fietst in 2028 40%.",
        "Waar in 2020 nog 30% fietste, is dat in 2028 40%.",
        "Although only 30% cycled in 2020, 40% will cycle by 2028.",
    ],
)
def test_a_clause_that_opens_a_sentence_may_look_back(text: str) -> None:
    found = analyse_target(text)
    assert [value.value for value in found.values] == [40]
    assert [deadline.norm for deadline in found.deadlines] == ["2028"]
    assert [(start.year, start.value) for start in found.baselines] == [
        ("2020", 30)
    ]
