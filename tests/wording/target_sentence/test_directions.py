"""Which way an indicator has to move."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Het aantal leden stijgt.", "up"),
        ("Het aantal leden neemt in 2027 met 5% toe.", "up"),
        ("Jongeren bewegen vaker.", "up"),
        ("We breiden het wagenpark verder uit.", "up"),
        ("The number of members grows.", "up"),
        ("Het aantal boetes neemt af.", "down"),
        ("We brengen het aantal boetes terug.", "down"),
        ("In 2028 is het aantal boetes gehalveerd.", "down"),
        ("In 2028 zijn er 20% minder boetes.", "down"),
        ("Halve the number of fines by 2028.", "down"),
        ("Het aantal leden blijft gelijk.", "stable"),
        ("Het aantal boetes neemt niet toe.", "stable"),
        ("De tarieven stijgen niet.", "stable"),
        ("Het verzuim is in 2028 niet hoger dan in 2022.", "stable"),
        ("The number of members remains stable.", "stable"),
        ("De afname van het aantal leden is in 2028 gestopt.", "stable"),
        ("Bezetting blijft 90%, oplopend naar 95% in 2030.", "up"),
        ("Occupancy is maintained at 90%, rising to 94% by 2032.", "up"),
        ("We bereiken meer inwoners die minder mobiel zijn.", "up"),
        ("In 2030 rijden er bussen die 40% minder verbruiken.", "down"),
        ("Terwijl de bevolking groeit, neemt het verbruik af.", "down"),
        ("We houden de lokale lasten in 2026 gelijk.", "stable"),
        ("Uitstoot van stikstof: -40% in 2035", "down"),
        ("Instroom in de opvang 10% ↓ in 2027", "down"),
        ("De straten worden schoner en veiliger.", "improve"),
        ("Wij versterken het verenigingsleven.", "improve"),
        ("The streets become safer.", "improve"),
        ("Het aantal leden stijgt en het aantal boetes daalt.", "mixed"),
        ("Het aantal leden is in 2027 minimaal 300.", "none"),
        ("Meer dan 60% van de leden traint in 2027.", "none"),
        ("Het verzuim is niet hoger dan 4%.", "none"),
        ("Het aandeel leden dat vaker traint is 40%.", "none"),
        ("Kinderen groeien op met muziek.", "none"),
        ("Onder meer de musea zijn in 2027 open.", "none"),
        ("In 2027 zijn er geen wachtlijsten meer.", "none"),
    ],
)
def test_the_words_say_which_way(text: str, direction: str) -> None:
    assert analyse_target(text).direction == direction


def test_the_parts_of_a_divided_verb_are_its_words() -> None:
    found = analyse_target("Het aantal leden neemt de komende jaren toe.")
    (span,) = found.direction_spans
    assert span.words == "neemt de komende jaren toe"


def test_purpose_is_no_direction_beside_a_value() -> None:
    text = "Om de druk te verlagen heeft 40% van de wijken in 2027 een huis."
    assert analyse_target(text).direction == "none"


def test_a_wrong_letter_at_the_end_of_a_participle_is_forgiven() -> None:
    text = "In 2027 is het aantal boetes gedaalt."
    assert analyse_target(text).direction == "down"
