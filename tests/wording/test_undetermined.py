"""Words that leave something open, and words that only look like them."""

import pytest

from dinet.wording.undetermined import find_undetermined, is_vacant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("90% van een nader te bepalen groep", "nader te bepalen"),
        ("de nader in te vullen samenwerkingsvorm", "nader in te vullen"),
        ("Nog nader te bepalen.", "Nog nader te bepalen"),
        ("een nog uit te werken plan", "nog uit te werken"),
        ("streefwaarde n.t.b.", "n.t.b."),
        ("N. t. b. in 2026", "N. t. b."),
        ("NTB", "NTB"),
        ("Kosten: TBD", "TBD"),
        ("a group yet to be determined", "yet to be determined"),
        ("budget p.m.", "p.m."),
        ("Kosten p.m. in 2026", "p.m."),
        ("PM", "PM"),
        ("€ PM", "PM"),
        ("Begroting: pm", "pm"),
        ("pro memorie", "pro memorie"),
        ("Datum: te bepalen", "te bepalen"),
        ("nader\n te  bepalen", "nader te bepalen"),
    ],
)
def test_what_is_open_is_given_as_it_stands(text: str, words: str) -> None:
    assert find_undetermined(text) == (words,)


@pytest.mark.parametrize(
    "text",
    [
        "om 8 p.m.",
        "om 8.30 p.m.",
        "€ 50 p.m. per gezin",
        "€ 500,- p.m.",
        "250 euro p.m.",
        "PM10 daalt met 5%",
        "de PM stuurt het team aan",
        "onderzoeken om te bepalen wat nodig is",
        "we bepalen nader welke wijken meedoen",
        "nader onderzoek in 2026",
        "tbc wordt bestreden",
        "antb",
        "",
    ],
)
def test_what_only_looks_open_is_not(text: str) -> None:
    assert find_undetermined(text) == ()


@pytest.mark.parametrize(
    "name",
    [
        "Vacant",
        "vacature",
        "(n.t.b.)",
        "N.n.b.",
        "nader te bepalen",
        "TBD",
        "?",
        "onbekend",
        "n.n.",
    ],
)
def test_a_place_without_a_name_is_vacant(name: str) -> None:
    assert is_vacant(name)


@pytest.mark.parametrize(
    "name", ["Afdeling Jeugd", "Team Vacatures", "Anna n.t.b.", "", "PM Sport"]
)
def test_a_name_is_not_vacant(name: str) -> None:
    assert not is_vacant(name)
