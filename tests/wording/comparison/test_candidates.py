"""Which statements of many are compared."""

import pytest

from dinet.wording.comparison.candidates import (
    find_alike,
    find_same,
    telling_words,
)
from dinet.wording.similarity import may_say_the_same
from dinet.wording.target_sentence.language_words import guess_language
from tests.wording.comparison.test_pairs import PAIRS

ALIKE = [pair[1:] for pair in PAIRS if pair[0] in ("same", "conflict")]


def test_the_index_finds_nearly_all_that_are_alike() -> None:
    missed = [
        (one, other)
        for one, other in ALIKE
        if telling_words(one, guess_language(f"{one} {other}"))
        != telling_words(other, guess_language(f"{one} {other}"))
    ]
    assert len(missed) <= len(ALIKE) // 50


def test_a_short_document_with_alike_statements_is_looked_at() -> None:
    seen = [pair for pair in ALIKE if may_say_the_same(pair)]
    assert len(seen) >= 0.95 * len(ALIKE)


def test_a_statement_is_compared_with_all_that_are_like_it() -> None:
    plan = [
        "In 2028 kent 40% van de huurders het wijkteam.",
        "Bomen planten in de Kerkstraat.",
        "40 procent van de huurders kent het wijkteam in 2028.",
        "In 2028 kent 45% van de huurders het wijkteam.",
        "In 2028 kent 40% van de kopers het wijkteam.",
    ]
    told = [
        (pair.first, pair.second, pair.comparison.verdict)
        for pair in find_alike(plan, "nl")
    ]
    assert told == [(0, 2, "same"), (0, 3, "conflict")]
    assert [pair.second for pair in find_same(plan)] == [2]


@pytest.mark.parametrize("count", [3, 300])
def test_a_list_of_numbered_statements_is_no_contradiction(count: int) -> None:
    weeks = [f"Rapport {number} bespreken" for number in range(count)]
    assert not list(find_alike(weeks, "nl"))


def test_equal_statements_are_found_in_a_list_of_any_length() -> None:
    counted = [f"In 2028 zijn er {number} banken." for number in range(100)]
    pairs = list(find_same([*counted, "Er zijn in 2028 77 banken."], "nl"))
    assert [(pair.first, pair.second) for pair in pairs] == [(77, 100)]
