"""Who or what a target measures."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In 2028 fietst 60% van de scholieren.", "scholieren"),
        (
            "60% van de scholieren in de binnenstad fietst in 2028.",
            "scholieren in de binnenstad",
        ),
        (
            "Het aantal scholieren dat fietst stijgt.",
            "scholieren dat fietst",
        ),
        ("Het percentage laaggeletterden daalt.", "laaggeletterden"),
        ("Wij planten 300 bomen.", "bomen"),
        ("Fietsplan opstellen met de scholen.", "Fietsplan"),
        ("Schuldhulp: de wachttijd is in 2027 20 dagen.", "wachttijd"),
        ("Streefwaarde 2027: 40% (2023: 30%) van de daken", "daken"),
        ("De kosten dalen van € 40 naar € 30 per inwoner.", "kosten"),
        ("Kosten dalen van € 40 naar € 30 per inwoner.", "Kosten"),
        ("Max. 2% nieuwe schoolverlaters in 2027", "nieuwe schoolverlaters"),
        (
            "Bij 90% van de branden is de tankautospuit er snel.",
            "tankautospuit",
        ),
        (
            "Fietsgebruik laten groeien naar 30% van de ritten.",
            "Fietsgebruik",
        ),
        (
            "In 2030 heeft de gemeente geen dieselbussen meer.",
            "dieselbussen",
        ),
        (
            "Regeldruk verminderen door het schrappen van 12 regels.",
            "Regeldruk",
        ),
        (
            "Kinderen (4-12 jr.) met overgewicht: max. 9% in 2029",
            "Kinderen (4-12 jr.) met overgewicht",
        ),
        ("Het aantal thuiszitters (> 3 mnd.) daalt tot 40.", "thuiszitters"),
        ("Oevers*: planning 2025 6 km | planning 2026 8 km", "Oevers"),
        ("Wij verlagen de afvalstoffenheffing.", "afvalstoffenheffing"),
        ("De waterkwaliteit verbetert.", "waterkwaliteit"),
        (
            "Ouders, leraren en scholieren voelen zich beter.",
            "Ouders, leraren en scholieren",
        ),
        (
            "Bewoners geven het park in 2027 een 8.",
            "park",
        ),
        (
            "De gemeente bespaart € 2 miljoen op de inhuur.",
            "inhuur",
        ),
        (
            "In 2027 krijgt elke scholier begeleiding.",
            "scholier",
        ),
        ("Vergroten van het aantal speeltuinen.", "speeltuinen"),
        ("De uitstoot van roet daalt.", "uitstoot van roet"),
        ("Het vertrouwen in de raad neemt toe.", "vertrouwen in de raad"),
        (
            "Afgesproken is dat de wachtlijst in 2027 korter is.",
            "wachtlijst",
        ),
        ("Groei naar 300 leden in 2028.", "leden"),
        ("Jongeren tot 21 jaar sporten vaker.", "Jongeren tot 21 jaar"),
        ("In 2027 zijn er 15% minder branden.", "branden"),
        ("Three in four pupils walk to school.", "pupils"),
        ("Reduce river pollution by 2030.", "river pollution"),
        ("The council will publish a nature plan.", "nature plan"),
    ],
)
def test_the_subject_is_named_in_few_words(text: str, subject: str) -> None:
    found = analyse_target(text).subject
    assert found is not None
    assert found.words == subject


def test_the_sentence_with_the_value_names_the_subject() -> None:
    text = "Wij willen schone lucht. In 2028 fietst 60% van de scholieren."
    found = analyse_target(text).subject
    assert found is not None
    assert found.words == "scholieren"


def test_a_label_before_a_colon_is_no_subject() -> None:
    text = "Indicator: % scholieren dat fietst\nStreefwaarde 2028: 60%"
    found = analyse_target(text).subject
    assert found is not None
    assert found.words == "scholieren dat fietst"


@pytest.mark.parametrize(
    "text",
    [
        "Periode: 2028-2026\nvelden",
        "Looptijd 2028-2026\ngebouwen: 4",
        "by the end of 2027",
        "in the third quarter of 2026",
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_text_of_times_with_no_group_behind_them_is_read(
    text: str, language: str
) -> None:
    found = analyse_target(text, language)
    assert found.subject is None or found.subject.words in text
