"""Short titles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinet.layout.text.short_title import (
    LONGEST_TARGET_TITLE,
    LONGEST_TITLE,
    short_title,
)

LONG = "Alle kinderen in de gemeente groeien gezond en veilig op"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Meer sport. Ook thuis.", "Meer sport."),
        (f"{LONG}, zodat zij later kunnen meedoen", LONG),
        (f"{LONG} waarbij ouders helpen", LONG),
        (f"{LONG}; dat doen we samen!", LONG),
        (f"{LONG} (in de zin van de wet)", LONG),
        (f"{LONG} - thuis en op school", LONG),
        (f"{LONG}, because that matters most", LONG),
        (
            (
                "Om te, zodat wij kunnen blijven werken "
                "aan een gezonde start van alle kinderen in de buurt"
            ),
            None,
        ),
    ],
)
def test_a_title_is_the_first_clause_of_the_first_sentence(text, title):
    assert short_title(text) == (title or text)


def test_a_long_clause_ends_after_a_word_that_means_something():
    title = short_title(
        "Professionals bereiken kinderen die leven in een situatie "
        "met armoede en hun hele omgeving beter dan in 2019"
    )
    assert title.endswith("\u00a0…")
    assert title.removesuffix("\u00a0…").split()[-1] not in (
        "in",
        "het",
        "en",
        "dan",
    )


def test_a_target_keeps_its_year():
    text = (
        "Het aantal kinderen en jongeren met overgewicht in groep 2, "
        "groep 7 en klas 2 is in het jaar 2029 weer gestabiliseerd."
    )
    assert short_title(text, LONGEST_TARGET_TITLE) == text
    assert short_title(text) != text


@settings(derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            (
                "zodat om, de kinderen gezond samen; "
                "(sport) in 2029 ondersteuningsvraagstukken."
            ).split()
        ),
        max_size=60,
    )
)
def test_no_word_is_cut_or_added(words):
    title = short_title(" ".join(words))
    assert len(title) <= LONGEST_TITLE + 2
    assert {each.strip("().,;:") for each in title.split()} <= {
        each.strip("().,;:") for each in words
    } | {"…"}


def test_one_endless_word_stays_whole():
    assert short_title("x" * 300).startswith("x" * 300)
