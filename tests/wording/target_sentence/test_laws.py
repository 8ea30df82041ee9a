"""What must hold of every sentence, whatever it says."""

from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinet.wording.target_sentence.analysis import (
    LONGEST_TEXT,
    analyse_target,
)
from dinet.wording.target_sentence.language_words import LANGUAGES
from dinet.wording.target_sentence.result import TargetAnalysis, TextSpan

SENTENCES = (
    "In 2028 fietst minimaal 60% van de scholieren (2022: 51%).",
    "Het aantal branden daalt met 12% ten opzichte van 2021.",
    "Wij planten jaarlijks 300 bomen in de binnenstad.",
    "90% van de klachten wordt binnen 4 weken beantwoord.",
    "De hal is uiterlijk 1 juli 2027 gereed.",
    "Scholieren voelen zich veiliger.",
    "By 2030, three in four residents walk to work, up from 60%.",
    "Reduce absence by 5% within two years compared with 2022/23.",
)
CLAUSES = ("in 2028", "daalt het aantal branden", "met 12%")
WORDS = st.sampled_from(
    "In 2028 2022 60 % € 1.250 de het van naar tot met en ( ) , ; : . - / één alle daalt stijgt "
    "blijft beter vaker minimaal maximaal tussen ten opzichte t.o.v. nu was jaar jaarlijks "
    "scholieren branden bron: schooljaar kwartaal Q3 by from to at least halve een kwart".split()
)


def spans_of(found: TargetAnalysis) -> Iterator[TextSpan]:
    """All places in an analysis."""
    for parts in (found.values, found.deadlines, found.baselines):
        yield from (part.span for part in parts)
    yield from (source.span for source in found.sources)
    yield from (*found.direction_spans, *found.vague)
    yield from (
        verdict.span for verdict in found.verdicts.values() if verdict.span
    )
    if found.subject:
        yield found.subject


def told_of(found: TargetAnalysis) -> tuple[object, ...]:
    """What an analysis says, without its places and words."""
    return (
        [value._replace(span=None) for value in found.values],
        found.direction,
        [deadline.norm for deadline in found.deadlines],
        [start._replace(span=None) for start in found.baselines],
    )


@pytest.mark.parametrize("text", SENTENCES)
def test_every_place_holds_the_words_that_it_names(text: str) -> None:
    for span in spans_of(analyse_target(text)):
        assert text[span.start : span.end] == span.words


@pytest.mark.parametrize("text", SENTENCES)
def test_a_source_changes_nothing_else(text: str) -> None:
    bare = analyse_target(text)
    language = bare.language
    word = "bron" if language == "nl" else "source"
    sourced = analyse_target(f"{text} ({word}: Zaanse Peiling)", language)
    assert told_of(sourced) == told_of(bare)
    assert sourced.subject == bare.subject
    assert [source.name for source in sourced.sources] == ["Zaanse Peiling"]


def test_the_order_of_clauses_does_not_matter() -> None:
    found = {
        str(told_of(analyse_target(f"{' '.join(order)}.", "nl")))
        for order in permutations(CLAUSES)
    }
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [(SENTENCES[0], "60%"), (SENTENCES[1], "12%"), (SENTENCES[3], "90%")],
)
def test_another_number_changes_only_the_value(text: str, number: str) -> None:
    bare = analyse_target(text)
    other = analyse_target(text.replace(number, "37%"))
    assert [value.value for value in other.values] != [
        value.value for value in bare.values
    ]
    assert told_of(other)[1:] == told_of(bare)[1:]
    assert other.subject == bare.subject


def test_a_sentence_without_its_number_has_no_value_and_the_same_deadline() -> (
    None
):
    bare = analyse_target("In 2028 fietst een deel van de scholieren.")
    assert bare.values == ()
    assert [deadline.norm for deadline in bare.deadlines] == ["2028"]


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_row_of_words_is_accepted(text: str) -> None:
    found = analyse_target(text)
    assert all(
        text[span.start : span.end] == span.words for span in spans_of(found)
    )
    assert analyse_target(text) == found


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_is_accepted(text: str, language: str) -> None:
    found = analyse_target(text, language)
    assert found.text == text
    assert all(
        text[span.start : span.end] == span.words for span in spans_of(found)
    )


def test_of_a_long_text_the_beginning_is_read() -> None:
    text = f"{SENTENCES[0]}{' en verder' * LONGEST_TEXT}"
    found = analyse_target(text)
    assert found.values[0].value == 60
    assert found.text == text
    assert found.is_cut
    assert found.read_to == LONGEST_TEXT


def test_a_text_that_is_read_whole_is_not_cut() -> None:
    for text in SENTENCES:
        found = analyse_target(text)
        assert not found.is_cut
        assert found.read_to == len(text)
