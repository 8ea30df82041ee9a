"""The numbers that say when a target is met, and those that do not."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target

Value = tuple[float | tuple[float, float], str, str, str]


def values_of(text: str) -> list[Value]:
    """The values of a sentence, without their places."""
    return [
        (value.value, value.unit, value.comparator, value.kind)
        for value in analyse_target(text).values
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("In 2029 zijn er 1.850 betaalbare huurwoningen.", 1850, "betaalbare"),
        ("By 2029 there are 1,850 affordable homes.", 1850, "affordable"),
        ("Het verzuim is in 2027 4,6 procent.", 4.6, "%"),
        ("De schuldquote is in 2027 61.4%.", 61.4, "%"),
        ("De gemeente investeert in 2026 € 3,5 miljoen.", 3.5e6, "euro"),
        ("Het fonds groeit naar 750 duizend euro in 2028.", 750_000, "euro"),
        ("Vijfentwintig verenigingen doen in 2026 mee.", 25, "verenigingen"),
        ("In 2028 is een kwart van de daken groen.", 25, "%"),
        ("Drie kwart van de daken is in 2028 groen.", 75, "%"),
        ("In 2028 heeft twee derde van de scholen een tuin.", 200 / 3, "%"),
        ("Twee op de vijf inwoners fietst in 2028.", 40, "%"),
        ("In 2028 heeft 3/4 van de scholen een tuin.", 75, "%"),
        ("Seven in ten residents cycle in 2028.", 70, "%"),
        ("Alle zwembaden zijn in 2028 toegankelijk.", 100, "%"),
        ("Geen enkele basisschool heeft in 2028 een wachtlijst.", 0, "%"),
        ("De fontein is in 2028 30 meter hoog.", 30, "meter"),
        ("Bezoekers geven de markt in 2027 een 7,8.", 7.8, "rapportcijfer"),
        ("In 2027 wekken we 12 GWh zonnestroom op.", 12, "gwh"),
        ("The index reaches 1.4 in 2027.", 1.4, ""),
        ("In 2027 planten we 10 à 15 bomen.", (10, 15), "bomen"),
        ("In 2030 is dit 30%. Volgende meting: 2027.", 30, "%"),
        ("De deelname stijgt jaarlijks een half procentpunt.", 0.5, "pp"),
    ],
)
def test_a_number_is_read_in_full_with_its_unit(
    text: str, value: float, unit: str
) -> None:
    (found,) = values_of(text)
    assert found[0] == pytest.approx(value)
    assert found[1].startswith(unit)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("minimaal 60%", "ge"),
        ("niet minder dan 60%", "ge"),
        ("60% of meer", "ge"),
        ("≥ 60%", "ge"),
        ("hooguit 60%", "le"),
        ("niet hoger dan 60%", "le"),
        ("maximaal 60%", "le"),
        ("meer dan 60%", "gt"),
        ("ruim 60%", "gt"),
        ("minder dan 60%", "lt"),
        ("ongeveer 60%", "approx"),
        ("zo'n 60%", "approx"),
        ("tussen de 50 en 60%", "range"),
        ("60%", "eq"),
    ],
)
def test_a_comparator_bounds_the_number(words: str, comparator: str) -> None:
    (found,) = values_of(f"In 2027 is de bezettingsgraad {words}.")
    assert found[2] == comparator


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Het aantal branden daalt met 12% in 2027.", "change"),
        ("Het aantal branden daalt in 2027 naar 12 per jaar.", "level"),
        ("In 2027 zijn er 12% minder branden.", "change"),
        ("In 2027 komen er 30 laadpalen bij.", "change"),
        ("De brandweer krijgt in 2027 30 extra vrijwilligers.", "change"),
        ("Het verzuim ligt 2 punten onder het landelijk gemiddelde.", "diff"),
        ("Reports fall by 12% in 2027.", "change"),
        ("Meldingen: -12% in 2027", "change"),
        ("Reports fall to 12 in 2027.", "level"),
        ("Inwoners waarderen het park met een 8.", "level"),
    ],
)
def test_a_step_is_told_from_an_end_state(text: str, kind: str) -> None:
    (found,) = values_of(text)
    assert found[3] == kind


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "90% van de klachten wordt binnen 4 weken beantwoord.",
            [(90, "%", "eq", "level"), (4, "weken", "le", "level")],
        ),
        (
            "Het verbruik daalt met 3 procentpunt naar 40% in 2027.",
            [(3, "pp", "eq", "change"), (40, "%", "eq", "level")],
        ),
        (
            "In 2026 zijn er 10 tuinen, in 2028 25 tuinen.",
            [(10, "tuinen", "eq", "level"), (25, "tuinen", "eq", "level")],
        ),
        (
            "Het aantal uitkeringen daalt met 150 tot 3.350 in 2027.",
            [
                (150, "uitkeringen", "eq", "change"),
                (3350, "uitkeringen", "eq", "level"),
            ],
        ),
        (
            "Het aandeel fietsers stijgt (60% in 2028).",
            [(60, "%", "eq", "level")],
        ),
        (
            "Alle inwoners, vanaf 18 jaar, stemmen in 2028.",
            [(100, "%", "eq", "level")],
        ),
        (
            "In 2027 voldoen 18 van de 22 plassen aan de norm.",
            [(18, "plassen", "eq", "level")],
        ),
        (
            "Van de 4.200 gezinnen gebruikt in 2027 de helft de pas.",
            [(50, "%", "eq", "level")],
        ),
        (
            "In 2030 is het aantal valpartijen gehalveerd.",
            [(50, "%", "eq", "change")],
        ),
    ],
)
def test_several_numbers_are_all_values(
    text: str, values: list[Value]
) -> None:
    assert values_of(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Jongeren tot 23 jaar voelen zich in 2027 thuis.",
        "Inwoners van 65 jaar en ouder voelen zich in 2027 thuis.",
        "Leerlingen van groep 6 en 7 voelen zich thuis.",
        "De 12-jarigen sporten in 2027.",
        "In 2027 ligt er een fietsplan 2.0 voor de kern.",
        "Het aantal thuiszitters (langer dan drie maanden) daalt.",
        "Het fietsgebruik in ritten tot 5 km (2022: 36%) blijft gelijk.",
        "The 18-week standard is met in 2027.",
        "De CO2-uitstoot van woningen met label A3 daalt.",
        "We sluiten aan bij SDG 11.",
        "Het aantal bezoekers stijgt, verspreid over 4 musea.",
        "In alle buurten is in 2027 een bankje geplaatst.",
        "Het gebruik van de N34 daalt.",
        "Eén loket is in 2027 geopend.",
        "We do not aim at growth at all in 2027.",
        "Percentage jongeren 12-17 dat in 2028 nog rookt",
        "Aandeel jeugd (0-23) met jeugdhulp in 2028",
        "Percentage kinderen 4 t/m 12 met een zwemdiploma in 2028",
        "Percentage 12- tot 17-jarigen dat in 2028 rookt",
        "Percentage pupils 5 to 11 who cycle in 2028",
        "In 2028 bellen meer inwoners naar 0528-123456.",
        "In 2028 bellen meer inwoners naar 14 0528.",
        "Meer groene daken in 7901 AB in 2028",
        "Meer groene daken in postcode 7900-7909 in 2028",
        "Minder meldingen op grond van artikel 12, lid 3, in 2028",
    ],
)
def test_a_number_of_something_else_is_no_value(text: str) -> None:
    assert values_of(text) == []


def test_a_range_behind_anything_but_people_is_a_value() -> None:
    assert values_of("Percentage 55-60 in 2028") == [
        ((55, 60), "%", "range", "level")
    ]
    assert values_of("Deelname jongeren 12-17: 60% in 2028") == [
        (60, "%", "eq", "level")
    ]


def test_a_number_that_bounds_the_group_is_no_value_beside_another() -> None:
    text = "In 2027 is 30% van de winkels kleiner dan 80 m2 verhuurd."
    assert values_of(text) == [(30, "%", "eq", "level")]


def test_what_is_within_the_indicator_is_no_value() -> None:
    text = "Het aandeel leden dat meer dan twee keer per week traint is 45%."
    assert values_of(text) == [(45, "%", "eq", "level")]


def test_a_count_without_a_noun_takes_that_of_the_indicator() -> None:
    (found,) = values_of("Het aantal leden van het koor stijgt naar 65.")
    assert found[1].startswith("leden")
