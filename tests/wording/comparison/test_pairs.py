"""Pairs of statements, phenomenon by phenomenon: same, conflict or different."""

from pathlib import Path

import pytest

from dinet.wording.comparison.comparison import compare_statements

FILE = Path(__file__).parent / "pairs.txt"


def read_pairs(file: Path) -> list[tuple[str, str, str]]:
    """The verdict and the two statements of each line with ``||``."""
    verdict = ""
    pairs = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            verdict = line.removeprefix("## ")
        if " || " in line and not line.startswith("#"):
            one, other = line.split(" || ")
            pairs.append((verdict, one, other))
    return pairs


PAIRS = read_pairs(FILE)


def verdicts_of(one: str, other: str) -> set[str]:
    """In both orders."""
    return {
        compare_statements(one, other).verdict,
        compare_statements(other, one).verdict,
    }


def test_every_pair_gets_the_verdict_of_a_reader() -> None:
    assert len(PAIRS) > 300
    assert [
        (verdict, one, other)
        for verdict, one, other in PAIRS
        if verdicts_of(one, other) != {verdict}
    ] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "80% sport meer dan drie uur per week in 2027.",
            "80% sport minder dan drie uur per week in 2027.",
        ),
        (
            "Boven de 65 jaar gratis, onder de 65 jaar betaald.",
            "Boven de 65 jaar betaald, onder de 65 jaar gratis.",
        ),
        ("Wijkteam 1 versterken.", "Wijkteam 2 versterken."),
        ("?!", "—"),
        ("60%", "61%"),
        ("", "Bomen planten"),
        ("x < 5", "x > 5"),
        ("-5 graden in 2030", "5 graden in 2030"),
    ],
)
def test_what_may_be_read_in_two_ways_is_never_the_same(
    one: str, other: str
) -> None:
    assert compare_statements(one, other).verdict != "same"


# what is told of a comparison


def test_the_parts_that_agree_and_differ_have_both_wordings() -> None:
    told = compare_statements(
        "In 2027 leest minstens 60% van de jeugd (2021: 48%).",
        "Van de jongeren leest maximaal 70% in 2029 (2021: 48%). Bron: GGD",
    )
    assert told.verdict == "conflict"
    differing = {part.name: (part.one, part.other) for part in told.differing}
    assert differing == {
        "value": ("60%", "70%"),
        "comparator": ("60%", "70%"),
        "deadline": ("In 2027", "in 2029"),
        "source": ("", "Bron: GGD"),
    }
    agreeing = {part.name: (part.one, part.other) for part in told.agreeing}
    assert agreeing == {
        "words": ("leest jeugd", "leest jongeren"),
        "baseline": ("2021: 48%", "2021: 48%"),
    }


def test_words_that_one_side_lacks_are_named() -> None:
    told = compare_statements(
        "Zwemles geven aan kinderen", "Zwemles geven aan kinderen met autisme"
    )
    assert [(part.name, part.one, part.other) for part in told.decisive] == [
        ("words", "", "autisme")
    ]


def test_a_statement_that_only_says_less_contradicts_nothing() -> None:
    less = compare_statements(
        "Het loket is open.", "Het loket is in 2027 open."
    )
    other = compare_statements(
        "Het loket is in 2026 open.", "Het loket is in 2027 open."
    )
    assert (less.verdict, less.only_leaves_out) == ("conflict", True)
    assert (other.verdict, other.only_leaves_out) == ("conflict", False)


def test_what_only_one_tells_of_the_past_is_an_explanation() -> None:
    aim = "In 2028 fietst 40% van de forenzen."
    past = f"{aim} In 2023 was dit 31%."
    other = f"{aim} In 2023 was dit 35%."
    assert compare_statements(aim, past).verdict == "same"
    assert compare_statements(past, other).verdict == "conflict"
