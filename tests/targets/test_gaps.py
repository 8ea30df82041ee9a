"""What a target does not say, and how that is told to who wrote it."""

import pytest

from dinet.model import Aim, Target
from dinet.targets.completion import completion_sentence
from dinet.targets.gaps import Gap, find_gaps, is_left_open
from dinet.targets.known_target import know_target


def gaps(text: str, *sources: str, **aim: str) -> tuple[Gap, ...]:
    stated = Aim(**aim) if aim else None
    target = Target(id="S1", text=text, target=stated, sources=sources)
    return find_gaps(know_target(target, "nl"))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "In 2029 fietst 45% van de werknemers naar het werk (in 2023 was dit 38%).",
            [],
        ),
        ("In 2029 fietst 45% van de werknemers naar het werk.", ["start"]),
        ("Werknemers fietsen vaker.", ["comparative", "deadline", "start"]),
        (
            "Het ziekteverzuim daalt t.o.v. 2022.",
            ["comparative", "deadline", "start_value"],
        ),
        ("Deze collegeperiode planten we 400 bomen.", ["year"]),
        ("In 2027 is de nieuwe sporthal geopend.", []),
        ("In 2019 fietste 31% van de werknemers.", ["past"]),
        ("", ["empty"]),
    ],
)
def test_only_what_a_reader_needs_is_missing(
    text: str, kinds: list[str]
) -> None:
    assert [gap.kind for gap in gaps(text, "CBS")] == kinds


def test_fields_fill_the_gaps_of_a_sentence() -> None:
    left = gaps(
        "Werknemers fietsen vaker.",
        "CBS",
        value="45",
        unit="%",
        year="2029",
        baseline="38",
    )
    assert left == ()


def test_a_sentence_with_a_year_of_its_own_needs_its_own_number() -> None:
    text = "In 2027 fietsen meer werknemers dan in 2023. In 2029 staan er 500 laadpalen."
    assert ("comparative", "meer") in gaps(text, "CBS")


def test_a_sentence_that_explains_a_number_needs_none() -> None:
    text = "In 2029 fietst 45% van de werknemers (in 2023 was dit 38%). Dat is meer dan nu."
    assert gaps(text, "CBS") == ()


def test_only_what_is_wholly_open_is_left_open() -> None:
    def is_open(text: str, **aim: str) -> bool:
        target = Target(id="S1", text=text, target=Aim(**aim))
        return is_left_open(know_target(target, "nl"))

    assert is_open("N.t.b.")
    assert is_open("Werknemers fietsen vaker.", value="n.t.b.")
    assert not is_open("Een nader te bepalen groep fietst vaker.")


def test_what_is_missing_is_told_in_one_dutch_sentence() -> None:
    sentence = completion_sentence(gaps("Het verzuim daalt t.o.v. 2022."))
    assert sentence.in_language("nl") == (
        "Vul aan: een getal bij “daalt”, het jaar waarin het bereikt moet zijn, "
        "de waarde in 2022 en de bron van de cijfers."
    )
    assert completion_sentence(()).in_language("nl") == "Er ontbreekt niets."
    past = completion_sentence(gaps("In 2019 fietste 31% van de werknemers."))
    assert past.in_language("nl").startswith(
        "Dit vertelt alleen wat er gemeten"
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Een nader te bepalen groep fietst in 2029 vaker.",
            "nader te bepalen",
        ),
        (
            "In 2029 fietst zoveel mogelijk jeugd naar school.",
            "zoveel mogelijk",
        ),
    ],
)
def test_words_that_leave_something_open_are_named(
    text: str, first: str
) -> None:
    assert gaps(text, "CBS")[0] == ("open", first)


@pytest.mark.parametrize(
    "text",
    [
        "De wijk is in 2029 schoner en veiliger.",
        "Het aantal inbraken neemt in 2029 af.",
    ],
)
def test_a_word_that_a_number_would_fill_is_named_once(text: str) -> None:
    kinds = [gap.kind for gap in gaps(text, "CBS")]
    assert kinds.count("comparative") == 1
    assert "open" not in kinds
