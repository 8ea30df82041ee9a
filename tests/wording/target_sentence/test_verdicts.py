"""Vagueness, and the verdict for each letter of SMART with its words."""

import pytest

from dinet.wording.target_sentence.analysis import analyse_target


@pytest.mark.parametrize(
    "text",
    [
        "60% van een nader te bepalen groep fietst in 2028.",
        "Streefwaarde voor het verzuim: n.t.b.",
        "Zoveel mogelijk scholieren fietsen in 2028.",
        "60% van de scholieren fietst op termijn.",
        "Scholieren fietsen vaker.",
        "Het verzuim neemt af ten opzichte van 2022.",
        "Het fietspad is goed.",
        "Fewer pupils are absent.",
        "The target for absence is TBD.",
    ],
)
def test_words_that_leave_a_target_open_are_found(text: str) -> None:
    assert analyse_target(text).vague


@pytest.mark.parametrize(
    "text",
    [
        "60% van de scholieren fietst in 2028.",
        "Het verzuim neemt in 2028 met 2% af.",
        "Het verzuim blijft gelijk.",
        "Het verzuim is lager dan het landelijk gemiddelde.",
        "Het fietsplan is in 2028 vastgesteld.",
        "Het verzuim neemt af (nu 6%).",
    ],
)
def test_a_target_that_says_how_much_is_not_vague(text: str) -> None:
    assert analyse_target(text).vague == ()


@pytest.mark.parametrize(
    ("text", "letter", "verdict"),
    [
        ("60% van de scholieren fietst.", "S", "yes"),
        ("Wij versterken de samenwerking.", "S", "no"),
        ("Scholieren zijn beter voorbereid.", "S", "partial"),
        ("60% van een nader te bepalen groep fietst.", "S", "partial"),
        ("In 2028 doet 60% van de scholieren mee.", "S", "partial"),
        ("In 2028 doet 60% van de scholieren mee aan judo.", "S", "yes"),
        ("60% van de scholieren fietst.", "M", "yes"),
        ("Het aantal leden blijft gelijk.", "M", "partial"),
        ("Het aantal leden stijgt ten opzichte van 2022.", "M", "partial"),
        ("De hal is in 2028 opgeleverd.", "M", "partial"),
        ("Het water voldoet in 2028 aan de norm.", "M", "partial"),
        ("De begroting is structureel in evenwicht.", "M", "partial"),
        ("Scholieren fietsen vaker.", "M", "no"),
        ("60% van de scholieren fietst in 2028.", "T", "yes"),
        ("60% van de scholieren fietst binnen 2 jaar.", "T", "partial"),
        ("60% van de scholieren fietst.", "T", "no"),
        ("Met de scholen is afgesproken dat 60% fietst.", "A", "stated"),
        ("60% van de scholieren fietst.", "A", "unknown"),
        ("60% van de scholieren fietst (nu 50%).", "R", "supported"),
        ("Alle scholieren fietsen in 2028.", "R", "doubtful"),
        ("60% van de scholieren fietst.", "R", "unknown"),
    ],
)
def test_each_letter_has_its_verdict(
    text: str, letter: str, verdict: str
) -> None:
    assert analyse_target(text).verdicts[letter].verdict == verdict


@pytest.mark.parametrize(
    ("letter", "words"),
    [("M", "60%"), ("T", "in 2028"), ("R", "50%"), ("S", "scholieren")],
)
def test_a_verdict_names_the_words_it_rests_on(
    letter: str, words: str
) -> None:
    found = analyse_target("60% van de scholieren fietst in 2028 (nu 50%).")
    span = found.verdicts[letter].span
    assert span is not None
    assert span.words == words


def test_the_absence_of_words_has_no_place() -> None:
    found = analyse_target("Scholieren fietsen vaker.")
    assert found.verdicts["T"].span is None
