"""The words by which rules judge a statement."""

import tomllib
from pathlib import Path

import pytest

from dinet.vocabulary.statement_words import (
    statement_endings,
    statement_pattern,
    statement_words,
)

FILE = Path(__file__).parents[2] / "dinet" / "vocabulary" / "statements.toml"
TABLES = tomllib.loads(FILE.read_text(encoding="utf-8"))
NAMES = [f"{group}.{name}" for group in TABLES for name in TABLES[group]]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_has_words_in_lower_case_each_once(name: str) -> None:
    group, _, key = name.partition(".")
    words = TABLES[group][key]
    assert words
    assert len(set(words)) == len(words)
    assert [word for word in words if word != word.lower().strip()] == []


def test_work_and_effect_are_told_apart_by_different_verbs() -> None:
    work = statement_words("work.verbs")
    assert work.isdisjoint(statement_words("effect.states"))
    assert work.isdisjoint(statement_words("work.effort_verbs"))
    assert work.isdisjoint(statement_words("work.change_verbs"))


def test_a_word_is_found_whole_and_in_any_case() -> None:
    pattern = statement_pattern("roles.measurers")
    assert pattern.findall("Gemeten door, METER, kilometer, metertje") == [
        "Gemeten door",
        "METER",
    ]


def test_the_longest_ending_comes_first() -> None:
    lengths = list(map(len, statement_endings("work.noun_endings")))
    assert lengths == sorted(lengths, reverse=True)


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        statement_words("work.holidays")
