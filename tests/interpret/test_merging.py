"""When two statements are one element, and when they only look alike."""

import pytest

from dinet.vocabulary.folding import fold_text
from dinet.wording.sentence_ends import (
    ends_like_sentence,
    ends_unfinished,
    first_sentence,
)
from dinet.wording.similarity import (
    content_words,
    numbers_in,
    share_words,
)
from tests.documents import in_word, noted, table, told
from tests.interpret.sport import COACH, EFFORT, GOAL, HEAD, OTHER

HAPPY = (
    "In 2028 voelt 85% van de jongeren in klas 2 en 4 zich meestal gelukkig."
)
SAFE = "In 2028 voelt 85% van de inwoners zich veilig in de eigen buurt."


def targets(first: str, second: str) -> tuple[int, list[str]]:
    """How many targets are read in two cells under two goals, and what is noted."""
    read = in_word(table(HEAD, [GOAL, first, EFFORT], [OTHER, second, COACH]))
    return sum(each.kind == "target" for each in read.elements), noted(read)


@pytest.mark.parametrize(
    "second",
    [
        SAFE,
        SAFE.upper(),
        SAFE.rstrip("."),
        f" {SAFE} ",
        f"{SAFE} Bron: CBS",
        "In 2028 voelt 85% van de inwoners zich veilig in de eigen\u00a0buurt.",
    ],
)
def test_the_same_statement_is_one_target(second: str) -> None:
    assert targets(SAFE, second)[0] == 1


def test_a_statement_that_comes_back_further_on_is_noted() -> None:
    read = in_word(
        table(
            HEAD,
            [GOAL, SAFE, EFFORT],
            [OTHER, "", COACH],
            ["Meer kinderen zwemmen.", SAFE, ""],
        )
    )
    assert told(read)[3] == f"S1 {SAFE} > D1, D3"
    assert noted(read) == ["merged"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            HAPPY,
            "85% van de jeugd in klas 2 en 4 voelt zich meestal gelukkig in 2028.",
        ),
        (
            SAFE,
            "In 2028 voelt 85 procent van de bewoners zich veilig in de eigen buurt.",
        ),
        (f"{SAFE} In 2024 was dit 70%.", SAFE.replace("inwoners", "bewoners")),
        (
            "In 2030 zijn 400 huizen in elke wijk helemaal geïsoleerd.",
            "In elke wijk zijn in 2030 helemaal geïsoleerd 400 woningen.",
        ),
    ],
)
def test_a_paraphrase_is_one_target_with_both_wordings_and_a_note(
    first: str, second: str
) -> None:
    assert targets(first, second) == (1, ["merged_near"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (HAPPY, HAPPY.replace("meestal", "niet meestal")),
        (HAPPY, HAPPY.replace("jongeren", "jongeren met een beperking")),
        (HAPPY, HAPPY.replace("jongeren", "jongens")),
        (HAPPY, HAPPY.replace("meestal gelukkig", "meestal zeer gelukkig")),
        (SAFE, SAFE.replace("veilig", "onveilig")),
        (SAFE, SAFE.replace("inwoners", "inwoners van wijk A")),
        (
            SAFE.replace("inwoners", "inwoners van wijk A"),
            SAFE.replace("inwoners", "inwoners van wijk B"),
        ),
        (SAFE, SAFE.replace("85%", "minstens 85%")),
        (f"{SAFE} In 2024 was dit 70%.", f"{SAFE} In 2024 was dit 75%."),
        (
            f"{SAFE} Het aantal diefstallen daalt.",
            f"{SAFE} Het aantal branden daalt.",
        ),
        (
            "Van 10% in 2026 naar 20% in 2028 van alle ouders in de gemeente.",
            "Van 20% in 2026 naar 10% in 2028 van alle ouders in de gemeente.",
        ),
        (
            "In 2028 helpt 40% van de ouders op school mee.",
            "In 2028 helpt 40% van de ouderen op school mee.",
        ),
        (
            "Drie nieuwe plekken om te spelen in elke wijk in 2028.",
            "Vier nieuwe plekken om te spelen in elke wijk in 2028.",
        ),
    ],
)
def test_what_only_looks_alike_stays_apart_with_a_note(
    first: str, second: str
) -> None:
    assert targets(first, second) == (2, ["possible_duplicate"])


@pytest.mark.parametrize(
    ("old", "new"), [("85%", "80%"), ("2028", "2027"), ("85%", "8,5%")]
)
def test_other_numbers_are_another_target(old: str, new: str) -> None:
    assert targets(SAFE, SAFE.replace(old, new)) == (2, [])


def test_what_merges_keeps_all_wordings_places_and_links() -> None:
    second = (
        "85% van de jeugd in klas 2 en 4 voelt zich meestal gelukkig in 2028."
    )
    read = in_word(table(HEAD, [GOAL, HAPPY, EFFORT], [OTHER, second, COACH]))
    assert told(read)[2:] == [
        f"S1 {HAPPY} > D1, D2",
        f"I1 {EFFORT} > D1, S1",
        f"I2 {COACH} > D2, S1",
    ]
    assert read.elements[2].wordings == (second,)
    assert [place.row for place in read.elements[2].places] == [2, 3]


def test_a_third_wording_joins_the_first() -> None:
    rows = [
        [f"{GOAL} {n}", text, ""]
        for n, text in enumerate(
            (
                SAFE,
                SAFE.replace("inwoners", "bewoners"),
                SAFE.replace("inwoners", "burgers"),
            )
        )
    ]
    read = in_word(table(HEAD, *rows))
    assert [
        len(each.wordings) for each in read.elements if each.kind == "target"
    ] == [2]


def test_efforts_that_differ_only_in_spelling_are_one() -> None:
    read = in_word(
        table(
            HEAD,
            [GOAL, "", "Inspiratiesessies collega's in-/extern."],
            [OTHER, "", "inspiratiesessies collega’s in- / extern"],
        )
    )
    assert told(read)[2:] == [
        "I1 Inspiratiesessies collega's in-/extern. > D1, D2"
    ]


def test_efforts_that_differ_in_one_word_are_two() -> None:
    read = in_word(
        table(
            HEAD,
            [GOAL, "", "Training organiseren voor docenten."],
            [OTHER, "", "Inspiratie organiseren voor docenten."],
        )
    )
    assert len(read.elements) == 4


def test_goals_are_one_only_by_the_same_words() -> None:
    read = in_word(
        table(
            HEAD,
            ["Meer kinderen in onze gemeente sporten elke week.", "", EFFORT],
            ["Meer kinderen in de gemeente sporten elke week.", "", COACH],
        )
    )
    assert [each.kind for each in read.elements].count("goal") == 2


# words


def test_folding_leaves_out_what_says_nothing() -> None:
    assert fold_text("  “Één” – HUIS.  ") == 'een"-huis'
    assert fold_text("a " * 20_000) == "a " * 19_999 + "a"


def test_content_words_and_numbers() -> None:
    assert content_words("De jeugd van Zuid-Drenthe (12+) sport") == {
        "jeugd",
        "zuid",
        "drenthe",
        "12",
        "sport",
    }
    assert numbers_in("in 2028: 8,5% van 1.000") == ("1.000", "2028", "8,5")
    assert share_words(frozenset(), frozenset()) == 0.0


def test_the_first_sentence_ends_at_a_full_stop_before_a_capital() -> None:
    assert (
        first_sentence("Dit daalt t.o.v. 2019. Daarna niet.")
        == "Dit daalt t.o.v. 2019."
    )
    assert first_sentence("Zonder punt") == "Zonder punt"


def test_how_a_text_ends() -> None:
    assert all(
        ends_like_sentence(text)
        for text in ("Klaar.", "Klaar!”", "Klaar (nu.)", "Sport, cultuur…")
    )
    assert not any(ends_like_sentence(text) for text in ("Niet klaar", ""))
    assert all(
        ends_unfinished(text)
        for text in ("samen met", "school,", "in-", "(", "jongeren tussen")
    )
    assert not any(
        ends_unfinished(text) for text in ("klaar", "gezond zijn", "")
    )
